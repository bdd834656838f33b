namespace TorchLite;

/// <content>Fourier transforms of vectors.</content>
public static partial class Torch
{
    /// <summary>Fourier transforms: PyTorch's <c>torch.fft</c>.</summary>
    /// <example><code>
    /// Torch.Fft.Rfft(Torch.Tensor([1.0, 0.0, 1.0, 0.0]))   // tensor([2.+0.j, 0.+0.j, 2.+0.j])
    /// </code></example>
    public sealed partial class Fft : FftOfVectors
    {
        private Fft()
        {
        }

        /// <summary>The inverse discrete Fourier transforms of vectors: PyTorch's <c>torch.fft.ifft</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <param name="n">The length of the vectors; longer ones are truncated, shorter ones padded with zeros; null: unchanged.</param>
        /// <param name="dim">The dimension.</param>
        /// <param name="norm">The normalization, by which the result is divided; null: backward.</param>
        /// <returns>A new complex tensor.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
        /// <exception cref="TorchException">The length is below 1, or the dtype is float16 or bfloat16.</exception>
        /// <example><code>
        /// Torch.Fft.Ifft(Torch.Tensor([4.0, 0.0, 0.0, 0.0]))   // tensor([1.-0.j, 1.-0.j, 1.-0.j, 1.+0.j])
        /// </code></example>
        public static Tensor Ifft(Tensor input, long? n = null, long dim = -1, FftNorm? norm = null) =>
            Script.Run($"torch.fft_ifft({input}, {n}, {dim}, {norm})");

        /// <summary>
        /// The discrete Fourier transforms of real vectors, without the redundant half: PyTorch's <c>torch.fft.rfft</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <param name="n">The length of the vectors; longer ones are truncated, shorter ones padded with zeros; null: unchanged.</param>
        /// <param name="dim">The dimension.</param>
        /// <param name="norm">The normalization, by which the result is divided; null: backward.</param>
        /// <returns>A new complex tensor; the dimension is of size n / 2 + 1.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
        /// <exception cref="TorchException">The length is below 1, or the tensor is complex.</exception>
        /// <example><code>
        /// Torch.Fft.Rfft(Torch.Tensor([1.0, 2.0, 3.0, 4.0]))   // tensor([10.+0.j, -2.+2.j, -2.+0.j])
        /// </code></example>
        public static Tensor Rfft(Tensor input, long? n = null, long dim = -1, FftNorm? norm = null) =>
            Script.Run($"torch.fft_rfft({input}, {n}, {dim}, {norm})");

        /// <summary>The inverse of <see cref="Rfft"/>: PyTorch's <c>torch.fft.irfft</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <param name="n">
        /// The length of the result; null: 2 * (size - 1). Longer input is truncated, shorter input padded with zeros.
        /// </param>
        /// <param name="dim">The dimension.</param>
        /// <param name="norm">The normalization, by which the result is divided; null: backward.</param>
        /// <returns>A new real tensor.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
        /// <exception cref="TorchException">The length is below 1, or the dtype is float16 or bfloat16.</exception>
        /// <example><code>
        /// Torch.Fft.Irfft(Torch.Tensor([4.0, 0.0, 0.0]))   // tensor([1., 1., 1., 1.])
        /// </code></example>
        public static Tensor Irfft(Tensor input, long? n = null, long dim = -1, FftNorm? norm = null) =>
            Script.Run($"torch.fft_irfft({input}, {n}, {dim}, {norm})");

        /// <summary>
        /// The discrete Fourier transforms of Hermitian-symmetric vectors, given by half of each: PyTorch's <c>torch.fft.hfft</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <param name="n">
        /// The length of the result; null: 2 * (size - 1). Longer input is truncated, shorter input padded with zeros.
        /// </param>
        /// <param name="dim">The dimension.</param>
        /// <param name="norm">The normalization, by which the result is divided; null: backward.</param>
        /// <returns>A new real tensor.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
        /// <exception cref="TorchException">The length is below 1, or the dtype is float16 or bfloat16.</exception>
        /// <example><code>
        /// Torch.Fft.Hfft(Torch.Tensor([1.0, 1.0, 1.0]))   // tensor([4., 0., 0., 0.])
        /// </code></example>
        public static Tensor Hfft(Tensor input, long? n = null, long dim = -1, FftNorm? norm = null) =>
            Script.Run($"torch.fft_hfft({input}, {n}, {dim}, {norm})");

        /// <summary>The inverse of <see cref="Hfft"/>: PyTorch's <c>torch.fft.ihfft</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <param name="n">The length of the vectors; longer ones are truncated, shorter ones padded with zeros; null: unchanged.</param>
        /// <param name="dim">The dimension.</param>
        /// <param name="norm">The normalization, by which the result is divided; null: backward.</param>
        /// <returns>A new complex tensor; the dimension is of size n / 2 + 1.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
        /// <exception cref="TorchException">The length is below 1, or the tensor is complex.</exception>
        /// <example><code>
        /// Torch.Fft.Ihfft(Torch.Tensor([4.0, 0.0, 0.0, 0.0]))   // tensor([1.-0.j, 1.-0.j, 1.-0.j])
        /// </code></example>
        public static Tensor Ihfft(Tensor input, long? n = null, long dim = -1, FftNorm? norm = null) =>
            Script.Run($"torch.fft_ihfft({input}, {n}, {dim}, {norm})");

        /// <summary>
        /// The frequencies of the results of <c>Fft</c>: zero, the positive ones, the negative ones: PyTorch's
        /// <c>torch.fft.fftfreq</c>.
        /// </summary>
        /// <param name="n">The length of the transform.</param>
        /// <param name="d">The distance between samples.</param>
        /// <param name="dtype">The dtype; null: the default dtype.</param>
        /// <param name="device">The device; null: the default device.</param>
        /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
        /// <returns>A new tensor [n].</returns>
        /// <exception cref="TorchException">The length is negative.</exception>
        /// <example><code>
        /// Torch.Fft.Fftfreq(5)   // tensor([ 0.0000,  0.2000,  0.4000, -0.4000, -0.2000])
        /// Torch.Fft.Fftfreq(4, d: 0.5)   // tensor([ 0.0000,  0.5000, -1.0000, -0.5000])
        /// </code></example>
        public static Tensor Fftfreq(long n, double d = 1, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
            Script.Run($"torch.fft_fftfreq({n}, {d}, {(dtype, device)})").AsCreated(requiresGrad);

        /// <summary>The frequencies of the results of <see cref="Rfft"/>: PyTorch's <c>torch.fft.rfftfreq</c>.</summary>
        /// <param name="n">The length of the transform.</param>
        /// <param name="d">The distance between samples.</param>
        /// <param name="dtype">The dtype; null: the default dtype.</param>
        /// <param name="device">The device; null: the default device.</param>
        /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
        /// <returns>A new tensor [n / 2 + 1].</returns>
        /// <exception cref="TorchException">The length is negative.</exception>
        /// <example><code>
        /// Torch.Fft.Rfftfreq(5)   // tensor([0.0000, 0.2000, 0.4000])
        /// </code></example>
        public static Tensor Rfftfreq(long n, double d = 1, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
            Script.Run($"torch.fft_rfftfreq({n}, {d}, {(dtype, device)})").AsCreated(requiresGrad);

        /// <summary>Frequencies in ascending order, with zero in the middle: PyTorch's <c>torch.fft.fftshift</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <param name="dim">The dimensions; null: all.</param>
        /// <returns>A new tensor of the same shape.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
        /// <example><code>
        /// Torch.Fft.Fftshift(Torch.Fft.Fftfreq(4))   // tensor([-0.5000, -0.2500,  0.0000,  0.2500])
        /// </code></example>
        public static Tensor Fftshift(Tensor input, Dims? dim = null) =>
            IsLongerThanShape(NotNull(input), dim)
                ? input.Roll(Array.ConvertAll(dim!.Value.Values, d => input.Size(d) is var size ? size / 2 : 0), dim)
                : Script.Run($"torch.fft_fftshift({input}, {dim})");

        /// <summary>The inverse of <see cref="Fftshift"/>: PyTorch's <c>torch.fft.ifftshift</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <param name="dim">The dimensions; null: all.</param>
        /// <returns>A new tensor of the same shape.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
        /// <example><code>
        /// Torch.Fft.Ifftshift(Torch.Tensor([-2, -1, 0, 1]))   // tensor([ 0,  1, -2, -1])
        /// </code></example>
        public static Tensor Ifftshift(Tensor input, Dims? dim = null) =>
            IsLongerThanShape(NotNull(input), dim)
                ? input.Roll(Array.ConvertAll(dim!.Value.Values, d => input.Size(d) is var size ? (size + 1) / 2 : 0), dim)
                : Script.Run($"torch.fft_ifftshift({input}, {dim})");

        // libtorch calls itself for each dimension, and ten thousand are more than the stack holds.
        private static bool IsLongerThanShape(Tensor input, Dims? dim) =>
            dim?.Values is { } dims && dims.Length > input.Dim() && input.Dim() > 0;
    }
}
