namespace TorchLite;

/// <content>Deviations, medians, quantiles.</content>
public partial class Tensor
{
    /// <summary>The standard deviation: PyTorch's <c>std</c>.</summary>
    /// <param name="dim">The dimension or dimensions; null: all.</param>
    /// <param name="correction">
    /// The correction subtracted from the number of elements in the divisor: 1 for a sample (Bessel's correction), 0 for a population;
    /// null: 1.
    /// </param>
    /// <param name="keepdim">Whether to keep the reduced dimensions, with size 1.</param>
    /// <returns>A new tensor without the reduced dimensions, or with size 1 there.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The dtype is an integer type.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 6.0]).Std()   // tensor(2.6458)
    /// Torch.Tensor([[1.0, 2.0], [3.0, 6.0]]).Std(dim: 1, correction: 0)   // tensor([0.5000, 1.5000])
    /// </code></example>
    [TorchFunction]
    public Tensor Std(Dims? dim = null, double? correction = 1, bool keepdim = false) =>
        Spread(nameof(Std), dim, correction, keepdim);

    /// <summary>The standard deviation of all elements: PyTorch's <c>std</c>.</summary>
    /// <param name="unbiased">Whether to divide by one less than the number of elements.</param>
    /// <returns>A new tensor without dimensions.</returns>
    /// <exception cref="TorchException">The dtype is an integer type.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 3.0]).Std(unbiased: false)   // tensor(1.)
    /// </code></example>
    [TorchFunction]
    public Tensor Std(bool unbiased) => Std(null, unbiased ? 1 : 0);

    /// <summary>The standard deviation along dimensions: PyTorch's <c>std</c>.</summary>
    /// <param name="dim">The dimensions; negative counts from the end.</param>
    /// <param name="unbiased">Whether to divide by one less than the number of elements.</param>
    /// <param name="keepdim">Whether to keep the reduced dimensions, with size 1.</param>
    /// <returns>A new tensor without the reduced dimensions, or with size 1 there.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The dtype is an integer type.</exception>
    /// <example><code>
    /// Torch.Tensor([[1.0, 3.0]]).Std(1, unbiased: false)   // tensor([1.])
    /// </code></example>
    [TorchFunction]
    public Tensor Std(Dims dim, bool unbiased, bool keepdim = false) => Std(dim, unbiased ? 1 : 0, keepdim);

    /// <summary>The variance: PyTorch's <c>var</c>.</summary>
    /// <param name="dim">The dimension or dimensions; null: all.</param>
    /// <param name="correction">
    /// The correction subtracted from the number of elements in the divisor: 1 for a sample (Bessel's correction), 0 for a population;
    /// null: 1.
    /// </param>
    /// <param name="keepdim">Whether to keep the reduced dimensions, with size 1.</param>
    /// <returns>A new tensor without the reduced dimensions, or with size 1 there.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The dtype is an integer type.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 6.0]).Var()   // tensor(7.)
    /// Torch.Tensor([[1.0, 2.0], [3.0, 6.0]]).Var(dim: 1, correction: 0)   // tensor([0.2500, 2.2500])
    /// </code></example>
    [TorchFunction]
    public Tensor Var(Dims? dim = null, double? correction = 1, bool keepdim = false) =>
        Spread(nameof(Var), dim, correction, keepdim);

    /// <summary>The variance of all elements: PyTorch's <c>var</c>.</summary>
    /// <param name="unbiased">Whether to divide by one less than the number of elements.</param>
    /// <returns>A new tensor without dimensions.</returns>
    /// <exception cref="TorchException">The dtype is an integer type.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 3.0]).Var(unbiased: false)   // tensor(1.)
    /// </code></example>
    [TorchFunction]
    public Tensor Var(bool unbiased) => Var(null, unbiased ? 1 : 0);

    /// <summary>The variance along dimensions: PyTorch's <c>var</c>.</summary>
    /// <param name="dim">The dimensions; negative counts from the end.</param>
    /// <param name="unbiased">Whether to divide by one less than the number of elements.</param>
    /// <param name="keepdim">Whether to keep the reduced dimensions, with size 1.</param>
    /// <returns>A new tensor without the reduced dimensions, or with size 1 there.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The dtype is an integer type.</exception>
    /// <example><code>
    /// Torch.Tensor([[1.0, 3.0]]).Var(1, unbiased: false)   // tensor([1.])
    /// </code></example>
    [TorchFunction]
    public Tensor Var(Dims dim, bool unbiased, bool keepdim = false) => Var(dim, unbiased ? 1 : 0, keepdim);

    /// <summary>
    /// The median along a dimension, the lower of two middle elements, and its position; nan propagates: PyTorch's <c>median</c>.
    /// </summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="keepdim">Whether to keep the reduced dimension, with size 1.</param>
    /// <returns>The values, and their positions in int64.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 5, 3]]).Median(dim: 1).Values   // tensor([3])
    /// </code></example>
    [TorchFunction]
    public (Tensor Values, Tensor Indices) Median(long dim, bool keepdim = false) =>
        Median(MedianOperator, dim, keepdim);

    /// <summary>The median, the lower of two middle elements; nan propagates: PyTorch's <c>median</c>.</summary>
    /// <returns>A new tensor without dimensions.</returns>
    /// <example><code>
    /// Torch.Tensor([3.0, 1.0, 2.0]).Median()   // tensor(2.)
    /// </code></example>
    [TorchFunction]
    public Tensor Median() => Gate.Direct(static t => Exports.Median(t), this);

    /// <summary>The median along a dimension, ignoring nan, and its position: PyTorch's <c>nanmedian</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="keepdim">Whether to keep the reduced dimension, with size 1.</param>
    /// <returns>The values, and their positions in int64.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 5, 3]]).Nanmedian(dim: 1).Values   // tensor([3])
    /// </code></example>
    [TorchFunction]
    public (Tensor Values, Tensor Indices) Nanmedian(long dim, bool keepdim = false) =>
        Median(NanmedianOperator, dim, keepdim);

    private static readonly AtenOperator MedianOperator = new("aten::median", "dim"), NanmedianOperator = new("aten::nanmedian", "dim");

    private (Tensor Values, Tensor Indices) Median(AtenOperator of, long dim, bool keepdim)
    {
        if (IsMeta)
        {
            return RankedWithoutData(dim, keepdim);
        }

        dim = WrapDim(dim, Dim());
        return of.CallPair(Ranked("median", dim), dim, keepdim);
    }

    /// <summary>The median of the elements, ignoring nan: PyTorch's <c>nanmedian</c>.</summary>
    /// <returns>A new tensor without dimensions.</returns>
    /// <example><code>
    /// Torch.Tensor([3.0, 1.0, 2.0]).Nanmedian()   // tensor(2.)
    /// </code></example>
    [TorchFunction]
    public Tensor Nanmedian() => Gate.Direct(static t => Exports.Nanmedian(t), this);

    /// <summary>The most frequent element along a dimension, the smallest of several, and its position: PyTorch's <c>mode</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="keepdim">Whether to keep the reduced dimension, with size 1.</param>
    /// <returns>The values, and their positions in int64.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist, or it has no elements where one is needed.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 2, 3]).Mode().Values   // tensor(2)
    /// </code></example>
    [TorchFunction]
    public (Tensor Values, Tensor Indices) Mode(long dim = -1, bool keepdim = false) =>
        Gate.DirectPair(static (t, a) => Exports.Mode(t, HandleArray.Room, a.dim, a.keepdim), this, (dim, keepdim));

    /// <summary>The quantiles of the elements: PyTorch's <c>quantile</c>.</summary>
    /// <param name="q">The quantile, from 0 to 1.</param>
    /// <param name="dim">The dimension; null: all elements.</param>
    /// <param name="keepdim">Whether to keep the reduced dimension, with size 1.</param>
    /// <param name="interpolation">How to interpolate a quantile that lies between two elements.</param>
    /// <returns>A new tensor of the same dtype.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">
    /// A quantile is outside 0 to 1, the tensor is empty, or the dtype is not float32 or float64.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 3.0, 4.0]).Quantile(0.5)   // tensor(2.5000)
    /// Torch.Tensor([1.0, 2.0, 3.0, 4.0]).Quantile(0.5, interpolation: QuantileInterpolation.Lower)   // tensor(2.)
    /// </code></example>
    [TorchFunction]
    public Tensor Quantile(
        double q, long? dim = null, bool keepdim = false, QuantileInterpolation interpolation = QuantileInterpolation.Linear) =>
        Script.Run($"torch.quantile({this}, {q}, {dim}, {keepdim}, interpolation={interpolation})");

    /// <summary>The quantiles of the elements: PyTorch's <c>quantile</c>.</summary>
    /// <param name="q">The quantiles, from 0 to 1, in a tensor of at most one dimension and this dtype.</param>
    /// <param name="dim">The dimension; null: all elements.</param>
    /// <param name="keepdim">Whether to keep the reduced dimension, with size 1.</param>
    /// <param name="interpolation">How to interpolate a quantile that lies between two elements.</param>
    /// <returns>A new tensor of the same dtype, with a first dimension for the quantiles if they have one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="q"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">
    /// A quantile is outside 0 to 1, the tensor is empty, or the dtype is not float32 or float64.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 3.0, 4.0]).Quantile(Torch.Tensor([0.25, 0.75]))   // tensor([1.7500, 3.2500])
    /// Torch.Tensor([1.0, 2.0, 3.0, 4.0]).Quantile(Torch.Tensor([0.25, 0.75]), interpolation: QuantileInterpolation.Lower)
    /// // tensor([1., 3.])
    /// </code></example>
    [TorchFunction]
    public Tensor Quantile(
        Tensor q, long? dim = null, bool keepdim = false, QuantileInterpolation interpolation = QuantileInterpolation.Linear) =>
        Script.Run($"torch.quantile({this}, {q}, {dim}, {keepdim}, interpolation={interpolation})");

    /// <summary>The quantiles of the elements, ignoring nan: PyTorch's <c>nanquantile</c>.</summary>
    /// <param name="q">The quantile, from 0 to 1.</param>
    /// <param name="dim">The dimension; null: all elements.</param>
    /// <param name="keepdim">Whether to keep the reduced dimension, with size 1.</param>
    /// <param name="interpolation">How to interpolate a quantile that lies between two elements.</param>
    /// <returns>A new tensor of the same dtype.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">
    /// A quantile is outside 0 to 1, the tensor is empty, or the dtype is not float32 or float64.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, double.NaN, 3.0, 4.0]).Nanquantile(0.5)   // tensor(3.)
    /// Torch.Tensor([1.0, double.NaN, 3.0, 4.0]).Nanquantile(0.5, interpolation: QuantileInterpolation.Lower)   // tensor(3.)
    /// </code></example>
    [TorchFunction]
    public Tensor Nanquantile(
        double q, long? dim = null, bool keepdim = false, QuantileInterpolation interpolation = QuantileInterpolation.Linear) =>
        Script.Run($"torch.nanquantile({this}, {q}, {dim}, {keepdim}, interpolation={interpolation})");

    /// <summary>The quantiles of the elements, ignoring nan: PyTorch's <c>nanquantile</c>.</summary>
    /// <param name="q">The quantiles, from 0 to 1, in a tensor of at most one dimension and this dtype.</param>
    /// <param name="dim">The dimension; null: all elements.</param>
    /// <param name="keepdim">Whether to keep the reduced dimension, with size 1.</param>
    /// <param name="interpolation">How to interpolate a quantile that lies between two elements.</param>
    /// <returns>A new tensor of the same dtype, with a first dimension for the quantiles if they have one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="q"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">
    /// A quantile is outside 0 to 1, the tensor is empty, or the dtype is not float32 or float64.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, double.NaN, 3.0, 4.0]).Nanquantile(Torch.Tensor([0.25, 0.75]))   // tensor([2.0000, 3.5000])
    /// Torch.Tensor([1.0, double.NaN, 3.0, 4.0]).Nanquantile(Torch.Tensor([0.25, 0.75]), interpolation: QuantileInterpolation.Lower)
    /// // tensor([1., 3.])
    /// </code></example>
    [TorchFunction]
    public Tensor Nanquantile(
        Tensor q, long? dim = null, bool keepdim = false, QuantileInterpolation interpolation = QuantileInterpolation.Linear) =>
        Script.Run($"torch.nanquantile({this}, {q}, {dim}, {keepdim}, interpolation={interpolation})");

    /// <summary>The covariances of the rows, which are the variables: PyTorch's <c>cov</c>.</summary>
    /// <param name="correction">The correction, which is subtracted from the number of columns, the observations.</param>
    /// <param name="fweights">The number of times that each observation occurred, integers; null: once.</param>
    /// <param name="aweights">The weight of each observation; null: all equal.</param>
    /// <returns>A new square tensor, or a 0-dim tensor for a vector.</returns>
    /// <exception cref="TorchException">The tensor has more than two dimensions or is bool, or the weights do not fit.</exception>
    /// <example><code>
    /// Torch.Tensor([[0.0, 1.0, 2.0], [2.0, 1.0, 0.0]]).Cov()
    /// // tensor([[ 1., -1.],
    /// //         [-1.,  1.]])
    /// </code></example>
    [TorchFunction]
    public Tensor Cov(long correction = 1, Tensor? fweights = null, Tensor? aweights = null) =>
        Script.Run($"torch.cov({this}, correction={correction}, fweights={fweights:optional}, aweights={aweights:optional})");

    /// <summary>Pearson's correlation coefficients of the rows, which are the variables: PyTorch's <c>corrcoef</c>.</summary>
    /// <returns>A new square tensor, or a 0-dim tensor for a vector.</returns>
    /// <exception cref="TorchException">The tensor has more than two dimensions.</exception>
    /// <example><code>
    /// Torch.Tensor([[0.0, 1.0, 2.0], [2.0, 1.0, 0.0]]).Corrcoef()
    /// // tensor([[ 1., -1.],
    /// //         [-1.,  1.]])
    /// </code></example>
    [TorchFunction]
    public Tensor Corrcoef() => Script.Run($"torch.corrcoef({this})");

    // TorchSharp's own std and var speak of "unbiased", PyTorch's of a correction of the divisor.
    private Tensor Spread(string op, Dims? dim, double? correction, bool keepdim)
    {
        if (!DType.IsDifferentiable)
        {
            throw new TorchException("std and var only support floating point and complex dtypes");
        }

        var dims = DimsOrAll(dim, Dim());
        if (IsMeta)
        {
            // libtorch itself has neither for tensors without data, and TorchSharp ends the process for var; this has the same shape.
            var sum = Sum((Dims)dims, keepdim);
            return DType.IsComplex ? Torch.EmptyLike(sum, DType.Part) : sum;
        }

        // LibTorchSharp's var does not catch what libtorch throws (a view that lost its base): without the guard the script must.
        if (correction is 0 or 1 or null && (op == nameof(Std) || CppGuard.IsSupported))
        {
            var arguments = (Dims: dims, Unbiased: correction != 0, keepdim);
            return op == nameof(Std)
                ? Gate.Direct(static (t, a) => Exports.Std(t, a.Dims, a.Dims.Length, a.Unbiased, a.keepdim), this, arguments)
                : Gate.Direct(static (t, a) => Exports.Var(t, a.Dims, a.Dims.Length, a.Unbiased, a.keepdim), this, arguments);
        }

        return op == nameof(Std)
            ? Script.Run($"torch.std({this}, {dims}, correction={Correction(correction)}, keepdim={keepdim})")
            : Script.Run($"torch.var({this}, {dims}, correction={Correction(correction)}, keepdim={keepdim})");
    }

    /// <summary>The correction as Python would give it: of an integer's kind where it is one.</summary>
    internal static Scalar Correction(double? correction) =>
        correction is { } real && (long)real != real ? real : (long)(correction ?? 1);
}
