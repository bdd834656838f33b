using TorchLite.Distributed;
using TorchLite.Distributed.Algorithms;

namespace TorchLite.Nn.Parallel;

/// <summary>
/// A module of three inputs that several processes train together: see <see cref="DistributedDataParallel{T, TResult}"/>.
/// </summary>
/// <typeparam name="T1">The first input of the module.</typeparam>
/// <typeparam name="T2">The second input of the module.</typeparam>
/// <typeparam name="T3">The third input of the module.</typeparam>
/// <typeparam name="TResult">What it gives.</typeparam>
public sealed class DistributedDataParallel<T1, T2, T3, TResult> : Module<T1, T2, T3, TResult>, IDataParallel
{
    private readonly DataParallel replica;

    /// <inheritdoc
    /// cref="DistributedDataParallel{T, TResult}(Module{T, TResult}, bool, bool, ProcessGroup, double?, bool, bool, bool, bool)"/>
    public DistributedDataParallel(
        Module<T1, T2, T3, TResult> module, bool broadcastBuffers = true, bool initSync = true, ProcessGroup? processGroup = null,
        double? bucketCapMb = null, bool findUnusedParameters = false, bool gradientAsBucketView = false, bool staticGraph = false,
        bool skipAllReduceUnusedParams = false)
        : this(module, new(
            broadcastBuffers, initSync, processGroup, bucketCapMb, findUnusedParameters, gradientAsBucketView, staticGraph,
            skipAllReduceUnusedParams))
    {
    }

    private DistributedDataParallel(Module<T1, T2, T3, TResult> module, DataParallelOptions options)
    {
        replica = new(module, options);
        Module = module;
    }

    /// <inheritdoc cref="DistributedDataParallel{T, TResult}.Module"/>
    public Module<T1, T2, T3, TResult> Module { get; }

    /// <inheritdoc cref="DistributedDataParallel{T, TResult}.RequireBackwardGradSync"/>
    public bool RequireBackwardGradSync => replica.RequireBackwardGradSync;

    /// <inheritdoc/>
    DataParallel IDataParallel.Replica => replica;

    /// <inheritdoc cref="DistributedDataParallel{T, TResult}.NoSync"/>
    public RemovableHandle NoSync() => replica.NoSync();

    /// <inheritdoc cref="DistributedDataParallel{T, TResult}.Join(Action, bool, bool, bool)"/>
    public void Join(Action body, bool divideByInitialWorldSize = true, bool enable = true, bool throwOnEarlyTermination = false) =>
        new Join([this], enable, throwOnEarlyTermination, divideByInitialWorldSize).Run(body);

    /// <inheritdoc cref="DistributedDataParallel{T, TResult}.RegisterCommHook"/>
    public void RegisterCommHook(BuiltinCommHookType hook) => replica.RegisterCommHook(hook);

    /// <inheritdoc/>
    protected override TResult Forward(T1 input1, T2 input2, T3 input3) =>
        replica.Run(this, () => Module.Call(input1, input2, input3));

    /// <inheritdoc/>
    internal override Module CopyWhole(DeepCopy copy) =>
        new DistributedDataParallel<T1, T2, T3, TResult>((Module<T1, T2, T3, TResult>)copy.Of(Module)!, replica.OptionsOfCopy)
        {
            Training = Training,
        };
}
