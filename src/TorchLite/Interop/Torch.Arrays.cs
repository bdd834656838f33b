using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchLite;

/// <content>Tensors in .NET memory, and from it.</content>
public static unsafe partial class Torch
{
    /// <summary>
    /// A tensor that shares the memory of an array. PyTorch has it for NumPy's arrays:
    /// <c>torch.from_numpy</c>.
    /// </summary>
    /// <remarks>
    /// Nothing is copied, however large the array is. The garbage collector neither moves nor frees the array as long as the tensor or a
    /// view of it lives. <see cref="Tensor(Array, DType?, Device?, bool)"/> copies.
    /// </remarks>
    /// <param name="array">An array of any rank of bool, any integer up to 64 bits, Half, float or double.</param>
    /// <returns>A new CPU tensor of the array's shape and dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="array"/> is null.</exception>
    /// <exception cref="TorchException">It is an array of Complex, which libtorch wants aligned better than .NET aligns arrays.</exception>
    /// <exception cref="TorchTypeException">
    /// No dtype holds the array's type; or it is an array of arrays, which does not have one memory.
    /// </exception>
    /// <example><code>
    /// var array = new float[,] { { 1, 2 }, { 3, 4 } };
    /// var tensor = Torch.FromArray(array);
    /// tensor.Mul_(10);
    /// array[1, 1]    // 40
    /// array[0, 0] = 7;
    /// tensor
    /// // tensor([[ 7., 20.],
    /// //         [30., 40.]])
    /// </code></example>
    public static Tensor FromArray(Array array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return JaggedArray.Is(array)
            ? throw new TorchTypeException("an array of arrays has no one memory to share. Use Torch.Tensor to copy it.")
            : SharedMemory.OfArray(array);
    }

    /// <summary>A tensor that shares the given memory. PyTorch has it for buffers.</summary>
    /// <remarks>The memory is pinned as long as the tensor or a view of it is alive.</remarks>
    /// <typeparam name="T">
    /// bool, any integer up to 64 bits, Half, float, double; Complex where the memory is aligned to 16 bytes.
    /// </typeparam>
    /// <param name="memory">
    /// The memory: a part of an array, or what a <see cref="System.Buffers.MemoryManager{T}"/> of yours manages.
    /// </param>
    /// <param name="shape">The shape, with the same number of elements; null: one dimension.</param>
    /// <returns>A new CPU tensor.</returns>
    /// <exception cref="TorchTypeException">No dtype holds <typeparamref name="T"/>.</exception>
    /// <exception cref="TorchException">The shape does not fit, or it is a part of an array of Complex.</exception>
    /// <example><code>
    /// var array = new[] { 1, 2, 3, 4, 5 };
    /// Torch.FromMemory(array.AsMemory(1, 4), [2, 2]).Neg_();
    /// string.Join(" ", array)    // 1 -2 -3 -4 -5
    /// </code></example>
    public static Tensor FromMemory<T>(Memory<T> memory, Shape? shape = null)
    {
        var isArray = MemoryMarshal.TryGetArray<T>(memory, out _);
        var dtype = isArray ? SharedMemory.SharedDTypeOf(typeof(T)) : SharedMemory.DTypeOf(typeof(T));
        var sizes = SharedMemory.Fit(shape, memory.Length);
        var pin = memory.Pin();
        return ForeignMemory.Wrap((nint)pin.Pointer, sizes, dtype, pin.Dispose);
    }

    /// <summary>A tensor with a copy of the numbers given.</summary>
    /// <typeparam name="T">bool, any integer up to 64 bits, Half, float, double or Complex.</typeparam>
    /// <param name="span">The numbers, in row-major order.</param>
    /// <param name="shape">The shape, with the same number of elements; null: one dimension.</param>
    /// <returns>A new CPU tensor.</returns>
    /// <exception cref="TorchTypeException">No dtype holds <typeparamref name="T"/>.</exception>
    /// <exception cref="TorchException">The shape does not fit.</exception>
    /// <example><code>
    /// Span&lt;double&gt; numbers = [1, 2, 3, 4];
    /// Torch.FromSpan&lt;double&gt;(numbers[1..])         // tensor([2., 3., 4.], dtype=torch.float64)
    /// Torch.FromSpan&lt;double&gt;(numbers, [2, 2]).T
    /// // tensor([[1., 3.],
    /// //         [2., 4.]], dtype=torch.float64)
    /// </code></example>
    public static Tensor FromSpan<T>(ReadOnlySpan<T> span, Shape? shape = null)
        where T : unmanaged
    {
        var dtype = SharedMemory.DTypeOf(typeof(T));
        var tensor = Empty(SharedMemory.Fit(shape, span.Length), dtype, default(Device));
        using var use = new Use(tensor);
        FreshMemory.Hint(LibTorch.DataPointer(use.Handle), tensor.Nbytes);
        span.CopyTo(Elements.Span<T>(use));
        return tensor;
    }

    /// <summary>A tensor in memory at an address, allocated elsewhere: <c>torch::from_blob</c> of PyTorch's C++.</summary>
    /// <remarks>The address cannot be checked: if it is not memory of that size, the process may crash.</remarks>
    /// <param name="data">The address of the first element.</param>
    /// <param name="size">The size of each dimension.</param>
    /// <param name="dtype">The dtype.</param>
    /// <param name="release">
    /// Gives the memory back: it gets the address, once, on any thread, when neither the tensor nor a view of it uses the memory any more;
    /// also where no tensor could be made. Null: the memory outlives every tensor on it.
    /// </param>
    /// <param name="stride">The stride of each dimension, in elements; null: contiguous.</param>
    /// <returns>A new CPU tensor.</returns>
    /// <exception cref="ArgumentException">The address is zero, and the tensor has elements.</exception>
    /// <exception cref="TorchException">
    /// A size or a step is negative, there is not one step for each size, or the dtype is complex128 and the address no multiple of 16.
    /// </exception>
    /// <example><code>
    /// using System.Runtime.InteropServices;
    /// var memory = Marshal.AllocHGlobal(3 * sizeof(long));
    /// var tensor = Torch.FromPointer(memory, [3], DType.Int64, release: Marshal.FreeHGlobal);
    /// tensor.Fill_(5)                 // tensor([5, 5, 5])
    /// Marshal.ReadInt64(memory, 16)   // 5
    /// tensor.Dispose();               // calls FreeHGlobal
    /// </code></example>
    public static Tensor FromPointer(nint data, Shape size, DType dtype, Action<nint>? release = null, Shape? stride = null)
    {
        try
        {
            if (stride is { } steps && steps.Count != size.Count)
            {
                throw new TorchException(
                    $"mismatch in length of strides and shape: {steps.Count} strides and {size.Count} sizes");
            }

            if (size.Concat(stride ?? []).Any(static number => number < 0))
            {
                throw new TorchException($"sizes and strides must not be negative: {size}, {stride}");
            }

            if (data == 0 && !size.AsSpan().Contains(0))
            {
                throw new ArgumentException("There is no memory at address zero.", nameof(data));
            }
        }
        catch
        {
            release?.Invoke(data);
            throw;
        }

        return SharedMemory.Strided(data, size, stride?.ToArray(), dtype, () => release?.Invoke(data));
    }

    /// <summary>
    /// A tensor in the memory of a .NET tensor, <see cref="System.Numerics.Tensors.Tensor{T}"/>: what is written to one is read from
    /// the other.
    /// </summary>
    /// <remarks>The memory is pinned as long as the new tensor or a view of it is alive.</remarks>
    /// <typeparam name="T">bool, any integer up to 64 bits, Half, float or double.</typeparam>
    /// <param name="tensor">The .NET tensor, of any shape and strides.</param>
    /// <returns>A new CPU tensor of the same shape and strides.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
    /// <exception cref="TorchTypeException">No dtype holds <typeparamref name="T"/>.</exception>
    /// <exception cref="TorchException">It is a tensor of Complex, which libtorch wants aligned better than .NET aligns arrays.</exception>
    /// <example><code>
    /// var theirs = System.Numerics.Tensors.Tensor.Create(new[] { 1, 2, 3, 4 }, [2, 2]);
    /// var ours = Torch.FromTensor(theirs);
    /// ours[0, 1] = 20;
    /// theirs[0, 1]    // 20
    /// </code></example>
    public static Tensor FromTensor<T>(System.Numerics.Tensors.Tensor<T> tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        var dtype = SharedMemory.SharedDTypeOf(typeof(T));
        var pin = tensor.GetPinnedHandle();

        // Neither what the handle says nor GetPinnableReference: both forget where in its array the tensor begins.
        var first = (nint)Unsafe.AsPointer(ref TensorMarshal.GetReference(tensor.AsTensorSpan()));
        return SharedMemory.Strided(first, Sizes(tensor.Lengths), Sizes(tensor.Strides).ToArray(), dtype, () =>
        {
            pin.Dispose();
            GC.KeepAlive(tensor);
        });
    }

    /// <summary>A tensor with a copy of what a span of .NET's tensors holds, in row-major order.</summary>
    /// <typeparam name="T">bool, any integer up to 64 bits, Half, float, double or Complex.</typeparam>
    /// <param name="span">The numbers, with any shape and strides.</param>
    /// <returns>A new, contiguous CPU tensor of the same shape.</returns>
    /// <exception cref="TorchTypeException">No dtype holds <typeparamref name="T"/>.</exception>
    /// <example><code>
    /// using System.Numerics.Tensors;
    /// var every = new TensorSpan&lt;int&gt;(new[] { 1, 2, 3, 4 }, [2], [2]);
    /// Torch.FromTensorSpan&lt;int&gt;(every)    // tensor([1, 3], dtype=torch.int32)
    /// </code></example>
    public static Tensor FromTensorSpan<T>(ReadOnlyTensorSpan<T> span)
        where T : unmanaged
    {
        var tensor = Empty(Sizes(span.Lengths), SharedMemory.DTypeOf(typeof(T)));
        using var use = new Use(tensor);
        span.FlattenTo(Elements.Span<T>(use));
        return tensor;
    }

    private static Shape Sizes(ReadOnlySpan<nint> sizes) => new(MemoryMarshal.Cast<nint, long>(sizes));
}
