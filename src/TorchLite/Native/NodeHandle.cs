using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// A share in a recorded operation (a C++ std::shared_ptr&lt;Node&gt;): the operation, and all those it leads to, stay while it is there.
/// </summary>
internal sealed unsafe class NodeHandle : SafeHandle
{
    // std::_Sp_counted_base::_M_release(), which libtorch exports as every library does that uses shared pointers.
    private static readonly nint ReleaseFunction =
        CppSymbol.Function("_ZNSt16_Sp_counted_baseILN9__gnu_cxx12_Lock_policyE2EE10_M_releaseEv");

    private readonly nint control;

    private NodeHandle(nint node, nint control)
        : base(0, ownsHandle: true)
    {
        this.control = control;
        SetHandle(node);
    }

    internal static bool IsSupported => ReleaseFunction != 0;

    public override bool IsInvalid => handle == 0;

    /// <summary>The operation (a C++ Node*), as long as this object is.</summary>
    internal nint Node => handle;

    /// <summary>
    /// Copies a shared pointer that stays as it is during the call: the node, and the block in which its owners are counted.
    /// </summary>
    internal static NodeHandle Share(nint* pointer)
    {
        // The block begins with its table of functions; then come the owners, as an int.
        var shared = new NodeHandle(pointer[0], pointer[1]);
        Interlocked.Increment(ref ((int*)pointer[1])[2]);
        return shared;
    }

    /// <summary>
    /// What it leads to, in the order and with the gaps that Python shows: where there is nothing to differentiate there is no handle.
    /// </summary>
    internal (NodeHandle? Node, int Input)[] Next()
    {
        var edges = NodeLayout.Instance.Edges(handle);
        var next = new (NodeHandle?, int)[edges.Length + (GradFn.HasNumber(handle, edges.Length) ? 1 : 0)];
        fixed (NodeLayout.Edge* first = edges)
        {
            for (var i = 0; i < edges.Length; i++)
            {
                next[i] = (first[i].Node == 0 ? null : Share((nint*)(first + i)), (int)first[i].Input);
            }
        }

        GC.KeepAlive(this);
        return next;
    }

    /// <summary>Another handle of the leaf whose gradient it gathers; 0 where it does something else.</summary>
    internal nint NewLeaf()
    {
        var layout = NodeLayout.Instance;
        var leaf = layout.IsLeaf(handle) ? LibTorch.NewHandle(layout.LeafOf(handle)) : 0;
        GC.KeepAlive(this);
        return leaf;
    }

    /// <summary>Gives up a share by the block in which its owners are counted.</summary>
    internal static void Release(nint control) => ((delegate* unmanaged<nint, void>)ReleaseFunction)(control);

    protected override bool ReleaseHandle()
    {
        Release(control);
        return true;
    }
}
