using F = TorchLite.TorchVision.Transforms.Functional;

namespace TorchLite.Vision.Transforms;

/// <summary>Mirrors an image, top for bottom, with a certain probability: torchvision's <c>v2.RandomVerticalFlip</c>.</summary>
/// <param name="p">The probability.</param>
/// <exception cref="TorchValueException">The probability is not between 0 and 1.</exception>
/// <example><code>
/// new RandomVerticalFlip(1).Call(Torch.Tensor([[[1, 2], [3, 4]]]))
/// // tensor([[[3, 4],
/// //          [1, 2]]])
/// </code></example>
public class RandomVerticalFlip(double p = 0.5) : RandomTransform(p)
{
    private protected override Tensor Change(Tensor image) => F.VerticalFlip(image);
}
