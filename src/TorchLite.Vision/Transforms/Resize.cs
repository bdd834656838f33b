using F = TorchLite.TorchVision.Transforms.Functional;

namespace TorchLite.Vision.Transforms;

/// <summary>Makes an image larger or smaller: torchvision's <c>v2.Resize</c>.</summary>
/// <param name="size">
/// Height and width; or one number, which the shorter side becomes while the proportions stay; null: the longer side becomes
/// <paramref name="maxSize"/>.
/// </param>
/// <param name="interpolation">How pixels are made of others: Nearest, NearestExact, Bilinear or Bicubic.</param>
/// <param name="maxSize">What the longer side may become at most.</param>
/// <param name="antialias">
/// Whether a smaller image is made of all pixels, for bilinear and bicubic ones; else of those next to each new one, which makes false
/// patterns.
/// </param>
/// <exception cref="TorchValueException">
/// There is no size and no <paramref name="maxSize"/>; there are more than two sizes; <paramref name="maxSize"/> is given with two, or is
/// not larger than the one.
/// </exception>
/// <example><code>
/// new Resize(2).Call(Torch.Arange(16.0).Reshape(1, 4, 4))
/// // tensor([[[ 3.5714,  5.1429],
/// //          [ 9.8571, 11.4286]]])
/// new Resize([2, 3])   // Resize(size=[2, 3], interpolation=InterpolationMode.BILINEAR, antialias=True)
/// </code></example>
public class Resize(
    Dims? size, InterpolationMode interpolation = InterpolationMode.Bilinear, long? maxSize = null, bool antialias = true) : Transform
{
    private readonly long[]? size = Check(size, maxSize);

    /// <summary>How pixels are made of others.</summary>
    public InterpolationMode Interpolation { get; } = interpolation;

    /// <summary>What the longer side may become at most.</summary>
    public long? MaxSize { get; } = maxSize;

    /// <summary>Whether a smaller image is made of all pixels.</summary>
    public bool Antialias { get; } = antialias;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor image) => F.Resize(image, size is null ? null : [.. size], Interpolation, MaxSize, Antialias);

    /// <inheritdoc/>
    protected override string ExtraRepr() => PythonForm.Options(
        ("size", size is null ? null : $"[{string.Join(", ", size)}]"), ("interpolation", PythonForm.Of(Interpolation)),
        ("max_size", MaxSize), ("antialias", Antialias));

    private static long[]? Check(Dims? size, long? maxSize)
    {
        if (size is not { } given)
        {
            return maxSize is not null ? null
                : throw new TorchValueException("max_size must be an integer when size is None, but got None instead.");
        }

        long[] sizes = [.. given];
        return sizes.Length is 1 or 2 ? sizes : throw new TorchValueException(
            $"size can be an integer, a sequence of one or two integers, or None, but got [{string.Join(", ", sizes)}] instead.");
    }
}
