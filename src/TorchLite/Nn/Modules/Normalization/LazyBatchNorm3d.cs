namespace TorchLite.Nn;

/// <summary>
/// A <see cref="BatchNorm3d"/> that learns the number of channels from the first input: PyTorch's <c>torch.nn.LazyBatchNorm3d</c>.
/// </summary>
/// <remarks>After that it is printed as a <see cref="BatchNorm3d"/>, which it becomes in PyTorch.</remarks>
/// <example><code>
/// var lazy = new LazyBatchNorm3d();
/// lazy                                          // LazyBatchNorm3d(0, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
/// lazy.HasUninitializedParams()                 // True
/// lazy.Call(Torch.Randn(4, 2, 3, 3, 3)).Shape         // torch.Size([4, 2, 3, 3, 3])
/// lazy                                          // BatchNorm3d(2, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
/// new LazyBatchNorm3d().InitializeParameters(Torch.Ones(4, 2, 3, 3, 3));
/// </code></example>
public class LazyBatchNorm3d : BatchNorm3d, ILazyModule
{
    /// <summary>A layer whose parameters and buffers have no shape yet.</summary>
    /// <param name="eps">The number added to each variance, so that nothing is divided by 0.</param>
    /// <param name="momentum">
    /// How much the running statistics move towards those of an input in training; null: they are the mean of all so far.
    /// </param>
    /// <param name="affine">Whether there are a learned weight and bias.</param>
    /// <param name="trackRunningStats">
    /// Whether there are running statistics; otherwise those of the input are taken in evaluation too.
    /// </param>
    /// <param name="device">Where the parameters will be; null: the default device.</param>
    /// <param name="dtype">Their dtype; null: the default dtype.</param>
    public LazyBatchNorm3d(
        double eps = 1e-5, double? momentum = 0.1, bool affine = true, bool trackRunningStats = true, Device? device = null,
        DType? dtype = null)
        : base(eps, momentum, affine, trackRunningStats, device, dtype)
    {
    }

    /// <inheritdoc/>
    public Type ClsToBecome => typeof(BatchNorm3d);
}
