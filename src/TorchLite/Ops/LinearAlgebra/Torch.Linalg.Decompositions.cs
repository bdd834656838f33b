namespace TorchLite;

/// <content>Decompositions of matrices.</content>
public static partial class Torch
{
    /// <content>Decompositions of matrices.</content>
    public static partial class Linalg
    {
        /// <summary>The Cholesky decomposition A = L Lᴴ of positive definite matrices: PyTorch's <c>torch.linalg.cholesky</c>.</summary>
        /// <param name="a">The matrices [..., n, n], symmetric or Hermitian; one triangle is read.</param>
        /// <param name="upper">Whether the result is the upper triangle (true) or the lower one (false).</param>
        /// <returns>A new tensor: the triangular L, or Lᴴ.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
        /// <exception cref="TorchException">The matrices are not square, or the dtype is an integer type.</exception>
        /// <exception cref="TorchLinAlgException">A matrix is not positive definite.</exception>
        /// <example><code>
        /// Torch.Linalg.Cholesky(Torch.Tensor([[4.0, 2.0], [2.0, 5.0]]))
        /// // tensor([[2., 0.],
        /// //         [1., 2.]])
        /// </code></example>
        public static Tensor Cholesky(Tensor a, bool upper = false) => Script.Run($"torch.linalg_cholesky({a}, upper={upper})");

        /// <summary>
        /// The Cholesky decomposition, reporting matrices that are not positive definite instead of throwing: PyTorch's
        /// <c>torch.linalg.cholesky_ex</c>.
        /// </summary>
        /// <param name="a">The matrices [..., n, n], symmetric or Hermitian; one triangle is read.</param>
        /// <param name="upper">Whether the result is the upper triangle (true) or the lower one (false).</param>
        /// <param name="checkErrors">Whether to throw for a matrix that fails, instead of reporting it in the info.</param>
        /// <returns>The triangles, and for each an int32: 0, or the order of the leading minor that is not positive definite.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
        /// <exception cref="TorchException">The matrices are not square, or the dtype is an integer type.</exception>
        /// <exception cref="TorchLinAlgException">A matrix is not positive definite, and errors are checked.</exception>
        /// <example><code>
        /// Torch.Linalg.CholeskyEx(Torch.Tensor([[1.0, 2.0], [2.0, 1.0]])).Info   // tensor(2, dtype=torch.int32)
        /// </code></example>
        public static (Tensor L, Tensor Info) CholeskyEx(Tensor a, bool upper = false, bool checkErrors = false) =>
            Script.Pair($"torch.linalg_cholesky_ex({a}, upper={upper}, check_errors={checkErrors})");

        /// <summary>
        /// The QR decomposition A = Q R: Q has orthonormal columns, R is an upper triangle: PyTorch's <c>torch.linalg.qr</c>.
        /// </summary>
        /// <param name="a">The matrices [..., m, n].</param>
        /// <param name="mode">How much of the decomposition to compute.</param>
        /// <returns>Both.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
        /// <exception cref="TorchException">The dtype is an integer type, or there are fewer than two dimensions.</exception>
        /// <example><code>
        /// Torch.Linalg.Qr(Torch.Tensor([[3.0, 1.0], [4.0, 2.0]])).R
        /// // tensor([[-5.0000, -2.2000],
        /// //         [ 0.0000,  0.4000]])
        /// </code></example>
        public static (Tensor Q, Tensor R) Qr(Tensor a, QrMode mode = QrMode.Reduced) =>
            Script.Pair($"torch.linalg_qr({a}, {mode})");

        /// <summary>
        /// The LU decomposition A = P L U: a permutation, a lower triangle with ones on the diagonal, an upper triangle: PyTorch's
        /// <c>torch.linalg.lu</c>.
        /// </summary>
        /// <param name="a">The matrices [..., m, n].</param>
        /// <param name="pivot">Whether to use pivoting (row exchanges); false is supported on GPUs only, and P is empty then.</param>
        /// <returns>All three.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
        /// <exception cref="TorchException">
        /// The dtype is an integer type, there are fewer than two dimensions, or the device does not support decompositions without
        /// pivoting.
        /// </exception>
        /// <example><code>
        /// var (p, l, u) = Torch.Linalg.Lu(Torch.Tensor([[1.0, 2.0], [4.0, 4.0]]));
        /// l
        /// // tensor([[1.0000, 0.0000],
        /// //         [0.2500, 1.0000]])
        /// u
        /// // tensor([[4., 4.],
        /// //         [0., 1.]])
        /// </code></example>
        public static (Tensor P, Tensor L, Tensor U) Lu(Tensor a, bool pivot = true) =>
            Script.Triple($"torch.linalg_lu({a}, pivot={pivot})");

        /// <summary>
        /// The LU decomposition in the compact form that <see cref="LuSolve"/> takes: PyTorch's <c>torch.linalg.lu_factor</c>.
        /// </summary>
        /// <param name="a">The matrices [..., m, n].</param>
        /// <param name="pivot">Whether to use pivoting (row exchanges); false is supported on GPUs only.</param>
        /// <returns>L (without its ones) and U in one matrix, and the row with which each was exchanged (int32, counted from 1).</returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
        /// <exception cref="TorchException">The dtype is an integer type, or there are fewer than two dimensions.</exception>
        /// <exception cref="TorchLinAlgException">A diagonal element of U is zero.</exception>
        /// <example><code>
        /// Torch.Linalg.LuFactor(Torch.Tensor([[1.0, 2.0], [4.0, 4.0]])).LU
        /// // tensor([[4.0000, 4.0000],
        /// //         [0.2500, 1.0000]])
        /// Torch.Linalg.LuFactor(Torch.Tensor([[1.0, 2.0], [4.0, 4.0]])).Pivots   // tensor([2, 2], dtype=torch.int32)
        /// </code></example>
        public static (Tensor LU, Tensor Pivots) LuFactor(Tensor a, bool pivot = true) =>
            Script.Pair($"torch.linalg_lu_factor({a}, pivot={pivot})");

        /// <summary>
        /// The compact LU decomposition, reporting zeros on the diagonal instead of throwing: PyTorch's
        /// <c>torch.linalg.lu_factor_ex</c>.
        /// </summary>
        /// <param name="a">The matrices [..., m, n].</param>
        /// <param name="pivot">Whether to use pivoting (row exchanges); false is supported on GPUs only.</param>
        /// <param name="checkErrors">Whether to throw for a matrix that fails, instead of reporting it in the info.</param>
        /// <returns>
        /// L (without its ones) and U in one matrix, the row exchanges, and for each matrix an int32: 0, or which diagonal element of U
        /// is zero (counted from 1).
        /// </returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
        /// <exception cref="TorchException">The dtype is an integer type, or there are fewer than two dimensions.</exception>
        /// <exception cref="TorchLinAlgException">A diagonal element of U is zero, and errors are checked.</exception>
        /// <example><code>
        /// Torch.Linalg.LuFactorEx(Torch.Ones(2, 2)).Info   // tensor(2, dtype=torch.int32)
        /// </code></example>
        public static (Tensor LU, Tensor Pivots, Tensor Info) LuFactorEx(Tensor a, bool pivot = true, bool checkErrors = false) =>
            Script.Triple($"torch.linalg_lu_factor_ex({a}, pivot={pivot}, check_errors={checkErrors})");

        /// <summary>
        /// The LDL decomposition of symmetric matrices, also those that are not positive definite, in the form that <see cref="LdlSolve"/>
        /// takes: PyTorch's <c>torch.linalg.ldl_factor</c>.
        /// </summary>
        /// <param name="a">The matrices [..., n, n].</param>
        /// <param name="hermitian">
        /// Whether the matrices are equal to their conjugate transposes (true) or to their transposes (false).
        /// </param>
        /// <returns>L and D in one matrix, and LAPACK's pivots (int32).</returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
        /// <exception cref="TorchException">The matrices are not square, or the dtype is an integer type.</exception>
        /// <example><code>
        /// Torch.Linalg.LdlFactor(Torch.Tensor([[4.0, 2.0], [2.0, 3.0]])).LD
        /// // tensor([[4.0000, 0.0000],
        /// //         [0.5000, 2.0000]])
        /// </code></example>
        public static (Tensor LD, Tensor Pivots) LdlFactor(Tensor a, bool hermitian = false) =>
            Script.Pair($"torch.linalg_ldl_factor({a}, hermitian={hermitian})");

        /// <summary>
        /// The LDL decomposition of symmetric matrices, with LAPACK's status: PyTorch's <c>torch.linalg.ldl_factor_ex</c>.
        /// </summary>
        /// <param name="a">The matrices [..., n, n].</param>
        /// <param name="hermitian">
        /// Whether the matrices are equal to their conjugate transposes (true) or to their transposes (false).
        /// </param>
        /// <param name="checkErrors">Whether to throw for a matrix that fails, instead of reporting it in the info.</param>
        /// <returns>
        /// L and D in one matrix, LAPACK's pivots (int32), and for each matrix an int32: 0, or which diagonal element of D is zero (counted
        /// from 1).
        /// </returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
        /// <exception cref="TorchException">The matrices are not square, or the dtype is an integer type.</exception>
        /// <exception cref="TorchLinAlgException">A diagonal element of D is zero, and errors are checked.</exception>
        /// <example><code>
        /// Torch.Linalg.LdlFactorEx(Torch.Zeros(2, 2)).Info   // tensor(1, dtype=torch.int32)
        /// </code></example>
        public static (Tensor LD, Tensor Pivots, Tensor Info) LdlFactorEx(Tensor a, bool hermitian = false, bool checkErrors = false) =>
            Script.Triple($"torch.linalg_ldl_factor_ex({a}, hermitian={hermitian}, check_errors={checkErrors})");

        /// <summary>The eigenvalues and eigenvectors of square matrices: PyTorch's <c>torch.linalg.eig</c>.</summary>
        /// <param name="a">The matrices [..., n, n].</param>
        /// <returns>
        /// Complex tensors: the eigenvalues [..., n] in no particular order, and the vectors [..., n, n] as columns, each up to a factor.
        /// </returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
        /// <exception cref="TorchException">
        /// The matrices are not square, have an integer dtype, or contain nan or infinite numbers.
        /// </exception>
        /// <exception cref="TorchLinAlgException">The algorithm did not converge.</exception>
        /// <example><code>
        /// Torch.Linalg.Eig(Torch.Tensor([[0.0, -1.0], [1.0, 0.0]])).Eigenvalues   // tensor([0.+1.j, 0.-1.j])
        /// </code></example>
        public static (Tensor Eigenvalues, Tensor Eigenvectors) Eig(Tensor a) => Script.Pair($"torch.linalg_eig({a})");

        /// <summary>The eigenvalues of square matrices: PyTorch's <c>torch.linalg.eigvals</c>.</summary>
        /// <param name="a">The matrices [..., n, n].</param>
        /// <returns>A new complex tensor [..., n], in no particular order.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
        /// <exception cref="TorchException">
        /// The matrices are not square, have an integer dtype, or contain nan or infinite numbers.
        /// </exception>
        /// <exception cref="TorchLinAlgException">The algorithm did not converge.</exception>
        /// <example><code>
        /// Torch.Linalg.Eigvals(Torch.Tensor([[2.0, 1.0], [0.0, 3.0]]))   // tensor([2.+0.j, 3.+0.j])
        /// </code></example>
        public static Tensor Eigvals(Tensor a)
        {
            Arguments.Finite(NotNull(a), "torch.linalg.eigvals");
            return Script.Run($"torch.linalg_eigvals({a})");
        }

        /// <summary>The eigenvalues and eigenvectors of symmetric or Hermitian matrices: PyTorch's <c>torch.linalg.eigh</c>.</summary>
        /// <param name="a">The matrices [..., n, n].</param>
        /// <param name="uplo">The triangle of the matrices that is read.</param>
        /// <returns>
        /// The real eigenvalues [..., n] in ascending order, and the vectors [..., n, n] as columns, each up to its sign.
        /// </returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
        /// <exception cref="TorchException">The matrices are not square, or the dtype is an integer type.</exception>
        /// <exception cref="TorchLinAlgException">The algorithm did not converge.</exception>
        /// <example><code>
        /// Torch.Linalg.Eigh(Torch.Tensor([[2.0, 1.0], [1.0, 2.0]])).Eigenvalues   // tensor([1., 3.])
        /// </code></example>
        public static (Tensor Eigenvalues, Tensor Eigenvectors) Eigh(Tensor a, Uplo uplo = Uplo.L) =>
            Script.Pair($"torch.linalg_eigh({a}, {uplo})");

        /// <summary>The eigenvalues of symmetric or Hermitian matrices: PyTorch's <c>torch.linalg.eigvalsh</c>.</summary>
        /// <param name="a">The matrices [..., n, n].</param>
        /// <param name="uplo">The triangle of the matrices that is read.</param>
        /// <returns>A new real tensor [..., n] in ascending order.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
        /// <exception cref="TorchException">The matrices are not square, or the dtype is an integer type.</exception>
        /// <exception cref="TorchLinAlgException">The algorithm did not converge.</exception>
        /// <example><code>
        /// Torch.Linalg.Eigvalsh(Torch.Tensor([[2.0, 1.0], [1.0, 2.0]]))   // tensor([1., 3.])
        /// </code></example>
        public static Tensor Eigvalsh(Tensor a, Uplo uplo = Uplo.L) => Script.Run($"torch.linalg_eigvalsh({a}, {uplo})");

        /// <summary>The singular value decomposition A = U diag(S) Vᴴ: PyTorch's <c>torch.linalg.svd</c>.</summary>
        /// <param name="a">The matrices [..., m, n].</param>
        /// <param name="fullMatrices">
        /// Whether U is [..., m, m] and Vᴴ [..., n, n], or both only as wide as there are singular values.
        /// </param>
        /// <param name="driver">The cuSOLVER algorithm; null: libtorch chooses. On the CPU it must be null.</param>
        /// <returns>All three; the singular values [..., k] are real and descend.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
        /// <exception cref="TorchException">
        /// The dtype is an integer type, there are fewer than two dimensions, or a driver is given on the CPU.
        /// </exception>
        /// <exception cref="TorchLinAlgException">The algorithm did not converge.</exception>
        /// <example><code>
        /// var (u, s, vh) = Torch.Linalg.Svd(Torch.Tensor([[3.0, 0.0], [0.0, -4.0]]));
        /// s   // tensor([4., 3.])
        /// </code></example>
        public static (Tensor U, Tensor S, Tensor Vh) Svd(Tensor a, bool fullMatrices = true, SvdDriver? driver = null) =>
            Script.Triple($"torch.linalg_svd({a}, {fullMatrices}, driver={driver})");

        /// <summary>The singular values of matrices: PyTorch's <c>torch.linalg.svdvals</c>.</summary>
        /// <param name="a">The matrices [..., m, n].</param>
        /// <param name="driver">The cuSOLVER algorithm; null: libtorch chooses. On the CPU it must be null.</param>
        /// <returns>A new real tensor [..., k], k the smaller of m and n, descending.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
        /// <exception cref="TorchException">
        /// The dtype is an integer type, there are fewer than two dimensions, or a driver is given on the CPU.
        /// </exception>
        /// <exception cref="TorchLinAlgException">The algorithm did not converge.</exception>
        /// <example><code>
        /// Torch.Linalg.Svdvals(Torch.Tensor([[3.0, 0.0], [0.0, -4.0]]))   // tensor([4., 3.])
        /// </code></example>
        public static Tensor Svdvals(Tensor a, SvdDriver? driver = null) =>
            Script.Run($"torch.linalg_svdvals({a}, driver={driver})");

        /// <summary>
        /// The first columns of a product of Householder reflections, as <see cref="Tensor.Geqrf"/> gives them: PyTorch's
        /// <c>torch.linalg.householder_product</c>.
        /// </summary>
        /// <param name="a">The reflections as columns [..., m, n], m at least n; the part below the diagonal is read.</param>
        /// <param name="tau">Their factors [..., k], k at most n.</param>
        /// <returns>A new tensor [..., m, n].</returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> or <paramref name="tau"/> is null.</exception>
        /// <exception cref="TorchException">The shapes do not fit, or the dtypes differ.</exception>
        /// <example><code>
        /// var (a, tau) = Torch.Geqrf(Torch.Tensor([[3.0], [4.0]]));
        /// Torch.Linalg.HouseholderProduct(a, tau)
        /// // tensor([[-0.6000],
        /// //         [-0.8000]])
        /// </code></example>
        public static Tensor HouseholderProduct(Tensor a, Tensor tau) =>
            Script.Run($"torch.linalg_householder_product({a}, {tau})");
    }
}
