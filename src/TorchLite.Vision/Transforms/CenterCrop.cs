using F = TorchLite.TorchVision.Transforms.Functional;

namespace TorchLite.Vision.Transforms;

/// <summary>
/// Cuts out the middle of an image; where that is too small, zeros are put around it: torchvision's <c>v2.CenterCrop</c>.
/// </summary>
/// <param name="size">One size for both, or height and width.</param>
/// <exception cref="TorchValueException">There are more than two sizes.</exception>
/// <example><code>
/// new CenterCrop([1, 2]).Call(Torch.Arange(12).Reshape(1, 3, 4))   // tensor([[[5, 6]]])
/// </code></example>
public class CenterCrop(Dims size) : Transform
{
    private readonly (long Height, long Width) size = Size(size);

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor image) => F.CenterCrop(image, [size.Height, size.Width]);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"size={PythonForm.Size(size)}";
}
