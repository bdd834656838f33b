namespace TorchLite.Utils.Data;

/// <summary>The rows of a batch, selected from several tensors at once.</summary>
internal sealed unsafe class BatchRows : IDisposable
{
    // Up to here libtorch takes longer to begin than the copy takes.
    private const long Small = 1 << 16;

    private readonly int[] rows;
    private Tensor? index;

    /// <param name="indices">The numbers of the rows; negative ones count from the end.</param>
    /// <param name="count">How many rows there are.</param>
    /// <exception cref="TorchIndexException">There is no such row.</exception>
    internal BatchRows(IReadOnlyList<int> indices, int count)
    {
        rows = new int[indices.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            var row = indices[i];
            rows[i] = row >= -count && row < count ? row < 0 ? row + count : row
                : throw new TorchIndexException($"index {row} is out of bounds for dimension 0 with size {count}");
        }
    }

    public void Dispose() => index?.Dispose();

    /// <summary>A new tensor of these rows.</summary>
    internal Tensor Of(Tensor tensor)
    {
        if (tensor.Device.Type != "cpu")
        {
            using var there = Index.To(tensor.Device);
            return tensor.IndexSelect(0, there);
        }

        var count = tensor.Size(0);
        var size = count == 0 ? 0 : tensor.Nbytes / count;
        return size > 0 && size * rows.Length <= Small && tensor.IsContiguous() && !tensor.IsRecorded && !tensor.IsConj() && !tensor.IsNeg()
            ? Copied(tensor, count, (int)size)
            : tensor.IndexSelect(0, Index);
    }

    private Tensor Index => index ??= Torch.FromSpan<int>(rows);

    private Tensor Copied(Tensor tensor, long count, int size)
    {
        long[] shape = [rows.Length, .. tensor.Shape.AsSpan()[1..]];
        var made = Torch.Empty(Shape.Wrap(shape), tensor.DType, "cpu");
        var source = (byte*)tensor.DataPtr();
        var target = new Span<byte>((void*)made.DataPtr(), size * rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            // A dataset's tensor may have been made smaller since.
            var row = rows[i] < count ? rows[i]
                : throw new TorchIndexException($"index {rows[i]} is out of bounds for dimension 0 with size {count}");
            new ReadOnlySpan<byte>(source + ((long)row * size), size).CopyTo(target[(i * size)..]);
        }

        GC.KeepAlive(tensor);
        return made;
    }
}
