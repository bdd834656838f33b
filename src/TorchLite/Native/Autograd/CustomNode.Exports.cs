using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <content>LibTorchSharp's functions for such nodes.</content>
internal sealed unsafe partial class CustomNode
{
    /// <summary>LibTorchSharp's TensorArray.</summary>
    internal struct Handles
    {
        internal nint* First;
        internal long Count;
    }

    /// <summary>LibTorchSharp's CSharpNodePtr.</summary>
    internal struct NodePointers
    {
        internal nint Shared;
        internal nint Weak;
    }

    [LibraryImport("LibTorchSharp")]
    private static partial NodePointers THSAutograd_CSharpNode_ctor(nint apply, nint delete);

    [LibraryImport("LibTorchSharp")]
    private static partial void THSAutograd_CSharpNode_disposeSharedPtr(NodePointers node);

    [LibraryImport("LibTorchSharp")]
    private static partial void THSAutograd_CSharpNode_disposeWeakPtr(NodePointers node);

    [LibraryImport("LibTorchSharp")]
    private static partial void THSAutograd_CSharpNode_setNextEdges(NodePointers node, Handles inputs, byte isRecorded);

    [LibraryImport("LibTorchSharp")]
    private static partial void THSAutograd_CSharpNode_clearInputMetadata(NodePointers node);

    [LibraryImport("LibTorchSharp")]
    private static partial void THSAutograd_Function_wrapOutputs(
        Handles inputs, Handles nonDifferentiable, Handles dirty, Handles outputs, NodePointers node, nint room);

    [LibraryImport("LibTorchSharp")]
    private static partial nint THSAutograd_SavedVariable_ctor(nint tensor, NodePointers node, byte isInPlaceOnView);

    [LibraryImport("LibTorchSharp")]
    private static partial void THSAutograd_SavedVariable_dispose(nint variable);

    [LibraryImport("LibTorchSharp")]
    private static partial nint THSAutograd_SavedVariable_unpack(nint variable, NodePointers node);
}
