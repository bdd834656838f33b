namespace TorchLite.Utils.Data;

/// <summary>Datasets that are walked over one after the other: PyTorch's <c>ChainDataset</c>.</summary>
/// <typeparam name="T">An item.</typeparam>
/// <example><code>
/// IEnumerable&lt;int&gt; Odd() { yield return 1; yield return 3; }
/// string.Join(" ", new ChainDataset&lt;int&gt;(Odd(), [2, 4]))   // 1 3 2 4
/// new ChainDataset&lt;int&gt;([1, 3], [2, 4]).Count               // 4
/// </code></example>
public sealed class ChainDataset<T> : IterableDataset<T>
{
    private readonly IEnumerable<T>[] datasets;

    /// <summary>Puts datasets one after the other.</summary>
    /// <param name="datasets">The datasets.</param>
    /// <exception cref="ArgumentNullException">A dataset is null.</exception>
    public ChainDataset(params ReadOnlySpan<IEnumerable<T>> datasets)
    {
        this.datasets = datasets.ToArray();
        foreach (var dataset in this.datasets)
        {
            ArgumentNullException.ThrowIfNull(dataset, nameof(datasets));
        }
    }

    /// <summary>The datasets.</summary>
    public IReadOnlyList<IEnumerable<T>> Datasets => datasets;

    /// <summary>How many items there are in all.</summary>
    /// <exception cref="TorchTypeException">A dataset does not know how many it has.</exception>
    public int Count => datasets.Sum(Sizes.Of);

    /// <inheritdoc/>
    public override IEnumerator<T> GetEnumerator() => datasets.SelectMany(static dataset => dataset).GetEnumerator();
}
