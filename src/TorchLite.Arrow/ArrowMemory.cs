using System.Buffers;
using Apache.Arrow;
using Apache.Arrow.Types;

namespace TorchLite;

/// <summary>The elements of Arrow's arrays as those of tensors, and the other way round.</summary>
internal static unsafe class ArrowMemory
{
    // The types that are numbers; bools are bits.
    private static readonly (DType DType, ArrowType Type)[] Types =
    [
        (DType.Uint8, UInt8Type.Default), (DType.Int8, Int8Type.Default), (DType.Uint16, UInt16Type.Default),
        (DType.Int16, Int16Type.Default), (DType.Uint32, UInt32Type.Default), (DType.Int32, Int32Type.Default),
        (DType.Uint64, UInt64Type.Default), (DType.Int64, Int64Type.Default), (DType.Float16, HalfFloatType.Default),
        (DType.Float32, FloatType.Default), (DType.Float64, DoubleType.Default),
    ];

    /// <summary>A tensor of an array.</summary>
    /// <param name="data">The array.</param>
    /// <param name="name">What an error calls it.</param>
    internal static Tensor Tensor(ArrayData data, string name = "the Arrow array")
    {
        try
        {
            return Part(data, 0, data.Length, name);
        }
        catch (NullReferenceException)
        {
            // Arrow's own answer where the memory is gone.
            throw new ObjectDisposedException(name);
        }
    }

    /// <summary>An array of a tensor.</summary>
    internal static ArrayData Array(Tensor tensor)
    {
        if (tensor.Dim() is not (1 or 2))
        {
            throw new TorchValueException($"a tensor of 1 or 2 dimensions becomes an Arrow array, not one of {tensor.Dim()}");
        }

        using var flat = tensor.Flatten();
        var items = tensor.DType == DType.Bool ? new BooleanArray.Builder().AppendRange(flat.ToArray<bool>()).Build().Data : Shared(flat);
        return tensor.Dim() == 1 ? items : new(
            new FixedSizeListType(new Field("item", items.DataType, nullable: false), checked((int)tensor.Size(1))),
            checked((int)tensor.Size(0)), 0, 0, [ArrowBuffer.Empty], [items]);
    }

    private static ArrayData Shared(Tensor flat)
    {
        var type = System.Array.Find(Types, one => one.DType == flat.DType).Type
            ?? throw new TorchTypeException($"Arrow has no array of {flat.DType}");
        using var bytes = flat.Contiguous().View(DType.Uint8);
        return new(type, checked((int)flat.Size(0)), 0, 0, [ArrowBuffer.Empty, new ArrowBuffer(bytes.AsMemory<byte>())]);
    }

    // Of an array, what a list around it may leave over.
    private static Tensor Part(ArrayData data, long from, long count, string name)
    {
        var nulls = data.GetNullCount();
        if (nulls > 0)
        {
            throw new TorchValueException($"{name} has {nulls} nulls, which no tensor has");
        }

        var start = data.Offset + from;
        if (data.DataType is FixedSizeListType list)
        {
            if (data.Children is not [{ } child])
            {
                throw new TorchValueException($"{name} says that it has lists, and has none");
            }

            using var items = Part(child, start * list.ListSize, count * list.ListSize, name);
            return items.View([count, list.ListSize, .. items.Shape.Skip(1)]);
        }

        if (data.DataType is BooleanType)
        {
            return Bits(data, start, count, name);
        }

        var (dtype, type) = System.Array.Find(Types, one => one.Type.TypeId == data.DataType.TypeId);
        return type is not null ? Numbers(data, start, count, dtype, name)
            : throw new TorchTypeException($"{name} is of type {data.DataType.Name}, which no dtype holds");
    }

    private static Tensor Numbers(ArrayData data, long start, long count, DType dtype, string name)
    {
        Check(data, start, count, (start + count) * dtype.Itemsize, name);
        if (count == 0)
        {
            return Torch.Empty([0], dtype: dtype, device: "cpu");
        }

        var (kept, pin) = Hold(data, name);
        var first = (byte*)pin.Pointer + (start * dtype.Itemsize);
        if ((nint)first % dtype.Itemsize == 0)
        {
            return Torch.FromPointer((nint)first, [count], dtype, _ => Release(kept, pin));
        }

        try
        {
            var copy = Torch.Empty([count], dtype: dtype, device: "cpu");
            using var bytes = copy.View(DType.Uint8);
            new ReadOnlySpan<byte>(first, checked((int)bytes.Size(0))).CopyTo(bytes.AsSpan<byte>());
            return copy;
        }
        finally
        {
            Release(kept, pin);
        }
    }

    private static Tensor Bits(ArrayData data, long start, long count, string name)
    {
        Check(data, start, count, (start + count + 7) / 8, name);
        if (count == 0)
        {
            return Torch.Empty([0], dtype: DType.Bool, device: "cpu");
        }

        var (kept, pin) = Hold(data, name);
        try
        {
            var bits = new bool[count];
            for (var i = 0; i < bits.Length; i++)
            {
                bits[i] = (((byte*)pin.Pointer)[(start + i) / 8] >> (int)((start + i) % 8) & 1) != 0;
            }

            return Torch.FromArray(bits);
        }
        finally
        {
            Release(kept, pin);
        }
    }

    // A file may say anything of the length.
    private static void Check(ArrayData data, long start, long count, long bytes, string name)
    {
        if (start < 0 || count < 0 || data.Buffers is not { Length: >= 2 } || data.Buffers[1].Length < bytes)
        {
            throw new TorchValueException($"{name} says that it has more elements than it has");
        }
    }

    // Memory that a buffer owns stays until its last user is gone; other memory that Arrow allocated can not be freed while it is pinned.
    private static (ArrayData Kept, MemoryHandle Pin) Hold(ArrayData data, string name)
    {
        var kept = data.Retain();
        var pin = kept.Buffers[1].Memory.Pin();
        if (pin.Pointer is not null)
        {
            return (kept, pin);
        }

        Release(kept, pin);
        throw new ObjectDisposedException(name);
    }

    private static void Release(ArrayData kept, MemoryHandle pin)
    {
        pin.Dispose();
        kept.Dispose();
    }
}
