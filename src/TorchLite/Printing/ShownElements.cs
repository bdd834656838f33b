using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchLite.Printing;

/// <summary>
/// The elements that a tensor's text shows: of each dimension of more than twice <paramref name="edge"/>, that number at both ends. Only
/// they are read, straight from memory, so that a text costs the same however big the tensor is.
/// </summary>
internal readonly unsafe struct ShownElements(Tensor tensor, long edge)
{
    /// <summary>The texts of the numbers, in row-major order; for complex tensors of the imaginary parts too.</summary>
    /// <param name="options">How they are written.</param>
    /// <param name="zero">A number that stands for zero in the tensor's dtype.</param>
    internal (NumberColumn Real, NumberColumn? Imaginary) Columns(PrintOptions options, double zero = 0)
    {
        var dtype = tensor.DType;
        if (tensor.Device.Type != "cpu")
        {
            using var scope = Torch.Scope();
            return new ShownElements(OnCpu(), edge).Columns(options);
        }

        if (dtype.Readable != dtype)
        {
            using var scope = Torch.Scope();
            using var mode = Torch.NoGrad();
            return new ShownElements(Elements.Readable(tensor), edge).Columns(
                options, zero: dtype == DType.Float8E8m0fnu ? Torch.Finfo(dtype).Min : 0);
        }

        if (dtype.IsComplex)
        {
            var values = dtype == DType.Complex64
                ? Array.ConvertAll(Read<Vector2>(), static pair => new Complex(pair.X, pair.Y))
                : Read<Complex>();
            var sign = Sign();
            var turn = tensor.IsConj() ? -sign : sign;
            return (NumberColumn.Of(Array.ConvertAll(values, value => sign * value.Real), options),
                NumberColumn.Of(Array.ConvertAll(values, value => turn * value.Imaginary), options));
        }

        return (dtype.IsFloatingPoint ? NumberColumn.Of(Reals(dtype), options, zero) : Wholes(dtype), null);
    }

    /// <summary>Those elements as a small tensor on the CPU, made without a trace: no gradient, and in the scope of the caller.</summary>
    internal Tensor OnCpu()
    {
        using var mode = Torch.NoGrad();
        var shown = tensor;
        for (var dim = 0; dim < tensor.Dim(); dim++)
        {
            if (tensor.Size(dim) > 2 * edge)
            {
                shown = Torch.Cat([shown.Narrow(dim, 0, edge), shown.Narrow(dim, shown.Size(dim) - edge, edge)], dim);
            }
        }

        return shown.Cpu();
    }

    private NumberColumn Wholes(DType dtype) =>
        dtype == DType.Bool ? NumberColumn.Of(Read<bool>())
        : dtype == DType.Uint8 ? NumberColumn.Of(Read<byte>())
        : dtype == DType.Int8 ? NumberColumn.Of(Read<sbyte>())
        : dtype == DType.Int16 ? NumberColumn.Of(Read<short>())
        : dtype == DType.Int32 ? NumberColumn.Of(Read<int>())
        : dtype == DType.Int64 ? NumberColumn.Of(Read<long>())
        : dtype == DType.Uint16 ? NumberColumn.Of(Read<ushort>())
        : dtype == DType.Uint32 ? NumberColumn.Of(Read<uint>())
        : NumberColumn.Of(Read<ulong>());

    private double[] Reals(DType dtype)
    {
        var values =
            dtype == DType.Float64 ? Read<double>()
            : dtype == DType.Float32 ? Array.ConvertAll(Read<float>(), static value => (double)value)
            : dtype == DType.Float16 ? Array.ConvertAll(Read<Half>(), static value => (double)value)
            : Array.ConvertAll(Read<ushort>(), static bits => (double)BitConverter.Int32BitsToSingle(bits << 16));
        return Sign() > 0 ? values : Array.ConvertAll(values, static value => -value);
    }

    // The imaginary part of a conjugate is a view of the memory with the promise that it is the negative of what is there.
    private double Sign() => tensor.IsNeg() ? -1 : 1;

    private T[] Read<T>()
        where T : unmanaged
    {
        var (sizes, strides) = (tensor.Shape.ToArray(), tensor.Stride());
        var count = 1L;
        foreach (var size in sizes)
        {
            count = checked(count * Math.Min(size, 2 * edge));
        }

        var values = new T[count];
        var reader = new Reader<T>(sizes, strides, edge, values);
        using var use = new Use(tensor);
        reader.Read((T*)LibTorch.DataPointer(use.Handle), 0);
        return values;
    }

    private struct Reader<T>(long[] sizes, long[] strides, long edge, T[] values)
        where T : unmanaged
    {
        private int filled;

        internal void Read(T* data, int dim)
        {
            if (dim == sizes.Length)
            {
                values[filled++] = Unsafe.ReadUnaligned<T>(data);
                return;
            }

            for (var i = 0L; i < sizes[dim]; i++)
            {
                if (i == edge)
                {
                    i = Math.Max(i, sizes[dim] - edge);
                }

                Read(data + (i * strides[dim]), dim + 1);
            }
        }
    }
}
