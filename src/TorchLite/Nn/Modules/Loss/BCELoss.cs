namespace TorchLite.Nn;

/// <summary>The cross entropy between probabilities and what they should be: PyTorch's <c>torch.nn.BCELoss</c>.</summary>
/// <example><code>
/// new BCELoss().Call(Torch.Tensor([0.5, 0.5]), Torch.Tensor([0.0, 1.0]))   // tensor(0.6931)
/// </code></example>
public class BCELoss : WeightedLoss
{
    /// <summary>Says how the loss is calculated.</summary>
    /// <param name="weight">A weight for each element, which broadcasts; null: all are 1.</param>
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    public BCELoss(Tensor? weight = null, Reduction reduction = Reduction.Mean)
        : base(weight, reduction)
    {
    }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input1, Tensor input2) =>
        Torch.Nn.Functional.BinaryCrossEntropy(input1, input2, Weight, Reduction);
}
