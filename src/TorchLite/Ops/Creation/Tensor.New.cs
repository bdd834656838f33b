namespace TorchLite;

/// <content>Tensors of the dtype and device of another.</content>
public partial class Tensor
{
    /// <summary>A tensor of zeros, of this tensor's dtype and device: PyTorch's <c>new_zeros</c>.</summary>
    /// <param name="size">The size of each dimension.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">A size is negative.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).NewZeros(2)   // tensor([0, 0])
    /// </code></example>
    public Tensor NewZeros(params ReadOnlySpan<long> size) => NewZeros(new Shape(size));

    /// <summary>A tensor of zeros, of this tensor's dtype and device if none is given: PyTorch's <c>new_zeros</c>.</summary>
    /// <param name="size">The size of each dimension.</param>
    /// <param name="dtype">The dtype; null: as this tensor.</param>
    /// <param name="device">The device; null: as this tensor.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the result.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">A size is negative.</exception>
    /// <example><code>
    /// Torch.Ones(1).NewZeros([2], dtype: DType.Float64)   // tensor([0., 0.], dtype=torch.float64)
    /// </code></example>
    [SizesOneByOne]
    public Tensor NewZeros(Shape size, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
        Torch.Empty(size, dtype ?? DType, device ?? Device).Zero_().AsCreated(requiresGrad);

    /// <summary>A tensor of ones, of this tensor's dtype and device: PyTorch's <c>new_ones</c>.</summary>
    /// <param name="size">The size of each dimension.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">A size is negative.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).NewOnes(2)   // tensor([1, 1])
    /// </code></example>
    public Tensor NewOnes(params ReadOnlySpan<long> size) => NewOnes(new Shape(size));

    /// <summary>A tensor of ones, of this tensor's dtype and device if none is given: PyTorch's <c>new_ones</c>.</summary>
    /// <param name="size">The size of each dimension.</param>
    /// <param name="dtype">The dtype; null: as this tensor.</param>
    /// <param name="device">The device; null: as this tensor.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the result.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">A size is negative.</exception>
    /// <example><code>
    /// Torch.Ones(1).NewOnes([2], dtype: DType.Float64)   // tensor([1., 1.], dtype=torch.float64)
    /// </code></example>
    [SizesOneByOne]
    public Tensor NewOnes(Shape size, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
        Torch.Ones(size, dtype ?? DType, device ?? Device, requiresGrad);

    /// <summary>An uninitialized tensor, of this tensor's dtype and device: PyTorch's <c>new_empty</c>.</summary>
    /// <param name="size">The size of each dimension.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">A size is negative.</exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).NewEmpty(2).Shape   // torch.Size([2])
    /// </code></example>
    public Tensor NewEmpty(params ReadOnlySpan<long> size) => NewEmpty(new Shape(size));

    /// <summary>
    /// An uninitialized tensor, of this tensor's dtype and device if none is given: PyTorch's <c>new_empty</c>.
    /// </summary>
    /// <param name="size">The size of each dimension.</param>
    /// <param name="dtype">The dtype; null: as this tensor.</param>
    /// <param name="device">The device; null: as this tensor.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the result.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">A size is negative.</exception>
    /// <example><code>
    /// Torch.Ones(1).NewEmpty([2], dtype: DType.Float64).DType   // torch.float64
    /// </code></example>
    [SizesOneByOne]
    public Tensor NewEmpty(Shape size, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
        Torch.Empty(size, dtype ?? DType, device ?? Device, requiresGrad);

    /// <summary>
    /// An uninitialized tensor, with the given order in memory, of this tensor's dtype and device if none is given: PyTorch's
    /// <c>new_empty_strided</c>.
    /// </summary>
    /// <param name="size">The size of each dimension.</param>
    /// <param name="stride">The stride of each dimension, in elements.</param>
    /// <param name="dtype">The dtype; null: as this tensor.</param>
    /// <param name="device">The device; null: as this tensor.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the result.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">A size or stride is negative, or their numbers differ.</exception>
    /// <example><code>
    /// string.Join(", ", Torch.Ones(1).NewEmptyStrided([2, 3], [1, 2]).Stride())   // 1, 2
    /// </code></example>
    public Tensor NewEmptyStrided(Shape size, Shape stride, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
        Torch.EmptyStrided(size, stride, dtype ?? DType, device ?? Device, requiresGrad);

    /// <summary>A tensor filled with a number, of this tensor's dtype and device if none is given: PyTorch's <c>new_full</c>.</summary>
    /// <param name="size">The size of each dimension.</param>
    /// <param name="fillValue">The number.</param>
    /// <param name="dtype">The dtype; null: as this tensor.</param>
    /// <param name="device">The device; null: as this tensor.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the result.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">A size is negative, or the number does not fit the dtype.</exception>
    /// <example><code>
    /// Torch.Ones(1).NewFull([2], 7)   // tensor([7., 7.])
    /// </code></example>
    public Tensor NewFull(Shape size, Scalar fillValue, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
        Torch.Full(size, fillValue, dtype ?? DType, device ?? Device, requiresGrad);

    /// <summary>A tensor of the given numbers, of this tensor's dtype and device if none is given: PyTorch's <c>new_tensor</c>.</summary>
    /// <param name="data">A number, or numbers in brackets, to any depth.</param>
    /// <param name="dtype">The dtype; null: as this tensor.</param>
    /// <param name="device">The device; null: as this tensor.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the result.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">A number does not fit the dtype.</exception>
    /// <example><code>
    /// Torch.Ones(1).NewTensor([1.5])   // tensor([1.5000])
    /// </code></example>
    public Tensor NewTensor(TensorLiteral data, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
        Torch.Tensor(data, dtype ?? DType, device ?? Device, requiresGrad);
}
