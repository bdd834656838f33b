using System.Numerics;
using NumSharp;
using NumSharp.Backends;
using NumSharp.Backends.Unmanaged;
using TorchLite.Interop;

namespace TorchLite;

/// <summary>NumPy arrays, which .NET has through NumSharp: PyTorch's <c>tensor.numpy()</c> and <c>torch.from_numpy</c>.</summary>
/// <example><code>
/// var array = NumSharp.np.ones(3);
/// var tensor = Torch.FromNumpy(array);
/// tensor.Add_(1);
/// array             // [2. 2. 2.]
/// tensor.Numpy()    // [2. 2. 2.]
/// </code></example>
public static unsafe class NumpyConversions
{
    /// <summary>Members of <see cref="Torch"/>.</summary>
    extension(Torch)
    {
        /// <summary>
        /// A tensor in the memory of an array: what is written to one is read from the other. PyTorch's <c>torch.from_numpy</c>.
        /// </summary>
        /// <remarks>
        /// The tensor keeps the memory, also when the array is disposed. Resizing the array is not allowed meanwhile. A read-only array
        /// becomes a tensor that can be written to, as in PyTorch (which warns of it): copy the array first where that must not be.
        /// </remarks>
        /// <param name="ndarray">
        /// An array of bool, byte, sbyte, short, int, long, Half, float, double or Complex, of any shape and positive steps.
        /// </param>
        /// <returns>A new CPU tensor of the array's shape, strides and dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="ndarray"/> is null.</exception>
        /// <exception cref="ObjectDisposedException">The array's memory was given back.</exception>
        /// <exception cref="TorchTypeException">No dtype holds the array's type.</exception>
        /// <exception cref="TorchValueException">The array runs backwards.</exception>
        /// <exception cref="TorchException">
        /// It is an array of Complex that lies in memory of .NET's and not of NumSharp's, as <c>np.array(values)</c> does.
        /// </exception>
        /// <example><code>
        /// var array = NumSharp.np.arange(4).reshape(2, 2);
        /// var tensor = Torch.FromNumpy(array);
        /// tensor[0, 0] = 7;
        /// array
        /// // [[7 1]
        /// //  [2 3]]
        /// </code></example>
        public static Tensor FromNumpy(NDArray ndarray)
        {
            ArgumentNullException.ThrowIfNull(ndarray);
            ObjectDisposedException.ThrowIf(ndarray.IsDisposed, ndarray);
            var dtype = DType.Of(ndarray.dtype) ?? throw new TorchTypeException(
                $"can't convert np.ndarray of type {ndarray.typecode.AsType().FullName}. The only supported types are: " +
                "float64, float32, float16, complex128, int64, int32, int16, int8, uint64, uint32, uint16, uint8, and bool.");
            CheckStrides(ndarray);
            return Share(ndarray, dtype);
        }
    }

    /// <summary>Members of a tensor.</summary>
    /// <param name="tensor">The tensor.</param>
    extension(Tensor tensor)
    {
        /// <summary>
        /// An array in the memory of the tensor: what is written to one is read from the other. PyTorch's <c>numpy()</c>.
        /// </summary>
        /// <remarks>The array keeps the memory, also when the tensor is disposed.</remarks>
        /// <param name="force">
        /// Whether to go on, with a copy where one is needed, when the tensor requires a gradient, is not on the CPU, or is a conjugate
        /// or negative view.
        /// </param>
        /// <returns>A new array of the tensor's shape, strides and dtype.</returns>
        /// <exception cref="TorchException">The tensor requires a gradient, or is a conjugate or negative view.</exception>
        /// <exception cref="TorchTypeException">
        /// The tensor is not on the CPU, or its dtype (bfloat16, complex64) is none of NumSharp's.
        /// </exception>
        /// <example><code>
        /// var x = Torch.Ones(3);
        /// var array = x.Numpy();
        /// x.Add_(1);
        /// array   // [2. 2. 2.]
        /// </code></example>
        public NDArray Numpy(bool force = false)
        {
            ArgumentNullException.ThrowIfNull(tensor);
            var shared = force ? tensor.Detach().Cpu().ResolveConj().ResolveNeg() : tensor;
            ReadableMemory.Check(shared, "numpy", "numpy");
            return shared.DType.Name switch
            {
                "bool" => Share<bool>(shared),
                "uint8" => Share<byte>(shared),
                "int8" => Share<sbyte>(shared),
                "uint16" => Share<ushort>(shared),
                "uint32" => Share<uint>(shared),
                "uint64" => Share<ulong>(shared),
                "int16" => Share<short>(shared),
                "int32" => Share<int>(shared),
                "int64" => Share<long>(shared),
                "float16" => Share<Half>(shared),
                "float32" => Share<float>(shared),
                "float64" => Share<double>(shared),
                "complex128" => Share<Complex>(shared),
                _ => throw new TorchTypeException($"Got unsupported ScalarType {shared.DType.NativeName}"),
            };
        }
    }

    private static Tensor Share(NDArray array, DType dtype)
    {
        // A counted reference: without it, array.Dispose() would free the memory under the tensor. It is given up the way NumSharp's
        // finalizers do, which leaves freeing to the garbage collector: a slice that holds the memory without counting stays valid.
        var memory = array.Unsafe.Storage.InternalArray;
        ObjectDisposedException.ThrowIf(!memory.TryAddRef(), array);
        var first = (nint)array.Unsafe.Storage.Address + (nint)(array.Shape.Offset * array.itemsize);
        return SharedMemory.Strided(first, new Shape(array.shape), array.Shape.Strides, dtype, () =>
        {
            memory.Abandon();
            GC.KeepAlive(array);
        });
    }

    private static NDArray Share<T>(Tensor tensor)
        where T : unmanaged
    {
        // Another handle on the same memory, which no scope and no Dispose of the user's ends: it lives as long as the array's memory.
        var held = ReadableMemory.Hold(tensor);
        var (sizes, strides) = (held.Shape.ToArray(), held.Stride());
        var extent = sizes.Contains(0) ? 0 : 1 + sizes.Zip(strides, static (size, stride) => (size - 1) * stride).Sum();
        var memory = new ArraySlice<T>(new UnmanagedMemoryBlock<T>((T*)held.DataPtr(), extent, held.Dispose));
        if (held.IsContiguous())
        {
            return new NDArray(memory, new NumSharp.Shape(sizes), 'C');
        }

        var whole = new UnmanagedStorage(memory, new NumSharp.Shape(extent));

        // What is repeated by a step of 0 may be written to, as in PyTorch.
        return new NDArray(whole.Alias(new NumSharp.Shape(sizes, strides).WithFlags(ArrayFlags.WRITEABLE, ArrayFlags.None)));
    }

    private static void CheckStrides(NDArray array)
    {
        if (array.strides.Any(stride => stride < 0))
        {
            throw new TorchValueException(
                "At least one stride in the given numpy array is negative, and tensors with negative strides are not currently " +
                "supported. (You can probably work around this by making a copy of your array  with array.copy().) ");
        }
    }
}
