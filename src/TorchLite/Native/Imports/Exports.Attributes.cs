using System.Runtime.InteropServices;

namespace TorchLite.Native;

internal static partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSTorch_can_cast")]
    internal static partial int CanCast(int from, int to);

    [LibraryImport(Library, EntryPoint = "THSTensor_is_sparse")]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool IsSparse(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTorch_promote_types")]
    internal static partial int PromoteTypes(int first, int second);

    [LibraryImport(Library, EntryPoint = "THSTensor_result_type")]
    internal static partial int ResultType(nint left, nint right);
}
