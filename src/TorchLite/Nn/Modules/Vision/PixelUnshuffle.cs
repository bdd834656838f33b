namespace TorchLite.Nn;

/// <summary>
/// Rearranges spatial dimensions into channels: (…, C, H·r, W·r) becomes (…, C·r², H, W): PyTorch's <c>torch.nn.PixelUnshuffle</c>.
/// </summary>
/// <param name="downscaleFactor">The factor r.</param>
/// <example><code>
/// new PixelUnshuffle(2).Call(Torch.Ones(1, 2, 6, 6)).Shape   // torch.Size([1, 8, 3, 3])
/// new PixelUnshuffle(2)                                      // PixelUnshuffle(downscale_factor=2)
/// </code></example>
public class PixelUnshuffle(long downscaleFactor) : Module<Tensor, Tensor>
{
    /// <summary>The factor r.</summary>
    public long DownscaleFactor { get; } = downscaleFactor;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.PixelUnshuffle(input, DownscaleFactor);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"downscale_factor={DownscaleFactor}";
}
