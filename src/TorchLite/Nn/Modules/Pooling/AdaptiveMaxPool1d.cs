namespace TorchLite.Nn;

/// <summary>
/// Max pooling with a given output size: PyTorch's <c>torch.nn.AdaptiveMaxPool1d</c>. The input is of shape (batch, channels, length), or
/// without the batch.
/// </summary>
/// <example><code>
/// var pool = new AdaptiveMaxPool1d(3);
/// pool.Call(Torch.Ones(2, 3, 6)).Shape   // torch.Size([2, 3, 3])
/// pool.CallWithIndices(Torch.Ones(2, 3, 6)).Indices.DType   // torch.int64
/// pool   // AdaptiveMaxPool1d(output_size=3)
/// </code></example>
public class AdaptiveMaxPool1d : AdaptiveMaxPoolNd
{
    /// <summary>Says what comes out.</summary>
    /// <param name="outputSize">The size of the output.</param>
    public AdaptiveMaxPool1d(AdaptiveSize outputSize)
        : base(outputSize)
    {
    }

    private protected override (Tensor Output, Tensor Indices) ForwardWithIndices(Tensor input) =>
        Torch.Nn.Functional.AdaptiveMaxPool1dWithIndices(input, OutputSize.For(input, 1));
}
