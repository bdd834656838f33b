namespace TorchLite;

/// <content>Short-time Fourier transforms.</content>
public partial class Tensor
{
    /// <summary>
    /// The Fourier transforms of overlapping pieces of a signal [length] or of several [batch, length]: PyTorch's <c>stft</c>.
    /// </summary>
    /// <param name="nFft">The length of each transform.</param>
    /// <param name="hopLength">The hop: the distance from one piece to the next; null: a quarter of <paramref name="nFft"/>.</param>
    /// <param name="winLength">
    /// How long the window is; null: <paramref name="nFft"/>. A shorter one is padded with zeros on both sides.
    /// </param>
    /// <param name="window">The window; null: ones.</param>
    /// <param name="center">Whether to pad the signal at both ends, so that piece t is centered at t times the hop.</param>
    /// <param name="padMode">The padding mode.</param>
    /// <param name="normalized">Whether to divide the transforms by the square root of their length.</param>
    /// <param name="onesided">Whether to omit the redundant half; null: for real signals and windows.</param>
    /// <param name="returnComplex">
    /// Whether the result is complex; false: its last dimension is real and imaginary part. It must be given for real signals and windows.
    /// </param>
    /// <returns>A new tensor [..., frequencies, pieces].</returns>
    /// <exception cref="TorchException">
    /// A length does not fit the signal or the window, the dtype is an integer type, or <paramref name="returnComplex"/> is missing.
    /// </exception>
    /// <example><code>
    /// Torch.Arange(8.0).Stft(4, window: Torch.HannWindow(4), returnComplex: true).Shape   // torch.Size([3, 9])
    /// </code></example>
    [TorchFunction]
    public Tensor Stft(
        long nFft, long? hopLength = null, long? winLength = null, Tensor? window = null, bool center = true, PadMode padMode =
        PadMode.Reflect, bool normalized = false, bool? onesided = null, bool? returnComplex = null) =>
        Script.Run(
            $"torch.stft({this}, {nFft}, {hopLength}, {winLength}, {window:optional}, {center}, {padMode}, "
            + $"{normalized}, {onesided}, {returnComplex})");

    /// <summary>The signal from its short-time Fourier transform [..., frequencies, pieces]: PyTorch's <c>istft</c>.</summary>
    /// <param name="nFft">The length of each transform.</param>
    /// <param name="hopLength">The hop: the distance from one piece to the next; null: a quarter of <paramref name="nFft"/>.</param>
    /// <param name="winLength">
    /// How long the window is; null: <paramref name="nFft"/>. A shorter one is padded with zeros on both sides.
    /// </param>
    /// <param name="window">The window; null: ones.</param>
    /// <param name="center">Whether the signal was padded at both ends.</param>
    /// <param name="normalized">Whether to divide the transforms by the square root of their length.</param>
    /// <param name="onesided">
    /// Whether the half that mirrors the other was left out; null: if there are fewer frequencies than <paramref name="nFft"/>.
    /// </param>
    /// <param name="length">The length of the signal; null: as determined by the pieces.</param>
    /// <param name="returnComplex">Whether the signal is complex.</param>
    /// <returns>A new tensor [..., length].</returns>
    /// <exception cref="TorchException">
    /// The tensor is not complex, a length does not fit, or the windows leave places of the signal open.
    /// </exception>
    /// <example><code>
    /// var spectrum = Torch.Arange(8.0).Stft(4, window: Torch.HannWindow(4), returnComplex: true);
    /// spectrum.Istft(4, window: Torch.HannWindow(4), length: 8).Round()   // tensor([0., 1., 2., 3., 4., 5., 6., 7.])
    /// </code></example>
    [TorchFunction]
    public Tensor Istft(
        long nFft, long? hopLength = null, long? winLength = null, Tensor? window = null, bool center = true, bool normalized = false, bool?
        onesided = null, long? length = null, bool returnComplex = false) =>
        Script.Run(
            $"torch.istft({this}, {nFft}, {hopLength}, {winLength}, {window:optional}, {center}, {normalized}, "
            + $"{onesided}, {length}, {returnComplex})");
}
