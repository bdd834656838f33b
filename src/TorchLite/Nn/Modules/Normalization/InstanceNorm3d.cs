namespace TorchLite.Nn;

/// <summary>Normalizes each channel of each example by its mean and variance: PyTorch's <c>torch.nn.InstanceNorm3d</c>.</summary>
/// <remarks>An input is (batch, channels, depth, height, width), or without the batch.</remarks>
/// <example><code>
/// var norm = new InstanceNorm3d(2);
/// norm                                          // InstanceNorm3d(2, eps=1e-05, momentum=0.1, affine=False, track_running_stats=False)
/// norm.Call(Torch.Randn(4, 2, 3, 3, 3)).Shape         // torch.Size([4, 2, 3, 3, 3])
/// norm.Call(Torch.Randn(2, 3, 3, 3)).Shape            // torch.Size([2, 3, 3, 3])
///
/// norm = new InstanceNorm3d(2, affine: true, trackRunningStats: true);
/// norm.ResetRunningStats();
/// norm.RunningMean                              // tensor([0., 0.])
/// norm.RunningVar                               // tensor([1., 1.])
/// norm.NumBatchesTracked                        // tensor(0)
/// norm.Weight!.Shape                            // torch.Size([2])
/// norm.ResetParameters();
/// </code></example>
public class InstanceNorm3d : InstanceNorm
{
    /// <summary>A layer, with a weight of ones and a bias of zeros where it is affine.</summary>
    /// <param name="numFeatures">The number of channels.</param>
    /// <param name="eps">The number added to each variance, so that nothing is divided by 0.</param>
    /// <param name="momentum">
    /// How much the running statistics move towards those of an input in training; null: not at all.
    /// </param>
    /// <param name="affine">Whether there are a learned weight and bias.</param>
    /// <param name="trackRunningStats">
    /// Whether there are running statistics; otherwise those of the input are taken in evaluation too.
    /// </param>
    /// <param name="device">Where the parameters are; null: the default device.</param>
    /// <param name="dtype">Their dtype; null: the default dtype.</param>
    public InstanceNorm3d(
        long numFeatures, double eps = 1e-5, double? momentum = 0.1, bool affine = false, bool trackRunningStats = false,
        Device? device = null, DType? dtype = null)
        : base(numFeatures, eps, momentum, affine, trackRunningStats, device, dtype)
    {
    }

    // The lazy one.
    private protected InstanceNorm3d(double eps, double? momentum, bool affine, bool trackRunningStats, Device? device, DType? dtype)
        : base(null, eps, momentum, affine, trackRunningStats, device, dtype)
    {
    }

    private protected override long NoBatchDim => 4;
}
