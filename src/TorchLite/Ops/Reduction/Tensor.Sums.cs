namespace TorchLite;

/// <content>Sums, means and products.</content>
public partial class Tensor
{
    /// <summary>The sum of all elements; integers and bools are summed in int64: PyTorch's <c>sum</c>.</summary>
    /// <param name="dtype">The dtype to compute in; null: as PyTorch chooses.</param>
    /// <returns>A new tensor without dimensions.</returns>
    /// <example><code>
    /// Torch.Tensor([[1, 2], [3, 4]]).Sum()   // tensor(10)
    /// </code></example>
    [TorchFunction]
    public Tensor Sum(DType? dtype = null) => Gate.Direct(static (t, type) => Exports.Sum(t, type.HasValue, type.OrNone()), this, dtype);

    /// <summary>The sum along dimensions; integers and bools are summed in int64: PyTorch's <c>sum</c>.</summary>
    /// <param name="dim">The dimension or dimensions; negative counts from the end.</param>
    /// <param name="keepdim">Whether to keep the reduced dimensions, with size 1.</param>
    /// <param name="dtype">The dtype to compute in; null: as PyTorch chooses.</param>
    /// <returns>A new tensor without the reduced dimensions, or with size 1 there.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2], [3, 4]]).Sum(dim: 0)   // tensor([4, 6])
    /// Torch.Tensor([[1, 2], [3, 4]]).Sum(dim: 1, keepdim: true)
    /// // tensor([[3],
    /// //         [7]])
    /// </code></example>
    [TorchFunction]
    public Tensor Sum(Dims dim, bool keepdim = false, DType? dtype = null) =>
        Gate.Direct(
            static (t, a) => Exports.Sum(t, a.Dims, a.Dims.Length, a.keepdim, a.dtype.HasValue, a.dtype.OrNone()),
            this, (Dims: dim.Values, keepdim, dtype));

    /// <summary>The sum of the elements, ignoring nan: PyTorch's <c>nansum</c>.</summary>
    /// <param name="dim">The dimensions; null: all elements.</param>
    /// <param name="keepdim">Whether to keep the reduced dimensions, with size 1.</param>
    /// <param name="dtype">The dtype to compute in; null: as PyTorch chooses.</param>
    /// <returns>A new tensor without the reduced dimensions, or with size 1 there.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The dtype is complex.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, double.NaN, 2.0]).Nansum()   // tensor(3.)
    /// </code></example>
    [TorchFunction]
    public Tensor Nansum(Dims? dim = null, bool keepdim = false, DType? dtype = null) =>
        Script.Run($"torch.nansum({this}, {dim}, {keepdim}, dtype={dtype})");

    /// <summary>The mean of all elements: PyTorch's <c>mean</c>.</summary>
    /// <param name="dtype">The dtype to compute in; null: as PyTorch chooses.</param>
    /// <returns>A new tensor without dimensions.</returns>
    /// <exception cref="TorchException">The dtype is an integer type, and no other dtype is given.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 6.0]).Mean()   // tensor(3.)
    /// Torch.Tensor([1, 2]).Mean()
    /// // TorchException: mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: Long
    /// </code></example>
    [TorchFunction]
    public Tensor Mean(DType? dtype = null) =>
        dtype is null ? Gate.Direct(static t => Exports.Mean(t), this) : Mean(default, false, dtype);

    /// <summary>The mean along dimensions: PyTorch's <c>mean</c>.</summary>
    /// <param name="dim">The dimension or dimensions; negative counts from the end.</param>
    /// <param name="keepdim">Whether to keep the reduced dimensions, with size 1.</param>
    /// <param name="dtype">The dtype to compute in; null: as PyTorch chooses.</param>
    /// <returns>A new tensor without the reduced dimensions, or with size 1 there.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The dtype is an integer type, and no other dtype is given.</exception>
    /// <example><code>
    /// Torch.Tensor([[1.0, 2.0], [3.0, 6.0]]).Mean(dim: 1)   // tensor([1.5000, 4.5000])
    /// </code></example>
    [TorchFunction]
    public Tensor Mean(Dims dim, bool keepdim = false, DType? dtype = null) =>
        Gate.Direct(
            static (t, a) => Exports.Mean(t, a.Dims, a.Dims.Length, a.keepdim, a.dtype.HasValue, a.dtype.OrNone()),
            this, (Dims: dim.Values, keepdim, dtype));

    /// <summary>The mean of the elements, ignoring nan: PyTorch's <c>nanmean</c>.</summary>
    /// <param name="dim">The dimension; null: all elements.</param>
    /// <param name="keepdim">Whether to keep the reduced dimensions, with size 1.</param>
    /// <param name="dtype">The dtype to compute in; null: as PyTorch chooses.</param>
    /// <returns>A new tensor without the reduced dimensions, or with size 1 there.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The dtype is an integer type, and no other dtype is given.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, double.NaN, 2.0]).Nanmean()   // tensor(1.5000)
    /// </code></example>
    [TorchFunction]
    public Tensor Nanmean(Dims? dim = null, bool keepdim = false, DType? dtype = null) =>
        Gate.Direct(
            static (t, a) => Exports.Nanmean(t, a.Dims, a.Dims.Length, a.keepdim, a.Code), this,
            (Dims: dim?.Values ?? [], keepdim, (dtype ?? DType).Code));

    /// <summary>The product of all elements; integers and bools are multiplied in int64: PyTorch's <c>prod</c>.</summary>
    /// <param name="dtype">The dtype to compute in; null: as PyTorch chooses.</param>
    /// <returns>A new tensor without dimensions.</returns>
    /// <example><code>
    /// Torch.Tensor([2, 3, 4]).Prod()   // tensor(24)
    /// </code></example>
    [TorchFunction]
    public Tensor Prod(DType? dtype = null) => Gate.Direct(static (t, type) => Exports.Prod(t, type.HasValue, type.OrNone()), this, dtype);

    /// <summary>The product along a dimension; integers and bools are multiplied in int64: PyTorch's <c>prod</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="keepdim">Whether to keep the reduced dimensions, with size 1.</param>
    /// <param name="dtype">The dtype to compute in; null: as PyTorch chooses.</param>
    /// <returns>A new tensor without the reduced dimensions, or with size 1 there.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2], [3, 4]]).Prod(dim: 0)   // tensor([3, 8])
    /// </code></example>
    [TorchFunction]
    public Tensor Prod(long dim, bool keepdim = false, DType? dtype = null) =>
        Gate.Direct(
            static (t, a) => Exports.Prod(t, a.dim, a.keepdim, a.dtype.HasValue, a.dtype.OrNone()), this, (dim, keepdim, dtype));

    /// <summary>The logarithm of the sum of exp(x) along a dimension, without overflow: PyTorch's <c>logsumexp</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="keepdim">Whether to keep the reduced dimension, with size 1.</param>
    /// <returns>A new tensor without the reduced dimensions, or with size 1 there.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 3.0]).Logsumexp(dim: 0)   // tensor(3.4076)
    /// </code></example>
    [TorchFunction]
    public Tensor Logsumexp(long dim, bool keepdim = false) =>
        Gate.Direct(static (t, a) => Exports.Logsumexp(t, a.dim, a.keepdim), this, (dim, keepdim));

    /// <summary>The logarithm of the sum of exp(x) along dimensions, without overflow: PyTorch's <c>logsumexp</c>.</summary>
    /// <param name="dim">The dimensions; negative counts from the end.</param>
    /// <param name="keepdim">Whether to keep the reduced dimensions, with size 1.</param>
    /// <returns>A new tensor without the reduced dimensions, or with size 1 there.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Zeros(2, 3).Logsumexp(dim: [0, 1])   // tensor(1.7918)
    /// </code></example>
    [TorchFunction]
    public Tensor Logsumexp(Dims dim, bool keepdim = false) =>
        Script.Run($"torch.logsumexp({this}, {(Dims?)dim}, {keepdim})");

    /// <summary>The number of elements that are not zero: PyTorch's <c>count_nonzero</c>.</summary>
    /// <param name="dim">The dimension or dimensions; null: all.</param>
    /// <returns>A new int64 tensor.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Tensor([0, 5, 6]).CountNonzero()   // tensor(2)
    /// </code></example>
    [TorchFunction]
    public Tensor CountNonzero(Dims? dim = null) =>
        Gate.Direct(static (t, dims) => Exports.CountNonzero(t, dims, dims.Length), this, dim?.Values ?? []);
}
