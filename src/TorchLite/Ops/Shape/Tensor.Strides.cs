namespace TorchLite;

/// <content>Views of the memory with other strides, sizes or dtypes.</content>
public partial class Tensor
{
    /// <summary>A view of the memory with the given sizes and strides: PyTorch's <c>as_strided</c>.</summary>
    /// <param name="size">The size of each dimension.</param>
    /// <param name="stride">The stride of each dimension, in elements.</param>
    /// <param name="storageOffset">The first element; null: where the tensor begins.</param>
    /// <returns>A view that shares the tensor's memory.</returns>
    /// <exception cref="TorchException">The view would reach outside the memory, or a number is negative.</exception>
    /// <example><code>
    /// Torch.Arange(4).AsStrided([2, 2], [1, 2])
    /// // tensor([[0, 2],
    /// //         [1, 3]])
    /// </code></example>
    [TorchFunction]
    public Tensor AsStrided(Shape size, Shape stride, long? storageOffset = null) =>
        Gate.Direct(
            static (t, a) => Exports.AsStrided(t, a.Size, a.Size.Length, a.Stride, a.Stride.Length, a.Offset), this,
            (Size: size.ToArray(), Stride: stride.ToArray(), Offset: storageOffset ?? StorageOffset()));

    /// <summary>Sets other sizes and strides over the tensor's memory, in place: PyTorch's <c>as_strided_</c>.</summary>
    /// <param name="size">The size of each dimension.</param>
    /// <param name="stride">The stride of each dimension, in elements.</param>
    /// <param name="storageOffset">The first element; null: where the tensor begins.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The view would reach outside the memory, a number is negative, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Arange(4).AsStrided_([2, 2], [1, 2])
    /// // tensor([[0, 2],
    /// //         [1, 3]])
    /// </code></example>
    [TorchFunction]
    public Tensor AsStrided_(Shape size, Shape stride, long? storageOffset = null) =>
        Script.InPlace(this, $"{this}.as_strided_({size}, {stride}, {storageOffset})");

    /// <summary>Sliding windows along a dimension; the last dimension holds the elements of each: PyTorch's <c>unfold</c>.</summary>
    /// <param name="dimension">The dimension; negative counts from the end.</param>
    /// <param name="size">The number of elements of a window.</param>
    /// <param name="step">The step from one window to the next.</param>
    /// <returns>A view that shares the tensor's memory.</returns>
    /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
    /// <exception cref="TorchException">A window is longer than the dimension, or the step is not positive.</exception>
    /// <example><code>
    /// Torch.Arange(5).Unfold(0, 3, 1)
    /// // tensor([[0, 1, 2],
    /// //         [1, 2, 3],
    /// //         [2, 3, 4]])
    /// </code></example>
    public Tensor Unfold(long dimension, long size, long step) =>
        Gate.Direct(static (t, a) => Exports.Unfold(t, a.dimension, a.size, a.step), this, (dimension, size, step));

    /// <summary>A complex tensor as a real one with a last dimension of size 2: PyTorch's <c>view_as_real</c>.</summary>
    /// <returns>A view that shares the tensor's memory.</returns>
    /// <exception cref="TorchException">The dtype is not complex.</exception>
    /// <example><code>
    /// Torch.Tensor([new System.Numerics.Complex(1, 2)]).ViewAsReal()   // tensor([[1., 2.]])
    /// </code></example>
    [TorchFunction]
    public Tensor ViewAsReal() => Gate.Direct(static t => Exports.ViewAsReal(t), this);

    /// <summary>A real tensor with a last dimension of size 2 as a complex one: PyTorch's <c>view_as_complex</c>.</summary>
    /// <returns>A view that shares the tensor's memory.</returns>
    /// <exception cref="TorchException">
    /// The last dimension does not have size 2, there is no complex dtype of the same precision, or the memory is a .NET array of double
    /// that is not aligned.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0]).ViewAsComplex()   // tensor(1.+2.j)
    /// </code></example>
    [TorchFunction]
    public Tensor ViewAsComplex() =>
        DType == DType.Float64 && !ForeignMemory.IsAligned(DataPtr(), DType.Complex128)
            ? throw ForeignMemory.Misaligned()
            : Gate.Direct(static t => Exports.ViewAsComplex(t), this);

    /// <summary>
    /// Gives the tensor another shape, contiguous over the same memory, which grows where it must; what is new there is not initialized:
    /// PyTorch's <c>resize_</c>.
    /// </summary>
    /// <param name="sizes">The size of each dimension.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">A size is negative, or the tensor requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2], [3, 4], [5, 6]]).Resize_(2, 2)
    /// // tensor([[1, 2],
    /// //         [3, 4]])
    /// </code></example>
    public Tensor Resize_(params ReadOnlySpan<long> sizes)
    {
        var size = sizes.ToArray();
        Arguments.Countable(size);
        return Remade($"{this}.resize_({size})", []);
    }

    /// <summary>Resizes the tensor to the shape of another, as <c>resize_</c> does: PyTorch's <c>resize_as_</c>.</summary>
    /// <param name="tensor">The other tensor.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
    /// <exception cref="TorchException">The tensor requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2, 3, 4]).ResizeAs_(Torch.Zeros(2, 2))
    /// // tensor([[1, 2],
    /// //         [3, 4]])
    /// </code></example>
    [TorchFunction]
    public Tensor ResizeAs_(Tensor tensor) => Remade($"{this}.resize_as_({tensor})", []);

    /// <summary>
    /// Makes the tensor use the memory, shape and strides of another; both share the data afterwards: PyTorch's <c>set_</c>.
    /// </summary>
    /// <param name="source">The other tensor, of the same dtype and device.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is null.</exception>
    /// <exception cref="TorchException">The dtypes or devices differ, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// var x = Torch.Tensor([1, 2]);
    /// x.Set_(Torch.Tensor([7, 8, 9]))   // tensor([7, 8, 9])
    /// </code></example>
    public Tensor Set_(Tensor source) => Remade($"{this}.set_({SameDtype(source)})", [source]);

    /// <summary>Makes the tensor use the memory of another, with the given sizes and strides: PyTorch's <c>set_</c>.</summary>
    /// <param name="source">The other tensor, of the same dtype and device.</param>
    /// <param name="storageOffset">The first element.</param>
    /// <param name="size">The size of each dimension.</param>
    /// <param name="stride">The stride of each dimension, in elements; null: contiguous.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The memory is too small, the dtypes or devices differ, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([0]).Set_(Torch.Arange(6), 1, [2, 2], [3, 1])
    /// // tensor([[1, 2],
    /// //         [4, 5]])
    /// </code></example>
    public Tensor Set_(Tensor source, long storageOffset, Shape size, Shape? stride = null) =>
        Remade($"{this}.set_({SameDtype(source)}, {storageOffset}, {size}, {stride ?? default(Shape)})", [source]);

    /// <summary>Releases the tensor's memory, leaving it empty: PyTorch's <c>set_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Set_()   // tensor([], dtype=torch.int64)
    /// </code></example>
    public Tensor Set_() => Remade($"{this}.set_()", []);

    /// <summary>Whether both tensors are the same elements of the same memory: PyTorch's <c>is_set_to</c>.</summary>
    /// <param name="tensor">The other tensor.</param>
    /// <returns>Whether memory, offset, shape and strides are the same.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
    /// <example><code>
    /// var x = Torch.Tensor([1, 2]);
    /// x.IsSetTo(x.View(2))   // True
    /// x.IsSetTo(x.Clone())   // False
    /// </code></example>
    public bool IsSetTo(Tensor tensor) => Script.Run($"torch.tensor({this}.is_set_to({tensor}))").Item<bool>();

    /// <summary>Whether the tensor is in pinned memory, from which copies to a GPU are fast: PyTorch's <c>is_pinned</c>.</summary>
    /// <returns>True if it is; false where there is no GPU.</returns>
    /// <example><code>
    /// Torch.Tensor([1, 2]).IsPinned()   // False
    /// </code></example>
    public bool IsPinned() => Script.Run($"torch.tensor({this}.is_pinned())").Item<bool>();

    /// <summary>The tensor in pinned memory, from which copies to a GPU are fast: PyTorch's <c>pin_memory</c>.</summary>
    /// <returns>This tensor if it is pinned already; otherwise a copy.</returns>
    /// <exception cref="TorchException">There is no GPU, or the tensor is not on the CPU.</exception>
    /// <example><code>
    /// var x = Torch.Tensor([1, 2]);
    /// Torch.Cuda.IsAvailable() ? x.PinMemory() : x   // tensor([1, 2])
    /// </code></example>
    public Tensor PinMemory() => Script.Run($"{this}.pin_memory()");

    // libtorch would set the other dtype as well, and leave this object behind.
    private Tensor SameDtype(Tensor source) => NotNull(source).DType == DType
        ? source
        : throw new TorchException($"Could not set tensor of type {source.DType.CppName} to a tensor of type {DType.CppName}");

    // What may have other memory afterwards.
    private Tensor Remade(ScriptLine line, ReadOnlySpan<Tensor> others)
    {
        var before = StorageNow();
        Script.InPlace(this, line);
        Refresh(before, others);
        return this;
    }
}
