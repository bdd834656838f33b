namespace TorchLite;

/// <content>Cumulative sums, products and extrema.</content>
public partial class Tensor
{
    /// <summary>The cumulative sum along a dimension: PyTorch's <c>cumsum</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="dtype">The dtype to compute in; null: as PyTorch chooses.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Cumsum(dim: 0)   // tensor([1, 3, 6])
    /// </code></example>
    [TorchFunction]
    public Tensor Cumsum(long dim, DType? dtype = null) =>
        Gate.Direct(static (t, a) => Exports.Cumsum(t, a.dim, a.dtype.HasValue, a.dtype.OrNone()), this, (dim, dtype));

    /// <summary>The cumulative sum along a dimension, in place: PyTorch's <c>cumsum_</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="dtype">This dtype or null; no other is allowed.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Cumsum_(0)   // tensor([1, 3, 6])
    /// </code></example>
    public Tensor Cumsum_(long dim, DType? dtype = null) => Script.InPlace(this, $"{this}.cumsum_({dim}, dtype={dtype})");

    /// <summary>The cumulative product along a dimension: PyTorch's <c>cumprod</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="dtype">The dtype to compute in; null: as PyTorch chooses.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Cumprod(dim: 0)   // tensor([1, 2, 6])
    /// </code></example>
    [TorchFunction]
    public Tensor Cumprod(long dim, DType? dtype = null) =>
        Gate.Direct(static (t, a) => Exports.Cumprod(t, a.dim, a.dtype.HasValue, a.dtype.OrNone()), this, (dim, dtype));

    /// <summary>The cumulative product along a dimension, in place: PyTorch's <c>cumprod_</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="dtype">This dtype or null; no other is allowed.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Cumprod_(0)   // tensor([1, 2, 6])
    /// </code></example>
    public Tensor Cumprod_(long dim, DType? dtype = null) => Script.InPlace(this, $"{this}.cumprod_({dim}, dtype={dtype})");

    /// <summary>The cumulative maximum along a dimension, and its positions: PyTorch's <c>cummax</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>The values, and their positions in int64.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 3, 2]).Cummax(dim: 0).Values   // tensor([1, 3, 3])
    /// </code></example>
    [TorchFunction]
    public (Tensor Values, Tensor Indices) Cummax(long dim) =>
        IsMeta
            ? WithoutData(dim, "cummax")
            : Gate.DirectPair(static (t, dim) => Exports.Cummax(t, HandleArray.Room, dim), Ordered("cummax"), RunningDim(dim, "cummax"));

    /// <summary>The cumulative minimum along a dimension, and its positions: PyTorch's <c>cummin</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>The values, and their positions in int64.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 3, 2]).Cummin(dim: 0).Values   // tensor([1, 1, 1])
    /// </code></example>
    [TorchFunction]
    public (Tensor Values, Tensor Indices) Cummin(long dim) =>
        IsMeta
            ? WithoutData(dim, "cummin")
            : Gate.DirectPair(static (t, dim) => Exports.Cummin(t, HandleArray.Room, dim), Ordered("cummin"), RunningDim(dim, "cummin"));

    /// <summary>The logarithm of the cumulative sum of exp(x) along a dimension: PyTorch's <c>logcumsumexp</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 3.0]).Logcumsumexp(dim: 0)   // tensor([1.0000, 2.3133, 3.4076])
    /// </code></example>
    [TorchFunction]
    public Tensor Logcumsumexp(long dim) => Gate.Direct(static (t, dim) => Exports.Logcumsumexp(t, dim), this, dim);

    /// <summary>The differences of neighbouring elements along a dimension: PyTorch's <c>diff</c>.</summary>
    /// <param name="n">The number of times.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="prepend">The elements to prepend first.</param>
    /// <param name="append">The elements to append first.</param>
    /// <returns>A new tensor, shorter by n along the dimension.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">There is no dimension, or n is negative.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 3, 7]).Diff()   // tensor([2, 4])
    /// </code></example>
    [TorchFunction]
    public Tensor Diff(long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) =>
        // Nothing is left after that many; more would only take time.
        Script.Run(
            $"torch.diff({this}, {(Dim() == 0 ? n : Math.Min(n, Most(dim, prepend, append)))}, {dim}, {prepend:optional}, "
            + $"{append:optional})");

    private long Most(long dim, params ReadOnlySpan<Tensor?> beside)
    {
        var size = Size(dim);
        foreach (var tensor in beside)
        {
            size += tensor?.Dim() == Dim() ? tensor.Size(dim) : 0;
        }

        return size;
    }

    // TorchSharp's cummax and cummin end the process where libtorch refuses, as it does for numbers that have no order.
    private Tensor Ordered(string name) =>
        DType.IsComplex ? throw new TorchNotImplementedException($"\"{name}_cpu\" not implemented for '{DType.NativeName}'") : this;

    private long RunningDim(long dim, string name) =>
        Dim() == 0 && dim is not (0 or -1)
            ? throw new TorchIndexException($"{name}(): Expected reduction dim -1 or 0 for scalar but got {dim}")
            : WrapDim(dim, Dim());

    // libtorch itself has none of these for tensors without data, and TorchSharp ends the process for it.
    private (Tensor Values, Tensor Indices) WithoutData(long dim, string name)
    {
        _ = RunningDim(dim, name);
        return (Torch.EmptyLike(this), Torch.EmptyLike(this, DType.Int64));
    }
}
