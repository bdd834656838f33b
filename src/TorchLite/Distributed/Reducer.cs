namespace TorchLite.Distributed;

/// <summary>
/// Makes the gradients of a module's parameters those of all processes while the backward step goes on: libtorch's own, which Python's
/// DistributedDataParallel drives too. What it says to the other processes is the same.
/// </summary>
internal sealed class Reducer
{
    private readonly NativeReducer native;

    /// <param name="group">The processes.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="buckets">Which of them are reduced together, in the order in which they are.</param>
    /// <param name="isSparse">Of each whether its gradient is sparse.</param>
    /// <param name="names">What errors call them.</param>
    /// <param name="options">How they are reduced.</param>
    internal Reducer(
        ProcessGroup group, Tensor[] parameters, long[][] buckets, bool[] isSparse, IReadOnlyList<string> names, ReducerOptions options)
    {
        using var held = new Held(group.Native);
        using var uses = new Uses(parameters);
        native = new(held.At, uses.Handles, buckets, isSparse, names, options);
    }

    /// <summary>Which parameters are to be reduced together: as many as have so many bytes.</summary>
    internal static long[][] AssignBuckets(Tensor[] parameters, long[] limits, bool[] isSparse)
    {
        using var uses = new Uses(parameters);
        return NativeReducer.AssignBuckets(uses.Handles, limits, isSparse);
    }

    /// <summary>Compares the number, the shapes and the strides of the parameters with those of the other processes.</summary>
    /// <exception cref="TorchException">They are others.</exception>
    internal static void Verify(ProcessGroup group, Tensor[] parameters)
    {
        using var held = new Held(group.Native);
        using var uses = new Uses(parameters);
        NativeReducer.Verify(held.At, uses.Handles);
    }

    /// <summary>Gives tensors the values that they have in one process.</summary>
    internal static void Broadcast(ProcessGroup group, Tensor[] tensors, int rank)
    {
        const long BufferBytes = 250L << 20;
        using var held = new Held(group.Native);
        using var uses = new Uses(tensors);
        NativeReducer.Broadcast(held.At, uses.Handles, BufferBytes, rank);
    }

    internal void PrepareForForward() => native.PrepareForForward();

    /// <summary>Says that the next backward step is to be reduced.</summary>
    /// <param name="outputs">From where unused parameters are looked for; none: all are used.</param>
    internal void PrepareForBackward(Tensor[] outputs)
    {
        using var uses = new Uses(outputs);
        native.PrepareForBackward(uses.Handles);
    }

    internal bool RebuildBuckets() => native.RebuildBuckets();

    internal void PushRebuiltParams() => native.PushRebuiltParams();

    internal void SetStaticGraph() => native.SetStaticGraph();

    /// <summary>Has gradients be summed up otherwise, from now on.</summary>
    /// <exception cref="TorchException">That was said before.</exception>
    internal void RegisterBuiltinHook(BuiltinCommHookType hook) => native.RegisterBuiltinHook((byte)hook);

    /// <summary>Has all be reduced at the end of the backward step in progress.</summary>
    internal void QueueDelayedAllReduce() => native.QueueDelayedAllReduce();

    /// <summary>Says how many processes still have inputs: the result of a sum of ones that is on its way.</summary>
    internal void SetForwardPassWork(Work work, bool useStaticWorldSize)
    {
        using var held = new Held(work.Native);
        native.SetForwardPassWork(held.At, useStaticWorldSize);
    }

    /// <summary>Zeros in the shapes of the buckets, in the order in which they are reduced.</summary>
    internal Tensor[] ZeroBuckets() => Array.ConvertAll(native.ZeroBuckets(), Own);

    /// <summary>Of each parameter how many processes have used it.</summary>
    internal Tensor LocalUsedMap() => Own(native.LocalUsedMap());

    /// <summary>Where it lies.</summary>
    internal nint Address => native.Address;

    private static Tensor Own(nint handle) => Gate.Create(static handle => handle, handle);
}
