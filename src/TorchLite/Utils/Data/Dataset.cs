using System.Collections;

namespace TorchLite.Utils.Data;

/// <summary>
/// Items by their numbers, to derive datasets of one's own from: PyTorch's <c>Dataset</c>. Whatever takes a dataset takes any
/// <see cref="IReadOnlyList{T}"/>, an array or a list too.
/// </summary>
/// <typeparam name="T">An item: a tensor, a tuple such as <c>(Tensor X, Tensor Y)</c>, a record, …</typeparam>
/// <remarks>
/// <c>Count</c> says how many there are, and the indexer gives one. With workers, several threads ask for items at the same time: the
/// indexer must not change what the dataset holds, or must lock it. (Python's workers are processes, each with a copy of its own.)
/// </remarks>
/// <example><code>
/// var squares = new Squares();
/// squares[3].Y                                                             // tensor(9)
/// new DataLoader&lt;(Tensor X, Tensor Y)&gt;(squares, batchSize: 4).First().Y   // tensor([0, 1, 4, 9])
/// (squares + squares).Count                                                // 20
///
/// class Squares : Dataset&lt;(Tensor X, Tensor Y)&gt;
/// {
///     public override int Count => 10;
///     public override (Tensor X, Tensor Y) this[int index] => (Torch.Tensor(index), Torch.Tensor(index * index));
/// }
/// </code></example>
public abstract class Dataset<T> : IReadOnlyList<T>
{
    /// <summary>How many items there are: PyTorch's <c>len(dataset)</c>.</summary>
    public abstract int Count { get; }

    /// <summary>An item: PyTorch's <c>dataset[index]</c>.</summary>
    /// <param name="index">Its number, from 0 to below <see cref="Count"/>.</param>
    public abstract T this[int index] { get; }

    /// <summary>One dataset after the other: PyTorch's <c>+</c>.</summary>
    /// <param name="left">The items that come first.</param>
    /// <param name="right">Those that come after them.</param>
    /// <returns>A dataset of both.</returns>
    /// <exception cref="ArgumentNullException">A dataset is null.</exception>
    public static ConcatDataset<T> operator +(Dataset<T> left, Dataset<T> right) => new(left, right);

    /// <summary>All items in order.</summary>
    /// <returns>The enumerator.</returns>
    public virtual IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
