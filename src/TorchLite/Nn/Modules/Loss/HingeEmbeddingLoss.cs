namespace TorchLite.Nn;

/// <summary>
/// Distances of what should be alike, and max(0, margin - distance) of others: PyTorch's <c>torch.nn.HingeEmbeddingLoss</c>.
/// </summary>
/// <example><code>
/// new HingeEmbeddingLoss().Call(Torch.Tensor([2.0, 0.5]), Torch.Tensor([1, -1]))   // tensor(1.2500)
/// </code></example>
public class HingeEmbeddingLoss : Loss
{
    /// <summary>Says how the loss is calculated.</summary>
    /// <param name="margin">The distance from which others do not count.</param>
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    public HingeEmbeddingLoss(double margin = 1.0, Reduction reduction = Reduction.Mean)
        : base(reduction) =>
        Margin = margin;

    /// <summary>The distance from which others do not count.</summary>
    public double Margin { get; }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input1, Tensor input2) =>
        Torch.Nn.Functional.HingeEmbeddingLoss(input1, input2, Margin, Reduction);
}
