namespace TorchLite.Nn;

/// <summary>
/// Average pooling with a given output size: PyTorch's <c>torch.nn.AdaptiveAvgPool3d</c>. The input is of shape (batch, channels, depth,
/// height, width), or without the batch.
/// </summary>
/// <example><code>
/// var pool = new AdaptiveAvgPool3d([3, null, null]);
/// pool.Call(Torch.Ones(2, 3, 6, 6, 6)).Shape   // torch.Size([2, 3, 3, 6, 6])
/// pool   // AdaptiveAvgPool3d(output_size=(3, None, None))
/// </code></example>
public class AdaptiveAvgPool3d : AdaptivePoolNd
{
    /// <summary>Says what comes out.</summary>
    /// <param name="outputSize">The size of the output: one for all dimensions, or one for each, of which null keeps the input's.</param>
    public AdaptiveAvgPool3d(AdaptiveSize outputSize)
        : base(outputSize)
    {
    }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.AdaptiveAvgPool3d(input, OutputSize);
}
