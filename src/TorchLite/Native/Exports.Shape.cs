using System.Runtime.InteropServices;

namespace TorchLite.Native;

internal static partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSTensor_atleast_1d")]
    internal static partial nint Atleast1d(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_atleast_2d")]
    internal static partial nint Atleast2d(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_atleast_3d")]
    internal static partial nint Atleast3d(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_fliplr")]
    internal static partial nint Fliplr(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_flipud")]
    internal static partial nint Flipud(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_ravel")]
    internal static partial nint Ravel(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_view_as_complex")]
    internal static partial nint ViewAsComplex(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_view_as_real")]
    internal static partial nint ViewAsReal(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_repeat")]
    internal static partial nint Repeat(nint tensor, long[] repeats, int count);

    [LibraryImport(Library, EntryPoint = "THSTensor_tile")]
    internal static partial nint Tile(nint tensor, long[] repeats, int count);

    [LibraryImport(Library, EntryPoint = "THSTensor_flip")]
    internal static partial nint Flip(nint tensor, long[] dims, int count);

    [LibraryImport(Library, EntryPoint = "THSTensor_tril")]
    internal static partial nint Tril(nint tensor, long diagonal, [MarshalAs(UnmanagedType.U1)] bool isInPlace);

    [LibraryImport(Library, EntryPoint = "THSTensor_triu")]
    internal static partial nint Triu(nint tensor, long diagonal, [MarshalAs(UnmanagedType.U1)] bool isInPlace);

    [LibraryImport(Library, EntryPoint = "THSTensor_diag")]
    internal static partial nint Diag(nint tensor, long diagonal);

    [LibraryImport(Library, EntryPoint = "THSTensor_diagflat")]
    internal static partial nint Diagflat(nint tensor, long offset);

    [LibraryImport(Library, EntryPoint = "THSTensor_diag_embed")]
    internal static partial nint DiagEmbed(nint tensor, long offset, long dim1, long dim2);

    [LibraryImport(Library, EntryPoint = "THSTensor_diagonal")]
    internal static partial nint Diagonal(nint tensor, long offset, long dim1, long dim2);

    [LibraryImport(Library, EntryPoint = "THSTensor_movedim")]
    internal static partial nint Movedim(nint tensor, long[] source, int sourceCount, long[] destination, int destinationCount);

    [LibraryImport(Library, EntryPoint = "THSTensor_broadcast_to")]
    internal static partial nint BroadcastTo(nint tensor, long[] shape, int count);

    [LibraryImport(Library, EntryPoint = "THSTensor_squeeze")]
    internal static partial nint Squeeze(nint tensor, long dim);

    [LibraryImport(Library, EntryPoint = "THSTensor_squeeze_")]
    internal static partial void Squeeze_(nint tensor, long dim);

    [LibraryImport(Library, EntryPoint = "THSTensor_squeeze_no_dim_")]
    internal static partial void Squeeze_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_unsqueeze_")]
    internal static partial void Unsqueeze_(nint tensor, long dim);

    [LibraryImport(Library, EntryPoint = "THSTensor_transpose_")]
    internal static partial void Transpose_(nint tensor, long dim0, long dim1);

    [LibraryImport(Library, EntryPoint = "THSTensor_mH")]
    internal static partial nint MH(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_unfold")]
    internal static partial nint Unfold(nint tensor, long dimension, long size, long step);

    [LibraryImport(Library, EntryPoint = "THSTensor_unflatten")]
    internal static partial nint Unflatten(nint tensor, long dim, long[] sizes, int count);
}
