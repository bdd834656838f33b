namespace TorchLite;

/// <content>Repeating, turning, cutting.</content>
public sealed partial class Tensor
{
    /// <summary>A copy, through which gradients flow: PyTorch's <c>clone</c>.</summary>
    /// <returns>A new tensor.</returns>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Clone()   // tensor([1, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor Clone() => Gate.Direct(static t => Exports.Clone(t), this);

    /// <summary>The tensor repeated along its dimensions: PyTorch's <c>repeat</c>.</summary>
    /// <param name="repeats">How often, for each dimension; more numbers than dimensions add dimensions in front.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">There are fewer numbers than dimensions, or one is negative.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Repeat(2, 2)
    /// // tensor([[1, 2, 1, 2],
    /// //         [1, 2, 1, 2]])
    /// </code></example>
    public Tensor Repeat(params ReadOnlySpan<long> repeats) =>
        Gate.Direct(static (t, repeats) => Exports.Repeat(t, repeats, repeats.Length), this, Arguments.Repeats(repeats));

    /// <summary>The tensor repeated along its dimensions, the last ones first: PyTorch's <c>tile</c>.</summary>
    /// <param name="dims">How often, for each dimension; fewer numbers than dimensions stand for the last ones.</param>
    /// <returns>A new tensor.</returns>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Tile(2)   // tensor([1, 2, 1, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor Tile(params ReadOnlySpan<long> dims) =>
        Gate.Direct(static (t, dims) => Exports.Tile(t, dims, dims.Length), this, Arguments.Repeats(dims));

    /// <summary>The elements in reverse order along dimensions: PyTorch's <c>flip</c>.</summary>
    /// <param name="dims">The dimension or dimensions; negative counts from the end.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2], [3, 4]]).Flip(0, 1)
    /// // tensor([[4, 3],
    /// //         [2, 1]])
    /// </code></example>
    [TorchFunction]
    public Tensor Flip(params ReadOnlySpan<long> dims) =>
        Gate.Direct(static (t, dims) => Exports.Flip(t, dims, dims.Length), this, dims.ToArray());

    /// <summary>The columns in reverse order: PyTorch's <c>fliplr</c>.</summary>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="TorchException">There are fewer than two dimensions.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2], [3, 4]]).Fliplr()
    /// // tensor([[2, 1],
    /// //         [4, 3]])
    /// </code></example>
    [TorchFunction]
    public Tensor Fliplr() => Gate.Direct(static t => Exports.Fliplr(t), this);

    /// <summary>The rows in reverse order: PyTorch's <c>flipud</c>.</summary>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="TorchException">There is no dimension.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2], [3, 4]]).Flipud()
    /// // tensor([[3, 4],
    /// //         [1, 2]])
    /// </code></example>
    [TorchFunction]
    public Tensor Flipud() => Gate.Direct(static t => Exports.Flipud(t), this);

    /// <summary>The elements moved along dimensions; what falls off the end comes in at the beginning: PyTorch's <c>roll</c>.</summary>
    /// <param name="shifts">By how many places, for each of the dimensions.</param>
    /// <param name="dims">The dimensions; null: the tensor as if it had one.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">There are not as many shifts as dimensions.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3]).Roll(1)   // tensor([3, 1, 2])
    /// Torch.Tensor([[1, 2], [3, 4]]).Roll(1, 1)
    /// // tensor([[2, 1],
    /// //         [4, 3]])
    /// </code></example>
    [TorchFunction]
    public Tensor Roll(Dims shifts, Dims? dims = null) =>
        Gate.Direct(
            static (t, a) => Exports.Roll(t, a.Shifts, a.Shifts.Length, a.Along, a.Along.Length), this,
            OnceForEachDimension(shifts.Values, dims?.Values ?? []));

    // libtorch calls itself for each shift, and ten thousand are more than the stack holds: those along one dimension are one.
    private (long[] Shifts, long[] Along) OnceForEachDimension(long[] shifts, long[] dims)
    {
        var sizes = Shape;
        if (dims.Length != shifts.Length || dims.Length <= sizes.Count
            || !Array.TrueForAll(dims, dim => dim >= -sizes.Count && dim < sizes.Count))
        {
            return (shifts, dims);
        }

        var sums = new Int128[sizes.Count];
        for (var i = 0; i < dims.Length; i++)
        {
            var dim = (int)Wrap(dims[i]);
            sums[dim] = sizes[dim] == 0 ? 0 : (sums[dim] + shifts[i]) % sizes[dim];
        }

        return (Array.ConvertAll(sums, static sum => (long)sum), [.. Enumerable.Range(0, sums.Length).Select(static dim => (long)dim)]);
    }

    /// <summary>Turned by quarters of a circle in the plane of two dimensions: PyTorch's <c>rot90</c>.</summary>
    /// <param name="k">How many quarters, from the first dimension towards the second.</param>
    /// <param name="dims">The two dimensions; null: 0 and 1.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">There are not two different dimensions.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2], [3, 4]]).Rot90()
    /// // tensor([[2, 4],
    /// //         [1, 3]])
    /// </code></example>
    [TorchFunction]
    public Tensor Rot90(long k = 1, Dims? dims = null) =>
        Gate.Direct(static (t, a) => Exports.Rot90(t, a.k, a.Plane.From, a.Plane.To), this, (k, Plane: PlaneOf(dims)));

    /// <summary>Each element repeated: PyTorch's <c>repeat_interleave</c>.</summary>
    /// <param name="repeats">How often.</param>
    /// <param name="dim">The dimension; null: all elements in one dimension.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).RepeatInterleave(2)   // tensor([1, 1, 2, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor RepeatInterleave(long repeats, long? dim = null) =>
        Gate.Direct(
            static (t, a) => Exports.RepeatInterleave(t, a.repeats, a.dim ?? long.MinValue, long.MinValue), this, (repeats, dim));

    /// <summary>Each element repeated as often as a tensor says: PyTorch's <c>repeat_interleave</c>.</summary>
    /// <param name="repeats">How often, for each element: int64, of one dimension.</param>
    /// <param name="dim">The dimension; null: all elements in one dimension.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="repeats"/> is null.</exception>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">There are not as many numbers as elements.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).RepeatInterleave(Torch.Tensor([1, 3]))   // tensor([1, 2, 2, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor RepeatInterleave(Tensor repeats, long? dim = null) =>
        Gate.Direct(
            static (t, r, dim) => Exports.RepeatInterleave(t, r, dim ?? long.MinValue, long.MinValue), this, repeats, dim);

    /// <summary>A dimension cut into parts of equal size, the last one shorter: PyTorch's <c>chunk</c>.</summary>
    /// <param name="chunks">How many.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>At most so many views.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The number is not positive.</exception>
    /// <example><code>
    /// Torch.Arange(5).Chunk(2)[0]   // tensor([0, 1, 2])
    /// Torch.Arange(5).Chunk(2)[1]   // tensor([3, 4])
    /// </code></example>
    [TorchFunction]
    public Tensor[] Chunk(long chunks, long dim = 0) =>
        Gate.DirectMany(static (t, a) => Exports.Chunk(t, HandleArray.Room, a.chunks, a.dim), OfChunks(chunks, dim), (chunks, dim));

    /// <summary>A dimension cut into parts of a size, the last one shorter: PyTorch's <c>split</c>.</summary>
    /// <param name="splitSize">The size of a part.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>The views.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The size is not positive.</exception>
    /// <example><code>
    /// Torch.Arange(5).Split(2)[2]   // tensor([4])
    /// </code></example>
    [TorchFunction]
    public Tensor[] Split(long splitSize, long dim = 0) =>
        Gate.DirectMany(
            static (t, a) => Exports.Split(t, HandleArray.Room, a.splitSize, a.dim),
            OfParts(PartsAlong(dim) / Math.Max(splitSize, 1)), (splitSize, dim));

    /// <summary>A dimension cut into parts of given sizes: PyTorch's <c>split</c>.</summary>
    /// <param name="splitSizes">The size of each part.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>The views.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The sizes do not add up to the size of the dimension.</exception>
    /// <example><code>
    /// Torch.Arange(5).Split([1, 4])[1]   // tensor([1, 2, 3, 4])
    /// </code></example>
    [TorchFunction]
    public Tensor[] Split(Shape splitSizes, long dim = 0) =>
        Gate.DirectMany(
            static (t, a) => Exports.Split(t, HandleArray.Room, a.Sizes, a.Sizes.Length, a.dim), this,
            (Sizes: splitSizes.ToArray(), dim));

    /// <summary>
    /// A dimension cut into a number of parts, the first ones one longer where it does not divide: PyTorch's <c>tensor_split</c>.
    /// </summary>
    /// <param name="sections">How many.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>The views.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The number is not positive.</exception>
    /// <example><code>
    /// Torch.Arange(5).TensorSplit(2)[0]   // tensor([0, 1, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor[] TensorSplit(long sections, long dim = 0) =>
        Gate.DirectMany(
            static (t, a) => Exports.TensorSplit(t, HandleArray.Room, a.sections, a.dim), OfParts(sections), (sections, dim));

    /// <summary>A dimension cut before given positions: PyTorch's <c>tensor_split</c>.</summary>
    /// <param name="indices">Before which positions.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>The views.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <example><code>
    /// Torch.Arange(5).TensorSplit([1, 3])[1]   // tensor([1, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor[] TensorSplit(Shape indices, long dim = 0) =>
        Gate.DirectMany(
            static (t, a) => Exports.TensorSplit(t, HandleArray.Room, a.Indices, a.Indices.Length, a.dim), this,
            (Indices: indices.ToArray(), dim));

    /// <summary>A dimension cut as a tensor tells: PyTorch's <c>tensor_split</c>.</summary>
    /// <param name="tensorIndicesOrSections">
    /// Before which positions, or, without dimensions, into how many parts; of dtype int64 and on the CPU.
    /// </param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>The views.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensorIndicesOrSections"/> is null.</exception>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The tensor has more than one dimension, or another dtype.</exception>
    /// <example><code>
    /// Torch.Arange(5).TensorSplit(Torch.Tensor([1, 3]))[1]   // tensor([1, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor[] TensorSplit(Tensor tensorIndicesOrSections, long dim = 0) =>
        Script.Several($"torch.tensor_split({OfParts(Sections(Given(tensorIndicesOrSections)))}, {tensorIndicesOrSections}, {dim})");

    /// <summary>The lower triangle of matrices, zeros above: PyTorch's <c>tril</c>.</summary>
    /// <param name="diagonal">0: to the main diagonal; above it positive, below it negative.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="TorchException">There are fewer than two dimensions.</exception>
    /// <example><code>
    /// Torch.Ones(2, 2).Tril()
    /// // tensor([[1., 0.],
    /// //         [1., 1.]])
    /// </code></example>
    [TorchFunction]
    public Tensor Tril(long diagonal = 0) => Gate.Direct(static (t, k) => Exports.Tril(t, k, false), this, diagonal);

    /// <summary>The upper triangle of matrices, zeros below: PyTorch's <c>triu</c>.</summary>
    /// <param name="diagonal">0: from the main diagonal; above it positive, below it negative.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="TorchException">There are fewer than two dimensions.</exception>
    /// <example><code>
    /// Torch.Ones(2, 2).Triu()
    /// // tensor([[1., 1.],
    /// //         [0., 1.]])
    /// </code></example>
    [TorchFunction]
    public Tensor Triu(long diagonal = 0) => Gate.Direct(static (t, k) => Exports.Triu(t, k, false), this, diagonal);

    /// <summary>The diagonal of a matrix, or the matrix with a vector as its diagonal: PyTorch's <c>diag</c>.</summary>
    /// <param name="diagonal">0: the main diagonal; above it positive, below it negative.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">There are neither one nor two dimensions.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Diag()
    /// // tensor([[1, 0],
    /// //         [0, 2]])
    /// Torch.Tensor([[1, 2], [3, 4]]).Diag()   // tensor([1, 4])
    /// </code></example>
    [TorchFunction]
    public Tensor Diag(long diagonal = 0) =>
        Gate.Direct(static (t, k) => Exports.Diag(t, k), this, OfDiagonal(diagonal, static t => t.Dim() == 1 ? t.Numel() : 0));

    // A square that has such a diagonal may be too large to be told; where the compiler was Microsoft's, libtorch reads memory then that is
    // not there. The number is C++'s, which has overflowed.
    private long OfDiagonal(long offset, Func<Tensor, long> length) =>
        offset is > long.MinValue / -4 or < long.MinValue / 4 && unchecked(length(this) + Math.Max(offset, -offset)) is < 0 and var size
            ? throw new TorchException($"IntArrayRef contains an int that cannot be represented as a SymInt: {size}")
            : offset;

    private static (long From, long To) PlaneOf(Dims? dims)
    {
        var plane = dims?.Values ?? [0, 1];
        return plane.Length == 2
            ? (plane[0], plane[1])
            : throw new TorchException($"expected total rotation dims == 2, but got dims = {plane.Length}");
    }

    internal long PartsAlong(long dim) => Dim() > 0 && dim >= -Dim() && dim < Dim() ? Size(dim) : 0;

    // More parts than there is memory for: the system would end the process, if TorchSharp did not.
    internal Tensor OfParts(long count) =>
        count <= Arguments.MostParts ? this
        : throw (count < 1L << 60
            ? new TorchOutOfMemoryException("std::bad_alloc")
            : new TorchException("cannot create std::vector larger than max_size()"));

    // Of nothing there are as many chunks as one asks for.
    internal Tensor OfChunks(long chunks, long dim) => OfParts(PartsAlong(dim) is not 0 and var size ? Math.Min(chunks, size) : chunks);

    internal static long Sections(Tensor indicesOrSections) =>
        indicesOrSections.Dim() == 0 && indicesOrSections.DType == DType.Int64 && indicesOrSections.IsCpu
            ? indicesOrSections.Item<long>() : 0;
}
