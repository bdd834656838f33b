namespace TorchLite;

/// <content>Products of matrices added to a tensor.</content>
public partial class Tensor
{
    /// <summary>beta * this + alpha * (mat1 @ mat2): PyTorch's <c>addmm</c>.</summary>
    /// <param name="mat1">The left matrix.</param>
    /// <param name="mat2">The right matrix.</param>
    /// <param name="beta">A factor for this tensor; null: 1.</param>
    /// <param name="alpha">A factor for the product; null: 1.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mat1"/> or <paramref name="mat2"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not fit, or the dtypes or devices differ.</exception>
    /// <example><code>
    /// Torch.Ones(2, 2).Addmm(Torch.Ones(2, 3), Torch.Ones(3, 2))
    /// // tensor([[4., 4.],
    /// //         [4., 4.]])
    /// </code></example>
    [TorchFunction]
    public Tensor Addmm(Tensor mat1, Tensor mat2, Scalar? beta = null, Scalar? alpha = null) =>
        beta is null && alpha is null
            ? Gate.Direct(static (t, a, b) => Exports.Addmm(t, a, b, 1, 1), this, mat1, mat2)
            : Script.Run($"torch.addmm({this}, {mat1}, {mat2}, beta={beta ?? 1}, alpha={alpha ?? 1})");

    /// <summary>beta * this + alpha * (mat1 @ mat2), in place: PyTorch's <c>addmm_</c>.</summary>
    /// <param name="mat1">The left factor.</param>
    /// <param name="mat2">The right factor.</param>
    /// <param name="beta">A factor for this tensor; null: 1.</param>
    /// <param name="alpha">A factor for the product; null: 1.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mat1"/> is null.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="mat2"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not fit, the dtypes or devices differ, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Ones(2, 2).Addmm_(Torch.Ones(2, 2), Torch.Ones(2, 2))
    /// // tensor([[3., 3.],
    /// //         [3., 3.]])
    /// </code></example>
    public Tensor Addmm_(Tensor mat1, Tensor mat2, Scalar? beta = null, Scalar? alpha = null) =>
        Script.InPlace(this, $"{this}.addmm_({mat1}, {mat2}, beta={beta ?? 1}, alpha={alpha ?? 1})");

    /// <summary>beta * this + alpha * (mat @ vec): PyTorch's <c>addmv</c>.</summary>
    /// <param name="mat">The matrix.</param>
    /// <param name="vec">The vector.</param>
    /// <param name="beta">A factor for this tensor; null: 1.</param>
    /// <param name="alpha">A factor for the product; null: 1.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mat"/> or <paramref name="vec"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not fit, or the dtypes or devices differ.</exception>
    /// <example><code>
    /// Torch.Ones(2).Addmv(Torch.Ones(2, 3), Torch.Ones(3))   // tensor([4., 4.])
    /// </code></example>
    [TorchFunction]
    public Tensor Addmv(Tensor mat, Tensor vec, Scalar? beta = null, Scalar? alpha = null) =>
        beta is null && alpha is null
            ? Gate.Direct(static (t, a, b) => Exports.Addmv(t, a, b, 1, 1), this, mat, vec)
            : Script.Run($"torch.addmv({this}, {mat}, {vec}, beta={beta ?? 1}, alpha={alpha ?? 1})");

    /// <summary>beta * this + alpha * (mat @ vec), in place: PyTorch's <c>addmv_</c>.</summary>
    /// <param name="mat">The left factor.</param>
    /// <param name="vec">The right factor.</param>
    /// <param name="beta">A factor for this tensor; null: 1.</param>
    /// <param name="alpha">A factor for the product; null: 1.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mat"/> is null.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="vec"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not fit, the dtypes or devices differ, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Ones(2).Addmv_(Torch.Ones(2, 2), Torch.Ones(2))   // tensor([3., 3.])
    /// </code></example>
    [TorchFunction]
    public Tensor Addmv_(Tensor mat, Tensor vec, Scalar? beta = null, Scalar? alpha = null) =>
        Script.InPlace(this, $"{this}.addmv_({mat}, {vec}, beta={beta ?? 1}, alpha={alpha ?? 1})");

    /// <summary>beta * this + alpha * the sum of the products of two stacks of matrices: PyTorch's <c>addbmm</c>.</summary>
    /// <param name="batch1">The left matrices.</param>
    /// <param name="batch2">The right matrices.</param>
    /// <param name="beta">A factor for this tensor; null: 1.</param>
    /// <param name="alpha">A factor for the product; null: 1.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="batch1"/> or <paramref name="batch2"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not fit, or the dtypes or devices differ.</exception>
    /// <example><code>
    /// Torch.Ones(2, 2).Addbmm(Torch.Ones(5, 2, 3), Torch.Ones(5, 3, 2))
    /// // tensor([[16., 16.],
    /// //         [16., 16.]])
    /// </code></example>
    [TorchFunction]
    public Tensor Addbmm(Tensor batch1, Tensor batch2, Scalar? beta = null, Scalar? alpha = null) =>
        beta is null && alpha is null
            ? Gate.Direct(static (t, a, b) => Exports.Addbmm(t, a, b, 1, 1), this, batch1, batch2)
            : Script.Run($"torch.addbmm({this}, {batch1}, {batch2}, beta={beta ?? 1}, alpha={alpha ?? 1})");

    /// <summary>beta * this + alpha * the sum of the products of two stacks of matrices, in place: PyTorch's <c>addbmm_</c>.</summary>
    /// <param name="batch1">The left factor.</param>
    /// <param name="batch2">The right factor.</param>
    /// <param name="beta">A factor for this tensor; null: 1.</param>
    /// <param name="alpha">A factor for the product; null: 1.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="batch1"/> is null.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="batch2"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not fit, the dtypes or devices differ, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Ones(2, 2).Addbmm_(Torch.Ones(1, 2, 2), Torch.Ones(1, 2, 2))
    /// // tensor([[3., 3.],
    /// //         [3., 3.]])
    /// </code></example>
    public Tensor Addbmm_(Tensor batch1, Tensor batch2, Scalar? beta = null, Scalar? alpha = null) =>
        Script.InPlace(this, $"{this}.addbmm_({batch1}, {batch2}, beta={beta ?? 1}, alpha={alpha ?? 1})");

    /// <summary>beta * this + alpha * the products of two stacks of matrices: PyTorch's <c>baddbmm</c>.</summary>
    /// <param name="batch1">The left matrices.</param>
    /// <param name="batch2">The right matrices.</param>
    /// <param name="beta">A factor for this tensor; null: 1.</param>
    /// <param name="alpha">A factor for the product; null: 1.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="batch1"/> or <paramref name="batch2"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not fit, or the dtypes or devices differ.</exception>
    /// <example><code>
    /// Torch.Ones(5, 2, 2).Baddbmm(Torch.Ones(5, 2, 3), Torch.Ones(5, 3, 2)).Shape   // torch.Size([5, 2, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor Baddbmm(Tensor batch1, Tensor batch2, Scalar? beta = null, Scalar? alpha = null) =>
        // TorchSharp takes the receiver for the first stack of matrices, and the last argument for what is added to.
        beta is null && alpha is null
            ? Gate.Direct(static (t, a, b) => Exports.Baddbmm(a, b, t, 1, 1), this, batch1, batch2)
            : Script.Run($"torch.baddbmm({this}, {batch1}, {batch2}, beta={beta ?? 1}, alpha={alpha ?? 1})");

    /// <summary>beta * this + alpha * the products of two stacks of matrices, in place: PyTorch's <c>baddbmm_</c>.</summary>
    /// <param name="batch1">The left factor.</param>
    /// <param name="batch2">The right factor.</param>
    /// <param name="beta">A factor for this tensor; null: 1.</param>
    /// <param name="alpha">A factor for the product; null: 1.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="batch1"/> is null.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="batch2"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not fit, the dtypes or devices differ, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Ones(1, 2, 2).Baddbmm_(Torch.Ones(1, 2, 2), Torch.Ones(1, 2, 2))
    /// // tensor([[[3., 3.],
    /// //          [3., 3.]]])
    /// </code></example>
    public Tensor Baddbmm_(Tensor batch1, Tensor batch2, Scalar? beta = null, Scalar? alpha = null) =>
        Script.InPlace(this, $"{this}.baddbmm_({batch1}, {batch2}, beta={beta ?? 1}, alpha={alpha ?? 1})");

    /// <summary>beta * this + alpha * the outer product of two vectors: PyTorch's <c>addr</c>.</summary>
    /// <param name="vec1">The left factor.</param>
    /// <param name="vec2">The right factor.</param>
    /// <param name="beta">A factor for this tensor; null: 1.</param>
    /// <param name="alpha">A factor for the product; null: 1.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="vec1"/> is null.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="vec2"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not fit, the dtypes or devices differ, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Ones(2, 2).Addr(Torch.Ones(2), Torch.Ones(2))
    /// // tensor([[2., 2.],
    /// //         [2., 2.]])
    /// </code></example>
    [TorchFunction]
    public Tensor Addr(Tensor vec1, Tensor vec2, Scalar? beta = null, Scalar? alpha = null) =>
        Script.Run($"{this}.addr({vec1}, {vec2}, beta={beta ?? 1}, alpha={alpha ?? 1})");

    /// <summary>beta * this + alpha * the outer product of two vectors, in place: PyTorch's <c>addr_</c>.</summary>
    /// <param name="vec1">The left factor.</param>
    /// <param name="vec2">The right factor.</param>
    /// <param name="beta">A factor for this tensor; null: 1.</param>
    /// <param name="alpha">A factor for the product; null: 1.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="vec1"/> is null.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="vec2"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not fit, the dtypes or devices differ, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Ones(2, 2).Addr_(Torch.Ones(2), Torch.Ones(2))
    /// // tensor([[2., 2.],
    /// //         [2., 2.]])
    /// </code></example>
    public Tensor Addr_(Tensor vec1, Tensor vec2, Scalar? beta = null, Scalar? alpha = null) =>
        Script.InPlace(this, $"{this}.addr_({vec1}, {vec2}, beta={beta ?? 1}, alpha={alpha ?? 1})");
}
