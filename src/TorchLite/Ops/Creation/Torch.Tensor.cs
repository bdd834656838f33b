using System.Runtime.CompilerServices;

namespace TorchLite;

/// <content>Tensors of given values.</content>
public static partial class Torch
{
    /// <summary>A tensor of the given numbers, as Python's nested lists: PyTorch's <c>torch.tensor(data)</c>.</summary>
    /// <param name="data">A number, or numbers in brackets, to any depth.</param>
    /// <param name="dtype">
    /// The dtype; null: bool, int64, the default dtype or the complex dtype of the same precision, by the widest kind among the numbers.
    /// </param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
    /// <returns>A new tensor, with a dimension for each level of brackets.</returns>
    /// <exception cref="TorchValueException">Two lists on the same level have different lengths.</exception>
    /// <exception cref="TorchTypeException">
    /// Numbers and lists are mixed on one level, or a complex number would be converted to a real one.
    /// </exception>
    /// <exception cref="TorchException">
    /// A number does not fit the dtype, or gradients are requested and the dtype does not support them.
    /// </exception>
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
    /// <param name="data">
    /// An array of any rank of bool, any integer up to 64 bits, Half, float, double or Complex; or an array of arrays or lists of
    /// them.
    /// </param>
    /// <param name="dtype">The dtype; null: the one that holds the array's type.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
    /// <returns>A new tensor of the array's shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="TorchTypeException">No dtype holds the array's type.</exception>
    /// <exception cref="TorchValueException">Two arrays on the same level have different lengths.</exception>
    /// <exception cref="TorchException">Gradients are requested and the dtype does not support them.</exception>
    /// <example><code>
    /// Torch.Tensor(new float[,] { { 1, 2 }, { 3, 4 } })
    /// // tensor([[1., 2.],
    /// //         [3., 4.]])
    /// Torch.Tensor(new int[] { 1, 2 }).DType   // torch.int32
    /// Torch.Tensor(new[] { new[] { 1.5f }, new[] { 2.5f } }).Shape   // torch.Size([2, 1])
    /// </code></example>
    public static Tensor Tensor(Array data, DType? dtype = null, Device? device = null, bool requiresGrad = false)
    {
        ArgumentNullException.ThrowIfNull(data);
        var tensor = JaggedArray.Is(data) ? JaggedArray.ToTensor(data) : Copy(data);
        return Converted(tensor, dtype, device, requiresGrad);
    }

    /// <summary>A copy of a tensor, without its history: PyTorch's <c>torch.tensor(x)</c>, which is <c>x.detach().clone()</c>.</summary>
    /// <param name="data">The tensor.</param>
    /// <param name="dtype">The dtype; null: the tensor's.</param>
    /// <param name="device">The device; null: the tensor's.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the new tensor.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="TorchException">Gradients are requested and the dtype does not support them.</exception>
    /// <example><code>
    /// Torch.Tensor(Torch.Ones(2), DType.Int64)   // tensor([1, 1])
    /// </code></example>
    // "in", for F#: it knows no priorities, and a number would become a tensor as well as a literal.
    [OverloadResolutionPriority(-1)]
    public static Tensor Tensor(in Tensor data, DType? dtype = null, Device? device = null, bool requiresGrad = false)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.Detach().To(device ?? data.Device, dtype, copy: true).AsCreated(requiresGrad);
    }

    /// <summary>A tensor with a copy of the numbers of a list or any other sequence: PyTorch's <c>torch.tensor(data)</c>.</summary>
    /// <typeparam name="T">
    /// bool, any integer up to 64 bits, Half, float, double or Complex; or arrays or lists of them, which are the rows.
    /// </typeparam>
    /// <param name="data">The numbers.</param>
    /// <param name="dtype">
    /// The dtype; null: the one that holds the type of the numbers; but a list of F#'s is taken as a literal, as in C# numbers in brackets.
    /// </param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="TorchTypeException">No dtype holds the type.</exception>
    /// <exception cref="TorchValueException">Two rows have different lengths.</exception>
    /// <exception cref="TorchException">Gradients are requested and the dtype does not support them.</exception>
    /// <example><code>
    /// Torch.Tensor(new List&lt;double&gt; { 1, 2.5 })                                // tensor([1.0000, 2.5000], dtype=torch.float64)
    /// Torch.Tensor(Enumerable.Range(0, 3).Select(i => i * i), DType.Float32)   // tensor([0., 1., 4.])
    /// </code></example>
    [OverloadResolutionPriority(-1)]
    public static Tensor Tensor<T>(IEnumerable<T> data, DType? dtype = null, Device? device = null, bool requiresGrad = false)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data switch
        {
            string => throw new TorchTypeException("new(): invalid data type 'str'"),
            _ => Tensor((Array)data.ToArray(), dtype ?? DTypeOfLiteral(data.GetType()), device, requiresGrad),
        };
    }

    // A list of F#'s is a literal, as one of Python's is: [1; 2] is int64 and [0.5] of the default dtype, as in C#'s brackets.
    private static DType? DTypeOfLiteral(Type type)
    {
        var isLiteral = false;
        while (type.IsGenericType && type.GetGenericTypeDefinition().FullName == "Microsoft.FSharp.Collections.FSharpList`1")
        {
            (type, isLiteral) = (type.GetGenericArguments()[0], true);
        }

        return !isLiteral ? null : type == typeof(int) ? DType.Int64 : type == typeof(double) ? GetDefaultDtype() : null;
    }

    private static unsafe Tensor Copy(Array data)
    {
        var tensor = Empty(SharedMemory.ShapeOf(data), SharedMemory.DTypeOf(data.GetType().GetElementType()!), default(Device));
        using var use = new Use(tensor);
        var (to, bytes) = (LibTorch.DataPointer(use.Handle), tensor.Nbytes);
        FreshMemory.Hint(to, bytes);
        SharedMemory.Copy(data, (void*)to, bytes);
        return tensor;
    }

    private static Tensor Converted(Tensor tensor, DType? dtype, Device? device, bool requiresGrad) =>
        Finish(dtype is { } wanted && wanted != tensor.DType ? tensor.Convert(wanted, copy: true) : tensor, device, requiresGrad);

    private static Tensor Finish(Tensor tensor, Device? device, bool requiresGrad)
    {
        var wanted = device ?? DefaultDevice;
        var moved = wanted.Type != "cpu" ? tensor.To(wanted) : tensor;
        return moved.AsCreated(requiresGrad);
    }
}
