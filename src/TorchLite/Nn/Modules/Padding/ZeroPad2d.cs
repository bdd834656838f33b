namespace TorchLite.Nn;

/// <summary>
/// Adds zeros around a tensor of shape (batch, channels, height, width), or without the batch: PyTorch's <c>torch.nn.ZeroPad2d</c>.
/// </summary>
/// <example><code>
/// var pad = new ZeroPad2d([1, 0, 2, 0]);
/// pad.Call(Torch.Ones(1, 2, 4, 4)).Shape   // torch.Size([1, 2, 6, 5])
/// pad   // ZeroPad2d((1, 0, 2, 0))
/// </code></example>
public class ZeroPad2d : ConstantPad2d
{
    /// <summary>Says what is added where.</summary>
    /// <param name="padding">
    /// How many at the beginning and the end of the last dimension, then of the one before, and so on; one number for all sides.
    /// </param>
    public ZeroPad2d(Dims padding)
        : base(padding, 0.0)
    {
    }

    /// <inheritdoc/>
    protected override string ExtraRepr() => Printing.PythonText.Tuple(Padding.Values);
}
