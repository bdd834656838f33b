using F = TorchLite.TorchVision.Transforms.Functional;

namespace TorchLite.Vision.Transforms;

/// <summary>
/// Cuts a piece of some area and some proportions out of an image, and makes it as large as wanted: torchvision's
/// <c>v2.RandomResizedCrop</c>, as in Szegedy et al., "Going deeper with convolutions" (2014).
/// </summary>
/// <param name="size">One size for both, or height and width.</param>
/// <param name="scale">The least and the greatest part of the image's area; null: 0.08 and 1.</param>
/// <param name="ratio">The least and the greatest ratio of width to height; null: 3/4 and 4/3.</param>
/// <param name="interpolation">How pixels are made of others.</param>
/// <param name="antialias">Whether a smaller image is made of all pixels.</param>
/// <exception cref="TorchValueException">There are more than two sizes.</exception>
/// <exception cref="TorchTypeException">When it is called: the image has fewer than 2 dimensions.</exception>
/// <exception cref="DivideByZeroException">When it is called: the image has no rows.</exception>
/// <example><code>
/// Torch.ManualSeed(0);
/// new RandomResizedCrop(2).Call(Torch.Rand(3, 8, 8)).Shape   // torch.Size([3, 2, 2])
/// </code></example>
public class RandomResizedCrop(
    Dims size, (double Min, double Max)? scale = null, (double Min, double Max)? ratio = null,
    InterpolationMode interpolation = InterpolationMode.Bilinear, bool antialias = true) : Transform
{
    private readonly (long Height, long Width) size = Size(size);

    /// <summary>The least and the greatest part of the image's area.</summary>
    public (double Min, double Max) Scale { get; } = scale ?? (0.08, 1);

    /// <summary>The least and the greatest ratio of width to height.</summary>
    public (double Min, double Max) Ratio { get; } = ratio ?? (3.0 / 4, 4.0 / 3);

    /// <summary>How pixels are made of others.</summary>
    public InterpolationMode Interpolation { get; } = interpolation;

    /// <summary>Whether a smaller image is made of all pixels.</summary>
    public bool Antialias { get; } = antialias;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor image)
    {
        var (top, left, height, width) = Place(SizeOf(image));
        return F.ResizedCrop(image, top, left, height, width, [size.Height, size.Width], Interpolation, Antialias);
    }

    private (long Top, long Left, long Height, long Width) Place((long Height, long Width) image)
    {
        var (height, width) = image;
        if (height == 0)
        {
            throw new DivideByZeroException("float division by zero");
        }

        var logs = Torch.Log(Torch.Tensor([Ratio.Min, Ratio.Max]));
        for (var trial = 0; trial < 10; trial++)
        {
            var area = height * width * Draw(Scale.Min, Scale.Max);
            var proportion = (double)Torch.Exp(Torch.Empty(1).Uniform_((double)logs[0], (double)logs[1]));
            var (w, h) = ((long)Math.Round(Math.Sqrt(area * proportion)), (long)Math.Round(Math.Sqrt(area / proportion)));
            if (w > 0 && w <= width && h > 0 && h <= height)
            {
                return ((long)Torch.Randint(0, height - h + 1, [1]), (long)Torch.Randint(0, width - w + 1, [1]), h, w);
            }
        }

        // None was found that lies within: the middle.
        var (tall, wide) = ((double)width / height) switch
        {
            var given when given < Ratio.Min => ((long)Math.Round(width / Ratio.Min), width),
            var given when given > Ratio.Max => (height, (long)Math.Round(height * Ratio.Max)),
            _ => (height, width),
        };
        return ((height - tall) / 2, (width - wide) / 2, tall, wide);
    }

    /// <inheritdoc/>
    protected override string ExtraRepr() =>
        $"size={PythonForm.Size(size)}, scale={PythonForm.Tuple(Scale.Min, Scale.Max)}, ratio={PythonForm.Tuple(Ratio.Min, Ratio.Max)}, "
        + $"interpolation={PythonForm.Of(Interpolation)}, antialias={Antialias}";
}
