namespace TorchLite.Nn;

/// <summary>
/// What max pooling was made of, with zeros where the elements were not the greatest: PyTorch's <c>torch.nn.MaxUnpool1d</c>.
/// </summary>
/// <example><code>
/// var (output, indices) = new MaxPool1d(2).CallWithIndices(Torch.Ones(2, 3, 5));
/// var unpool = new MaxUnpool1d(2);
/// unpool.Call(output, indices).Shape              // torch.Size([2, 3, 4])
/// unpool.Call(output, indices, [5]).Shape   // torch.Size([2, 3, 5])
/// unpool   // MaxUnpool1d(kernel_size=(2,), stride=(2,), padding=(0,))
/// </code></example>
public class MaxUnpool1d : MaxUnpoolNd
{
    /// <summary>Says what the windows are.</summary>
    /// <param name="kernelSize">The size of a window.</param>
    /// <param name="stride">The step between windows; null: the size of a window.</param>
    /// <param name="padding">The padding of the pooling; null: none.</param>
    public MaxUnpool1d(Dims kernelSize, Dims? stride = null, Dims? padding = null)
        : base(1, kernelSize, stride, padding)
    {
    }

    private protected override Tensor Unpool(Tensor input, Tensor indices, Dims? outputSize) =>
        Torch.Nn.Functional.MaxUnpool1d(input, indices, KernelSize, Stride, Padding, outputSize);
}
