namespace TorchLite.Nn;

/// <summary>
/// A <see cref="InstanceNorm1d"/> that learns the number of channels from the first input: PyTorch's
/// <c>torch.nn.LazyInstanceNorm1d</c>.
/// </summary>
/// <remarks>After that it is printed as a <see cref="InstanceNorm1d"/>, which it becomes in PyTorch.</remarks>
/// <example><code>
/// var lazy = new LazyInstanceNorm1d();
/// lazy                                          // LazyInstanceNorm1d(0, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
/// lazy.HasUninitializedParams()                 // True
/// lazy.Call(Torch.Randn(4, 2, 5)).Shape               // torch.Size([4, 2, 5])
/// lazy                                          // InstanceNorm1d(2, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
/// new LazyInstanceNorm1d().InitializeParameters(Torch.Ones(4, 2, 5));
/// </code></example>
public class LazyInstanceNorm1d : InstanceNorm1d, ILazyModule
{
    /// <summary>A layer whose parameters and buffers have no shape yet.</summary>
    /// <param name="eps">The number added to each variance, so that nothing is divided by 0.</param>
    /// <param name="momentum">
    /// How much the running statistics move towards those of an input in training; null: not at all.
    /// </param>
    /// <param name="affine">Whether there are a learned weight and bias.</param>
    /// <param name="trackRunningStats">
    /// Whether there are running statistics; otherwise those of the input are taken in evaluation too.
    /// </param>
    /// <param name="device">Where the parameters will be; null: the default device.</param>
    /// <param name="dtype">Their dtype; null: the default dtype.</param>
    public LazyInstanceNorm1d(
        double eps = 1e-5, double? momentum = 0.1, bool affine = true, bool trackRunningStats = true, Device? device = null,
        DType? dtype = null)
        : base(eps, momentum, affine, trackRunningStats, device, dtype)
    {
    }

    /// <inheritdoc/>
    public Type ClsToBecome => typeof(InstanceNorm1d);
}
