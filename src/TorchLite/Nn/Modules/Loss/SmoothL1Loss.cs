namespace TorchLite.Nn;

/// <summary>The differences d: 0.5 d² / beta for those below beta, and |d| - 0.5 beta: PyTorch's <c>torch.nn.SmoothL1Loss</c>.</summary>
/// <example><code>
/// new SmoothL1Loss().Call(Torch.Tensor([1.0, 2.0]), Torch.Tensor([1.0, 4.0]))   // tensor(0.7500)
/// </code></example>
public class SmoothL1Loss : Loss
{
    /// <summary>Says how the loss is calculated.</summary>
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    /// <param name="beta">Where the square ends; 0: nowhere is one.</param>
    public SmoothL1Loss(Reduction reduction = Reduction.Mean, double beta = 1.0)
        : base(reduction) =>
        Beta = beta;

    /// <summary>Where the square ends; 0: nowhere is one.</summary>
    public double Beta { get; }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input1, Tensor input2) =>
        Torch.Nn.Functional.SmoothL1Loss(input1, input2, Reduction, Beta);
}
