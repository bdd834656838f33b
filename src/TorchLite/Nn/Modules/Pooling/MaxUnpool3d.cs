namespace TorchLite.Nn;

/// <summary>
/// What max pooling was made of, with zeros where the elements were not the greatest: PyTorch's <c>torch.nn.MaxUnpool3d</c>.
/// </summary>
/// <example><code>
/// var (output, indices) = new MaxPool3d(2).CallWithIndices(Torch.Ones(2, 3, 5, 5, 5));
/// var unpool = new MaxUnpool3d(2);
/// unpool.Call(output, indices).Shape              // torch.Size([2, 3, 4, 4, 4])
/// unpool.Call(output, indices, [5, 5, 5]).Shape   // torch.Size([2, 3, 5, 5, 5])
/// unpool   // MaxUnpool3d(kernel_size=(2, 2, 2), stride=(2, 2, 2), padding=(0, 0, 0))
/// </code></example>
public class MaxUnpool3d : MaxUnpoolNd
{
    /// <summary>Says what the windows are.</summary>
    /// <param name="kernelSize">The size of a window.</param>
    /// <param name="stride">The step between windows; null: the size of a window.</param>
    /// <param name="padding">The padding of the pooling; null: none.</param>
    public MaxUnpool3d(Dims kernelSize, Dims? stride = null, Dims? padding = null)
        : base(3, kernelSize, stride, padding)
    {
    }

    private protected override Tensor Unpool(Tensor input, Tensor indices, Dims? outputSize) =>
        Torch.Nn.Functional.MaxUnpool3d(input, indices, KernelSize, Stride, Padding, outputSize);
}
