namespace TorchLite.Nn;

/// <summary>
/// max(0, -target · (input1 - input2) + margin), of scores that should be in order: PyTorch's <c>torch.nn.MarginRankingLoss</c>.
/// </summary>
/// <example><code>
/// new MarginRankingLoss().Call(Torch.Tensor([1.0]), Torch.Tensor([3.0]), Torch.Tensor([1]))   // tensor(2.)
/// </code></example>
public class MarginRankingLoss : TripleLoss
{
    /// <summary>Says how the loss is calculated.</summary>
    /// <param name="margin">By how much the greater one should be greater.</param>
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    public MarginRankingLoss(double margin = 0.0, Reduction reduction = Reduction.Mean)
        : base(reduction) =>
        Margin = margin;

    /// <summary>By how much the greater one should be greater.</summary>
    public double Margin { get; }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input1, Tensor input2, Tensor input3) =>
        Torch.Nn.Functional.MarginRankingLoss(input1, input2, input3, Margin, Reduction);
}
