namespace TorchLite.Nn;

/// <summary>
/// Adds the elements at the opposite side around a tensor of shape (batch, channels, depth, height, width), or without the batch: PyTorch's
/// <c>torch.nn.CircularPad3d</c>.
/// </summary>
/// <example><code>
/// var pad = new CircularPad3d([1, 0, 2, 0, 0, 1]);
/// pad.Call(Torch.Ones(1, 2, 4, 4, 4)).Shape   // torch.Size([1, 2, 5, 6, 5])
/// pad   // CircularPad3d((1, 0, 2, 0, 0, 1))
/// </code></example>
public class CircularPad3d : CircularPadNd
{
    /// <summary>Says what is added where.</summary>
    /// <param name="padding">
    /// How many at the beginning and the end of the last dimension, then of the one before, and so on; one number for all sides.
    /// </param>
    public CircularPad3d(Dims padding)
        : base(3, padding)
    {
    }
}
