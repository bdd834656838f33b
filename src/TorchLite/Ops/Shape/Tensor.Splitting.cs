namespace TorchLite;

/// <content>Parts of a tensor along a dimension.</content>
public partial class Tensor
{
    /// <summary>Splits a dimension into parts of equal size; the last may be smaller: PyTorch's <c>chunk</c>.</summary>
    /// <param name="chunks">The number of parts.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>At most that number of views.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The number is not positive.</exception>
    /// <example><code>
    /// Torch.Arange(5).Chunk(2)[0]   // tensor([0, 1, 2])
    /// Torch.Arange(5).Chunk(2)[1]   // tensor([3, 4])
    /// </code></example>
    [TorchFunction]
    public Tensor[] Chunk(long chunks, long dim = 0) =>
        Gate.DirectMany(static (t, a) => Exports.Chunk(t, HandleArray.Room, a.chunks, a.dim), OfChunks(chunks, dim), (chunks, dim));

    /// <summary>Splits a dimension into parts of the given size; the last may be smaller: PyTorch's <c>split</c>.</summary>
    /// <param name="splitSize">The size of a part.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>The views.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The size is not positive.</exception>
    /// <example><code>
    /// Torch.Arange(5).Split(2)[2]   // tensor([4])
    /// </code></example>
    [TorchFunction]
    public Tensor[] Split(long splitSize, long dim = 0) =>
        Gate.DirectMany(
            static (t, a) => Exports.Split(t, HandleArray.Room, a.splitSize, a.dim),
            NotTooMany(this, PartsAlong(dim) / Math.Max(splitSize, 1)), (splitSize, dim));

    /// <summary>Splits a dimension into parts of the given sizes: PyTorch's <c>split</c>.</summary>
    /// <param name="splitSizes">The size of each part.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>The views.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The sizes do not add up to the size of the dimension.</exception>
    /// <example><code>
    /// Torch.Arange(5).Split([1, 4])[1]   // tensor([1, 2, 3, 4])
    /// </code></example>
    [TorchFunction]
    [Alias("SplitWithSizes")]
    public Tensor[] Split(Shape splitSizes, long dim = 0) =>
        Gate.DirectMany(
            static (t, a) => Exports.Split(t, HandleArray.Room, a.Sizes, a.Sizes.Length, a.dim), this,
            (Sizes: splitSizes.ToArray(), dim));

    /// <summary>
    /// Splits a dimension into a number of parts, the first ones longer by one if it is not divisible: PyTorch's <c>tensor_split</c>.
    /// </summary>
    /// <param name="sections">The number of parts.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>The views.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The number is not positive.</exception>
    /// <example><code>
    /// Torch.Arange(5).TensorSplit(2)[0]   // tensor([0, 1, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor[] TensorSplit(long sections, long dim = 0) =>
        Gate.DirectMany(
            static (t, a) => Exports.TensorSplit(t, HandleArray.Room, a.sections, a.dim), NotTooMany(this, sections), (sections, dim));

    /// <summary>Splits a dimension before the given positions: PyTorch's <c>tensor_split</c>.</summary>
    /// <param name="indices">The positions before which to split.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>The views.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Arange(5).TensorSplit([1, 3])[1]   // tensor([1, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor[] TensorSplit(Shape indices, long dim = 0) =>
        Gate.DirectMany(
            static (t, a) => Exports.TensorSplit(t, HandleArray.Room, a.Indices, a.Indices.Length, a.dim), this,
            (Indices: indices.ToArray(), dim));

    /// <summary>
    /// Splits a dimension at the positions or into the number of parts that a tensor gives: PyTorch's <c>tensor_split</c>.
    /// </summary>
    /// <param name="tensorIndicesOrSections">
    /// The positions before which to split, or, without dimensions, the number of parts; of dtype int64 and on the CPU.
    /// </param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>The views.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensorIndicesOrSections"/> is null.</exception>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The tensor has more than one dimension, or another dtype.</exception>
    /// <example><code>
    /// Torch.Arange(5).TensorSplit(Torch.Tensor([1, 3]))[1]   // tensor([1, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor[] TensorSplit(Tensor tensorIndicesOrSections, long dim = 0) =>
        Script.Many($"torch.tensor_split({NotTooMany(this, Sections(NotNull(tensorIndicesOrSections)))}, {tensorIndicesOrSections}, {dim})");

    /// <summary>Splits into equal parts horizontally: along the second dimension, or the only one: PyTorch's <c>hsplit</c>.</summary>
    /// <param name="sections">The number of parts.</param>
    /// <returns>Views that share the tensor's memory.</returns>
    /// <exception cref="TorchException">The tensor has too few dimensions, or the size is not divisible by the number of parts.</exception>
    /// <example><code>
    /// Torch.Ones(2, 4).Hsplit(2)[1].Shape   // torch.Size([2, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor[] Hsplit(long sections) => SplitEvenly("hsplit", sections, 1, Dim() == 1 ? 0 : 1);

    /// <summary>Splits horizontally: along the second dimension, or the only one: PyTorch's <c>hsplit</c>.</summary>
    /// <param name="indices">The start positions of the parts after the first.</param>
    /// <returns>Views that share the tensor's memory.</returns>
    /// <exception cref="TorchException">The tensor has too few dimensions.</exception>
    /// <example><code>
    /// Torch.Ones(2, 4).Hsplit([1])[1].Shape   // torch.Size([2, 3])
    /// </code></example>
    [TorchFunction]
    public Tensor[] Hsplit(Shape indices) => Splittable("hsplit", 1).TensorSplit(indices, Dim() == 1 ? 0 : 1);

    /// <summary>Splits into equal parts vertically: along the first dimension: PyTorch's <c>vsplit</c>.</summary>
    /// <param name="sections">The number of parts.</param>
    /// <returns>Views that share the tensor's memory.</returns>
    /// <exception cref="TorchException">The tensor has too few dimensions, or the size is not divisible by the number of parts.</exception>
    /// <example><code>
    /// Torch.Ones(4, 2).Vsplit(2)[1].Shape   // torch.Size([2, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor[] Vsplit(long sections) => SplitEvenly("vsplit", sections, 2, 0);

    /// <summary>Splits vertically: along the first dimension: PyTorch's <c>vsplit</c>.</summary>
    /// <param name="indices">The start positions of the parts after the first.</param>
    /// <returns>Views that share the tensor's memory.</returns>
    /// <exception cref="TorchException">The tensor has too few dimensions.</exception>
    /// <example><code>
    /// Torch.Ones(4, 2).Vsplit([1])[1].Shape   // torch.Size([3, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor[] Vsplit(Shape indices) => Splittable("vsplit", 2).TensorSplit(indices, 0);

    /// <summary>Splits into equal parts depthwise: along the third dimension: PyTorch's <c>dsplit</c>.</summary>
    /// <param name="sections">The number of parts.</param>
    /// <returns>Views that share the tensor's memory.</returns>
    /// <exception cref="TorchException">The tensor has too few dimensions, or the size is not divisible by the number of parts.</exception>
    /// <example><code>
    /// Torch.Ones(1, 1, 4).Dsplit(2)[1].Shape   // torch.Size([1, 1, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor[] Dsplit(long sections) => SplitEvenly("dsplit", sections, 3, 2);

    /// <summary>Splits depthwise: along the third dimension: PyTorch's <c>dsplit</c>.</summary>
    /// <param name="indices">The start positions of the parts after the first.</param>
    /// <returns>Views that share the tensor's memory.</returns>
    /// <exception cref="TorchException">The tensor has too few dimensions.</exception>
    /// <example><code>
    /// Torch.Ones(1, 1, 4).Dsplit([1])[1].Shape   // torch.Size([1, 1, 3])
    /// </code></example>
    [TorchFunction]
    public Tensor[] Dsplit(Shape indices) => Splittable("dsplit", 3).TensorSplit(indices, 2);

    /// <summary>The slices along a dimension, which is removed: PyTorch's <c>unbind</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>One view for each element of the dimension.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2], [3, 4]]).Unbind()[1]   // tensor([3, 4])
    /// </code></example>
    [TorchFunction]
    public Tensor[] Unbind(long dim = 0) =>
        Gate.DirectMany(static (t, dim) => Exports.Unbind(t, HandleArray.Room, dim), NotTooMany(this, PartsAlong(dim)), dim);

    /// <summary>
    /// Parts of equal size along a dimension, as <c>chunk</c>, whose results autograd treats as unrelated: one of them may be changed in
    /// place: PyTorch's <c>unsafe_chunk</c>.
    /// </summary>
    /// <param name="chunks">The number of parts; the last may be smaller, or there may be fewer.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>Views of this tensor.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The number is not positive, or the tensor has no dimension.</exception>
    /// <example><code>
    /// Torch.Arange(5).UnsafeChunk(2)[1]   // tensor([3, 4])
    /// </code></example>
    [TorchFunction]
    public Tensor[] UnsafeChunk(long chunks, long dim = 0) => Script.Many(
        $"torch.unsafe_chunk({OfChunks(chunks, dim)}, {chunks}, {dim})");

    /// <summary>
    /// Parts of equal size along a dimension, as <c>split</c>, whose results autograd treats as unrelated: one of them may be changed in
    /// place: PyTorch's <c>unsafe_split</c>.
    /// </summary>
    /// <param name="splitSize">The size of a part; the last may be smaller.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>Views of this tensor.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The number is not positive, or the tensor has no dimension.</exception>
    /// <example><code>
    /// Torch.Arange(5).UnsafeSplit(2)[1]   // tensor([2, 3])
    /// </code></example>
    [TorchFunction]
    public Tensor[] UnsafeSplit(long splitSize, long dim = 0) => Script.Many(
        $"torch.unsafe_split({NotTooMany(this, PartsAlong(dim) / Math.Max(splitSize, 1))}, {splitSize}, {dim})");

    private Tensor Splittable(string op, long least) => Dim() >= least
        ? this
        : throw new TorchException(
            $"torch.{op} requires a tensor with at least {least} dimension, but got a tensor with {Dim()} dimensions!");

    private Tensor[] SplitEvenly(string op, long sections, long least, long dim)
    {
        var size = Splittable(op, least).Size(dim);
        return sections > 0 && size % sections == 0
            ? TensorSplit(sections, dim)
            : throw new TorchException(
                $"torch.{op} attempted to split along dimension {dim}, but the size of the dimension {size} "
                + $"is not divisible by the split_size {sections}!");
    }

    internal long PartsAlong(long dim) => Dim() > 0 && dim >= -Dim() && dim < Dim() ? Size(dim) : 0;

    // Of nothing there are as many chunks as one asks for.
    internal Tensor OfChunks(long chunks, long dim) =>
        NotTooMany(this, PartsAlong(dim) is not 0 and var size ? Math.Min(chunks, size) : chunks);

    internal static long Sections(Tensor indicesOrSections) =>
        indicesOrSections.Dim() == 0 && indicesOrSections.DType == DType.Int64 && indicesOrSections.IsCpu
            ? indicesOrSections.Item<long>() : 0;
}
