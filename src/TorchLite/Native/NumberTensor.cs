namespace TorchLite.Native;

/// <summary>
/// A number of arithmetic as a tensor without dimensions, of the other operand's dtype, kept for the next time. libtorch makes such a
/// tensor of every scalar in every operation, and converts it to the other's dtype by one more: two thirds of the time of <c>x + 1</c>.
/// </summary>
internal sealed class NumberTensor
{
    // Numbers that meet in a slot displace each other; what a call still uses is kept by that call.
    private static readonly NumberTensor?[] Known = new NumberTensor?[512];

    private readonly int dtype;
    private readonly long bits;

    private NumberTensor(int dtype, long bits, nint handle)
    {
        this.dtype = dtype;
        this.bits = bits;
        Handle = handle;
    }

    ~NumberTensor() => LibTorch.Delete(Handle);

    /// <summary>libtorch's tensor, valid as long as this object: keep it alive.</summary>
    internal nint Handle { get; }

    /// <summary>
    /// The number as an operand beside a tensor, or null where libtorch's own way says more: another dtype may come of it, the number may
    /// not fit, or the tensor is not on the CPU.
    /// </summary>
    internal static NumberTensor? Beside(nint tensor, Scalar number)
    {
        // Beyond 2^53 a whole number would be rounded twice on its way to float.
        const long Exact = 1L << 53;
        var dtype = LibTorch.DTypeOf(tensor);
        var isReal = dtype == DType.Float32 || dtype == DType.Float64;
        if (!(isReal || dtype == DType.Int64) || !LibTorch.IsOnCpu(tensor))
        {
            return null;
        }

        switch (number.Kind)
        {
            case ScalarKind.Integer when !isReal:
                return Get(dtype, (long)number);
            case ScalarKind.Integer when (long)number is >= -Exact and <= Exact:
                return Get(dtype, BitConverter.DoubleToInt64Bits((long)number));
            case ScalarKind.Real when isReal:
                return Get(dtype, BitConverter.DoubleToInt64Bits((double)number));
            default:
                return null;
        }
    }

    private static NumberTensor Get(DType dtype, long bits)
    {
        var slot = (int)(((ulong)(bits ^ dtype.Code) * 0x9E3779B97F4A7C15) >> 55);
        if (Volatile.Read(ref Known[slot]) is { } known && known.bits == bits && known.dtype == dtype.Code)
        {
            return known;
        }

        // One made in inference mode could not be saved for a gradient later.
        using var normal = Torch.InferenceMode(false);
        var made = new NumberTensor(dtype.Code, bits, LibTorch.NewNumber(dtype, bits));
        Volatile.Write(ref Known[slot], made);
        return made;
    }
}
