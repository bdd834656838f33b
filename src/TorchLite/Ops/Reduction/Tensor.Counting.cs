using System.Globalization;
using System.Runtime.CompilerServices;

namespace TorchLite;

/// <content>Distinct elements and histograms.</content>
public partial class Tensor
{
    /// <summary>The unique elements, or the unique slices along a dimension: PyTorch's <c>unique</c>.</summary>
    /// <param name="sorted">Whether to return them in ascending order; libtorch always does.</param>
    /// <param name="dim">The dimension along which slices are compared; null: all elements are compared.</param>
    /// <returns>A new tensor, a vector where no dimension is given.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">libtorch does not support ordering for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([3, 1, 3]).Unique()   // tensor([1, 3])
    /// Torch.Tensor([[1, 2], [0, 1], [1, 2]]).Unique(dim: 0)
    /// // tensor([[0, 1],
    /// //         [1, 2]])
    /// </code></example>
    [TorchFunction]
    [OverloadResolutionPriority(1)]
    public Tensor Unique(bool sorted = true, long? dim = null) => Unique(sorted, false, false, dim)[0];

    /// <summary>
    /// The unique elements, with the position of each element among them, or the number of occurrences: PyTorch's <c>unique</c>.
    /// </summary>
    /// <param name="sorted">Whether to return them in ascending order; libtorch always does.</param>
    /// <param name="returnInverse">Whether to return the position of each element among the results.</param>
    /// <param name="returnCounts">Whether to return the number of times that each element occurs.</param>
    /// <param name="dim">The dimension along which slices are compared; null: all elements are compared.</param>
    /// <returns>The values, then the positions and then the counts, if requested.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">libtorch does not support ordering for this dtype.</exception>
    /// <example><code>
    /// var (values, counts) = Torch.Tensor([3, 1, 3]).Unique(returnCounts: true);
    /// values   // tensor([1, 3])
    /// counts   // tensor([1, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor[] Unique(bool sorted = true, bool returnInverse = false, bool returnCounts = false, long? dim = null) =>
        Gate.DirectMany(
            static (t, a) => Exports.Unique(t, a.dim, a.sorted, a.returnInverse, a.returnCounts), this,
            (dim, sorted, returnInverse, returnCounts));

    /// <summary>
    /// The elements without consecutive duplicates, or the slices along a dimension: PyTorch's <c>unique_consecutive</c>.
    /// </summary>
    /// <param name="dim">The dimension along which slices are compared; null: all elements are compared.</param>
    /// <returns>A new tensor, a vector where no dimension is given.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([3, 3, 1, 3]).UniqueConsecutive()   // tensor([3, 1, 3])
    /// </code></example>
    [TorchFunction]
    [OverloadResolutionPriority(1)]
    public Tensor UniqueConsecutive(long? dim = null) => UniqueConsecutive(false, false, dim)[0];

    /// <summary>
    /// The elements without consecutive duplicates, with the position of each element among them, or the run lengths: PyTorch's
    /// <c>unique_consecutive</c>.
    /// </summary>
    /// <param name="returnInverse">Whether to return the position of each element among the results.</param>
    /// <param name="returnCounts">Whether to return the lengths of the runs.</param>
    /// <param name="dim">The dimension along which slices are compared; null: all elements are compared.</param>
    /// <returns>The values, then the positions and then the lengths, if requested.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// var (values, counts) = Torch.Tensor([3, 3, 1, 3]).UniqueConsecutive(returnCounts: true);
    /// counts   // tensor([2, 1, 1])
    /// </code></example>
    [TorchFunction]
    public Tensor[] UniqueConsecutive(bool returnInverse = false, bool returnCounts = false, long? dim = null) =>
        Gate.DirectMany(
            static (t, a) => Exports.UniqueConsecutive(t, a.dim, a.returnInverse, a.returnCounts), this,
            (dim, returnInverse, returnCounts));

    /// <summary>The number of elements in each of several ranges of equal width: PyTorch's <c>histc</c>.</summary>
    /// <param name="bins">The number of ranges.</param>
    /// <param name="min">The lower limit of the first range; elements below it are not counted.</param>
    /// <param name="max">
    /// Where the last ends, itself included; elements above are not counted. The same as <paramref name="min"/>: the ranges go from the
    /// least to the largest element.
    /// </param>
    /// <returns>A new vector of this dtype.</returns>
    /// <exception cref="TorchException">
    /// The limits or the number of ranges make none, the dtype holds no real numbers, or the limits have fractions and the tensor is not
    /// on the CPU.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 1.0]).Histc(bins: 4, min: 0, max: 3)   // tensor([0., 2., 1., 0.])
    /// </code></example>
    [TorchFunction]
    public Tensor Histc(long bins = 100, double min = 0, double max = 0)
    {
        if (!(double.IsFinite(min) && double.IsFinite(max)) && min != max)
        {
            throw new TorchException($"torch.histc: range of [{Text(min)}, {Text(max)}] is not finite");
        }

        if (min > max)
        {
            throw new TorchException("torch.histc: max must be larger than min");
        }

        // LibTorchSharp's histc takes integers only; the histogram, on the CPU only, takes fractions, but has another default range.
        return min == max ? Gate.Direct(static (t, bins) => Exports.Histc(t, bins, 0, 0), this, bins)
            : min == (long)min && max == (long)max
                ? Gate.Direct(static (t, a) => Exports.Histc(t, a.bins, a.Min, a.Max), this, (bins, Min: (long)min, Max: (long)max))
                : Gate.Direct(static (t, a) => Exports.Histogram(t, a.bins, a.min, a.max), this, (bins, min, max));

        // As C++ writes it.
        static string Text(double limit) => double.IsNaN(limit) ? "nan"
            : double.IsInfinity(limit) ? limit > 0 ? "inf" : "-inf"
            : limit.ToString("g6", CultureInfo.InvariantCulture);
    }

    /// <summary>The number of elements in each of several bins of equal width: PyTorch's <c>histogram</c>.</summary>
    /// <param name="bins">The number of bins.</param>
    /// <param name="range">The first and the last edge; null: the smallest and the largest element.</param>
    /// <param name="weight">The weight of each element, of the same shape; null: 1.</param>
    /// <param name="density">Whether to normalize the result so that its integral is 1.</param>
    /// <returns>The counts, or densities, and the edges of the bins.</returns>
    /// <exception cref="TorchException">
    /// The number of bins is not positive, the range is invalid, the weights have another shape, or the dtype is not floating-point.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 2.5, 4.0]).Histogram(3).Hist   // tensor([1., 2., 1.])
    /// Torch.Tensor([1.0, 2.0, 2.5, 4.0]).Histogram(4, range: (0, 4)).BinEdges   // tensor([0., 1., 2., 3., 4.])
    /// </code></example>
    [TorchFunction]
    public (Tensor Hist, Tensor BinEdges) Histogram(
        long bins = 100, (double Min, double Max)? range = null, Tensor? weight = null, bool density = false) =>
        Script.Pair($"torch.histogram({this}, {bins}, range={range}, weight={weight:optional}, density={density})");

    /// <summary>The number of elements in each of several bins: PyTorch's <c>histogram</c>.</summary>
    /// <param name="bins">The edges of the bins, in order and in one dimension.</param>
    /// <param name="weight">The weight of each element, of the same shape; null: 1.</param>
    /// <param name="density">Whether to normalize the result so that its integral is 1.</param>
    /// <returns>The counts, or densities, and the edges of the bins.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="bins"/> is null.</exception>
    /// <exception cref="TorchException">The edges do not have one dimension, or a shape or dtype does not fit.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 2.5, 4.0]).Histogram(Torch.Tensor([0.0, 2.0, 5.0])).Hist   // tensor([1., 3.])
    /// </code></example>
    [TorchFunction]
    public (Tensor Hist, Tensor BinEdges) Histogram(Tensor bins, Tensor? weight = null, bool density = false) =>
        Script.Pair($"torch.histogram({this}, {bins}, weight={weight:optional}, density={density})");

    /// <summary>The number of occurrences of each integer: PyTorch's <c>bincount</c>.</summary>
    /// <param name="weights">The weight of each element; null: 1.</param>
    /// <param name="minlength">The minimum length of the result.</param>
    /// <returns>A new tensor: at each position, the number of times that the position's value occurs.</returns>
    /// <exception cref="TorchException">
    /// The elements are not integers of 0 and above in one dimension, or the weights have another length.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([0, 1, 1]).Bincount()   // tensor([1, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor Bincount(Tensor? weights = null, long minlength = 0) => weights is null
        ? Gate.Direct(static (t, n) => Exports.Bincount(t, 0, n), this, minlength)
        : Gate.Direct(static (t, w, n) => Exports.Bincount(t, w, n), this, weights, minlength);
}
