using System.Runtime.InteropServices;

namespace TorchLite.Native;

internal static partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSSpecial_log_softmax")]
    internal static partial nint LogSoftmax(nint tensor, long dim, sbyte dtype);

    [LibraryImport(Library, EntryPoint = "THSTensor_relu")]
    internal static partial nint Relu(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_relu_")]
    internal static partial void Relu_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSSpecial_softmax")]
    internal static partial nint Softmax(nint tensor, long dim, sbyte dtype);
}
