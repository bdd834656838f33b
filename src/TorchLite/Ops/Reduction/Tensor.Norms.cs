namespace TorchLite;

/// <content>Norms.</content>
public partial class Tensor
{
    /// <summary>The p-norm of all elements, or of the vectors along dimensions: PyTorch's <c>norm</c>.</summary>
    /// <param name="p">The order; 2 is the length.</param>
    /// <param name="dim">The dimensions; null: all elements.</param>
    /// <param name="keepdim">Whether to keep the reduced dimensions, with size 1.</param>
    /// <param name="dtype">The dtype to compute in; null: that of the tensor.</param>
    /// <returns>A new tensor without the reduced dimensions, or with size 1 there.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The dtype is an integer type.</exception>
    /// <example><code>
    /// Torch.Tensor([3.0, 4.0]).Norm()   // tensor(5.)
    /// Torch.Tensor([[3.0, 4.0], [6.0, 8.0]]).Norm(2, dim: 1)   // tensor([ 5., 10.])
    /// </code></example>
    [TorchFunction]
    public Tensor Norm(double p = 2.0, Dims? dim = null, bool keepdim = false, DType? dtype = null) =>
        Gate.Direct(
            static (t, order, a) => Exports.VectorNorm(t, order, a.Dims, a.Dims.Length, a.keepdim),
            dtype is { } wanted ? To(wanted) : this, p, (Dims: dim?.Values ?? [], keepdim));

    /// <summary>Scales down the slices along a dimension whose p-norm exceeds a limit: PyTorch's <c>renorm</c>.</summary>
    /// <param name="p">The order of the norm, greater than 0.</param>
    /// <param name="dim">The dimension whose slices are meant; negative counts from the end.</param>
    /// <param name="maxnorm">The limit.</param>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">
    /// The order is not greater than 0, the limit is negative, the tensor has fewer than two dimensions, or the dtype is not
    /// floating-point.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([[3.0, 4.0], [0.3, 0.4]]).Renorm(2, 0, 1)
    /// // tensor([[0.6000, 0.8000],
    /// //         [0.3000, 0.4000]])
    /// </code></example>
    [TorchFunction]
    public Tensor Renorm(Scalar p, long dim, Scalar maxnorm) => Script.Run($"torch.renorm({this}, {p}, {dim}, {maxnorm})");

    /// <summary>
    /// Scales down the slices along a dimension whose p-norm exceeds a limit, in place: PyTorch's <c>renorm_</c>.
    /// </summary>
    /// <param name="p">The order of the norm, greater than 0.</param>
    /// <param name="dim">The dimension whose slices are meant; negative counts from the end.</param>
    /// <param name="maxnorm">The limit.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">
    /// The order is not greater than 0, the limit is negative, the tensor has fewer than two dimensions, the dtype is not floating-point,
    /// or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([[3.0, 4.0], [0.3, 0.4]]).Renorm_(2, 0, 1)
    /// // tensor([[0.6000, 0.8000],
    /// //         [0.3000, 0.4000]])
    /// </code></example>
    public Tensor Renorm_(Scalar p, long dim, Scalar maxnorm) => Script.InPlace(this, $"{this}.renorm_({p}, {dim}, {maxnorm})");

    /// <summary>The p-norm of the difference of two tensors: PyTorch's <c>dist</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <param name="p">The order of the norm; 2 if null.</param>
    /// <returns>A new 0-dim tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not broadcast, or the dtype is not floating-point.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0]).Dist(Torch.Tensor([4.0, 6.0]))   // tensor(5.)
    /// Torch.Tensor([1.0, 2.0]).Dist(Torch.Tensor([4.0, 6.0]), 1)   // tensor(7.)
    /// </code></example>
    [TorchFunction]
    public Tensor Dist(Tensor other, Scalar? p = null) => Script.Run($"torch.dist({this}, {other}, {p ?? 2})");
}
