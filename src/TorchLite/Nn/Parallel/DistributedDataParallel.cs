using TorchLite.Distributed;
using TorchLite.Distributed.Algorithms;

namespace TorchLite.Nn.Parallel;

/// <summary>
/// A module that several processes train together, each with its part of every batch: PyTorch's <c>DistributedDataParallel</c>.
/// </summary>
/// <remarks>
/// <para>
/// All processes begin with the parameters and buffers of rank 0. While the backward step goes on, the gradients that are there are summed
/// up over the processes, in buckets of <c>bucketCapMb</c>, and divided by their number, so that after it all have the same: those of the
/// mean of their losses. It is libtorch's own engine, the one behind Python's DistributedDataParallel, so that some of the processes may be
/// Python's.
/// </para>
/// <para>
/// Wrap the module before the optimizer is made of its parameters, do not add or remove parameters afterwards, and call the wrapped module,
/// not the one inside. Every process makes the same calls. Buffers, such as the statistics of batch normalization, become those of rank 0
/// before each forward step; <see cref="SyncBatchNorm"/> computes common ones. Rank 0 saves <c>Module.StateDict()</c>; all load it.
/// </para>
/// <para>
/// <c>device_ids</c>, communication hooks of one's own and mixed precision are not there: there is no backend for GPUs yet. Linux on x64.
/// </para>
/// </remarks>
/// <typeparam name="T">What goes into the module.</typeparam>
/// <typeparam name="TResult">What it gives.</typeparam>
/// <example><code>
/// // One process; usually a launcher starts several, and tells them in RANK, WORLD_SIZE, MASTER_ADDR and MASTER_PORT who they are.
/// Torch.Distributed.InitProcessGroup("gloo", store: new HashStore(), worldSize: 1, rank: 0);
/// var net = new Linear(2, 1);
/// var ddp = new DistributedDataParallel&lt;Tensor, Tensor&gt;(net);
/// var sgd = new SGD(ddp.Parameters(), lr: 0.1);
/// ddp.Call(Torch.Ones(4, 2)).Mean().Backward();
/// sgd.Step();
/// net.Weight.Grad                                // tensor([[1., 1.]])
/// ddp
/// // DistributedDataParallel(
/// //   (module): Linear(in_features=2, out_features=1, bias=True)
/// // )
/// sgd.ZeroGrad();
/// using (ddp.NoSync())
/// {
///     ddp.Call(Torch.Ones(4, 2)).Mean().Backward();
/// }
/// ddp.RequireBackwardGradSync                    // True
/// ddp.Call(Torch.Ones(4, 2)).Mean().Backward();
/// net.Weight.Grad                                // tensor([[2., 2.]])
/// ddp.Join(() => ddp.Call(Torch.Ones(4, 2)).Mean().Backward());
/// ReferenceEquals(ddp.Module, net)               // True
/// ddp.RegisterCommHook(BuiltinCommHookType.Fp16Compress);
/// ddp.Call(Torch.Ones(4, 2)).Mean().Backward();  // gradients are sent in half precision
/// Torch.Distributed.DestroyProcessGroup();
/// </code></example>
public sealed class DistributedDataParallel<T, TResult> : Module<T, TResult>, IDataParallel
{
    private readonly DataParallel replica;

    /// <summary>Wraps a module; all processes do so at the same time.</summary>
    /// <param name="module">The module.</param>
    /// <param name="broadcastBuffers">Whether buffers become those of rank 0 at the start and before each forward step.</param>
    /// <param name="initSync">
    /// Whether the shapes of the parameters are compared, and their values become those of rank 0; else they are the same already.
    /// </param>
    /// <param name="processGroup">The processes; null: all.</param>
    /// <param name="bucketCapMb">The size of a bucket in units of 1,048,576 bytes; null: 25, and the first has 1.</param>
    /// <param name="findUnusedParameters">
    /// Whether the graph of each output is looked through for parameters that it does not have, so that nobody waits for their gradients.
    /// </param>
    /// <param name="gradientAsBucketView">Whether gradients are views of the buckets, which saves a copy of them and its memory.</param>
    /// <param name="staticGraph">
    /// Whether each step uses the same parameters in the same way, as the first one shows; then a parameter may be used in several ways.
    /// </param>
    /// <param name="skipAllReduceUnusedParams">Whether buckets that no process uses are not reduced.</param>
    /// <exception cref="ArgumentNullException">There is no module.</exception>
    /// <exception cref="TorchException">
    /// No parameter requires a gradient, one has no shape yet, or another process has others; or libtorch has no such engine here.
    /// </exception>
    /// <exception cref="TorchValueException">There is no process group, or the parameters are on several kinds of devices.</exception>
    public DistributedDataParallel(
        Module<T, TResult> module, bool broadcastBuffers = true, bool initSync = true, ProcessGroup? processGroup = null,
        double? bucketCapMb = null, bool findUnusedParameters = false, bool gradientAsBucketView = false, bool staticGraph = false,
        bool skipAllReduceUnusedParams = false)
        : this(module, new(
            broadcastBuffers, initSync, processGroup, bucketCapMb, findUnusedParameters, gradientAsBucketView, staticGraph,
            skipAllReduceUnusedParams))
    {
    }

    private DistributedDataParallel(Module<T, TResult> module, DataParallelOptions options)
    {
        replica = new(module, options);
        Module = module;
    }

    /// <summary>The module inside: PyTorch's <c>module</c>.</summary>
    public Module<T, TResult> Module { get; }

    /// <summary>Whether the gradients of the next backward step are reduced: PyTorch's <c>require_backward_grad_sync</c>.</summary>
    public bool RequireBackwardGradSync => replica.RequireBackwardGradSync;

    /// <inheritdoc/>
    DataParallel IDataParallel.Replica => replica;

    /// <summary>
    /// Has gradients be summed up in this process only, until what it returns is disposed: PyTorch's <c>no_sync</c>. The first backward
    /// step after that, of a forward step after that, reduces all of it.
    /// </summary>
    /// <returns>What ends it.</returns>
    public RemovableHandle NoSync() => replica.NoSync();

    /// <summary>
    /// Runs training with inputs of which some processes have fewer: PyTorch's <c>join</c>. Who comes to the end of the function first
    /// takes part in what the others still reduce, with zeros, and in the end all have the parameters of one that came last.
    /// </summary>
    /// <param name="body">The training. An exception comes out as it is, and ends this process's part.</param>
    /// <param name="divideByInitialWorldSize">
    /// Whether gradients are divided by the number of all processes; else by that of those who still have inputs.
    /// </param>
    /// <param name="enable">Whether this is done; false where all have as many.</param>
    /// <param name="throwOnEarlyTermination">Whether all end with an exception as soon as one has no more inputs.</param>
    /// <exception cref="TorchException">One had no more inputs, and that was to end it.</exception>
    public void Join(Action body, bool divideByInitialWorldSize = true, bool enable = true, bool throwOnEarlyTermination = false) =>
        new Join([this], enable, throwOnEarlyTermination, divideByInitialWorldSize).Run(body);

    /// <summary>
    /// Has gradients be summed up in one of the ways that libtorch knows, from the next step on: PyTorch's <c>register_comm_hook</c> with
    /// <c>default_hooks.allreduce_hook</c> or <c>fp16_compress_hook</c>, and its <c>_register_builtin_comm_hook</c>. All processes say the
    /// same, once.
    /// </summary>
    /// <param name="hook">How.</param>
    /// <exception cref="TorchValueException">There is no such way.</exception>
    /// <exception cref="TorchException">It was said before.</exception>
    public void RegisterCommHook(BuiltinCommHookType hook) => replica.RegisterCommHook(hook);

    /// <inheritdoc/>
    protected override TResult Forward(T input) =>
        replica.Run(this, () => Module.Call(input));

    /// <inheritdoc/>
    internal override Module CopyWhole(DeepCopy copy) =>
        new DistributedDataParallel<T, TResult>((Module<T, TResult>)copy.Of(Module)!, replica.OptionsOfCopy)
        {
            Training = Training,
        };
}
