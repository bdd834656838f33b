namespace TorchLite.Nn;

/// <summary>The differences d: 0.5 d² for those up to delta, and delta (|d| - 0.5 delta): PyTorch's <c>torch.nn.HuberLoss</c>.</summary>
/// <example><code>
/// new HuberLoss().Call(Torch.Tensor([1.0, 2.0]), Torch.Tensor([1.0, 4.0]))   // tensor(0.7500)
/// </code></example>
public class HuberLoss : Loss
{
    /// <summary>Says how the loss is calculated.</summary>
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    /// <param name="delta">Where the square ends.</param>
    public HuberLoss(Reduction reduction = Reduction.Mean, double delta = 1.0)
        : base(reduction) =>
        Delta = delta;

    /// <summary>Where the square ends.</summary>
    public double Delta { get; }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input1, Tensor input2) =>
        Torch.Nn.Functional.HuberLoss(input1, input2, Reduction, Delta);
}
