using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchLite.Native;

/// <summary>The elements of CPU tensors, as .NET numbers.</summary>
internal static unsafe class Elements
{
    /// <summary>A new CPU tensor of numbers, in row-major order; T has the size of the dtype's elements.</summary>
    internal static Tensor Fill<T>(List<Scalar> numbers, Func<Scalar, T> convert, Shape shape, DType dtype)
        where T : unmanaged
    {
        var tensor = Torch.Empty(shape, dtype, default(Device));
        using var use = new Use(tensor);
        var elements = Span<T>(use);
        for (var i = 0; i < elements.Length; i++)
        {
            elements[i] = convert(numbers[i]);
        }

        return tensor;
    }

    /// <summary>The elements of a contiguous CPU tensor. The span is valid as long as the use.</summary>
    internal static Span<T> Span<T>(Use tensor)
        where T : unmanaged
    {
        var bytes = checked(LibTorch.Numel(tensor.Handle) * LibTorch.DTypeOf(tensor.Handle).Itemsize);
        return new Span<T>((void*)LibTorch.DataPointer(tensor.Handle), checked((int)(bytes / Unsafe.SizeOf<T>())));
    }

    /// <summary>
    /// The tensor itself where its elements are read here; else a copy in a dtype whose elements are, as libtorch converts them. What a
    /// quantized tensor stands for is computed.
    /// </summary>
    /// <exception cref="TorchException">libtorch has no numbers for them.</exception>
    internal static Tensor Readable(Tensor tensor)
    {
        var dtype = tensor.DType;
        if (dtype.Readable is { } readable)
        {
            return readable == dtype ? tensor : tensor.Convert(readable, copy: true);
        }

        return dtype.IsQuantized
            ? Script.Run($"torch.dequantize({tensor})")
            : throw new TorchNotImplementedException($"\"copy_\" not implemented for '{dtype.NativeName}'");
    }

    /// <summary>One element of a contiguous CPU tensor, exactly.</summary>
    internal static Scalar Read(Tensor tensor, long index)
    {
        if (tensor.DType is var given && given.Readable != given)
        {
            using var off = Torch.NoGrad();
            using var readable = Readable(tensor);
            return Read(readable, index);
        }

        using var use = new Use(tensor);
        var dtype = LibTorch.DTypeOf(use.Handle);
        var at = (byte*)LibTorch.DataPointer(use.Handle) + (index * dtype.Itemsize);
        return dtype.Code switch
        {
            0 => (long)*at,
            1 => (long)*(sbyte*)at,
            2 => (long)*(short*)at,
            3 => (long)*(int*)at,
            4 => *(long*)at,
            5 => (double)*(Half*)at,
            6 => (double)*(float*)at,
            7 => *(double*)at,
            9 => new Complex(*(float*)at, *((float*)at + 1)),
            10 => *(Complex*)at,
            11 => *at != 0,
            27 => (long)*(ushort*)at,
            28 => (long)*(uint*)at,
            29 => *(ulong*)at,
            15 => (double)BitConverter.Int32BitsToSingle(*(ushort*)at << 16),
            _ => throw new TorchTypeException($"{dtype} has no .NET number"),
        };
    }

    /// <summary>A number as a .NET type, as Python's <c>int</c>, <c>float</c> and <c>bool</c> convert.</summary>
    internal static T ToNumber<T>(Scalar value)
    {
        object number = Type.GetTypeCode(typeof(T)) switch
        {
            TypeCode.Boolean => (object)(bool)value, // else all would become Scalars again
            TypeCode.Double => (double)value,
            TypeCode.Single => (float)value,
            TypeCode.Decimal => (decimal)value,
            TypeCode.Int64 => (long)value,
            TypeCode.Int32 => (int)value,
            TypeCode.Int16 => (short)value,
            TypeCode.SByte => (sbyte)value,
            TypeCode.Byte => (byte)value,
            TypeCode.UInt16 => (ushort)value,
            TypeCode.UInt32 => (uint)value,
            TypeCode.UInt64 => (ulong)value,
            _ when typeof(T) == typeof(Half) => (Half)(double)value,
            _ when typeof(T) == typeof(Complex) => (Complex)value,
            _ when typeof(T) == typeof(Scalar) => value,
            _ => throw new TorchTypeException($"a tensor element can not be read as {typeof(T)}"),
        };
        return (T)number;
    }
}
