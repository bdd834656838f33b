namespace TorchLite.Nn;

/// <summary>
/// How much the score of another class comes within a margin of that of the right one: PyTorch's <c>torch.nn.MultiMarginLoss</c>.
/// </summary>
/// <example><code>
/// new MultiMarginLoss().Call(Torch.Tensor([[0.5, 1.0]]), Torch.Tensor([1]))   // tensor(0.2500)
/// </code></example>
public class MultiMarginLoss : WeightedLoss
{
    /// <summary>Says how the loss is calculated.</summary>
    /// <param name="p">The power to which the differences are raised, 1 or 2.</param>
    /// <param name="margin">The margin.</param>
    /// <param name="weight">A weight for each class; null: all are 1.</param>
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    /// <exception cref="TorchValueException">The power is not 1 or 2, or the weights are not in one dimension.</exception>
    public MultiMarginLoss(long p = 1, double margin = 1.0, Tensor? weight = null, Reduction reduction = Reduction.Mean)
        : base(weight, reduction)
    {
        if (p is not (1 or 2))
        {
            throw new TorchValueException("only p == 1 and p == 2 supported");
        }

        if (weight is not null && weight.Dim() != 1)
        {
            throw new TorchValueException($"MultiMarginLoss: expected weight to be None or 1D tensor, got {weight.Dim()}D instead");
        }

        (P, Margin) = (p, margin);
    }

    /// <summary>The power to which the differences are raised, 1 or 2.</summary>
    public long P { get; }

    /// <summary>The margin.</summary>
    public double Margin { get; }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input1, Tensor input2) =>
        Torch.Nn.Functional.MultiMarginLoss(input1, input2, P, Margin, Weight, Reduction);
}
