namespace TorchLite.Native;

/// <summary>
/// Looks at the pivots of a decomposition before LAPACK does, which exchanges the rows that they name without asking whether there are
/// such rows. PyTorch does not look: there, wrong ones read and write foreign memory.
/// </summary>
internal static class Pivots
{
    /// <summary>For an LU decomposition: each names a row, counted from 1.</summary>
    internal static Tensor OfLu(Tensor pivots, Tensor lu) => Checked(pivots, lu, static (row, n) =>
    {
        foreach (var pivot in row)
        {
            Named(pivot, n);
        }
    });

    /// <summary>For an LDL decomposition: as above, or twice the same negative one for a block of two rows.</summary>
    internal static Tensor OfLdl(Tensor pivots, Tensor ld) => Checked(pivots, ld, static (row, n) =>
    {
        for (var i = 0; i < row.Length; i++)
        {
            Named(Math.Max(row[i], -row[i]), n);
            if (row[i] < 0 && (++i == row.Length || row[i] != row[i - 1]))
            {
                throw new TorchException("Expected the negative pivots of an LDL decomposition to be pairs of the same number");
            }
        }
    });

    /// <summary>The pivots of an LU decomposition are as many as its matrices and their rows ask for.</summary>
    internal static void CheckShape(Tensor lu, Tensor pivots)
    {
        var (matrices, rows) = (lu.Shape, pivots.Shape);
        if (matrices.Count >= 2
            && (rows.Count != matrices.Count - 1 || !rows[..^1].Equals(matrices[..^2]) || rows[^1] != Math.Min(matrices[^2], matrices[^1])))
        {
            throw new TorchException(
                $"torch.lu_unpack: LU_pivots of shape {rows} do not belong to LU_data of shape {matrices}");
        }
    }

    private static Tensor Checked(Tensor pivots, Tensor matrices, Action<ReadOnlySpan<long>, long> check)
    {
        // What is wrong with shapes and dtypes libtorch says itself.
        if (pivots.DType.IsDifferentiable || pivots.Device.Type != "cpu" || pivots.Dim() == 0 || pivots.Numel() == 0
            || matrices.Dim() < 2)
        {
            return pivots;
        }

        using var numbers = pivots.Detach().To(DType.Int64).Contiguous();
        using var use = new Use(numbers);
        var all = Elements.Span<long>(use);
        var width = (int)pivots.Shape[^1];
        for (var at = 0; at < all.Length; at += width)
        {
            check(all.Slice(at, width), matrices.Shape[^1]);
        }

        return pivots;
    }

    private static void Named(long pivot, long n)
    {
        if (pivot < 1 || pivot > n)
        {
            throw new TorchException($"Expected pivots from 1 to {n}, but got {pivot}");
        }
    }
}
