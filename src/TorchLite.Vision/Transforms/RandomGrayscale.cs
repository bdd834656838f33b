using F = TorchLite.TorchVision.Transforms.Functional;

namespace TorchLite.Vision.Transforms;

/// <summary>
/// Makes an image gray with a certain probability; it keeps its number of channels: torchvision's <c>v2.RandomGrayscale</c>.
/// </summary>
/// <param name="p">The probability.</param>
/// <exception cref="TorchValueException">
/// The probability is not between 0 and 1; or, when it is called, the image has neither 1 nor 3 channels.
/// </exception>
/// <exception cref="TorchTypeException">When it is called: the image has fewer than 2 dimensions.</exception>
/// <example><code>
/// new RandomGrayscale(1).Call(Torch.Tensor([[[1.0]], [[0.5]], [[0.0]]])).Flatten()   // tensor([0.5924, 0.5924, 0.5924])
/// </code></example>
public class RandomGrayscale(double p = 0.1) : RandomTransform(p)
{
    private protected override Tensor Change(Tensor image)
    {
        _ = SizeOf(image);
        return F.RgbToGrayscale(image, image.Dim() < 3 ? 1 : image.Size(-3));
    }
}
