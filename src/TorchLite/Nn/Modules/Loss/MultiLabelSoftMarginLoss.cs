namespace TorchLite.Nn;

/// <summary>
/// The cross entropy of each class by itself, as a mean over the classes: PyTorch's <c>torch.nn.MultiLabelSoftMarginLoss</c>.
/// </summary>
/// <example><code>
/// new MultiLabelSoftMarginLoss().Call(Torch.Zeros(1, 2), Torch.Tensor([[0.0, 1.0]]))   // tensor(0.6931)
/// </code></example>
public class MultiLabelSoftMarginLoss : WeightedLoss
{
    /// <summary>Says how the loss is calculated.</summary>
    /// <param name="weight">A weight for each class; null: all are 1.</param>
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    public MultiLabelSoftMarginLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean)
        : base(weight, reduction)
    {
    }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input1, Tensor input2) =>
        Torch.Nn.Functional.MultilabelSoftMarginLoss(input1, input2, Weight, Reduction);
}
