using TorchLite.Distributed;

namespace TorchLite.Nn;

/// <summary>
/// A batch normalization whose mean and variance in training are those of the batches of all processes: PyTorch's
/// <c>torch.nn.SyncBatchNorm</c>.
/// </summary>
/// <remarks>
/// An input is (batch, channels, …); the processes may have batches of different sizes. In evaluation, and where there is one process or
/// no group of them, it is an ordinary batch normalization. Unlike PyTorch's it works on the CPU, too.
/// </remarks>
/// <example><code>
/// var norm = new SyncBatchNorm(2);
/// norm                                    // SyncBatchNorm(2, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
/// norm.Call(Torch.Randn(4, 2, 3)).Shape   // torch.Size([4, 2, 3])
/// var net = new Sequential(new Linear(3, 2), new BatchNorm1d(2));
/// SyncBatchNorm.ConvertSyncBatchnorm(net)
/// // Sequential(
/// //   (0): Linear(in_features=3, out_features=2, bias=True)
/// //   (1): SyncBatchNorm(2, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
/// // )
/// </code></example>
public class SyncBatchNorm : BatchNorm
{
    /// <summary>A layer with a weight of ones and a bias of zeros.</summary>
    /// <param name="numFeatures">The number of channels.</param>
    /// <param name="eps">The number added to each variance, so that nothing is divided by 0.</param>
    /// <param name="momentum">
    /// How much the running statistics move towards those of an input in training; null: they are the mean of all so far.
    /// </param>
    /// <param name="affine">Whether there are a learned weight and bias.</param>
    /// <param name="trackRunningStats">
    /// Whether there are running statistics; otherwise those of the input are taken in evaluation too.
    /// </param>
    /// <param name="processGroup">The processes whose batches count; null: all.</param>
    /// <param name="device">Where the parameters are; null: the default device.</param>
    /// <param name="dtype">Their dtype; null: the default dtype.</param>
    public SyncBatchNorm(
        long numFeatures, double eps = 1e-5, double? momentum = 0.1, bool affine = true, bool trackRunningStats = true,
        ProcessGroup? processGroup = null, Device? device = null, DType? dtype = null)
        : base(numFeatures, eps, momentum, affine, trackRunningStats, device, dtype) => ProcessGroup = processGroup;

    /// <summary>The processes whose batches count; null: all.</summary>
    public ProcessGroup? ProcessGroup { get; }

    /// <summary>Makes all batch normalizations of a module such ones: PyTorch's <c>convert_sync_batchnorm</c>.</summary>
    /// <param name="module">The module. A member of it that holds one must have a type that may hold the other, such as BatchNorm.</param>
    /// <param name="processGroup">The processes whose batches count; null: all.</param>
    /// <returns>The module, changed; a new one where it is itself a batch normalization. Parameters and buffers are the old ones.</returns>
    /// <exception cref="ArgumentNullException">There is no module.</exception>
    /// <exception cref="ArgumentException">A member of a module has a type that cannot hold it.</exception>
    public static Module ConvertSyncBatchnorm(Module module, ProcessGroup? processGroup = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        var converted = module is BatchNorm norm
            ? new SyncBatchNorm(norm.NumFeatures, norm.Eps, norm.Momentum, norm.Affine, norm.TrackRunningStats, processGroup)
            {
                Weight = norm.Weight,
                Bias = norm.Bias,
                RunningMean = norm.RunningMean,
                RunningVar = norm.RunningVar,
                NumBatchesTracked = norm.NumBatchesTracked,
                Training = norm.Training,
            }
            : module;
        foreach (var (name, child) in module.NamedChildren().ToArray())
        {
            if (ConvertSyncBatchnorm(child, processGroup) is var other && !ReferenceEquals(other, child))
            {
                converted.RegisterModule(name, other);
            }
        }

        return converted;
    }

    private protected override void CheckInputDim(Tensor input)
    {
        if (input.Dim() < 2)
        {
            throw new TorchValueException($"expected at least 2D input (got {input.Dim()}D input)");
        }

        if (input.Size(1) == 0)
        {
            throw new TorchValueException("SyncBatchNorm number of input channels should be non-zero");
        }
    }

    private protected override Tensor Normalized(Tensor input, Tensor? mean, Tensor? variance, bool ownStatistics, double factor)
    {
        var group = Training && ownStatistics && Torch.Distributed.IsAvailable() && Torch.Distributed.IsInitialized()
            ? ProcessGroup ?? DistributedWorld.Required : null;
        return group is not null && Torch.Distributed.GetWorldSize(group) > 1
            ? new SyncStatistics(group, mean, variance, factor, Eps).Normalize(input, Weight, Bias)
            : base.Normalized(input, mean, variance, ownStatistics, factor);
    }
}
