using System.Runtime.CompilerServices;

namespace TorchLite;

/// <content>LU decompositions and their parts.</content>
public static partial class Torch
{
    /// <summary>
    /// The LU decomposition in compact form: PyTorch's <c>torch.lu</c>, which is deprecated in favour of <see cref="Linalg.LuFactor"/>.
    /// </summary>
    /// <param name="a">The matrices [..., m, n].</param>
    /// <param name="pivot">Whether to use pivoting (row exchanges); false is supported on GPUs only.</param>
    /// <returns>L (without its ones) and U in one matrix, and the row exchanges.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
    /// <exception cref="TorchException">
    /// There are fewer than two dimensions, the dtype is neither floating-point nor complex, a diagonal element of U is zero, or
    /// rows are not to be exchanged on the CPU.
    /// </exception>
    /// <example><code>
    /// Torch.Lu(Torch.Tensor([[1.0, 2.0], [4.0, 4.0]])).Pivots   // tensor([2, 2], dtype=torch.int32)
    /// </code></example>
    [OverloadResolutionPriority(1)]
    public static (Tensor LU, Tensor Pivots) Lu(Tensor a, bool pivot = true)
    {
        var (lu, pivots) = Lu(a, pivot, getInfos: false);
        return (lu, pivots);
    }

    /// <summary>
    /// The LU decomposition in compact form, reporting zeros on the diagonal instead of throwing: PyTorch's <c>torch.lu</c>, which
    /// is deprecated in favour of <see cref="Linalg.LuFactorEx"/>.
    /// </summary>
    /// <param name="a">The matrices [..., m, n].</param>
    /// <param name="pivot">Whether to use pivoting (row exchanges); false is supported on GPUs only.</param>
    /// <param name="getInfos">Whether to return the third result; without it, a matrix that fails causes an exception.</param>
    /// <returns>
    /// L (without its ones) and U in one matrix, the row exchanges, and, where wanted, for each matrix an int32: 0, or which diagonal
    /// element of U is zero (counted from 1).
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
    /// <exception cref="TorchException">
    /// There are fewer than two dimensions, the dtype is neither floating-point nor complex, rows are not to be exchanged on the
    /// CPU, or a diagonal element of U is zero and the third result not wanted.
    /// </exception>
    /// <example><code>
    /// Torch.Lu(Torch.Ones(2, 2), getInfos: true)[2]   // tensor(2, dtype=torch.int32)
    /// </code></example>
    public static Tensor[] Lu(Tensor a, bool pivot = true, bool getInfos = false)
    {
        var (lu, pivots, infos) = Script.Triple($"torch._lu_with_info({a}, pivot={pivot}, check_errors={!getInfos})");
        if (getInfos)
        {
            return [lu, pivots, infos];
        }

        infos.Dispose();
        return [lu, pivots];
    }

    /// <summary>The parts of an LU decomposition in compact form: PyTorch's <c>torch.lu_unpack</c>.</summary>
    /// <param name="luData">The first result of <see cref="Linalg.LuFactor"/>.</param>
    /// <param name="luPivots">Its second result.</param>
    /// <param name="unpackData">Whether to compute L and U; otherwise they are empty.</param>
    /// <param name="unpackPivots">Whether to compute P; otherwise it is empty.</param>
    /// <returns>The permutation, the lower triangle and the upper one: A = P L U.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="luData"/> or <paramref name="luPivots"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not fit, or the pivots are not int32.</exception>
    /// <example><code>
    /// var (lu, pivots) = Torch.Linalg.LuFactor(Torch.Tensor([[1.0, 2.0], [4.0, 4.0]]));
    /// Torch.LuUnpack(lu, pivots).P
    /// // tensor([[0., 1.],
    /// //         [1., 0.]])
    /// </code></example>
    public static (Tensor P, Tensor L, Tensor U) LuUnpack(
        Tensor luData, Tensor luPivots, bool unpackData = true, bool unpackPivots = true)
    {
        Pivots.CheckShape(NotNull(luData), NotNull(luPivots));
        return Script.Triple($"torch.lu_unpack({luData}, {luPivots}, {unpackData}, {unpackPivots})");
    }
}
