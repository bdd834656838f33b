using System.Runtime.InteropServices;

namespace TorchLite.Native;

internal static partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSTensor_detach_")]
    internal static partial void Detach_(nint tensor);
}
