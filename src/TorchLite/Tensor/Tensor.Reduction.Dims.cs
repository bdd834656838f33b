namespace TorchLite;

/// <content>Reductions along several dimensions.</content>
public sealed partial class Tensor
{
    /// <summary>
    /// Whether all elements along dimensions are true, where a number counts as true unless it is 0: PyTorch's <c>all</c>.
    /// </summary>
    /// <param name="dim">The dimensions; negative counts from the end.</param>
    /// <param name="keepdim">Whether the dimensions stay, with size 1.</param>
    /// <returns>A new tensor with the dimensions left out, or of size 1.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3).All(dim: [0, 1])   // tensor(True)
    /// </code></example>
    [TorchFunction]
    public Tensor All(Dims dim, bool keepdim = false) =>
        dim.Values.Length == 0 ? Truth() : Each(dim, keepdim, static (t, one) => t.All(one, true));

    /// <summary>Whether any element along dimensions is true, where a number counts as true unless it is 0: PyTorch's <c>any</c>.</summary>
    /// <param name="dim">The dimensions; negative counts from the end.</param>
    /// <param name="keepdim">Whether the dimensions stay, with size 1.</param>
    /// <returns>A new tensor with the dimensions left out, or of size 1.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3).Any(dim: [0, 1])   // tensor(True)
    /// </code></example>
    [TorchFunction]
    public Tensor Any(Dims dim, bool keepdim = false) =>
        dim.Values.Length == 0 ? Truth() : Each(dim, keepdim, static (t, one) => t.Any(one, true));

    /// <summary>The logarithm of the sum of exp(x) along dimensions, without overflow: PyTorch's <c>logsumexp</c>.</summary>
    /// <param name="dim">The dimensions; negative counts from the end.</param>
    /// <param name="keepdim">Whether the dimensions stay, with size 1.</param>
    /// <returns>A new tensor with the dimensions left out, or of size 1.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <example><code>
    /// Torch.Zeros(2, 3).Logsumexp(dim: [0, 1])   // tensor(1.7918)
    /// </code></example>
    [TorchFunction]
    public Tensor Logsumexp(Dims dim, bool keepdim = false) =>
        Script.Run($"torch.logsumexp({this}, {(Dims?)dim}, {keepdim})");

    /// <summary>The sum of the elements that are numbers: PyTorch's <c>nansum</c>.</summary>
    /// <param name="dim">The dimensions; null: all elements.</param>
    /// <param name="keepdim">Whether the dimensions stay, with size 1.</param>
    /// <param name="dtype">The dtype to compute in; null: as PyTorch chooses.</param>
    /// <returns>A new tensor with the dimensions left out, or of size 1.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The dtype is complex.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, double.NaN, 2.0]).Nansum()   // tensor(3.)
    /// </code></example>
    [TorchFunction]
    public Tensor Nansum(Dims? dim = null, bool keepdim = false, DType? dtype = null) =>
        Script.Run($"torch.nansum({this}, {dim}, {keepdim}, dtype={dtype})");

    /// <summary>The median along a dimension, the lower of two in the middle, and where it is; nan wins: PyTorch's <c>median</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="keepdim">Whether the dimension stays, with size 1.</param>
    /// <returns>The values, and their positions in int64.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 5, 3]]).Median(dim: 1).Values   // tensor([3])
    /// </code></example>
    [TorchFunction]
    public (Tensor Values, Tensor Indices) Median(long dim, bool keepdim = false) =>
        IsMeta ? RankedWithoutData(dim, keepdim) : Dispatcher.Median(Ranked("median", Wrap0(dim)), Wrap0(dim), keepdim);

    /// <summary>The median along a dimension of the elements that are numbers, and where it is: PyTorch's <c>nanmedian</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="keepdim">Whether the dimension stays, with size 1.</param>
    /// <returns>The values, and their positions in int64.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 5, 3]]).Nanmedian(dim: 1).Values   // tensor([3])
    /// </code></example>
    [TorchFunction]
    public (Tensor Values, Tensor Indices) Nanmedian(long dim, bool keepdim = false) =>
        IsMeta ? RankedWithoutData(dim, keepdim) : Dispatcher.Nanmedian(Ranked("median", Wrap0(dim)), Wrap0(dim), keepdim);

    /// <summary>The standard deviation of all elements: PyTorch's <c>std</c>.</summary>
    /// <param name="unbiased">Whether to divide by one less than the number of elements.</param>
    /// <returns>A new tensor without dimensions.</returns>
    /// <exception cref="TorchException">The dtype holds whole numbers.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 3.0]).Std(unbiased: false)   // tensor(1.)
    /// </code></example>
    [TorchFunction]
    public Tensor Std(bool unbiased) => Std(null, unbiased ? 1 : 0);

    /// <summary>The standard deviation along dimensions: PyTorch's <c>std</c>.</summary>
    /// <param name="dim">The dimensions; negative counts from the end.</param>
    /// <param name="unbiased">Whether to divide by one less than the number of elements.</param>
    /// <param name="keepdim">Whether the dimensions stay, with size 1.</param>
    /// <returns>A new tensor with the dimensions left out, or of size 1.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The dtype holds whole numbers.</exception>
    /// <example><code>
    /// Torch.Tensor([[1.0, 3.0]]).Std(1, unbiased: false)   // tensor([1.])
    /// </code></example>
    [TorchFunction]
    public Tensor Std(Dims dim, bool unbiased, bool keepdim = false) => Std(dim, unbiased ? 1 : 0, keepdim);

    /// <summary>The variance of all elements: PyTorch's <c>var</c>.</summary>
    /// <param name="unbiased">Whether to divide by one less than the number of elements.</param>
    /// <returns>A new tensor without dimensions.</returns>
    /// <exception cref="TorchException">The dtype holds whole numbers.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 3.0]).Var(unbiased: false)   // tensor(1.)
    /// </code></example>
    [TorchFunction]
    public Tensor Var(bool unbiased) => Var(null, unbiased ? 1 : 0);

    /// <summary>The variance along dimensions: PyTorch's <c>var</c>.</summary>
    /// <param name="dim">The dimensions; negative counts from the end.</param>
    /// <param name="unbiased">Whether to divide by one less than the number of elements.</param>
    /// <param name="keepdim">Whether the dimensions stay, with size 1.</param>
    /// <returns>A new tensor with the dimensions left out, or of size 1.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The dtype holds whole numbers.</exception>
    /// <example><code>
    /// Torch.Tensor([[1.0, 3.0]]).Var(1, unbiased: false)   // tensor([1.])
    /// </code></example>
    [TorchFunction]
    public Tensor Var(Dims dim, bool unbiased, bool keepdim = false) => Var(dim, unbiased ? 1 : 0, keepdim);

    /// <summary>Where the greatest of all elements is, counted in row-major order: PyTorch's <c>argmax</c>.</summary>
    /// <param name="keepdim">Whether the dimensions stay, with size 1.</param>
    /// <returns>A new tensor in int64.</returns>
    /// <exception cref="TorchIndexException">There are no elements.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 3, 2]]).Argmax(keepdim: true)   // tensor([[1]])
    /// </code></example>
    [TorchFunction]
    public Tensor Argmax(bool keepdim) => keepdim && Dim() > 0 ? Argmax().Reshape([.. Enumerable.Repeat(1L, (int)Dim())]) : Argmax();

    /// <summary>Where the least of all elements is, counted in row-major order: PyTorch's <c>argmin</c>.</summary>
    /// <param name="keepdim">Whether the dimensions stay, with size 1.</param>
    /// <returns>A new tensor in int64.</returns>
    /// <exception cref="TorchIndexException">There are no elements.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 3, 2]]).Argmin(keepdim: true)   // tensor([[0]])
    /// </code></example>
    [TorchFunction]
    public Tensor Argmin(bool keepdim) => keepdim && Dim() > 0 ? Argmin().Reshape([.. Enumerable.Repeat(1L, (int)Dim())]) : Argmin();

    /// <summary>At each place the sum of the elements up to it, along a dimension, in place: PyTorch's <c>cumsum_</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="dtype">This dtype or null; no other fits.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Cumsum_(0)   // tensor([1, 3, 6])
    /// </code></example>
    public Tensor Cumsum_(long dim, DType? dtype = null) => Script.InPlace(this, $"{this}.cumsum_({dim}, dtype={dtype})");

    /// <summary>At each place the product of the elements up to it, along a dimension, in place: PyTorch's <c>cumprod_</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="dtype">This dtype or null; no other fits.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Cumprod_(0)   // tensor([1, 2, 6])
    /// </code></example>
    public Tensor Cumprod_(long dim, DType? dtype = null) => Script.InPlace(this, $"{this}.cumprod_({dim}, dtype={dtype})");

    // Along no dimension: each element by itself.
    private Tensor Truth() => DType == DType.Uint8 ? Ne(0).Byte() : Ne(0);

    // As libtorch looks at a median's arguments.
    private Tensor Ranked(string op, long dim) =>
        DType.IsComplex || DType == DType.Bool
            ? throw new TorchNotImplementedException($"\"median_out\" not implemented for '{DType.NativeName}'")
        : Dim() > 0 && Size(dim) == 0
            ? throw new TorchIndexException($"{op}(): Expected reduction dim {dim} to have non-zero size.")
        : this;

    // From the last dimension to the first, so that none moves before its turn.
    private Tensor Each(Dims dim, bool keepdim, Func<Tensor, long, Tensor> reduce)
    {
        var dims = SortedDims(dim);
        var result = dims.Aggregate(this, reduce);
        return keepdim ? result : result.Squeeze(dims);
    }

    // libtorch itself has no median for tensors without data; what it would make has the shape of argmax.
    private (Tensor Values, Tensor Indices) RankedWithoutData(long dim, bool keepdim)
    {
        var indices = Argmax(dim, keepdim);
        return (Torch.EmptyLike(indices, DType), indices);
    }
}
