using System.Runtime.InteropServices;

namespace TorchLite.Native;

internal static partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSTensor_arange")]
    internal static partial nint Arange(
        nint start, nint end, nint step, sbyte dtype, int device, int index, [MarshalAs(UnmanagedType.U1)] bool requiresGrad);

    [LibraryImport(Library, EntryPoint = "THSTensor_cartesian_prod")]
    internal static partial nint CartesianProd(nint[] tensors, int count);

    [LibraryImport(Library, EntryPoint = "THSTensor_complex")]
    internal static partial nint Complex(nint real, nint imag);

    [LibraryImport(Library, EntryPoint = "THSTensor_empty")]
    internal static partial nint Empty(
        long[] size, int count, sbyte dtype, int device, int index, [MarshalAs(UnmanagedType.U1)] bool requiresGrad);

    [LibraryImport(Library, EntryPoint = "THSTensor_eye")]
    internal static partial nint Eye(
        long rows, long columns, sbyte dtype, int device, int index, [MarshalAs(UnmanagedType.U1)] bool requiresGrad);

    [LibraryImport(Library, EntryPoint = "THSTensor_meshgrid")]
    internal static partial void Meshgrid(
        nint[] tensors, int count, [MarshalAs(UnmanagedType.LPUTF8Str)] string indexing, nint room);

    [LibraryImport(Library, EntryPoint = "THSTensor_ones")]
    internal static partial nint Ones(
        long[] size, int count, sbyte dtype, int device, int index, [MarshalAs(UnmanagedType.U1)] bool requiresGrad);

    [LibraryImport(Library, EntryPoint = "THSTensor_polar")]
    internal static partial nint Polar(nint abs, nint angle);

    [LibraryImport(Library, EntryPoint = "THSTensor_tril_indices")]
    internal static partial nint TrilIndices(long row, long col, long offset, sbyte dtype, int device, int index);

    [LibraryImport(Library, EntryPoint = "THSTensor_triu_indices")]
    internal static partial nint TriuIndices(long row, long col, long offset, sbyte dtype, int device, int index);

    [LibraryImport(Library, EntryPoint = "THSTensor_zeros")]
    internal static partial nint Zeros(
        long[] size, int count, sbyte dtype, int device, int index, [MarshalAs(UnmanagedType.U1)] bool requiresGrad);
}
