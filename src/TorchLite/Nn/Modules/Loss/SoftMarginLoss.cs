namespace TorchLite.Nn;

/// <summary>log(1 + exp(-target · input)), of classes that are 1 and -1: PyTorch's <c>torch.nn.SoftMarginLoss</c>.</summary>
/// <example><code>
/// new SoftMarginLoss().Call(Torch.Zeros(2), Torch.Tensor([1.0, -1.0]))   // tensor(0.6931)
/// </code></example>
public class SoftMarginLoss : Loss
{
    /// <summary>Says how the loss is calculated.</summary>
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    public SoftMarginLoss(Reduction reduction = Reduction.Mean)
        : base(reduction)
    {
    }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input1, Tensor input2) =>
        Torch.Nn.Functional.SoftMarginLoss(input1, input2, Reduction);
}
