namespace TorchLite.Nn;

/// <summary>
/// The cross entropy between scores, of which the sigmoid is a probability, and what that should be: PyTorch's
/// <c>torch.nn.BCEWithLogitsLoss</c>.
/// </summary>
/// <example><code>
/// new BCEWithLogitsLoss().Call(Torch.Zeros(2), Torch.Tensor([0.0, 1.0]))   // tensor(0.6931)
/// var loss = new BCEWithLogitsLoss(posWeight: Torch.Tensor([1.0, 3.0]));
/// loss.Call(Torch.Zeros(2), Torch.Ones(2))   // tensor(1.3863)
/// </code></example>
public class BCEWithLogitsLoss : WeightedLoss
{
    /// <summary>Says how the loss is calculated.</summary>
    /// <param name="weight">A weight for each element, which broadcasts; null: all are 1.</param>
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    /// <param name="posWeight">A weight for the positive part of each class, which broadcasts; null: all are 1.</param>
    public BCEWithLogitsLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? posWeight = null)
        : base(weight, reduction) => PosWeight = posWeight is null ? null : new Buffer(posWeight);

    /// <summary>The weights of the positive parts; null: all are 1.</summary>
    public Buffer? PosWeight { get; set; }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input1, Tensor input2) =>
        Torch.Nn.Functional.BinaryCrossEntropyWithLogits(input1, input2, Weight, Reduction, PosWeight);
}
