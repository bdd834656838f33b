namespace TorchLite.Nn;

/// <summary>
/// Average pooling with a given output size: PyTorch's <c>torch.nn.AdaptiveAvgPool1d</c>. The input is of shape (batch, channels, length),
/// or without the batch.
/// </summary>
/// <example><code>
/// var pool = new AdaptiveAvgPool1d(3);
/// pool.Call(Torch.Ones(2, 3, 6)).Shape   // torch.Size([2, 3, 3])
/// pool   // AdaptiveAvgPool1d(output_size=3)
/// </code></example>
public class AdaptiveAvgPool1d : AdaptivePoolNd
{
    /// <summary>Says what comes out.</summary>
    /// <param name="outputSize">The size of the output.</param>
    public AdaptiveAvgPool1d(AdaptiveSize outputSize)
        : base(outputSize)
    {
    }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) =>
        Torch.Nn.Functional.AdaptiveAvgPool1d(input, OutputSize.For(input, 1));
}
