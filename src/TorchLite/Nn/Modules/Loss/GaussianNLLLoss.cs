namespace TorchLite.Nn;

/// <summary>
/// The negative log likelihood of numbers of which the expectation and the variance are predicted: PyTorch's
/// <c>torch.nn.GaussianNLLLoss</c>.
/// </summary>
/// <example><code>
/// var loss = new GaussianNLLLoss();
/// loss.Call(Torch.Tensor([1.0, 2.0]), Torch.Tensor([1.0, 4.0]), Torch.Tensor([1.0, 1.0]))   // tensor(1.)
/// loss.Call(Torch.Tensor([1.0, 2.0]), Torch.Tensor([1.0, 4.0]), 1.0)                        // tensor(1.)
/// </code></example>
public class GaussianNLLLoss : TripleLoss
{
    /// <summary>Says how the loss is calculated.</summary>
    /// <param name="full">Whether to add the constant 0.5 log(2π).</param>
    /// <param name="eps">The least variance that is calculated with.</param>
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    public GaussianNLLLoss(bool full = false, double eps = 1e-6, Reduction reduction = Reduction.Mean)
        : base(reduction) =>
        (Full, Eps) = (full, eps);

    /// <summary>Whether to add the constant 0.5 log(2π).</summary>
    public bool Full { get; }

    /// <summary>The least variance that is calculated with.</summary>
    public double Eps { get; }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input1, Tensor input2, Tensor input3) =>
        Torch.Nn.Functional.GaussianNllLoss(input1, input2, input3, Full, Eps, Reduction);

    /// <summary>Runs the module with one variance for all. Hooks are called.</summary>
    /// <param name="input">The expectations.</param>
    /// <param name="target">The numbers.</param>
    /// <param name="var">The variance.</param>
    /// <returns>The loss.</returns>
    public Tensor Call(Tensor input, Tensor target, double var) => HasHooks
        ? CallWithHooks([input, target, var],
            args => Forward(Input<Tensor>(args, 0, 3), Input<Tensor>(args, 1, 3), Input<double>(args, 2, 3)))
        : Forward(input, target, var);

    private Tensor Forward(Tensor input, Tensor target, double var) =>
        Torch.Nn.Functional.GaussianNllLoss(input, target, var, Full, Eps, Reduction);
}
