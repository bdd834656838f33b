namespace TorchLite.Nn;

/// <summary>What <see cref="Embedding"/> and <see cref="EmbeddingBag"/> have in common.</summary>
internal static class EmbeddingRows
{
    /// <summary>The number of the padding row, counted from 0.</summary>
    internal static long? Padding(long? index, long rows, string refusal) => index switch
    {
        null or 0 => index,
        _ when index >= rows || index < -rows => throw new TorchException(refusal),
        < 0 => rows + index,
        _ => index,
    };

    /// <summary>The shape of given vectors.</summary>
    internal static Shape ShapeOf(Tensor embeddings)
    {
        ArgumentNullException.ThrowIfNull(embeddings);
        return embeddings.Dim() == 2
            ? embeddings.Shape
            : throw new TorchException("Embeddings parameter is expected to be 2-dimensional");
    }

    internal static void Reset(Parameter weight, long? padding)
    {
        Torch.Nn.Init.Normal_(weight);
        if (padding is { } row)
        {
            using var mode = Torch.NoGrad();
            weight[row].Fill_(0);
        }
    }
}
