namespace TorchLite.Nn;

/// <summary>The Kullback-Leibler divergence of a distribution from another: PyTorch's <c>torch.nn.KLDivLoss</c>.</summary>
/// <example><code>
/// var loss = new KLDivLoss(Reduction.Batchmean);
/// loss.Call(Torch.Tensor([[0.5, 0.5]]).Log(), Torch.Tensor([[0.25, 0.75]]))   // tensor(0.1308)
/// </code></example>
public class KLDivLoss : Loss
{
    /// <summary>Says how the loss is calculated.</summary>
    /// <param name="reduction">
    /// What becomes of the losses of the elements; <c>Batchmean</c> is the divergence as mathematics has it.
    /// </param>
    /// <param name="logTarget">Whether the target is logarithms, too.</param>
    public KLDivLoss(Reduction reduction = Reduction.Mean, bool logTarget = false)
        : base(reduction) =>
        LogTarget = logTarget;

    /// <summary>Whether the target is logarithms, too.</summary>
    public bool LogTarget { get; }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input1, Tensor input2) =>
        Torch.Nn.Functional.KlDiv(input1, input2, Reduction, LogTarget);
}
