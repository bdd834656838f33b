namespace TorchLite.Utils.Data;

/// <summary>
/// Some items of a dataset: PyTorch's <c>Subset</c>.
/// <see cref="Torch.Utils.Data.RandomSplit{T}(IReadOnlyList{T}, IReadOnlyList{int}, Generator)"/> makes them.
/// </summary>
/// <typeparam name="T">An item.</typeparam>
/// <param name="dataset">The whole dataset.</param>
/// <param name="indices">The numbers of the items in it.</param>
/// <exception cref="ArgumentNullException">The dataset or the numbers are null.</exception>
/// <example><code>
/// var even = new Subset&lt;string&gt;(["zero", "one", "two", "three"], [0, 2]);
/// even.Count   // 2
/// even[1]      // two
/// </code></example>
public sealed class Subset<T>(IReadOnlyList<T> dataset, IReadOnlyList<int> indices) : Dataset<T>
{
    /// <summary>The whole dataset.</summary>
    public IReadOnlyList<T> Dataset { get; } = dataset ?? throw new ArgumentNullException(nameof(dataset));

    /// <summary>The numbers of the items in it.</summary>
    public IReadOnlyList<int> Indices { get; } = indices ?? throw new ArgumentNullException(nameof(indices));

    /// <inheritdoc/>
    public override int Count => Indices.Count;

    /// <summary>An item of the whole dataset.</summary>
    /// <param name="index">The place of its number; a negative one counts from the end.</param>
    /// <exception cref="TorchIndexException">There are not so many numbers.</exception>
    public override T this[int index] => Dataset[NumberAt(index)];

    /// <summary>The number of an item in the whole dataset.</summary>
    internal int NumberAt(int index) => Indices[Sizes.Place(index, Indices.Count)];
}
