namespace TorchLite.Utils.Data;

/// <summary>Three datasets side by side: an item is a triple. PyTorch's <c>StackDataset</c>.</summary>
/// <typeparam name="T1">An item of the first.</typeparam>
/// <typeparam name="T2">An item of the second.</typeparam>
/// <typeparam name="T3">An item of the third.</typeparam>
/// <param name="first">The first dataset.</param>
/// <param name="second">The second.</param>
/// <param name="third">The third.</param>
/// <exception cref="ArgumentNullException">A dataset is null.</exception>
/// <exception cref="TorchValueException">They have not the same number of items.</exception>
/// <example><code>
/// new StackDataset&lt;int, string, bool&gt;([1, 2], ["one", "two"], [true, false])[1]   // (2, two, False)
/// </code></example>
public sealed class StackDataset<T1, T2, T3>(IReadOnlyList<T1> first, IReadOnlyList<T2> second, IReadOnlyList<T3> third)
    : Dataset<(T1 First, T2 Second, T3 Third)>
{
    private readonly IReadOnlyList<T1> first = first ?? throw new ArgumentNullException(nameof(first));
    private readonly IReadOnlyList<T2> second = second ?? throw new ArgumentNullException(nameof(second));
    private readonly IReadOnlyList<T3> third = third ?? throw new ArgumentNullException(nameof(third));

    /// <inheritdoc/>
    public override int Count { get; } = Sizes.Same([first.Count, second?.Count ?? 0, third?.Count ?? 0]);

    /// <inheritdoc/>
    public override (T1 First, T2 Second, T3 Third) this[int index] => (first[index], second[index], third[index]);
}
