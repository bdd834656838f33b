namespace TorchLite.Nn;

/// <summary>
/// A <see cref="ConvTranspose3d"/> that takes the number of input channels from the first input: PyTorch's
/// <c>torch.nn.LazyConvTranspose3d</c>.
/// </summary>
/// <example><code>
/// var conv = new LazyConvTranspose3d(4, 3);
/// conv.Call(Torch.Ones(5, 3, 8, 8, 8)).Shape   // torch.Size([5, 4, 10, 10, 10])
/// conv.InChannels                       // 3
/// conv.HasUninitializedParams()         // False
/// new LazyConvTranspose3d(4, 3).InitializeParameters(Torch.Ones(5, 3, 8, 8, 8));
/// </code></example>
public class LazyConvTranspose3d : ConvTranspose3d, ILazyModule
{
    /// <summary>A transposed convolution that takes the number of input channels from the first input.</summary>
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
    public LazyConvTranspose3d(
        long outChannels, Dims kernelSize, Dims? stride = null, Dims? padding = null, Dims? outputPadding = null,
        long groups = 1, bool bias = true, Dims? dilation = null, PaddingMode paddingMode = PaddingMode.Zeros, Device? device = null,
        DType? dtype = null)
        : base(0, 0, kernelSize, stride, padding, outputPadding, groups, false, dilation, paddingMode, device, dtype) =>
            BeLazy(outChannels, bias, device, dtype);

    /// <inheritdoc/>
    public Type ClsToBecome => typeof(ConvTranspose3d);
}
