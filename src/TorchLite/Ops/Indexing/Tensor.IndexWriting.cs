namespace TorchLite;

/// <content>Replacing the elements at indices.</content>
public partial class Tensor
{
    /// <summary>A copy with elements written at positions: PyTorch's <c>put</c>.</summary>
    /// <param name="index">Positions among the elements in order, int64; negative counts from the end.</param>
    /// <param name="source">What to write, an element for each position.</param>
    /// <param name="accumulate">Whether to add to the elements instead of replacing them.</param>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> or <paramref name="source"/> is null.</exception>
    /// <exception cref="TorchIndexException">The position does not exist.</exception>
    /// <exception cref="TorchException">The numbers of positions and elements differ, or a dtype does not fit.</exception>
    /// <example><code>
    /// Torch.Zeros(2, 2).Put(Torch.Tensor([3, 0]), Torch.Tensor([5.0, 6.0]))
    /// // tensor([[6., 0.],
    /// //         [0., 5.]])
    /// </code></example>
    [TorchFunction]
    public Tensor Put(Tensor index, Tensor source, bool accumulate = false) =>
        Script.Run($"torch.put({this}, {index}, {source}, {accumulate})");

    /// <summary>Writes elements at positions, in place: PyTorch's <c>put_</c>.</summary>
    /// <param name="index">Positions among the elements in order, int64; negative counts from the end.</param>
    /// <param name="source">What to write, an element for each position.</param>
    /// <param name="accumulate">Whether to add to the elements instead of replacing them.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> or <paramref name="source"/> is null.</exception>
    /// <exception cref="TorchIndexException">The position does not exist.</exception>
    /// <exception cref="TorchException">
    /// The numbers of positions and elements differ, or a dtype does not fit, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Zeros(2, 2).Put_(Torch.Tensor([3, 0]), Torch.Tensor([5.0, 6.0]))
    /// // tensor([[6., 0.],
    /// //         [0., 5.]])
    /// </code></example>
    public Tensor Put_(Tensor index, Tensor source, bool accumulate = false) =>
        Script.InPlace(this, $"{this}.put_({index}, {source}, {accumulate})");

    /// <summary>A copy with values written at the positions given by index tensors: PyTorch's <c>index_put</c>.</summary>
    /// <param name="indices">A tensor for each of the first dimensions: positions in int64, or a mask; their shapes broadcast.</param>
    /// <param name="values">What to write; its shape broadcasts to that of the places.</param>
    /// <param name="accumulate">Whether to add to the elements instead of replacing them.</param>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> or an index is null.</exception>
    /// <exception cref="TorchIndexException">The position does not exist, or an index is neither int64 nor a mask.</exception>
    /// <exception cref="TorchException">The shapes do not broadcast, or the dtypes differ.</exception>
    /// <example><code>
    /// Torch.Zeros(2, 2).IndexPut([Torch.Tensor([0, 1]), Torch.Tensor([1, 0])], Torch.Tensor([5.0, 6.0]))
    /// // tensor([[0., 5.],
    /// //         [6., 0.]])
    /// </code></example>
    [TorchFunction]
    public Tensor IndexPut(ReadOnlySpan<Tensor> indices, Tensor values, bool accumulate = false) =>
        Script.Run($"torch.index_put({this}, {Some(indices)}, {values}, {accumulate})");

    /// <summary>Writes values at the positions given by index tensors, in place: PyTorch's <c>index_put_</c>.</summary>
    /// <param name="indices">A tensor for each of the first dimensions: positions in int64, or a mask; their shapes broadcast.</param>
    /// <param name="values">What to write; its shape broadcasts to that of the places.</param>
    /// <param name="accumulate">Whether to add to the elements instead of replacing them.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> or an index is null.</exception>
    /// <exception cref="TorchIndexException">The position does not exist, or an index is neither int64 nor a mask.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, or the dtypes differ, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Zeros(2, 2).IndexPut_([Torch.Tensor([0, 1]), Torch.Tensor([1, 0])], Torch.Tensor([5.0, 6.0]))
    /// // tensor([[0., 5.],
    /// //         [6., 0.]])
    /// </code></example>
    [TorchFunction]
    public Tensor IndexPut_(ReadOnlySpan<Tensor> indices, Tensor values, bool accumulate = false) =>
        Script.InPlace(this, $"{this}.index_put_({Some(indices)}, {values}, {accumulate})");

    // libtorch reads the first of none; what it throws then where it finds nothing there.
    private static ReadOnlySpan<Tensor> Some(ReadOnlySpan<Tensor> indices) =>
        indices.Length > 0 ? indices : throw new TorchException("sym_strides() called on an undefined Tensor");

    /// <summary>Adds the elements of another tensor at given positions of a dimension: PyTorch's <c>index_add</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">Positions, int64.</param>
    /// <param name="source">What to add; its size along the dimension is the number of positions.</param>
    /// <param name="alpha">A factor for what is added; null: 1.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> or <paramref name="source"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension or the position does not exist.</exception>
    /// <exception cref="TorchException">The index is not int64, its shape does not fit, or a position is out of range.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).IndexAdd(0, Torch.Tensor([0, 0]), Torch.Tensor([10, 20]))   // tensor([31,  2,  3])
    /// </code></example>
    [TorchFunction]
    public Tensor IndexAdd(long dim, Tensor index, Tensor source, Scalar? alpha = null)
    {
        using var factor = new ScalarLease(alpha ?? 1);
        return Gate.Direct(
            static (t, i, s, a) => Exports.IndexAdd(t, a.dim, i, s, a.Handle), this, AddIndex(index), source, (dim, factor.Handle));
    }

    /// <summary>Adds the elements of another tensor at given positions of a dimension, in place: PyTorch's <c>index_add_</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">Positions, int64.</param>
    /// <param name="source">What to add; its size along the dimension is the number of positions.</param>
    /// <param name="alpha">A factor for what is added; null: 1.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> or <paramref name="source"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension or the position does not exist.</exception>
    /// <exception cref="TorchException">The index is not int64, its shape does not fit, or a position is out of range.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).IndexAdd_(0, Torch.Tensor([0, 0]), Torch.Tensor([10, 20]))   // tensor([31,  2,  3])
    /// </code></example>
    public Tensor IndexAdd_(long dim, Tensor index, Tensor source, Scalar? alpha = null)
    {
        using var factor = new ScalarLease(alpha ?? 1);
        return Gate.DirectInPlace(
            static (t, i, s, a) => Exports.IndexAdd_(t, a.dim, i, s, a.Handle), this, AddIndex(index), source, (dim, factor.Handle));
    }

    /// <summary>The elements of another tensor at given positions of a dimension: PyTorch's <c>index_copy</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">Positions, int64.</param>
    /// <param name="source">What to write; its size along the dimension is the number of positions.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> or <paramref name="source"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension or the position does not exist.</exception>
    /// <exception cref="TorchException">The index is not int64, its shape does not fit, or a position is out of range.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).IndexCopy(0, Torch.Tensor([0, 2]), Torch.Tensor([10, 30]))   // tensor([10,  2, 30])
    /// </code></example>
    [TorchFunction]
    public Tensor IndexCopy(long dim, Tensor index, Tensor source) =>
        Gate.Direct(static (t, i, s, dim) => Exports.IndexCopy(t, dim, i, s), this, index, source, dim);

    /// <summary>The elements of another tensor at given positions of a dimension, in place: PyTorch's <c>index_copy_</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">Positions, int64.</param>
    /// <param name="source">What to write; its size along the dimension is the number of positions.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> or <paramref name="source"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension or the position does not exist.</exception>
    /// <exception cref="TorchException">The index is not int64, its shape does not fit, or a position is out of range.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).IndexCopy_(0, Torch.Tensor([0, 2]), Torch.Tensor([10, 30]))   // tensor([10,  2, 30])
    /// </code></example>
    public Tensor IndexCopy_(long dim, Tensor index, Tensor source) =>
        Gate.DirectInPlace(static (t, i, s, dim) => Exports.IndexCopy_(t, dim, i, s), this, index, source, dim);

    /// <summary>
    /// A copy in which the parts at positions along a dimension are the number in a tensor without dimensions: PyTorch's <c>index_fill</c>.
    /// </summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">The positions, in int64.</param>
    /// <param name="value">The number.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension or the position does not exist.</exception>
    /// <exception cref="TorchException">The value has a dimension, or does not fit the dtype.</exception>
    /// <example><code>
    /// Torch.Zeros(3).IndexFill(0, Torch.Tensor([1]), Torch.Tensor(3))   // tensor([0., 3., 0.])
    /// </code></example>
    [TorchFunction]
    public Tensor IndexFill(long dim, Tensor index, Tensor value) =>
        Script.Run($"torch.index_fill({this}, {dim}, {index}, {value})");

    /// <summary>A number at given positions of a dimension: PyTorch's <c>index_fill</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">Positions, int64.</param>
    /// <param name="value">The number.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension or the position does not exist.</exception>
    /// <exception cref="TorchException">The index is not int64, its shape does not fit, or a position is out of range.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).IndexFill(0, Torch.Tensor([0, 2]), 9)   // tensor([9, 2, 9])
    /// </code></example>
    [TorchFunction]
    public Tensor IndexFill(long dim, Tensor index, Scalar value)
    {
        using var number = new ScalarLease(value);
        return Gate.Direct(static (t, i, a) => Exports.IndexFill(t, a.dim, i, a.Handle), this, FillIndex(index), (dim, number.Handle));
    }

    /// <summary>
    /// Sets the parts at positions along a dimension to the number in a tensor without dimensions: PyTorch's <c>index_fill_</c>.
    /// </summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">The positions, in int64.</param>
    /// <param name="value">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension or the position does not exist.</exception>
    /// <exception cref="TorchException">The value has a dimension, or does not fit the dtype.</exception>
    /// <example><code>
    /// Torch.Zeros(3).IndexFill_(0, Torch.Tensor([1]), Torch.Tensor(3))   // tensor([0., 3., 0.])
    /// </code></example>
    public Tensor IndexFill_(long dim, Tensor index, Tensor value) =>
        Script.InPlace(this, $"{this}.index_fill_({dim}, {index}, {value})");

    /// <summary>A number at given positions of a dimension, in place: PyTorch's <c>index_fill_</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">Positions, int64.</param>
    /// <param name="value">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension or the position does not exist.</exception>
    /// <exception cref="TorchException">The index is not int64, its shape does not fit, or a position is out of range.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).IndexFill_(0, Torch.Tensor([0, 2]), 9)   // tensor([9, 2, 9])
    /// </code></example>
    public Tensor IndexFill_(long dim, Tensor index, Scalar value)
    {
        using var number = new ScalarLease(value);
        return Gate.DirectInPlace(static (t, i, a) => Exports.IndexFill_(t, a.dim, i, a.Handle), this, FillIndex(index), (dim, number.Handle));
    }

    /// <summary>A copy into whose slices along a dimension others are combined: PyTorch's <c>index_reduce</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">For each slice of the source its position here, in int64 or int32.</param>
    /// <param name="source">The slices, of this dtype.</param>
    /// <param name="reduce">How they are combined; not <c>Sum</c>, which is <c>index_add</c>.</param>
    /// <param name="includeSelf">Whether the previous values are included in the reduction.</param>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> or <paramref name="source"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension or the position does not exist.</exception>
    /// <exception cref="TorchException">The reduction is <c>Sum</c>, or the dtypes or shapes do not fit.</exception>
    /// <example><code>
    /// Torch.Ones(3).IndexReduce(0, Torch.Tensor([0, 0]), Torch.Tensor([5.0, 7.0]), ScatterReduction.Prod)   // tensor([35.,  1.,  1.])
    /// </code></example>
    [TorchFunction]
    public Tensor IndexReduce(long dim, Tensor index, Tensor source, ScatterReduction reduce, bool includeSelf = true) =>
        Script.Run($"torch.index_reduce({this}, {dim}, {index}, {source}, {Word(reduce)}, include_self={includeSelf})");

    /// <summary>Combines slices into those along a dimension, in place: PyTorch's <c>index_reduce_</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">For each slice of the source its position here, in int64 or int32.</param>
    /// <param name="source">The slices, of this dtype.</param>
    /// <param name="reduce">How they are combined; not <c>Sum</c>, which is <c>index_add</c>.</param>
    /// <param name="includeSelf">Whether the previous values are included in the reduction.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> or <paramref name="source"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension or the position does not exist.</exception>
    /// <exception cref="TorchException">
    /// The reduction is <c>Sum</c>, or the dtypes or shapes do not fit, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Ones(3).IndexReduce_(0, Torch.Tensor([0, 0]), Torch.Tensor([5.0, 7.0]), ScatterReduction.Prod)   // tensor([35.,  1.,  1.])
    /// </code></example>
    public Tensor IndexReduce_(long dim, Tensor index, Tensor source, ScatterReduction reduce, bool includeSelf = true) =>
        Script.InPlace(this, $"{this}.index_reduce_({dim}, {index}, {source}, {Word(reduce)}, include_self={includeSelf})");

    // TorchSharp takes int64 alone, and says so in its own words.
    private static Tensor AddIndex(Tensor index) => NotNull(index).DType.Name switch
    {
        "int64" => index,
        "int32" => index.Long(),
        _ => throw new TorchException($"index_add_(): Expected dtype int32/int64 for index but got: {index.DType.NativeName}"),
    };

    private static Tensor FillIndex(Tensor index) =>
        NotNull(index).DType == DType.Int64 ? index : throw new TorchIndexException("index_fill_(): Expected dtype int64 for index.");
}
