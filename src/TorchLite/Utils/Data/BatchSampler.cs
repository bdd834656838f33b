namespace TorchLite.Utils.Data;

/// <summary>What another sampler gives, in batches: PyTorch's <c>BatchSampler</c>.</summary>
/// <example><code>
/// string Batches(bool dropLast) =>
///     string.Join(" | ", new BatchSampler(new SequentialSampler(5), 2, dropLast).Select(batch => string.Join(" ", batch)));
/// Batches(false)   // 0 1 | 2 3 | 4
/// Batches(true)    // 0 1 | 2 3
/// </code></example>
public sealed class BatchSampler : Sampler<int[]>
{
    /// <summary>A sampler of batches.</summary>
    /// <param name="sampler">The numbers, in order.</param>
    /// <param name="batchSize">How many a batch has.</param>
    /// <param name="dropLast">Whether the last one is left out where there are not enough numbers for it.</param>
    /// <exception cref="ArgumentNullException">There is no sampler.</exception>
    /// <exception cref="TorchValueException">The size is not positive.</exception>
    public BatchSampler(IEnumerable<int> sampler, int batchSize, bool dropLast)
    {
        ArgumentNullException.ThrowIfNull(sampler);
        if (batchSize <= 0)
        {
            throw new TorchValueException($"batch_size should be a positive integer value, but got batch_size={batchSize}");
        }

        (Sampler, BatchSize, DropLast) = (sampler, batchSize, dropLast);
    }

    /// <summary>The numbers, in order.</summary>
    public IEnumerable<int> Sampler { get; }

    /// <summary>How many a batch has.</summary>
    public int BatchSize { get; }

    /// <summary>Whether the last one is left out where there are not enough numbers for it.</summary>
    public bool DropLast { get; }

    /// <summary>How many batches there are.</summary>
    /// <exception cref="TorchTypeException">The sampler does not know how many it gives.</exception>
    public override int Count => Sizes.Batches(Sizes.Of(Sampler), BatchSize, DropLast);

    /// <inheritdoc/>
    public override IEnumerator<int[]> GetEnumerator() =>
        (Sampler is RandomSampler random ? Cut(random) : Sampler.Chunk(BatchSize))
            .Where(batch => !DropLast || batch.Length == BatchSize).GetEnumerator();

    // The same as one by one, without a call for each.
    private IEnumerable<int[]> Cut(RandomSampler random)
    {
        var size = Math.Min(BatchSize, random.Count);
        var (batch, filled) = (new int[size], 0);
        foreach (var run in random.Runs())
        {
            for (var at = 0; at < run.Count;)
            {
                var count = Math.Min(size - filled, run.Count - at);
                run.AsSpan(at, count).CopyTo(batch.AsSpan(filled));
                (at, filled) = (at + count, filled + count);
                if (filled == size)
                {
                    yield return batch;
                    (batch, filled) = (new int[size], 0);
                }
            }
        }

        if (filled > 0)
        {
            yield return batch[..filled];
        }
    }
}
