using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchLite;

/// <content>The bytes of a buffer as numbers of any dtype.</content>
public static unsafe partial class Torch
{
    /// <summary>
    /// A tensor that shares the memory of an array, whose bytes are interpreted as another dtype: PyTorch's <c>torch.frombuffer</c>.
    /// </summary>
    /// <remarks>The array is pinned as long as the tensor or a view of it is alive.</remarks>
    /// <param name="buffer">An array of numbers, often of bytes.</param>
    /// <param name="dtype">The dtype as which the bytes are interpreted.</param>
    /// <param name="count">The number of elements; negative: all.</param>
    /// <param name="offset">The number of bytes to skip at the beginning.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
    /// <returns>A new CPU tensor of one dimension.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="buffer"/> is null.</exception>
    /// <exception cref="TorchTypeException">The array holds no numbers.</exception>
    /// <exception cref="TorchValueException">
    /// The buffer is too small, its size is not a multiple of the element size, or no elements are requested.
    /// </exception>
    /// <exception cref="TorchException">
    /// gradients are requested and the dtype does not support them, or the dtype is complex128 and the memory is not aligned to 16 bytes.
    /// </exception>
    /// <example><code>
    /// var bytes = new byte[] { 0, 0, 128, 63, 0, 0, 0, 64 };
    /// Torch.Frombuffer(bytes, DType.Float32)                          // tensor([1., 2.])
    /// Torch.Frombuffer(bytes, DType.Int16, count: 2, offset: 2)       // tensor([16256,     0], dtype=torch.int16)
    /// Torch.Frombuffer(bytes, DType.Int64, offset: 1)
    /// // TorchValueException: buffer length (7 bytes) after offset (1 bytes) must be a multiple of element size (8)
    /// </code></example>
    [OverloadResolutionPriority(1)]
    public static Tensor Frombuffer(Array buffer, DType dtype, long count = -1, long offset = 0, bool requiresGrad = false)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        var length = buffer.LongLength * ItemsizeOf(buffer.GetType().GetElementType()!);
        var size = Window(length, dtype, ref count, offset);
        var pin = GCHandle.Alloc(buffer, GCHandleType.Pinned);
        var first = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(buffer));
        return ForeignMemory.Wrap(first + (nint)offset, size, dtype, pin.Free).AsCreated(requiresGrad);
    }

    /// <summary>A tensor in memory whose bytes are interpreted as numbers of a dtype: PyTorch's <c>torch.frombuffer</c>.</summary>
    /// <remarks>The memory is pinned as long as the tensor or a view of it is alive.</remarks>
    /// <param name="buffer">The bytes.</param>
    /// <param name="dtype">The dtype as which they are interpreted.</param>
    /// <param name="count">The number of elements; negative: all.</param>
    /// <param name="offset">The number of bytes to skip at the beginning.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
    /// <returns>A new CPU tensor of one dimension.</returns>
    /// <exception cref="TorchValueException">
    /// The buffer is too small, its size is not a multiple of the element size, or no elements are requested.
    /// </exception>
    /// <exception cref="TorchException">
    /// gradients are requested and the dtype does not support them, or the dtype is complex128 and the memory is not aligned to 16 bytes.
    /// </exception>
    public static Tensor Frombuffer(Memory<byte> buffer, DType dtype, long count = -1, long offset = 0, bool requiresGrad = false)
    {
        var size = Window(buffer.Length, dtype, ref count, offset);
        var pin = buffer.Pin();
        return ForeignMemory.Wrap((nint)pin.Pointer + (nint)offset, size, dtype, pin.Dispose).AsCreated(requiresGrad);
    }

    // Any bytes will do, those of numbers that have no dtype too.
    private static long ItemsizeOf(Type element) =>
        Type.GetTypeCode(element) switch
        {
            TypeCode.UInt16 or TypeCode.Char => 2,
            TypeCode.UInt32 => 4,
            TypeCode.UInt64 => 8,
            _ => SharedMemory.DTypeOf(element).Itemsize,
        };
}
