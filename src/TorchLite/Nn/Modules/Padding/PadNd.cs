using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>What the paddings have in common.</summary>
public abstract class PadNd : Module<Tensor, Tensor>
{
    private protected PadNd(int dims, Dims padding) => Padding = padding.Each(2 * dims);

    /// <summary>How many elements at the beginning and the end of the last dimension, then of the one before, and so on.</summary>
    public Dims Padding { get; }

    /// <inheritdoc/>
    protected override string ExtraRepr() => PythonText.Tuple(Padding.Values);
}
