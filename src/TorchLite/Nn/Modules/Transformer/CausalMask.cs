namespace TorchLite.Nn;

/// <summary>Masks that hide what comes later.</summary>
internal static class CausalMask
{
    internal static Tensor Square(long size, Device? device, DType? dtype) =>
        Torch.Full([size, size], double.NegativeInfinity, dtype: dtype ?? Torch.GetDefaultDtype(), device: device).Triu(1);

    /// <summary>Whether a mask is one of these, where nobody said so.</summary>
    internal static bool Is(Tensor? mask, bool? isCausal, Tensor sequence, bool batchFirst)
    {
        if (isCausal is { } known || mask is null)
        {
            return isCausal == true;
        }

        var size = sequence.Dim() == 2 ? sequence.Size(0) : sequence.Size(batchFirst ? 1 : 0);
        var causal = Square(size, mask.Device, mask.DType);
        return mask.Shape == causal.Shape && mask.Equal(causal);
    }
}
