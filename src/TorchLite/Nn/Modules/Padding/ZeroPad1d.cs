namespace TorchLite.Nn;

/// <summary>
/// Adds zeros around a tensor of shape (batch, channels, length), or without the batch: PyTorch's <c>torch.nn.ZeroPad1d</c>.
/// </summary>
/// <example><code>
/// var pad = new ZeroPad1d([1, 0]);
/// pad.Call(Torch.Ones(1, 2, 4)).Shape   // torch.Size([1, 2, 5])
/// pad   // ZeroPad1d((1, 0))
/// </code></example>
public class ZeroPad1d : ConstantPad1d
{
    /// <summary>Says what is added where.</summary>
    /// <param name="padding">
    /// How many at the beginning and the end of the last dimension, then of the one before, and so on; one number for all sides.
    /// </param>
    public ZeroPad1d(Dims padding)
        : base(padding, 0.0)
    {
    }

    /// <inheritdoc/>
    protected override string ExtraRepr() => Printing.PythonText.Tuple(Padding.Values);
}
