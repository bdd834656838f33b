using F = TorchLite.TorchVision.Transforms.Functional;

namespace TorchLite.Vision.Transforms;

/// <summary>Makes an image gray: torchvision's <c>v2.Grayscale</c>.</summary>
/// <param name="numOutputChannels">How many equal channels there shall be: 1 or 3.</param>
/// <exception cref="TorchValueException">When it is called: the number of channels is neither 1 nor 3.</exception>
/// <example><code>
/// new Grayscale().Call(Torch.Tensor([[[1.0]], [[0.5]], [[0.0]]]))   // tensor([[[0.5924]]])
/// </code></example>
public class Grayscale(long numOutputChannels = 1) : Transform
{
    /// <summary>How many channels there shall be.</summary>
    public long NumOutputChannels { get; } = numOutputChannels;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor image) => F.RgbToGrayscale(image, NumOutputChannels);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"num_output_channels={NumOutputChannels}";
}
