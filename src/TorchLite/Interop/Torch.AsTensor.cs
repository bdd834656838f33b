using System.Numerics;

namespace TorchLite;

/// <content>Tensors from data, without a copy where none is needed.</content>
public static partial class Torch
{
    /// <summary>The tensor itself, in another dtype or on another device where they differ: PyTorch's <c>torch.as_tensor</c>.</summary>
    /// <param name="data">The tensor.</param>
    /// <param name="dtype">The dtype; null: unchanged.</param>
    /// <param name="device">The device; null: unchanged.</param>
    /// <returns>A new tensor, recorded for gradients; the same tensor in a new object if nothing changes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="TorchException">The device does not exist.</exception>
    public static Tensor AsTensor(Tensor data, DType? dtype = null, Device? device = null) =>
        NotNull(data).To(device ?? data.Device, dtype);

    /// <summary>
    /// A tensor that shares the memory of an array, or a copy if the dtype or the device differ: PyTorch's <c>torch.as_tensor</c>.
    /// </summary>
    /// <param name="data">
    /// An array of any rank of bool, any integer up to 64 bits, Half, float, double or Complex; arrays of arrays and of Complex are
    /// always copied.
    /// </param>
    /// <param name="dtype">The dtype; null: the one that holds the array's type.</param>
    /// <param name="device">The device; null: the CPU.</param>
    /// <returns>A new tensor of the array's shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="TorchTypeException">No dtype holds the array's type.</exception>
    /// <exception cref="TorchValueException">Two arrays on the same level have different lengths.</exception>
    /// <exception cref="TorchException">The device does not exist.</exception>
    /// <example><code>
    /// var array = new[] { 1f, 2f };
    /// Torch.AsTensor(array).Add_(1);
    /// array[0]                                  // 2
    /// Torch.AsTensor(array, DType.Int64)        // tensor([2, 3])
    /// </code></example>
    public static Tensor AsTensor(Array data, DType? dtype = null, Device? device = null) => AsTensor(Whole(data), dtype, device);

    /// <summary>A tensor of the numbers given: PyTorch's <c>torch.as_tensor</c> of a list.</summary>
    /// <param name="data">A number, or numbers in brackets, to any depth.</param>
    /// <param name="dtype">The dtype; null: by the widest kind among the numbers.</param>
    /// <param name="device">The device; null: the CPU.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchValueException">Two lists on the same level have different lengths.</exception>
    /// <exception cref="TorchTypeException">
    /// Numbers and lists are mixed on one level, or a complex number would be converted to a real one.
    /// </exception>
    /// <exception cref="TorchException">A number does not fit the dtype, or the device does not exist.</exception>
    public static Tensor AsTensor(TensorLiteral data, DType? dtype = null, Device? device = null) => Tensor(data, dtype, device);

    /// <summary>The tensor itself or a copy, as requested: PyTorch's <c>torch.asarray</c>.</summary>
    /// <remarks>
    /// As in PyTorch, the tensor itself has its <see cref="Tensor.RequiresGrad"/> set to <paramref name="requiresGrad"/> where that is
    /// said, it is a leaf and is not copied. (In PyTorch 2.6 null was false.)
    /// </remarks>
    /// <param name="obj">The tensor.</param>
    /// <param name="dtype">The dtype; null: unchanged.</param>
    /// <param name="device">The device; null: unchanged.</param>
    /// <param name="copy">Whether to copy; null: only where dtype or device differ.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the result; null: as on the tensor given.</param>
    /// <returns>A new tensor, or the same one in a new object.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="obj"/> is null.</exception>
    /// <exception cref="TorchValueException">No copy is allowed, and one would be required.</exception>
    /// <exception cref="TorchException">
    /// gradients are requested and the dtype does not support them, or the device does not exist.
    /// </exception>
    public static Tensor Asarray(
        Tensor obj, DType? dtype = null, Device? device = null, bool? copy = null, bool? requiresGrad = null)
    {
        var (from, to) = (NotNull(obj).Device, device ?? obj.Device);
        if (copy == false && from.Type != to.Type)
        {
            throw new TorchValueException($"can't alias tensor from device '{from}' to '{to}'.");
        }

        if (copy == false && dtype is { } other && other != obj.DType)
        {
            throw new TorchValueException($"can't alias tensor with dtype '{obj.DType.NativeName}' into dtype '{other.NativeName}'.");
        }

        var tensor = obj.To(to, dtype, copy: copy == true);
        return requiresGrad switch
        {
            null => tensor,
            true => tensor.AsCreated(true),
            false => tensor.IsLeaf ? tensor.RequiresGrad_(false) : tensor.Detach(),
        };
    }

    /// <summary>A tensor that shares the memory of an array, or a copy of it, as requested: PyTorch's <c>torch.asarray</c>.</summary>
    /// <param name="obj">
    /// An array of any rank of bool, any integer up to 64 bits, Half, float, double or Complex; arrays of arrays and of Complex are
    /// always copied.
    /// </param>
    /// <param name="dtype">The dtype; null: the one that holds the array's type.</param>
    /// <param name="device">The device; null: the CPU.</param>
    /// <param name="copy">Whether to copy; null: only where dtype or device differ.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the result.</param>
    /// <returns>A new tensor of the array's shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="obj"/> is null.</exception>
    /// <exception cref="TorchTypeException">No dtype holds the array's type.</exception>
    /// <exception cref="TorchValueException">
    /// No copy is allowed, and one would be required; or arrays on the same level have different lengths.
    /// </exception>
    /// <exception cref="TorchException">
    /// gradients are requested and the dtype does not support them, or the device does not exist.
    /// </exception>
    /// <example><code>
    /// var array = new[] { 1, 2 };
    /// Torch.Asarray(array, copy: true).Add_(1);
    /// array[0]                                                   // 1
    /// Torch.Asarray(array, dtype: DType.Float32, copy: false)
    /// // TorchValueException: can't alias tensor with dtype 'Int' into dtype 'Float'.
    /// </code></example>
    public static Tensor Asarray(
        Array obj, DType? dtype = null, Device? device = null, bool? copy = null, bool? requiresGrad = null)
    {
        ArgumentNullException.ThrowIfNull(obj);
        if (copy == false && !IsShared(obj))
        {
            throw Unaliased();
        }

        return Asarray(Whole(obj), dtype, device, copy, requiresGrad);
    }

    /// <summary>A tensor of the numbers given: PyTorch's <c>torch.asarray</c> of a list.</summary>
    /// <param name="obj">A number, or numbers in brackets, to any depth.</param>
    /// <param name="dtype">The dtype; null: by the widest kind among the numbers.</param>
    /// <param name="device">The device; null: the CPU.</param>
    /// <param name="copy">Must not be false: a list is always copied.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchValueException">No copy is allowed, or two lists on the same level have different lengths.</exception>
    /// <exception cref="TorchTypeException">
    /// Numbers and lists are mixed on one level, or a complex number would be converted to a real one.
    /// </exception>
    /// <exception cref="TorchException">
    /// A number does not fit the dtype, or gradients are requested and the dtype does not support them.
    /// </exception>
    public static Tensor Asarray(
        TensorLiteral obj, DType? dtype = null, Device? device = null, bool? copy = null, bool? requiresGrad = null) =>
        copy == false ? throw Unaliased() : Tensor(obj, dtype, device, requiresGrad == true);

    private static Tensor Whole(Array data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return IsShared(data) ? SharedMemory.OfArray(data) : Tensor(data);
    }

    private static bool IsShared(Array data) => !JaggedArray.Is(data) && data.GetType().GetElementType() != typeof(Complex);

    private static TorchValueException Unaliased() => new("can't alias arbitrary sequence into a tensor.");
}
