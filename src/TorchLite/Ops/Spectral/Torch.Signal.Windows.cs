namespace TorchLite;

/// <content>Windows for filters and spectra.</content>
public static partial class Torch
{
    /// <summary>Signals: PyTorch's <c>torch.signal</c>.</summary>
    /// <example><code>
    /// Torch.Signal.Windows.Hann(5)   // tensor([0.0000, 0.5000, 1.0000, 0.5000, 0.0000])
    /// </code></example>
    public static class Signal
    {
        /// <summary>Windows, whose greatest value is 1: PyTorch's <c>torch.signal.windows</c>.</summary>
        /// <example><code>
        /// Torch.Signal.Windows.Bartlett(5)   // tensor([0.0000, 0.5000, 1.0000, 0.5000, 0.0000])
        /// </code></example>
        public static class Windows
        {
            /// <summary>A triangle: PyTorch's <c>torch.signal.windows.bartlett</c>.</summary>
            /// <param name="m">The number of points.</param>
            /// <param name="sym">
            /// Whether the window is symmetric, for filters (true), or one period of a longer signal, for spectra (false).
            /// </param>
            /// <param name="dtype">float32 or float64; null: the default dtype.</param>
            /// <param name="device">The device; null: the default device.</param>
            /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
            /// <returns>A new tensor [m].</returns>
            /// <exception cref="TorchValueException">
            /// The number of points is negative, or the dtype is not supported.
            /// </exception>
            /// <example><code>
            /// Torch.Signal.Windows.Bartlett(5)   // tensor([0.0000, 0.5000, 1.0000, 0.5000, 0.0000])
            /// Torch.Signal.Windows.Bartlett(4, sym: false)   // tensor([0.0000, 0.5000, 1.0000, 0.5000])
            /// </code></example>
            public static Tensor Bartlett(long m, bool sym = true, DType? dtype = null, Device? device = null, bool requiresGrad = false)
            {
                var type = Checked("bartlett", m, dtype);
                if (m <= 1)
                {
                    return Ones([m], type, device, requiresGrad);
                }

                using var scope = Scope();
                var step = 2.0 / (sym ? m - 1 : m);
                var points = Linspace(-1, -1 + ((m - 1) * step), m, type, device, requiresGrad);
                return scope.Keep(1 - points.Abs());
            }

            /// <summary>A sum of two cosines: PyTorch's <c>torch.signal.windows.blackman</c>.</summary>
            /// <param name="m">The number of points.</param>
            /// <param name="sym">
            /// Whether the window is symmetric, for filters (true), or one period of a longer signal, for spectra (false).
            /// </param>
            /// <param name="dtype">float32 or float64; null: the default dtype.</param>
            /// <param name="device">The device; null: the default device.</param>
            /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
            /// <returns>A new tensor [m].</returns>
            /// <exception cref="TorchValueException">
            /// The number of points is negative, or the dtype is not supported.
            /// </exception>
            /// <example><code>
            /// Torch.Signal.Windows.Blackman(5)[1..3]   // tensor([0.3400, 1.0000])
            /// </code></example>
            public static Tensor Blackman(long m, bool sym = true, DType? dtype = null, Device? device = null, bool requiresGrad = false)
            {
                Checked("blackman", m, dtype);
                return GeneralCosine(m, [0.42, 0.5, 0.08], sym, dtype, device, requiresGrad);
            }

            /// <summary>Half a period of a sine: PyTorch's <c>torch.signal.windows.cosine</c>.</summary>
            /// <param name="m">The number of points.</param>
            /// <param name="sym">
            /// Whether the window is symmetric, for filters (true), or one period of a longer signal, for spectra (false).
            /// </param>
            /// <param name="dtype">float32 or float64; null: the default dtype.</param>
            /// <param name="device">The device; null: the default device.</param>
            /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
            /// <returns>A new tensor [m].</returns>
            /// <exception cref="TorchValueException">
            /// The number of points is negative, or the dtype is not supported.
            /// </exception>
            /// <example><code>
            /// Torch.Signal.Windows.Cosine(4)   // tensor([0.3827, 0.9239, 0.9239, 0.3827])
            /// </code></example>
            public static Tensor Cosine(long m, bool sym = true, DType? dtype = null, Device? device = null, bool requiresGrad = false)
            {
                var type = Checked("cosine", m, dtype);
                using var scope = Scope();
                var step = Math.PI / (!sym && m > 1 ? m + 1 : m);
                var points = Points(0.5 * step, (0.5 + (m - 1)) * step, m, type, device, requiresGrad);
                return scope.Keep(m == 0 ? points : points.Sin());
            }

            /// <summary>An exponential decay to both sides: PyTorch's <c>torch.signal.windows.exponential</c>.</summary>
            /// <param name="m">The number of points.</param>
            /// <param name="center">The position of the largest value, for windows that are not symmetric; null: the middle.</param>
            /// <param name="tau">The decay constant: the number of points to fall to 1/e.</param>
            /// <param name="sym">
            /// Whether the window is symmetric, for filters (true), or one period of a longer signal, for spectra (false).
            /// </param>
            /// <param name="dtype">float32 or float64; null: the default dtype.</param>
            /// <param name="device">The device; null: the default device.</param>
            /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
            /// <returns>A new tensor [m].</returns>
            /// <exception cref="TorchValueException">
            /// The number of points is negative, or the dtype is not supported, <paramref name="tau"/> is not positive, or a
            /// symmetric window has a center.
            /// </exception>
            /// <example><code>
            /// Torch.Signal.Windows.Exponential(5)   // tensor([0.1353, 0.3679, 1.0000, 0.3679, 0.1353])
            /// Torch.Signal.Windows.Exponential(4, center: 0, tau: 2, sym: false)   // tensor([1.0000, 0.6065, 0.3679, 0.2231])
            /// </code></example>
            public static Tensor Exponential(
                long m, double? center = null, double tau = 1.0, bool sym = true, DType? dtype = null, Device? device = null,
                bool requiresGrad = false)
            {
                var type = Checked("exponential", m, dtype);
                if (tau <= 0)
                {
                    throw new TorchValueException($"Tau must be positive, got: {(Scalar)tau} instead.");
                }

                if (sym && center is not null)
                {
                    throw new TorchValueException("Center must be None for symmetric windows");
                }

                using var scope = Scope();
                var middle = center ?? (!sym && m > 1 ? m : m - 1) / 2.0;
                var step = 1 / tau;
                var points = Points(-middle * step, (-middle + (m - 1)) * step, m, type, device, requiresGrad);
                return scope.Keep(m == 0 ? points : points.Abs().Neg().Exp());
            }

            /// <summary>A bell curve: PyTorch's <c>torch.signal.windows.gaussian</c>.</summary>
            /// <param name="m">The number of points.</param>
            /// <param name="std">Its standard deviation, in points.</param>
            /// <param name="sym">
            /// Whether the window is symmetric, for filters (true), or one period of a longer signal, for spectra (false).
            /// </param>
            /// <param name="dtype">float32 or float64; null: the default dtype.</param>
            /// <param name="device">The device; null: the default device.</param>
            /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
            /// <returns>A new tensor [m].</returns>
            /// <exception cref="TorchValueException">
            /// The number of points is negative, or the dtype is not supported, or <paramref name="std"/> is not positive.
            /// </exception>
            /// <example><code>
            /// Torch.Signal.Windows.Gaussian(5)   // tensor([0.1353, 0.6065, 1.0000, 0.6065, 0.1353])
            /// </code></example>
            public static Tensor Gaussian(
                long m, double std = 1.0, bool sym = true, DType? dtype = null, Device? device = null, bool requiresGrad = false)
            {
                var type = Checked("gaussian", m, dtype);
                if (std <= 0)
                {
                    throw new TorchValueException($"Standard deviation must be positive, got: {(Scalar)std} instead.");
                }

                using var scope = Scope();
                var start = -(!sym && m > 1 ? m : m - 1) / 2.0;
                var step = 1 / (std * Math.Sqrt(2));
                var points = Points(start * step, (start + (m - 1)) * step, m, type, device, requiresGrad);
                return scope.Keep(m == 0 ? points : points.Pow(2).Neg().Exp());
            }

            /// <summary>
            /// A sum of cosines, a[0] - a[1] cos(x) + a[2] cos(2x) and so on: PyTorch's <c>torch.signal.windows.general_cosine</c>.
            /// </summary>
            /// <param name="m">The number of points.</param>
            /// <param name="a">The factors.</param>
            /// <param name="sym">
            /// Whether the window is symmetric, for filters (true), or one period of a longer signal, for spectra (false).
            /// </param>
            /// <param name="dtype">float32 or float64; null: the default dtype.</param>
            /// <param name="device">The device; null: the default device.</param>
            /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
            /// <returns>A new tensor [m].</returns>
            /// <exception cref="ArgumentNullException"><paramref name="a"/> is null.</exception>
            /// <exception cref="TorchValueException">
            /// The number of points is negative, or the dtype is not supported, or there are no factors.
            /// </exception>
            /// <example><code>
            /// Torch.Signal.Windows.GeneralCosine(3, [0.46, 0.23, 0.31])   // tensor([0.5400, 1.0000, 0.5400])
            /// </code></example>
            public static Tensor GeneralCosine(
                long m, IEnumerable<double> a, bool sym = true, DType? dtype = null, Device? device = null, bool requiresGrad = false)
            {
                ArgumentNullException.ThrowIfNull(a);
                var type = Checked("general_cosine", m, dtype);
                if (m <= 1)
                {
                    return Ones([m], type, device, requiresGrad);
                }

                double[] signed = [.. a.Select(static (factor, i) => i % 2 == 0 ? factor : -factor)];
                if (signed.Length == 0)
                {
                    throw new TorchValueException("Coefficients cannot be empty");
                }

                using var scope = Scope();
                var points = Linspace(0, (m - 1) * (2 * Math.PI / (sym ? m - 1 : m)), m, type, device, requiresGrad);
                var factors = Tensor(signed, type, device, requiresGrad);
                var times = Arange(signed.Length, type, device, requiresGrad);
                return scope.Keep((factors.Unsqueeze(-1) * (times.Unsqueeze(-1) * points).Cos()).Sum(0));
            }

            /// <summary>
            /// One period of a cosine: alpha - (1 - alpha) cos(x): PyTorch's <c>torch.signal.windows.general_hamming</c>.
            /// </summary>
            /// <param name="m">The number of points.</param>
            /// <param name="alpha">The constant.</param>
            /// <param name="sym">
            /// Whether the window is symmetric, for filters (true), or one period of a longer signal, for spectra (false).
            /// </param>
            /// <param name="dtype">float32 or float64; null: the default dtype.</param>
            /// <param name="device">The device; null: the default device.</param>
            /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
            /// <returns>A new tensor [m].</returns>
            /// <exception cref="TorchValueException">
            /// The number of points is negative, or the dtype is not supported.
            /// </exception>
            /// <example><code>
            /// Torch.Signal.Windows.GeneralHamming(5)   // tensor([0.0800, 0.5400, 1.0000, 0.5400, 0.0800])
            /// </code></example>
            public static Tensor GeneralHamming(
                long m, double alpha = 0.54, bool sym = true, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
                GeneralCosine(m, [alpha, 1.0 - alpha], sym, dtype, device, requiresGrad);

            /// <summary>The Hamming window, 0.54 - 0.46 cos(x): PyTorch's <c>torch.signal.windows.hamming</c>.</summary>
            /// <param name="m">The number of points.</param>
            /// <param name="sym">
            /// Whether the window is symmetric, for filters (true), or one period of a longer signal, for spectra (false).
            /// </param>
            /// <param name="dtype">float32 or float64; null: the default dtype.</param>
            /// <param name="device">The device; null: the default device.</param>
            /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
            /// <returns>A new tensor [m].</returns>
            /// <exception cref="TorchValueException">
            /// The number of points is negative, or the dtype is not supported.
            /// </exception>
            /// <example><code>
            /// Torch.Signal.Windows.Hamming(5)   // tensor([0.0800, 0.5400, 1.0000, 0.5400, 0.0800])
            /// </code></example>
            public static Tensor Hamming(long m, bool sym = true, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
                GeneralHamming(m, 0.54, sym, dtype, device, requiresGrad);

            /// <summary>The Hann window, 0.5 - 0.5 cos(x): PyTorch's <c>torch.signal.windows.hann</c>.</summary>
            /// <param name="m">The number of points.</param>
            /// <param name="sym">
            /// Whether the window is symmetric, for filters (true), or one period of a longer signal, for spectra (false).
            /// </param>
            /// <param name="dtype">float32 or float64; null: the default dtype.</param>
            /// <param name="device">The device; null: the default device.</param>
            /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
            /// <returns>A new tensor [m].</returns>
            /// <exception cref="TorchValueException">
            /// The number of points is negative, or the dtype is not supported.
            /// </exception>
            /// <example><code>
            /// Torch.Signal.Windows.Hann(5)   // tensor([0.0000, 0.5000, 1.0000, 0.5000, 0.0000])
            /// </code></example>
            public static Tensor Hann(long m, bool sym = true, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
                GeneralHamming(m, 0.5, sym, dtype, device, requiresGrad);

            /// <summary>A window based on a Bessel function: PyTorch's <c>torch.signal.windows.kaiser</c>.</summary>
            /// <param name="m">The number of points.</param>
            /// <param name="beta">The shape parameter: larger values make the window narrower.</param>
            /// <param name="sym">
            /// Whether the window is symmetric, for filters (true), or one period of a longer signal, for spectra (false).
            /// </param>
            /// <param name="dtype">float32 or float64; null: the default dtype.</param>
            /// <param name="device">The device; null: the default device.</param>
            /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
            /// <returns>A new tensor [m].</returns>
            /// <exception cref="TorchValueException">
            /// The number of points is negative, or the dtype is not supported, or <paramref name="beta"/> is negative.
            /// </exception>
            /// <example><code>
            /// Torch.Signal.Windows.Kaiser(5, beta: 2)   // tensor([0.4387, 0.8348, 1.0000, 0.8348, 0.4387])
            /// </code></example>
            public static Tensor Kaiser(
                long m, double beta = 12.0, bool sym = true, DType? dtype = null, Device? device = null, bool requiresGrad = false)
            {
                var type = Checked("kaiser", m, dtype);
                if (beta < 0)
                {
                    throw new TorchValueException($"beta must be non-negative, got: {(Scalar)beta} instead.");
                }

                if (m <= 1)
                {
                    return Ones([m], type, device, requiresGrad);
                }

                if ((device ?? DefaultDevice).Type == "meta")
                {
                    return Empty([m], type, device, requiresGrad);
                }

                // In the window's precision, as PyTorch does it: beyond beta there would be NaN.
                using var scope = Scope();
                var edge = Tensor(beta, type, device);
                var start = edge.Neg();
                var end = edge.Minimum(start + ((m - 1) * (2.0 * edge / (sym ? m - 1 : m))));
                var points = Linspace(start, end, m, type, device, requiresGrad);
                return scope.Keep((edge * edge - points.Pow(2)).Sqrt().I0() / edge.I0());
            }

            /// <summary>A sum of three cosines that falls to nearly zero: PyTorch's <c>torch.signal.windows.nuttall</c>.</summary>
            /// <param name="m">The number of points.</param>
            /// <param name="sym">
            /// Whether the window is symmetric, for filters (true), or one period of a longer signal, for spectra (false).
            /// </param>
            /// <param name="dtype">float32 or float64; null: the default dtype.</param>
            /// <param name="device">The device; null: the default device.</param>
            /// <param name="requiresGrad">Whether autograd records operations on the tensor.</param>
            /// <returns>A new tensor [m].</returns>
            /// <exception cref="TorchValueException">
            /// The number of points is negative, or the dtype is not supported.
            /// </exception>
            /// <example><code>
            /// Torch.Signal.Windows.Nuttall(5)[1..3]   // tensor([0.2270, 1.0000])
            /// </code></example>
            public static Tensor Nuttall(long m, bool sym = true, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
                GeneralCosine(m, [0.3635819, 0.4891775, 0.1365995, 0.0106411], sym, dtype, device, requiresGrad);

            private static DType Checked(string window, long m, DType? dtype)
            {
                if (m < 0)
                {
                    throw new TorchValueException($"{window} requires non-negative window length, got M={m}");
                }

                var type = dtype ?? GetDefaultDtype();
                return type == DType.Float32 || type == DType.Float64
                    ? type
                    : throw new TorchValueException($"{window} expects float32 or float64 dtypes, got: {type}");
            }

            // Without points the ends may be anything.
            private static Tensor Points(double start, double end, long m, DType dtype, Device? device, bool requiresGrad) =>
                m == 0 ? Empty([0], dtype, device, requiresGrad) : Linspace(start, end, m, dtype, device, requiresGrad);
        }
    }
}
