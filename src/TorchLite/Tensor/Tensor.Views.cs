using System.Runtime.CompilerServices;

namespace TorchLite;

/// <content>Other shapes of the same memory.</content>
public sealed partial class Tensor
{
    /// <summary>The same elements in another shape, without a copy: PyTorch's <c>view</c>.</summary>
    /// <param name="shape">The new sizes; one of them may be -1 and follows from the others.</param>
    /// <returns>A view, which shares the memory.</returns>
    /// <exception cref="TorchException">
    /// The number of elements differs, or the memory cannot be seen that way; <see cref="Reshape"/> copies then.
    /// </exception>
    /// <example><code>
    /// Torch.Arange(6).View(2, 3)
    /// // tensor([[0, 1, 2],
    /// //         [3, 4, 5]])
    /// Torch.Arange(6).View(-1, 2).Shape   // torch.Size([3, 2])
    /// Torch.Ones(2, 3).View(4)   // TorchException: shape '[4]' is invalid for input of size 6
    /// </code></example>
    public Tensor View(params ReadOnlySpan<long> shape) =>
        Gate.Direct(static (t, to) => Exports.View(t, to, to.Length), this, shape.ToArray());

    /// <summary>The same memory read as another dtype: PyTorch's <c>view(dtype)</c>.</summary>
    /// <param name="dtype">The dtype; where its size differs, the last dimension changes accordingly.</param>
    /// <returns>A view, which shares the memory.</returns>
    /// <exception cref="TorchException">The memory of the last dimension does not divide into elements of that size.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0]).View(DType.Int32)   // tensor([1065353216], dtype=torch.int32)
    /// </code></example>
    public Tensor View(DType dtype) => Dispatcher.ViewDType(this, dtype);

    /// <summary>The same elements in the shape of another tensor, without a copy: PyTorch's <c>view_as</c>.</summary>
    /// <param name="other">The tensor whose shape to take.</param>
    /// <returns>A view, which shares the memory.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">The number of elements differs, or the memory cannot be seen that way.</exception>
    /// <example><code>
    /// Torch.Arange(4).ViewAs(Torch.Ones(2, 2))
    /// // tensor([[0, 1],
    /// //         [2, 3]])
    /// </code></example>
    public Tensor ViewAs(Tensor other) => View(Given(other).Shape.AsSpan());

    /// <summary>The same elements in another shape: a view where that is possible, else a copy: PyTorch's <c>reshape</c>.</summary>
    /// <param name="shape">The new sizes; one of them may be -1 and follows from the others.</param>
    /// <returns>A view or a new tensor.</returns>
    /// <exception cref="TorchException">The number of elements differs.</exception>
    /// <example><code>
    /// Torch.Arange(6).Reshape(3, 2).T.Reshape(6)   // tensor([0, 2, 4, 1, 3, 5])
    /// </code></example>
    [TorchFunction]
    public Tensor Reshape(params ReadOnlySpan<long> shape) => 
        Gate.Direct(static (t, to) => Exports.Reshape(t, to, to.Length), this, shape.ToArray());

    /// <summary>The same elements in the shape of another tensor: PyTorch's <c>reshape_as</c>.</summary>
    /// <param name="other">The tensor whose shape to take.</param>
    /// <returns>A view or a new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">The number of elements differs.</exception>
    /// <example><code>
    /// Torch.Arange(4).ReshapeAs(Torch.Ones(2, 2))
    /// // tensor([[0, 1],
    /// //         [2, 3]])
    /// </code></example>
    public Tensor ReshapeAs(Tensor other) => Reshape(Given(other).Shape.AsSpan());

    /// <summary>Several dimensions as one: PyTorch's <c>flatten</c>.</summary>
    /// <param name="startDim">The first dimension.</param>
    /// <param name="endDim">The last dimension.</param>
    /// <returns>A view where that is possible, else a copy.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The last dimension stands before the first.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3, 4).Flatten().Shape   // torch.Size([24])
    /// Torch.Ones(2, 3, 4).Flatten(startDim: 1).Shape   // torch.Size([2, 12])
    /// </code></example>
    [TorchFunction]
    public Tensor Flatten(long startDim = 0, long endDim = -1) =>
        Gate.Direct(static (t, a) => Exports.Flatten(t, a.startDim, a.endDim), this, (startDim, endDim));

    /// <summary>One dimension as several: PyTorch's <c>unflatten</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="sizes">The sizes it becomes; one of them may be -1.</param>
    /// <returns>A view, which shares the memory.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The product of the sizes is not the size of the dimension.</exception>
    /// <example><code>
    /// Torch.Ones(6, 2).Unflatten(0, 2, 3).Shape   // torch.Size([2, 3, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor Unflatten(long dim, params ReadOnlySpan<long> sizes) =>
        Gate.Direct(static (t, a) => Exports.Unflatten(t, a.dim, a.Sizes, a.Sizes.Length), this, (dim, Sizes: sizes.ToArray()));

    /// <summary>All elements in one dimension: PyTorch's <c>ravel</c>.</summary>
    /// <returns>A view where that is possible, else a copy.</returns>
    /// <example><code>
    /// Torch.Ones(2, 3).Ravel().Shape   // torch.Size([6])
    /// </code></example>
    [TorchFunction]
    public Tensor Ravel() => Gate.Direct(static t => Exports.Ravel(t), this);

    /// <summary>Leaves out every dimension of size 1: PyTorch's <c>squeeze</c>.</summary>
    /// <returns>A view, which shares the memory.</returns>
    /// <example><code>
    /// Torch.Ones(1, 3, 1).Squeeze().Shape   // torch.Size([3])
    /// </code></example>
    [TorchFunction]
    public Tensor Squeeze() => Gate.Direct(static t => Exports.Squeeze(t), this);

    /// <summary>Leaves out these dimensions where they have size 1: PyTorch's <c>squeeze</c>.</summary>
    /// <param name="dim">The dimension or dimensions; negative counts from the end.</param>
    /// <returns>A view, which shares the memory.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <example><code>
    /// Torch.Ones(1, 3, 1).Squeeze(0).Shape   // torch.Size([3, 1])
    /// </code></example>
    [TorchFunction]
    public Tensor Squeeze(Dims dim) => dim.Values is [var one]
        ? Gate.Direct(static (t, one) => Exports.Squeeze(t, one), this, one)
        : Script.Run($"torch.squeeze({this}, {(Dims?)dim})");

    /// <summary>Puts a dimension of size 1 before another: PyTorch's <c>unsqueeze</c>.</summary>
    /// <param name="dim">Before which dimension; -1 is behind the last.</param>
    /// <returns>A view, which shares the memory.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <example><code>
    /// Torch.Ones(3).Unsqueeze(0).Shape   // torch.Size([1, 3])
    /// Torch.Ones(3).Unsqueeze(-1).Shape   // torch.Size([3, 1])
    /// </code></example>
    [TorchFunction]
    public Tensor Unsqueeze(long dim) => Gate.Direct(static (t, dim) => Exports.Unsqueeze(t, dim), this, dim);

    /// <summary>Two dimensions swapped: PyTorch's <c>transpose</c>.</summary>
    /// <param name="dim0">One dimension.</param>
    /// <param name="dim1">The other dimension.</param>
    /// <returns>A view, which shares the memory.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3, 4).Transpose(0, 2).Shape   // torch.Size([4, 3, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor Transpose(long dim0, long dim1) => 
        Gate.Direct(static (t, a) => Exports.Transpose(t, a.dim0, a.dim1), this, (dim0, dim1));

    /// <summary>Another name of <see cref="Transpose"/>: PyTorch's <c>swapaxes</c>.</summary>
    /// <param name="axis0">One dimension.</param>
    /// <param name="axis1">The other dimension.</param>
    /// <returns>A view, which shares the memory.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3, 4).Swapaxes(0, 2).Shape   // torch.Size([4, 3, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor Swapaxes(long axis0, long axis1) => Transpose(axis0, axis1);

    /// <summary>Another name of <see cref="Transpose"/>: PyTorch's <c>swapdims</c>.</summary>
    /// <param name="dim0">One dimension.</param>
    /// <param name="dim1">The other dimension.</param>
    /// <returns>A view, which shares the memory.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3, 4).Swapdims(0, 2).Shape   // torch.Size([4, 3, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor Swapdims(long dim0, long dim1) => Transpose(dim0, dim1);

    /// <summary>The dimensions in reverse order; for a matrix, rows and columns swapped, as a view: PyTorch's <c>T</c>.</summary>
    /// <exception cref="TorchException">libtorch no longer reverses this many dimensions.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3).T.Shape   // torch.Size([3, 2])
    /// </code></example>
    public Tensor T => Permute([.. Enumerable.Range(0, (int)Dim()).Reverse().Select(static d => (long)d)]);

    /// <summary>The last two dimensions swapped, as a view: PyTorch's <c>mT</c>.</summary>
    /// <exception cref="TorchException">There are fewer than two dimensions.</exception>
    /// <example><code>
    /// Torch.Ones(5, 2, 3).MT.Shape   // torch.Size([5, 3, 2])
    /// </code></example>
    public Tensor MT => Gate.Direct(static t => Exports.MT(t), this);

    /// <summary>The matrix transposed and conjugated, as a view: PyTorch's <c>H</c>.</summary>
    /// <exception cref="TorchException">There are not two dimensions.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3).H.Shape   // torch.Size([3, 2])
    /// </code></example>
    public Tensor H => Dim() is 0 or 2
        ? MH
        : throw new TorchException(
            $"tensor.H is only supported on matrices (2-D tensors). Got {Dim()}-D tensor."
            + (Dim() > 2 ? " For batches of matrices, consider using tensor.mH" : ""));

    /// <summary>The last two dimensions swapped, and conjugated, as a view: PyTorch's <c>mH</c>.</summary>
    /// <exception cref="TorchException">There are fewer than two dimensions.</exception>
    /// <example><code>
    /// Torch.Ones(5, 2, 3).MH.Shape   // torch.Size([5, 3, 2])
    /// </code></example>
    public Tensor MH => Gate.Direct(static t => Exports.MH(t), this);

    /// <summary>The dimensions in another order: PyTorch's <c>permute</c>.</summary>
    /// <param name="dims">All dimensions, in the order wanted.</param>
    /// <returns>A view, which shares the memory.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">A dimension is missing or stands twice.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3, 4).Permute(2, 0, 1).Shape   // torch.Size([4, 2, 3])
    /// </code></example>
    [TorchFunction]
    public Tensor Permute(params ReadOnlySpan<long> dims) => 
        Gate.Direct(static (t, order) => Exports.Permute(t, order, order.Length), this, dims.ToArray());

    /// <summary>Dimensions moved to other places, the rest in their order: PyTorch's <c>movedim</c>.</summary>
    /// <param name="source">Where the dimensions are.</param>
    /// <param name="destination">Where they are to be.</param>
    /// <returns>A view, which shares the memory.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The lists differ in length, or a dimension stands twice.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3, 4).Movedim(0, -1).Shape   // torch.Size([3, 4, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor Movedim(Dims source, Dims destination) =>
        Gate.Direct(
            static (t, a) => Exports.Movedim(t, a.From, a.From.Length, a.To, a.To.Length), this,
            (From: source.Values, To: destination.Values));

    /// <summary>Another name of <see cref="Movedim"/>: PyTorch's <c>moveaxis</c>.</summary>
    /// <param name="source">Where the dimensions are.</param>
    /// <param name="destination">Where they are to be.</param>
    /// <returns>A view, which shares the memory.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The lists differ in length, or a dimension stands twice.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3, 4).Moveaxis(0, -1).Shape   // torch.Size([3, 4, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor Moveaxis(Dims source, Dims destination) => Movedim(source, destination);

    /// <summary>Dimensions of size 1 repeated without a copy: PyTorch's <c>expand</c>.</summary>
    /// <param name="size">The new sizes; -1 leaves a size as it is.</param>
    /// <returns>A view, which shares the memory.</returns>
    /// <exception cref="TorchException">A size that is not 1 would change.</exception>
    /// <example><code>
    /// Torch.Tensor([[1], [2]]).Expand(2, 3)
    /// // tensor([[1, 1, 1],
    /// //         [2, 2, 2]])
    /// </code></example>
    public Tensor Expand(params ReadOnlySpan<long> size)
    {
        var result = Gate.Direct(static (t, to) => Exports.Expand(t, to, to.Length, false), this, size.ToArray());

        // Where the compiler was Microsoft's, libtorch does not see that the number of elements is none.
        if (size.ContainsAnyExceptInRange(-1, long.MaxValue))
        {
            result.Dispose();
            throw new TorchException("numel: integer multiplication overflow");
        }

        return result;
    }

    /// <summary>Dimensions of size 1 repeated to the shape of another tensor, without a copy: PyTorch's <c>expand_as</c>.</summary>
    /// <param name="other">The tensor whose shape to take.</param>
    /// <returns>A view, which shares the memory.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">A size that is not 1 would change.</exception>
    /// <example><code>
    /// Torch.Tensor([1]).ExpandAs(Torch.Ones(3))   // tensor([1, 1, 1])
    /// </code></example>
    public Tensor ExpandAs(Tensor other) => Expand(Given(other).Shape.AsSpan());

    /// <summary>The tensor broadcast to a shape, without a copy: PyTorch's <c>broadcast_to</c>.</summary>
    /// <param name="shape">The sizes.</param>
    /// <returns>A view, which shares the memory.</returns>
    /// <exception cref="TorchException">A size that is not 1 would change.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).BroadcastTo(2, 2)
    /// // tensor([[1, 2],
    /// //         [1, 2]])
    /// </code></example>
    [TorchFunction]
    public Tensor BroadcastTo(params ReadOnlySpan<long> shape) =>
        Gate.Direct(static (t, shape) => Exports.BroadcastTo(t, shape, shape.Length), this, shape.ToArray());

    /// <summary>A part of one dimension: PyTorch's <c>narrow</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="start">The first position.</param>
    /// <param name="length">How many.</param>
    /// <returns>A view, which shares the memory.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">The part reaches outside the dimension.</exception>
    /// <example><code>
    /// Torch.Arange(5).Narrow(0, 1, 3)   // tensor([1, 2, 3])
    /// </code></example>
    [TorchFunction]
    public Tensor Narrow(long dim, long start, long length) =>
        Gate.Direct(static (t, a) => Exports.Narrow(t, a.dim, a.start, a.length), this, (dim, start, length));

    /// <summary>A part of a dimension, whose beginning a tensor without dimensions tells: PyTorch's <c>narrow</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="start">The first position, a whole number; negative counts from the end.</param>
    /// <param name="length">How many positions.</param>
    /// <returns>A view, which shares the memory.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="start"/> is null.</exception>
    /// <exception cref="TorchIndexException">There is no such dimension or position.</exception>
    /// <exception cref="TorchException">The part does not lie within the dimension, or the start is no whole number.</exception>
    /// <example><code>
    /// Torch.Arange(5).Narrow(0, Torch.Tensor(1), 3)   // tensor([1, 2, 3])
    /// </code></example>
    [TorchFunction]
    public Tensor Narrow(long dim, Tensor start, long length) => Script.Run($"torch.narrow({this}, {dim}, {Given(start)}, {length})");

    /// <summary>One element of a dimension, which goes away: PyTorch's <c>select</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="index">Its position; negative counts from the end.</param>
    /// <returns>A view, which shares the memory.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension or position.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2], [3, 4]]).Select(1, 0)   // tensor([1, 3])
    /// </code></example>
    [TorchFunction]
    public Tensor Select(long dim, long index) => Gate.Direct(static (t, a) => Exports.Select(t, a.dim, a.index), this, (dim, index));

    /// <summary>The elements of a dimension, which goes away: PyTorch's <c>unbind</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <returns>As many views as the dimension has elements.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2], [3, 4]]).Unbind()[1]   // tensor([3, 4])
    /// </code></example>
    [TorchFunction]
    public Tensor[] Unbind(long dim = 0) =>
        Gate.DirectMany(static (t, dim) => Exports.Unbind(t, HandleArray.Room, dim), OfParts(PartsAlong(dim)), dim);

    /// <summary>The diagonal of two dimensions, as the last dimension: PyTorch's <c>diagonal</c>.</summary>
    /// <param name="offset">0: the main diagonal; above it positive, below it negative.</param>
    /// <param name="dim1">The dimension of the rows.</param>
    /// <param name="dim2">The dimension of the columns.</param>
    /// <returns>A view, which shares the memory.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2], [3, 4]]).Diagonal()   // tensor([1, 4])
    /// </code></example>
    [TorchFunction]
    public Tensor Diagonal(long offset = 0, long dim1 = 0, long dim2 = 1) =>
        Wrap0(dim1) == Wrap0(dim2)
            ? throw new TorchException($"diagonal dimensions cannot be identical {dim1}, {dim2}")
            : Gate.Direct(static (t, a) => Exports.Diagonal(t, a.offset, a.dim1, a.dim2), this, (offset, dim1, dim2));

    /// <summary>The tensor, with dimensions of size 1 added to make 1: PyTorch's <c>atleast_1d</c>.</summary>
    /// <returns>A view, which shares the memory.</returns>
    /// <example><code>
    /// Torch.Tensor(1).Atleast1d().Shape   // torch.Size([1])
    /// </code></example>
    [TorchFunction]
    public Tensor Atleast1d() => Gate.Direct(static t => Exports.Atleast1d(t), this);

    /// <summary>The tensor, with dimensions of size 1 added to make 2: PyTorch's <c>atleast_2d</c>.</summary>
    /// <returns>A view, which shares the memory.</returns>
    /// <example><code>
    /// Torch.Tensor(1).Atleast2d().Shape   // torch.Size([1, 1])
    /// </code></example>
    [TorchFunction]
    public Tensor Atleast2d() => Gate.Direct(static t => Exports.Atleast2d(t), this);

    /// <summary>The tensor, with dimensions of size 1 added to make 3: PyTorch's <c>atleast_3d</c>.</summary>
    /// <returns>A view, which shares the memory.</returns>
    /// <example><code>
    /// Torch.Tensor(1).Atleast3d().Shape   // torch.Size([1, 1, 1])
    /// </code></example>
    [TorchFunction]
    public Tensor Atleast3d() => Gate.Direct(static t => Exports.Atleast3d(t), this);

    // From the last to the first, so that leaving one out does not move the others.
    private long[] SortedDims(Dims dims)
    {
        long[] sorted = [.. dims.Values.Select(Wrap0).OrderDescending()];
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] == sorted[i - 1])
            {
                throw new TorchException($"dim {sorted[i]} appears multiple times in the list of dims");
            }
        }

        return sorted;
    }

    // A tensor without dimensions allows -1 and 0, as PyTorch's checks of a dimension do.
    private long Wrap0(long dim) => Dim() == 0 && dim is 0 or -1 ? 0 : Wrap(dim);

    internal static Tensor Given(Tensor? tensor, [CallerArgumentExpression(nameof(tensor))] string? name = null) =>
        tensor ?? throw new ArgumentNullException(name);
}
