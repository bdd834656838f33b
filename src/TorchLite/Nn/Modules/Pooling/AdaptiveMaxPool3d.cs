namespace TorchLite.Nn;

/// <summary>
/// Max pooling with a given output size: PyTorch's <c>torch.nn.AdaptiveMaxPool3d</c>. The input is of shape (batch, channels, depth,
/// height, width), or without the batch.
/// </summary>
/// <example><code>
/// var pool = new AdaptiveMaxPool3d([3, null, null]);
/// pool.Call(Torch.Ones(2, 3, 6, 6, 6)).Shape   // torch.Size([2, 3, 3, 6, 6])
/// pool.CallWithIndices(Torch.Ones(2, 3, 6, 6, 6)).Indices.DType   // torch.int64
/// pool   // AdaptiveMaxPool3d(output_size=(3, None, None))
/// </code></example>
public class AdaptiveMaxPool3d : AdaptiveMaxPoolNd
{
    /// <summary>Says what comes out.</summary>
    /// <param name="outputSize">The size of the output: one for all dimensions, or one for each, of which null keeps the input's.</param>
    public AdaptiveMaxPool3d(AdaptiveSize outputSize)
        : base(outputSize)
    {
    }

    private protected override (Tensor Output, Tensor Indices) ForwardWithIndices(Tensor input) =>
        Torch.Nn.Functional.AdaptiveMaxPool3dWithIndices(input, OutputSize);
}
