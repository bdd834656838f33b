namespace TorchLite.Serialization;

/// <summary>Memory that one or more tensors of a file share.</summary>
/// <param name="dtype">The dtype of its elements; that of bytes where the tensors say their own.</param>
/// <param name="count">How many there are.</param>
/// <param name="device">The device of the result; null: the CPU.</param>
/// <param name="read">Reads it, or makes room for what is read later, in a shape.</param>
internal sealed class PtStorage(DType dtype, long count, Device? device, Func<Shape, DType, Tensor> read)
{
    private Tensor? first;
    private PtStorage? whole;
    private long start;

    internal DType DType { get; } = dtype;

    internal long Count { get; } = count;

    private long Bytes => Count * DType.Itemsize;

    /// <summary>This storage, which a file names once more.</summary>
    /// <exception cref="TorchFileException">It gives it another dtype, or another number of elements.</exception>
    internal PtStorage As(DType dtype, long count, string key) => DType == dtype && Count == count
        ? this
        : throw new TorchFileException($"storage {key} is of two types");

    /// <summary>All elements as a tensor of one dimension.</summary>
    internal Tensor All() => Tensor(DType, 0, [Count], [1]);

    /// <summary>A part of this memory, which the oldest files have as a storage of its own.</summary>
    internal PtStorage Part(long from, long length) => from >= 0 && length >= 0 && length <= Count - from
        ? new(DType, length, device, read) { whole = this, start = from }
        : throw new TorchFileException("a storage of the file is a part of another, and reaches outside it");

    /// <summary>A tensor on this memory, of which the first that is made is the owner.</summary>
    internal Tensor Tensor(DType wanted, long offset, long[] size, long[] stride)
    {
        var total = Bytes / wanted.Itemsize;
        Check(offset, size, stride, total);
        if (whole is not null)
        {
            return wanted == DType
                ? whole.Tensor(wanted, start + offset, size, stride)
                : throw new TorchFileException("a storage of the file is of two types");
        }

        if (first is not null || Bytes % wanted.Itemsize != 0)
        {
            // As bytes where it is no whole number of elements.
            first ??= Placed(read([Bytes], DType.Uint8));
            return Over(Torch.Empty([0], wanted, first.Device), offset, size, stride);
        }

        var shape = Shape.Wrap(size);
        if (offset == 0 && shape.Numel() == total && IsContiguous(size, stride))
        {
            return first = Placed(read(shape, wanted));
        }

        first = Placed(read([total], wanted));
        return first.Set_(first, offset, shape, stride);
    }

    /// <summary>Puts a tensor that is there onto this memory, as the oldest files do.</summary>
    internal Tensor Onto(Tensor target, long offset, long[] size, long[] stride)
    {
        Check(offset, size, stride, Bytes / target.Itemsize);
        if (whole is not null)
        {
            return whole.Onto(target, start + offset, size, stride);
        }

        first ??= Placed(read([Count], DType));
        return Over(target, offset, size, stride);
    }

    /// <summary>Brings what comes next in a stream into the memory for which room was made; or past it where no tensor is on it.</summary>
    internal unsafe void Fill(Stream source, Transfer transfer)
    {
        if (first is null || first.IsMeta)
        {
            source.Position += Bytes <= source.Length - source.Position
                ? Bytes
                : throw TensorBytes.TooShort(Bytes - (source.Length - source.Position));
            return;
        }

        using var flat = Whole(first.DType);
        if (first.IsCpu)
        {
            using var use = new Use(flat);
            TensorBytes.Fill(source, (byte*)LibTorch.DataPointer(use.Handle), Bytes, transfer);
            TensorBytes.Finish(flat);
            return;
        }

        using var here = TensorBytes.Read(source, flat.Shape, flat.DType, transfer);
        flat.Copy_(here);
    }

    private static bool IsContiguous(long[] size, long[] stride)
    {
        long step = 1;
        for (var i = size.Length - 1; i >= 0; step *= Math.Max(size[i--], 1))
        {
            if (stride[i] != step)
            {
                return false;
            }
        }

        return true;
    }

    // libtorch would read whatever lies beyond.
    private static void Check(long offset, long[] size, long[] stride, long total)
    {
        _ = TensorBytes.Count(size, DType.Complex128);
        var isEmpty = size.Contains(0);
        var last = (Int128)offset;
        for (var i = 0; i < size.Length && i < stride.Length; i++)
        {
            last += (Int128)(size[i] - 1) * stride[i];
        }

        if (size.Length != stride.Length || offset < 0 || stride.Any(static step => step < 0) || (isEmpty ? offset > total : last >= total))
        {
            throw new TorchFileException("a tensor of the file reaches outside its storage");
        }
    }

    // set_() takes the memory of a contiguous tensor only, which the first may not be.
    private Tensor Over(Tensor target, long offset, long[] size, long[] stride)
    {
        using var flat = Whole(target.DType);
        return target.Set_(flat, offset, Shape.Wrap(size), stride);
    }

    private Tensor Whole(DType wanted)
    {
        using var plain = first!.Detach();
        var elements = plain.AsStrided([Bytes / first.Itemsize], [1], 0);
        if (wanted == first.DType)
        {
            return elements;
        }

        if (wanted == DType.Bool)
        {
            // Whose bytes were not made 0 and 1.
            throw new TorchFileException("a storage of the file is of two types");
        }

        using var old = elements;
        using var bytes = old.View(DType.Uint8);
        using var fitting = bytes.Narrow(0, 0, Bytes - (Bytes % wanted.Itemsize));
        return fitting.View(wanted);
    }

    private Tensor Placed(Tensor tensor) => device is { } given && given.Type != "cpu" ? tensor.To(given) : tensor;
}
