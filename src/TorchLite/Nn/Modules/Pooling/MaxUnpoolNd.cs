using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>What the inverses of max pooling have in common: PyTorch's <c>_MaxUnpoolNd</c>.</summary>
public abstract class MaxUnpoolNd : Module<Tensor, Tensor, Tensor>
{
    private protected MaxUnpoolNd(int dims, Dims kernelSize, Dims? stride, Dims? padding) =>
        (KernelSize, Stride, Padding) = (kernelSize.Each(dims), (stride ?? kernelSize).Each(dims), (padding ?? 0).Each(dims));

    /// <summary>The size of a window.</summary>
    public Dims KernelSize { get; }

    /// <summary>The step between windows.</summary>
    public Dims Stride { get; }

    /// <summary>The padding of the pooling.</summary>
    public Dims Padding { get; }

    /// <summary>Runs the module so that the output has the given size. Hooks are called.</summary>
    /// <param name="input">The greatest elements, as max pooling gives them.</param>
    /// <param name="indices">Their positions, as it gives them.</param>
    /// <param name="outputSize">The size of the output, with or without the batch and the channels; null: the least.</param>
    /// <returns>The output.</returns>
    /// <exception cref="TorchValueException">The output size is none that pooling makes the input of.</exception>
    public Tensor Call(Tensor input, Tensor indices, Dims? outputSize) => HasHooks
        ? CallWithHooks([input, indices, outputSize],
            args => Unpool(Input<Tensor>(args, 0, 3), Input<Tensor>(args, 1, 3), Input<Dims?>(args, 2, 3)))
        : Unpool(input, indices, outputSize);

    private protected abstract Tensor Unpool(Tensor input, Tensor indices, Dims? outputSize);

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input1, Tensor input2) => Unpool(input1, input2, null);

    /// <inheritdoc/>
    protected override string ExtraRepr() =>
        $"kernel_size={PythonText.Tuple(KernelSize.Values)}, stride={PythonText.Tuple(Stride.Values)}, "
        + $"padding={PythonText.Tuple(Padding.Values)}";
}
