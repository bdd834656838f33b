using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace TorchLite.Serialization;

/// <summary>The elements of tensors as the bytes of files, which are little-endian, as every machine is that libtorch runs on.</summary>
internal static unsafe class TensorBytes
{
    // What a file claims is believed up to here; beyond, memory grows with what it really has.
    private const long Believed = 1 << 26;

    /// <summary>The bytes of a tensor of this shape.</summary>
    /// <exception cref="TorchFileException">The memory could not be addressed.</exception>
    internal static long Count(ReadOnlySpan<long> shape, DType dtype)
    {
        // As if empty dimensions had one element: the strides of a tensor with an empty dimension are computed all the same.
        long count = dtype.Itemsize;
        var isEmpty = false;
        foreach (var size in shape)
        {
            if (size < 0 || (size > 0 && count > long.MaxValue / size))
            {
                throw new TorchFileException($"a tensor can not have the shape ({string.Join(", ", shape.ToArray())})");
            }

            isEmpty |= size == 0;
            count *= Math.Max(size, 1);
        }

        return isEmpty ? 0 : count;
    }

    /// <summary>A contiguous tensor of the next bytes of a stream.</summary>
    /// <exception cref="TorchFileException">The stream ends too early.</exception>
    internal static Tensor Read(Stream source, Shape shape, DType dtype, Transfer transfer, bool isBigEndian = false)
    {
        var count = Count(shape.AsSpan(), dtype);
        var isKnown = source.CanSeek || source is ZipPart;
        if (isKnown && source.Length - source.Position < count)
        {
            throw TooShort(count - (source.Length - source.Position));
        }

        // What is packed may claim to be longer than it is.
        isKnown &= source is not ZipPart { IsPacked: true };
        var tensor = isKnown || count <= Believed ? ReadKnown() : ReadGrowing(source, count, shape, dtype, transfer);
        return Finish(tensor, isBigEndian);

        Tensor ReadKnown()
        {
            var made = Torch.Empty(shape, dtype, default(Device));
            try
            {
                using var use = new Use(made);
                FreshMemory.Hint(LibTorch.DataPointer(use.Handle), count, least: 4 << 20); // read from a file, which never was in the cache
                Fill(source, (byte*)LibTorch.DataPointer(use.Handle), count, transfer);
                return made;
            }
            catch
            {
                made.Dispose();
                throw;
            }
        }
    }

    /// <summary>Writes the elements in row-major order, as they are in memory.</summary>
    internal static void Write(Stream target, Tensor tensor, Transfer transfer)
    {
        if (tensor.Numel() == 0)
        {
            return;
        }

        using var off = Torch.NoGrad();
        using var plain = tensor.Detach().Cpu().ResolveConj().ResolveNeg().Contiguous();
        using var use = new Use(plain);
        Write(target, (byte*)LibTorch.DataPointer(use.Handle), plain.Nbytes, transfer);
    }

    /// <summary>Writes memory.</summary>
    internal static void Write(Stream target, byte* data, long count, Transfer transfer)
    {
        for (long at = 0; at < count; at += Transfer.Chunk)
        {
            var chunk = (int)Math.Min(count - at, Transfer.Chunk);
            target.Write(new ReadOnlySpan<byte>(data + at, chunk));
            transfer.Moved(chunk);
        }
    }

    /// <summary>Makes what a file brought fit for libtorch, in place: its order of bytes, and bools that are 0 or 1.</summary>
    internal static Tensor Finish(Tensor tensor, bool isBigEndian = false)
    {
        var dtype = tensor.DType;
        if ((!isBigEndian || dtype.Itemsize == 1) && dtype != DType.Bool)
        {
            return tensor;
        }

        using var use = new Use(tensor);
        var data = (byte*)LibTorch.DataPointer(use.Handle);
        var count = LibTorch.Numel(use.Handle) * dtype.Itemsize;
        for (long at = 0; at < count; at += Transfer.Chunk)
        {
            var chunk = new Span<byte>(data + at, (int)Math.Min(count - at, Transfer.Chunk));
            if (dtype == DType.Bool)
            {
                MakeBool(chunk);
            }
            else
            {
                Reverse(chunk, dtype.IsComplex ? dtype.Itemsize / 2 : dtype.Itemsize);
            }
        }

        return tensor;
    }

    internal static TorchFileException TooShort(long missing) => new($"the file is cut off: {missing} bytes of its data are missing");

    /// <summary>Brings the next bytes of a stream to memory.</summary>
    internal static void Fill(Stream source, byte* target, long count, Transfer transfer)
    {
        for (long at = 0; at < count;)
        {
            var read = source.Read(new Span<byte>(target + at, (int)Math.Min(count - at, Transfer.Chunk)));
            if (read == 0)
            {
                throw TooShort(count - at);
            }

            at += read;
            transfer.Moved(read);
        }
    }

    private static Tensor ReadGrowing(Stream source, long count, Shape shape, DType dtype, Transfer transfer)
    {
        const int Alignment = 64;
        var size = (nuint)Believed;
        var memory = (byte*)NativeMemory.AlignedAlloc(size, Alignment);
        try
        {
            for (nuint filled = 0; ;)
            {
                Fill(source, memory + filled, (long)(size - filled), transfer);
                if (size == (nuint)count)
                {
                    break;
                }

                filled = size;
                size = Math.Min(2 * size, (nuint)count);
                memory = (byte*)NativeMemory.AlignedRealloc(memory, size, Alignment);
            }
        }
        catch
        {
            NativeMemory.AlignedFree(memory);
            throw;
        }

        var taken = (nint)memory;
        return ForeignMemory.Wrap(taken, shape, dtype, () => NativeMemory.AlignedFree((void*)taken));
    }

    // A byte that is neither 0 nor 1 is no bool to C++, which may do anything with it.
    private static void MakeBool(Span<byte> bytes)
    {
        for (var rest = bytes; rest.IndexOfAnyExceptInRange((byte)0, (byte)1) is >= 0 and var at; rest = rest[(at + 1)..])
        {
            rest[at] = 1;
        }
    }

    private static void Reverse(Span<byte> bytes, int size)
    {
        switch (size)
        {
            case 2:
                BinaryPrimitives.ReverseEndianness(Cast<short>(bytes), Cast<short>(bytes));
                break;
            case 4:
                BinaryPrimitives.ReverseEndianness(Cast<int>(bytes), Cast<int>(bytes));
                break;
            default:
                BinaryPrimitives.ReverseEndianness(Cast<long>(bytes), Cast<long>(bytes));
                break;
        }

        static Span<T> Cast<T>(Span<byte> bytes)
            where T : struct => MemoryMarshal.Cast<byte, T>(bytes);
    }
}
