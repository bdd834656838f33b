namespace TorchLite;

/// <content>Products added to a tensor.</content>
public sealed partial class Tensor
{
    /// <summary>beta * this + alpha * (mat1 @ mat2), in place: PyTorch's <c>addmm_</c>.</summary>
    /// <param name="mat1">The left factor.</param>
    /// <param name="mat2">The right factor.</param>
    /// <param name="beta">A factor for this tensor.</param>
    /// <param name="alpha">A factor for the product.</param>
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
    public Tensor Addmm_(Tensor mat1, Tensor mat2, double beta = 1, double alpha = 1) =>
        IsSingle(beta, alpha)
            ? Gate.InPlace(static (t, a, b, x) => t.addmm_(a, b, (float)x.beta, (float)x.alpha), this, mat1, mat2, (beta, alpha))
            : CopyChecked_(Addmm(mat1, mat2, beta, alpha));

    /// <summary>beta * this + alpha * (mat @ vec), in place: PyTorch's <c>addmv_</c>.</summary>
    /// <param name="mat">The left factor.</param>
    /// <param name="vec">The right factor.</param>
    /// <param name="beta">A factor for this tensor.</param>
    /// <param name="alpha">A factor for the product.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mat"/> is null.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="vec"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not fit, the dtypes or devices differ, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Ones(2).Addmv_(Torch.Ones(2, 2), Torch.Ones(2))   // tensor([3., 3.])
    /// </code></example>
    public Tensor Addmv_(Tensor mat, Tensor vec, double beta = 1, double alpha = 1) =>
        IsSingle(beta, alpha)
            ? Gate.InPlace(static (t, a, b, x) => t.addmv_(a, b, (float)x.beta, (float)x.alpha), this, mat, vec, (beta, alpha))
            : CopyChecked_(Addmv(mat, vec, beta, alpha));

    /// <summary>beta * this + alpha * the sum of the products of two stacks of matrices, in place: PyTorch's <c>addbmm_</c>.</summary>
    /// <param name="batch1">The left factor.</param>
    /// <param name="batch2">The right factor.</param>
    /// <param name="beta">A factor for this tensor.</param>
    /// <param name="alpha">A factor for the product.</param>
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
    public Tensor Addbmm_(Tensor batch1, Tensor batch2, double beta = 1, double alpha = 1) =>
        IsSingle(beta, alpha)
            ? Gate.InPlace(static (t, a, b, x) => t.addbmm_(a, b, (float)x.beta, (float)x.alpha), this, batch1, batch2, (beta, alpha))
            : CopyChecked_(Addbmm(batch1, batch2, beta, alpha));

    /// <summary>beta * this + alpha * the products of two stacks of matrices, in place: PyTorch's <c>baddbmm_</c>.</summary>
    /// <param name="batch1">The left factor.</param>
    /// <param name="batch2">The right factor.</param>
    /// <param name="beta">A factor for this tensor.</param>
    /// <param name="alpha">A factor for the product.</param>
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
    public Tensor Baddbmm_(Tensor batch1, Tensor batch2, double beta = 1, double alpha = 1) =>
        CopyChecked_(Baddbmm(batch1, batch2, beta, alpha));

    /// <summary>beta * this + alpha * the outer product of two vectors: PyTorch's <c>addr</c>.</summary>
    /// <param name="vec1">The left factor.</param>
    /// <param name="vec2">The right factor.</param>
    /// <param name="beta">A factor for this tensor.</param>
    /// <param name="alpha">A factor for the product.</param>
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
    public Tensor Addr(Tensor vec1, Tensor vec2, double beta = 1, double alpha = 1) =>
        IsWhole(beta, alpha)
            ? Mul((long)beta).Add(Given(vec1).Outer(vec2), (long)alpha)
            : IsSingle(beta, alpha)
            ? Gate.Run(static (t, a, b, x) => t.addr(a, b, (float)x.beta, (float)x.alpha), this, vec1, vec2, (beta, alpha))
            : Weighted(beta, Given(vec1).Outer(vec2), alpha);

    /// <summary>beta * this + alpha * the outer product of two vectors, in place: PyTorch's <c>addr_</c>.</summary>
    /// <param name="vec1">The left factor.</param>
    /// <param name="vec2">The right factor.</param>
    /// <param name="beta">A factor for this tensor.</param>
    /// <param name="alpha">A factor for the product.</param>
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
    public Tensor Addr_(Tensor vec1, Tensor vec2, double beta = 1, double alpha = 1) =>
        IsWhole(beta, alpha)
            ? Mul_((long)beta).Add_(Given(vec1).Outer(vec2), (long)alpha)
            : IsSingle(beta, alpha)
            ? Gate.InPlace(static (t, a, b, x) => t.addr_(a, b, (float)x.beta, (float)x.alpha), this, vec1, vec2, (beta, alpha))
            : CopyChecked_(Weighted(beta, Given(vec1).Outer(vec2), alpha));

    // TorchSharp passes the factors as real numbers, which libtorch refuses beside whole ones.
    private bool IsWhole(double beta, double alpha) =>
        !DType.IsFloatingPoint && !DType.IsComplex && double.IsInteger(beta) && double.IsInteger(alpha);
}
