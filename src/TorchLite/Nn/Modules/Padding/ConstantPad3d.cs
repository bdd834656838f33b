namespace TorchLite.Nn;

/// <summary>
/// Adds a number around a tensor of shape (batch, channels, depth, height, width), or without the batch: PyTorch's
/// <c>torch.nn.ConstantPad3d</c>.
/// </summary>
/// <example><code>
/// var pad = new ConstantPad3d([1, 0, 2, 0, 0, 1], 3.5);
/// pad.Call(Torch.Ones(1, 2, 4, 4, 4)).Shape   // torch.Size([1, 2, 5, 6, 5])
/// pad   // ConstantPad3d(padding=(1, 0, 2, 0, 0, 1), value=3.5)
/// </code></example>
public class ConstantPad3d : ConstantPadNd
{
    /// <summary>Says what is added where.</summary>
    /// <param name="padding">
    /// How many at the beginning and the end of the last dimension, then of the one before, and so on; one number for all sides.
    /// </param>
    /// <param name="value">The number.</param>
    public ConstantPad3d(Dims padding, Scalar value)
        : base(3, padding, value)
    {
    }
}
