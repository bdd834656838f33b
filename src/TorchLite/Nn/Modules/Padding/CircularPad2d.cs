namespace TorchLite.Nn;

/// <summary>
/// Adds the elements at the opposite side around a tensor of shape (batch, channels, height, width), or without the batch: PyTorch's
/// <c>torch.nn.CircularPad2d</c>.
/// </summary>
/// <example><code>
/// var pad = new CircularPad2d([1, 0, 2, 0]);
/// pad.Call(Torch.Ones(1, 2, 4, 4)).Shape   // torch.Size([1, 2, 6, 5])
/// pad   // CircularPad2d((1, 0, 2, 0))
/// </code></example>
public class CircularPad2d : CircularPadNd
{
    /// <summary>Says what is added where.</summary>
    /// <param name="padding">
    /// How many at the beginning and the end of the last dimension, then of the one before, and so on; one number for all sides.
    /// </param>
    public CircularPad2d(Dims padding)
        : base(2, padding)
    {
    }
}
