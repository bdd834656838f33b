using System.Runtime.CompilerServices;

namespace TorchLite.Nn;

/// <summary>
/// The convolution of images with filters that are trained: PyTorch's <c>torch.nn.Conv2d</c>. The input is of shape
/// (batch, channels, height, width), or without the batch.
/// </summary>
/// <example><code>
/// var conv = new Conv2d(3, 4, 3, padding: 1);
/// conv                                  // Conv2d(3, 4, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))
/// conv.Call(Torch.Ones(5, 3, 8, 8)).Shape   // torch.Size([5, 4, 8, 8])
/// conv.Weight.Shape                     // torch.Size([4, 3, 3, 3])
/// </code></example>
public class Conv2d : ConvNd
{
    /// <summary>A convolution with random filters.</summary>
    /// <param name="inChannels">The number of channels of the input.</param>
    /// <param name="outChannels">The number of channels of the output.</param>
    /// <param name="kernelSize">The size of the filters.</param>
    /// <param name="stride">The step of the filters; null: 1.</param>
    /// <param name="padding">How much is added at each side; null: nothing.</param>
    /// <param name="dilation">The distance between the elements of a filter; null: 1.</param>
    /// <param name="groups">The number of groups into which the channels are split.</param>
    /// <param name="bias">Whether something is added to each output channel.</param>
    /// <param name="paddingMode">With what it pads.</param>
    /// <param name="device">Where the parameters are; null: the default device.</param>
    /// <param name="dtype">Their dtype; null: the default dtype.</param>
    /// <exception cref="TorchValueException">The groups do not divide the channels, or an option does not go with another.</exception>
    /// <exception cref="TorchException">A size is negative, or the dtype has no random numbers.</exception>
    public Conv2d(
        long inChannels, long outChannels, Dims kernelSize, Dims? stride = null, Dims? padding = null,
        Dims? dilation = null, long groups = 1, bool bias = true, PaddingMode paddingMode = PaddingMode.Zeros, Device? device = null,
        DType? dtype = null)
        : base(
            2, false, inChannels, outChannels, kernelSize, stride, padding, null, dilation, null, groups, bias, paddingMode, device, dtype)
    {
    }

    /// <summary>A convolution with random filters, with padding by a word.</summary>
    /// <param name="inChannels">The number of channels of the input.</param>
    /// <param name="outChannels">The number of channels of the output.</param>
    /// <param name="kernelSize">The size of the filters.</param>
    /// <param name="stride">The step of the filters; null: 1.</param>
    /// <param name="padding">What is added: <c>Same</c> keeps the size, with a stride of 1 only.</param>
    /// <param name="dilation">The distance between the elements of a filter; null: 1.</param>
    /// <param name="groups">The number of groups into which the channels are split.</param>
    /// <param name="bias">Whether something is added to each output channel.</param>
    /// <param name="paddingMode">With what it pads.</param>
    /// <param name="device">Where the parameters are; null: the default device.</param>
    /// <param name="dtype">Their dtype; null: the default dtype.</param>
    /// <exception cref="TorchValueException">The groups do not divide the channels, or an option does not go with another.</exception>
    /// <exception cref="TorchException">A size is negative, or the dtype has no random numbers.</exception>
    [OverloadResolutionPriority(-1)]
    public Conv2d(
        long inChannels, long outChannels, Dims kernelSize, Dims? stride = null, ConvPadding padding = ConvPadding.Valid,
        Dims? dilation = null, long groups = 1, bool bias = true, PaddingMode paddingMode = PaddingMode.Zeros, Device? device = null,
        DType? dtype = null)
        : base(
            2, false, inChannels, outChannels, kernelSize, stride, null, padding, dilation, null, groups, bias, paddingMode, device, dtype)
    {
    }

    /// <inheritdoc/>
    protected override Tensor ConvForward(Tensor input, Tensor weight, Tensor? bias) => Padded(input) is { } padded
        ? Torch.Nn.Functional.Conv2d(padded, weight, bias, Stride, 0, Dilation, Groups)
        : NamedPadding is { } word ? Torch.Nn.Functional.Conv2d(input, weight, bias, Stride, word, Dilation, Groups)
        : Torch.Nn.Functional.Conv2d(input, weight, bias, Stride, Padding, Dilation, Groups);
}
