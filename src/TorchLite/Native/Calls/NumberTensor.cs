namespace TorchLite.Native;

/// <summary>
/// A number of arithmetic as a tensor without dimensions, of the other operand's dtype, kept for the next time. libtorch makes such a
/// tensor of every scalar in every operation, and converts it to the other's dtype by one more: two thirds of the time of <c>x + 1</c>.
/// </summary>
/// <remarks>
/// Each thread has a few of each dtype, made together: one made now and then would come to lie between large results, and its few bytes keep
/// their memory from being used again. Numbers that meet in one displace each other in place, unless a graph has saved the tensor.
/// </remarks>
internal sealed class NumberTensor : IDisposable
{
    private const int Bits = 5;

    private static readonly DType[] DTypes = [DType.Float32, DType.Float64, DType.Int64];

    [ThreadStatic]
    private static NumberTensor[]?[]? known;

    private readonly DType dtype;
    private long bits;

    // Where the number itself lies.
    private nint data;

    // A call may come back to C#, and ask for another number.
    private bool isUsed;

    private NumberTensor(DType dtype)
    {
        this.dtype = dtype;
        Make(0);
    }

    ~NumberTensor() => LibTorch.Delete(Handle);

    /// <summary>libtorch's tensor, which keeps its number until <see cref="Dispose"/>.</summary>
    internal nint Handle { get; private set; }

    /// <summary>
    /// The number as an operand beside a tensor, or null where libtorch's own way says more: another dtype may come of it, the number may
    /// not fit, or the tensor is not on the CPU.
    /// </summary>
    internal static NumberTensor? Beside(nint tensor, Scalar number)
    {
        // Beyond 2^53 an integer would be rounded twice on its way to float.
        const long Exact = 1L << 53;
        var type = LibTorch.DTypeOf(tensor);
        var dtype = type == DType.Float32 ? 0 : type == DType.Float64 ? 1 : type == DType.Int64 ? 2 : -1;
        if (dtype < 0 || !LibTorch.IsOnCpu(tensor))
        {
            return null;
        }

        var isReal = dtype < 2;
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

    /// <summary>Ends the use of it as an operand.</summary>
    public void Dispose() => isUsed = false;

    private static NumberTensor? Get(int dtype, long bits)
    {
        if (!UseCount.IsKnown)
        {
            return null;
        }

        var slot = (int)(((ulong)bits * 0x9E3779B97F4A7C15) >> (64 - Bits));
        var found = ((known ??= new NumberTensor[DTypes.Length][])[dtype] ?? MakeAll(dtype))[slot];
        if (found.isUsed)
        {
            return null;
        }

        if (found.bits != bits)
        {
            found.Become(bits);
        }

        found.isUsed = true;
        return found;
    }

    private static NumberTensor[] MakeAll(int dtype)
    {
        var all = new NumberTensor[1 << Bits];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = new(DTypes[dtype]);
        }

        known![dtype] = all;
        return all;
    }

    private unsafe void Become(long number)
    {
        if (UseCount.Of(Handle) > 1)
        {
            var before = Handle;
            Make(number);
            LibTorch.Delete(before);
            return;
        }

        bits = number;
        if (dtype == DType.Float32)
        {
            *(float*)data = (float)BitConverter.Int64BitsToDouble(number);
        }
        else
        {
            *(long*)data = number;
        }
    }

    private void Make(long number)
    {
        // One made in inference mode could not be saved for a gradient later.
        using var normal = Torch.InferenceMode(false);
        Handle = LibTorch.NewNumber(dtype, number);
        (bits, data) = (number, LibTorch.DataPointer(Handle));
    }
}
