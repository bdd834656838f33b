namespace TorchLite.Nn;

/// <summary>
/// The mean of each window: PyTorch's <c>torch.nn.AvgPool3d</c>. The input is of shape (batch, channels, depth, height, width), or without
/// the batch.
/// </summary>
/// <example><code>
/// var pool = new AvgPool3d(2);
/// pool.Call(Torch.Ones(2, 3, 4, 4, 4)).Shape   // torch.Size([2, 3, 2, 2, 2])
/// pool   // AvgPool3d(kernel_size=2, stride=2, padding=0)
/// </code></example>
public class AvgPool3d : AvgPoolNd
{
    /// <summary>Says what the windows are.</summary>
    /// <param name="kernelSize">The size of a window.</param>
    /// <param name="stride">The step between windows; null: the size of a window.</param>
    /// <param name="padding">The number of zeros added at each side, at most half a window; null: none.</param>
    /// <param name="ceilMode">Whether to include windows that extend beyond the end.</param>
    /// <param name="countIncludePad">Whether to include the padding in the mean.</param>
    /// <param name="divisorOverride">What the sum of a window is divided by; null: the number of its elements.</param>
    public AvgPool3d(
        Dims kernelSize, Dims? stride = null, Dims? padding = null, bool ceilMode = false, bool countIncludePad = true,
        long? divisorOverride = null)
        : base(kernelSize, stride, padding, ceilMode, countIncludePad) =>
        DivisorOverride = divisorOverride;

    /// <summary>What the sum of a window is divided by; null: the number of its elements.</summary>
    public long? DivisorOverride { get; }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) =>
        Torch.Nn.Functional.AvgPool3d(input, KernelSize, Stride, Padding, CeilMode, CountIncludePad, DivisorOverride);
}
