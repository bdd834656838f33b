using System.Collections;

namespace TorchLite.Utils.Data;

/// <summary>
/// Items that come one after the other, such as the lines of a file or what arrives over a network: PyTorch's <c>IterableDataset</c>, to
/// derive datasets of one's own from. Whatever takes one takes any <see cref="IEnumerable{T}"/>, and a loader any
/// <see cref="IAsyncEnumerable{T}"/>.
/// </summary>
/// <typeparam name="T">An item.</typeparam>
/// <remarks>
/// Each worker of a loader walks over all of it, so that all come once for each worker, unless the walk asks
/// <see cref="Torch.Utils.Data.GetWorkerInfo"/> which part is this worker's. One that knows how many items there are says so as an
/// <see cref="IReadOnlyCollection{T}"/>.
/// </remarks>
/// <example><code>
/// string Batches(int workers) =>
///     string.Join(", ", new DataLoader&lt;long, Tensor&gt;(new Numbers(), batchSize: 2, numWorkers: workers));
/// Batches(0)   // tensor([0, 1]), tensor([2, 3]), tensor([4])
/// Batches(2)   // tensor([0, 2]), tensor([1, 3]), tensor([4])
///
/// class Numbers : IterableDataset&lt;long&gt;
/// {
///     public override IEnumerator&lt;long&gt; GetEnumerator()
///     {
///         var worker = Torch.Utils.Data.GetWorkerInfo();
///         for (var i = worker?.Id ?? 0L; i &lt; 5; i += worker?.NumWorkers ?? 1)
///             yield return i;
///     }
/// }
/// </code></example>
public abstract class IterableDataset<T> : IEnumerable<T>
{
    /// <summary>One dataset after the other: PyTorch's <c>+</c>.</summary>
    /// <param name="left">The items that come first.</param>
    /// <param name="right">Those that come after them.</param>
    /// <returns>A dataset of both.</returns>
    /// <exception cref="ArgumentNullException">A dataset is null.</exception>
    public static ChainDataset<T> operator +(IterableDataset<T> left, IterableDataset<T> right) => new(left, right);

    /// <summary>Begins to walk over the items: PyTorch's <c>iter(dataset)</c>. It is called anew for each epoch and each worker.</summary>
    /// <returns>The enumerator; the loader disposes it.</returns>
    public abstract IEnumerator<T> GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
