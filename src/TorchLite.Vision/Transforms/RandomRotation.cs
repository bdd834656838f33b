using F = TorchLite.TorchVision.Transforms.Functional;

namespace TorchLite.Vision.Transforms;

/// <summary>Turns an image by some angle: torchvision's <c>v2.RandomRotation</c>.</summary>
public class RandomRotation : Transform
{
    private readonly double[]? center;

    /// <summary>Turns by an angle between minus and plus so many degrees.</summary>
    /// <param name="degrees">The greatest angle in degrees.</param>
    /// <param name="interpolation">How pixels are made of others: Nearest or Bilinear.</param>
    /// <param name="expand">Whether the image becomes so large that all of the turned one is in it.</param>
    /// <param name="center">The point around which it is turned, x and y in pixels from the upper left corner; null: the middle.</param>
    /// <param name="fill">What the corners are filled with.</param>
    /// <exception cref="TorchValueException">The angle is negative.</exception>
    /// <example><code>
    /// new RandomRotation(15)   // RandomRotation(degrees=[-15.0, 15.0], interpolation=InterpolationMode.NEAREST, expand=False, fill=0)
    /// </code></example>
    public RandomRotation(
        double degrees, InterpolationMode interpolation = InterpolationMode.Nearest, bool expand = false,
        (double X, double Y)? center = null, Fill fill = default)
        : this(
            degrees >= 0 ? (-degrees, degrees) : throw new TorchValueException("If degrees is a single number, it must be positive."),
            interpolation, expand, center, fill)
    {
    }

    /// <summary>Turns by an angle between two.</summary>
    /// <param name="degrees">The two angles in degrees, against the clock.</param>
    /// <param name="interpolation">How pixels are made of others: Nearest or Bilinear.</param>
    /// <param name="expand">Whether the image becomes so large that all of the turned one is in it.</param>
    /// <param name="center">The point around which it is turned, x and y in pixels from the upper left corner; null: the middle.</param>
    /// <param name="fill">What the corners are filled with.</param>
    /// <example><code>
    /// new RandomRotation((90, 90)).Call(Torch.Tensor([[[1, 2], [3, 4]]]))
    /// // tensor([[[2, 4],
    /// //          [1, 3]]])
    /// </code></example>
    public RandomRotation(
        (double Min, double Max) degrees, InterpolationMode interpolation = InterpolationMode.Nearest, bool expand = false,
        (double X, double Y)? center = null, Fill fill = default)
    {
        (Degrees, Interpolation, Expand, Fill) = (degrees, interpolation, expand, fill);
        this.center = center is var (x, y) ? [x, y] : null;
    }

    /// <summary>The two angles in degrees.</summary>
    public (double Min, double Max) Degrees { get; }

    /// <summary>How pixels are made of others.</summary>
    public InterpolationMode Interpolation { get; }

    /// <summary>Whether the image becomes larger.</summary>
    public bool Expand { get; }

    /// <summary>What the corners are filled with.</summary>
    public Fill Fill { get; }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor image) => F.Rotate(
        image, Draw(Degrees.Min, Degrees.Max), Interpolation, Expand, center is null ? null : (center[0], center[1]), Fill);

    /// <inheritdoc/>
    protected override string ExtraRepr() => PythonForm.Options(
        ("degrees", PythonForm.List([Degrees.Min, Degrees.Max])), ("interpolation", PythonForm.Of(Interpolation)), ("expand", Expand),
        ("fill", Fill), ("center", center is null ? null : PythonForm.Given(center)));
}
