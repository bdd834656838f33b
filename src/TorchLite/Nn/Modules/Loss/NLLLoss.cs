namespace TorchLite.Nn;

/// <summary>The negative log likelihood of classes: PyTorch's <c>torch.nn.NLLLoss</c>.</summary>
/// <example><code>
/// new NLLLoss().Call(Torch.Tensor([[-1.0, -2.0], [-3.0, -4.0]]), Torch.Tensor([0, 1]))   // tensor(2.5000)
/// </code></example>
public class NLLLoss : WeightedLoss
{
    /// <summary>Says how the loss is calculated.</summary>
    /// <param name="weight">A weight for each class; null: all are 1.</param>
    /// <param name="ignoreIndex">The class that does not count.</param>
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    public NLLLoss(Tensor? weight = null, long ignoreIndex = -100, Reduction reduction = Reduction.Mean)
        : base(weight, reduction) =>
        IgnoreIndex = ignoreIndex;

    /// <summary>The class that does not count.</summary>
    public long IgnoreIndex { get; }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input1, Tensor input2) =>
        Torch.Nn.Functional.NllLoss(input1, input2, Weight, IgnoreIndex, Reduction);
}
