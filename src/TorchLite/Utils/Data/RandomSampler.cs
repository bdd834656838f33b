namespace TorchLite.Utils.Data;

/// <summary>Items in random order, each once or drawn anew each time: PyTorch's <c>RandomSampler</c>.</summary>
/// <example><code>
/// Torch.ManualSeed(0);
/// string.Join(" ", new RandomSampler(6))                                       // 0 1 2 3 5 4
/// var generator = new Generator().ManualSeed(0);
/// string.Join(" ", new RandomSampler(6, replacement: true, numSamples: 8, generator))   // 2 3 5 0 1 3 1 1
/// </code></example>
public sealed class RandomSampler : Sampler<int>
{
    // As many as Python draws at a time.
    private const int Drawn = 32;

    private readonly Func<int> dataSource;
    private readonly int? numSamples;
    private readonly Generator? generator;

    /// <summary>A sampler of a dataset.</summary>
    /// <param name="dataSource">How many items there are: the dataset's <c>Count</c>.</param>
    /// <param name="replacement">Whether each is drawn of all, so that one may come often and another not at all.</param>
    /// <param name="numSamples">
    /// How many it gives; null: as many as there are. Without replacement, one may come again when all have come.
    /// </param>
    /// <param name="generator">The generator of the random numbers; null: one whose seed the default generator draws at each walk.</param>
    /// <exception cref="TorchValueException">It would give none.</exception>
    public RandomSampler(int dataSource, bool replacement = false, int? numSamples = null, Generator? generator = null)
        : this(Fixed(dataSource), replacement, numSamples, generator)
    {
    }

    internal RandomSampler(Func<int> dataSource, bool replacement, int? numSamples, Generator? generator)
    {
        (this.dataSource, Replacement, this.numSamples, this.generator) = (dataSource, replacement, numSamples, generator);
        if (NumSamples <= 0)
        {
            throw new TorchValueException($"num_samples should be a positive integer value, but got num_samples={NumSamples}");
        }
    }

    /// <summary>Whether each is drawn of all.</summary>
    public bool Replacement { get; }

    /// <summary>How many it gives.</summary>
    public int NumSamples => numSamples ?? dataSource();

    /// <inheritdoc/>
    public override int Count => NumSamples;

    /// <inheritdoc/>
    public override IEnumerator<int> GetEnumerator()
    {
        foreach (var run in Runs())
        {
            for (var i = 0; i < run.Count; i++)
            {
                yield return run[i];
            }
        }
    }

    /// <summary>The numbers, as many at a time as are drawn at a time.</summary>
    internal IEnumerable<ArraySegment<int>> Runs()
    {
        var (all, count) = (dataSource(), NumSamples);
        if (all == 0 && !Replacement)
        {
            throw new DivideByZeroException("integer division or modulo by zero");
        }

        var own = generator ?? new Generator().ManualSeed(Draws.Seed(null));

        // The last are drawn even where nothing of them is needed, as in Python: the generator goes on from there.
        for (var left = count; left >= 0; left -= Replacement ? Drawn : all)
        {
            var drawn = Replacement ? Draws.Of(all, Math.Min(left, Drawn), own) : Draws.Permutation(all, own);
            yield return new(drawn, 0, Math.Min(left, drawn.Length));
        }
    }
}
