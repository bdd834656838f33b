namespace TorchLite.Native;

/// <summary>
/// Division of integers. The smallest int32 or int64 divided by -1 is one more than the greatest, and the processor ends the process
/// for it, in PyTorch as well. Here it is what integers do everywhere else: it wraps around, to the smallest.
/// </summary>
/// <remarks>
/// Where a divisor is -1, the dividend is negated and divided by 1, which comes to the same for quotients and remainders.
/// </remarks>
internal static class IntegerDivision
{
    /// <summary>The rounded quotient.</summary>
    internal static Tensor Rounded(Tensor dividend, Tensor other, RoundingMode mode) => Run(
        dividend, other, (x, y) => Gate.Direct(static (a, b, mode) => Exports.Div(a, b, mode), x, y, mode.ToText(), nameof(other)));

    /// <inheritdoc cref="Rounded(Tensor, Tensor, RoundingMode)"/>
    internal static Tensor Rounded(Tensor dividend, Scalar other, RoundingMode mode) => Run(
        dividend, other, (x, y) => Gate.Direct(static (a, s, mode) => Exports.DivScalar(a, s, mode), x, y, mode.ToText()));

    /// <summary>The rounded quotient, written into the dividend.</summary>
    internal static Tensor Rounded_(Tensor dividend, Tensor other, RoundingMode mode) => InPlace(
        dividend, other,
        (x, y) => Gate.DirectInPlace(static (a, b, mode) => Exports.Div_(a, b, mode), x, y, mode.ToText(), nameof(other)),
        (x, y) => Rounded(x, y, mode));

    /// <inheritdoc cref="Rounded_(Tensor, Tensor, RoundingMode)"/>
    internal static Tensor Rounded_(Tensor dividend, Scalar other, RoundingMode mode) => InPlace(
        dividend, other, (x, y) => Gate.DirectInPlace(static (a, s, mode) => Exports.DivScalar_(a, s, mode), x, y, mode.ToText()));

    /// <summary>A quotient or remainder of two tensors.</summary>
    internal static Tensor Run(Tensor dividend, Tensor divisor, Func<Tensor, Tensor, Tensor> divide)
    {
        if (!IsDangerous(dividend, divisor))
        {
            return divide(dividend, divisor);
        }

        using var scope = Torch.Scope();
        var (left, right) = Tamed(dividend, divisor);
        return scope.Keep(divide(left, right));
    }

    /// <summary>The same, written into the dividend.</summary>
    /// <param name="changed">The dividend.</param>
    /// <param name="divisor">The divisor.</param>
    /// <param name="divide">The operation that writes into its first tensor, which is asked where it refuses.</param>
    /// <param name="quotient">The operation that does not.</param>
    internal static Tensor InPlace(
        Tensor changed, Tensor divisor, Func<Tensor, Tensor, Tensor> divide, Func<Tensor, Tensor, Tensor> quotient) =>
        IsDangerous(changed, divisor) && IsPossible(changed, divisor)
            ? changed.Copy_(Run(changed, divisor, quotient))
            : divide(changed, divisor);

    /// <summary>A quotient or remainder of a tensor and a number.</summary>
    internal static Tensor Run(Tensor dividend, Scalar divisor, Func<Tensor, Scalar, Tensor> divide)
    {
        if (!IsDangerous(dividend, divisor))
        {
            return divide(dividend, divisor);
        }

        using var negated = dividend.Neg();
        return divide(negated, 1);
    }

    /// <summary>The same, written into the dividend.</summary>
    internal static Tensor InPlace(Tensor changed, Scalar divisor, Func<Tensor, Scalar, Tensor> divide) =>
        IsDangerous(changed, divisor) ? divide(changed.Neg_(), 1) : divide(changed, divisor);

    /// <summary>
    /// The least common multiple, which divides the first by what may be -1 where it is the smallest number: there the two change places.
    /// </summary>
    internal static Tensor Lcm(Tensor first, Tensor second, Func<Tensor, Tensor, Tensor> lcm)
    {
        if (!AreWhole(first, second) || Smallest(first, second) is not { } smallest)
        {
            return lcm(first, second);
        }

        using var scope = Torch.Scope();
        var (left, right) = Promoted(first, second);
        var isSmallest = left.Eq(smallest);
        return scope.Keep(lcm(right.Where(isSmallest, left), left.Where(isSmallest, right)));
    }

    /// <summary>The same, written into the first.</summary>
    internal static Tensor Lcm_(
        Tensor changed, Tensor other, Func<Tensor, Tensor, Tensor> lcmInPlace, Func<Tensor, Tensor, Tensor> lcm) =>
        AreWhole(changed, other) && Smallest(changed, other) is not null && IsPossible(changed, other)
            ? changed.Copy_(Lcm(changed, other, lcm))
            : lcmInPlace(changed, other);

    private static bool IsDangerous(Tensor dividend, Scalar divisor) =>
        divisor.IsWhole && IsWide(dividend.DType) && dividend.IsCpu && IsMinusOne(divisor, dividend.DType);

    // As libtorch takes it, which cuts off what the dtype does not hold.
    private static bool IsMinusOne(Scalar number, DType dtype)
    {
        var bits = number.Kind == ScalarKind.Unsigned ? unchecked((long)(ulong)number) : (long)number;
        return dtype == DType.Int32 ? unchecked((int)bits) == -1 : bits == -1;
    }

    private static bool IsDangerous(Tensor dividend, Tensor divisor)
    {
        if (!AreWhole(dividend, divisor))
        {
            return false;
        }

        // Of another dtype, as one number beside many can be: -1 after it has become one of theirs.
        var type = Torch.ResultType(dividend, divisor);
        return IsWide(type)
            && (divisor.DType == type ? HasMinusOne(divisor) : divisor.DType != DType.Uint8 && HasMinusOne(divisor.To(type)));
    }

    private static bool AreWhole(Tensor first, Tensor second) =>
        first is not null && second is not null
        && (IsWide(first.DType) || IsWide(second.DType)) && IsWhole(first.DType) && IsWhole(second.DType)
        && first.IsCpu && second.IsCpu && LinearAlgebra.Broadcast(first.Shape, second.Shape) is not null;

    private static bool IsWide(DType dtype) => dtype == DType.Int32 || dtype == DType.Int64;

    private static bool IsWhole(DType dtype) => !dtype.IsFloatingPoint && !dtype.IsComplex;

    private static unsafe bool HasMinusOne(Tensor divisor)
    {
        if (Vmap.IsBatched(divisor))
        {
            return true; // nobody can look, so it is done in any case
        }

        if (divisor.IsContiguous())
        {
            using var use = new Use(divisor);
            var (data, count) = (LibTorch.DataPointer(use.Handle), LibTorch.Numel(use.Handle));
            if (count <= int.MaxValue)
            {
                return divisor.DType == DType.Int64
                    ? new ReadOnlySpan<long>((void*)data, (int)count).Contains(-1)
                    : new ReadOnlySpan<int>((void*)data, (int)count).Contains(-1);
            }
        }

        using var isThere = divisor.Eq(-1).Any();
        return (bool)isThere;
    }

    // The smallest number of the dtype that both get, where the first has it.
    private static Scalar? Smallest(Tensor first, Tensor second)
    {
        var type = Torch.ResultType(first, second);
        if (!IsWide(type))
        {
            return null;
        }

        Scalar smallest = type == DType.Int64 ? long.MinValue : int.MinValue;
        using var isThere = first.To(type).Eq(smallest).Any();
        return (bool)isThere ? smallest : null;
    }

    private static (Tensor Dividend, Tensor Divisor) Tamed(Tensor dividend, Tensor divisor)
    {
        var (left, right) = Promoted(dividend, divisor);
        var isMinusOne = right.Eq(-1);
        return (left.Neg().Where(isMinusOne, left), right.MaskedFill(isMinusOne, 1));
    }

    private static (Tensor First, Tensor Second) Promoted(Tensor first, Tensor second)
    {
        var type = Torch.ResultType(first, second);
        return (first.To(type), second.To(type));
    }

    // Whether the result can be written into the tensor; where not, libtorch says so before it divides.
    private static bool IsPossible(Tensor changed, Tensor other) =>
        Torch.CanCast(Torch.ResultType(changed, other), changed.DType)
        && LinearAlgebra.Broadcast(changed.Shape, other.Shape) is { } shape && shape.AsSpan().SequenceEqual(changed.Shape.ToArray());
}
