namespace TorchLite.Nn;

/// <summary>
/// The transposed convolution of images, which is the gradient of a <see cref="Conv2d"/>: PyTorch's
/// <c>torch.nn.ConvTranspose2d</c>. The input is of shape (batch, channels, height, width), or without the batch.
/// </summary>
/// <example><code>
/// var conv = new ConvTranspose2d(3, 4, 3, stride: 2);
/// conv                                         // ConvTranspose2d(3, 4, kernel_size=(3, 3), stride=(2, 2))
/// conv.Call(Torch.Ones(5, 3, 8, 8)).Shape          // torch.Size([5, 4, 17, 17])
/// conv.Call(Torch.Ones(5, 3, 8, 8), [18, 18]).Shape   // torch.Size([5, 4, 18, 18])
/// </code></example>
public class ConvTranspose2d : ConvTransposeNd
{
    /// <summary>A transposed convolution with random filters.</summary>
    /// <param name="inChannels">The number of channels of the input.</param>
    /// <param name="outChannels">The number of channels of the output.</param>
    /// <param name="kernelSize">The size of the filters.</param>
    /// <param name="stride">The step of the filters; null: 1.</param>
    /// <param name="padding">By how much the output is less at each side; null: by nothing.</param>
    /// <param name="outputPadding">How much is added to one side of the output; null: nothing.</param>
    /// <param name="groups">The number of groups into which the channels are split.</param>
    /// <param name="bias">Whether something is added to each output channel.</param>
    /// <param name="dilation">The distance between the elements of a filter; null: 1.</param>
    /// <param name="paddingMode">Zeros; others are refused, as by PyTorch.</param>
    /// <param name="device">Where the parameters are; null: the default device.</param>
    /// <param name="dtype">Their dtype; null: the default dtype.</param>
    /// <exception cref="TorchValueException">The groups do not divide the channels, or an option does not go with another.</exception>
    /// <exception cref="TorchException">A size is negative, or the dtype has no random numbers.</exception>
    public ConvTranspose2d(
        long inChannels, long outChannels, Dims kernelSize, Dims? stride = null, Dims? padding = null, Dims? outputPadding = null,
        long groups = 1, bool bias = true, Dims? dilation = null, PaddingMode paddingMode = PaddingMode.Zeros, Device? device = null,
        DType? dtype = null)
        : base(
            2, inChannels, outChannels, kernelSize, stride, padding, outputPadding, groups, bias, dilation, paddingMode, device, dtype)
    {
    }

    private protected override Tensor Transposed(Tensor input, Tensor weight, Tensor? bias, Dims outputPadding) =>
        Torch.Nn.Functional.ConvTranspose2d(input, weight, bias, Stride, Padding, outputPadding, Groups, Dilation);
}
