namespace TorchLite.Nn;

/// <summary>
/// max(0, margin + distance to the positive - distance to the negative), with a distance of one's own: PyTorch's
/// <c>torch.nn.TripletMarginWithDistanceLoss</c>.
/// </summary>
/// <example><code>
/// var loss = new TripletMarginWithDistanceLoss((a, b) => (a - b).Abs().Sum(-1));
/// loss.Call(Torch.Tensor([[0.0]]), Torch.Tensor([[1.0]]), Torch.Tensor([[1.5]]))   // tensor(0.5000)
/// new TripletMarginWithDistanceLoss()
/// // TripletMarginWithDistanceLoss(
/// //   (distance_function): PairwiseDistance()
/// // )
/// </code></example>
public class TripletMarginWithDistanceLoss : TripleLoss
{
    private readonly Func<Tensor, Tensor, Tensor>? function;

    /// <summary>Says how the loss is calculated.</summary>
    /// <param name="distanceFunction">The distances between two tensors of vectors.</param>
    /// <param name="margin">By how much the negative should be farther.</param>
    /// <param name="swap">Whether the negative may be nearer to the positive, and is taken from there.</param>
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    /// <exception cref="ArgumentNullException"><paramref name="distanceFunction"/> is null.</exception>
    /// <exception cref="TorchValueException">The margin is not positive.</exception>
    public TripletMarginWithDistanceLoss(
        Func<Tensor, Tensor, Tensor> distanceFunction, double margin = 1.0, bool swap = false, Reduction reduction = Reduction.Mean)
        : this(margin, swap, reduction)
    {
        ArgumentNullException.ThrowIfNull(distanceFunction);
        function = distanceFunction;
    }

    /// <summary>Says how the loss is calculated, with a module for the distance.</summary>
    /// <param name="distanceFunction">The distances between two tensors of vectors; null: a <see cref="PairwiseDistance"/>.</param>
    /// <param name="margin">By how much the negative should be farther.</param>
    /// <param name="swap">Whether the negative may be nearer to the positive, and is taken from there.</param>
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    /// <exception cref="TorchValueException">The margin is not positive.</exception>
    public TripletMarginWithDistanceLoss(
        Module<Tensor, Tensor, Tensor>? distanceFunction = null, double margin = 1.0, bool swap = false,
        Reduction reduction = Reduction.Mean)
        : this(margin, swap, reduction) => DistanceFunction = distanceFunction ?? new PairwiseDistance();

    private TripletMarginWithDistanceLoss(double margin, bool swap, Reduction reduction)
        : base(reduction)
    {
        if (margin <= 0)
        {
            throw new TorchValueException(
                $"TripletMarginWithDistanceLoss: expected margin to be greater than 0, got {Printing.PythonText.Of(margin)} instead");
        }

        (Margin, Swap) = (margin, swap);
    }

    /// <summary>The module that finds the distances; null where a function does.</summary>
    public Module<Tensor, Tensor, Tensor>? DistanceFunction { get; set; }

    /// <summary>By how much the negative should be farther.</summary>
    public double Margin { get; }

    /// <summary>Whether the negative may be nearer to the positive.</summary>
    public bool Swap { get; }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input1, Tensor input2, Tensor input3) =>
        Torch.Nn.Functional.TripletMarginWithDistanceLoss(
            input1, input2, input3, function ?? DistanceFunction!.Call, Margin, Swap, Reduction);
}
