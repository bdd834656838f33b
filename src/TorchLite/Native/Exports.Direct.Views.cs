using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <content>Views.</content>
internal static partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSTensor_t")]
    internal static partial nint T(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_mT")]
    internal static partial nint MT(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_view")]
    internal static partial nint View(nint tensor, long[] shape, int count);

    [LibraryImport(Library, EntryPoint = "THSTensor_reshape")]
    internal static partial nint Reshape(nint tensor, long[] shape, int count);

    [LibraryImport(Library, EntryPoint = "THSTensor_permute")]
    internal static partial nint Permute(nint tensor, long[] dims, int count);

    [LibraryImport(Library, EntryPoint = "THSTensor_expand")]
    internal static partial nint Expand(nint tensor, long[] size, int count, [MarshalAs(UnmanagedType.U1)] bool isImplicit);

    [LibraryImport(Library, EntryPoint = "THSTensor_transpose")]
    internal static partial nint Transpose(nint tensor, long dim0, long dim1);

    [LibraryImport(Library, EntryPoint = "THSTensor_unsqueeze")]
    internal static partial nint Unsqueeze(nint tensor, long dim);

    [LibraryImport(Library, EntryPoint = "THSTensor_squeeze_no_dim")]
    internal static partial nint Squeeze(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_flatten")]
    internal static partial nint Flatten(nint tensor, long startDim, long endDim);

    [LibraryImport(Library, EntryPoint = "THSTensor_narrow")]
    internal static partial nint Narrow(nint tensor, long dim, long start, long length);

    [LibraryImport(Library, EntryPoint = "THSTensor_select")]
    internal static partial nint Select(nint tensor, long dim, long index);

    [LibraryImport(Library, EntryPoint = "THSTensor_slice")]
    internal static partial nint Slice(nint tensor, long dim, long start, long end, long step);
}
