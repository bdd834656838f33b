namespace TorchLite;

/// <content>Products of matrices and vectors.</content>
public partial class Tensor
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
    public Tensor Matmul(Tensor other) => LinearAlgebra.Matmul(this, NotNull(other));

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

    /// <summary>The cross product of vectors of three elements: PyTorch's <c>cross</c>.</summary>
    /// <param name="other">The other vectors; the shape broadcasts.</param>
    /// <param name="dim">The dimension that the vectors lie along; null: the first one of size 3.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The dimension's size is not 3, or the shapes do not broadcast.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 0, 0]).Cross(Torch.Tensor([0, 1, 0]))   // tensor([0, 0, 1])
    /// </code></example>
    [TorchFunction]
    public Tensor Cross(Tensor other, long? dim = null)
    {
        if (dim is null)
        {
            dim = Shape.ToList().IndexOf(3);
            if (dim < 0)
            {
                throw new TorchException("no dimension of size 3 in input");
            }
        }

        return Gate.Direct(static (a, b, dim) => Exports.Cross(a, b, dim), this, other, dim.Value);
    }
}
