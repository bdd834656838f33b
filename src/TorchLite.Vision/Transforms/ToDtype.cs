using F = TorchLite.TorchVision.Transforms.Functional;

namespace TorchLite.Vision.Transforms;

/// <summary>Converts an image to a dtype: torchvision's <c>v2.ToDtype</c>.</summary>
/// <param name="dtype">The dtype.</param>
/// <param name="scale">
/// Whether the values are scaled from the range of the one dtype to that of the other: integers from 0 to the largest, others from 0 to 1.
/// </param>
/// <exception cref="TorchException">When it is called: scaling would lose digits, as of float32 to int32.</exception>
/// <example><code>
/// var image = Torch.Tensor([[[0, 51, 255]]], dtype: DType.Uint8);
/// new ToDtype(DType.Float32, scale: true).Call(image)   // tensor([[[0.0000, 0.2000, 1.0000]]])
/// </code></example>
public class ToDtype(DType dtype, bool scale = false) : Transform
{
    /// <summary>The dtype.</summary>
    public DType DType { get; } = dtype;

    /// <summary>Whether the values are scaled.</summary>
    public bool Scale { get; } = scale;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor image) => F.ToDtype(image, DType, Scale);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"scale={Scale}";
}
