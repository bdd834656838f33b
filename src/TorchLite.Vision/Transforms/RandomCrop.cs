using F = TorchLite.TorchVision.Transforms.Functional;

namespace TorchLite.Vision.Transforms;

/// <summary>Cuts a piece out of an image, somewhere: torchvision's <c>v2.RandomCrop</c>.</summary>
/// <param name="size">One size for both, or height and width.</param>
/// <param name="padding">A border that is put around the image first, as for <see cref="Pad"/>; null: none.</param>
/// <param name="padIfNeeded">Whether an image that is too small gets a border, rather than an exception.</param>
/// <param name="fill">What the border is filled with.</param>
/// <param name="paddingMode">With what it is filled.</param>
/// <exception cref="TorchValueException">
/// There are more than two sizes, or not one, two or four paddings; when it is called: the image is too small.
/// </exception>
/// <exception cref="TorchTypeException">When it is called: the image has fewer than 2 dimensions.</exception>
/// <example><code>
/// Torch.ManualSeed(0);
/// new RandomCrop(2).Call(Torch.Arange(16).Reshape(1, 4, 4)).Shape   // torch.Size([1, 2, 2])
/// new RandomCrop(32, padding: 4)   // RandomCrop(size=(32, 32), padding=[4, 4, 4, 4], pad_if_needed=False, fill=0, padding_mode=constant)
/// </code></example>
public class RandomCrop(
    Dims size, Dims? padding = null, bool padIfNeeded = false, Fill fill = default,
    ImagePaddingMode paddingMode = ImagePaddingMode.Constant)
    : Transform
{
    private readonly (long Height, long Width) size = Size(size);
    private readonly long[]? padding = padding is { } given ? F.Sides(Pad.Check([.. given])) : null;

    /// <summary>Whether an image that is too small gets a border.</summary>
    public bool PadIfNeeded { get; } = padIfNeeded;

    /// <summary>What the border is filled with.</summary>
    public Fill Fill { get; } = fill;

    /// <summary>With what it is filled.</summary>
    public ImagePaddingMode PaddingMode { get; } = paddingMode;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor image)
    {
        var (height, width) = SizeOf(image);
        long[] sides = [.. padding ?? [0, 0, 0, 0]];
        (height, width) = (height + sides[2] + sides[3], width + sides[0] + sides[1]);
        if (PadIfNeeded)
        {
            var (tall, wide) = (Math.Max(size.Height - height, 0), Math.Max(size.Width - width, 0));
            sides = [sides[0] + wide, sides[1] + wide, sides[2] + tall, sides[3] + tall];
            (height, width) = (height + (2 * tall), width + (2 * wide));
        }

        if (height < size.Height || width < size.Width)
        {
            throw new TorchValueException(
                $"Required crop size {PythonForm.Size(size)} is larger than {(padding is null ? "" : "padded ")}input image size "
                + $"{PythonForm.Size((height, width))}.");
        }

        var top = height > size.Height ? Draw(height - size.Height + 1) : 0;
        var left = width > size.Width ? Draw(width - size.Width + 1) : 0;
        if (sides.Any(static side => side != 0))
        {
            image = F.Pad(image, [sides[0], sides[2], sides[1], sides[3]], Fill, PaddingMode);
        }

        return (height, width) == size ? image : F.Crop(image, top, left, size.Height, size.Width);
    }

    /// <inheritdoc/>
    protected override string ExtraRepr() => PythonForm.Options(
        ("size", PythonForm.Size(size)), ("padding", padding is null ? null : $"[{string.Join(", ", padding)}]"),
        ("pad_if_needed", PadIfNeeded), ("fill", Fill), ("padding_mode", PythonForm.Of(PaddingMode)));
}
