namespace TorchLite.Nn;

/// <summary>
/// Makes images larger or smaller bilinearly, the corners keeping their places: PyTorch's <c>torch.nn.UpsamplingBilinear2d</c>.
/// </summary>
/// <example><code>
/// var upsampling = new UpsamplingBilinear2d(5);
/// upsampling.Call(Torch.Ones(1, 3, 4, 4)).Shape   // torch.Size([1, 3, 5, 5])
/// upsampling                                      // UpsamplingBilinear2d(size=5, mode='bilinear')
/// </code></example>
public class UpsamplingBilinear2d : Upsample
{
    /// <summary>Says what comes out.</summary>
    /// <param name="size">The new height and width, or one for both; null: by the factor.</param>
    /// <param name="scaleFactor">The new size divided by the old, one for both or one for each; null: by the size.</param>
    public UpsamplingBilinear2d(Dims? size = null, Ratios? scaleFactor = null)
        : base(size, scaleFactor, InterpolationMode.Bilinear, alignCorners: true)
    {
    }
}
