namespace TorchLite.Nn;

/// <summary>What the average poolings have in common: PyTorch's <c>_AvgPoolNd</c>.</summary>
public abstract class AvgPoolNd : Module<Tensor, Tensor>
{
    private protected AvgPoolNd(Dims kernelSize, Dims? stride, Dims? padding, bool ceilMode, bool countIncludePad) =>
        (KernelSize, Stride, Padding, CeilMode, CountIncludePad) =
            (kernelSize, stride ?? kernelSize, padding ?? 0, ceilMode, countIncludePad);

    /// <summary>The size of a window.</summary>
    public Dims KernelSize { get; }

    /// <summary>The step between windows.</summary>
    public Dims Stride { get; }

    /// <summary>The number of zeros added at each side.</summary>
    public Dims Padding { get; }

    /// <summary>Whether windows that extend beyond the end are included.</summary>
    public bool CeilMode { get; }

    /// <summary>Whether the padding is included in the mean.</summary>
    public bool CountIncludePad { get; }

    private protected virtual string Text(Dims sizes) => Printing.PythonText.Of(sizes);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"kernel_size={Text(KernelSize)}, stride={Text(Stride)}, padding={Text(Padding)}";
}
