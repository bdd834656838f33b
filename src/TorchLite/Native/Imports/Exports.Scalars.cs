using System.Runtime.InteropServices;

namespace TorchLite.Native;

internal static partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSTorch_dispose_scalar"), SuppressGCTransition]
    internal static partial void DeleteScalar(nint scalar);

    [LibraryImport(Library, EntryPoint = "THSTorch_int64_to_scalar"), SuppressGCTransition]
    internal static partial nint ScalarOf(long number);

    [LibraryImport(Library, EntryPoint = "THSTorch_float64_to_scalar"), SuppressGCTransition]
    internal static partial nint ScalarOf(double number);

    [LibraryImport(Library, EntryPoint = "THSTorch_bool_to_scalar"), SuppressGCTransition]
    internal static partial nint ScalarOf([MarshalAs(UnmanagedType.U1)] bool truth);

    [LibraryImport(Library, EntryPoint = "THSTorch_complex64_to_scalar"), SuppressGCTransition]
    internal static partial nint ScalarOf(double real, double imaginary);
}
