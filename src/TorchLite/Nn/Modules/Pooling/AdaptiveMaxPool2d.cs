namespace TorchLite.Nn;

/// <summary>
/// Max pooling with a given output size: PyTorch's <c>torch.nn.AdaptiveMaxPool2d</c>. The input is of shape (batch, channels, height,
/// width), or without the batch.
/// </summary>
/// <example><code>
/// var pool = new AdaptiveMaxPool2d([3, null]);
/// pool.Call(Torch.Ones(2, 3, 6, 6)).Shape   // torch.Size([2, 3, 3, 6])
/// pool.CallWithIndices(Torch.Ones(2, 3, 6, 6)).Indices.DType   // torch.int64
/// pool   // AdaptiveMaxPool2d(output_size=(3, None))
/// </code></example>
public class AdaptiveMaxPool2d : AdaptiveMaxPoolNd
{
    /// <summary>Says what comes out.</summary>
    /// <param name="outputSize">The size of the output: one for all dimensions, or one for each, of which null keeps the input's.</param>
    public AdaptiveMaxPool2d(AdaptiveSize outputSize)
        : base(outputSize)
    {
    }

    private protected override (Tensor Output, Tensor Indices) ForwardWithIndices(Tensor input) =>
        Torch.Nn.Functional.AdaptiveMaxPool2dWithIndices(input, OutputSize);
}
