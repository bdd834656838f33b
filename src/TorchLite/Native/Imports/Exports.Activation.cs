using System.Runtime.InteropServices;

namespace TorchLite.Native;

internal static partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSTensor_relu")]
    internal static partial nint Relu(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_relu_")]
    internal static partial void Relu_(nint tensor);
}
