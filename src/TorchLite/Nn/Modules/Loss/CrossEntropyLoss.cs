namespace TorchLite.Nn;

/// <summary>The cross entropy between scores and classes, or their probabilities: PyTorch's <c>torch.nn.CrossEntropyLoss</c>.</summary>
/// <example><code>
/// var scores = Torch.Tensor([[1.0, 2.0, 3.0], [1.0, 1.0, 1.0]]);
/// new CrossEntropyLoss().Call(scores, Torch.Tensor([2, 0]))   // tensor(0.7531)
/// new CrossEntropyLoss(weight: Torch.Tensor([1.0, 1.0, 3.0])).StateDict().Keys.First()   // weight
/// </code></example>
public class CrossEntropyLoss : WeightedLoss
{
    /// <summary>Says how the loss is calculated.</summary>
    /// <param name="weight">A weight for each class; null: all are 1.</param>
    /// <param name="ignoreIndex">The class that does not count, where the target is integers.</param>
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    /// <param name="labelSmoothing">How much of the probability is spread over all classes, 0 to 1.</param>
    public CrossEntropyLoss(
        Tensor? weight = null, long ignoreIndex = -100, Reduction reduction = Reduction.Mean, double labelSmoothing = 0.0)
        : base(weight, reduction) =>
        (IgnoreIndex, LabelSmoothing) = (ignoreIndex, labelSmoothing);

    /// <summary>The class that does not count, where the target is integers.</summary>
    public long IgnoreIndex { get; }

    /// <summary>How much of the probability is spread over all classes, 0 to 1.</summary>
    public double LabelSmoothing { get; }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input1, Tensor input2) =>
        Torch.Nn.Functional.CrossEntropy(input1, input2, Weight, IgnoreIndex, Reduction, LabelSmoothing);
}
