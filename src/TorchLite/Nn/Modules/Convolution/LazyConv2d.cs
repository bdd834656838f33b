using System.Runtime.CompilerServices;

namespace TorchLite.Nn;

/// <summary>
/// A <see cref="Conv2d"/> that takes the number of input channels from the first input: PyTorch's <c>torch.nn.LazyConv2d</c>.
/// </summary>
/// <example><code>
/// var conv = new LazyConv2d(4, 3);
/// conv                                  // LazyConv2d(0, 4, kernel_size=(3, 3), stride=(1, 1))
/// conv.Call(Torch.Ones(5, 3, 8, 8)).Shape   // torch.Size([5, 4, 6, 6])
/// conv                                  // Conv2d(3, 4, kernel_size=(3, 3), stride=(1, 1))
/// conv.HasUninitializedParams()         // False
/// new LazyConv2d(4, 3).InitializeParameters(Torch.Ones(5, 3, 8, 8));
/// </code></example>
public class LazyConv2d : Conv2d, ILazyModule
{
    /// <summary>A convolution that takes the number of input channels from the first input.</summary>
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
    public LazyConv2d(
        long outChannels, Dims kernelSize, Dims? stride = null, Dims? padding = null,
        Dims? dilation = null, long groups = 1, bool bias = true, PaddingMode paddingMode = PaddingMode.Zeros, Device? device = null,
        DType? dtype = null)
        : base(0, 0, kernelSize, stride, padding, dilation, groups, false, paddingMode, device, dtype) =>
            BeLazy(outChannels, bias, device, dtype);

    /// <summary>A convolution that takes the number of input channels from the first input, with padding by a word.</summary>
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
    public LazyConv2d(
        long outChannels, Dims kernelSize, Dims? stride = null, ConvPadding padding = ConvPadding.Valid,
        Dims? dilation = null, long groups = 1, bool bias = true, PaddingMode paddingMode = PaddingMode.Zeros, Device? device = null,
        DType? dtype = null)
        : base(0, 0, kernelSize, stride, padding, dilation, groups, false, paddingMode, device, dtype) =>
            BeLazy(outChannels, bias, device, dtype);

    /// <inheritdoc/>
    public Type ClsToBecome => typeof(Conv2d);
}
