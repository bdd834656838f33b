namespace TorchLite.Nn;

/// <summary>
/// Adds zeros around a tensor of shape (batch, channels, depth, height, width), or without the batch: PyTorch's <c>torch.nn.ZeroPad3d</c>.
/// </summary>
/// <example><code>
/// var pad = new ZeroPad3d([1, 0, 2, 0, 0, 1]);
/// pad.Call(Torch.Ones(1, 2, 4, 4, 4)).Shape   // torch.Size([1, 2, 5, 6, 5])
/// pad   // ZeroPad3d((1, 0, 2, 0, 0, 1))
/// </code></example>
public class ZeroPad3d : ConstantPad3d
{
    /// <summary>Says what is added where.</summary>
    /// <param name="padding">
    /// How many at the beginning and the end of the last dimension, then of the one before, and so on; one number for all sides.
    /// </param>
    public ZeroPad3d(Dims padding)
        : base(padding, 0.0)
    {
    }

    /// <inheritdoc/>
    protected override string ExtraRepr() => Printing.PythonText.Tuple(Padding.Values);
}
