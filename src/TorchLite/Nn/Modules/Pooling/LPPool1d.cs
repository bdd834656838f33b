namespace TorchLite.Nn;

/// <summary>
/// The p-norm of each window, which is the sum for 1 and the maximum for infinity: PyTorch's <c>torch.nn.LPPool1d</c>. The input is of
/// shape (batch, channels, length), or without the batch.
/// </summary>
/// <example><code>
/// var pool = new LPPool1d(2, 3);
/// pool.Call(Torch.Ones(2, 3, 6)).Shape   // torch.Size([2, 3, 2])
/// pool   // LPPool1d(norm_type=2, kernel_size=3, stride=None, ceil_mode=False)
/// </code></example>
public class LPPool1d : LPPoolNd
{
    /// <summary>Says what the windows are.</summary>
    /// <param name="normType">The order p of the norm.</param>
    /// <param name="kernelSize">The size of a window.</param>
    /// <param name="stride">The step between windows; null: the size of a window.</param>
    /// <param name="ceilMode">Whether to include windows that extend beyond the end.</param>
    /// <exception cref="TorchValueException">The order is 0.</exception>
    public LPPool1d(Scalar normType, long kernelSize, Dims? stride = null, bool ceilMode = false)
        : base(normType, kernelSize, stride, ceilMode)
    {
    }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) =>
        Torch.Nn.Functional.LpPool1d(input, (double)NormType, KernelSize.Values[0], Stride, CeilMode);
}
