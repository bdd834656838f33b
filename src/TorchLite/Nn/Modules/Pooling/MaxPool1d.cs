namespace TorchLite.Nn;

/// <summary>
/// The greatest element of each window: PyTorch's <c>torch.nn.MaxPool1d</c>. The input is of shape (batch, channels, length), or without
/// the batch.
/// </summary>
/// <example><code>
/// var pool = new MaxPool1d(2);
/// pool.Call(Torch.Ones(2, 3, 4)).Shape                          // torch.Size([2, 3, 2])
/// pool.CallWithIndices(Torch.Ones(2, 3, 4)).Indices[0, 0]   // tensor([0, 2])
/// pool   // MaxPool1d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)
/// </code></example>
public class MaxPool1d : MaxPoolNd
{
    /// <summary>Says what the windows are.</summary>
    /// <param name="kernelSize">The size of a window.</param>
    /// <param name="stride">The step between windows; null: the size of a window.</param>
    /// <param name="padding">The number of elements of minus infinity added at each side, at most half a window; null: none.</param>
    /// <param name="dilation">The distance between the elements of a window; null: 1.</param>
    /// <param name="ceilMode">Whether to include windows that extend beyond the end.</param>
    public MaxPool1d(Dims kernelSize, Dims? stride = null, Dims? padding = null, Dims? dilation = null, bool ceilMode = false)
        : base(kernelSize, stride, padding, dilation, ceilMode)
    {
    }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) =>
        Torch.Nn.Functional.MaxPool1d(input, KernelSize, Stride, Padding, Dilation, CeilMode);

    private protected override (Tensor Output, Tensor Indices) ForwardWithIndices(Tensor input) =>
        Torch.Nn.Functional.MaxPool1dWithIndices(input, KernelSize, Stride, Padding, Dilation, CeilMode);
}
