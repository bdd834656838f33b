using System.Runtime.CompilerServices;

namespace TorchLite;

/// <content>Inverses and solutions of linear equations.</content>
public static partial class Torch
{
    /// <content>Inverses and solutions of linear equations.</content>
    public static partial class Linalg
    {
        /// <summary>The inverses of square matrices: PyTorch's <c>torch.linalg.inv</c>.</summary>
        /// <param name="a">The matrices [..., n, n].</param>
        /// <returns>A new tensor of the same shape.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
        /// <exception cref="TorchException">The matrices are not square, or the dtype is an integer type.</exception>
        /// <exception cref="TorchLinAlgException">A matrix has no inverse.</exception>
        /// <example><code>
        /// Torch.Linalg.Inv(Torch.Tensor([[2.0, 0.0], [0.0, 4.0]]))
        /// // tensor([[0.5000, 0.0000],
        /// //         [0.0000, 0.2500]])
        /// Torch.Linalg.Inv(Torch.Zeros(2, 2))
        /// // TorchLinAlgException: linalg.inv: The diagonal element 1 is zero, the inversion could not be completed because the input matrix is singular.
        /// </code></example>
        public static Tensor Inv(Tensor a) => Script.Run($"torch.linalg_inv({a})");

        /// <summary>
        /// The inverses of square matrices, reporting those without an inverse instead of throwing: PyTorch's
        /// <c>torch.linalg.inv_ex</c>.
        /// </summary>
        /// <param name="a">The matrices [..., n, n].</param>
        /// <param name="checkErrors">Whether to throw for a matrix that fails, instead of reporting it in the info.</param>
        /// <returns>The inverses, and for each an int32: 0, or the index of the diagonal element that was zero (counted from 1).</returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
        /// <exception cref="TorchException">The matrices are not square, or the dtype is an integer type.</exception>
        /// <exception cref="TorchLinAlgException">A matrix has no inverse, and errors are checked.</exception>
        /// <example><code>
        /// Torch.Linalg.InvEx(Torch.Tensor([[1.0, 2.0], [2.0, 4.0]])).Info   // tensor(2, dtype=torch.int32)
        /// </code></example>
        public static (Tensor Inverse, Tensor Info) InvEx(Tensor a, bool checkErrors = false) =>
            Script.Pair($"torch.linalg_inv_ex({a}, check_errors={checkErrors})");

        // Without tolerances PyTorch means the form that takes tensors, which checks the dtype.
        /// <summary>The pseudoinverses (Moore and Penrose) of matrices: PyTorch's <c>torch.linalg.pinv</c>.</summary>
        /// <param name="a">The matrices [..., m, n].</param>
        /// <param name="atol">The absolute tolerance, at or below which a singular value is treated as zero; null: 0.</param>
        /// <param name="rtol">
        /// The relative tolerance, as a fraction of the largest singular value; null: the larger of m and n times the dtype's precision, or
        /// 0 where
        /// <paramref name="atol"/> is above 0.
        /// </param>
        /// <param name="hermitian">Whether the matrices are equal to their conjugate transposes.</param>
        /// <returns>A new tensor [..., n, m].</returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
        /// <exception cref="TorchException">The dtype is an integer type, or there are fewer than two dimensions.</exception>
        /// <exception cref="TorchLinAlgException">The computation of the singular values did not converge.</exception>
        /// <example><code>
        /// Torch.Linalg.Pinv(Torch.Tensor([[2.0], [0.0]]))   // tensor([[0.5000, 0.0000]])
        /// </code></example>
        public static Tensor Pinv(Tensor a, double? atol = null, double? rtol = null, bool hermitian = false) =>
            atol is null && rtol is null
                ? Pinv(a, (Tensor?)null, null, hermitian)
                : Script.Run($"torch.linalg_pinv({a}, atol={atol}, rtol={rtol}, hermitian={hermitian})");

        /// <summary>
        /// The pseudoinverses (Moore and Penrose) of matrices, each with its own tolerance: PyTorch's <c>torch.linalg.pinv</c>.
        /// </summary>
        /// <param name="a">The matrices [..., m, n].</param>
        /// <param name="atol">
        /// The absolute tolerance, at or below which a singular value is treated as zero; it is broadcast; null: 0.
        /// </param>
        /// <param name="rtol">The relative tolerance, as a fraction of the largest singular value; null: as in the other form.</param>
        /// <param name="hermitian">Whether the matrices are equal to their conjugate transposes.</param>
        /// <returns>A new tensor [..., n, m].</returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
        /// <exception cref="TorchException">
        /// The dtype is an integer type, there are fewer than two dimensions, or a tolerance is complex.
        /// </exception>
        /// <exception cref="TorchLinAlgException">The computation of the singular values did not converge.</exception>
        /// <example><code>
        /// Torch.Linalg.Pinv(Torch.Tensor([[2.0, 0.0], [0.0, 0.1]]), Torch.Tensor(0.5))
        /// // tensor([[0.5000, 0.0000],
        /// //         [0.0000, 0.0000]])
        /// </code></example>
        [OverloadResolutionPriority(-1)]
        public static Tensor Pinv(Tensor a, Tensor? atol = null, Tensor? rtol = null, bool hermitian = false) =>
            Script.Run($"torch.linalg_pinv({a}, atol={atol:optional}, rtol={rtol:optional}, hermitian={hermitian})");

        /// <summary>The solutions X of linear equations A X = B with square matrices: PyTorch's <c>torch.linalg.solve</c>.</summary>
        /// <param name="a">The matrices [..., n, n].</param>
        /// <param name="b">The right sides: a vector [..., n] or several as columns [..., n, k].</param>
        /// <param name="left">Whether to solve A X = B (true) or X A = B (false).</param>
        /// <returns>A new tensor of the right sides' shape, broadcast.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> or <paramref name="b"/> is null.</exception>
        /// <exception cref="TorchException">The shapes do not fit, the matrices are not square, or the dtypes differ.</exception>
        /// <exception cref="TorchLinAlgException">A matrix has no inverse.</exception>
        /// <example><code>
        /// var a = Torch.Tensor([[2.0, 1.0], [1.0, 3.0]]);
        /// Torch.Linalg.Solve(a, Torch.Tensor([3.0, 4.0]))   // tensor([1., 1.])
        /// Torch.Linalg.Solve(Torch.Ones(2, 2), Torch.Tensor([1.0, 2.0]))
        /// // TorchLinAlgException: torch.linalg.solve: The solver failed because the input matrix is singular.
        /// </code></example>
        public static Tensor Solve(Tensor a, Tensor b, bool left = true) =>
            Script.Run($"torch.linalg_solve({a}, {b}, left={left})");

        /// <summary>
        /// The solutions of linear equations, reporting matrices without an inverse instead of throwing: PyTorch's
        /// <c>torch.linalg.solve_ex</c>.
        /// </summary>
        /// <param name="a">The matrices [..., n, n].</param>
        /// <param name="b">The right sides: a vector [..., n] or several as columns [..., n, k].</param>
        /// <param name="left">Whether to solve A X = B (true) or X A = B (false).</param>
        /// <param name="checkErrors">Whether to throw for a matrix that fails, instead of reporting it in the info.</param>
        /// <returns>The solutions, and for each an int32: 0, or the index of the diagonal element that was zero (counted from 1).</returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> or <paramref name="b"/> is null.</exception>
        /// <exception cref="TorchException">The shapes do not fit, the matrices are not square, or the dtypes differ.</exception>
        /// <exception cref="TorchLinAlgException">A matrix has no inverse, and errors are checked.</exception>
        /// <example><code>
        /// Torch.Linalg.SolveEx(Torch.Ones(2, 2), Torch.Tensor([1.0, 2.0])).Info   // tensor(2, dtype=torch.int32)
        /// </code></example>
        public static (Tensor Result, Tensor Info) SolveEx(Tensor a, Tensor b, bool left = true, bool checkErrors = false) =>
            Script.Pair($"torch.linalg_solve_ex({a}, {b}, left={left}, check_errors={checkErrors})");

        /// <summary>
        /// The solutions X of linear equations A X = B with triangular matrices: PyTorch's <c>torch.linalg.solve_triangular</c>.
        /// </summary>
        /// <param name="a">The matrices [..., n, n]; only the triangle is read.</param>
        /// <param name="b">The right sides as columns [..., n, k].</param>
        /// <param name="upper">Whether to read the upper triangle (true) or the lower one (false).</param>
        /// <param name="left">Whether to solve A X = B (true) or X A = B (false).</param>
        /// <param name="unitriangular">Whether the diagonal is assumed to be ones, and not read.</param>
        /// <returns>A new tensor of the right sides' shape, broadcast.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> or <paramref name="b"/> is null.</exception>
        /// <exception cref="TorchException">The shapes do not fit, the matrices are not square, or the dtypes differ.</exception>
        /// <example><code>
        /// Torch.Linalg.SolveTriangular(Torch.Tensor([[2.0, 1.0], [0.0, 4.0]]), Torch.Tensor([[4.0], [8.0]]), upper: true)
        /// // tensor([[1.],
        /// //         [2.]])
        /// </code></example>
        public static Tensor SolveTriangular(Tensor a, Tensor b, bool upper, bool left = true, bool unitriangular = false) =>
            Script.Run(
                $"torch.linalg_solve_triangular({a}, {b}, upper={upper}, left={left}, unitriangular={unitriangular})");

        /// <summary>The least-squares solution X of A X = B: PyTorch's <c>torch.linalg.lstsq</c>.</summary>
        /// <param name="a">The matrices [..., m, n].</param>
        /// <param name="b">The right sides [..., m, k], or vectors [..., m] of a stack.</param>
        /// <param name="rcond">
        /// The relative tolerance: singular values below this fraction of the largest are treated as zero; null: the larger of m and n
        /// times the dtype's precision.
        /// </param>
        /// <param name="driver">
        /// The LAPACK driver; null: <see cref="LstsqDriver.Gelsy"/> on the CPU, <see cref="LstsqDriver.Gels"/> on a GPU.
        /// </param>
        /// <returns>
        /// The solutions [..., n, k]; the squared errors where m is above n and the rank is full; the ranks; the singular values. What the
        /// driver does not compute is empty.
        /// </returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> or <paramref name="b"/> is null.</exception>
        /// <exception cref="TorchException">The shapes do not fit, or the dtypes differ or are integer types.</exception>
        /// <exception cref="TorchLinAlgException">The algorithm did not converge.</exception>
        /// <example><code>
        /// var a = Torch.Tensor([[1.0, 1.0], [1.0, 2.0], [1.0, 3.0]]);
        /// var b = Torch.Tensor([[1.0], [3.0], [5.0]]);
        /// Torch.Linalg.Lstsq(a, b).Solution.Round(2)
        /// // tensor([[-1.],
        /// //         [ 2.]])
        /// Torch.Linalg.Lstsq(a, b).Rank   // tensor(2)
        /// </code></example>
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) Lstsq(
            Tensor a, Tensor b, double? rcond = null, LstsqDriver? driver = null)
        {
            var found = Script.Many($"torch.linalg_lstsq({a}, {b}, {rcond}, driver={driver})");
            return (found[0], found[1], found[2], found[3]);
        }

        /// <summary>
        /// The inverse of a tensor for <see cref="Torch.Tensordot(Tensor, Tensor, long)"/>: PyTorch's <c>torch.linalg.tensorinv</c>.
        /// </summary>
        /// <param name="a">A tensor whose first dimensions have the same number of elements as the remaining ones.</param>
        /// <param name="ind">The number of first dimensions.</param>
        /// <returns>A new tensor with the two groups of dimensions swapped.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
        /// <exception cref="TorchException">
        /// The two groups do not have the same number of elements, or the number of dimensions is not positive.
        /// </exception>
        /// <exception cref="TorchLinAlgException">The matrix has no inverse.</exception>
        /// <example><code>
        /// Torch.Linalg.Tensorinv(Torch.Eye(4).View(4, 2, 2), ind: 1).Shape   // torch.Size([2, 2, 4])
        /// </code></example>
        public static Tensor Tensorinv(Tensor a, long ind = 2) => Script.Run($"torch.linalg_tensorinv({a}, {ind})");

        /// <summary>The X of tensordot(A, X) = B: PyTorch's <c>torch.linalg.tensorsolve</c>.</summary>
        /// <param name="a">
        /// A tensor whose first dimensions are those of <paramref name="b"/>, with as many elements together as the rest.
        /// </param>
        /// <param name="b">The right side.</param>
        /// <param name="dims">Which dimensions of <paramref name="a"/> are moved to the end first; null: none.</param>
        /// <returns>A new tensor of the shape of the rest.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="a"/> or <paramref name="b"/> is null.</exception>
        /// <exception cref="TorchException">The shapes do not fit.</exception>
        /// <exception cref="TorchLinAlgException">There is no unique solution.</exception>
        /// <example><code>
        /// Torch.Linalg.Tensorsolve(Torch.Eye(4).View(4, 2, 2), Torch.Tensor([1.0, 2.0, 3.0, 4.0]))
        /// // tensor([[1., 2.],
        /// //         [3., 4.]])
        /// </code></example>
        public static Tensor Tensorsolve(Tensor a, Tensor b, Dims? dims = null) =>
            Script.Run($"torch.linalg_tensorsolve({a}, {b}, {dims})");

        /// <summary>
        /// The solutions of linear equations from the LU decomposition of their matrices: PyTorch's <c>torch.linalg.lu_solve</c>.
        /// </summary>
        /// <param name="lu">The first result of <see cref="LuFactor"/>.</param>
        /// <param name="pivots">Its second result.</param>
        /// <param name="b">The right sides as columns [..., n, k].</param>
        /// <param name="left">Whether to solve A X = B (true) or X A = B (false).</param>
        /// <param name="adjoint">Whether to solve with the conjugate transpose of A.</param>
        /// <returns>A new tensor of the right sides' shape, broadcast.</returns>
        /// <exception cref="ArgumentNullException">
        /// <paramref name="lu"/>, <paramref name="pivots"/> or <paramref name="b"/> is null.
        /// </exception>
        /// <exception cref="TorchException">The shapes do not fit, the dtypes differ, or a pivot is not a valid row.</exception>
        /// <example><code>
        /// var (lu, pivots) = Torch.Linalg.LuFactor(Torch.Tensor([[2.0, 1.0], [1.0, 3.0]]));
        /// Torch.Linalg.LuSolve(lu, pivots, Torch.Tensor([[3.0], [4.0]]))
        /// // tensor([[1.],
        /// //         [1.]])
        /// </code></example>
        public static Tensor LuSolve(Tensor lu, Tensor pivots, Tensor b, bool left = true, bool adjoint = false) =>
            Script.Run(
                $"torch.linalg_lu_solve({lu}, {Pivots.OfLu(NotNull(pivots), NotNull(lu))}, {b}, left={left}, adjoint={adjoint})");

        /// <summary>
        /// The solutions of linear equations from the LDL decomposition of their matrices: PyTorch's <c>torch.linalg.ldl_solve</c>.
        /// </summary>
        /// <param name="ld">The first result of <see cref="LdlFactor"/>.</param>
        /// <param name="pivots">Its second result.</param>
        /// <param name="b">The right sides as columns [..., n, k].</param>
        /// <param name="hermitian">Whether the matrices are equal to their conjugate transposes.</param>
        /// <returns>A new tensor of the right sides' shape, broadcast.</returns>
        /// <exception cref="ArgumentNullException">
        /// <paramref name="ld"/>, <paramref name="pivots"/> or <paramref name="b"/> is null.
        /// </exception>
        /// <exception cref="TorchException">The shapes do not fit, the dtypes differ, or a pivot is not a valid row.</exception>
        /// <example><code>
        /// var (ld, pivots) = Torch.Linalg.LdlFactor(Torch.Tensor([[2.0, 0.0], [0.0, 4.0]]));
        /// Torch.Linalg.LdlSolve(ld, pivots, Torch.Tensor([[2.0], [2.0]]))
        /// // tensor([[1.0000],
        /// //         [0.5000]])
        /// </code></example>
        public static Tensor LdlSolve(Tensor ld, Tensor pivots, Tensor b, bool hermitian = false) =>
            Script.Run($"torch.linalg_ldl_solve({ld}, {Pivots.OfLdl(NotNull(pivots), NotNull(ld))}, {b}, hermitian={hermitian})");
    }
}
