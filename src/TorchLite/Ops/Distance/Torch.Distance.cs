namespace TorchLite;

/// <content>Distances and similarities.</content>
public static partial class Torch
{
    /// <summary>The p-norm distance between each pair of rows of two batches of matrices: PyTorch's <c>cdist</c>.</summary>
    /// <param name="x1">Matrices with vectors as rows.</param>
    /// <param name="x2">The other matrices, whose rows have the same length.</param>
    /// <param name="p">The order of the norm, 0 to infinity.</param>
    /// <param name="computeMode">
    /// Whether to compute Euclidean distances by matrix multiplication, which is faster and less accurate.
    /// </param>
    /// <returns>A new tensor of the batch dimensions, the rows of the first and those of the second.</returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <exception cref="TorchException">
    /// The rows have different lengths, a tensor has fewer than two dimensions, the order is negative, or a dtype is not floating-point.
    /// </exception>
    /// <example><code>
    /// Torch.Cdist(Torch.Tensor([[0.0, 0.0], [3.0, 4.0]]), Torch.Tensor([[0.0, 1.0]]))
    /// // tensor([[1.0000],
    /// //         [4.2426]])
    /// </code></example>
    public static Tensor Cdist(Tensor x1, Tensor x2, double p = 2.0, CdistMode computeMode = CdistMode.UseMmForEuclidDistIfNecessary)
    {
        // libtorch has numbers for them, and none for the first.
        var mode = computeMode == CdistMode.UseMmForEuclidDistIfNecessary ? null : (long?)computeMode;
        return Script.Run($"torch.cdist({x1}, {x2}, {p}, {mode})");
    }

    /// <summary>The p-norm distance between each pair of rows of a matrix: PyTorch's <c>pdist</c>.</summary>
    /// <param name="input">The matrix.</param>
    /// <param name="p">The order of the norm, 0 to infinity.</param>
    /// <returns>A new vector: the distances of the first row to those after it, of the second, and so on.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">The tensor is not a matrix, the order is negative, or the dtype is not floating-point.</exception>
    /// <example><code>
    /// Torch.Pdist(Torch.Tensor([[0.0, 0.0], [3.0, 4.0], [0.0, 1.0]]))   // tensor([5.0000, 1.0000, 4.2426])
    /// </code></example>
    public static Tensor Pdist(Tensor input, double p = 2)
    {
        // The derivative of no rows ends the process, but for that of p = 0; where there is no distance, each p gives the same.
        var order = p > 0 && NotNull(input).Dim() == 2 && input.Size(0) == 0 ? 0 : p;
        return Script.Run($"torch.pdist({input}, {order})");
    }

    /// <summary>The cosine of the angle between vectors along a dimension: PyTorch's <c>cosine_similarity</c>.</summary>
    /// <param name="x1">The first vectors.</param>
    /// <param name="x2">The second vectors; the shapes broadcast.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="eps">The lower bound of the divisor.</param>
    /// <returns>A new tensor without the dimension.</returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The shapes do not broadcast, or a dtype is not floating-point.</exception>
    /// <example><code>
    /// Torch.CosineSimilarity(Torch.Tensor([[1.0, 0.0]]), Torch.Tensor([[1.0, 1.0]]))   // tensor([0.7071])
    /// </code></example>
    public static Tensor CosineSimilarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-08) =>
        Script.Run($"torch.cosine_similarity({x1}, {x2}, {dim}, {eps})");

    /// <summary>The p-norm distance between vectors along the last dimension: PyTorch's <c>pairwise_distance</c>.</summary>
    /// <param name="x1">The first vectors.</param>
    /// <param name="x2">The second vectors; the shapes broadcast.</param>
    /// <param name="p">The order of the norm.</param>
    /// <param name="eps">The number added to each difference.</param>
    /// <param name="keepdim">Whether to keep the reduced dimension, with size 1.</param>
    /// <returns>A new tensor without the last dimension.</returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <exception cref="TorchException">The shapes do not broadcast, or a dtype is not floating-point.</exception>
    /// <example><code>
    /// Torch.PairwiseDistance(Torch.Tensor([[0.0, 0.0]]), Torch.Tensor([[3.0, 4.0]]))   // tensor([5.0000])
    /// </code></example>
    public static Tensor PairwiseDistance(Tensor x1, Tensor x2, double p = 2, double eps = 1e-06, bool keepdim = false) =>
        Script.Run($"torch.pairwise_distance({x1}, {x2}, {p}, {eps}, {keepdim})");
}
