namespace TorchLite;

/// <content>Medians, modes, quantiles, histograms, covariance.</content>
public sealed partial class Tensor
{
    /// <summary>The median, the lower of two in the middle; nan wins: PyTorch's <c>median</c>.</summary>
    /// <returns>A new tensor without dimensions.</returns>
    /// <example><code>
    /// Torch.Tensor([3.0, 1.0, 2.0]).Median()   // tensor(2.)
    /// </code></example>
    [TorchFunction]
    public Tensor Median() => Gate.Direct(static t => Exports.Median(t), this);

    /// <summary>The median of the elements that are numbers: PyTorch's <c>nanmedian</c>.</summary>
    /// <returns>A new tensor without dimensions.</returns>
    /// <example><code>
    /// Torch.Tensor([3.0, 1.0, 2.0]).Nanmedian()   // tensor(2.)
    /// </code></example>
    [TorchFunction]
    public Tensor Nanmedian() => Gate.Direct(static t => Exports.Nanmedian(t), this);

    /// <summary>The most frequent element along a dimension, the least of several, and where it is: PyTorch's <c>mode</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="keepdim">Whether the dimension stays, with size 1.</param>
    /// <returns>The values, and their positions in int64.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension, or it has no elements where one is needed.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 2, 3]).Mode().Values   // tensor(2)
    /// </code></example>
    [TorchFunction]
    public (Tensor Values, Tensor Indices) Mode(long dim = -1, bool keepdim = false) =>
        Gate.DirectPair(static (t, a) => Exports.Mode(t, HandleArray.Room, a.dim, a.keepdim), this, (dim, keepdim));

    /// <summary>The elements below which a share of all of them lies: PyTorch's <c>quantile</c>.</summary>
    /// <param name="q">The share, 0 to 1.</param>
    /// <param name="dim">The dimension; null: all elements.</param>
    /// <param name="keepdim">Whether the dimension stays, with size 1.</param>
    /// <param name="interpolation">What stands for a quantile between two elements.</param>
    /// <returns>A new tensor of the same dtype.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">A share is outside 0 to 1, the tensor is empty, or the dtype is not float32 or float64.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 3.0, 4.0]).Quantile(0.5)   // tensor(2.5000)
    /// Torch.Tensor([1.0, 2.0, 3.0, 4.0]).Quantile(0.5, interpolation: QuantileInterpolation.Lower)   // tensor(2.)
    /// </code></example>
    [TorchFunction]
    public Tensor Quantile(
        double q, long? dim = null, bool keepdim = false, QuantileInterpolation interpolation = QuantileInterpolation.Linear) =>
        Script.Run($"torch.quantile({this}, {q}, {dim}, {keepdim}, interpolation={interpolation})");

    /// <summary>The elements below which a share of all of them lies: PyTorch's <c>quantile</c>.</summary>
    /// <param name="q">The shares, 0 to 1, in no or one dimension and this dtype.</param>
    /// <param name="dim">The dimension; null: all elements.</param>
    /// <param name="keepdim">Whether the dimension stays, with size 1.</param>
    /// <param name="interpolation">What stands for a quantile between two elements.</param>
    /// <returns>A new tensor of the same dtype, with a first dimension for the shares where they have one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="q"/> is null.</exception>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">A share is outside 0 to 1, the tensor is empty, or the dtype is not float32 or float64.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 3.0, 4.0]).Quantile(Torch.Tensor([0.25, 0.75]))   // tensor([1.7500, 3.2500])
    /// Torch.Tensor([1.0, 2.0, 3.0, 4.0]).Quantile(Torch.Tensor([0.25, 0.75]), interpolation: QuantileInterpolation.Lower)
    /// // tensor([1., 3.])
    /// </code></example>
    [TorchFunction]
    public Tensor Quantile(
        Tensor q, long? dim = null, bool keepdim = false, QuantileInterpolation interpolation = QuantileInterpolation.Linear) =>
        Script.Run($"torch.quantile({this}, {Given(q)}, {dim}, {keepdim}, interpolation={interpolation})");

    /// <summary>The elements below which a share of all of them lies, nan left out: PyTorch's <c>nanquantile</c>.</summary>
    /// <param name="q">The share, 0 to 1.</param>
    /// <param name="dim">The dimension; null: all elements.</param>
    /// <param name="keepdim">Whether the dimension stays, with size 1.</param>
    /// <param name="interpolation">What stands for a quantile between two elements.</param>
    /// <returns>A new tensor of the same dtype.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">A share is outside 0 to 1, the tensor is empty, or the dtype is not float32 or float64.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, double.NaN, 3.0, 4.0]).Nanquantile(0.5)   // tensor(3.)
    /// Torch.Tensor([1.0, double.NaN, 3.0, 4.0]).Nanquantile(0.5, interpolation: QuantileInterpolation.Lower)   // tensor(3.)
    /// </code></example>
    [TorchFunction]
    public Tensor Nanquantile(
        double q, long? dim = null, bool keepdim = false, QuantileInterpolation interpolation = QuantileInterpolation.Linear) =>
        Script.Run($"torch.nanquantile({this}, {q}, {dim}, {keepdim}, interpolation={interpolation})");

    /// <summary>The elements below which a share of all of them lies, nan left out: PyTorch's <c>nanquantile</c>.</summary>
    /// <param name="q">The shares, 0 to 1, in no or one dimension and this dtype.</param>
    /// <param name="dim">The dimension; null: all elements.</param>
    /// <param name="keepdim">Whether the dimension stays, with size 1.</param>
    /// <param name="interpolation">What stands for a quantile between two elements.</param>
    /// <returns>A new tensor of the same dtype, with a first dimension for the shares where they have one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="q"/> is null.</exception>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">A share is outside 0 to 1, the tensor is empty, or the dtype is not float32 or float64.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, double.NaN, 3.0, 4.0]).Nanquantile(Torch.Tensor([0.25, 0.75]))   // tensor([2.0000, 3.5000])
    /// Torch.Tensor([1.0, double.NaN, 3.0, 4.0]).Nanquantile(Torch.Tensor([0.25, 0.75]), interpolation: QuantileInterpolation.Lower)
    /// // tensor([1., 3.])
    /// </code></example>
    [TorchFunction]
    public Tensor Nanquantile(
        Tensor q, long? dim = null, bool keepdim = false, QuantileInterpolation interpolation = QuantileInterpolation.Linear) =>
        Script.Run($"torch.nanquantile({this}, {Given(q)}, {dim}, {keepdim}, interpolation={interpolation})");

    /// <summary>How many elements are in each of some bins of equal width: PyTorch's <c>histogram</c>.</summary>
    /// <param name="bins">How many bins.</param>
    /// <param name="range">The first and the last edge; null: the least and the greatest element.</param>
    /// <param name="weight">What each element counts, of the same shape; null: 1.</param>
    /// <param name="density">Whether the result is divided so that its integral is 1.</param>
    /// <returns>The counts, or densities, and the edges of the bins.</returns>
    /// <exception cref="TorchException">
    /// The number of bins is not positive, the range is not one, the shape of the weights is another, or the dtype is not floating-point.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 2.5, 4.0]).Histogram(3).Hist   // tensor([1., 2., 1.])
    /// Torch.Tensor([1.0, 2.0, 2.5, 4.0]).Histogram(4, range: (0, 4)).BinEdges   // tensor([0., 1., 2., 3., 4.])
    /// </code></example>
    [TorchFunction]
    public (Tensor Hist, Tensor BinEdges) Histogram(
        long bins = 100, (double Min, double Max)? range = null, Tensor? weight = null, bool density = false) =>
        Script.Pair($"torch.histogram({this}, {bins}, range={range}, weight={weight:optional}, density={density})");

    /// <summary>How many elements are in each of some bins: PyTorch's <c>histogram</c>.</summary>
    /// <param name="bins">The edges of the bins, in order and in one dimension.</param>
    /// <param name="weight">What each element counts, of the same shape; null: 1.</param>
    /// <param name="density">Whether the result is divided so that its integral is 1.</param>
    /// <returns>The counts, or densities, and the edges of the bins.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="bins"/> is null.</exception>
    /// <exception cref="TorchException">The edges are not in one dimension, or a shape or dtype does not fit.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 2.5, 4.0]).Histogram(Torch.Tensor([0.0, 2.0, 5.0])).Hist   // tensor([1., 3.])
    /// </code></example>
    [TorchFunction]
    public (Tensor Hist, Tensor BinEdges) Histogram(Tensor bins, Tensor? weight = null, bool density = false) =>
        Script.Pair($"torch.histogram({this}, {Given(bins)}, weight={weight:optional}, density={density})");

    /// <summary>The covariances of the rows, which are the variables: PyTorch's <c>cov</c>.</summary>
    /// <param name="correction">What is taken off the number of columns, which are the observations.</param>
    /// <param name="fweights">How often each observation occurred, whole numbers; null: once.</param>
    /// <param name="aweights">How much each observation matters; null: all the same.</param>
    /// <returns>A new square tensor, or a 0-dim one of a vector.</returns>
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
    /// <returns>A new square tensor, or a 0-dim one of a vector.</returns>
    /// <exception cref="TorchException">The tensor has more than two dimensions.</exception>
    /// <example><code>
    /// Torch.Tensor([[0.0, 1.0, 2.0], [2.0, 1.0, 0.0]]).Corrcoef()
    /// // tensor([[ 1., -1.],
    /// //         [-1.,  1.]])
    /// </code></example>
    [TorchFunction]
    public Tensor Corrcoef() => Script.Run($"torch.corrcoef({this})");
}
