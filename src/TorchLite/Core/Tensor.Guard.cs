using System.Runtime.CompilerServices;

namespace TorchLite;

/// <content>What arguments are asked for.</content>
public sealed partial class Tensor
{
    /// <summary>A dimension counted from 0.</summary>
    private long Wrap(long dim)
    {
        var rank = Dim();
        return dim < -rank || dim >= rank ? throw Error.DimensionOutOfRange(dim, rank) : dim < 0 ? dim + rank : dim;
    }

    // The same where a tensor without dimensions does not pass for one of one dimension.
    private long WrapExact(long dim) =>
        Dim() == 0 ? throw new TorchIndexException($"Dimension specified as {dim} but tensor has no dimensions") : Wrap(dim);

    // A tensor without dimensions allows -1 and 0, as PyTorch's checks of a dimension do.
    private long Wrap0(long dim) => Dim() == 0 && dim is 0 or -1 ? 0 : Wrap(dim);

    // From the last to the first, so that leaving one out does not move the others.
    private long[] SortedDims(Dims dims)
    {
        long[] sorted = [.. dims.Values.Select(Wrap0).OrderDescending()];
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] == sorted[i - 1])
            {
                throw new TorchException($"dim {sorted[i]} appears multiple times in the list of dims");
            }
        }

        return sorted;
    }

    internal static Tensor Given(Tensor? tensor, [CallerArgumentExpression(nameof(tensor))] string? name = null) =>
        tensor ?? throw new ArgumentNullException(name);
}
