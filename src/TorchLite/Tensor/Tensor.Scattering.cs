namespace TorchLite;

/// <content>Copies in which a view of another kind was written, and windows that are copied.</content>
public sealed partial class Tensor
{
    /// <summary>A copy with another diagonal: PyTorch's <c>diagonal_scatter</c>.</summary>
    /// <param name="src">The diagonal.</param>
    /// <param name="offset">Which: 0 the main one, more above it, less below.</param>
    /// <param name="dim1">One dimension of the matrices.</param>
    /// <param name="dim2">The other.</param>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="src"/> is null.</exception>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The diagonal has another shape, or both dimensions are the same one.</exception>
    /// <example><code>
    /// Torch.Zeros(2, 2).DiagonalScatter(Torch.Tensor([1.0, 2.0]))
    /// // tensor([[1., 0.],
    /// //         [0., 2.]])
    /// </code></example>
    [TorchFunction]
    public Tensor DiagonalScatter(Tensor src, long offset = 0, long dim1 = 0, long dim2 = 1) =>
        Script.Run($"torch.diagonal_scatter({this}, {Given(src)}, {offset}, {dim1}, {dim2})");

    /// <summary>A copy in whose memory a view with given sizes and steps was written: PyTorch's <c>as_strided_scatter</c>.</summary>
    /// <param name="src">What to write, of the shape of the view.</param>
    /// <param name="size">The size of each dimension of the view.</param>
    /// <param name="stride">How many elements to step over for each dimension.</param>
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
        Script.Run($"torch.as_strided_scatter({this}, {Given(src)}, {size}, {stride}, {storageOffset})");

    /// <summary>A copy of a part along a dimension: PyTorch's <c>narrow_copy</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="start">The first position.</param>
    /// <param name="length">How many.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The part reaches beyond the dimension.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3, 4]).NarrowCopy(0, 1, 2)   // tensor([2, 3])
    /// </code></example>
    [TorchFunction]
    public Tensor NarrowCopy(long dim, long start, long length) => Script.Run($"torch.narrow_copy({this}, {dim}, {start}, {length})");

    /// <summary>The sum over what broadcasting a shape to this one would repeat: PyTorch's <c>sum_to_size</c>.</summary>
    /// <param name="size">A shape that broadcasts to this one.</param>
    /// <returns>A tensor of that shape; this tensor itself where it has it.</returns>
    /// <exception cref="TorchException">The shape does not broadcast to this one.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3).SumToSize(1, 3)   // tensor([[2., 2., 2.]])
    /// </code></example>
    public Tensor SumToSize(params ReadOnlySpan<long> size)
    {
        var shape = size.ToArray();
        return Script.Run($"{this}.sum_to_size({shape})");
    }

    /// <summary>
    /// Parts of equal size along a dimension, as <c>chunk</c>, whose results autograd takes for unrelated: one of them may be changed in
    /// place: PyTorch's <c>unsafe_chunk</c>.
    /// </summary>
    /// <param name="chunks">How many parts; the last may be smaller, or there may be fewer.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>Views of this tensor.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The number is not positive, or the tensor has no dimension.</exception>
    /// <example><code>
    /// Torch.Arange(5).UnsafeChunk(2)[1]   // tensor([3, 4])
    /// </code></example>
    [TorchFunction]
    public Tensor[] UnsafeChunk(long chunks, long dim = 0) => Script.Several(
        $"torch.unsafe_chunk({OfChunks(chunks, dim)}, {chunks}, {dim})");

    /// <summary>
    /// Parts of equal size along a dimension, as <c>split</c>, whose results autograd takes for unrelated: one of them may be changed in
    /// place: PyTorch's <c>unsafe_split</c>.
    /// </summary>
    /// <param name="splitSize">The size of a part; the last may be smaller.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>Views of this tensor.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The number is not positive, or the tensor has no dimension.</exception>
    /// <example><code>
    /// Torch.Arange(5).UnsafeSplit(2)[1]   // tensor([2, 3])
    /// </code></example>
    [TorchFunction]
    public Tensor[] UnsafeSplit(long splitSize, long dim = 0) => Script.Several(
        $"torch.unsafe_split({OfParts(PartsAlong(dim) / Math.Max(splitSize, 1))}, {splitSize}, {dim})");
}
