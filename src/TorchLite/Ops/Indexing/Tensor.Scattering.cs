namespace TorchLite;

/// <content>Writing elements and slices to positions along a dimension.</content>
public partial class Tensor
{
    /// <summary>Writes each element of another tensor at its position along a dimension: PyTorch's <c>scatter</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">Positions, int64.</param>
    /// <param name="src">What to write, at least of the shape of the index.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> or <paramref name="src"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension or the position does not exist.</exception>
    /// <exception cref="TorchException">The index is not int64, its shape does not fit, or a position is out of range.</exception>
    /// <example><code>
    /// Torch.Zeros(1, 3).Scatter(1, Torch.Tensor([[2, 0]]), Torch.Tensor([[5.0, 6.0]]))   // tensor([[6., 0., 5.]])
    /// </code></example>
    [TorchFunction]
    public Tensor Scatter(long dim, Tensor index, Tensor src) =>
        Gate.Direct(static (t, i, s, dim) => Exports.Scatter(t, dim, i, s), this, index, src, dim);

    /// <summary>A copy in which the positions of an index hold a number: PyTorch's <c>scatter</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">The positions along the dimension, in int64.</param>
    /// <param name="value">The number.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> is null.</exception>
    /// <exception cref="TorchException">A position is out of range, or the shapes do not fit.</exception>
    /// <example><code>
    /// Torch.Zeros(3).Scatter(0, Torch.Tensor([2, 0]), 5)   // tensor([5., 0., 5.])
    /// </code></example>
    [TorchFunction]
    public Tensor Scatter(long dim, Tensor index, Scalar value) =>
        Scatter(dim, index, Torch.Full(NotNull(index).Shape, value, DType, Device));

    /// <summary>Writes each element of another tensor at its position along a dimension, in place: PyTorch's <c>scatter_</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">Positions, int64.</param>
    /// <param name="src">What to write, at least of the shape of the index.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> or <paramref name="src"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension or the position does not exist.</exception>
    /// <exception cref="TorchException">The index is not int64, its shape does not fit, or a position is out of range.</exception>
    /// <example><code>
    /// Torch.Zeros(1, 3).Scatter_(1, Torch.Tensor([[2, 0]]), Torch.Tensor([[5.0, 6.0]]))   // tensor([[6., 0., 5.]])
    /// </code></example>
    public Tensor Scatter_(long dim, Tensor index, Tensor src) =>
        Gate.DirectInPlace(static (t, i, s, dim) => Exports.Scatter_(t, dim, i, s), this, index, src, dim);

    /// <summary>Writes a number at the positions of an index: PyTorch's <c>scatter_</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">The positions along the dimension, in int64.</param>
    /// <param name="value">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> is null.</exception>
    /// <exception cref="TorchException">A position is out of range, or the shapes do not fit.</exception>
    /// <example><code>
    /// Torch.Zeros(3).Scatter_(0, Torch.Tensor([2, 0]), 5)   // tensor([5., 0., 5.])
    /// </code></example>
    public Tensor Scatter_(long dim, Tensor index, Scalar value) =>
        Scatter_(dim, index, Torch.Full(NotNull(index).Shape, value, DType, Device));

    /// <summary>Adds each element of another tensor at its position along a dimension: PyTorch's <c>scatter_add</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">Positions, int64.</param>
    /// <param name="src">What to add, at least of the shape of the index.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> or <paramref name="src"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension or the position does not exist.</exception>
    /// <exception cref="TorchException">The index is not int64, its shape does not fit, or a position is out of range.</exception>
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
    /// <exception cref="TorchIndexException">The dimension or the position does not exist.</exception>
    /// <exception cref="TorchException">The index is not int64, its shape does not fit, or a position is out of range.</exception>
    /// <example><code>
    /// Torch.Ones(1, 3).ScatterAdd_(1, Torch.Tensor([[2, 2]]), Torch.Tensor([[5.0, 6.0]]))   // tensor([[ 1.,  1., 12.]])
    /// </code></example>
    public Tensor ScatterAdd_(long dim, Tensor index, Tensor src) =>
        Gate.DirectInPlace(static (t, i, s, dim) => Exports.ScatterAdd_(t, dim, i, s), this, index, src, dim);

    /// <summary>
    /// A copy into which values are put at positions along a dimension, combining those at the same position: PyTorch's
    /// <c>scatter_reduce</c>.
    /// </summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">For each value its position along the dimension, in int64.</param>
    /// <param name="src">The values, of this dtype.</param>
    /// <param name="reduce">How values that meet are combined.</param>
    /// <param name="includeSelf">Whether the previous values are included in the reduction.</param>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> or <paramref name="src"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">A position is out of range, or the dtypes or shapes do not fit.</exception>
    /// <example><code>
    /// var (index, src) = (Torch.Tensor([0, 0, 1]), Torch.Tensor([5.0, 7.0, 2.0]));
    /// Torch.Ones(3).ScatterReduce(0, index, src, ScatterReduction.Sum)                       // tensor([13.,  3.,  1.])
    /// Torch.Ones(3).ScatterReduce(0, index, src, ScatterReduction.Mean, includeSelf: false)  // tensor([6., 2., 1.])
    /// </code></example>
    [TorchFunction]
    public Tensor ScatterReduce(long dim, Tensor index, Tensor src, ScatterReduction reduce, bool includeSelf = true) =>
        Script.Run($"torch.scatter_reduce({this}, {dim}, {index}, {src}, {Word(reduce)}, include_self={includeSelf})");

    /// <summary>
    /// Puts values at positions along a dimension, combining those at the same position: PyTorch's <c>scatter_reduce_</c>.
    /// </summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">For each value its position along the dimension, in int64.</param>
    /// <param name="src">The values, of this dtype.</param>
    /// <param name="reduce">How values that meet are combined.</param>
    /// <param name="includeSelf">Whether the previous values are included in the reduction.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> or <paramref name="src"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">
    /// A position is out of range, the dtypes or shapes do not fit, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Ones(2).ScatterReduce_(0, Torch.Tensor([0, 0]), Torch.Tensor([5.0, 7.0]), ScatterReduction.Amax)   // tensor([7., 1.])
    /// </code></example>
    public Tensor ScatterReduce_(long dim, Tensor index, Tensor src, ScatterReduction reduce, bool includeSelf = true) =>
        Script.InPlace(
            this, $"{this}.scatter_reduce_({dim}, {index}, {src}, {Word(reduce)}, include_self={includeSelf})");

    /// <summary>A copy in which one part along a dimension is another tensor: PyTorch's <c>select_scatter</c>.</summary>
    /// <param name="src">What to put there.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">Where.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="src"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension or the position does not exist.</exception>
    /// <exception cref="TorchException">The shapes do not fit.</exception>
    /// <example><code>
    /// Torch.Zeros(2, 2).SelectScatter(Torch.Ones(2), 0, 1)
    /// // tensor([[0., 0.],
    /// //         [1., 1.]])
    /// </code></example>
    [TorchFunction]
    public Tensor SelectScatter(Tensor src, long dim, long index) =>
        Gate.Direct(static (t, s, a) => Exports.SelectScatter(t, s, a.dim, a.index), this, src, (dim, index));

    /// <summary>A copy in which a slice along a dimension is another tensor: PyTorch's <c>slice_scatter</c>.</summary>
    /// <param name="src">What to put there.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="start">The first position; null: the beginning.</param>
    /// <param name="end">Before which position to end; null: the end.</param>
    /// <param name="step">How far from one to the next.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="src"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The shapes do not fit.</exception>
    /// <example><code>
    /// Torch.Zeros(4).SliceScatter(Torch.Ones(2), 0, 1, 3)   // tensor([0., 1., 1., 0.])
    /// </code></example>
    [TorchFunction]
    public Tensor SliceScatter(Tensor src, long dim = 0, long? start = null, long? end = null, long step = 1) =>
        Gate.Direct(
            static (t, s, a) => Exports.SliceScatter(t, s, a.dim, a.start, a.end, a.step), this, src, (dim, start, end, step));

    /// <summary>A copy with another diagonal: PyTorch's <c>diagonal_scatter</c>.</summary>
    /// <param name="src">The diagonal.</param>
    /// <param name="offset">The diagonal: 0 for the main diagonal, positive above it, negative below it.</param>
    /// <param name="dim1">One dimension of the matrices.</param>
    /// <param name="dim2">The other.</param>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="src"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The diagonal has another shape, or both dimensions are the same one.</exception>
    /// <example><code>
    /// Torch.Zeros(2, 2).DiagonalScatter(Torch.Tensor([1.0, 2.0]))
    /// // tensor([[1., 0.],
    /// //         [0., 2.]])
    /// </code></example>
    [TorchFunction]
    public Tensor DiagonalScatter(Tensor src, long offset = 0, long dim1 = 0, long dim2 = 1) =>
        Script.Run($"torch.diagonal_scatter({this}, {src}, {offset}, {dim1}, {dim2})");

    /// <summary>A copy with a view of the given sizes and strides replaced: PyTorch's <c>as_strided_scatter</c>.</summary>
    /// <param name="src">What to write, of the shape of the view.</param>
    /// <param name="size">The size of each dimension of the view.</param>
    /// <param name="stride">The stride of each dimension, in elements.</param>
    /// <param name="storageOffset">The first element; null: where the tensor begins.</param>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="src"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The view would reach outside the memory, or its shape is not that of <paramref name="src"/>.
    /// </exception>
    /// <example><code>
    /// Torch.Zeros(2, 2).AsStridedScatter(Torch.Tensor([1.0, 2.0]), [2], [1])
    /// // tensor([[1., 2.],
    /// //         [0., 0.]])
    /// </code></example>
    [TorchFunction]
    public Tensor AsStridedScatter(Tensor src, Shape size, Shape stride, long? storageOffset = null) =>
        Script.Run($"torch.as_strided_scatter({this}, {src}, {size}, {stride}, {storageOffset})");

    /// <summary>PyTorch's word for it.</summary>
    private static string Word(ScatterReduction reduce) => reduce switch
    {
        ScatterReduction.Sum => "sum",
        ScatterReduction.Prod => "prod",
        ScatterReduction.Mean => "mean",
        ScatterReduction.Amax => "amax",
        ScatterReduction.Amin => "amin",
        _ => throw new TorchException($"reduce argument must be either sum, prod, mean, amax or amin, got {reduce}"),
    };
}
