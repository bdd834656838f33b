namespace TorchLite.Utils.Data;

/// <summary>Two datasets side by side, such as images and their texts: an item is a pair. PyTorch's <c>StackDataset</c>.</summary>
/// <typeparam name="T1">An item of the first.</typeparam>
/// <typeparam name="T2">An item of the second.</typeparam>
/// <param name="first">The first dataset.</param>
/// <param name="second">The second.</param>
/// <exception cref="ArgumentNullException">A dataset is null.</exception>
/// <exception cref="TorchValueException">They have not the same number of items.</exception>
/// <example><code>
/// var dataset = new StackDataset&lt;int, string&gt;([1, 2], ["one", "two"]);
/// dataset[1]   // (2, two)
/// </code></example>
public sealed class StackDataset<T1, T2>(IReadOnlyList<T1> first, IReadOnlyList<T2> second) : Dataset<(T1 First, T2 Second)>
{
    private readonly IReadOnlyList<T1> first = first ?? throw new ArgumentNullException(nameof(first));
    private readonly IReadOnlyList<T2> second = second ?? throw new ArgumentNullException(nameof(second));

    /// <inheritdoc/>
    public override int Count { get; } = Sizes.Same([first.Count, second?.Count ?? 0]);

    /// <inheritdoc/>
    public override (T1 First, T2 Second) this[int index] => (first[index], second[index]);
}
