using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>What <see cref="Gate.Direct(Func{nint, nint}, Tensor)"/> and its like call. Each gives a new handle, or 0 and an error.</summary>
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

    [LibraryImport(Library, EntryPoint = "THSTorch_dispose_scalar"), SuppressGCTransition]
    internal static partial void DeleteScalar(nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTensor_add")]
    internal static partial nint Add(nint left, nint right, nint alpha);

    [LibraryImport(Library, EntryPoint = "THSTensor_add_scalar")]
    internal static partial nint AddScalar(nint left, nint right, nint alpha);

    [LibraryImport(Library, EntryPoint = "THSTensor_sub")]
    internal static partial nint Sub(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_sub_scalar")]
    internal static partial nint SubScalar(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_mul")]
    internal static partial nint Mul(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_mul_scalar")]
    internal static partial nint MulScalar(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_neg")]
    internal static partial nint Neg(nint tensor);
}
