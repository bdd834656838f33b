namespace TorchLite.Native;

/// <summary>
/// What libtorch's kernels take for granted about their arguments: looked at here, once for the methods and for <see cref="Torch.Ops"/>,
/// because they end the process or read outside of the tensors where it is not so.
/// </summary>
internal static class Arguments
{
    /// <summary>Of so many matrices the best order of multiplying is found soon.</summary>
    internal const int MostFactors = 256;

    /// <summary>More dimensions than any operation of libtorch's works on; more take the square of their number in time.</summary>
    internal const int MostDims = 1024;

    /// <summary>A tensor can be taken apart into so many, which leaves memory for others.</summary>
    internal static long MostParts =>
        Math.Min(Array.MaxLength, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (4 * Lifetime.MemoryLedger.TensorCost));

    /// <summary>No element is nan or infinite: LAPACK walks out of the matrix for such.</summary>
    internal static void Finite(Tensor a, string operation)
    {
        if (a.IsCpu && (a.DType.IsFloatingPoint || a.DType.IsComplex) && !Vmap.IsBatched(a))
        {
            using var scope = Torch.NoGrad();
            using var finite = a.Isfinite().All();
            if (!(bool)finite)
            {
                throw new TorchException($"{operation}: input tensor should not contain infs or NaNs.");
            }
        }
    }

    /// <summary>There are heads that attend: libtorch divides by their number.</summary>
    internal static void Heads(Tensor query, Tensor key)
    {
        if (query.Dim() == 4 && key.Dim() == 4 && (query.Size(1) == 0 || key.Size(1) == 0))
        {
            throw new TorchException(
                $"scaled_dot_product_attention: there is no head in query of shape {query.Shape} or in key of shape {key.Shape}");
        }
    }

    /// <summary>No bag begins before the numbers, which libtorch would read there.</summary>
    internal static void Offsets(Tensor offsets)
    {
        if (offsets.IsCpu && offsets.Dim() == 1 && offsets.Numel() > 1 && !offsets.DType.IsFloatingPoint && !offsets.DType.IsComplex
            && !Vmap.IsBatched(offsets))
        {
            using var scope = Torch.NoGrad();
            using var least = offsets[1..].Min();
            if ((long)least < 0)
            {
                throw new TorchIndexException("index out of range in self");
            }
        }
    }

    /// <summary>
    /// Whether the offsets are those of no bag. Some kernels look for a bag of each number all the same, and end the process: they get no
    /// numbers then.
    /// </summary>
    internal static bool AreNoBags(Tensor offsets, bool includeLastOffset) =>
        offsets.Dim() == 1 && offsets.Numel() == (includeLastOffset ? 1 : 0);

    /// <summary>Channels are divided into one group at least.</summary>
    internal static void Groups(long groups)
    {
        if (groups <= 0)
        {
            throw new TorchException($"Number of groups to divide channels in must be positive. Value of groups:{groups}");
        }
    }

    /// <summary>
    /// The step is not zero, which it can become in an integer dtype, by which libtorch may divide. PyTorch 2.6 says this.
    /// </summary>
    internal static void Step(Scalar step, DType? dtype)
    {
        if (dtype is { IsFloatingPoint: false, IsComplex: false } && step.Kind is ScalarKind.Real or ScalarKind.Complex
            && ((System.Numerics.Complex)step).Real is > -1 and < 1)
        {
            throw new TorchException("step must be nonzero");
        }
    }

    /// <summary>Each element of a combination takes a dimension on the way.</summary>
    internal static void Combinations(long r)
    {
        if (r > 64)
        {
            throw new TorchException($"combinations of at most 64 elements can be made, but r is {r}");
        }
    }

    /// <summary>The exponent has a negative, which libtorch looks for without end.</summary>
    internal static void Exponent(long n)
    {
        if (n == long.MinValue)
        {
            throw new TorchException($"matrix_power: the exponent {n} is too small");
        }
    }

    /// <summary>There is a number above the least one, which libtorch looks for without end.</summary>
    internal static void From(long least)
    {
        if (least == long.MaxValue)
        {
            throw new TorchException($"random_ expects 'from' to be less than 'to', but got from={least} >= to={least}");
        }
    }

    /// <summary>A result has no more dimensions than can be worked on soon: each takes the time of all.</summary>
    internal static long[] Repeats(ReadOnlySpan<long> repeats)
    {
        if (repeats.Length > MostDims)
        {
            throw new TorchException($"a tensor is repeated along {MostDims} dimensions at most, but there are {repeats.Length}");
        }

        NoSymbols(repeats);
        return repeats.ToArray();
    }

    /// <summary>There are two sizes of padding for each dimension.</summary>
    internal static void Padding(int count, int dims)
    {
        if (count != 2 * dims)
        {
            throw new TorchException($"padding size is expected to be {2 * dims}, but got: {count}");
        }
    }

    /// <summary>libtorch walks over the rows of a padded tensor, also where these have no elements, which memory does not limit.</summary>
    internal static void PaddedRows(Shape shape, long[] padding)
    {
        var (rows, isEmpty) = (1.0, false);
        for (var i = 0; i < shape.Count; i++)
        {
            var place = 2 * (shape.Count - 1 - i);
            var size = shape[i] + (place + 1 < padding.Length ? (double)padding[place] + padding[place + 1] : 0);
            isEmpty |= size == 0;
            rows *= Math.Max(size, 1);
        }

        if (isEmpty && rows > int.MaxValue)
        {
            throw new TorchException($"a result of {rows:F0} rows without elements is too large");
        }
    }

    /// <summary>
    /// The best order of a product of matrices takes the cube of their number, and as many calls within calls.
    /// </summary>
    internal static void Factors(int count)
    {
        if (count > MostFactors)
        {
            throw new TorchException($"at most {MostFactors} matrices are multiplied at once, but there are {count}");
        }
    }

    /// <summary>The sizes of a new tensor: where no exception of libtorch's can be caught, what it would refuse is refused here.</summary>
    internal static void Sizes(Shape size)
    {
        if (CppGuard.IsSupported)
        {
            return;
        }

        foreach (var one in size.AsSpan())
        {
            if (one < 0)
            {
                throw new TorchException($"Trying to create tensor with negative dimension {one}: [{string.Join(", ", size)}]");
            }
        }

        if (!IsCountable(size.AsSpan()))
        {
            throw new TorchException($"Storage size calculation overflowed with sizes=[{string.Join(", ", size)}]");
        }
    }

    /// <summary>Sizes whose product is a number of elements; to libtorch a negative one is a large one, and nothing beside 0.</summary>
    internal static void Countable(ReadOnlySpan<long> sizes)
    {
        if (!IsCountable(sizes))
        {
            throw new TorchException("numel: integer multiplication overflow");
        }
    }

    /// <summary>Whether the number of elements is a long.</summary>
    internal static bool IsCountable(ReadOnlySpan<long> sizes)
    {
        var (count, isTooMany) = (UInt128.One, false);
        foreach (var size in sizes)
        {
            count = (ulong)count * (UInt128)unchecked((ulong)size);
            isTooMany |= count > ulong.MaxValue;
        }

        return !isTooMany && count <= long.MaxValue;
    }

    /// <summary>
    /// No size of -2^62 or less: libtorch takes such a number for the address of a symbolic size. On Linux its check throws; where the
    /// compiler was Microsoft's, the memory there is read.
    /// </summary>
    internal static void NoSymbols(ReadOnlySpan<long> sizes)
    {
        var at = CppGuard.IsSupported ? -1 : sizes.IndexOfAnyInRange(long.MinValue, -(1L << 62));
        if (at >= 0)
        {
            throw new TorchException($"SymIntArrayRef expected to contain only concrete integers, not {sizes[at]}");
        }
    }

    /// <summary>That some dimension is indexed: where none is, libtorch reads the first of no indices.</summary>
    internal static void Indices(string operation, bool isAnyThere)
    {
        if (!isAnyThere)
        {
            throw new TorchIndexException($"aten::{operation}() needs the indices of at least one dimension");
        }
    }

    /// <summary>Sizes of windows, which are added and multiplied, are no larger than an int.</summary>
    internal static void Sizes(OpArgument? argument)
    {
        switch (argument?.Value)
        {
            case OpArgument?[] items:
                Array.ForEach(items, Sizes);
                break;
            case Scalar { Kind: ScalarKind.Integer } size when (long)size is < int.MinValue or > int.MaxValue:
                throw new TorchException("integer out of range");
        }
    }

    /// <summary>The same of sizes for so many dimensions, for each of which a single one stands; none where they are not given.</summary>
    internal static long[] Windows(Dims? sizes, int dims)
    {
        var all = sizes is { } given ? given.For(dims) : [];
        return Array.TrueForAll(all, static one => one is >= int.MinValue and <= int.MaxValue)
            ? all
            : throw new TorchException("integer out of range");
    }

    /// <summary>The number of blocks of an image can be counted with an int: libtorch multiplies what overflows.</summary>
    internal static void Blocks(long[] output, long[] kernel, long[] dilation, long[] padding, long[] stride)
    {
        var count = 1.0;
        for (var i = 0; i < 2 && new[] { output, kernel, dilation, padding, stride }.All(sizes => sizes.Length == 2); i++)
        {
            var span = output[i] + (2.0 * padding[i]) - (dilation[i] * (kernel[i] - 1.0)) - 1;
            count *= Math.Max(Math.Abs(span), 1) / Math.Max(Math.Abs((double)stride[i]), 1);
        }

        if (count > int.MaxValue)
        {
            throw new TorchException("integer out of range");
        }
    }

    /// <summary>Each label has a probability: the kernel reads it without a look at its number.</summary>
    internal static void Labels(Tensor logProbs, Tensor targets, Tensor lengths)
    {
        if (!targets.IsCpu || logProbs.Dim() == 0 || targets.Dim() is not (1 or 2) || Vmap.IsBatched(targets) || Vmap.IsBatched(lengths))
        {
            return;
        }

        using var scope = Torch.NoGrad();
        var isOutside = targets.Lt(0).LogicalOr(targets.Ge(logProbs.Size(-1)));
        if (targets.Dim() == 2 && lengths.Numel() == targets.Size(0))
        {
            // What stands behind the end of a sequence is not read.
            var positions = Torch.Ones([targets.Size(1)], dtype: DType.Int64, device: targets.Device).Cumsum(0);
            isOutside = isOutside.LogicalAnd(positions.Le(lengths.View(-1, 1).To(targets.Device)));
        }

        var wrong = targets.MaskedSelect(isOutside);
        if (wrong.Numel() > 0)
        {
            throw new TorchIndexException($"Target {wrong[0].Item()} is out of bounds.");
        }
    }

    /// <summary>Random samples are between 0 and 1: the kernel reads where they lead it.</summary>
    internal static void Samples(Tensor samples)
    {
        if (Vmap.IsBatched(samples))
        {
            return;
        }

        using var scope = Torch.NoGrad();
        using var isWithin = samples.Ge(0).LogicalAnd(samples.Le(1)).All();
        if (!(bool)isWithin)
        {
            throw new TorchValueException("the random samples are not between 0 and 1");
        }
    }

    /// <summary>Windows have elements: for a size below zero the kernel walks through all integers.</summary>
    internal static void Positive(long[] kernel)
    {
        if (Array.Exists(kernel, static size => size <= 0))
        {
            throw new TorchException(
                $"fractional_max_pool{kernel.Length}d(): kernel size should be greater than zero, but got {new Shape(kernel).Join("x")}");
        }
    }

    /// <summary>
    /// Places to sample at where nothing lies outside: those that are no number, or become none in a mirror, count as -1, as PyTorch's
    /// documentation has it. The kernel reads at whatever address comes of them.
    /// </summary>
    internal static Tensor Places(Tensor input, Tensor grid, bool isMirrored)
    {
        if (!grid.IsCpu || !grid.DType.IsFloatingPoint || Vmap.IsBatched(grid))
        {
            return grid;
        }

        using var usable = isMirrored
            ? (grid.Detach() * (2.0 * input.Shape.Skip(2).Append(1).Max())).Isfinite()
            : grid.Isnan().LogicalNot();
        using var areAll = usable.All();
        return (bool)areAll ? grid : grid.MaskedFill(usable.LogicalNot(), -1);
    }
}
