namespace TorchLite.Nn;

/// <summary>Makes images larger or smaller by nearest elements: PyTorch's <c>torch.nn.UpsamplingNearest2d</c>.</summary>
/// <example><code>
/// var upsampling = new UpsamplingNearest2d(scaleFactor: 2);
/// upsampling.Call(Torch.Ones(1, 3, 4, 4)).Shape   // torch.Size([1, 3, 8, 8])
/// upsampling                                      // UpsamplingNearest2d(scale_factor=2.0, mode='nearest')
/// </code></example>
public class UpsamplingNearest2d : Upsample
{
    /// <summary>Says what comes out.</summary>
    /// <param name="size">The new height and width, or one for both; null: by the factor.</param>
    /// <param name="scaleFactor">The new size divided by the old, one for both or one for each; null: by the size.</param>
    public UpsamplingNearest2d(Dims? size = null, Ratios? scaleFactor = null)
        : base(size, scaleFactor)
    {
    }
}
