namespace TorchLite;

/// <content>Randomized low-rank decompositions of matrices.</content>
public static partial class Torch
{
    /// <summary>
    /// The largest singular values of matrices, and their vectors, computed by a randomized algorithm: PyTorch's <c>torch.svd_lowrank</c>.
    /// It is for matrices with few of them; <see cref="Linalg.Svd"/> is exact, and faster unless the matrix is huge.
    /// </summary>
    /// <param name="a">The matrices [..., m, n].</param>
    /// <param name="q">The number of singular values, slightly more than the rank; null: 6.</param>
    /// <param name="niter">The number of refinement iterations; null: 2.</param>
    /// <param name="m">The mean to subtract from the matrices, of a shape that broadcasts to theirs; null: nothing.</param>
    /// <returns>U [..., m, q], the singular values [..., q] and V [..., n, q]: A - M is about U diag(S) V^H.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
    /// <exception cref="TorchValueException">The tensor has fewer than two dimensions.</exception>
    /// <exception cref="TorchException">
    /// <paramref name="q"/> is negative, <paramref name="m"/> does not fit, or the dtype is neither floating-point nor complex.
    /// </exception>
    /// <example><code>
    /// var x = Torch.Outer(Torch.Tensor([1.0, 2.0]), Torch.Tensor([3.0, 4.0, 5.0]));
    /// var (u, s, v) = Torch.SvdLowrank(x, q: 1);
    /// (u * s).Matmul(v.MH)
    /// // tensor([[ 3.0000,  4.0000,  5.0000],
    /// //         [ 6.0000,  8.0000, 10.0000]])
    /// </code></example>
    public static (Tensor U, Tensor S, Tensor V) SvdLowrank(Tensor a, long? q = 6, long? niter = 2, Tensor? m = null)
    {
        using var scope = Scope();
        var (u, s, v) = LowRank(NotNull(a), q ?? 6, niter ?? 2, m);
        return (scope.Keep(u), scope.Keep(s), scope.Keep(v));
    }

    /// <summary>
    /// The principal components of samples, computed by a randomized algorithm: PyTorch's <c>torch.pca_lowrank</c>. The columns of V are
    /// the directions, and S squared, divided by m - 1, the variances along them.
    /// </summary>
    /// <param name="a">The samples [..., m, n], one in each row.</param>
    /// <param name="q">The number of components; null: 6, or all if there are fewer.</param>
    /// <param name="center">Whether to subtract the mean of each column; otherwise it is assumed to be 0.</param>
    /// <param name="niter">The number of refinement iterations.</param>
    /// <returns>U [..., m, q], S [..., q] and V [..., n, q].</returns>
    /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
    /// <exception cref="TorchValueException">
    /// There are fewer than two dimensions, <paramref name="q"/> is negative or more than there are, or <paramref name="niter"/> negative.
    /// </exception>
    /// <exception cref="TorchException">The dtype is neither floating-point nor complex.</exception>
    /// <example><code>
    /// var x = Torch.Outer(Torch.Tensor([1.0, 2.0, 3.0]), Torch.Tensor([3.0, 4.0]));
    /// Torch.PcaLowrank(x, q: 1).S   // tensor([7.0711])
    /// </code></example>
    public static (Tensor U, Tensor S, Tensor V) PcaLowrank(Tensor a, long? q = null, bool center = true, long niter = 2)
    {
        var (rows, columns) = MatrixSizes(NotNull(a));
        var most = Math.Min(rows, columns);
        if (q is < 0 || q > most)
        {
            throw new TorchValueException($"q(={q}) must be non-negative integer and not greater than min(m, n)={most}");
        }

        if (niter < 0)
        {
            throw new TorchValueException($"niter(={niter}) must be non-negative integer");
        }

        using var scope = Scope();
        var (u, s, v) = LowRank(center ? a - a.Mean([-2], keepdim: true) : a, q ?? Math.Min(6, most), niter, null);
        return (scope.Keep(u), scope.Keep(s), scope.Keep(v));
    }

    // Algorithm 5.1 of Halko, Martinsson and Tropp, Finding structure with randomness (2009), step by step as PyTorch does it.
    private static (Tensor U, Tensor S, Tensor V) LowRank(Tensor a, long q, long niter, Tensor? m)
    {
        var (rows, columns) = MatrixSizes(a);
        m = m?.BroadcastTo(a.Shape.ToArray());
        var isWide = rows < columns;
        if (isWide)
        {
            (a, m) = (a.MH, m?.MH);
        }

        var basis = Basis(a, q, niter, m);
        var (u, s, vh) = Linalg.Svd(Minus(basis.MH.Matmul(a), m is null ? null : basis.MH.Matmul(m)), fullMatrices: false);
        u = basis.Matmul(u);
        return isWide ? (vh.MH, s, u) : (u, s, vh.MH);
    }

    // Algorithm 4.4: orthonormal columns that span nearly what the columns of the matrix do.
    private static Tensor Basis(Tensor a, long q, long niter, Tensor? m)
    {
        // What is neither is tried in single precision.
        var dtype = a.IsComplex() || a.DType == DType.Float16 || a.DType == DType.Float64 ? a.DType : DType.Float32;
        var basis = Orthogonal(a, m, Randn([a.Size(-1), q], dtype, a.Device));
        for (var i = 0; i < niter; i++)
        {
            basis = Orthogonal(a.MH, m?.MH, basis);
            basis = Orthogonal(a, m, basis);
        }

        return basis;
    }

    private static Tensor Orthogonal(Tensor a, Tensor? m, Tensor vectors) =>
        Linalg.Qr(Minus(a.Matmul(vectors), m?.Matmul(vectors))).Q;

    private static Tensor Minus(Tensor product, Tensor? other) => other is null ? product : product - other;

    // As Python says it, which takes the sizes apart.
    private static (long Rows, long Columns) MatrixSizes(Tensor a) => a.Dim() >= 2
        ? (a.Size(-2), a.Size(-1))
        : throw new TorchValueException($"not enough values to unpack (expected 2, got {a.Dim()})");
}
