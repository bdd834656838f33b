namespace TorchLite.Nn;

/// <summary>The absolute differences: PyTorch's <c>torch.nn.L1Loss</c>.</summary>
/// <example><code>
/// new L1Loss().Call(Torch.Tensor([1.0, 2.0]), Torch.Tensor([1.0, 4.0]))   // tensor(1.)
/// new L1Loss()   // L1Loss()
/// </code></example>
public class L1Loss : Loss
{
    /// <summary>Says how the loss is calculated.</summary>
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    public L1Loss(Reduction reduction = Reduction.Mean)
        : base(reduction)
    {
    }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input1, Tensor input2) =>
        Torch.Nn.Functional.L1Loss(input1, input2, Reduction);
}
