using System.Runtime.InteropServices;

namespace TorchLite.Native;

internal static partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSTensor_copy_")]
    internal static partial void Copy_(nint tensor, nint source, [MarshalAs(UnmanagedType.U1)] bool nonBlocking);

    [LibraryImport(Library, EntryPoint = "THSTensor_to_type_and_device")]
    internal static partial nint To(
        nint tensor, sbyte dtype, int device, int index, [MarshalAs(UnmanagedType.U1)] bool copy, [MarshalAs(UnmanagedType.U1)] bool nonBlocking);

    [LibraryImport(Library, EntryPoint = "THSTensor_result_type")]
    internal static partial int ResultType(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTorch_can_cast")]
    internal static partial int CanCast(int from, int to);

    [LibraryImport(Library, EntryPoint = "THSTorch_promote_types")]
    internal static partial int PromoteTypes(int first, int second);
}
