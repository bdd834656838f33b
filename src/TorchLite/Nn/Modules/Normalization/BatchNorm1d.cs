namespace TorchLite.Nn;

/// <summary>Normalizes each channel by its mean and variance over the batch: PyTorch's <c>torch.nn.BatchNorm1d</c>.</summary>
/// <remarks>
/// An input is (batch, channels) or (batch, channels, length). In training its own statistics are taken and the running ones updated, in
/// evaluation the running ones are taken. Calls in training change the module: not from several threads at once.
/// </remarks>
/// <example><code>
/// var norm = new BatchNorm1d(2);
/// norm                                          // BatchNorm1d(2, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
/// norm.Call(Torch.Randn(4, 2)).Shape                  // torch.Size([4, 2])
/// norm.NumBatchesTracked                        // tensor(1)
/// norm.Weight!.Shape                            // torch.Size([2])
/// norm.ResetRunningStats();
/// norm.RunningMean                              // tensor([0., 0.])
/// norm.RunningVar                               // tensor([1., 1.])
/// norm.ResetParameters();
/// </code></example>
public class BatchNorm1d : BatchNorm
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
    /// <param name="device">Where the parameters are; null: the default device.</param>
    /// <param name="dtype">Their dtype; null: the default dtype.</param>
    public BatchNorm1d(
        long numFeatures, double eps = 1e-5, double? momentum = 0.1, bool affine = true, bool trackRunningStats = true,
        Device? device = null, DType? dtype = null)
        : base(numFeatures, eps, momentum, affine, trackRunningStats, device, dtype)
    {
    }

    // The lazy one.
    private protected BatchNorm1d(double eps, double? momentum, bool affine, bool trackRunningStats, Device? device, DType? dtype)
        : base(null, eps, momentum, affine, trackRunningStats, device, dtype)
    {
    }

    private protected override void CheckInputDim(Tensor input)
    {
        if (input.Dim() is not (2 or 3))
        {
            throw WrongDim("2D or 3D", input);
        }
    }
}
