namespace TorchLite.Nn;

/// <summary>The squared differences: PyTorch's <c>torch.nn.MSELoss</c>.</summary>
/// <example><code>
/// new MSELoss().Call(Torch.Tensor([1.0, 2.0]), Torch.Tensor([1.0, 4.0]))   // tensor(2.)
/// </code></example>
public class MSELoss : Loss
{
    /// <summary>Says how the loss is calculated.</summary>
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    public MSELoss(Reduction reduction = Reduction.Mean)
        : base(reduction)
    {
    }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input1, Tensor input2) =>
        Torch.Nn.Functional.MseLoss(input1, input2, Reduction);
}
