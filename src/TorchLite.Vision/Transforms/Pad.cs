using F = TorchLite.TorchVision.Transforms.Functional;

namespace TorchLite.Vision.Transforms;

/// <summary>Puts a border around an image: torchvision's <c>v2.Pad</c>.</summary>
/// <param name="padding">How wide: one number; or left and right, top and bottom; or left, top, right, bottom.</param>
/// <param name="fill">What the border is filled with, where <paramref name="paddingMode"/> is Constant.</param>
/// <param name="paddingMode">With what it is filled.</param>
/// <exception cref="TorchValueException">There are not one, two or four numbers.</exception>
/// <example><code>
/// new Pad(1, fill: 9).Call(Torch.Tensor([[[1, 2]]]))
/// // tensor([[[9, 9, 9, 9],
/// //          [9, 1, 2, 9],
/// //          [9, 9, 9, 9]]])
/// </code></example>
public class Pad(Dims padding, Fill fill = default, ImagePaddingMode paddingMode = ImagePaddingMode.Constant) : Transform
{
    private readonly long[] padding = Check([.. padding]);

    /// <summary>What the border is filled with.</summary>
    public Fill Fill { get; } = fill;

    /// <summary>With what it is filled.</summary>
    public ImagePaddingMode PaddingMode { get; } = paddingMode;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor image) => F.Pad(image, [.. padding], Fill, PaddingMode);

    /// <inheritdoc/>
    protected override string ExtraRepr() => PythonForm.Options(
        ("padding", padding is [var one] ? one : $"[{string.Join(", ", padding)}]"), ("fill", Fill),
        ("padding_mode", PythonForm.Of(PaddingMode)));

    internal static long[] Check(long[] padding) => padding.Length is 1 or 2 or 4 ? padding : throw new TorchValueException(
        $"Padding must be an int or a 1, 2, or 4 element of tuple or list, got [{string.Join(", ", padding)}].");
}
