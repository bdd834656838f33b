namespace TorchLite;

/// <content>Elements picked out or written at positions.</content>
public sealed partial class Tensor
{
    /// <summary>The elements of a dimension at given positions: PyTorch's <c>index_select</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">Positions, int64.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> is null.</exception>
    /// <exception cref="TorchIndexException">There is no such dimension or position.</exception>
    /// <exception cref="TorchException">The index is not int64, its shape does not fit, or a position is not there.</exception>
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
    /// For each place of the index, the element of this tensor at that position of the dimension: PyTorch's <c>gather</c>.
    /// </summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">Positions, int64.</param>
    /// <returns>A new tensor of the shape of the index.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> is null.</exception>
    /// <exception cref="TorchIndexException">There is no such dimension or position.</exception>
    /// <exception cref="TorchException">The index is not int64, its shape does not fit, or a position is not there.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2], [3, 4]]).Gather(1, Torch.Tensor([[0, 0], [1, 0]]))
    /// // tensor([[1, 1],
    /// //         [4, 3]])
    /// </code></example>
    [TorchFunction]
    public Tensor Gather(long dim, Tensor index) => Gate.Direct(static (t, i, dim) => Exports.Gather(t, dim, i), this, index, dim);

    /// <summary>The elements at given positions, the tensor seen as if it had one dimension: PyTorch's <c>take</c>.</summary>
    /// <param name="index">Positions, int64.</param>
    /// <returns>A new tensor of the shape of the index.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> is null.</exception>
    /// <exception cref="TorchIndexException">There is no such dimension or position.</exception>
    /// <exception cref="TorchException">The index is not int64, its shape does not fit, or a position is not there.</exception>
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
    /// <exception cref="TorchIndexException">There is no such dimension or position.</exception>
    /// <exception cref="TorchException">The index is not int64, its shape does not fit, or a position is not there.</exception>
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

    /// <summary>The positions of the elements that are not zero: PyTorch's <c>nonzero</c>.</summary>
    /// <returns>A new int64 tensor, a row a position, a column a dimension.</returns>
    /// <example><code>
    /// Torch.Tensor([0, 5, 0, 6]).Nonzero()
    /// // tensor([[1],
    /// //         [3]])
    /// </code></example>
    [TorchFunction]
    public Tensor Nonzero() => Gate.Direct(static t => Exports.Nonzero(t), this);

    /// <summary>The positions of the elements that are not zero, as NumPy has them: PyTorch's <c>argwhere</c>.</summary>
    /// <returns>A new int64 tensor, a row a position, a column a dimension.</returns>
    /// <example><code>
    /// Torch.Tensor([0, 5, 0, 6]).Argwhere()
    /// // tensor([[1],
    /// //         [3]])
    /// </code></example>
    [TorchFunction]
    public Tensor Argwhere() => Gate.Direct(static t => Exports.Argwhere(t), this);

    /// <summary>A number where a mask is true: PyTorch's <c>masked_fill</c>.</summary>
    /// <param name="mask">A bool tensor that broadcasts to this shape.</param>
    /// <param name="value">The number.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mask"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The mask is not bool, its shape does not broadcast, or the number does not fit the dtype.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).MaskedFill(Torch.Tensor([true, false, true]), 0)   // tensor([0, 2, 0])
    /// </code></example>
    [TorchFunction]
    public Tensor MaskedFill(Tensor mask, Scalar value) => Gate.Direct(static (t, m, s) => Exports.MaskedFill(t, m, s), this, mask, value);

    /// <summary>A number where a mask is true, in place: PyTorch's <c>masked_fill_</c>.</summary>
    /// <param name="mask">A bool tensor that broadcasts to this shape.</param>
    /// <param name="value">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mask"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The mask is not bool, its shape does not broadcast, or the number does not fit the dtype.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).MaskedFill_(Torch.Tensor([true, false, true]), 0)   // tensor([0, 2, 0])
    /// </code></example>
    public Tensor MaskedFill_(Tensor mask, Scalar value) => Gate.DirectInPlace(static (t, m, s) => Exports.MaskedFill_(t, m, s), this, mask, value);

    /// <summary>The elements of another tensor, one after the other, where a mask is true: PyTorch's <c>masked_scatter</c>.</summary>
    /// <param name="mask">A bool tensor that broadcasts to this shape.</param>
    /// <param name="source">The elements, of the same dtype; at least as many as the mask has true.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mask"/> or <paramref name="source"/> is null.</exception>
    /// <exception cref="TorchException">The mask is not bool, or there are too few elements.</exception>
    /// <example><code>
    /// Torch.Tensor([0, 0, 0]).MaskedScatter(Torch.Tensor([true, false, true]), Torch.Tensor([7, 8]))   // tensor([7, 0, 8])
    /// </code></example>
    [TorchFunction]
    public Tensor MaskedScatter(Tensor mask, Tensor source) =>
        Gate.Direct(static (t, m, s) => Exports.MaskedScatter(t, m, s), this, mask, source);

    /// <summary>
    /// The elements of another tensor, one after the other, where a mask is true, in place: PyTorch's <c>masked_scatter_</c>.
    /// </summary>
    /// <param name="mask">A bool tensor that broadcasts to this shape.</param>
    /// <param name="source">The elements, of the same dtype; at least as many as the mask has true.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mask"/> or <paramref name="source"/> is null.</exception>
    /// <exception cref="TorchException">The mask is not bool, or there are too few elements.</exception>
    /// <example><code>
    /// Torch.Tensor([0, 0, 0]).MaskedScatter_(Torch.Tensor([true, false, true]), Torch.Tensor([7, 8]))   // tensor([7, 0, 8])
    /// </code></example>
    public Tensor MaskedScatter_(Tensor mask, Tensor source) =>
        Gate.DirectInPlace(static (t, m, s) => Exports.MaskedScatter_(t, m, s), this, mask, source);

    /// <summary>A number at given positions of a dimension: PyTorch's <c>index_fill</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">Positions, int64.</param>
    /// <param name="value">The number.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> is null.</exception>
    /// <exception cref="TorchIndexException">There is no such dimension or position.</exception>
    /// <exception cref="TorchException">The index is not int64, its shape does not fit, or a position is not there.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).IndexFill(0, Torch.Tensor([0, 2]), 9)   // tensor([9, 2, 9])
    /// </code></example>
    [TorchFunction]
    public Tensor IndexFill(long dim, Tensor index, Scalar value)
    {
        using var number = new ScalarLease(value);
        return Gate.Direct(static (t, i, a) => Exports.IndexFill(t, a.dim, i, a.Handle), this, FillIndex(index), (dim, number.Handle));
    }

    /// <summary>A number at given positions of a dimension, in place: PyTorch's <c>index_fill_</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">Positions, int64.</param>
    /// <param name="value">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> is null.</exception>
    /// <exception cref="TorchIndexException">There is no such dimension or position.</exception>
    /// <exception cref="TorchException">The index is not int64, its shape does not fit, or a position is not there.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).IndexFill_(0, Torch.Tensor([0, 2]), 9)   // tensor([9, 2, 9])
    /// </code></example>
    public Tensor IndexFill_(long dim, Tensor index, Scalar value)
    {
        using var number = new ScalarLease(value);
        return Gate.DirectInPlace(static (t, i, a) => Exports.IndexFill_(t, a.dim, i, a.Handle), this, FillIndex(index), (dim, number.Handle));
    }

    /// <summary>Writes each element of another tensor at its position along a dimension: PyTorch's <c>scatter</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">Positions, int64.</param>
    /// <param name="src">What to write, at least of the shape of the index.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> or <paramref name="src"/> is null.</exception>
    /// <exception cref="TorchIndexException">There is no such dimension or position.</exception>
    /// <exception cref="TorchException">The index is not int64, its shape does not fit, or a position is not there.</exception>
    /// <example><code>
    /// Torch.Zeros(1, 3).Scatter(1, Torch.Tensor([[2, 0]]), Torch.Tensor([[5.0, 6.0]]))   // tensor([[6., 0., 5.]])
    /// </code></example>
    [TorchFunction]
    public Tensor Scatter(long dim, Tensor index, Tensor src) =>
        Gate.Direct(static (t, i, s, dim) => Exports.Scatter(t, dim, i, s), this, index, src, dim);

    /// <summary>Writes each element of another tensor at its position along a dimension, in place: PyTorch's <c>scatter_</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">Positions, int64.</param>
    /// <param name="src">What to write, at least of the shape of the index.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> or <paramref name="src"/> is null.</exception>
    /// <exception cref="TorchIndexException">There is no such dimension or position.</exception>
    /// <exception cref="TorchException">The index is not int64, its shape does not fit, or a position is not there.</exception>
    /// <example><code>
    /// Torch.Zeros(1, 3).Scatter_(1, Torch.Tensor([[2, 0]]), Torch.Tensor([[5.0, 6.0]]))   // tensor([[6., 0., 5.]])
    /// </code></example>
    public Tensor Scatter_(long dim, Tensor index, Tensor src) =>
        Gate.DirectInPlace(static (t, i, s, dim) => Exports.Scatter_(t, dim, i, s), this, index, src, dim);

    /// <summary>A copy in which the positions of an index hold a number: PyTorch's <c>scatter</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">The positions along the dimension, in int64.</param>
    /// <param name="value">The number.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> is null.</exception>
    /// <exception cref="TorchException">A position is not there, or the shapes do not fit.</exception>
    /// <example><code>
    /// Torch.Zeros(3).Scatter(0, Torch.Tensor([2, 0]), 5)   // tensor([5., 0., 5.])
    /// </code></example>
    [TorchFunction]
    public Tensor Scatter(long dim, Tensor index, Scalar value) =>
        Scatter(dim, index, Torch.Full(Given(index).Shape, value, DType, Device));

    /// <summary>Writes a number at the positions of an index: PyTorch's <c>scatter_</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">The positions along the dimension, in int64.</param>
    /// <param name="value">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> is null.</exception>
    /// <exception cref="TorchException">A position is not there, or the shapes do not fit.</exception>
    /// <example><code>
    /// Torch.Zeros(3).Scatter_(0, Torch.Tensor([2, 0]), 5)   // tensor([5., 0., 5.])
    /// </code></example>
    public Tensor Scatter_(long dim, Tensor index, Scalar value) =>
        Scatter_(dim, index, Torch.Full(Given(index).Shape, value, DType, Device));

    /// <summary>Adds each element of another tensor at its position along a dimension: PyTorch's <c>scatter_add</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">Positions, int64.</param>
    /// <param name="src">What to add, at least of the shape of the index.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> or <paramref name="src"/> is null.</exception>
    /// <exception cref="TorchIndexException">There is no such dimension or position.</exception>
    /// <exception cref="TorchException">The index is not int64, its shape does not fit, or a position is not there.</exception>
    /// <example><code>
    /// Torch.Ones(1, 3).ScatterAdd(1, Torch.Tensor([[2, 2]]), Torch.Tensor([[5.0, 6.0]]))   // tensor([[ 1.,  1., 12.]])
    /// </code></example>
    [TorchFunction]
    public Tensor ScatterAdd(long dim, Tensor index, Tensor src) =>
        Gate.Direct(static (t, i, s, dim) => Exports.ScatterAdd(t, dim, i, s), this, index, src, dim);

    /// <summary>Adds each element of another tensor at its position along a dimension, in place: PyTorch's <c>scatter_add_</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">Positions, int64.</param>
    /// <param name="src">What to add, at least of the shape of the index.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> or <paramref name="src"/> is null.</exception>
    /// <exception cref="TorchIndexException">There is no such dimension or position.</exception>
    /// <exception cref="TorchException">The index is not int64, its shape does not fit, or a position is not there.</exception>
    /// <example><code>
    /// Torch.Ones(1, 3).ScatterAdd_(1, Torch.Tensor([[2, 2]]), Torch.Tensor([[5.0, 6.0]]))   // tensor([[ 1.,  1., 12.]])
    /// </code></example>
    public Tensor ScatterAdd_(long dim, Tensor index, Tensor src) =>
        Gate.DirectInPlace(static (t, i, s, dim) => Exports.ScatterAdd_(t, dim, i, s), this, index, src, dim);

    /// <summary>Writes a number to every element: PyTorch's <c>fill_</c>.</summary>
    /// <param name="value">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The number does not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Ones(2).Fill_(7)   // tensor([7., 7.])
    /// </code></example>
    public Tensor Fill_(Scalar value) => Gate.DirectInPlace(static (t, s) => Exports.Fill_(t, s), this, value);

    /// <summary>Writes zero to every element: PyTorch's <c>zero_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Ones(2).Zero_()   // tensor([0., 0.])
    /// </code></example>
    // TorchSharp's zero_() makes a new tensor and leaves this one without a usable history.
    public Tensor Zero_() => IsRecorded ? Script.InPlace(this, $"{this}.zero_()") : Fill_(0);

    /// <summary>Writes the elements of another tensor, converted and broadcast: PyTorch's <c>copy_</c>.</summary>
    /// <param name="src">What to write.</param>
    /// <param name="nonBlocking">Whether a copy between pinned memory and a GPU may go on while the program does.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="src"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shape does not broadcast to this one, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Zeros(2).Copy_(Torch.Tensor([1, 2]))   // tensor([1., 2.])
    /// </code></example>
    public Tensor Copy_(Tensor src, bool nonBlocking = false) =>
        Gate.DirectInPlace(static (t, s, nonBlocking) => Exports.Copy_(t, s, nonBlocking), this, src, nonBlocking);

    /// <summary>This tensor's elements where a condition is true, else another's: PyTorch's <c>where</c>.</summary>
    /// <param name="condition">Where true, this tensor's element; else the other's.</param>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="condition"/> or <paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Where(Torch.Tensor([true, false]), Torch.Tensor([8, 9]))   // tensor([1, 9])
    /// </code></example>
    public Tensor Where(Tensor condition, Tensor other) => Torch.Where(condition, this, other);

    /// <summary>This tensor's elements where a condition is true, else a number: PyTorch's <c>where</c>.</summary>
    /// <param name="condition">Where true, this tensor's element; else the other's.</param>
    /// <param name="other">The number.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="condition"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Where(Torch.Tensor([true, false]), 0)   // tensor([1, 0])
    /// </code></example>
    public Tensor Where(Tensor condition, Scalar other)
    {
        using var number = AsOperand(other);
        return Torch.Where(condition, this, number);
    }

    private static Tensor FillIndex(Tensor index) =>
        Given(index).DType == DType.Int64 ? index : throw new TorchIndexException("index_fill_(): Expected dtype int64 for index.");
}
