namespace TorchLite.Nn;

/// <summary>What the losses with weights have in common: PyTorch's <c>_WeightedLoss</c>.</summary>
public abstract class WeightedLoss : Loss
{
    private protected WeightedLoss(Tensor? weight, Reduction reduction)
        : base(reduction) => Weight = weight is null ? null : new Buffer(weight);

    /// <summary>The weights; null: all are 1.</summary>
    public Buffer? Weight { get; set; }
}
