namespace TorchLite;

/// <content>Views of the memory as such: strides, windows, and complex numbers as pairs.</content>
public sealed partial class Tensor
{
    /// <summary>The memory seen with given sizes and steps: PyTorch's <c>as_strided</c>.</summary>
    /// <param name="size">The size of each dimension.</param>
    /// <param name="stride">How many elements to step over for each dimension.</param>
    /// <param name="storageOffset">The first element; null: where the tensor begins.</param>
    /// <returns>A view, which shares the memory.</returns>
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

    /// <summary>Windows that slide along a dimension; the last dimension holds the elements of each: PyTorch's <c>unfold</c>.</summary>
    /// <param name="dimension">The dimension; negative counts from the end.</param>
    /// <param name="size">The number of elements of a window.</param>
    /// <param name="step">How far a window is from the next.</param>
    /// <returns>A view, which shares the memory.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">A window is longer than the dimension, or the step is not positive.</exception>
    /// <example><code>
    /// Torch.Arange(5).Unfold(0, 3, 1)
    /// // tensor([[0, 1, 2],
    /// //         [1, 2, 3],
    /// //         [2, 3, 4]])
    /// </code></example>
    public Tensor Unfold(long dimension, long size, long step) =>
        Gate.Direct(static (t, a) => Exports.Unfold(t, a.dimension, a.size, a.step), this, (dimension, size, step));

    /// <summary>The tensor with its elements in row-major order without gaps: PyTorch's <c>contiguous</c>.</summary>
    /// <returns>A new tensor; this one where it is so already.</returns>
    /// <example><code>
    /// Torch.Ones(2, 3).T.Contiguous().IsContiguous()   // True
    /// </code></example>
    public Tensor Contiguous() => Gate.Direct(static t => Exports.Contiguous(t), this);

    /// <summary>A complex tensor as a real one with a last dimension of size 2: PyTorch's <c>view_as_real</c>.</summary>
    /// <returns>A view, which shares the memory.</returns>
    /// <exception cref="TorchException">The dtype is not complex.</exception>
    /// <example><code>
    /// Torch.Tensor([new System.Numerics.Complex(1, 2)]).ViewAsReal()   // tensor([[1., 2.]])
    /// </code></example>
    [TorchFunction]
    public Tensor ViewAsReal() => Gate.Direct(static t => Exports.ViewAsReal(t), this);

    /// <summary>A real tensor with a last dimension of size 2 as a complex one: PyTorch's <c>view_as_complex</c>.</summary>
    /// <returns>A view, which shares the memory.</returns>
    /// <exception cref="TorchException">
    /// The last dimension has not size 2, the dtype has no complex twin, or the memory is a .NET array of double that is not aligned.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0]).ViewAsComplex()   // tensor(1.+2.j)
    /// </code></example>
    [TorchFunction]
    public Tensor ViewAsComplex() =>
        DType == DType.Float64 && !ForeignMemory.IsAligned(DataPtr(), DType.Complex128)
            ? throw ForeignMemory.Misaligned()
            : Gate.Direct(static t => Exports.ViewAsComplex(t), this);
}
