namespace TorchLite.Nn;

/// <summary>
/// A <see cref="BatchNorm1d"/> that learns the number of channels from the first input: PyTorch's <c>torch.nn.LazyBatchNorm1d</c>.
/// </summary>
/// <remarks>After that it is printed as a <see cref="BatchNorm1d"/>, which it becomes in PyTorch.</remarks>
/// <example><code>
/// var lazy = new LazyBatchNorm1d();
/// lazy                                          // LazyBatchNorm1d(0, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
/// lazy.HasUninitializedParams()                 // True
/// lazy.Call(Torch.Randn(4, 2)).Shape                  // torch.Size([4, 2])
/// lazy                                          // BatchNorm1d(2, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
/// new LazyBatchNorm1d().InitializeParameters(Torch.Ones(4, 2));
/// </code></example>
public class LazyBatchNorm1d : BatchNorm1d, ILazyModule
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
    public LazyBatchNorm1d(
        double eps = 1e-5, double? momentum = 0.1, bool affine = true, bool trackRunningStats = true, Device? device = null,
        DType? dtype = null)
        : base(eps, momentum, affine, trackRunningStats, device, dtype)
    {
    }

    /// <inheritdoc/>
    public Type ClsToBecome => typeof(BatchNorm1d);
}
