using System.Collections;

namespace TorchLite.Utils.Data;

/// <summary>
/// The order in which a loader takes items: PyTorch's <c>Sampler</c>, to derive orders of one's own from. A loader takes any
/// <see cref="IEnumerable{T}"/> of numbers as a sampler, and of lists of them as one for batches.
/// </summary>
/// <typeparam name="T">The number of an item, or a list of those of a batch.</typeparam>
/// <example><code>
/// string.Join(" ", new Backwards(4))   // 3 2 1 0
/// new DataLoader&lt;int, Tensor&gt;([10, 20, 30], sampler: new Backwards(3), batchSize: 2).First()   // tensor([30, 20])
///
/// class Backwards(int count) : Sampler&lt;int&gt;
/// {
///     public override int Count => count;
///     public override IEnumerator&lt;int&gt; GetEnumerator() => Enumerable.Range(0, count).Reverse().GetEnumerator();
/// }
/// </code></example>
public abstract class Sampler<T> : IReadOnlyCollection<T>
{
    /// <summary>How many it gives: PyTorch's <c>len(sampler)</c>.</summary>
    public abstract int Count { get; }

    /// <summary>Begins anew, in another order where that is random.</summary>
    /// <returns>The enumerator.</returns>
    public abstract IEnumerator<T> GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Read at each walk, as the dataset of a loader may have grown.
    private protected static Func<int> Fixed(int count) => () => count;
}
