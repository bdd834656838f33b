namespace TorchLite.Nn;

/// <summary>
/// Adds the elements at the edge around a tensor of shape (batch, channels, height, width), or without the batch: PyTorch's
/// <c>torch.nn.ReplicationPad2d</c>.
/// </summary>
/// <example><code>
/// var pad = new ReplicationPad2d([1, 0, 2, 0]);
/// pad.Call(Torch.Ones(1, 2, 4, 4)).Shape   // torch.Size([1, 2, 6, 5])
/// pad   // ReplicationPad2d((1, 0, 2, 0))
/// </code></example>
public class ReplicationPad2d : PadNd
{
    /// <summary>Says what is added where.</summary>
    /// <param name="padding">
    /// How many at the beginning and the end of the last dimension, then of the one before, and so on; one number for all sides.
    /// </param>
    public ReplicationPad2d(Dims padding)
        : base(2, padding)
    {
    }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.Pad(input, Padding, PadMode.Replicate);
}
