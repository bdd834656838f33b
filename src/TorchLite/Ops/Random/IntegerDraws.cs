namespace TorchLite;

/// <summary>Integers drawn with a given generator: the numbers that libtorch's <c>random_</c> draws with it.</summary>
/// <remarks>
/// LibTorchSharp passes a generator to <c>random_</c> with two bounds only, and those as doubles. Where these do not tell the bounds, the
/// draw is made otherwise.
/// </remarks>
internal static class IntegerDraws
{
    // Up to which a double tells all integers apart.
    private const long Exact = 1L << 53;

    /// <summary>random_(from, to); a generator that is null is the default one.</summary>
    internal static Tensor Between(Tensor tensor, long from, long to, Generator? generator)
    {
        if (from is >= -Exact and <= Exact && to is >= -Exact and <= Exact)
        {
            return Generator.Fill(static (t, a, g) => Exports.Random_(t, a.from, a.to, g), tensor, (from, to), generator);
        }

        generator ??= Generator.For(tensor);
        if (generator is null)
        {
            return Script.InPlace(tensor, $"{tensor}.random_({from}, {to})");
        }

        using var drawn = Drawn(tensor, tensor.DType, from, to, generator);
        return tensor.Copy_(drawn);
    }

    /// <summary>
    /// random_(from, None): up to the greatest integer of the dtype, or to which it tells all integers apart; a generator that is null is
    /// the default one.
    /// </summary>
    internal static Tensor From(Tensor tensor, long from, Generator? generator)
    {
        var dtype = tensor.DType;
        if (from == long.MaxValue && dtype.IsFloatingPoint && End(dtype) is { } beyond)
        {
            // libtorch would look for the next greater number for ever.
            throw new TorchException(
                $"random_ expects 'from' casted to dtype to be less than or equal to 'to_inc' casted to dtype, but got "
                    + $"from={from} > to_inc={beyond - 1}");
        }

        generator ??= Generator.For(tensor);
        if (generator is null)
        {
            return Script.InPlace(tensor, $"{tensor}.random_({from}, None)");
        }

        if (from == long.MinValue && (dtype == DType.Int64 || dtype == DType.Bfloat16 || dtype.IsFloatingPoint && dtype.Itemsize >= 4))
        {
            return All64(tensor, generator);
        }

        if (from > long.MinValue && dtype == DType.Int64)
        {
            // As many numbers, one further down: the end is no long.
            using var drawn = Drawn(tensor, dtype, from - 1, long.MaxValue, generator);
            return tensor.Copy_(drawn.Add_(1));
        }

        return from > long.MinValue && End(dtype) is { } end && from < (dtype.IsFloatingPoint ? end - 1 : end)
            ? Between(tensor, from, end, generator)
            : WithItsState(tensor, from, generator);
    }

    // The default generator draws from the state of the other, which then goes on from where that ended. Seldom: near the greatest long, and
    // where libtorch has no such draw, and says why not.
    private static Tensor WithItsState(Tensor tensor, long from, Generator generator)
    {
        lock (Exchange)
        {
            using var scope = Torch.Scope();
            var own = Generator.OfProcess.GetState();
            Generator.OfProcess.SetState(generator.GetState());
            try
            {
                Script.InPlace(tensor, $"{tensor}.random_({from}, None)");
                generator.SetState(Generator.OfProcess.GetState());
            }
            finally
            {
                Generator.OfProcess.SetState(own);
            }
        }

        return tensor;
    }

    private static readonly Lock Exchange = new();

    /// <summary>random_(): from 0 up to the greatest integer of the dtype, or below which it tells all integers apart.</summary>
    internal static Tensor All(Tensor tensor, Generator generator)
    {
        var dtype = tensor.DType;
        return dtype == DType.Int64 ? From(tensor, 0, generator)
            : dtype == DType.Int32 ? All31(tensor, generator)
            : dtype != DType.Uint16 && dtype != DType.Uint32 && End(dtype) is { } end ? Between(tensor, 0, end, generator)
            : Tensor.RandomOperator.CallInPlace(tensor, default(AtenValue)); // libtorch says that it has no such draw
    }

    private static long? End(DType dtype) =>
        dtype == DType.Bool ? 2
        : dtype.Itemsize == 1 && dtype.IsFloatingPoint || dtype.IsComplex || dtype == DType.Uint64 ? null
        : dtype.IsFloatingPoint ? (long)(2 / new Finfo(dtype).Eps) + 1
        : (long)new Iinfo(dtype).Max + 1;

    // The low 31 bits of what the generator gives, which no range does: those below 2^28 are remainders of such a number, greater ones of
    // two put together. As 2^27 is one more than a multiple of 73, the remainders by both tell the bits above the 27 lowest.
    private static Tensor All31(Tensor tensor, Generator generator)
    {
        using var scope = Torch.Scope();
        var before = generator.GetState();
        var low = Drawn(tensor, DType.Int32, 0, 1 << 27, generator);
        generator.SetState(before);
        var high = Drawn(tensor, DType.Int32, 0, 73, generator).Sub_(low).Remainder_(73).BitwiseAnd_(15);
        return tensor.Copy_(high.BitwiseLeftShift_(27).Add_(low));
    }

    // All 64 bits: the lower 63, and from the remainder by an odd number, whether the highest is set.
    private static Tensor All64(Tensor tensor, Generator generator)
    {
        const long Odd = Exact - 1;
        using var scope = Torch.Scope();
        var before = generator.GetState();
        var low = Drawn(tensor, DType.Int64, -1, long.MaxValue, generator).Add_(1);
        generator.SetState(before);
        var isSet = Drawn(tensor, DType.Int64, 0, Odd, generator).Ne(low.Remainder(Odd));
        return tensor.Copy_(low.Add_(isSet.Long().Mul_(long.MinValue)));
    }

    // A new tensor in the same order, so that each element is drawn at its turn.
    private static Tensor Drawn(Tensor like, DType dtype, long from, long to, Generator generator) =>
        generator.Draw(Torch.EmptyLike(like, dtype), from, to);
}
