using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>What the max poolings have in common: PyTorch's <c>_MaxPoolNd</c>.</summary>
public abstract class MaxPoolNd : Module<Tensor, Tensor>
{
    private protected MaxPoolNd(Dims kernelSize, Dims? stride, Dims? padding, Dims? dilation, bool ceilMode) =>
        (KernelSize, Stride, Padding, Dilation, CeilMode) = (kernelSize, stride ?? kernelSize, padding ?? 0, dilation ?? 1, ceilMode);

    /// <summary>The size of a window.</summary>
    public Dims KernelSize { get; }

    /// <summary>The step between windows.</summary>
    public Dims Stride { get; }

    /// <summary>The number of elements of minus infinity added at each side.</summary>
    public Dims Padding { get; }

    /// <summary>The distance between the elements of a window.</summary>
    public Dims Dilation { get; }

    /// <summary>Whether windows that extend beyond the end are included.</summary>
    public bool CeilMode { get; }

    /// <summary>Runs the module and says where the elements are: PyTorch's <c>return_indices=True</c>. Hooks are called.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The output, and the positions of its elements in the flattened channel, in int64.</returns>
    public (Tensor Output, Tensor Indices) CallWithIndices(Tensor input) =>
        HasHooks ? CallWithHooks([input], args => ForwardWithIndices(Input<Tensor>(args, 0, 1))) : ForwardWithIndices(input);

    private protected abstract (Tensor Output, Tensor Indices) ForwardWithIndices(Tensor input);

    /// <inheritdoc/>
    protected override string ExtraRepr() =>
        $"kernel_size={PythonText.Of(KernelSize)}, stride={PythonText.Of(Stride)}, padding={PythonText.Of(Padding)}, "
        + $"dilation={PythonText.Of(Dilation)}, ceil_mode={PythonText.Of(CeilMode)}";
}
