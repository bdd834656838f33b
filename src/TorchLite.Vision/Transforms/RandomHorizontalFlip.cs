using F = TorchLite.TorchVision.Transforms.Functional;

namespace TorchLite.Vision.Transforms;

/// <summary>Mirrors an image, left for right, with a certain probability: torchvision's <c>v2.RandomHorizontalFlip</c>.</summary>
/// <param name="p">The probability.</param>
/// <exception cref="TorchValueException">The probability is not between 0 and 1.</exception>
/// <example><code>
/// new RandomHorizontalFlip(1).Call(Torch.Tensor([[[1, 2, 3]]]))   // tensor([[[3, 2, 1]]])
/// </code></example>
public class RandomHorizontalFlip(double p = 0.5) : RandomTransform(p)
{
    private protected override Tensor Change(Tensor image) => F.HorizontalFlip(image);
}
