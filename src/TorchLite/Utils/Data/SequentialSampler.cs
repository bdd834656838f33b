namespace TorchLite.Utils.Data;

/// <summary>All items in order: PyTorch's <c>SequentialSampler</c>.</summary>
/// <example><code>
/// string.Join(" ", new SequentialSampler(4))   // 0 1 2 3
/// </code></example>
public sealed class SequentialSampler : Sampler<int>
{
    private readonly Func<int> dataSource;

    /// <summary>A sampler of a dataset.</summary>
    /// <param name="dataSource">How many items there are: the dataset's <c>Count</c>.</param>
    public SequentialSampler(int dataSource)
        : this(Fixed(dataSource))
    {
    }

    internal SequentialSampler(Func<int> dataSource) => this.dataSource = dataSource;

    /// <inheritdoc/>
    public override int Count => dataSource();

    /// <inheritdoc/>
    public override IEnumerator<int> GetEnumerator() => Enumerable.Range(0, Count).GetEnumerator();
}
