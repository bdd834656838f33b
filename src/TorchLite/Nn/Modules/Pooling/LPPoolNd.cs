using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>What the power-average poolings have in common: PyTorch's <c>_LPPoolNd</c>.</summary>
public abstract class LPPoolNd : Module<Tensor, Tensor>
{
    private protected LPPoolNd(Scalar normType, Dims kernelSize, Dims? stride, bool ceilMode)
    {
        if ((double)normType == 0)
        {
            throw new TorchValueException($"norm_type must be a non-zero value, but got {normType}");
        }

        (NormType, KernelSize, Stride, CeilMode) = (normType, kernelSize, stride, ceilMode);
    }

    /// <summary>The order of the norm.</summary>
    public Scalar NormType { get; }

    /// <summary>The size of a window.</summary>
    public Dims KernelSize { get; }

    /// <summary>The step between windows; null: the size of a window.</summary>
    public Dims? Stride { get; }

    /// <summary>Whether windows that extend beyond the end are included.</summary>
    public bool CeilMode { get; }

    /// <inheritdoc/>
    protected override string ExtraRepr() =>
        $"norm_type={NormType}, kernel_size={PythonText.Of(KernelSize)}, stride={PythonText.Of((object?)Stride)}, "
        + $"ceil_mode={PythonText.Of(CeilMode)}";
}
