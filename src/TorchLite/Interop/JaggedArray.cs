using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.InteropServices;

namespace TorchLite.Interop;

/// <summary>
/// Arrays of arrays, and of lists, which are lists of lists to PyTorch: all rows of one level must have the same length.
/// </summary>
internal static unsafe class JaggedArray
{
    internal static bool Is(Array array) => ElementOf(array.GetType().GetElementType()!) is not null;

    /// <summary>A new CPU tensor with a copy of the elements.</summary>
    internal static Tensor ToTensor(Array array)
    {
        var type = array.GetType();
        while (ElementOf(type) is { } element)
        {
            type = element;
        }

        var dtype = SharedMemory.DTypeOf(type);
        var sizes = new List<long>();
        Measure(array, sizes);
        var tensor = Torch.Empty(new Shape([.. sizes]), dtype, default(Device));
        using var use = new Use(tensor);
        var to = (byte*)LibTorch.DataPointer(use.Handle);
        FreshMemory.Hint((nint)to, tensor.Nbytes);
        Copy(array, [.. sizes], 0, dtype, new(to, tensor.Nbytes));
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

    // What the rows of a type are made of; null where it is no type of rows.
    [UnconditionalSuppressMessage(
        "Trimming", "IL2070", Justification = "An interface that is named here stays on every type that implements it.")]
    private static Type? ElementOf(Type type) =>
        type.IsArray ? type.GetElementType()
        : type == typeof(string) || type == typeof(Tensor) ? null
        : IsSequence(type) ? type.GetGenericArguments()[0]
        : Array.Find(type.GetInterfaces(), IsSequence)?.GetGenericArguments()[0];

    private static bool IsSequence(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>);

    // The first row of each level says how long the others must be.
    private static void Measure(object? rows, List<long> sizes)
    {
        while (rows is IEnumerable items && ElementOf(rows.GetType()) is not null)
        {
            var (array, count) = (rows as Array, 0L);
            if (array is not null)
            {
                sizes.AddRange(SharedMemory.ShapeOf(array).AsSpan());
            }

            rows = null;
            foreach (var row in items)
            {
                rows = count++ == 0 ? row : rows;
                if (array is not null || items is ICollection)
                {
                    break;
                }
            }

            if (array is null)
            {
                sizes.Add(items is ICollection list ? list.Count : count);
            }
        }
    }

    private static void Copy(object? rows, long[] sizes, int dim, DType dtype, Target target)
    {
        if (rows is Array array)
        {
            for (var i = 0; i < array.Rank; i++, dim++)
            {
                CheckLength(array.GetLongLength(i), sizes, dim);
            }

            if (!Is(array))
            {
                var bytes = array.LongLength * dtype.Itemsize;
                SharedMemory.Copy(array, target.Take(bytes), bytes);
                return;
            }
        }
        else if (rows is IEnumerable list)
        {
            CheckLength(list is ICollection { Count: var count } ? count : list.Cast<object?>().LongCount(), sizes, dim++);
        }
        else
        {
            throw new TorchTypeException("not a sequence");
        }

        if (dim == sizes.Length && ElementOf(ElementOf(rows.GetType())!) is null)
        {
            CopyList(rows, dtype, target);
            return;
        }

        foreach (var row in (IEnumerable)rows)
        {
            Copy(row, sizes, dim, dtype, target);
        }
    }

    private static void CheckLength(long length, long[] sizes, int dim)
    {
        if (dim >= sizes.Length || length != sizes[dim])
        {
            throw new TorchValueException(
                $"expected sequence of length {(dim < sizes.Length ? sizes[dim] : 0)} at dim {dim} (got {length})");
        }
    }

    private static void CopyList(object list, DType dtype, Target target)
    {
        switch (dtype.NativeName)
        {
            case "Byte":
                CopyList<byte>(list, target);
                break;
            case "Char":
                CopyList<sbyte>(list, target);
                break;
            case "Short":
                CopyList<short>(list, target);
                break;
            case "UInt16":
                CopyList<ushort>(list, target);
                break;
            case "Int":
                CopyList<int>(list, target);
                break;
            case "UInt32":
                CopyList<uint>(list, target);
                break;
            case "Long":
                CopyList<long>(list, target);
                break;
            case "UInt64":
                CopyList<ulong>(list, target);
                break;
            case "Half":
                CopyList<Half>(list, target);
                break;
            case "Float":
                CopyList<float>(list, target);
                break;
            case "Double":
                CopyList<double>(list, target);
                break;
            case "Bool":
                CopyList<bool>(list, target);
                break;
            default:
                CopyList<Complex>(list, target);
                break;
        }
    }

    private static void CopyList<T>(object list, Target target)
        where T : unmanaged
    {
        if (list is List<T> known)
        {
            var items = CollectionsMarshal.AsSpan(known);
            items.CopyTo(new Span<T>(target.Take((long)items.Length * sizeof(T)), items.Length));
            return;
        }

        foreach (var item in (IEnumerable<T>)list)
        {
            *(T*)target.Take(sizeof(T)) = item;
        }
    }

    /// <summary>Memory that is filled from its beginning. A list may be longer by the time that it is copied.</summary>
    private sealed class Target(byte* to, long bytes)
    {
        internal byte* Take(long count)
        {
            bytes -= count <= bytes ? count : throw new InvalidOperationException("A list became longer while it was copied.");
            to += count;
            return to - count;
        }
    }
}
