namespace TorchLite.Nn;

/// <summary>
/// Adds the elements at the edge around a tensor of shape (batch, channels, length), or without the batch: PyTorch's
/// <c>torch.nn.ReplicationPad1d</c>.
/// </summary>
/// <example><code>
/// var pad = new ReplicationPad1d([1, 0]);
/// pad.Call(Torch.Ones(1, 2, 4)).Shape   // torch.Size([1, 2, 5])
/// pad   // ReplicationPad1d((1, 0))
/// </code></example>
public class ReplicationPad1d : PadNd
{
    /// <summary>Says what is added where.</summary>
    /// <param name="padding">
    /// How many at the beginning and the end of the last dimension, then of the one before, and so on; one number for all sides.
    /// </param>
    public ReplicationPad1d(Dims padding)
        : base(1, padding)
    {
    }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.Pad(input, Padding, PadMode.Replicate);
}
