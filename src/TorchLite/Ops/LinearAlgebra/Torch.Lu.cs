namespace TorchLite;

/// <content>LU decompositions taken apart.</content>
public static partial class Torch
{
    /// <summary>The parts of an LU decomposition in compact form: PyTorch's <c>torch.lu_unpack</c>.</summary>
    /// <param name="luData">The first result of <see cref="Linalg.LuFactor"/>.</param>
    /// <param name="luPivots">Its second result.</param>
    /// <param name="unpackData">Whether to make L and U; else they are empty.</param>
    /// <param name="unpackPivots">Whether to make P; else it is empty.</param>
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
