namespace TorchLite.Nn;

/// <summary>The negative log likelihood of counts, whose expectation is predicted: PyTorch's <c>torch.nn.PoissonNLLLoss</c>.</summary>
/// <example><code>
/// new PoissonNLLLoss().Call(Torch.Tensor([0.0]), Torch.Tensor([2.0]))   // tensor(1.)
/// </code></example>
public class PoissonNLLLoss : Loss
{
    /// <summary>Says how the loss is calculated.</summary>
    /// <param name="logInput">Whether the input is logarithms of expectations.</param>
    /// <param name="full">Whether to add Stirling's approximation of log(target!) for counts above 1.</param>
    /// <param name="eps">What is added to the expectations before their logarithm is taken, where the input is none.</param>
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    public PoissonNLLLoss(bool logInput = true, bool full = false, double eps = 1e-8, Reduction reduction = Reduction.Mean)
        : base(reduction) =>
        (LogInput, Full, Eps) = (logInput, full, eps);

    /// <summary>Whether the input is logarithms of expectations.</summary>
    public bool LogInput { get; }

    /// <summary>Whether to add Stirling's approximation of log(target!) for counts above 1.</summary>
    public bool Full { get; }

    /// <summary>What is added to the expectations before their logarithm is taken, where the input is none.</summary>
    public double Eps { get; }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input1, Tensor input2) =>
        Torch.Nn.Functional.PoissonNllLoss(input1, input2, LogInput, Full, Eps, Reduction);
}
