namespace TorchLite.Nn;

/// <summary>
/// The p-norm of each window, which is the sum for 1 and the maximum for infinity: PyTorch's <c>torch.nn.LPPool2d</c>. The input is of
/// shape (batch, channels, height, width), or without the batch.
/// </summary>
/// <example><code>
/// var pool = new LPPool2d(2, 3);
/// pool.Call(Torch.Ones(2, 3, 6, 6)).Shape   // torch.Size([2, 3, 2, 2])
/// pool   // LPPool2d(norm_type=2, kernel_size=3, stride=None, ceil_mode=False)
/// </code></example>
public class LPPool2d : LPPoolNd
{
    /// <summary>Says what the windows are.</summary>
    /// <param name="normType">The order p of the norm.</param>
    /// <param name="kernelSize">The size of a window.</param>
    /// <param name="stride">The step between windows; null: the size of a window.</param>
    /// <param name="ceilMode">Whether to include windows that extend beyond the end.</param>
    /// <exception cref="TorchValueException">The order is 0.</exception>
    public LPPool2d(Scalar normType, Dims kernelSize, Dims? stride = null, bool ceilMode = false)
        : base(normType, kernelSize, stride, ceilMode)
    {
    }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) =>
        Torch.Nn.Functional.LpPool2d(input, (double)NormType, KernelSize, Stride, CeilMode);
}
