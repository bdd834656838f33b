namespace TorchLite;

/// <content>Matrices, counting, and copies with a part replaced.</content>
public sealed partial class Tensor
{
    /// <summary>How often each whole number occurs: PyTorch's <c>bincount</c>.</summary>
    /// <param name="weights">What each element counts; null: 1.</param>
    /// <param name="minlength">The least length of the result.</param>
    /// <returns>A new tensor: at each place how often its number occurs.</returns>
    /// <exception cref="TorchException">
    /// The elements are not whole numbers of 0 and above in one dimension, or the weights are of another length.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([0, 1, 1]).Bincount()   // tensor([1, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor Bincount(Tensor? weights = null, long minlength = 0) => weights is null
        ? Gate.Direct(static (t, n) => Exports.Bincount(t, 0, n), this, minlength)
        : Gate.Direct(static (t, w, n) => Exports.Bincount(t, w, n), this, weights, minlength);

    /// <summary>The logarithms of the determinants of square matrices: PyTorch's <c>logdet</c>.</summary>
    /// <returns>A new tensor without the last two dimensions; nan where the determinant is negative.</returns>
    /// <exception cref="TorchException">The matrices are not square, or hold whole numbers.</exception>
    /// <example><code>
    /// Torch.Tensor([[2.0, 0.0], [0.0, 0.5]]).Logdet()   // tensor(0.)
    /// </code></example>
    [TorchFunction]
    public Tensor Logdet() => Gate.Direct(static t => Exports.Logdet(t), this);

    /// <summary>The signs of the determinants of square matrices, and the logarithms of their moduli: PyTorch's <c>slogdet</c>.</summary>
    /// <returns>Both, without the last two dimensions.</returns>
    /// <exception cref="TorchException">The matrices are not square, or hold whole numbers.</exception>
    /// <example><code>
    /// Torch.Tensor([[1.0, 2.0], [3.0, 4.0]]).Slogdet().Logabsdet   // tensor(0.6931)
    /// </code></example>
    [TorchFunction]
    public (Tensor Sign, Tensor Logabsdet) Slogdet() =>
        Gate.DirectPair(static (t, _) => (Exports.Slogdet(t, out var logarithms), logarithms), this, 0);

    /// <summary>Square matrices multiplied with themselves so many times: PyTorch's <c>matrix_power</c>.</summary>
    /// <param name="n">How often; negative: the inverses.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="TorchException">The matrices are not square.</exception>
    /// <exception cref="TorchLinAlgException">A matrix has no inverse.</exception>
    /// <example><code>
    /// Torch.Tensor([[1.0, 1.0], [0.0, 1.0]]).MatrixPower(3)
    /// // tensor([[1., 3.],
    /// //         [0., 1.]])
    /// </code></example>
    [TorchFunction]
    public Tensor MatrixPower(int n) => Gate.Direct(static (t, n) => Exports.MatrixPower(t, n), this, n);

    /// <summary>A copy in which one part along a dimension is another tensor: PyTorch's <c>select_scatter</c>.</summary>
    /// <param name="src">What to put there.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">Where.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="src"/> is null.</exception>
    /// <exception cref="TorchIndexException">There is no such dimension or position.</exception>
    /// <exception cref="TorchException">The shapes do not fit.</exception>
    /// <example><code>
    /// Torch.Zeros(2, 2).SelectScatter(Torch.Ones(2), 0, 1)
    /// // tensor([[0., 0.],
    /// //         [1., 1.]])
    /// </code></example>
    [TorchFunction]
    public Tensor SelectScatter(Tensor src, long dim, long index) =>
        Gate.Direct(static (t, s, a) => Exports.SelectScatter(t, s, a.dim, a.index), this, src, (dim, index));

    /// <summary>A copy in which a slice along a dimension is another tensor: PyTorch's <c>slice_scatter</c>.</summary>
    /// <param name="src">What to put there.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="start">The first position; null: the beginning.</param>
    /// <param name="end">Before which position to end; null: the end.</param>
    /// <param name="step">How far from one to the next.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="src"/> is null.</exception>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The shapes do not fit.</exception>
    /// <example><code>
    /// Torch.Zeros(4).SliceScatter(Torch.Ones(2), 0, 1, 3)   // tensor([0., 1., 1., 0.])
    /// </code></example>
    [TorchFunction]
    public Tensor SliceScatter(Tensor src, long dim = 0, long? start = null, long? end = null, long step = 1) =>
        Gate.Direct(
            static (t, s, a) => Exports.SliceScatter(t, s, a.dim, a.start, a.end, a.step), this, src, (dim, start, end, step));
}
