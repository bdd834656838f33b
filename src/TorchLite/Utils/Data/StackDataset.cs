namespace TorchLite.Utils.Data;

/// <summary>
/// Several datasets side by side, each with a name: an item is a dictionary of theirs. PyTorch's <c>StackDataset</c> of keyword arguments;
/// <see cref="StackDataset{T1, T2}"/> gives pairs.
/// </summary>
/// <typeparam name="T">An item of each.</typeparam>
/// <example><code>
/// var dataset = new StackDataset&lt;Tensor&gt;(("x", Torch.Arange(3).Unbind()), ("y", Torch.Ones(3).Unbind()));
/// dataset[2]["x"]                                                                     // tensor(2)
/// new DataLoader&lt;Dictionary&lt;string, Tensor&gt;&gt;(dataset, batchSize: 3).First()["x"]   // tensor([0, 1, 2])
/// dataset.Datasets.Count                                                              // 2
/// </code></example>
public sealed class StackDataset<T> : Dataset<Dictionary<string, T>>
{
    private readonly (string Name, IReadOnlyList<T> Dataset)[] datasets;

    /// <summary>Puts datasets side by side.</summary>
    /// <param name="datasets">Their names, and as long datasets each.</param>
    /// <exception cref="ArgumentNullException">A name or a dataset is null.</exception>
    /// <exception cref="ArgumentException">A name is there twice.</exception>
    /// <exception cref="TorchValueException">There is none, or they have not the same number of items.</exception>
    public StackDataset(params ReadOnlySpan<(string Name, IReadOnlyList<T> Dataset)> datasets)
    {
        this.datasets = datasets.ToArray();
        var named = new OrderedDictionary<string, IReadOnlyList<T>>(StringComparer.Ordinal);
        foreach (var (name, dataset) in datasets)
        {
            ArgumentNullException.ThrowIfNull(name, nameof(datasets));
            ArgumentNullException.ThrowIfNull(dataset, nameof(datasets));
            named.Add(name, dataset);
        }

        if (named.Count == 0)
        {
            throw new TorchValueException("At least one dataset should be passed");
        }

        Datasets = named;
        Count = Sizes.Same([.. named.Values.Select(static dataset => dataset.Count)]);
    }

    /// <summary>The datasets by their names.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<T>> Datasets { get; }

    /// <inheritdoc/>
    public override int Count { get; }

    /// <inheritdoc/>
    public override Dictionary<string, T> this[int index] =>
        datasets.ToDictionary(static one => one.Name, one => one.Dataset[index], StringComparer.Ordinal);
}
