using System.Runtime.CompilerServices;

namespace TorchLite;

/// <summary>What arguments are checked for, and brought into one form, before anything native is called.</summary>
internal static class Guard
{
    /// <summary>The tensor, which must be there.</summary>
    internal static Tensor NotNull(Tensor? tensor, [CallerArgumentExpression(nameof(tensor))] string? name = null) =>
        tensor ?? throw new ArgumentNullException(name);

    /// <summary>The tensors, each of which must be there.</summary>
    internal static Tensor[] NotNull(ReadOnlySpan<Tensor> tensors, [CallerArgumentExpression(nameof(tensors))] string? name = null)
    {
        foreach (var tensor in tensors)
        {
            ArgumentNullException.ThrowIfNull(tensor, name);
        }

        return tensors.ToArray();
    }

    /// <summary>
    /// A dimension counted from 0. A tensor without dimensions passes for one of one dimension where <paramref name="wrapScalar"/> says so,
    /// as in libtorch's <c>maybe_wrap_dim</c>.
    /// </summary>
    internal static long WrapDim(long dim, long rank, bool wrapScalar = true)
    {
        var range = rank == 0 && wrapScalar ? 1 : rank;
        return dim < -range || dim >= range ? throw DimensionOutOfRange(dim, rank) : dim < 0 ? dim + range : dim;
    }

    /// <summary>Dimensions counted from 0, from the last to the first, so that leaving one out does not move the others.</summary>
    internal static long[] WrapDims(Dims dims, long rank)
    {
        long[] sorted = [.. dims.Values.Select(dim => WrapDim(dim, rank)).OrderDescending()];
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] == sorted[i - 1])
            {
                throw new TorchException($"dim {sorted[i]} appears multiple times in the list of dims");
            }
        }

        return sorted;
    }

    /// <summary>The dimensions, or all of them by number: of no number libtorch makes the right value and a wrong gradient.</summary>
    internal static long[] DimsOrAll(Dims? dims, long rank) =>
        dims is { Values: { Length: > 0 } given } ? given : [.. Enumerable.Range(0, (int)rank).Select(static dim => (long)dim)];

    /// <summary>All dimensions but one, in order.</summary>
    internal static IEnumerable<long> OtherDims(long dim, long rank) => DimsOrAll(null, rank).Where(other => other != dim);

    /// <summary>
    /// The tensor, of which an operation makes the given number: not more than there is memory for, since the system would end the process.
    /// </summary>
    internal static Tensor NotTooMany(Tensor tensor, long parts) =>
        parts <= Arguments.MostParts ? tensor
        : throw (parts < 1L << 60
            ? new TorchOutOfMemoryException("std::bad_alloc")
            : new TorchException("cannot create std::vector larger than max_size()"));

    /// <summary>PyTorch's answer to a dimension that a tensor does not have.</summary>
    internal static TorchIndexException DimensionOutOfRange(long dim, long rank)
    {
        var range = Math.Max(rank, 1);
        return new($"Dimension out of range (expected to be in range of [{-range}, {range - 1}], but got {dim})");
    }
}
