namespace TorchLite.Nn;

/// <summary>
/// The greatest element of each window: PyTorch's <c>torch.nn.MaxPool2d</c>. The input is of shape (batch, channels, height, width), or
/// without the batch.
/// </summary>
/// <example><code>
/// var pool = new MaxPool2d(2);
/// pool.Call(Torch.Ones(2, 3, 4, 4)).Shape                          // torch.Size([2, 3, 2, 2])
/// pool.CallWithIndices(Torch.Ones(2, 3, 4, 4)).Indices[0, 0, 0]   // tensor([0, 2])
/// pool   // MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)
/// </code></example>
public class MaxPool2d : MaxPoolNd
{
    /// <summary>Says what the windows are.</summary>
    /// <param name="kernelSize">The size of a window.</param>
    /// <param name="stride">The step between windows; null: the size of a window.</param>
    /// <param name="padding">The number of elements of minus infinity added at each side, at most half a window; null: none.</param>
    /// <param name="dilation">The distance between the elements of a window; null: 1.</param>
    /// <param name="ceilMode">Whether to include windows that extend beyond the end.</param>
    public MaxPool2d(Dims kernelSize, Dims? stride = null, Dims? padding = null, Dims? dilation = null, bool ceilMode = false)
        : base(kernelSize, stride, padding, dilation, ceilMode)
    {
    }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) =>
        Torch.Nn.Functional.MaxPool2d(input, KernelSize, Stride, Padding, Dilation, CeilMode);

    private protected override (Tensor Output, Tensor Indices) ForwardWithIndices(Tensor input) =>
        Torch.Nn.Functional.MaxPool2dWithIndices(input, KernelSize, Stride, Padding, Dilation, CeilMode);
}
