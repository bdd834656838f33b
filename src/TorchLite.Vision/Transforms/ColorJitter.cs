using F = TorchLite.TorchVision.Transforms.Functional;

namespace TorchLite.Vision.Transforms;

/// <summary>
/// Changes brightness, contrast, saturation and hue of an image by some factors, in some order: torchvision's <c>v2.ColorJitter</c>.
/// </summary>
/// <param name="brightness">The range of the factor; a number f stands for 1 - f to 1 + f, from 0 on; null: it stays.</param>
/// <param name="contrast">As <paramref name="brightness"/>.</param>
/// <param name="saturation">As <paramref name="brightness"/>.</param>
/// <param name="hue">The range by which the hue is turned, -0.5 to 0.5 being the whole circle; a number h stands for -h to h.</param>
/// <exception cref="TorchValueException">A range is not increasing or goes beyond what there is, or a number is negative.</exception>
/// <exception cref="TorchTypeException">When it is called: the image has neither 1 nor 3 channels.</exception>
/// <example><code>
/// Torch.ManualSeed(0);
/// new ColorJitter(brightness: 0.4).Call(Torch.Full([3, 1, 1], 0.5)).Shape   // torch.Size([3, 1, 1])
/// new ColorJitter(0.4, [0.5, 1.5], hue: 0.1)   // ColorJitter(brightness=(0.6, 1.4), contrast=(0.5, 1.5), hue=(-0.1, 0.1))
/// </code></example>
public class ColorJitter(Ratios? brightness = null, Ratios? contrast = null, Ratios? saturation = null, Ratios? hue = null) : Transform
{
    private readonly double[]? brightness = Range(brightness, "brightness");
    private readonly double[]? contrast = Range(contrast, "contrast");
    private readonly double[]? saturation = Range(saturation, "saturation");
    private readonly double[]? hue = Range(hue, "hue", 0, (-0.5, 0.5));

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor image)
    {
        ArgumentNullException.ThrowIfNull(image);
        var order = Torch.Randperm(4).ToArray<long>();
        Func<Tensor, Tensor>[] changes =
        [
            Change(brightness, F.AdjustBrightness), Change(contrast, F.AdjustContrast), Change(saturation, F.AdjustSaturation),
            Change(hue, F.AdjustHue),
        ];
        return order.Aggregate(image, (now, change) => changes[change](now));
    }

    /// <inheritdoc/>
    protected override string ExtraRepr() => PythonForm.Options(
        ("brightness", Text(brightness)), ("contrast", Text(contrast)), ("saturation", Text(saturation)), ("hue", Text(hue)));

    private static string? Text(double[]? range) => range is null ? null : PythonForm.Tuple(range);

    // All factors are drawn before any is used.
    private static Func<Tensor, Tensor> Change(double[]? range, Func<Tensor, double, Tensor> change)
    {
        if (range is not [var low, var high])
        {
            return static image => image;
        }

        var factor = Draw(low, high);
        return image => change(image, factor);
    }

    private static double[]? Range(Ratios? given, string name, double center = 1, (double Low, double High)? bound = null)
    {
        if (given is not { } some)
        {
            return null;
        }

        var (low, high) = bound ?? (0, double.PositiveInfinity);
        double[] range = [.. some];
        switch (range)
        {
            case [var one] when one < 0:
                throw new TorchValueException($"If {name} is a single number, it must be non negative.");
            case [var one]:
                range = [bound is null ? Math.Max(center - one, 0) : center - one, center + one];
                break;
            case [_, _]:
                break;
            default:
                throw new TorchTypeException($"{name}={PythonForm.Tuple(range)} should be a single number or a sequence with length 2.");
        }

        if (!(low <= range[0] && range[0] <= range[1] && range[1] <= high))
        {
            throw new TorchValueException(
                $"{name} values should be between {(bound is null ? "(0, inf)" : PythonForm.Tuple(low, high))} and increasing, "
                + $"but got {PythonForm.List(range)}.");
        }

        return range[0] == center && range[1] == center ? null : range;
    }
}
