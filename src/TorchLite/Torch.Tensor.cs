using System.Runtime.InteropServices;

namespace TorchLite;

/// <content>Tensors from data.</content>
public static partial class Torch
{
    /// <summary>A tensor of the numbers given, as Python's nested lists: PyTorch's <c>torch.tensor(data)</c>.</summary>
    /// <param name="data">A number, or numbers in brackets, to any depth.</param>
    /// <param name="dtype">
    /// The dtype; null: bool, int64, the default dtype or its complex twin, by the widest kind among the numbers.
    /// </param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether operations on the tensor are recorded for gradients.</param>
    /// <returns>A new tensor, with a dimension for each level of brackets.</returns>
    /// <exception cref="TorchValueException">Two lists side by side have different lengths.</exception>
    /// <exception cref="TorchTypeException">A number stands beside a list, or a complex number is to become a real one.</exception>
    /// <exception cref="TorchException">A number does not fit the dtype, or a gradient is asked for and the dtype has none.</exception>
    /// <example><code>
    /// Torch.Tensor([[1, 2, 3], [4, 5, 6]])
    /// // tensor([[1, 2, 3],
    /// //         [4, 5, 6]])
    /// Torch.Tensor([2.0], requiresGrad: true)   // tensor([2.], requires_grad=True)
    /// Torch.Tensor(5)                           // tensor(5)
    /// </code></example>
    public static Tensor Tensor(TensorLiteral data, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
        Finish(data.ToTensor(dtype), device, requiresGrad);

    /// <summary>A tensor with a copy of a .NET array, which keeps its type: PyTorch's <c>torch.tensor(ndarray)</c>.</summary>
    /// <param name="data">An array of any rank of bool, sbyte, byte, short, int, long, Half, float, double or Complex.</param>
    /// <param name="dtype">The dtype; null: the one that holds the array's type.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether operations on the tensor are recorded for gradients.</param>
    /// <returns>A new tensor of the array's shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="TorchTypeException">No dtype holds the array's type.</exception>
    /// <exception cref="TorchException">A gradient is asked for and the dtype has none.</exception>
    /// <example><code>
    /// Torch.Tensor(new float[,] { { 1, 2 }, { 3, 4 } })
    /// // tensor([[1., 2.],
    /// //         [3., 4.]])
    /// Torch.Tensor(new int[] { 1, 2 }).DType   // torch.int32
    /// </code></example>
    public static Tensor Tensor(Array data, DType? dtype = null, Device? device = null, bool requiresGrad = false)
    {
        ArgumentNullException.ThrowIfNull(data);
        var element = data.GetType().GetElementType()!;
        var own = DType.Of(element) ?? throw new TorchTypeException(
            $"can't convert an array of {element}. "
                + "The only supported types are: double, float, Complex, Half, long, int, short, sbyte, byte, and bool.");
        var shape = new long[data.Rank];
        for (var i = 0; i < shape.Length; i++)
        {
            shape[i] = data.GetLongLength(i);
        }

        var tensor = Empty(Shape.Own(shape), own, default(Device));
        unsafe
        {
            var bytes = tensor.Nbytes;
            fixed (byte* source = &MemoryMarshal.GetArrayDataReference(data))
            {
                Buffer.MemoryCopy(source, (void*)tensor.DataPtr(), bytes, bytes);
            }
        }

        return Finish(dtype is { } wanted && wanted != own ? tensor.Convert(wanted, copy: true) : tensor, device, requiresGrad);
    }

    private static Tensor Finish(Tensor tensor, Device? device, bool requiresGrad)
    {
        var wanted = device ?? DefaultDevice;
        var moved = wanted.Type != "cpu" ? tensor.To(wanted) : tensor;
        return moved.AsCreated(requiresGrad);
    }
}
