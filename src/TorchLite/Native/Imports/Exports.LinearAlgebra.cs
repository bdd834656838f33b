using System.Runtime.InteropServices;

namespace TorchLite.Native;

internal static partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSTensor_addbmm")]
    internal static partial nint Addbmm(nint tensor, nint batch1, nint batch2, float beta, float alpha);

    [LibraryImport(Library, EntryPoint = "THSTensor_addmm")]
    internal static partial nint Addmm(nint tensor, nint mat1, nint mat2, float beta, float alpha);

    [LibraryImport(Library, EntryPoint = "THSTensor_addmv")]
    internal static partial nint Addmv(nint tensor, nint mat, nint vec, float beta, float alpha);

    [LibraryImport(Library, EntryPoint = "THSTensor_baddbmm")]
    internal static partial nint Baddbmm(nint batch1, nint batch2, nint tensor, float beta, float alpha);

    [LibraryImport(Library, EntryPoint = "THSTensor_bmm")]
    internal static partial nint Bmm(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_cross")]
    internal static partial nint Cross(nint left, nint right, long dim);

    [LibraryImport(Library, EntryPoint = "THSLinalg_det")]
    internal static partial nint Det(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_dot")]
    internal static partial nint Dot(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_einsum")]
    internal static partial nint Einsum([MarshalAs(UnmanagedType.LPUTF8Str)] string equation, nint[] tensors, int count);

    [LibraryImport(Library, EntryPoint = "THSTensor_inner")]
    internal static partial nint Inner(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSLinalg_inv")]
    internal static partial nint Inverse(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_kron")]
    internal static partial nint Kron(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_logdet")]
    internal static partial nint Logdet(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_matmul")]
    internal static partial nint Matmul(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSLinalg_matrix_power")]
    internal static partial nint MatrixPower(nint tensor, long n);

    [LibraryImport(Library, EntryPoint = "THSTensor_mm")]
    internal static partial nint Mm(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_mv")]
    internal static partial nint Mv(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_outer")]
    internal static partial nint Outer(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSLinalg_slogdet")]
    internal static partial nint Slogdet(nint tensor, out nint logarithms);

    [LibraryImport(Library, EntryPoint = "THSLinalg_tensordot")]
    internal static partial nint Tensordot(nint left, nint right, long[] dims1, int count1, long[] dims2, int count2);

    [LibraryImport(Library, EntryPoint = "THSTensor_trace")]
    internal static partial nint Trace(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_vdot")]
    internal static partial nint Vdot(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSLinalg_vector_norm")]
    internal static partial nint VectorNorm(
        nint tensor, nint order, long[] dims, int count, [MarshalAs(UnmanagedType.U1)] bool keepdim);
}
