namespace TorchLite.Nn;

/// <summary>
/// Rearranges channels into spatial dimensions: (…, C·r², H, W) becomes (…, C, H·r, W·r): PyTorch's <c>torch.nn.PixelShuffle</c>.
/// </summary>
/// <param name="upscaleFactor">The factor r.</param>
/// <example><code>
/// new PixelShuffle(2).Call(Torch.Ones(1, 8, 3, 3)).Shape   // torch.Size([1, 2, 6, 6])
/// new PixelShuffle(2)                                      // PixelShuffle(upscale_factor=2)
/// </code></example>
public class PixelShuffle(long upscaleFactor) : Module<Tensor, Tensor>
{
    /// <summary>The factor r.</summary>
    public long UpscaleFactor { get; } = upscaleFactor;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.PixelShuffle(input, UpscaleFactor);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"upscale_factor={UpscaleFactor}";
}
