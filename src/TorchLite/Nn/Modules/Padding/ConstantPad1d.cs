namespace TorchLite.Nn;

/// <summary>
/// Adds a number around a tensor of shape (batch, channels, length), or without the batch: PyTorch's <c>torch.nn.ConstantPad1d</c>.
/// </summary>
/// <example><code>
/// var pad = new ConstantPad1d([1, 0], 3.5);
/// pad.Call(Torch.Ones(1, 2, 4)).Shape   // torch.Size([1, 2, 5])
/// pad   // ConstantPad1d(padding=(1, 0), value=3.5)
/// </code></example>
public class ConstantPad1d : ConstantPadNd
{
    /// <summary>Says what is added where.</summary>
    /// <param name="padding">
    /// How many at the beginning and the end of the last dimension, then of the one before, and so on; one number for all sides.
    /// </param>
    /// <param name="value">The number.</param>
    public ConstantPad1d(Dims padding, Scalar value)
        : base(1, padding, value)
    {
    }
}
