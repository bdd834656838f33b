namespace TorchLite;

/// <content>Fourier transforms of several dimensions.</content>
public static partial class Torch
{
    /// <content>Fourier transforms of several dimensions.</content>
    public sealed partial class Fft
    {
        /// <summary>The discrete Fourier transform of two dimensions: PyTorch's <c>torch.fft.fft2</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <param name="s">
        /// The size of each dimension that is transformed: larger ones are truncated, smaller ones padded with zeros; -1: unchanged; null:
        /// all as they are.
        /// </param>
        /// <param name="dim">The dimensions; null: the last two.</param>
        /// <param name="norm">The normalization, by which the result is divided; null: backward.</param>
        /// <returns>A new complex tensor.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
        /// <exception cref="TorchException">
        /// A dimension occurs twice, a size is below 1, or the numbers of sizes and dimensions differ.
        /// </exception>
        /// <example><code>
        /// Torch.Fft.Fft2(Torch.Ones(2, 2))
        /// // tensor([[4.+0.j, 0.+0.j],
        /// //         [0.+0.j, 0.+0.j]])
        /// </code></example>
        public static Tensor Fft2(Tensor input, Shape? s = null, Dims? dim = null, FftNorm? norm = null) =>
            Script.Run($"torch.fft_fft2({input}, {s}, {dim ?? Dims.LastTwo}, {norm})");

        /// <summary>The inverse discrete Fourier transform of two dimensions: PyTorch's <c>torch.fft.ifft2</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <param name="s">
        /// The size of each dimension that is transformed: larger ones are truncated, smaller ones padded with zeros; -1: unchanged; null:
        /// all as they are.
        /// </param>
        /// <param name="dim">The dimensions; null: the last two.</param>
        /// <param name="norm">The normalization, by which the result is divided; null: backward.</param>
        /// <returns>A new complex tensor.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
        /// <exception cref="TorchException">
        /// A dimension occurs twice, a size is below 1, or the numbers of sizes and dimensions differ.
        /// </exception>
        /// <example><code>
        /// Torch.Fft.Ifft2(Torch.Ones(2, 2))
        /// // tensor([[1.+0.j, 0.+0.j],
        /// //         [0.+0.j, 0.+0.j]])
        /// </code></example>
        public static Tensor Ifft2(Tensor input, Shape? s = null, Dims? dim = null, FftNorm? norm = null) =>
            Script.Run($"torch.fft_ifft2({input}, {s}, {dim ?? Dims.LastTwo}, {norm})");

        /// <summary>
        /// The discrete Fourier transform of real input over two dimensions, without the redundant half: PyTorch's
        /// <c>torch.fft.rfft2</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <param name="s">
        /// The size of each dimension that is transformed: larger ones are truncated, smaller ones padded with zeros; -1: unchanged; null:
        /// all as they are.
        /// </param>
        /// <param name="dim">The dimensions; null: the last two.</param>
        /// <param name="norm">The normalization, by which the result is divided; null: backward.</param>
        /// <returns>A new complex tensor; the last of the dimensions is of size n / 2 + 1.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
        /// <exception cref="TorchException">
        /// A dimension occurs twice, a size is below 1, or the numbers of sizes and dimensions differ.
        /// </exception>
        /// <example><code>
        /// Torch.Fft.Rfft2(Torch.Ones(2, 4))
        /// // tensor([[8.+0.j, 0.+0.j, 0.+0.j],
        /// //         [0.+0.j, 0.+0.j, 0.+0.j]])
        /// </code></example>
        public static Tensor Rfft2(Tensor input, Shape? s = null, Dims? dim = null, FftNorm? norm = null) =>
            Script.Run($"torch.fft_rfft2({input}, {s}, {dim ?? Dims.LastTwo}, {norm})");

        /// <summary>The inverse of <see cref="Rfft2"/>: PyTorch's <c>torch.fft.irfft2</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <param name="s">
        /// The size of each dimension that is transformed: larger ones are truncated, smaller ones padded with zeros; -1: unchanged; null:
        /// all as they are.
        /// </param>
        /// <param name="dim">The dimensions; null: the last two.</param>
        /// <param name="norm">The normalization, by which the result is divided; null: backward.</param>
        /// <returns>A new real tensor.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
        /// <exception cref="TorchException">
        /// A dimension occurs twice, a size is below 1, or the numbers of sizes and dimensions differ.
        /// </exception>
        /// <example><code>
        /// Torch.Fft.Irfft2(Torch.Ones(2, 2))
        /// // tensor([[1., 0.],
        /// //         [0., 0.]])
        /// </code></example>
        public static Tensor Irfft2(Tensor input, Shape? s = null, Dims? dim = null, FftNorm? norm = null) =>
            Script.Run($"torch.fft_irfft2({input}, {s}, {dim ?? Dims.LastTwo}, {norm})");

        /// <summary>
        /// The discrete Fourier transform of Hermitian-symmetric input over two dimensions: PyTorch's
        /// <c>torch.fft.hfft2</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <param name="s">
        /// The size of each dimension that is transformed: larger ones are truncated, smaller ones padded with zeros; -1: unchanged; null:
        /// all as they are.
        /// </param>
        /// <param name="dim">The dimensions; null: the last two.</param>
        /// <param name="norm">The normalization, by which the result is divided; null: backward.</param>
        /// <returns>A new real tensor.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
        /// <exception cref="TorchException">
        /// A dimension occurs twice, a size is below 1, or the numbers of sizes and dimensions differ.
        /// </exception>
        /// <example><code>
        /// Torch.Fft.Hfft2(Torch.Ones(2, 2))
        /// // tensor([[4., 0.],
        /// //         [0., 0.]])
        /// </code></example>
        public static Tensor Hfft2(Tensor input, Shape? s = null, Dims? dim = null, FftNorm? norm = null) =>
            Script.Run($"torch.fft_hfft2({input}, {s}, {dim ?? Dims.LastTwo}, {norm})");

        /// <summary>The inverse of <see cref="Hfft2"/>: PyTorch's <c>torch.fft.ihfft2</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <param name="s">
        /// The size of each dimension that is transformed: larger ones are truncated, smaller ones padded with zeros; -1: unchanged; null:
        /// all as they are.
        /// </param>
        /// <param name="dim">The dimensions; null: the last two.</param>
        /// <param name="norm">The normalization, by which the result is divided; null: backward.</param>
        /// <returns>A new complex tensor; the last of the dimensions is of size n / 2 + 1.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
        /// <exception cref="TorchException">
        /// A dimension occurs twice, a size is below 1, or the numbers of sizes and dimensions differ.
        /// </exception>
        /// <example><code>
        /// Torch.Fft.Ihfft2(Torch.Ones(2, 2))
        /// // tensor([[1.-0.j, 0.-0.j],
        /// //         [0.+0.j, 0.+0.j]])
        /// </code></example>
        public static Tensor Ihfft2(Tensor input, Shape? s = null, Dims? dim = null, FftNorm? norm = null) =>
            Script.Run($"torch.fft_ihfft2({input}, {s}, {dim ?? Dims.LastTwo}, {norm})");

        /// <summary>The discrete Fourier transform of several dimensions: PyTorch's <c>torch.fft.fftn</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <param name="s">
        /// The size of each dimension that is transformed: larger ones are truncated, smaller ones padded with zeros; -1: unchanged; null:
        /// all as they are.
        /// </param>
        /// <param name="dim">The dimensions; null: all, or as many of the last as there are sizes.</param>
        /// <param name="norm">The normalization, by which the result is divided; null: backward.</param>
        /// <returns>A new complex tensor.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
        /// <exception cref="TorchException">
        /// A dimension occurs twice, a size is below 1, or the numbers of sizes and dimensions differ.
        /// </exception>
        /// <example><code>
        /// Torch.Fft.Fftn(Torch.Ones(2, 2))
        /// // tensor([[4.+0.j, 0.+0.j],
        /// //         [0.+0.j, 0.+0.j]])
        /// </code></example>
        public static Tensor Fftn(Tensor input, Shape? s = null, Dims? dim = null, FftNorm? norm = null) =>
            Script.Run($"torch.fft_fftn({input}, {s}, {dim}, {norm})");

        /// <summary>The inverse discrete Fourier transform of several dimensions: PyTorch's <c>torch.fft.ifftn</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <param name="s">
        /// The size of each dimension that is transformed: larger ones are truncated, smaller ones padded with zeros; -1: unchanged; null:
        /// all as they are.
        /// </param>
        /// <param name="dim">The dimensions; null: all, or as many of the last as there are sizes.</param>
        /// <param name="norm">The normalization, by which the result is divided; null: backward.</param>
        /// <returns>A new complex tensor.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
        /// <exception cref="TorchException">
        /// A dimension occurs twice, a size is below 1, or the numbers of sizes and dimensions differ.
        /// </exception>
        /// <example><code>
        /// Torch.Fft.Ifftn(Torch.Ones(2, 2))
        /// // tensor([[1.+0.j, 0.+0.j],
        /// //         [0.+0.j, 0.+0.j]])
        /// </code></example>
        public static Tensor Ifftn(Tensor input, Shape? s = null, Dims? dim = null, FftNorm? norm = null) =>
            Script.Run($"torch.fft_ifftn({input}, {s}, {dim}, {norm})");

        /// <summary>
        /// The discrete Fourier transform of real input over several dimensions, without the redundant half: PyTorch's
        /// <c>torch.fft.rfftn</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <param name="s">
        /// The size of each dimension that is transformed: larger ones are truncated, smaller ones padded with zeros; -1: unchanged; null:
        /// all as they are.
        /// </param>
        /// <param name="dim">The dimensions; null: all, or as many of the last as there are sizes.</param>
        /// <param name="norm">The normalization, by which the result is divided; null: backward.</param>
        /// <returns>A new complex tensor; the last of the dimensions is of size n / 2 + 1.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
        /// <exception cref="TorchException">
        /// A dimension occurs twice, a size is below 1, or the numbers of sizes and dimensions differ.
        /// </exception>
        /// <example><code>
        /// Torch.Fft.Rfftn(Torch.Ones(2, 4))
        /// // tensor([[8.+0.j, 0.+0.j, 0.+0.j],
        /// //         [0.+0.j, 0.+0.j, 0.+0.j]])
        /// </code></example>
        public static Tensor Rfftn(Tensor input, Shape? s = null, Dims? dim = null, FftNorm? norm = null) =>
            Script.Run($"torch.fft_rfftn({input}, {s}, {dim}, {norm})");

        /// <summary>The inverse of <see cref="Rfftn"/>: PyTorch's <c>torch.fft.irfftn</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <param name="s">
        /// The size of each dimension that is transformed: larger ones are truncated, smaller ones padded with zeros; -1: unchanged; null:
        /// all as they are.
        /// </param>
        /// <param name="dim">The dimensions; null: all, or as many of the last as there are sizes.</param>
        /// <param name="norm">The normalization, by which the result is divided; null: backward.</param>
        /// <returns>A new real tensor.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
        /// <exception cref="TorchException">
        /// A dimension occurs twice, a size is below 1, or the numbers of sizes and dimensions differ.
        /// </exception>
        /// <example><code>
        /// Torch.Fft.Irfftn(Torch.Ones(2, 2))
        /// // tensor([[1., 0.],
        /// //         [0., 0.]])
        /// </code></example>
        public static Tensor Irfftn(Tensor input, Shape? s = null, Dims? dim = null, FftNorm? norm = null) =>
            Script.Run($"torch.fft_irfftn({input}, {s}, {dim}, {norm})");

        /// <summary>
        /// The discrete Fourier transform of Hermitian-symmetric input over several dimensions: PyTorch's
        /// <c>torch.fft.hfftn</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <param name="s">
        /// The size of each dimension that is transformed: larger ones are truncated, smaller ones padded with zeros; -1: unchanged; null:
        /// all as they are.
        /// </param>
        /// <param name="dim">The dimensions; null: all, or as many of the last as there are sizes.</param>
        /// <param name="norm">The normalization, by which the result is divided; null: backward.</param>
        /// <returns>A new real tensor.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
        /// <exception cref="TorchException">
        /// A dimension occurs twice, a size is below 1, or the numbers of sizes and dimensions differ.
        /// </exception>
        /// <example><code>
        /// Torch.Fft.Hfftn(Torch.Ones(2, 2))
        /// // tensor([[4., 0.],
        /// //         [0., 0.]])
        /// </code></example>
        public static Tensor Hfftn(Tensor input, Shape? s = null, Dims? dim = null, FftNorm? norm = null) =>
            Script.Run($"torch.fft_hfftn({input}, {s}, {dim}, {norm})");

        /// <summary>The inverse of <see cref="Hfftn"/>: PyTorch's <c>torch.fft.ihfftn</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <param name="s">
        /// The size of each dimension that is transformed: larger ones are truncated, smaller ones padded with zeros; -1: unchanged; null:
        /// all as they are.
        /// </param>
        /// <param name="dim">The dimensions; null: all, or as many of the last as there are sizes.</param>
        /// <param name="norm">The normalization, by which the result is divided; null: backward.</param>
        /// <returns>A new complex tensor; the last of the dimensions is of size n / 2 + 1.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
        /// <exception cref="TorchException">
        /// A dimension occurs twice, a size is below 1, or the numbers of sizes and dimensions differ.
        /// </exception>
        /// <example><code>
        /// Torch.Fft.Ihfftn(Torch.Ones(2, 2))
        /// // tensor([[1.-0.j, 0.-0.j],
        /// //         [0.+0.j, 0.+0.j]])
        /// </code></example>
        public static Tensor Ihfftn(Tensor input, Shape? s = null, Dims? dim = null, FftNorm? norm = null) =>
            Script.Run($"torch.fft_ihfftn({input}, {s}, {dim}, {norm})");
    }
}
