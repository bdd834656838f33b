using System.Runtime.InteropServices;

namespace TorchLite.Native;

internal static unsafe partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSTensor_argwhere")]
    internal static partial nint Argwhere(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_gather")]
    internal static partial nint Gather(nint tensor, long dim, nint index);

    [LibraryImport(Library, EntryPoint = "THSTensor_index")]
    internal static partial nint Index(nint tensor, long[] starts, long[] stops, long[] steps, nint[] tensors, int count);

    [LibraryImport(Library, EntryPoint = "THSTensor_index_add")]
    internal static partial nint IndexAdd(nint tensor, long dim, nint index, nint source, nint alpha);

    [LibraryImport(Library, EntryPoint = "THSTensor_index_add_")]
    internal static partial void IndexAdd_(nint tensor, long dim, nint index, nint source, nint alpha);

    [LibraryImport(Library, EntryPoint = "THSTensor_index_copy")]
    internal static partial nint IndexCopy(nint tensor, long dim, nint index, nint source);

    [LibraryImport(Library, EntryPoint = "THSTensor_index_copy_")]
    internal static partial void IndexCopy_(nint tensor, long dim, nint index, nint source);

    [LibraryImport(Library, EntryPoint = "THSTensor_index_fill")]
    internal static partial nint IndexFill(nint tensor, long dim, nint index, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_index_fill_")]
    internal static partial void IndexFill_(nint tensor, long dim, nint index, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_index_put_")]
    internal static partial void IndexPut_(
        nint tensor, long[] starts, long[] stops, long[] steps, nint[] tensors, int count, nint value, [MarshalAs(UnmanagedType.U1)] bool accumulate);

    [LibraryImport(Library, EntryPoint = "THSTensor_index_put_scalar_")]
    internal static partial void IndexPut_(
        nint tensor, long[] starts, long[] stops, long[] steps, nint[] tensors, int count, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_index_select")]
    internal static partial nint IndexSelect(nint tensor, long dim, nint index);

    [LibraryImport(Library, EntryPoint = "THSTensor_masked_fill")]
    internal static partial nint MaskedFill(nint tensor, nint mask, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_masked_fill_")]
    internal static partial void MaskedFill_(nint tensor, nint mask, nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_masked_scatter")]
    internal static partial nint MaskedScatter(nint tensor, nint mask, nint source);

    [LibraryImport(Library, EntryPoint = "THSTensor_masked_scatter_")]
    internal static partial void MaskedScatter_(nint tensor, nint mask, nint source);

    [LibraryImport(Library, EntryPoint = "THSTensor_masked_select")]
    internal static partial nint MaskedSelect(nint tensor, nint mask);

    [LibraryImport(Library, EntryPoint = "THSTensor_narrow")]
    internal static partial nint Narrow(nint tensor, long dim, long start, long length);

    [LibraryImport(Library, EntryPoint = "THSTensor_nonzero")]
    internal static partial nint Nonzero(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_scatter")]
    internal static partial nint Scatter(nint tensor, long dim, nint index, nint source);

    [LibraryImport(Library, EntryPoint = "THSTensor_scatter_add")]
    internal static partial nint ScatterAdd(nint tensor, long dim, nint index, nint source);

    [LibraryImport(Library, EntryPoint = "THSTensor_scatter_add_")]
    internal static partial void ScatterAdd_(nint tensor, long dim, nint index, nint source);

    [LibraryImport(Library, EntryPoint = "THSTensor_scatter_")]
    internal static partial void Scatter_(nint tensor, long dim, nint index, nint source);

    [LibraryImport(Library, EntryPoint = "THSTensor_select")]
    internal static partial nint Select(nint tensor, long dim, long index);

    [LibraryImport(Library, EntryPoint = "THSTensor_select_scatter")]
    internal static partial nint SelectScatter(nint tensor, nint source, long dim, long index);

    [LibraryImport(Library, EntryPoint = "THSTensor_slice")]
    internal static partial nint Slice(nint tensor, long dim, long start, long end, long step);

    internal static nint SliceScatter(nint tensor, nint source, long dim, long? start, long? end, long step)
    {
        var (first, last) = (start.GetValueOrDefault(), end.GetValueOrDefault());
        return THSTensor_slice_scatter(tensor, source, dim, start.HasValue ? &first : null, end.HasValue ? &last : null, step);
    }

    [LibraryImport(Library, EntryPoint = "THSTensor_take")]
    internal static partial nint Take(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_take_along_dim_dflt")]
    internal static partial nint TakeAlongDim(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_take_along_dim")]
    internal static partial nint TakeAlongDim(nint tensor, nint indices, long dim);

    [LibraryImport(Library, EntryPoint = "THSTensor_where")]
    internal static partial nint Where(nint condition, nint input, nint other);

    [LibraryImport(Library, EntryPoint = "THSTensor_where_list")]
    internal static partial void Where(nint condition, nint room);

    [LibraryImport(Library)]
    private static partial nint THSTensor_slice_scatter(nint tensor, nint source, long dim, long* start, long* end, long step);
}
