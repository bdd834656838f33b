namespace TorchLite.Nn.Utils.Prune;

/// <summary>Masks of whole channels.</summary>
internal static class Channel
{
    internal static void Check(Tensor t, long dim)
    {
        if (t.Dim() <= 1)
        {
            throw new TorchValueException(
                $"Structured pruning can only be applied to multidimensional tensors. Found tensor of shape {t.Shape} with {t.Dim()} dims");
        }

        if (dim >= t.Dim() || dim < -t.Dim())
        {
            throw new TorchIndexException($"Invalid index {dim} for tensor of size {t.Shape}");
        }
    }

    /// <summary>1 for some channels, but for what was taken away before.</summary>
    internal static Tensor Mask(Tensor t, long dim, Tensor channels, Tensor before)
    {
        var mask = Torch.ZerosLike(t).IndexFill_(dim, channels, 1);
        return mask.Mul_(before.To(mask.DType));
    }
}
