using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// What <see cref="Gate.Direct(Func{nint, nint}, Tensor)"/> and its like call. Each gives a new handle, or 0 and an error.
/// </summary>
internal static partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSTorch_int64_to_scalar"), SuppressGCTransition]
    internal static partial nint ScalarOf(long number);

    [LibraryImport(Library, EntryPoint = "THSTorch_float64_to_scalar"), SuppressGCTransition]
    internal static partial nint ScalarOf(double number);

    [LibraryImport(Library, EntryPoint = "THSTorch_bool_to_scalar"), SuppressGCTransition]
    internal static partial nint ScalarOf([MarshalAs(UnmanagedType.U1)] bool truth);

    [LibraryImport(Library, EntryPoint = "THSTorch_complex64_to_scalar"), SuppressGCTransition]
    internal static partial nint ScalarOf(double real, double imaginary);

    [LibraryImport(Library, EntryPoint = "THSTensor_item")]
    internal static partial nint Item(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTorch_dispose_scalar"), SuppressGCTransition]
    internal static partial void DeleteScalar(nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_add")]
    internal static partial nint Add(nint left, nint right, nint alpha);

    [LibraryImport(Library, EntryPoint = "THSTensor_add_scalar")]
    internal static partial nint AddScalar(nint left, nint right, nint alpha);

    [LibraryImport(Library, EntryPoint = "THSTensor_add_")]
    internal static partial void Add_(nint left, nint right, nint alpha);

    [LibraryImport(Library, EntryPoint = "THSTensor_add_scalar_")]
    internal static partial void AddScalar_(nint left, nint right, nint alpha);

    [LibraryImport(Library, EntryPoint = "THSTensor_sub")]
    internal static partial nint Sub(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_sub_scalar")]
    internal static partial nint SubScalar(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_sub_")]
    internal static partial void Sub_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_sub_scalar_")]
    internal static partial void SubScalar_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_mul")]
    internal static partial nint Mul(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_mul_scalar")]
    internal static partial nint MulScalar(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_mul_")]
    internal static partial void Mul_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_mul_scalar_")]
    internal static partial void MulScalar_(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_div")]
    internal static partial nint Div(nint left, nint right, [MarshalAs(UnmanagedType.LPUTF8Str)] string? roundingMode);

    [LibraryImport(Library, EntryPoint = "THSTensor_div_scalar")]
    internal static partial nint DivScalar(nint left, nint right, [MarshalAs(UnmanagedType.LPUTF8Str)] string? roundingMode);

    [LibraryImport(Library, EntryPoint = "THSTensor_div_")]
    internal static partial void Div_(nint left, nint right, [MarshalAs(UnmanagedType.LPUTF8Str)] string? roundingMode);

    [LibraryImport(Library, EntryPoint = "THSTensor_div_scalar_")]
    internal static partial void DivScalar_(nint left, nint right, [MarshalAs(UnmanagedType.LPUTF8Str)] string? roundingMode);

    [LibraryImport(Library, EntryPoint = "THSTensor_pow")]
    internal static partial nint Pow(nint tensor, nint exponent);

    [LibraryImport(Library, EntryPoint = "THSTensor_pow_scalar")]
    internal static partial nint PowScalar(nint tensor, nint exponent);

    [LibraryImport(Library, EntryPoint = "THSTensor_eq")]
    internal static partial nint Eq(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_eq_scalar")]
    internal static partial nint EqScalar(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_ne")]
    internal static partial nint Ne(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_ne_scalar")]
    internal static partial nint NeScalar(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_lt")]
    internal static partial nint Lt(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_lt_scalar")]
    internal static partial nint LtScalar(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_le")]
    internal static partial nint Le(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_le_scalar")]
    internal static partial nint LeScalar(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_gt")]
    internal static partial nint Gt(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_gt_scalar")]
    internal static partial nint GtScalar(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_ge")]
    internal static partial nint Ge(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_ge_scalar")]
    internal static partial nint GeScalar(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_mm")]
    internal static partial nint Mm(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_mv")]
    internal static partial nint Mv(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_bmm")]
    internal static partial nint Bmm(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_fill_")]
    internal static partial void Fill_(nint tensor, nint value);

    [LibraryImport(Library, EntryPoint = "THSTensor_zeros")]
    internal static partial nint Zeros(
        long[] size, int count, sbyte dtype, int device, int index, [MarshalAs(UnmanagedType.U1)] bool requiresGrad);

    [LibraryImport(Library, EntryPoint = "THSTensor_ones")]
    internal static partial nint Ones(
        long[] size, int count, sbyte dtype, int device, int index, [MarshalAs(UnmanagedType.U1)] bool requiresGrad);

    [LibraryImport(Library, EntryPoint = "THSTensor_empty")]
    internal static partial nint Empty(
        long[] size, int count, sbyte dtype, int device, int index, [MarshalAs(UnmanagedType.U1)] bool requiresGrad);
}
