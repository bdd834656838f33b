namespace TorchLite.Nn;

/// <summary>max(0, margin + distance to the positive - distance to the negative): PyTorch's <c>torch.nn.TripletMarginLoss</c>.</summary>
/// <example><code>
/// var loss = new TripletMarginLoss();
/// loss.Call(Torch.Tensor([[0.0]]), Torch.Tensor([[1.0]]), Torch.Tensor([[1.5]]))   // tensor(0.5000)
/// </code></example>
public class TripletMarginLoss : TripleLoss
{
    /// <summary>Says how the loss is calculated.</summary>
    /// <param name="margin">By how much the negative should be farther.</param>
    /// <param name="p">The order of the norm of a distance.</param>
    /// <param name="eps">What is added to differences.</param>
    /// <param name="swap">Whether the negative may be nearer to the positive, and is taken from there.</param>
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    /// <exception cref="TorchValueException">The margin is not positive.</exception>
    public TripletMarginLoss(
        double margin = 1.0, double p = 2.0, double eps = 1e-6, bool swap = false, Reduction reduction = Reduction.Mean)
        : base(reduction)
    {
        if (margin <= 0)
        {
            throw new TorchValueException(
                $"TripletMarginLoss: expected margin to be greater than 0, got {Printing.PythonText.Of(margin)} instead");
        }

        (Margin, P, Eps, Swap) = (margin, p, eps, swap);
    }

    /// <summary>By how much the negative should be farther.</summary>
    public double Margin { get; }

    /// <summary>The order of the norm of a distance.</summary>
    public double P { get; }

    /// <summary>What is added to differences.</summary>
    public double Eps { get; }

    /// <summary>Whether the negative may be nearer to the positive, and is taken from there.</summary>
    public bool Swap { get; }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input1, Tensor input2, Tensor input3) =>
        Torch.Nn.Functional.TripletMarginLoss(input1, input2, input3, Margin, P, Eps, Swap, Reduction);
}
