namespace TorchLite;

/// <content>The same elements in another shape.</content>
public partial class Tensor
{
    /// <summary>The same elements in another shape, without a copy: PyTorch's <c>view</c>.</summary>
    /// <param name="shape">The new sizes; one of them may be -1 and is inferred from the others.</param>
    /// <returns>A view that shares the tensor's memory.</returns>
    /// <exception cref="TorchException">
    /// The number of elements differs, or the memory layout does not allow the view; <see cref="Reshape(ReadOnlySpan{long})"/> copies then.
    /// </exception>
    /// <example><code>
    /// Torch.Arange(6).View(2, 3)
    /// // tensor([[0, 1, 2],
    /// //         [3, 4, 5]])
    /// Torch.Arange(6).View(-1, 2).Shape   // torch.Size([3, 2])
    /// Torch.Ones(2, 3).View(4)   // TorchException: shape '[4]' is invalid for input of size 6
    /// </code></example>
    [ForFSharp]
    public Tensor View(params ReadOnlySpan<long> shape) =>
        Gate.Direct(static (t, to) => Exports.View(t, to, to.Length), this, shape.ToArray());

    /// <summary>The same memory read as another dtype: PyTorch's <c>view(dtype)</c>.</summary>
    /// <param name="dtype">The dtype; where its size differs, the last dimension changes accordingly.</param>
    /// <returns>A view that shares the tensor's memory.</returns>
    /// <exception cref="TorchException">The memory of the last dimension does not divide into elements of that size.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0]).View(DType.Int32)   // tensor([1065353216], dtype=torch.int32)
    /// </code></example>
    public Tensor View(DType dtype)
    {
        CheckResize(dtype);
        return IsCpu && !ForeignMemory.IsAligned(DataPtr(), dtype) ? throw ForeignMemory.Misaligned() : ViewOperator.Call(this, dtype);
    }

    private static readonly AtenOperator ViewOperator =
        new("aten::view", "dtype", "aten::view.dtype(Tensor(a) self, ScalarType dtype) -> Tensor(a)");

    private void CheckResize(DType dtype)
    {
        var (from, to) = (DType.Itemsize, dtype.Itemsize);
        if (from == to)
        {
            return;
        }

        var types = $"{DType.NativeName} as {dtype.NativeName} (different element sizes)";
        if (Dim() == 0)
        {
            throw new TorchException($"self.dim() cannot be 0 to view {types}");
        }

        var strides = Stride();
        if (strides[^1] != 1)
        {
            throw new TorchException(
                $"self.stride(-1) must be 1 to view {types}, but got {strides[^1]}");
        }

        var ratio = to / from;
        if (ratio > 1 && (Size(-1) % ratio != 0 || StorageOffset() % ratio != 0 || strides[..^1].Any(s => s % ratio != 0)))
        {
            throw new TorchException(
                Size(-1) % ratio != 0
                    ? $"self.size(-1) must be divisible by {ratio} to view {types}, but got {Size(-1)}"
                    : $"the tensor's memory does not divide into elements of {dtype}");
        }
    }

    /// <summary>The same elements in the shape of another tensor, without a copy: PyTorch's <c>view_as</c>.</summary>
    /// <param name="other">The tensor whose shape to take.</param>
    /// <returns>A view that shares the tensor's memory.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">The number of elements differs, or the memory layout does not allow the view.</exception>
    /// <example><code>
    /// Torch.Arange(4).ViewAs(Torch.Ones(2, 2))
    /// // tensor([[0, 1],
    /// //         [2, 3]])
    /// </code></example>
    public Tensor ViewAs(Tensor other) => View(NotNull(other).Shape.AsSpan());

    /// <summary>The same elements in another shape: a view where possible, otherwise a copy: PyTorch's <c>reshape</c>.</summary>
    /// <param name="shape">The new sizes; one of them may be -1 and is inferred from the others.</param>
    /// <returns>A view or a new tensor.</returns>
    /// <exception cref="TorchException">The number of elements differs.</exception>
    /// <example><code>
    /// Torch.Arange(6).Reshape(3, 2).T.Reshape(6)   // tensor([0, 2, 4, 1, 3, 5])
    /// </code></example>
    [TorchFunction]
    [ForFSharp]
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
    public Tensor ReshapeAs(Tensor other) => Reshape(NotNull(other).Shape.AsSpan());

    /// <summary>Flattens several dimensions into one: PyTorch's <c>flatten</c>.</summary>
    /// <param name="startDim">The first dimension.</param>
    /// <param name="endDim">The last dimension.</param>
    /// <returns>A view where possible; otherwise a copy.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The last dimension precedes the first.</exception>
    /// <example><code>
    /// Torch.Ones(2, 3, 4).Flatten().Shape   // torch.Size([24])
    /// Torch.Ones(2, 3, 4).Flatten(startDim: 1).Shape   // torch.Size([2, 12])
    /// </code></example>
    [TorchFunction]
    public Tensor Flatten(long startDim = 0, long endDim = -1) =>
        Gate.Direct(static (t, a) => Exports.Flatten(t, a.startDim, a.endDim), this, (startDim, endDim));

    /// <summary>Splits a dimension into several: PyTorch's <c>unflatten</c>.</summary>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    /// <param name="sizes">The new sizes; one of them may be -1.</param>
    /// <returns>A view that shares the tensor's memory.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">The product of the sizes is not the size of the dimension.</exception>
    /// <example><code>
    /// Torch.Ones(6, 2).Unflatten(0, 2, 3).Shape   // torch.Size([2, 3, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor Unflatten(long dim, params ReadOnlySpan<long> sizes)
    {
        Arguments.NoSymbols(sizes);
        return Gate.Direct(static (t, a) => Exports.Unflatten(t, a.dim, a.Sizes, a.Sizes.Length), this, (dim, Sizes: sizes.ToArray()));
    }

    /// <summary>All elements in one dimension: PyTorch's <c>ravel</c>.</summary>
    /// <returns>A view where possible; otherwise a copy.</returns>
    /// <example><code>
    /// Torch.Ones(2, 3).Ravel().Shape   // torch.Size([6])
    /// </code></example>
    [TorchFunction]
    public Tensor Ravel() => Gate.Direct(static t => Exports.Ravel(t), this);

    /// <summary>Removes all dimensions of size 1: PyTorch's <c>squeeze</c>.</summary>
    /// <returns>A view that shares the tensor's memory.</returns>
    /// <example><code>
    /// Torch.Ones(1, 3, 1).Squeeze().Shape   // torch.Size([3])
    /// </code></example>
    [TorchFunction]
    public Tensor Squeeze() => Gate.Direct(static t => Exports.Squeeze(t), this);

    /// <summary>Removes the given dimensions where they have size 1: PyTorch's <c>squeeze</c>.</summary>
    /// <param name="dim">The dimension or dimensions; negative counts from the end.</param>
    /// <returns>A view that shares the tensor's memory.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Ones(1, 3, 1).Squeeze(0).Shape   // torch.Size([3, 1])
    /// </code></example>
    [TorchFunction]
    public Tensor Squeeze(Dims dim) => dim.Values is [var one]
        ? Gate.Direct(static (t, one) => Exports.Squeeze(t, one), this, one)
        : Script.Run($"torch.squeeze({this}, {(Dims?)dim})");

    /// <summary>Removes all dimensions of size 1, in place: PyTorch's <c>squeeze_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <example><code>
    /// Torch.Ones(1, 2, 1).Squeeze_().Shape   // torch.Size([2])
    /// </code></example>
    public Tensor Squeeze_() => Gate.DirectInPlace(static t => Exports.Squeeze_(t), this);

    /// <summary>Removes the given dimensions where they have size 1, in place: PyTorch's <c>squeeze_</c>.</summary>
    /// <param name="dim">The dimensions; negative counts from the end.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">A dimension is named twice.</exception>
    /// <example><code>
    /// Torch.Ones(1, 2, 1).Squeeze_(0).Shape   // torch.Size([2, 1])
    /// </code></example>
    public Tensor Squeeze_(Dims dim) => dim.Values is [var one]
        ? Gate.DirectInPlace(static (t, one) => Exports.Squeeze_(t, one), this, one)
        : Script.InPlace(this, $"{this}.squeeze_({(Dims?)dim})");

    /// <summary>Inserts a dimension of size 1 before another: PyTorch's <c>unsqueeze</c>.</summary>
    /// <param name="dim">The dimension before which to insert the new one; -1 inserts after the last.</param>
    /// <returns>A view that shares the tensor's memory.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <example><code>
    /// Torch.Ones(3).Unsqueeze(0).Shape   // torch.Size([1, 3])
    /// Torch.Ones(3).Unsqueeze(-1).Shape   // torch.Size([3, 1])
    /// </code></example>
    [TorchFunction]
    public Tensor Unsqueeze(long dim) => Gate.Direct(static (t, dim) => Exports.Unsqueeze(t, dim), this, dim);

    /// <summary>Inserts a dimension of size 1, in place: PyTorch's <c>unsqueeze_</c>.</summary>
    /// <param name="dim">The position of the new dimension; negative counts from the end, after the last.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchIndexException">The position does not exist.</exception>
    /// <example><code>
    /// Torch.Ones(2).Unsqueeze_(0).Shape   // torch.Size([1, 2])
    /// </code></example>
    public Tensor Unsqueeze_(long dim) => Gate.DirectInPlace(static (t, dim) => Exports.Unsqueeze_(t, dim), this, dim);

    /// <summary>The tensor, with dimensions of size 1 added to make 1: PyTorch's <c>atleast_1d</c>.</summary>
    /// <returns>A view that shares the tensor's memory.</returns>
    /// <example><code>
    /// Torch.Tensor(1).Atleast1d().Shape   // torch.Size([1])
    /// </code></example>
    [TorchFunction]
    public Tensor Atleast1d() => Gate.Direct(static t => Exports.Atleast1d(t), this);

    /// <summary>The tensor, with dimensions of size 1 added to make 2: PyTorch's <c>atleast_2d</c>.</summary>
    /// <returns>A view that shares the tensor's memory.</returns>
    /// <example><code>
    /// Torch.Tensor(1).Atleast2d().Shape   // torch.Size([1, 1])
    /// </code></example>
    [TorchFunction]
    public Tensor Atleast2d() => Gate.Direct(static t => Exports.Atleast2d(t), this);

    /// <summary>The tensor, with dimensions of size 1 added to make 3: PyTorch's <c>atleast_3d</c>.</summary>
    /// <returns>A view that shares the tensor's memory.</returns>
    /// <example><code>
    /// Torch.Tensor(1).Atleast3d().Shape   // torch.Size([1, 1, 1])
    /// </code></example>
    [TorchFunction]
    public Tensor Atleast3d() => Gate.Direct(static t => Exports.Atleast3d(t), this);
}
