namespace TorchLite;

/// <content>Products of vectors and matrices.</content>
public sealed partial class Tensor
{
    /// <summary>
    /// The matrix product, as Python's <c>@</c>: of vectors, matrices and stacks of matrices, whose leading dimensions broadcast: PyTorch's
    /// <c>matmul</c>.
    /// </summary>
    /// <param name="other">The right factor.</param>
    /// <returns>A new tensor; without dimensions for two vectors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not fit, or the dtypes or devices differ.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2], [3, 4]]).Matmul(Torch.Tensor([[1, 0], [0, 2]]))
    /// // tensor([[1, 4],
    /// //         [3, 8]])
    /// Torch.Ones(2, 3).Matmul(Torch.Ones(2, 3))   // TorchException: mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)
    /// </code></example>
    [TorchFunction]
    public Tensor Matmul(Tensor other) => LinearAlgebra.Matmul(this, Given(other));

    /// <summary>The product of two matrices: PyTorch's <c>mm</c>.</summary>
    /// <param name="mat2">The right matrix [m, p].</param>
    /// <returns>A new tensor [n, p].</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mat2"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not fit, or the dtypes or devices differ.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3).Mm(Torch.Ones(3, 1))
    /// // tensor([[3.],
    /// //         [3.]])
    /// </code></example>
    [TorchFunction]
    public Tensor Mm(Tensor mat2) => Gate.Direct(static (a, b) => Exports.Mm(a, b), this, mat2);

    /// <summary>The products of two stacks of matrices: PyTorch's <c>bmm</c>.</summary>
    /// <param name="mat2">The right matrices [b, m, p].</param>
    /// <returns>A new tensor [b, n, p].</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mat2"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not fit, or the dtypes or devices differ.</exception>
    /// <example><code>
    /// Torch.Ones(5, 2, 3).Bmm(Torch.Ones(5, 3, 1)).Shape   // torch.Size([5, 2, 1])
    /// </code></example>
    [TorchFunction]
    public Tensor Bmm(Tensor mat2) => Gate.Direct(static (a, b) => Exports.Bmm(a, b), this, mat2);

    /// <summary>The product of a matrix and a vector: PyTorch's <c>mv</c>.</summary>
    /// <param name="vec">The vector [m].</param>
    /// <returns>A new tensor [n].</returns>
    /// <exception cref="ArgumentNullException"><paramref name="vec"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not fit, or the dtypes or devices differ.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2], [3, 4]]).Mv(Torch.Tensor([1, 1]))   // tensor([3, 7])
    /// </code></example>
    [TorchFunction]
    public Tensor Mv(Tensor vec) => Gate.Direct(static (a, b) => Exports.Mv(a, b), this, vec);

    /// <summary>The inner product of two vectors: PyTorch's <c>dot</c>.</summary>
    /// <param name="tensor">The other vector.</param>
    /// <returns>A new tensor without dimensions.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not fit, or the dtypes or devices differ.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Dot(Torch.Tensor([3, 4]))   // tensor(11)
    /// </code></example>
    [TorchFunction]
    public Tensor Dot(Tensor tensor) => Gate.Direct(static (a, b) => Exports.Dot(a, b), this, tensor);

    /// <summary>The inner product of two vectors, this one conjugated: PyTorch's <c>vdot</c>.</summary>
    /// <param name="other">The other vector.</param>
    /// <returns>A new tensor without dimensions.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not fit, or the dtypes or devices differ.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Vdot(Torch.Tensor([3, 4]))   // tensor(11)
    /// </code></example>
    [TorchFunction]
    public Tensor Vdot(Tensor other) => Gate.Direct(static (a, b) => Exports.Vdot(a, b), this, other);

    /// <summary>The outer product of two vectors: PyTorch's <c>outer</c>.</summary>
    /// <param name="vec2">The other vector [m].</param>
    /// <returns>A new tensor [n, m].</returns>
    /// <exception cref="ArgumentNullException"><paramref name="vec2"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not fit, or the dtypes or devices differ.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Outer(Torch.Tensor([3, 4]))
    /// // tensor([[3, 4],
    /// //         [6, 8]])
    /// </code></example>
    [TorchFunction]
    public Tensor Outer(Tensor vec2) => Gate.Direct(static (a, b) => Exports.Outer(a, b), this, vec2);

    /// <summary>The sums of products over the last dimensions: PyTorch's <c>inner</c>.</summary>
    /// <param name="other">The other tensor.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not fit, or the dtypes or devices differ.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Inner(Torch.Tensor([3, 4]))   // tensor(11)
    /// </code></example>
    [TorchFunction]
    public Tensor Inner(Tensor other) => Gate.Direct(static (a, b) => Exports.Inner(a, b), this, other);

    /// <summary>The Kronecker product: PyTorch's <c>kron</c>.</summary>
    /// <param name="other">The other tensor.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not fit, or the dtypes or devices differ.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Kron(Torch.Tensor([1, 1]))   // tensor([1, 1, 2, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor Kron(Tensor other) => Gate.Direct(static (a, b) => Exports.Kron(a, b), this, other);

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
            : Script.Run($"torch.addmm({this}, {Given(mat1)}, {Given(mat2)}, beta={beta ?? 1}, alpha={alpha ?? 1})");

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
            : Script.Run($"torch.addmv({this}, {Given(mat)}, {Given(vec)}, beta={beta ?? 1}, alpha={alpha ?? 1})");

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
            : Script.Run($"torch.addbmm({this}, {Given(batch1)}, {Given(batch2)}, beta={beta ?? 1}, alpha={alpha ?? 1})");

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
            : Script.Run($"torch.baddbmm({this}, {Given(batch1)}, {Given(batch2)}, beta={beta ?? 1}, alpha={alpha ?? 1})");

    /// <summary>The sum of the diagonal of a matrix: PyTorch's <c>trace</c>.</summary>
    /// <returns>A new tensor without dimensions.</returns>
    /// <exception cref="TorchException">There are not two dimensions.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2], [3, 4]]).Trace()   // tensor(5)
    /// </code></example>
    [TorchFunction]
    public Tensor Trace() => Gate.Direct(static t => Exports.Trace(t), this);

    /// <summary>The determinants of square matrices: PyTorch's <c>det</c>.</summary>
    /// <returns>A new tensor without the last two dimensions.</returns>
    /// <exception cref="TorchException">The matrices are not square, or hold whole numbers.</exception>
    /// <example><code>
    /// Torch.Tensor([[1.0, 2.0], [3.0, 4.0]]).Det()   // tensor(-2.)
    /// </code></example>
    [TorchFunction]
    public Tensor Det() => Gate.Direct(static t => Exports.Det(t), this);

    /// <summary>The inverses of square matrices: PyTorch's <c>inverse</c>.</summary>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="TorchException">The matrices are not square, or hold whole numbers.</exception>
    /// <exception cref="TorchLinAlgException">A matrix has no inverse.</exception>
    /// <example><code>
    /// Torch.Tensor([[2.0, 0.0], [0.0, 4.0]]).Inverse()
    /// // tensor([[0.5000, 0.0000],
    /// //         [0.0000, 0.2500]])
    /// </code></example>
    [TorchFunction]
    public Tensor Inverse() => Gate.Direct(static t => Exports.Inverse(t), this);

    // TorchSharp passes the factors in single precision.
}
