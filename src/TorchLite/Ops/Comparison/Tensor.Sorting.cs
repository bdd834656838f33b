namespace TorchLite;

/// <content>Sorting.</content>
public partial class Tensor
{
    /// <summary>The elements sorted along a dimension, and their former positions: PyTorch's <c>sort</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="descending">Whether to sort in descending order.</param>
    /// <param name="stable">Whether equal elements keep their order.</param>
    /// <returns>The values, and their former positions in int64.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Tensor([3, 1, 2]).Sort().Values   // tensor([1, 2, 3])
    /// Torch.Tensor([3, 1, 2]).Sort().Indices   // tensor([1, 2, 0])
    /// </code></example>
    [TorchFunction]
    public (Tensor Values, Tensor Indices) Sort(long dim = -1, bool descending = false, bool stable = false) =>
        !stable && IsRecorded
            ? Script.Pair($"torch.sort({this}, {dim}, {descending})") // which is slower, and recorded under another name
            : Gate.DirectPair(
                static (t, a) => (Exports.Sort(t, a.dim, a.descending, a.stable, out var indices), indices), this, (dim, descending, stable));

    /// <summary>The positions that sort the elements along a dimension: PyTorch's <c>argsort</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="descending">Whether to sort in descending order.</param>
    /// <param name="stable">Whether equal elements keep their order.</param>
    /// <returns>A new int64 tensor of the same shape.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Tensor([3, 1, 2]).Argsort()   // tensor([1, 2, 0])
    /// </code></example>
    [TorchFunction]
    public Tensor Argsort(long dim = -1, bool descending = false, bool stable = false) => Sort(dim, descending, stable).Indices;

    /// <summary>The elements sorted along the first dimension: PyTorch's <c>msort</c>.</summary>
    /// <returns>A new tensor of the same shape.</returns>
    /// <example><code>
    /// Torch.Tensor([[3, 1], [2, 4]]).Msort()
    /// // tensor([[2, 1],
    /// //         [3, 4]])
    /// </code></example>
    [TorchFunction]
    public Tensor Msort() => Gate.Direct(static t => Exports.Msort(t), this);

    /// <summary>The k largest elements along a dimension, and their positions: PyTorch's <c>topk</c>.</summary>
    /// <param name="k">The number of elements.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="largest">Whether to return the largest elements (true) or the smallest (false).</param>
    /// <param name="sorted">Whether to return them in ascending order.</param>
    /// <returns>The values, and their positions in int64.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The tensor has fewer elements.</exception>
    /// <example><code>
    /// Torch.Tensor([3, 1, 4, 2]).Topk(2).Values   // tensor([4, 3])
    /// </code></example>
    [TorchFunction]
    public (Tensor Values, Tensor Indices) Topk(long k, long dim = -1, bool largest = true, bool sorted = true) =>
        k != (int)k
            ? throw new TorchException("selected index k out of range")
            : Gate.DirectPair(
                static (t, a) => Exports.Topk(t, HandleArray.Room, a.K, a.dim, a.largest, a.sorted), this, (K: (int)k, dim, largest, sorted));

    /// <summary>The k-th smallest element along a dimension, and its position: PyTorch's <c>kthvalue</c>.</summary>
    /// <param name="k">The rank of the element, counted from 1.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="keepdim">Whether to keep the reduced dimension, with size 1.</param>
    /// <returns>The values, and their positions in int64.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The tensor has fewer elements.</exception>
    /// <example><code>
    /// Torch.Tensor([3, 1, 4, 2]).Kthvalue(2).Values   // tensor(2)
    /// </code></example>
    [TorchFunction]
    public (Tensor Values, Tensor Indices) Kthvalue(long k, long dim = -1, bool keepdim = false) =>
        Gate.DirectPair(static (t, a) => (Exports.Kthvalue(t, a.k, a.dim, a.keepdim, out var indices), indices), this, (k, dim, keepdim));
}
