using System.Runtime.InteropServices;

namespace TorchLite.Native;

internal static partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSAutograd_backward")]
    internal static partial void Backward(
        nint[] tensors, long tensorCount, nint[] gradients, long gradientCount,
        [MarshalAs(UnmanagedType.U1)] bool retainGraph, [MarshalAs(UnmanagedType.U1)] bool createGraph, nint[] inputs, long inputCount);

    [LibraryImport(Library, EntryPoint = "THSTensor_backward")]
    internal static partial void Backward(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_detach")]
    internal static partial nint Detach(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_detach_")]
    internal static partial void Detach_(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_grad")]
    internal static partial nint Grad(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_is_leaf")]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool IsLeaf(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_requires_grad"), SuppressGCTransition]
    internal static partial byte RequiresGrad(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_retain_grad")]
    internal static partial void RetainGrad(nint tensor);

    [LibraryImport(Library, EntryPoint = "THSTensor_set_grad")]
    internal static partial void SetGrad(nint tensor, nint grad);

    [LibraryImport(Library, EntryPoint = "THSTensor_set_requires_grad")]
    internal static partial void SetRequiresGrad(nint tensor, [MarshalAs(UnmanagedType.U1)] bool requiresGrad);
}
