namespace TorchLite;

/// <content>Decompositions and solutions.</content>
public partial class Tensor
{
    /// <summary>The singular value decomposition A = U diag(S) Vᴴ: PyTorch's <c>svd</c>.</summary>
    /// <param name="some">Whether U and V are reduced to as many columns as there are singular values.</param>
    /// <param name="computeUv">Whether to compute U and V; otherwise they are zeros.</param>
    /// <returns>All three; note that V is not transposed, unlike the result of <see cref="Torch.Linalg.Svd"/>.</returns>
    /// <exception cref="TorchException">The dtype is an integer type, or there are fewer than two dimensions.</exception>
    /// <exception cref="TorchLinAlgException">The algorithm did not converge.</exception>
    /// <example><code>
    /// Torch.Tensor([[3.0, 0.0], [0.0, -4.0]]).Svd().S   // tensor([4., 3.])
    /// </code></example>
    [TorchFunction]
    public (Tensor U, Tensor S, Tensor V) Svd(bool some = true, bool computeUv = true) =>
        Script.Triple($"torch.svd({this}, {some}, {computeUv})");

    /// <summary>The inverses of the matrices whose Cholesky triangles this tensor is: PyTorch's <c>cholesky_inverse</c>.</summary>
    /// <param name="upper">Whether the triangle is the upper one (true) or the lower one (false).</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="TorchException">The matrices are not square, or the dtype is an integer type.</exception>
    /// <example><code>
    /// Torch.Tensor([[2.0, 0.0], [1.0, 2.0]]).CholeskyInverse()
    /// // tensor([[ 0.3125, -0.1250],
    /// //         [-0.1250,  0.2500]])
    /// </code></example>
    [TorchFunction]
    public Tensor CholeskyInverse(bool upper = false) => Script.Run($"torch.cholesky_inverse({this}, {upper})");

    /// <summary>
    /// The solutions of linear equations with this tensor as right sides, from the Cholesky triangles of their matrices: PyTorch's
    /// <c>cholesky_solve</c>.
    /// </summary>
    /// <param name="l">The triangles [..., n, n].</param>
    /// <param name="upper">Whether the triangle is the upper one (true) or the lower one (false).</param>
    /// <returns>A new tensor of the right sides' shape, broadcast.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="l"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not fit, or the dtypes differ.</exception>
    /// <example><code>
    /// Torch.Tensor([[4.0], [8.0]]).CholeskySolve(Torch.Tensor([[2.0, 0.0], [0.0, 2.0]]))
    /// // tensor([[1.],
    /// //         [2.]])
    /// </code></example>
    [TorchFunction]
    public Tensor CholeskySolve(Tensor l, bool upper = false) => Script.Run($"torch.cholesky_solve({this}, {l}, {upper})");

    /// <summary>
    /// The QR decomposition in LAPACK's form: R above the diagonal, below it the Householder reflections whose product is Q: PyTorch's
    /// <c>geqrf</c>.
    /// </summary>
    /// <returns>That matrix, and the factors of the reflections.</returns>
    /// <exception cref="TorchException">The dtype is an integer type, or there are fewer than two dimensions.</exception>
    /// <example><code>
    /// var (a, tau) = Torch.Tensor([[3.0], [4.0]]).Geqrf();
    /// a
    /// // tensor([[-5.0000],
    /// //         [ 0.5000]])
    /// tau   // tensor([1.6000])
    /// </code></example>
    [TorchFunction]
    public (Tensor A, Tensor Tau) Geqrf() => Script.Pair($"torch.geqrf({this})");

    /// <summary>
    /// The first columns of a product of Householder reflections: PyTorch's <c>orgqr</c>. Another name of <see
    /// cref="Torch.Linalg.HouseholderProduct"/>.
    /// </summary>
    /// <param name="tau">The factors of the reflections.</param>
    /// <returns>A new tensor [..., m, n].</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tau"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not fit, or the dtypes differ.</exception>
    /// <example><code>
    /// var (a, tau) = Torch.Tensor([[3.0], [4.0]]).Geqrf();
    /// a.Orgqr(tau)
    /// // tensor([[-0.6000],
    /// //         [-0.8000]])
    /// </code></example>
    [TorchFunction]
    public Tensor Orgqr(Tensor tau) => Script.Run($"torch.orgqr({this}, {tau})");

    /// <summary>The product of a matrix with the Q of Householder reflections, without forming Q: PyTorch's <c>ormqr</c>.</summary>
    /// <param name="tau">The factors of the reflections.</param>
    /// <param name="other">The matrix.</param>
    /// <param name="left">Whether to multiply by Q from the left.</param>
    /// <param name="transpose">Whether to use the conjugate transpose of Q.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tau"/> or <paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not fit, or the dtypes differ.</exception>
    /// <example><code>
    /// var (a, tau) = Torch.Tensor([[3.0], [4.0]]).Geqrf();
    /// a.Ormqr(tau, Torch.Eye(2))
    /// // tensor([[-0.6000, -0.8000],
    /// //         [-0.8000,  0.6000]])
    /// </code></example>
    [TorchFunction]
    public Tensor Ormqr(Tensor tau, Tensor other, bool left = true, bool transpose = false) =>
        Script.Run($"torch.ormqr({this}, {tau}, {other}, {left}, {transpose})");

    /// <summary>
    /// The solutions of linear equations with this tensor as right sides, from the LU decomposition of their matrices: PyTorch's
    /// <c>lu_solve</c>.
    /// </summary>
    /// <param name="lu">The first result of <see cref="Torch.Linalg.LuFactor"/>.</param>
    /// <param name="pivots">Its second result.</param>
    /// <returns>A new tensor of the right sides' shape, broadcast.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lu"/> or <paramref name="pivots"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not fit, the dtypes differ, or a pivot is not a valid row.</exception>
    /// <example><code>
    /// var (lu, pivots) = Torch.Linalg.LuFactor(Torch.Tensor([[2.0, 1.0], [1.0, 3.0]]));
    /// Torch.Tensor([[3.0], [4.0]]).LuSolve(lu, pivots)
    /// // tensor([[1.],
    /// //         [1.]])
    /// </code></example>
    [TorchFunction]
    public Tensor LuSolve(Tensor lu, Tensor pivots) => Script.Run($"torch.lu_solve({this}, {lu}, {Pivots.OfLu(NotNull(pivots), NotNull(lu))})");
}
