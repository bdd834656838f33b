using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchLite.Interop;

/// <summary>Tensors in .NET memory: it is held in its place until the last tensor on it is gone.</summary>
internal static unsafe class SharedMemory
{
    /// <summary>The dtype of the elements of an array or a span.</summary>
    internal static DType DTypeOf(Type element) => DType.Of(element) ?? throw new TorchTypeException(
        $"can't convert an array of {element}. "
            + "The only supported types are: double, float, Complex, Half, long, int, short, sbyte, ulong, uint, ushort, byte, and bool."
            + (Advice(element) is { } advice ? $" Convert the elements first, as by Array.ConvertAll(array, x => {advice})." : ""));

    private static string? Advice(Type element) =>
        element == typeof(decimal) || element == typeof(BigInteger) ? "(double)x"
        : element == typeof(DateTime) || element == typeof(DateTimeOffset) || element == typeof(TimeSpan) ? "x.Ticks"
        : element == typeof(DateOnly) ? "(long)x.DayNumber"
        : element == typeof(string) ? "double.Parse(x)"
        : element == typeof(char) || element == typeof(nint) || element == typeof(nuint) || element == typeof(Int128)
            || element == typeof(UInt128) ? "checked((long)x)"
        : null;

    /// <summary>The same where the memory is an array's: its alignment is chance, so an array of complex numbers is never shared.</summary>
    internal static DType SharedDTypeOf(Type element) =>
        DTypeOf(element) is var dtype && dtype != DType.Complex128 ? dtype : throw ForeignMemory.Misaligned();

    /// <summary>A tensor in the memory of an array.</summary>
    internal static Tensor OfArray(Array array)
    {
        var dtype = SharedDTypeOf(array.GetType().GetElementType()!);
        var pin = GCHandle.Alloc(array, GCHandleType.Pinned);
        return ForeignMemory.Wrap(
            (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array)), ShapeOf(array), dtype, pin.Free);
    }

    /// <summary>A tensor in memory that is described by sizes and strides.</summary>
    /// <param name="data">The first element, at index zero in all dimensions.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="strides">The stride of each dimension, in elements, not negative; null: contiguous.</param>
    /// <param name="dtype">The dtype.</param>
    /// <param name="release">Gives the memory back: see <see cref="ForeignMemory.Wrap"/>.</param>
    internal static Tensor Strided(nint data, Shape shape, long[]? strides, DType dtype, Action release)
    {
        var extent = 1L;
        var isContiguous = true;
        for (var (i, next) = (shape.Count - 1, 1L); strides is not null && i >= 0; i--)
        {
            extent += (shape[i] - 1) * strides[i];
            isContiguous &= shape[i] == 1 || strides[i] == next;
            next *= shape[i];
        }

        if (isContiguous || shape.AsSpan().Contains(0))
        {
            return ForeignMemory.Wrap(data, shape, dtype, release);
        }

        return ForeignMemory.Wrap(data, new Shape(extent), dtype, release).AsStrided_(shape, new Shape(strides!), 0);
    }

    /// <summary>The sizes of a shape must have exactly that number of elements.</summary>
    internal static Shape Fit(Shape? shape, long count)
    {
        if (shape is not { } given)
        {
            return new Shape(count);
        }

        return given.Any(static size => size < 0) || given.Aggregate(BigInteger.One, static (product, size) => product * size) != count
            ? throw new TorchException($"shape '[{given.Join()}]' is invalid for input of size {count}")
            : given;
    }

    internal static Shape ShapeOf(Array array)
    {
        var sizes = new long[array.Rank];
        for (var i = 0; i < sizes.Length; i++)
        {
            sizes[i] = array.GetLongLength(i);
        }

        return Shape.Wrap(sizes);
    }

    /// <summary>Copies the elements of an array to a place of the same size.</summary>
    internal static void Copy(Array array, void* to, long bytes)
    {
        fixed (byte* from = &MemoryMarshal.GetArrayDataReference(array))
        {
            Buffer.MemoryCopy(from, to, bytes, bytes);
        }
    }
}
