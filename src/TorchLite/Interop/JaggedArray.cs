using System.Runtime.InteropServices;

namespace TorchLite.Interop;

/// <summary>Arrays of arrays, which are lists of lists to PyTorch: all rows of one level must have the same length.</summary>
internal static unsafe class JaggedArray
{
    internal static bool Is(Array array) => array.GetType().GetElementType()!.IsArray;

    /// <summary>A new CPU tensor with a copy of the elements.</summary>
    internal static Tensor ToTensor(Array array)
    {
        var type = array.GetType();
        while (type.IsArray)
        {
            type = type.GetElementType()!;
        }

        var dtype = SharedMemory.DTypeOf(type);
        var sizes = new List<long>();
        Measure(array, sizes);
        var tensor = Torch.Empty(new Shape([.. sizes]), dtype, default(Device));
        using var use = new Use(tensor);
        var to = (byte*)LibTorch.DataPointer(use.Handle);
        FreshMemory.Hint((nint)to, tensor.Nbytes);
        Copy(array, [.. sizes], 0, dtype.Itemsize, ref to);
        return tensor;
    }

    /// <summary>The elements of a contiguous CPU tensor, which is in use, as arrays of arrays.</summary>
    internal static Array FromTensor(Type type, ReadOnlySpan<long> sizes, int itemsize, ref byte* from)
    {
        var element = type.GetElementType()!;
        var rank = type.GetArrayRank();
        var array = Array.CreateInstanceFromArrayType(type, Array.ConvertAll(sizes[..rank].ToArray(), static size => checked((int)size)));
        if (element.IsArray)
        {
            var index = new int[rank];
            for (var i = 0; i < array.Length; i++)
            {
                for (var (dim, rest) = (rank - 1, i); dim >= 0; dim--)
                {
                    (rest, index[dim]) = Math.DivRem(rest, (int)sizes[dim]);
                }

                array.SetValue(FromTensor(element, sizes[rank..], itemsize, ref from), index);
            }

            return array;
        }

        var bytes = array.LongLength * itemsize;
        fixed (byte* to = &MemoryMarshal.GetArrayDataReference(array))
        {
            Buffer.MemoryCopy(from, to, bytes, bytes);
        }

        from += bytes;
        return array;
    }

    // The first row of each level says how long the others must be.
    private static void Measure(Array? array, List<long> sizes)
    {
        for (; array is not null; array = array.Length == 0 || !Is(array) ? null : (Array?)array.GetValue(new int[array.Rank]))
        {
            sizes.AddRange(SharedMemory.ShapeOf(array).AsSpan());
        }
    }

    private static void Copy(Array array, long[] sizes, int dim, int itemsize, ref byte* to)
    {
        for (var i = 0; i < array.Rank; i++, dim++)
        {
            if (array.GetLongLength(i) != sizes[dim])
            {
                throw new TorchValueException($"expected sequence of length {sizes[dim]} at dim {dim} (got {array.GetLongLength(i)})");
            }
        }

        if (!Is(array))
        {
            var bytes = array.LongLength * itemsize;
            SharedMemory.Copy(array, to, bytes);
            to += bytes;
            return;
        }

        foreach (Array? row in array)
        {
            Copy(row ?? throw new TorchTypeException("not a sequence"), sizes, dim, itemsize, ref to);
        }
    }
}
