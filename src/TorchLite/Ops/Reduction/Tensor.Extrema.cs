namespace TorchLite;

/// <content>Largest and smallest elements.</content>
public partial class Tensor
{
    /// <summary>The largest element; nan propagates: PyTorch's <c>max</c>.</summary>
    /// <returns>A new tensor without dimensions.</returns>
    /// <exception cref="TorchException">There are no elements.</exception>
    /// <example><code>
    /// Torch.Tensor([3, 1, 2]).Max()   // tensor(3)
    /// </code></example>
    [TorchFunction]
    public Tensor Max() => Gate.Direct(static t => Exports.Max(t), this);

    /// <summary>The largest elements along a dimension, and their positions: PyTorch's <c>max</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="keepdim">Whether to keep the reduced dimension, with size 1.</param>
    /// <returns>The values, and their positions in int64.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist, or it has no elements where one is needed.</exception>
    /// <example><code>
    /// Torch.Tensor([[3, 1], [2, 4]]).Max(dim: 1).Values   // tensor([3, 4])
    /// Torch.Tensor([[3, 1], [2, 4]]).Max(dim: 1).Indices   // tensor([0, 1])
    /// </code></example>
    [TorchFunction]
    public (Tensor Values, Tensor Indices) Max(long dim, bool keepdim = false) =>
        Gate.DirectPair(static (t, a) => Exports.Max(t, HandleArray.Room, a.dim, a.keepdim), this, (dim, keepdim));

    /// <summary>The larger of two elements; another name of <see cref="Maximum"/>: PyTorch's <c>max</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not broadcast.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 5]).Max(Torch.Tensor([3, 2]))   // tensor([3, 5])
    /// </code></example>
    [TorchFunction]
    public Tensor Max(Tensor other) => Maximum(other);

    /// <summary>The largest elements along dimensions; equal elements share the gradient: PyTorch's <c>amax</c>.</summary>
    /// <param name="dim">The dimension or dimensions; null: all.</param>
    /// <param name="keepdim">Whether to keep the reduced dimensions, with size 1.</param>
    /// <returns>A new tensor without the reduced dimensions, or with size 1 there.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist, or it has no elements where one is needed.</exception>
    /// <example><code>
    /// Torch.Tensor([[3, 1], [2, 4]]).Amax(dim: 1)   // tensor([3, 4])
    /// </code></example>
    [TorchFunction]
    public Tensor Amax(Dims? dim = null, bool keepdim = false) =>
        Gate.Direct(static (t, a) => Exports.Amax(t, a.Dims, a.Dims.Length, a.keepdim), this, (Dims: dim?.Values ?? [], keepdim));

    /// <summary>The position of the largest element in the flattened tensor: PyTorch's <c>argmax</c>.</summary>
    /// <returns>A new int64 tensor without dimensions.</returns>
    /// <exception cref="TorchException">There are no elements.</exception>
    /// <example><code>
    /// Torch.Tensor([3, 1, 4]).Argmax()   // tensor(2)
    /// </code></example>
    [TorchFunction]
    public Tensor Argmax() => Gate.Direct(static t => Exports.Argmax(t), this);

    /// <summary>The positions of the largest elements along a dimension: PyTorch's <c>argmax</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="keepdim">Whether to keep the reduced dimension, with size 1.</param>
    /// <returns>A new int64 tensor.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist, or it has no elements where one is needed.</exception>
    /// <example><code>
    /// Torch.Tensor([[3, 1], [2, 4]]).Argmax(dim: 1)   // tensor([0, 1])
    /// </code></example>
    [TorchFunction]
    public Tensor Argmax(long dim, bool keepdim = false) =>
        Gate.Direct(static (t, a) => Exports.Argmax(t, a.dim, a.keepdim), this, (dim, keepdim));

    /// <summary>The position of the largest element, in row-major order: PyTorch's <c>argmax</c>.</summary>
    /// <param name="keepdim">Whether to keep the reduced dimensions, with size 1.</param>
    /// <returns>A new tensor in int64.</returns>
    /// <exception cref="TorchIndexException">There are no elements.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 3, 2]]).Argmax(keepdim: true)   // tensor([[1]])
    /// </code></example>
    [TorchFunction]
    public Tensor Argmax(bool keepdim) => keepdim && Dim() > 0 ? Argmax().Reshape([.. Enumerable.Repeat(1L, (int)Dim())]) : Argmax();

    /// <summary>The smallest element; nan propagates: PyTorch's <c>min</c>.</summary>
    /// <returns>A new tensor without dimensions.</returns>
    /// <exception cref="TorchException">There are no elements.</exception>
    /// <example><code>
    /// Torch.Tensor([3, 1, 2]).Min()   // tensor(1)
    /// </code></example>
    [TorchFunction]
    public Tensor Min() => Gate.Direct(static t => Exports.Min(t), this);

    /// <summary>The smallest elements along a dimension, and their positions: PyTorch's <c>min</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="keepdim">Whether to keep the reduced dimension, with size 1.</param>
    /// <returns>The values, and their positions in int64.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist, or it has no elements where one is needed.</exception>
    /// <example><code>
    /// Torch.Tensor([[3, 1], [2, 4]]).Min(dim: 1).Values   // tensor([1, 2])
    /// Torch.Tensor([[3, 1], [2, 4]]).Min(dim: 1).Indices   // tensor([1, 0])
    /// </code></example>
    [TorchFunction]
    public (Tensor Values, Tensor Indices) Min(long dim, bool keepdim = false) =>
        Gate.DirectPair(static (t, a) => Exports.Min(t, HandleArray.Room, a.dim, a.keepdim), this, (dim, keepdim));

    /// <summary>The smaller of two elements; another name of <see cref="Minimum"/>: PyTorch's <c>min</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not broadcast.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 5]).Min(Torch.Tensor([3, 2]))   // tensor([1, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor Min(Tensor other) => Minimum(other);

    /// <summary>The smallest elements along dimensions; equal elements share the gradient: PyTorch's <c>amin</c>.</summary>
    /// <param name="dim">The dimension or dimensions; null: all.</param>
    /// <param name="keepdim">Whether to keep the reduced dimensions, with size 1.</param>
    /// <returns>A new tensor without the reduced dimensions, or with size 1 there.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist, or it has no elements where one is needed.</exception>
    /// <example><code>
    /// Torch.Tensor([[3, 1], [2, 4]]).Amin(dim: 1)   // tensor([1, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor Amin(Dims? dim = null, bool keepdim = false) =>
        Gate.Direct(static (t, a) => Exports.Amin(t, a.Dims, a.Dims.Length, a.keepdim), this, (Dims: dim?.Values ?? [], keepdim));

    /// <summary>The position of the smallest element in the flattened tensor: PyTorch's <c>argmin</c>.</summary>
    /// <returns>A new int64 tensor without dimensions.</returns>
    /// <exception cref="TorchException">There are no elements.</exception>
    /// <example><code>
    /// Torch.Tensor([3, 1, 4]).Argmin()   // tensor(1)
    /// </code></example>
    [TorchFunction]
    public Tensor Argmin() => Gate.Direct(static t => Exports.Argmin(t), this);

    /// <summary>The positions of the smallest elements along a dimension: PyTorch's <c>argmin</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="keepdim">Whether to keep the reduced dimension, with size 1.</param>
    /// <returns>A new int64 tensor.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist, or it has no elements where one is needed.</exception>
    /// <example><code>
    /// Torch.Tensor([[3, 1], [2, 4]]).Argmin(dim: 1)   // tensor([1, 0])
    /// </code></example>
    [TorchFunction]
    public Tensor Argmin(long dim, bool keepdim = false) =>
        Gate.Direct(static (t, a) => Exports.Argmin(t, a.dim, a.keepdim), this, (dim, keepdim));

    /// <summary>The position of the smallest element, in row-major order: PyTorch's <c>argmin</c>.</summary>
    /// <param name="keepdim">Whether to keep the reduced dimensions, with size 1.</param>
    /// <returns>A new tensor in int64.</returns>
    /// <exception cref="TorchIndexException">There are no elements.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 3, 2]]).Argmin(keepdim: true)   // tensor([[0]])
    /// </code></example>
    [TorchFunction]
    public Tensor Argmin(bool keepdim) => keepdim && Dim() > 0 ? Argmin().Reshape([.. Enumerable.Repeat(1L, (int)Dim())]) : Argmin();

    /// <summary>The smallest and the largest elements: PyTorch's <c>aminmax</c>.</summary>
    /// <param name="dim">The dimension; null: all elements.</param>
    /// <param name="keepdim">Whether to keep the reduced dimension, with size 1.</param>
    /// <returns>Both.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist, or it has no elements where one is needed.</exception>
    /// <example><code>
    /// Torch.Tensor([3, 1, 2]).Aminmax().Max   // tensor(3)
    /// </code></example>
    [TorchFunction]
    public (Tensor Min, Tensor Max) Aminmax(long? dim = null, bool keepdim = false) =>
        Gate.DirectPair(
            static (t, a) => (Exports.Aminmax(t, a.Dim, a.keepdim, out var max), max), this,
            (Dim: dim is { } given ? WrapDim(given, Dim()) : -1, keepdim));

    // As libtorch looks at a median's arguments.
    private Tensor Ranked(string op, long dim) =>
        DType.IsComplex || DType == DType.Bool
            ? throw new TorchNotImplementedException($"\"median_out\" not implemented for '{DType.NativeName}'")
        : Dim() > 0 && Size(dim) == 0
            ? throw new TorchIndexException($"{op}(): Expected reduction dim {dim} to have non-zero size.")
        : this;

    // libtorch itself has no median for tensors without data; what it would make has the shape of argmax.
    private (Tensor Values, Tensor Indices) RankedWithoutData(long dim, bool keepdim)
    {
        var indices = Argmax(dim, keepdim);
        return (Torch.EmptyLike(indices, DType), indices);
    }
}
