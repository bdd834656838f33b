namespace TorchLite.Utils.Data;

/// <summary>Items drawn with given probabilities, such as rare classes more often: PyTorch's <c>WeightedRandomSampler</c>.</summary>
/// <example><code>
/// Torch.ManualSeed(0);
/// string.Join(" ", new WeightedRandomSampler([0.1, 0.9, 0.4, 0.7, 3.0, 0.6], 5))                      // 5 4 4 5 4
/// string.Join(" ", new WeightedRandomSampler([0.9, 0.4, 0.05, 0.2, 0.3, 0.1], 5, replacement: false)) // 1 4 0 3 5
/// </code></example>
public sealed class WeightedRandomSampler : Sampler<int>
{
    private readonly Generator? generator;

    /// <summary>A sampler of as many items as there are weights.</summary>
    /// <param name="weights">The weight of each item; their sum need not be 1.</param>
    /// <param name="numSamples">How many it gives.</param>
    /// <param name="replacement">Whether an item may come more than once.</param>
    /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
    /// <exception cref="ArgumentNullException">There are no weights.</exception>
    /// <exception cref="TorchValueException">It would give none.</exception>
    public WeightedRandomSampler(IReadOnlyList<double> weights, int numSamples, bool replacement = true, Generator? generator = null)
        : this(Torch.Tensor((weights ?? throw new ArgumentNullException(nameof(weights))).ToArray()), numSamples, replacement, generator)
    {
    }

    /// <summary>A sampler of as many items as there are weights.</summary>
    /// <param name="weights">The weight of each item, a tensor of one dimension; their sum need not be 1.</param>
    /// <param name="numSamples">How many it gives.</param>
    /// <param name="replacement">Whether an item may come more than once.</param>
    /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
    /// <exception cref="ArgumentNullException">There are no weights.</exception>
    /// <exception cref="TorchValueException">It would give none, or the weights have not one dimension.</exception>
    public WeightedRandomSampler(Tensor weights, int numSamples, bool replacement = true, Generator? generator = null)
    {
        if (numSamples <= 0)
        {
            throw new TorchValueException($"num_samples should be a positive integer value, but got num_samples={numSamples}");
        }

        if (NotNull(weights).Dim() != 1)
        {
            var shape = weights.Shape;
            throw new TorchValueException($"weights should be a 1d sequence but given weights have shape ({string.Join(", ", shape)})");
        }

        (Weights, NumSamples, Replacement, this.generator) = (weights.To(DType.Float64), numSamples, replacement, generator);
    }

    /// <summary>The weights, in double precision.</summary>
    public Tensor Weights { get; }

    /// <summary>How many it gives.</summary>
    public int NumSamples { get; }

    /// <summary>Whether an item may come more than once.</summary>
    public bool Replacement { get; }

    /// <inheritdoc/>
    public override int Count => NumSamples;

    /// <inheritdoc/>
    public override IEnumerator<int> GetEnumerator()
    {
        using var drawn = Weights.Multinomial(NumSamples, Replacement, generator);
        return Draws.Numbers(drawn).AsEnumerable().GetEnumerator();
    }
}
