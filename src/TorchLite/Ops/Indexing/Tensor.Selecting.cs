namespace TorchLite;

/// <content>Selecting elements and slices by position.</content>
public partial class Tensor
{
    /// <summary>Selects one position of a dimension, which is removed: PyTorch's <c>select</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">Its position; negative counts from the end.</param>
    /// <returns>A view that shares the tensor's memory.</returns>
    /// <exception cref="TorchIndexException">The dimension or the position does not exist.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2], [3, 4]]).Select(1, 0)   // tensor([1, 3])
    /// </code></example>
    [TorchFunction]
    public Tensor Select(long dim, long index) => Gate.Direct(static (t, a) => Exports.Select(t, a.dim, a.index), this, (dim, index));

    /// <summary>A slice of one dimension: PyTorch's <c>narrow</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="start">The first position.</param>
    /// <param name="length">The number of positions.</param>
    /// <returns>A view that shares the tensor's memory.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The part reaches outside the dimension.</exception>
    /// <example><code>
    /// Torch.Arange(5).Narrow(0, 1, 3)   // tensor([1, 2, 3])
    /// </code></example>
    [TorchFunction]
    public Tensor Narrow(long dim, long start, long length) =>
        Gate.Direct(static (t, a) => Exports.Narrow(t, a.dim, a.start, a.length), this, (dim, start, length));

    /// <summary>A slice of a dimension, whose start is given by a tensor without dimensions: PyTorch's <c>narrow</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="start">The first position, an integer; negative counts from the end.</param>
    /// <param name="length">How many positions.</param>
    /// <returns>A view that shares the tensor's memory.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="start"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension or the position does not exist.</exception>
    /// <exception cref="TorchException">The part does not lie within the dimension, or the start is no integer.</exception>
    /// <example><code>
    /// Torch.Arange(5).Narrow(0, Torch.Tensor(1), 3)   // tensor([1, 2, 3])
    /// </code></example>
    [TorchFunction]
    public Tensor Narrow(long dim, Tensor start, long length) => Script.Run($"torch.narrow({this}, {dim}, {start}, {length})");

    /// <summary>A copy of a part along a dimension: PyTorch's <c>narrow_copy</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="start">The first position.</param>
    /// <param name="length">The number of positions.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The part reaches beyond the dimension.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3, 4]).NarrowCopy(0, 1, 2)   // tensor([2, 3])
    /// </code></example>
    [TorchFunction]
    public Tensor NarrowCopy(long dim, long start, long length) => Script.Run($"torch.narrow_copy({this}, {dim}, {start}, {length})");

    /// <summary>Selects the given positions of a dimension: PyTorch's <c>index_select</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">Positions, int64.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension or the position does not exist.</exception>
    /// <exception cref="TorchException">The index is not int64, its shape does not fit, or a position is out of range.</exception>
    /// <example><code>
    /// Torch.Tensor([10, 20, 30]).IndexSelect(0, Torch.Tensor([2, 0]))   // tensor([30, 10])
    /// </code></example>
    [TorchFunction]
    public Tensor IndexSelect(long dim, Tensor index) => Gate.Direct(static (t, i, dim) => Exports.IndexSelect(t, dim, i), this, index, dim);

    /// <summary>The elements where a mask is true, in one dimension: PyTorch's <c>masked_select</c>.</summary>
    /// <param name="mask">A bool tensor that broadcasts to this shape.</param>
    /// <returns>A new tensor of one dimension.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mask"/> is null.</exception>
    /// <exception cref="TorchException">The mask is not bool, or its shape does not broadcast.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).MaskedSelect(Torch.Tensor([true, false, true]))   // tensor([1, 3])
    /// </code></example>
    [TorchFunction]
    public Tensor MaskedSelect(Tensor mask) => Gate.Direct(static (t, m) => Exports.MaskedSelect(t, m), this, mask);

    /// <summary>
    /// Gathers elements along a dimension, one for each position in the index: PyTorch's <c>gather</c>.
    /// </summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">Positions, int64.</param>
    /// <returns>A new tensor of the shape of the index.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension or the position does not exist.</exception>
    /// <exception cref="TorchException">The index is not int64, its shape does not fit, or a position is out of range.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2], [3, 4]]).Gather(1, Torch.Tensor([[0, 0], [1, 0]]))
    /// // tensor([[1, 1],
    /// //         [4, 3]])
    /// </code></example>
    [TorchFunction]
    public Tensor Gather(long dim, Tensor index) => Gate.Direct(static (t, i, dim) => Exports.Gather(t, dim, i), this, index, dim);

    /// <summary>The elements at given positions, with the tensor treated as one-dimensional: PyTorch's <c>take</c>.</summary>
    /// <param name="index">Positions, int64.</param>
    /// <returns>A new tensor of the shape of the index.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension or the position does not exist.</exception>
    /// <exception cref="TorchException">The index is not int64, its shape does not fit, or a position is out of range.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2], [3, 4]]).Take(Torch.Tensor([0, 3]))   // tensor([1, 4])
    /// </code></example>
    [TorchFunction]
    public Tensor Take(Tensor index) => Gate.Direct(static (t, i) => Exports.Take(t, i), this, index);

    /// <summary>
    /// The elements at given positions along a dimension, as the <c>arg…</c> functions find them: PyTorch's <c>take_along_dim</c>.
    /// </summary>
    /// <param name="indices">Positions, int64.</param>
    /// <param name="dim">The dimension; null: all elements in one dimension.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="indices"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension or the position does not exist.</exception>
    /// <exception cref="TorchException">The index is not int64, its shape does not fit, or a position is out of range.</exception>
    /// <example><code>
    /// Torch.Tensor([[3, 1], [2, 4]]).TakeAlongDim(Torch.Tensor([[1], [0]]), dim: 1)
    /// // tensor([[1],
    /// //         [2]])
    /// </code></example>
    [TorchFunction]
    public Tensor TakeAlongDim(Tensor indices, long? dim = null) =>
        dim is { } along
            ? Gate.Direct(static (t, i, dim) => Exports.TakeAlongDim(t, i, dim), this, indices, along)
            : Gate.Direct(static (t, i) => Exports.TakeAlongDim(t, i), this, indices);

    /// <summary>
    /// The positions of the elements that are not 0, one tensor for each dimension: PyTorch's <c>nonzero(as_tuple=True)</c>.
    /// </summary>
    /// <param name="asTuple">Whether to have a tensor for each dimension; else it is the one tensor of <see cref="Nonzero()"/>.</param>
    /// <returns>The positions in int64.</returns>
    /// <example><code>
    /// Torch.Tensor([0, 7, 8]).Nonzero(asTuple: true)[0]   // tensor([1, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor[] Nonzero(bool asTuple) => asTuple ? (Dim() == 0 ? Unsqueeze(0) : this).Nonzero().Unbind(1) : [Nonzero()];

    /// <summary>The positions of the elements that are not zero: PyTorch's <c>nonzero</c>.</summary>
    /// <returns>A new int64 tensor, a row a position, a column a dimension.</returns>
    /// <example><code>
    /// Torch.Tensor([0, 5, 0, 6]).Nonzero()
    /// // tensor([[1],
    /// //         [3]])
    /// </code></example>
    [TorchFunction]
    public Tensor Nonzero() => Gate.Direct(static t => Exports.Nonzero(t), this);

    /// <summary>
    /// A fixed number of positions of the elements that are not zero, padded if there are fewer: PyTorch's <c>nonzero_static</c>.
    /// </summary>
    /// <param name="size">How many rows the result has.</param>
    /// <param name="fillValue">What the rows that are left over are filled with.</param>
    /// <returns>A new int64 tensor, with a row for each element and a column for each dimension.</returns>
    /// <exception cref="TorchException"><paramref name="size"/> is negative.</exception>
    /// <example><code>
    /// Torch.Tensor([0, 5, 6]).NonzeroStatic(size: 3)
    /// // tensor([[ 1],
    /// //         [ 2],
    /// //         [-1]])
    /// </code></example>
    [TorchFunction]
    public Tensor NonzeroStatic(long size, long fillValue = -1) =>
        Script.Run($"torch.nonzero_static({this}, size={size}, fill_value={fillValue})");

    /// <summary>The positions of the elements that are not zero, one row for each, as in NumPy: PyTorch's <c>argwhere</c>.</summary>
    /// <returns>A new int64 tensor, a row a position, a column a dimension.</returns>
    /// <example><code>
    /// Torch.Tensor([0, 5, 0, 6]).Argwhere()
    /// // tensor([[1],
    /// //         [3]])
    /// </code></example>
    [TorchFunction]
    public Tensor Argwhere() => Gate.Direct(static t => Exports.Argwhere(t), this);

    /// <summary>This tensor's elements where a condition is true, otherwise another's: PyTorch's <c>where</c>.</summary>
    /// <param name="condition">Selects this tensor's element where true, the other's where false.</param>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="condition"/> or <paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Where(Torch.Tensor([true, false]), Torch.Tensor([8, 9]))   // tensor([1, 9])
    /// </code></example>
    public Tensor Where(Tensor condition, Tensor other) => Torch.Where(condition, this, other);

    /// <summary>This tensor's elements where a condition is true, otherwise a number: PyTorch's <c>where</c>.</summary>
    /// <param name="condition">Selects this tensor's element where true, the other's where false.</param>
    /// <param name="other">The number.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="condition"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Where(Torch.Tensor([true, false]), 0)   // tensor([1, 0])
    /// </code></example>
    [ForFSharp]
    public Tensor Where(Tensor condition, Scalar other)
    {
        ArgumentNullException.ThrowIfNull(condition);
        using var number = Torch.Full(default, other, Torch.ResultType(this, other), condition.Device);
        return Torch.Where(condition, this, number);
    }
}
