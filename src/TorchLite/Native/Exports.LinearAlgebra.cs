using System.Runtime.InteropServices;

namespace TorchLite.Native;

internal static partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSTensor_inner")]
    internal static partial nint Inner(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_kron")]
    internal static partial nint Kron(nint left, nint right);

    [LibraryImport(Library, EntryPoint = "THSTensor_outer")]
    internal static partial nint Outer(nint left, nint right);
}
