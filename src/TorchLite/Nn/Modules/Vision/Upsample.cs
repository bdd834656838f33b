using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>Makes signals, images or volumes larger or smaller: PyTorch's <c>torch.nn.Upsample</c>.</summary>
/// <example><code>
/// var upsample = new Upsample(scaleFactor: 2, mode: InterpolationMode.Bilinear);
/// upsample.Call(Torch.Ones(1, 3, 4, 4)).Shape   // torch.Size([1, 3, 8, 8])
/// upsample                                      // Upsample(scale_factor=2.0, mode='bilinear')
/// </code></example>
public class Upsample : Module<Tensor, Tensor>
{
    /// <summary>Says what comes out.</summary>
    /// <param name="size">The new length, or height and width, and so on; one for all of them; null: by the factor.</param>
    /// <param name="scaleFactor">The new size divided by the old, one for all dimensions or one for each; null: by the size.</param>
    /// <param name="mode">How the elements are found.</param>
    /// <param name="alignCorners">
    /// Whether the centres of the corners keep their places, in the linear and cubic modes only; null: not.
    /// </param>
    /// <param name="recomputeScaleFactor">
    /// Whether to calculate with the factor that comes of the new size, which is rounded down, instead of the given one; null: not.
    /// </param>
    public Upsample(
        Dims? size = null, Ratios? scaleFactor = null, InterpolationMode mode = InterpolationMode.Nearest, bool? alignCorners = null,
        bool? recomputeScaleFactor = null)
    {
        (Size, Mode, AlignCorners, RecomputeScaleFactor) = (size, mode, alignCorners, recomputeScaleFactor);
        ScaleFactor = scaleFactor is { IsOne: true, Values: [0] } ? null : scaleFactor; // one of 0 is none to PyTorch
    }

    /// <summary>The new size, or null.</summary>
    public Dims? Size { get; }

    /// <summary>The new size divided by the old, or null.</summary>
    public Ratios? ScaleFactor { get; }

    /// <summary>How the elements are found.</summary>
    public InterpolationMode Mode { get; }

    /// <summary>Whether the centres of the corners keep their places.</summary>
    public bool? AlignCorners { get; }

    /// <summary>Whether to calculate with the factor that comes of the new size.</summary>
    public bool? RecomputeScaleFactor { get; }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) =>
        Torch.Nn.Functional.Interpolate(input, Size, ScaleFactor, Mode, AlignCorners, RecomputeScaleFactor);

    /// <inheritdoc/>
    protected override string ExtraRepr() =>
        (ScaleFactor is { } factor ? $"scale_factor={factor}" : $"size={PythonText.Of((object?)Size)}")
        + $", mode='{(Mode == InterpolationMode.NearestExact ? "nearest-exact" : Mode.ToString().ToLowerInvariant())}'";
}
