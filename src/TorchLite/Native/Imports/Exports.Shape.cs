using System.Runtime.InteropServices;

namespace TorchLite.Native;

internal static partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSTensor_alias")]
    internal static partial nint Alias(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_as_strided")]
    internal static partial nint AsStrided(nint tensor, long[] size, int sizeCount, long[] stride, int strideCount, long offset);

    [LibraryImport(Library, EntryPoint = "THSTensor_atleast_1d")]
    internal static partial nint Atleast1d(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_atleast_2d")]
    internal static partial nint Atleast2d(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_atleast_3d")]
    internal static partial nint Atleast3d(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_block_diag")]
    internal static partial nint BlockDiag(nint[] tensors, int count);

    [LibraryImport(Library, EntryPoint = "THSTensor_broadcast_tensors")]
    internal static partial void BroadcastTensors(nint[] tensors, int count, nint room);

    [LibraryImport(Library, EntryPoint = "THSTensor_broadcast_to")]
    internal static partial nint BroadcastTo(nint tensor, long[] shape, int count);

    [LibraryImport(Library, EntryPoint = "THSTensor_cat")]
    internal static partial nint Cat(nint[] tensors, int count, long dim);

    [LibraryImport(Library, EntryPoint = "THSTensor_chunk")]
    internal static partial void Chunk(nint tensor, nint room, long chunks, long dim);

    [LibraryImport(Library, EntryPoint = "THSTensor_column_stack")]
    internal static partial nint ColumnStack(nint[] tensors, int count);

    [LibraryImport(Library, EntryPoint = "THSTensor_diag")]
    internal static partial nint Diag(nint tensor, long diagonal);

    [LibraryImport(Library, EntryPoint = "THSTensor_diag_embed")]
    internal static partial nint DiagEmbed(nint tensor, long offset, long dim1, long dim2);

    [LibraryImport(Library, EntryPoint = "THSTensor_diagflat")]
    internal static partial nint Diagflat(nint tensor, long offset);

    [LibraryImport(Library, EntryPoint = "THSTensor_diagonal")]
    internal static partial nint Diagonal(nint tensor, long offset, long dim1, long dim2);

    private static void Drop(nint same)
    {
        if (same != 0)
        {
            LibTorch.Delete(same);
        }
    }

    [LibraryImport(Library, EntryPoint = "THSTensor_dstack")]
    internal static partial nint Dstack(nint[] tensors, int count);

    [LibraryImport(Library, EntryPoint = "THSTensor_expand")]
    internal static partial nint Expand(nint tensor, long[] size, int count, [MarshalAs(UnmanagedType.U1)] bool isImplicit);

    [LibraryImport(Library, EntryPoint = "THSTensor_flatten")]
    internal static partial nint Flatten(nint tensor, long startDim, long endDim);

    [LibraryImport(Library, EntryPoint = "THSTensor_flip")]
    internal static partial nint Flip(nint tensor, long[] dims, int count);

    [LibraryImport(Library, EntryPoint = "THSTensor_fliplr")]
    internal static partial nint Fliplr(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_flipud")]
    internal static partial nint Flipud(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_hstack")]
    internal static partial nint Hstack(nint[] tensors, int count);

    [LibraryImport(Library, EntryPoint = "THSTensor_mH")]
    internal static partial nint MH(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_mT")]
    internal static partial nint MT(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_movedim")]
    internal static partial nint Movedim(nint tensor, long[] source, int sourceCount, long[] destination, int destinationCount);

    [LibraryImport(Library, EntryPoint = "THSTensor_permute")]
    internal static partial nint Permute(nint tensor, long[] dims, int count);

    [LibraryImport(Library, EntryPoint = "THSTensor_ravel")]
    internal static partial nint Ravel(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_repeat")]
    internal static partial nint Repeat(nint tensor, long[] repeats, int count);

    [LibraryImport(Library, EntryPoint = "THSTensor_repeat_interleave_int64")]
    internal static partial nint RepeatInterleave(nint tensor, long repeats, long dim, long outputSize);

    [LibraryImport(Library, EntryPoint = "THSTensor_repeat_interleave")]
    internal static partial nint RepeatInterleave(nint tensor, nint repeats, long dim, long outputSize);

    [LibraryImport(Library, EntryPoint = "THSTensor_reshape")]
    internal static partial nint Reshape(nint tensor, long[] shape, int count);

    [LibraryImport(Library, EntryPoint = "THSTensor_roll")]
    internal static partial nint Roll(nint tensor, long[] shifts, int shiftCount, long[] dims, int dimCount);

    [LibraryImport(Library, EntryPoint = "THSTensor_rot90")]
    internal static partial nint Rot90(nint tensor, long k, long dim0, long dim1);

    [LibraryImport(Library, EntryPoint = "THSTensor_split_with_size")]
    internal static partial void Split(nint tensor, nint room, long size, long dim);

    [LibraryImport(Library, EntryPoint = "THSTensor_split_with_sizes")]
    internal static partial void Split(nint tensor, nint room, long[] sizes, int count, long dim);

    [LibraryImport(Library, EntryPoint = "THSTensor_squeeze_no_dim")]
    internal static partial nint Squeeze(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_squeeze")]
    internal static partial nint Squeeze(nint tensor, long dim);

    [LibraryImport(Library, EntryPoint = "THSTensor_squeeze_")]
    internal static partial void Squeeze_(nint tensor, long dim);

    [LibraryImport(Library, EntryPoint = "THSTensor_squeeze_no_dim_")]
    internal static partial void Squeeze_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_stack")]
    internal static partial nint Stack(nint[] tensors, int count, long dim);

    [LibraryImport(Library, EntryPoint = "THSTensor_t")]
    internal static partial nint T(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_tensor_split_with_size")]
    internal static partial void TensorSplit(nint tensor, nint room, long sections, long dim);

    [LibraryImport(Library, EntryPoint = "THSTensor_tensor_split_with_sizes")]
    internal static partial void TensorSplit(nint tensor, nint room, long[] indices, int count, long dim);

    [LibraryImport(Library, EntryPoint = "THSTensor_tile")]
    internal static partial nint Tile(nint tensor, long[] repeats, int count);

    [LibraryImport(Library, EntryPoint = "THSTensor_transpose")]
    internal static partial nint Transpose(nint tensor, long dim0, long dim1);

    [LibraryImport(Library, EntryPoint = "THSTensor_transpose_")]
    internal static partial void Transpose_(nint tensor, long dim0, long dim1);

    [LibraryImport(Library, EntryPoint = "THSTensor_tril")]
    internal static partial nint Tril(nint tensor, long diagonal, [MarshalAs(UnmanagedType.U1)] bool isInPlace);

    // LibTorchSharp gives the receiver back by another handle.
    internal static void Tril_(nint tensor, long diagonal) => Drop(Tril(tensor, diagonal, isInPlace: true));

    [LibraryImport(Library, EntryPoint = "THSTensor_triu")]
    internal static partial nint Triu(nint tensor, long diagonal, [MarshalAs(UnmanagedType.U1)] bool isInPlace);

    internal static void Triu_(nint tensor, long diagonal) => Drop(Triu(tensor, diagonal, isInPlace: true));

    [LibraryImport(Library, EntryPoint = "THSTensor_unbind")]
    internal static partial void Unbind(nint tensor, nint room, long dim);

    [LibraryImport(Library, EntryPoint = "THSTensor_unflatten")]
    internal static partial nint Unflatten(nint tensor, long dim, long[] sizes, int count);

    [LibraryImport(Library, EntryPoint = "THSTensor_unfold")]
    internal static partial nint Unfold(nint tensor, long dimension, long size, long step);

    [LibraryImport(Library, EntryPoint = "THSTensor_unsqueeze")]
    internal static partial nint Unsqueeze(nint tensor, long dim);

    [LibraryImport(Library, EntryPoint = "THSTensor_unsqueeze_")]
    internal static partial void Unsqueeze_(nint tensor, long dim);

    [LibraryImport(Library, EntryPoint = "THSTensor_view")]
    internal static partial nint View(nint tensor, long[] shape, int count);

    [LibraryImport(Library, EntryPoint = "THSTensor_view_as_complex")]
    internal static partial nint ViewAsComplex(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_view_as_real")]
    internal static partial nint ViewAsReal(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_vstack")]
    internal static partial nint Vstack(nint[] tensors, int count);
}
