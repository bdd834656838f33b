namespace TorchLite.Nn;

/// <summary>What <see cref="BatchNorm1d"/> and its kin have in common: PyTorch's <c>_BatchNorm</c>.</summary>
public abstract class BatchNorm : NormBase
{
    private protected BatchNorm(
        long? numFeatures, double eps, double? momentum, bool affine, bool trackRunningStats, Device? device, DType? dtype)
        : base(numFeatures, eps, momentum, affine, trackRunningStats, device, dtype)
    {
    }

    private protected abstract void CheckInputDim(Tensor input);

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        Prepare(input);
        CheckInputDim(input);
        var factor = Momentum ?? 0.0;
        if (Training && TrackRunningStats && NumBatchesTracked is not null)
        {
            NumBatchesTracked.Add_(1);
            factor = Momentum ?? 1.0 / (double)NumBatchesTracked;
        }

        // Those of the input in training, and where there are no others.
        var ownStatistics = Training || (RunningMean is null && RunningVar is null);
        var isTracked = !Training || TrackRunningStats;
        return Normalized(input, isTracked ? RunningMean : null, isTracked ? RunningVar : null, ownStatistics, factor);
    }

    private protected virtual Tensor Normalized(Tensor input, Tensor? mean, Tensor? variance, bool ownStatistics, double factor) =>
        Torch.Nn.Functional.BatchNorm(input, mean, variance, Weight, Bias, ownStatistics, factor, Eps);

    private protected static TorchValueException WrongDim(string expected, Tensor input) =>
        new($"expected {expected} input (got {input.Dim()}D input)");
}
