using System.Runtime.InteropServices;

namespace TorchLite.Native;

internal static partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSTensor_detach_")]
    internal static partial void Detach_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_is_leaf")]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool IsLeaf(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_retain_grad")]
    internal static partial void RetainGrad(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_set_grad")]
    internal static partial void SetGrad(nint tensor, nint grad);
}
