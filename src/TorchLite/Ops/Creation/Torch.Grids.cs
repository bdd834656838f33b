namespace TorchLite;

/// <content>Grids, products and combinations of elements.</content>
public static partial class Torch
{
    /// <summary>The coordinates of the grid with the given axes: PyTorch's <c>torch.meshgrid</c>.</summary>
    /// <param name="tensors">The axes: vectors or single numbers of one dtype.</param>
    /// <returns>A tensor for each axis, with as many dimensions as there are axes.</returns>
    /// <exception cref="TorchException">A tensor has two dimensions or more, or the dtypes differ.</exception>
    /// <example><code>
    /// Torch.Meshgrid(Torch.Tensor([1, 2]), Torch.Tensor([3, 4, 5]))[0]
    /// // tensor([[1, 1, 1],
    /// //         [2, 2, 2]])
    /// </code></example>
    public static Tensor[] Meshgrid(params ReadOnlySpan<Tensor> tensors) => Meshgrid(tensors, MeshIndexing.Ij);

    /// <summary>The coordinates of the grid with the given axes: PyTorch's <c>torch.meshgrid</c>.</summary>
    /// <param name="tensors">The axes: vectors or single numbers of one dtype.</param>
    /// <param name="indexing">The order of the first two axes.</param>
    /// <returns>A tensor for each axis, with as many dimensions as there are axes.</returns>
    /// <exception cref="TorchException">A tensor has two dimensions or more, or the dtypes differ.</exception>
    /// <example><code>
    /// Torch.Meshgrid([Torch.Tensor([1, 2]), Torch.Tensor([3, 4, 5])], MeshIndexing.Xy)[0]
    /// // tensor([[1, 2],
    /// //         [1, 2],
    /// //         [1, 2]])
    /// </code></example>
    public static Tensor[] Meshgrid(ReadOnlySpan<Tensor> tensors, MeshIndexing indexing) =>
        indexing is MeshIndexing.Ij or MeshIndexing.Xy
            ? Gate.DirectMany(
                static (list, indexing) => Exports.Meshgrid(list, list.Length, indexing, HandleArray.Room), tensors,
                indexing == MeshIndexing.Xy ? "xy" : "ij")
            : throw new TorchException($"torch.meshgrid: indexing must be one of \"xy\" or \"ij\", but received: {indexing}");

    /// <summary>The Cartesian product of several vectors: PyTorch's <c>torch.cartesian_prod</c>.</summary>
    /// <param name="tensors">The vectors.</param>
    /// <returns>A new matrix with a row for each combination.</returns>
    /// <exception cref="TorchException">A tensor is not a vector, or the dtypes differ.</exception>
    /// <example><code>
    /// Torch.CartesianProd(Torch.Tensor([1, 2]), Torch.Tensor([3]))
    /// // tensor([[1, 3],
    /// //         [2, 3]])
    /// </code></example>
    public static Tensor CartesianProd(params ReadOnlySpan<Tensor> tensors) =>
        Gate.Direct(static (list, _) => Exports.CartesianProd(list, list.Length), tensors, 0);

    /// <summary>All combinations of r elements of a vector: PyTorch's <c>combinations</c>.</summary>
    /// <param name="input">The vector.</param>
    /// <param name="r">The number of elements of each combination.</param>
    /// <param name="withReplacement">Whether an element may be chosen more than once.</param>
    /// <returns>A new tensor with a row for each choice.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">The tensor does not have one dimension, or <paramref name="r"/> is negative.</exception>
    /// <example><code>
    /// Torch.Combinations(Torch.Tensor([1, 2, 3]))
    /// // tensor([[1, 2],
    /// //         [1, 3],
    /// //         [2, 3]])
    /// </code></example>
    public static Tensor Combinations(Tensor input, long r = 2, bool withReplacement = false)
    {
        Arguments.Combinations(r);
        return Script.Run($"torch.combinations({input}, {r}, {withReplacement})");
    }

    /// <summary>The positions of the elements of a matrix on and below a diagonal: PyTorch's <c>torch.tril_indices</c>.</summary>
    /// <param name="row">The number of rows of the matrix.</param>
    /// <param name="col">The number of columns of the matrix.</param>
    /// <param name="offset">The diagonal: 0 for the main diagonal, 1 for the one above it.</param>
    /// <param name="dtype">The dtype; null: int64.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <returns>A new tensor [2, n]: the rows, and the columns.</returns>
    /// <exception cref="TorchException">A size is negative.</exception>
    /// <example><code>
    /// Torch.TrilIndices(2, 2)
    /// // tensor([[0, 1, 1],
    /// //         [0, 0, 1]])
    /// </code></example>
    public static Tensor TrilIndices(long row, long col, long offset = 0, DType? dtype = null, Device? device = null) =>
        Gate.Create(
            static a => Exports.TrilIndices(a.row, a.col, a.offset, a.Code, a.On.Type, a.On.Index),
            (row, col, offset, (dtype ?? DType.Int64).Code, On: (device ?? DefaultDevice).ToNumbers()));

    /// <summary>The positions of the elements of a matrix on and above a diagonal: PyTorch's <c>torch.triu_indices</c>.</summary>
    /// <param name="row">The number of rows of the matrix.</param>
    /// <param name="col">The number of columns of the matrix.</param>
    /// <param name="offset">The diagonal: 0 for the main diagonal, 1 for the one above it.</param>
    /// <param name="dtype">The dtype; null: int64.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <returns>A new tensor [2, n]: the rows, and the columns.</returns>
    /// <exception cref="TorchException">A size is negative.</exception>
    /// <example><code>
    /// Torch.TriuIndices(2, 2)
    /// // tensor([[0, 0, 1],
    /// //         [0, 1, 1]])
    /// </code></example>
    public static Tensor TriuIndices(long row, long col, long offset = 0, DType? dtype = null, Device? device = null) =>
        Gate.Create(
            static a => Exports.TriuIndices(a.row, a.col, a.offset, a.Code, a.On.Type, a.On.Index),
            (row, col, offset, (dtype ?? DType.Int64).Code, On: (device ?? DefaultDevice).ToNumbers()));

    /// <summary>The Vandermonde matrix of a vector, whose columns are its powers: PyTorch's <c>vander</c>.</summary>
    /// <param name="x">The vector.</param>
    /// <param name="n">The number of columns; null: the number of elements.</param>
    /// <param name="increasing">Whether the powers increase from left to right.</param>
    /// <returns>A new matrix; bool gives int64.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="x"/> is null.</exception>
    /// <exception cref="TorchException">The tensor does not have one dimension, or <paramref name="n"/> is negative.</exception>
    /// <example><code>
    /// Torch.Vander(Torch.Tensor([1, 2, 3]))
    /// // tensor([[1, 1, 1],
    /// //         [4, 2, 1],
    /// //         [9, 3, 1]])
    /// </code></example>
    public static Tensor Vander(Tensor x, long? n = null, bool increasing = false) =>
        Script.Run($"torch.vander({x}, {n}, {increasing})");
}
