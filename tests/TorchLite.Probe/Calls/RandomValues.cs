namespace TorchLite.Probe.Calls;

/// <summary>
/// Whatever a user may pass: tensors of all dtypes and layouts, numbers at the ends of their range, sizes that do not exist.
/// </summary>
internal sealed class RandomValues(Random random)
{
    private static readonly DType[] DTypes =
    [
        DType.Float32, DType.Float32, DType.Float64, DType.Int64, DType.Int64, DType.Int32, DType.Int16, DType.Int8, DType.Uint8,
        DType.Bool, DType.Float16, DType.Bfloat16, DType.Complex64, DType.Complex128,
    ];

    private static readonly long[] Sizes = [0, 1, 1, 2, 2, 3, 3, 4, 5, 7];

    private static readonly long[] Longs =
    [
        0, 0, 0, 1, 1, 1, -1, -1, 2, 2, 3, -2, -3, 4, 5, 7, 8, 16, 64, 100, 1000, 100_000, int.MaxValue, int.MinValue, 1L << 40,
        long.MaxValue, long.MinValue, long.MinValue + 1, long.MaxValue - 1, -1L << 33, 1L << 62,
    ];

    private static readonly double[] Doubles =
    [
        0, 1, -1, 0.5, 2, 1e-3, 1e30, -1e30, 1e300, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, -0.0, 3,
    ];

    private static readonly string[] Words =
    [
        "none", "mean", "sum", "nearest", "bilinear", "linear", "bicubic", "trilinear", "area", "reflect", "constant", "replicate",
        "circular", "reduced", "complete", "ortho", "forward", "backward", "fro", "nuc", "trunc", "floor", "ij", "xy", "L", "U", "left",
        "right", "tanh", "prod", "amax", "amin", "gelsd", "gels", "gelsy", "gelss", "gesvd", "gesvdj", "lower", "higher", "midpoint",
        "ij,jk->ik", "i,i", "...ij->...ji", "", "\r", "\"", "\\", "\0", "ü",
    ];

    internal Random Random => random;

    internal T Of<T>(params ReadOnlySpan<T> values) => values[random.Next(values.Length)];

    internal long Long() => random.Next(3) > 0 ? Of(Longs.AsSpan(0, 12)) : Of(Longs);

    internal double Double() => Of(Doubles);

    internal string Word() => Of(Words);

    internal DType NextDType() => Of(DTypes);

    internal long[] LongList() => random.Next(60) == 0
        ? [.. Enumerable.Repeat(Long(), random.Next(20_000))]
        : [.. Enumerable.Range(0, random.Next(random.Next(4) == 0 ? 8 : 4)).Select(_ => Long())];

    internal Scalar Scalar() => random.Next(4) switch
    {
        0 => Double(),
        1 => new System.Numerics.Complex(Double(), Double()),
        2 => random.Next(2) == 0,
        _ => Long(),
    };

    internal long[] Shape()
    {
        // Mostly such as fit one another.
        if (random.Next(2) == 0)
        {
            return Of<long[]>([2, 3], [3], [], [3, 3], [2, 3, 3], [1, 2, 3, 3], [1], [2, 2, 3, 3, 3]);
        }

        return [.. Enumerable.Range(0, random.Next(random.Next(6) == 0 ? 7 : 5)).Select(_ => Of(Sizes))];
    }

    internal Tensor Tensor()
    {
        var dtype = NextDType();
        var shape = Shape();
        var layout = random.Next(12);
        var tensor = Filled(layout == 1 && shape.Length > 0 ? [.. shape[..^1], shape[^1] + 2] : shape, dtype);
        tensor = layout switch
        {
            0 when shape.Length > 1 => tensor.Transpose(0, -1),
            1 when shape.Length > 0 => tensor.Narrow(-1, 1, shape[^1]),
            2 => tensor.Unsqueeze(0).Expand([.. new[] { 2L }, .. shape]),
            3 when dtype.IsComplex => tensor.Conj(),
            4 when shape.Length == 4 => tensor.Contiguous(memoryFormat: MemoryFormat.ChannelsLast),
            _ => tensor,
        };
        return random.Next(4) == 0 && (dtype.IsFloatingPoint || dtype.IsComplex) ? tensor.Detach().RequiresGrad_() : tensor;
    }

    internal static string Text(Tensor tensor) =>
        $"{tensor.DType}[{string.Join(", ", tensor.Shape)}]"
        + (tensor.IsContiguous() ? "" : $" with strides [{string.Join(", ", tensor.Stride())}]")
        + (tensor.RequiresGrad ? " with a gradient" : "")
        + (tensor.Numel() > 0 && !tensor.IsConj() ? $" of {tensor.Detach().Flatten()[0].Item()}" : "");

    private Tensor Filled(long[] shape, DType dtype)
    {
        var made = Torch.Empty(shape, dtype: dtype);
        if (dtype == DType.Bool)
        {
            return made.Fill_(random.Next(2) == 0);
        }

        var isReal = dtype.IsFloatingPoint || dtype.IsComplex;
        switch (random.Next(8))
        {
            case 0:
                return made.Fill_(isReal ? Of(double.NaN, double.PositiveInfinity, double.NegativeInfinity) : Torch.Iinfo(dtype).Min);
            case 1:
                return made.Fill_(isReal ? Torch.Finfo(dtype).Max : Torch.Iinfo(dtype).Max);
            case 2:
                return made.Zero_();
            case 3:
                return made.Fill_(isReal ? -1.0 : dtype == DType.Uint8 ? 1 : -1);
            case 4:
                return made.Fill_(1);
            default:
                made.Copy_(Torch.Arange(Math.Max(made.Numel(), 0)).Reshape(shape).Remainder(5));
                return isReal ? made.Sub_(random.Next(3)) : made;
        }
    }
}
