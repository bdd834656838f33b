namespace TorchLite;

/// <content>Pooling, and rearranging channels.</content>
public static partial class Torch
{
    private static readonly AtenOperator
        AvgPool1dOperator = new("aten::avg_pool1d"), AdaptiveAvgPool1dOperator = new("aten::adaptive_avg_pool1d");

    /// <summary>The mean of each window: PyTorch's <c>avg_pool1d</c>.</summary>
    /// <param name="input">(batch, channels, length), or without the batch.</param>
    /// <param name="kernelSize">The size of a window.</param>
    /// <param name="stride">The step between windows; null: the size of a window.</param>
    /// <param name="padding">The number of zeros added at both ends; null: none.</param>
    /// <param name="ceilMode">Whether to include a window that extends beyond the end.</param>
    /// <param name="countIncludePad">Whether to include the padding in the mean.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">The shape or the sizes do not fit.</exception>
    /// <example><code>
    /// Torch.AvgPool1d(Torch.Tensor([[1.0, 2.0, 3.0, 4.0]]), 2)   // tensor([[1.5000, 3.5000]])
    /// </code></example>
    public static Tensor AvgPool1d(
        Tensor input, Dims kernelSize, Dims? stride = null, Dims? padding = null, bool ceilMode = false, bool countIncludePad = true) =>
        AvgPool1dOperator.Call(
            input, Arguments.Windows(kernelSize, 1), Arguments.Windows(stride, 1),
            Arguments.Windows(padding ?? 0, 1), ceilMode, countIncludePad);

    /// <summary>Average pooling with the given output size: PyTorch's <c>adaptive_avg_pool1d</c>.</summary>
    /// <param name="input">(batch, channels, length), or without the batch.</param>
    /// <param name="outputSize">The length of the result.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">The shape or the size does not fit.</exception>
    /// <example><code>
    /// Torch.AdaptiveAvgPool1d(Torch.Tensor([[1.0, 2.0, 3.0, 4.0]]), 2)   // tensor([[1.5000, 3.5000]])
    /// </code></example>
    public static Tensor AdaptiveAvgPool1d(Tensor input, Dims outputSize) =>
        AdaptiveAvgPool1dOperator.Call(input, outputSize.For(1));

    /// <summary>Shuffles the channels between groups: PyTorch's <c>channel_shuffle</c>.</summary>
    /// <param name="input">The images.</param>
    /// <param name="groups">The number of groups of channels.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">The shape does not fit the number, or the number is not positive.</exception>
    /// <example><code>
    /// Torch.ChannelShuffle(Torch.Arange(4).View(1, 4, 1, 1), 2).Flatten()   // tensor([0, 2, 1, 3])
    /// </code></example>
    public static Tensor ChannelShuffle(Tensor input, long groups) => Script.Run($"torch.channel_shuffle({input}, {groups})");

    /// <summary>Shuffles the channels between groups, as <c>channel_shuffle</c>: PyTorch's <c>native_channel_shuffle</c>.</summary>
    /// <param name="input">The images.</param>
    /// <param name="groups">The number of groups of channels.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">The shape does not fit the number, or the number is not positive.</exception>
    /// <example><code>
    /// Torch.NativeChannelShuffle(Torch.Arange(4.0).View(1, 4, 1, 1), 2).Flatten()   // tensor([0., 2., 1., 3.])
    /// </code></example>
    public static Tensor NativeChannelShuffle(Tensor input, long groups)
    {
        ArgumentNullException.ThrowIfNull(input);
        Arguments.Groups(groups);
        return Script.Run($"torch.native_channel_shuffle({input}, {groups})");
    }

    /// <summary>
    /// Rearranges channels into spatial dimensions: (…, C·r², H, W) becomes (…, C, H·r, W·r): PyTorch's <c>pixel_shuffle</c>.
    /// </summary>
    /// <param name="input">The images.</param>
    /// <param name="upscaleFactor">The factor r.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">The shape does not fit the number, or the number is not positive.</exception>
    /// <example><code>
    /// Torch.PixelShuffle(Torch.Arange(4).View(1, 4, 1, 1), 2)
    /// // tensor([[[[0, 1],
    /// //           [2, 3]]]])
    /// </code></example>
    public static Tensor PixelShuffle(Tensor input, long upscaleFactor) =>
        Script.Run($"torch.pixel_shuffle({input}, {upscaleFactor})");

    /// <summary>
    /// Rearranges spatial dimensions into channels: (…, C, H·r, W·r) becomes (…, C·r², H, W): PyTorch's <c>pixel_unshuffle</c>.
    /// </summary>
    /// <param name="input">The images.</param>
    /// <param name="downscaleFactor">The factor r.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">The shape does not fit the number, or the number is not positive.</exception>
    /// <example><code>
    /// Torch.PixelUnshuffle(Torch.Arange(4).View(1, 1, 2, 2), 2).Shape   // torch.Size([1, 4, 1, 1])
    /// </code></example>
    public static Tensor PixelUnshuffle(Tensor input, long downscaleFactor) =>
        Script.Run($"torch.pixel_unshuffle({input}, {downscaleFactor})");
}
