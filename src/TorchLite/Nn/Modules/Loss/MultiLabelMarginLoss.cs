namespace TorchLite.Nn;

/// <summary>
/// How much the score of a class that is not among the right ones comes within 1 of one that is: PyTorch's
/// <c>torch.nn.MultiLabelMarginLoss</c>.
/// </summary>
/// <example><code>
/// var loss = new MultiLabelMarginLoss();
/// loss.Call(Torch.Tensor([0.1, 0.2, 0.4, 0.8]), Torch.Tensor([3, 0, -1, 1]))   // tensor(0.8500)
/// </code></example>
public class MultiLabelMarginLoss : Loss
{
    /// <summary>Says how the loss is calculated.</summary>
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    public MultiLabelMarginLoss(Reduction reduction = Reduction.Mean)
        : base(reduction)
    {
    }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input1, Tensor input2) =>
        Torch.Nn.Functional.MultilabelMarginLoss(input1, input2, Reduction);
}
