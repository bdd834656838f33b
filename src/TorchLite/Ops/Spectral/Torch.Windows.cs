namespace TorchLite;

/// <content>Windows for Fourier transforms.</content>
public static unsafe partial class Torch
{
    /// <summary>The Bartlett window: a triangle: PyTorch's <c>torch.bartlett_window</c>.</summary>
    /// <param name="windowLength">The length of the window.</param>
    /// <param name="periodic">
    /// Whether the window is one period of a longer signal, so that its end is not its beginning again (true), or symmetric (false).
    /// </param>
    /// <param name="dtype">The dtype, floating-point; null: the default dtype.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
    /// <returns>A new tensor [windowLength].</returns>
    /// <exception cref="TorchException">The length is negative, or the dtype is not floating-point.</exception>
    /// <example><code>
    /// Torch.BartlettWindow(4)   // tensor([0.0000, 0.5000, 1.0000, 0.5000])
    /// Torch.BartlettWindow(5, periodic: false)   // tensor([0.0000, 0.5000, 1.0000, 0.5000, 0.0000])
    /// </code></example>
    public static Tensor BartlettWindow(
        long windowLength, bool periodic = true, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
        Window(windowLength, periodic, device, $"torch.bartlett_window({windowLength}, {periodic}, {(dtype, device)})", requiresGrad);

    /// <summary>The Blackman window: a sum of two cosines: PyTorch's <c>torch.blackman_window</c>.</summary>
    /// <param name="windowLength">The length of the window.</param>
    /// <param name="periodic">
    /// Whether the window is one period of a longer signal, so that its end is not its beginning again (true), or symmetric (false).
    /// </param>
    /// <param name="dtype">The dtype, floating-point; null: the default dtype.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
    /// <returns>A new tensor [windowLength].</returns>
    /// <exception cref="TorchException">The length is negative, or the dtype is not floating-point.</exception>
    /// <example><code>
    /// Torch.BlackmanWindow(4)[1]   // tensor(0.3400)
    /// </code></example>
    public static Tensor BlackmanWindow(
        long windowLength, bool periodic = true, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
        Window(windowLength, periodic, device, $"torch.blackman_window({windowLength}, {periodic}, {(dtype, device)})", requiresGrad);

    /// <summary>The Hann window: one period of a cosine: PyTorch's <c>torch.hann_window</c>.</summary>
    /// <param name="windowLength">The length of the window.</param>
    /// <param name="periodic">
    /// Whether the window is one period of a longer signal, so that its end is not its beginning again (true), or symmetric (false).
    /// </param>
    /// <param name="dtype">The dtype, floating-point; null: the default dtype.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
    /// <returns>A new tensor [windowLength].</returns>
    /// <exception cref="TorchException">The length is negative, or the dtype is not floating-point.</exception>
    /// <example><code>
    /// Torch.HannWindow(4)   // tensor([0.0000, 0.5000, 1.0000, 0.5000])
    /// </code></example>
    public static Tensor HannWindow(
        long windowLength, bool periodic = true, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
        Window(windowLength, periodic, device, $"torch.hann_window({windowLength}, {periodic}, {(dtype, device)})", requiresGrad);

    /// <summary>The Hamming window: alpha - beta * cos(2πn/N): PyTorch's <c>torch.hamming_window</c>.</summary>
    /// <param name="windowLength">The length of the window.</param>
    /// <param name="periodic">
    /// Whether the window is one period of a longer signal, so that its end is not its beginning again (true), or symmetric (false).
    /// </param>
    /// <param name="alpha">The constant.</param>
    /// <param name="beta">The factor of the cosine.</param>
    /// <param name="dtype">The dtype, floating-point; null: the default dtype.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
    /// <returns>A new tensor [windowLength].</returns>
    /// <exception cref="TorchException">The length is negative, or the dtype is not floating-point.</exception>
    /// <example><code>
    /// Torch.HammingWindow(4)   // tensor([0.0800, 0.5400, 1.0000, 0.5400])
    /// </code></example>
    public static Tensor HammingWindow(
        long windowLength, bool periodic = true, double alpha = 0.54, double beta = 0.46, DType? dtype = null, Device? device = null, bool
        requiresGrad = false) =>
        Window(
            windowLength,
            periodic,
            device,
            $"torch.hamming_window({windowLength}, {periodic}, {alpha}, {beta}, {(dtype, device)})",
            requiresGrad);

    /// <summary>The Kaiser window, based on a Bessel function: PyTorch's <c>torch.kaiser_window</c>.</summary>
    /// <param name="windowLength">The length of the window.</param>
    /// <param name="periodic">
    /// Whether the window is one period of a longer signal, so that its end is not its beginning again (true), or symmetric (false).
    /// </param>
    /// <param name="beta">The shape parameter: larger values make the window narrower.</param>
    /// <param name="dtype">The dtype, floating-point; null: the default dtype.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
    /// <returns>A new tensor [windowLength].</returns>
    /// <exception cref="TorchException">The length is negative, or the dtype is not floating-point.</exception>
    /// <example><code>
    /// Torch.KaiserWindow(5, periodic: false, beta: 2)   // tensor([0.4387, 0.8348, 1.0000, 0.8348, 0.4387])
    /// </code></example>
    public static Tensor KaiserWindow(
        long windowLength, bool periodic = true, double beta = 12.0, DType? dtype = null, Device? device = null, bool requiresGrad = false)
        =>
        Window(windowLength, periodic, device, $"torch.kaiser_window({windowLength}, {periodic}, {beta}, {(dtype, device)})", requiresGrad);

    // In PyTorch's order and words.
    private static Shape Window(long length, DType dtype, ref long count, long offset)
    {
        if (length <= 0 || count == 0)
        {
            throw new TorchValueException($"both buffer length ({length}) and count ({count}) must not be 0");
        }

        if (offset < 0 || offset >= length)
        {
            throw new TorchValueException(
                $"offset ({offset} bytes) must be non-negative and no greater than buffer length ({length} bytes) minus 1");
        }

        var left = length - offset;
        if (count < 0)
        {
            count = left % dtype.Itemsize == 0 ? left / dtype.Itemsize : throw new TorchValueException(
                $"buffer length ({left} bytes) after offset ({offset} bytes) must be a multiple of element size ({dtype.Itemsize})");
        }

        return count <= left / dtype.Itemsize ? new Shape(count) : throw new TorchValueException(
            $"requested buffer length ({count} * {dtype.Itemsize} bytes) after offset ({offset} bytes) "
                + $"must not be greater than actual buffer length ({length} bytes)");
    }

    private static Tensor Window(long length, bool periodic, Device? device, ScriptLine line, bool requiresGrad)
    {
        // What has no memory has a size in bytes all the same, and not every libtorch sees that it is too large. The periodic window is one
        // longer at first, and of eight bytes each.
        var count = periodic ? unchecked(length + 1) : length;
        return count > long.MaxValue / sizeof(double) && (device ?? DefaultDevice).Type == "meta"
            ? throw new TorchException($"Storage size calculation overflowed with sizes=[{count}]")
            : Script.Run(line).AsCreated(requiresGrad);
    }
}
