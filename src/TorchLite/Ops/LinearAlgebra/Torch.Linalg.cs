namespace TorchLite;

/// <content>Norms, determinants and products of linear algebra.</content>
public static partial class Torch
{
    /// <summary>
    /// Linear algebra: PyTorch's <c>torch.linalg</c>. The last two dimensions are matrices, those before them batch dimensions.
    /// </summary>
    /// <example><code>
    /// var a = Torch.Tensor([[2.0, 1.0], [1.0, 3.0]]);
    /// Torch.Linalg.Solve(a, Torch.Tensor([3.0, 4.0]))   // tensor([1., 1.])
    /// </code></example>
    public static partial class Linalg
    {
        /// <summary>A norm of vectors or of matrices: PyTorch's <c>torch.linalg.norm</c>.</summary>
        /// <param name="a">The tensor.</param>
        /// <param name="ord">The norm; null: the square root of the sum of the squares of all that <paramref name="dim"/> names.</param>
        /// <param name="dim">
        /// One dimension: norms of vectors; two: of matrices; null: of the whole tensor, which is a vector or a matrix if an order is
        /// given.
        /// </param>
        /// <param name="keepdim">Whether to keep the reduced dimensions, with size 1.</param>
        /// <param name="dtype">The dtype in which to compute and of the result; null: the tensor's.</param>
        /// <returns>A new tensor without these dimensions.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
        /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
        /// <exception cref="TorchException">The dtype is an integer type, or the order does not suit the number of dimensions.</exception>
        /// <example><code>
        /// var a = Torch.Tensor([[3.0, 0.0], [0.0, -4.0]]);
        /// Torch.Linalg.Norm(a)   // tensor(5.)
        /// Torch.Linalg.Norm(a, 2)   // tensor(4.)
        /// Torch.Linalg.Norm(a, NormOrder.Nuc)   // tensor(7.)
        /// Torch.Linalg.Norm(a, dim: 1)   // tensor([3., 4.])
        /// </code></example>
        public static Tensor Norm(Tensor a, NormOrder? ord = null, Dims? dim = null, bool keepdim = false, DType? dtype = null) =>
            Script.Run($"torch.linalg_norm({a}, {ord}, {dim}, {keepdim}, dtype={dtype})");

        /// <summary>The p-norms of vectors: PyTorch's <c>torch.linalg.vector_norm</c>.</summary>
        /// <param name="x">The tensor; if no dimensions are given, it is treated as one vector of all its elements.</param>
        /// <param name="ord">
        /// The p: any number; 0 counts what is not zero, infinite is the greatest modulus, negative infinite the least.
        /// </param>
        /// <param name="dim">The dimensions; null: all.</param>
        /// <param name="keepdim">Whether to keep the reduced dimensions, with size 1.</param>
        /// <param name="dtype">The dtype in which to compute and of the result; null: the tensor's.</param>
        /// <returns>A new tensor without these dimensions.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="x"/> is null.</exception>
        /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
        /// <exception cref="TorchException">The dtype is an integer type, or there is no element of which to take the maximum.</exception>
        /// <example><code>
        /// var x = Torch.Tensor([[1.0, -2.0], [2.0, 0.0]]);
        /// Torch.Linalg.VectorNorm(x)   // tensor(3.)
        /// Torch.Linalg.VectorNorm(x, 0)   // tensor(3.)
        /// Torch.Linalg.VectorNorm(x, 1, dim: 1)   // tensor([3., 2.])
        /// </code></example>
        public static Tensor VectorNorm(Tensor x, double ord = 2, Dims? dim = null, bool keepdim = false, DType? dtype = null) =>
            Script.Run($"torch.linalg_vector_norm({x}, {ord}, {dim}, {keepdim}, dtype={dtype})");

        /// <summary>The norms of matrices: PyTorch's <c>torch.linalg.matrix_norm</c>.</summary>
        /// <param name="a">The matrices [..., m, n].</param>
        /// <param name="ord">Frobenius, nuclear, 1, -1, 2, -2, infinite or negative infinite; null: Frobenius.</param>
        /// <param name="dim">The two dimensions of the matrices; null: the last two.</param>
        /// <param name="keepdim">Whether to keep the reduced dimensions, with size 1.</param>
        /// <param name="dtype">The dtype in which to compute and of the result; null: the tensor's.</param>
        /// <returns>A new tensor without these dimensions.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
        /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
        /// <exception cref="TorchException">
        /// The dtype is an integer type, there are fewer than two dimensions, or the norm order is not supported.
        /// </exception>
        /// <example><code>
        /// var a = Torch.Tensor([[1.0, 2.0], [3.0, 4.0]]);
        /// Torch.Linalg.MatrixNorm(a)   // tensor(5.4772)
        /// Torch.Linalg.MatrixNorm(a, 1)   // tensor(6.)
        /// Torch.Linalg.MatrixNorm(a, double.PositiveInfinity)   // tensor(7.)
        /// </code></example>
        public static Tensor MatrixNorm(Tensor a, NormOrder? ord = null, Dims? dim = null, bool keepdim = false, DType? dtype = null) =>
            Script.Run($"torch.linalg_matrix_norm({a}, {ord ?? NormOrder.Fro}, {dim ?? Dims.LastTwo}, {keepdim}, dtype={dtype})");

        /// <summary>The determinants of square matrices: PyTorch's <c>torch.linalg.det</c>.</summary>
        /// <param name="a">The matrices [..., n, n].</param>
        /// <returns>A new tensor without the last two dimensions.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
        /// <exception cref="TorchException">The matrices are not square, or the dtype is an integer type.</exception>
        /// <example><code>
        /// Torch.Linalg.Det(Torch.Tensor([[1.0, 2.0], [3.0, 4.0]]))   // tensor(-2.)
        /// </code></example>
        public static Tensor Det(Tensor a) => Script.Run($"torch.linalg_det({a})");

        /// <summary>
        /// The signs of the determinants of square matrices, and the logarithms of their absolute values: PyTorch's
        /// <c>torch.linalg.slogdet</c>. They do not overflow or underflow where the determinant would.
        /// </summary>
        /// <param name="a">The matrices [..., n, n].</param>
        /// <returns>Both, without the last two dimensions.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
        /// <exception cref="TorchException">The matrices are not square, or the dtype is an integer type.</exception>
        /// <example><code>
        /// var (sign, logabsdet) = Torch.Linalg.Slogdet(Torch.Tensor([[1.0, 2.0], [3.0, 4.0]]));
        /// sign   // tensor(-1.)
        /// logabsdet   // tensor(0.6931)
        /// </code></example>
        public static (Tensor Sign, Tensor Logabsdet) Slogdet(Tensor a) => Script.Pair($"torch.linalg_slogdet({a})");

        /// <summary>
        /// The condition numbers of matrices, which bound the amplification of errors in solutions: PyTorch's
        /// <c>torch.linalg.cond</c>.
        /// </summary>
        /// <param name="a">The matrices [..., m, n].</param>
        /// <param name="p">The norm to use; null or 2: the largest singular value divided by the smallest.</param>
        /// <returns>A new tensor without the last two dimensions; infinite for a matrix without an inverse.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
        /// <exception cref="TorchException">
        /// The dtype is an integer type, the norm is not supported, or, for norms that need the inverse, the matrices are not square.
        /// </exception>
        /// <example><code>
        /// Torch.Linalg.Cond(Torch.Tensor([[1.0, 0.0], [0.0, 0.01]]))   // tensor(100.)
        /// Torch.Linalg.Cond(Torch.Tensor([[1.0, 2.0], [3.0, 4.0]]), 1)   // tensor(21.)
        /// </code></example>
        public static Tensor Cond(Tensor a, NormOrder? p = null) => Script.Run($"torch.linalg_cond({a}, {p})");

        /// <summary>
        /// The ranks of matrices: the number of singular values that are not negligible: PyTorch's <c>torch.linalg.matrix_rank</c>.
        /// </summary>
        /// <param name="a">The matrices [..., m, n].</param>
        /// <param name="atol">The absolute tolerance, at or below which a singular value is negligible; null: 0.</param>
        /// <param name="rtol">
        /// The relative tolerance, as a fraction of the largest singular value; null: the larger of m and n times the dtype's precision, or
        /// 0 where
        /// <paramref name="atol"/> is above 0.
        /// </param>
        /// <param name="hermitian">
        /// Whether the matrices are equal to their conjugate transposes, so that the eigenvalues give the singular values.
        /// </param>
        /// <returns>A new int64 tensor without the last two dimensions.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
        /// <exception cref="TorchException">The dtype is an integer type, or there are fewer than two dimensions.</exception>
        /// <example><code>
        /// Torch.Linalg.MatrixRank(Torch.Tensor([[1.0, 2.0], [2.0, 4.0]]))   // tensor(1)
        /// Torch.Linalg.MatrixRank(Torch.Tensor([[1.0, 0.0], [0.0, 0.1]]), atol: 0.5)   // tensor(1)
        /// </code></example>
        public static Tensor MatrixRank(Tensor a, double? atol = null, double? rtol = null, bool hermitian = false) =>
            Script.Run($"torch.linalg_matrix_rank({a}, atol={atol}, rtol={rtol}, hermitian={hermitian})");

        /// <summary>The ranks of matrices, each with its own tolerance: PyTorch's <c>torch.linalg.matrix_rank</c>.</summary>
        /// <param name="a">The matrices [..., m, n].</param>
        /// <param name="atol">The absolute tolerance, at or below which a singular value is negligible; it is broadcast; null: 0.</param>
        /// <param name="rtol">The relative tolerance, as a fraction of the largest singular value; null: as in the other form.</param>
        /// <param name="hermitian">
        /// Whether the matrices are equal to their conjugate transposes, so that the eigenvalues give the singular values.
        /// </param>
        /// <returns>A new int64 tensor without the last two dimensions.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
        /// <exception cref="TorchException">
        /// The dtype is an integer type, there are fewer than two dimensions, or a tolerance is complex.
        /// </exception>
        /// <example><code>
        /// Torch.Linalg.MatrixRank(Torch.Eye(2), Torch.Tensor([0.5, 2.0]))   // tensor([2, 0])
        /// </code></example>
        public static Tensor MatrixRank(Tensor a, Tensor? atol, Tensor? rtol = null, bool hermitian = false) =>
            Script.Run($"torch.linalg_matrix_rank({a}, atol={atol:optional}, rtol={rtol:optional}, hermitian={hermitian})");

        /// <summary>The cross products of vectors of three elements: PyTorch's <c>torch.linalg.cross</c>.</summary>
        /// <param name="input">The left vectors.</param>
        /// <param name="other">The right vectors; the shapes broadcast.</param>
        /// <param name="dim">The dimension of the vectors, of size 3.</param>
        /// <returns>A new tensor.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> or <paramref name="other"/> is null.</exception>
        /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
        /// <exception cref="TorchException">The dimension is not of size 3, or the numbers of dimensions differ.</exception>
        /// <example><code>
        /// Torch.Linalg.Cross(Torch.Tensor([1, 0, 0]), Torch.Tensor([0, 1, 0]))   // tensor([0, 0, 1])
        /// </code></example>
        public static Tensor Cross(Tensor input, Tensor other, long dim = -1) =>
            Script.Run($"torch.linalg_cross({input}, {other}, dim={dim})");

        /// <summary>The matrix product of vectors, matrices or stacks of them: PyTorch's <c>torch.linalg.matmul</c>.</summary>
        /// <param name="input">The left factor.</param>
        /// <param name="other">The right factor.</param>
        /// <returns>A new tensor; without dimensions for two vectors.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> or <paramref name="other"/> is null.</exception>
        /// <exception cref="TorchException">The shapes do not fit, or the dtypes or devices differ.</exception>
        /// <example><code>
        /// Torch.Linalg.Matmul(Torch.Tensor([[1, 2], [3, 4]]), Torch.Tensor([1, 1]))   // tensor([3, 7])
        /// </code></example>
        public static Tensor Matmul(Tensor input, Tensor other) => NotNull(input).Matmul(NotNull(other));

        /// <summary>
        /// The inner products of vectors along a dimension, the first ones conjugated: PyTorch's <c>torch.linalg.vecdot</c>.
        /// </summary>
        /// <param name="x">The left vectors.</param>
        /// <param name="y">The right vectors; the shapes broadcast.</param>
        /// <param name="dim">The dimension of the vectors.</param>
        /// <returns>A new tensor without this dimension.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="x"/> or <paramref name="y"/> is null.</exception>
        /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
        /// <exception cref="TorchException">The shapes do not broadcast, or the dtypes differ.</exception>
        /// <example><code>
        /// Torch.Linalg.Vecdot(Torch.Tensor([[1.0, 2.0], [3.0, 4.0]]), Torch.Tensor([1.0, 10.0]))   // tensor([21., 43.])
        /// </code></example>
        public static Tensor Vecdot(Tensor x, Tensor y, long dim = -1) =>
            Script.Run($"torch.linalg_vecdot({x}, {y}, dim={dim})");

        /// <summary>
        /// The product of several matrices, in the order that needs the fewest multiplications: PyTorch's <c>torch.linalg.multi_dot</c>.
        /// </summary>
        /// <param name="tensors">Two or more matrices; the first and the last may be vectors.</param>
        /// <returns>A new tensor.</returns>
        /// <exception cref="ArgumentNullException">A tensor is null.</exception>
        /// <exception cref="TorchException">There are fewer than two matrices, the shapes do not fit, or the dtypes differ.</exception>
        /// <example><code>
        /// var (a, b, c) = (Torch.Ones(2, 3), Torch.Ones(3, 4), Torch.Ones(4, 1));
        /// Torch.Linalg.MultiDot(a, b, c)
        /// // tensor([[12.],
        /// //         [12.]])
        /// </code></example>
        public static Tensor MultiDot(params ReadOnlySpan<Tensor> tensors)
        {
            if (tensors.Length <= Arguments.MostFactors)
            {
                return Script.Run($"torch.linalg_multi_dot({tensors})");
            }

            // In parts: the best order of all takes the cube of their number.
            using var scope = Scope();
            var parts = new Tensor[(tensors.Length + Arguments.MostFactors - 1) / Arguments.MostFactors];
            for (var i = 0; i < parts.Length; i++)
            {
                var part = tensors[(i * Arguments.MostFactors)..Math.Min(tensors.Length, (i + 1) * Arguments.MostFactors)];
                parts[i] = part.Length == 1 ? part[0] : MultiDot(part);
            }

            return scope.Keep(MultiDot(parts));
        }

        /// <summary>The power of square matrices with an integer exponent: PyTorch's <c>torch.linalg.matrix_power</c>.</summary>
        /// <param name="a">The matrices [..., n, n].</param>
        /// <param name="n">The exponent; 0: the identity; negative: powers of the inverses.</param>
        /// <returns>A new tensor of the same shape.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
        /// <exception cref="TorchException">The matrices are not square.</exception>
        /// <exception cref="TorchLinAlgException">A matrix has no inverse.</exception>
        /// <example><code>
        /// Torch.Linalg.MatrixPower(Torch.Tensor([[1.0, 1.0], [0.0, 1.0]]), -2)
        /// // tensor([[ 1., -2.],
        /// //         [ 0.,  1.]])
        /// </code></example>
        public static Tensor MatrixPower(Tensor a, long n) => NotNull(a).MatrixPower(n);

        /// <summary>The exponentials of square matrices: I + A + A²/2 + A³/6 + …: PyTorch's <c>torch.linalg.matrix_exp</c>.</summary>
        /// <param name="a">The matrices [..., n, n].</param>
        /// <returns>A new tensor of the same shape.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
        /// <exception cref="TorchException">The matrices are not square, or the dtype is an integer type.</exception>
        /// <example><code>
        /// Torch.Linalg.MatrixExp(Torch.Tensor([[0.0, 1.0], [0.0, 0.0]]))
        /// // tensor([[1., 1.],
        /// //         [0., 1.]])
        /// </code></example>
        public static Tensor MatrixExp(Tensor a) => Script.Run($"torch.linalg_matrix_exp({a})");

        /// <summary>The diagonals of matrices, sharing their memory: PyTorch's <c>torch.linalg.diagonal</c>.</summary>
        /// <param name="a">The matrices [..., m, n].</param>
        /// <param name="offset">The diagonal: 0 for the main diagonal, positive above it, negative below it.</param>
        /// <param name="dim1">The dimension of the rows.</param>
        /// <param name="dim2">The dimension of the columns.</param>
        /// <returns>A view; the diagonal is its last dimension.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
        /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
        /// <exception cref="TorchException">The two dimensions are the same.</exception>
        /// <example><code>
        /// Torch.Linalg.Diagonal(Torch.Arange(8).View(2, 2, 2))
        /// // tensor([[0, 3],
        /// //         [4, 7]])
        /// </code></example>
        public static Tensor Diagonal(Tensor a, long offset = 0, long dim1 = -2, long dim2 = -1) =>
            Script.Run($"torch.linalg_diagonal({a}, offset={offset}, dim1={dim1}, dim2={dim2})");

        /// <summary>Vandermonde matrices: the powers 0, 1, 2, … of each element in a row: PyTorch's <c>torch.linalg.vander</c>.</summary>
        /// <param name="x">The numbers [..., k].</param>
        /// <param name="n">The number of powers; null: the number of elements.</param>
        /// <returns>A new tensor [..., k, n].</returns>
        /// <exception cref="ArgumentNullException"><paramref name="x"/> is null.</exception>
        /// <exception cref="TorchException">The tensor has no dimensions, or the number of powers is not positive.</exception>
        /// <example><code>
        /// Torch.Linalg.Vander(Torch.Tensor([1, 2, 3]))
        /// // tensor([[1, 1, 1],
        /// //         [1, 2, 4],
        /// //         [1, 3, 9]])
        /// </code></example>
        public static Tensor Vander(Tensor x, long? n = null) => Script.Run($"torch.linalg_vander({x}, N={n})");
    }
}
