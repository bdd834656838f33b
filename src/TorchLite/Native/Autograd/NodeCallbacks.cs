using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <summary>
/// The two functions by which libtorch calls a <see cref="CustomNode"/>. It hands them nothing by which to find the node, so each node
/// alive needs its own; the runtime takes microseconds to make them, so they go from a node that died to the next.
/// </summary>
internal sealed unsafe class NodeCallbacks
{
    // As many as a deep network has nodes. More are made for more, and left to the garbage collector.
    private const int Most = 4096;

    private static readonly Stack<NodeCallbacks> Idle = new();

    private readonly ApplyCallback apply;
    private readonly DeleteCallback delete;
    private CustomNode? node;

    private NodeCallbacks()
    {
        (apply, delete) = ((gradients, count) => node!.Apply(gradients, count), () => node!.Delete());
        (Apply, Delete) = (Marshal.GetFunctionPointerForDelegate(apply), Marshal.GetFunctionPointerForDelegate(delete));
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate CustomNode.Handles ApplyCallback(nint* gradients, int count);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate void DeleteCallback();

    internal nint Apply { get; }

    internal nint Delete { get; }

    internal static NodeCallbacks For(CustomNode node)
    {
        NodeCallbacks? callbacks;
        lock (Idle)
        {
            Idle.TryPop(out callbacks);
        }

        callbacks ??= new();
        callbacks.node = node;
        return callbacks;
    }

    /// <summary>The node is dead, and calls neither any more.</summary>
    internal void Return()
    {
        node = null;
        lock (Idle)
        {
            if (Idle.Count < Most)
            {
                Idle.Push(this);
            }
        }
    }
}
