namespace TorchLite;

/// <content>Histograms of points.</content>
public static partial class Torch
{
    /// <summary>The number of points in each cell of a grid: PyTorch's <c>histogramdd</c>.</summary>
    /// <param name="input">The points, whose coordinates are the last dimension.</param>
    /// <param name="bins">The number of bins of each dimension.</param>
    /// <param name="range">
    /// For each dimension its first and last edge, one after the other; null: the smallest and the largest coordinate.
    /// </param>
    /// <param name="weight">The weight of each point; null: 1.</param>
    /// <param name="density">Whether to normalize the result so that its integral is 1.</param>
    /// <returns>The counts, or densities, with a dimension for each coordinate, and the edges of each dimension.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">The numbers of bins, edges or weights do not fit, or the dtype is not floating-point.</exception>
    /// <example><code>
    /// Torch.Histogramdd(Torch.Tensor([[0.0, 1.0], [1.0, 0.0], [2.0, 2.0]]), 2).Hist
    /// // tensor([[0., 1.],
    /// //         [1., 1.]])
    /// </code></example>
    public static (Tensor Hist, Tensor[] BinEdges) Histogramdd(
        Tensor input, long bins, ReadOnlySpan<double> range = default, Tensor? weight = null, bool density = false)
    {
        var sizes = new long[NotNull(input).Size(-1)];
        Array.Fill(sizes, bins);
        return Histogramdd(input, Shape.Wrap(sizes), range, weight, density);
    }

    /// <summary>The number of points in each cell of a grid: PyTorch's <c>histogramdd</c>.</summary>
    /// <param name="input">The points, whose coordinates are the last dimension.</param>
    /// <param name="bins">The number of bins of each dimension.</param>
    /// <param name="range">
    /// For each dimension its first and last edge, one after the other; null: the smallest and the largest coordinate.
    /// </param>
    /// <param name="weight">The weight of each point; null: 1.</param>
    /// <param name="density">Whether to normalize the result so that its integral is 1.</param>
    /// <returns>The counts, or densities, with a dimension for each coordinate, and the edges of each dimension.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">The numbers of bins, edges or weights do not fit, or the dtype is not floating-point.</exception>
    /// <example><code>
    /// Torch.Histogramdd(Torch.Tensor([[0.0, 1.0], [1.0, 0.0], [2.0, 2.0]]), [2, 3]).Hist
    /// // tensor([[0., 1., 0.],
    /// //         [1., 0., 1.]])
    /// Torch.Histogramdd(Torch.Tensor([[0.0, 1.0], [1.0, 0.0], [2.0, 2.0]]), [2, 3]).BinEdges[1]
    /// // tensor([0.0000, 0.6667, 1.3333, 2.0000])
    /// </code></example>
    public static (Tensor Hist, Tensor[] BinEdges) Histogramdd(
        Tensor input, Shape bins, ReadOnlySpan<double> range = default, Tensor? weight = null, bool density = false)
    {
        var edges = range.IsEmpty ? null : range.ToArray();
        return (
            Script.Run(
                $"torch._histogramdd_from_bin_cts({input}, {bins}, range={edges}, weight={weight:optional}, density={density})"),
            Script.Many($"torch._histogramdd_bin_edges({input}, {bins}, range={edges}, weight={weight:optional}, density={density})"));
    }

    /// <summary>The number of points in each cell of a grid: PyTorch's <c>histogramdd</c>.</summary>
    /// <param name="input">The points, whose coordinates are the last dimension.</param>
    /// <param name="bins">For each dimension, the edges of its bins, in ascending order.</param>
    /// <param name="weight">The weight of each point; null: 1.</param>
    /// <param name="density">Whether to normalize the result so that its integral is 1.</param>
    /// <returns>The counts, or densities, with a dimension for each coordinate, and <paramref name="bins"/>.</returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <exception cref="TorchException">The numbers of bins, edges or weights do not fit, or the dtype is not floating-point.</exception>
    /// <example><code>
    /// var points = Torch.Tensor([[0.0, 1.0], [1.0, 0.0], [2.0, 2.0]]);
    /// Torch.Histogramdd(points, [Torch.Tensor([0.0, 1.0, 2.0]), Torch.Tensor([0.0, 2.0])]).Hist
    /// // tensor([[1.],
    /// //         [2.]])
    /// </code></example>
    public static (Tensor Hist, Tensor[] BinEdges) Histogramdd(
        Tensor input, ReadOnlySpan<Tensor> bins, Tensor? weight = null, bool density = false)
    {
        var hist = Script.Run($"torch._histogramdd_from_bin_tensors({input}, {bins}, weight={weight:optional}, density={density})");
        return (hist, bins.ToArray());
    }
}
