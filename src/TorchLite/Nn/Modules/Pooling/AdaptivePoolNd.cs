namespace TorchLite.Nn;

/// <summary>What the poolings with a given output size have in common: PyTorch's <c>_AdaptiveAvgPoolNd</c> and its kin.</summary>
public abstract class AdaptivePoolNd : Module<Tensor, Tensor>
{
    private protected AdaptivePoolNd(AdaptiveSize outputSize) => OutputSize = outputSize;

    /// <summary>The size of the output.</summary>
    public AdaptiveSize OutputSize { get; }

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"output_size={OutputSize}";
}
