namespace TorchLite.Utils.Data;

/// <summary>
/// The part of a dataset that is one process's of several that train together: PyTorch's <c>DistributedSampler</c>.
/// </summary>
/// <remarks>Call <see cref="SetEpoch"/> before each epoch, or the order is the same in all.</remarks>
/// <example><code>
/// string Part(int rank, int epoch = 0)
/// {
///     var sampler = new DistributedSampler(7, numReplicas: 2, rank: rank);
///     sampler.SetEpoch(epoch);
///     return string.Join(" ", sampler);
/// }
///
/// Part(0)             // 4 5 2 1
/// Part(1)             // 0 3 6 4
/// Part(1, epoch: 1)   // 6 3 2 0
/// </code></example>
public sealed class DistributedSampler : Sampler<int>
{
    private readonly int dataset;

    /// <summary>A sampler of one process.</summary>
    /// <param name="dataset">How many items there are: the dataset's <c>Count</c>.</param>
    /// <param name="numReplicas">How many processes there are; null: as many as in the default group.</param>
    /// <param name="rank">Which of them this is, from 0; null: its rank in that group.</param>
    /// <param name="shuffle">Whether the order is random, and another in each epoch.</param>
    /// <param name="seed">The seed of the order, the same in all processes.</param>
    /// <param name="dropLast">
    /// Whether those at the end are left out that cannot be divided by the number of processes; else some come again, so that all have as
    /// many.
    /// </param>
    /// <exception cref="TorchValueException">
    /// There is no such process; or no number is given, and no process group is there to ask.
    /// </exception>
    public DistributedSampler(
        int dataset, int? numReplicas = null, int? rank = null, bool shuffle = true, long seed = 0, bool dropLast = false)
    {
        var (replicas, own) = (numReplicas ?? Torch.Distributed.GetWorldSize(), rank ?? Torch.Distributed.GetRank());
        if (own >= replicas || own < 0)
        {
            throw new TorchValueException($"Invalid rank {own}, rank should be in the interval [0, {replicas - 1}]");
        }

        this.dataset = dataset;
        (NumReplicas, Rank, Shuffle, Seed, DropLast) = (replicas, own, shuffle, seed, dropLast);
        NumSamples = Sizes.Batches(dataset, replicas, dropLast);
    }

    /// <summary>How many processes there are.</summary>
    public int NumReplicas { get; }

    /// <summary>Which of them this is.</summary>
    public int Rank { get; }

    /// <summary>Whether the order is random.</summary>
    public bool Shuffle { get; }

    /// <summary>The seed of the order.</summary>
    public long Seed { get; }

    /// <summary>Whether those at the end are left out that cannot be divided by the number of processes.</summary>
    public bool DropLast { get; }

    /// <summary>The epoch, which counts to the seed.</summary>
    /// <example><code>
    /// var sampler = new DistributedSampler(7, numReplicas: 2, rank: 0);
    /// sampler.SetEpoch(3);
    /// sampler.Epoch        // 3
    /// sampler.NumSamples   // 4
    /// </code></example>
    public int Epoch { get; private set; }

    /// <summary>How many items each process has: PyTorch's <c>num_samples</c>.</summary>
    /// <example><code>
    /// new DistributedSampler(7, numReplicas: 2, rank: 0, dropLast: true).NumSamples   // 3
    /// </code></example>
    public int NumSamples { get; }

    /// <inheritdoc/>
    public override int Count => NumSamples;

    /// <summary>Sets the epoch, which makes the order another one: PyTorch's <c>set_epoch</c>.</summary>
    /// <param name="epoch">The number of the epoch.</param>
    public void SetEpoch(int epoch) => Epoch = epoch;

    /// <inheritdoc/>
    public override IEnumerator<int> GetEnumerator()
    {
        var all = Shuffle ? Draws.Permutation(dataset, new Generator().ManualSeed(Seed + Epoch)) : [.. Enumerable.Range(0, dataset)];
        for (var i = 0; i < NumSamples; i++)
        {
            // Past the end it begins again.
            yield return all[(((long)i * NumReplicas) + Rank) % all.Length];
        }
    }
}
