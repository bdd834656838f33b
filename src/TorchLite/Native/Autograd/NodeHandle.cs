using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// A share in a recorded operation (a C++ std::shared_ptr&lt;Node&gt;): the operation, and all those it leads to, stay while it is there.
/// </summary>
internal sealed unsafe class NodeHandle : SafeHandle
{
    private static readonly nint ReleaseFunction = CppSymbols.ReleaseShared.Function;

    // Not that an error of the first try remains for good.
    private static readonly Lazy<bool> IsCounted = new(Try, LazyThreadSafetyMode.PublicationOnly);

    private readonly nint control;

    private NodeHandle(nint node, nint control)
        : base(0, ownsHandle: true)
    {
        this.control = control;
        SetHandle(node);
    }

    /// <summary>Whether shares can be had: libstdc++ has a function for it, and Microsoft's library keeps them as is known.</summary>
    internal static bool IsSupported => ReleaseFunction != 0 || IsCounted.Value;

    public override bool IsInvalid => handle == 0;

    /// <summary>The operation (a C++ Node*), as long as this object is.</summary>
    internal nint Node => handle;

    /// <summary>
    /// Copies a shared pointer that stays as it is during the call: the node, and the block in which its owners are counted.
    /// </summary>
    internal static NodeHandle Share(nint* pointer)
    {
        var shared = new NodeHandle(pointer[0], pointer[1]);
        Interlocked.Increment(ref Owners(pointer[1]));
        return shared;
    }

    /// <summary>
    /// What it leads to, in the order and with the gaps that Python shows: where there is nothing to differentiate there is no handle.
    /// </summary>
    internal (NodeHandle? Node, int Input)[] Next()
    {
        var edges = NodeLayout.Instance.Edges(handle);
        var next = new (NodeHandle?, int)[edges.Length + (GradFnReader.HasNumber(handle, edges.Length) ? 1 : 0)];
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
    internal static void Release(nint control)
    {
        if (ReleaseFunction != 0)
        {
            ((delegate* unmanaged<nint, void>)ReleaseFunction)(control);
            return;
        }

        // Microsoft's std::_Ref_count_base is inline. Its table begins with what destroys the object, and what deletes the block itself,
        // which stays for those who only watch. They count as one while there are owners.
        var table = *(nint**)control;
        if (Interlocked.Decrement(ref Owners(control)) == 0)
        {
            ((delegate* unmanaged<nint, void>)table[0])(control);
            if (Interlocked.Decrement(ref Watchers(control)) == 0)
            {
                ((delegate* unmanaged<nint, void>)table[1])(control);
            }
        }
    }

    // libstdc++'s block and Microsoft's begin alike: the table of functions, the owners, those who watch.
    private static ref int Owners(nint control) => ref ((int*)control)[2];

    private static ref int Watchers(nint control) => ref ((int*)control)[3];

    // Counts the owners of an operation that is its result's alone, and of one that a second operation leads to. It watches itself.
    private static bool Try()
    {
        if (!OperatingSystem.IsWindows() || !GradFnReader.IsSupported)
        {
            return false;
        }

        using var recording = Torch.InferenceMode(false);
        using var on = Torch.EnableGrad();
        using var x = Torch.Ones([1], dtype: DType.Float32, device: default(Device), requiresGrad: true);
        using var y = x * 2;
        using var use = new Use(y);
        var control = GradFnReader.Pointer(use.Handle)[1];
        var alone = (Owners(control), Watchers(control));
        var second = y * 2;
        var together = (Owners(control), Watchers(control));
        second.Dispose();
        return (alone, together, (Owners(control), Watchers(control))) == ((1, 2), (2, 2), (1, 2));
    }

    protected override bool ReleaseHandle()
    {
        Release(control);
        return true;
    }
}
