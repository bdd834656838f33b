namespace TorchLite.Nn;

/// <summary>
/// Average pooling with a given output size: PyTorch's <c>torch.nn.AdaptiveAvgPool2d</c>. The input is of shape (batch, channels, height,
/// width), or without the batch.
/// </summary>
/// <example><code>
/// var pool = new AdaptiveAvgPool2d([3, null]);
/// pool.Call(Torch.Ones(2, 3, 6, 6)).Shape   // torch.Size([2, 3, 3, 6])
/// pool   // AdaptiveAvgPool2d(output_size=(3, None))
/// </code></example>
public class AdaptiveAvgPool2d : AdaptivePoolNd
{
    /// <summary>Says what comes out.</summary>
    /// <param name="outputSize">The size of the output: one for all dimensions, or one for each, of which null keeps the input's.</param>
    public AdaptiveAvgPool2d(AdaptiveSize outputSize)
        : base(outputSize)
    {
    }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Torch.Nn.Functional.AdaptiveAvgPool2d(input, OutputSize);
}
