namespace TorchLite;

/// <content>Numbers and distributions.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Init
        {
            /// <summary>Fills a tensor with random numbers of a uniform distribution: PyTorch's <c>torch.nn.init.uniform_</c>.</summary>
            /// <param name="tensor">The tensor to fill, of any shape.</param>
            /// <param name="a">The lower bound.</param>
            /// <param name="b">The upper bound.</param>
            /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
            /// <returns><paramref name="tensor"/> itself.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
            /// <exception cref="TorchException">The dtype is not floating-point, or the lower bound is greater than the upper.</exception>
            /// <example><code>
            /// Torch.ManualSeed(0);
            /// Torch.Nn.Init.Uniform_(Torch.Empty(3))   // tensor([0.4963, 0.7682, 0.0885])
            /// </code></example>
            public static Tensor Uniform_(Tensor tensor, double a = 0.0, double b = 1.0, Generator? generator = null)
            {
                using var mode = NoGrad();
                return NotNull(tensor).Uniform_(a, b, generator);
            }

            /// <summary>Fills a tensor with random numbers of a normal distribution: PyTorch's <c>torch.nn.init.normal_</c>.</summary>
            /// <param name="tensor">The tensor to fill, of any shape.</param>
            /// <param name="mean">The mean.</param>
            /// <param name="std">The standard deviation, not negative.</param>
            /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
            /// <returns><paramref name="tensor"/> itself.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
            /// <exception cref="TorchException">The dtype is not floating-point, or the standard deviation is negative.</exception>
            /// <example><code>
            /// Torch.ManualSeed(0);
            /// Torch.Nn.Init.Normal_(Torch.Empty(3))   // tensor([ 1.5410, -0.2934, -2.1788])
            /// </code></example>
            public static Tensor Normal_(Tensor tensor, double mean = 0.0, double std = 1.0, Generator? generator = null)
            {
                using var mode = NoGrad();
                return NotNull(tensor).Normal_(mean, std, generator);
            }

            /// <summary>
            /// Fills a tensor with random numbers of a normal distribution that is cut off at two bounds: PyTorch's
            /// <c>torch.nn.init.trunc_normal_</c>.
            /// </summary>
            /// <param name="tensor">The tensor to fill, of any shape.</param>
            /// <param name="mean">The mean of the distribution before the cut.</param>
            /// <param name="std">Its standard deviation.</param>
            /// <param name="a">The lower bound.</param>
            /// <param name="b">The upper bound.</param>
            /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
            /// <returns><paramref name="tensor"/> itself.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
            /// <exception cref="TorchException">The dtype is not floating-point, or the deviation is 0.</exception>
            /// <example><code>
            /// Torch.ManualSeed(0);
            /// Torch.Nn.Init.TruncNormal_(Torch.Empty(3))   // tensor([-0.0090,  0.6935, -1.2415])
            /// </code></example>
            public static Tensor TruncNormal_(
                Tensor tensor, double mean = 0.0, double std = 1.0, double a = -2.0, double b = 2.0, Generator? generator = null)
            {
                if (std == 0)
                {
                    throw new TorchException("float division by zero");
                }

                // The inverse of the distribution function, of uniform numbers between its values at the bounds.
                var (lower, upper) = (NormalCdf((a - mean) / std), NormalCdf((b - mean) / std));
                using var mode = NoGrad();
                NotNull(tensor).Uniform_((2 * lower) - 1, (2 * upper) - 1, generator);
                return tensor.Erfinv_().Mul_(std * Math.Sqrt(2.0)).Add_(mean).Clamp_(a, b);
            }

            /// <summary>Fills a tensor with a number: PyTorch's <c>torch.nn.init.constant_</c>.</summary>
            /// <param name="tensor">The tensor to fill, of any shape.</param>
            /// <param name="val">The number.</param>
            /// <returns><paramref name="tensor"/> itself.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
            /// <example><code>
            /// Torch.Nn.Init.Constant_(Torch.Empty(3), 0.3)   // tensor([0.3000, 0.3000, 0.3000])
            /// </code></example>
            public static Tensor Constant_(Tensor tensor, Scalar val)
            {
                using var mode = NoGrad();
                return NotNull(tensor).Fill_(val);
            }

            /// <summary>Fills a tensor with ones: PyTorch's <c>torch.nn.init.ones_</c>.</summary>
            /// <param name="tensor">The tensor to fill, of any shape.</param>
            /// <returns><paramref name="tensor"/> itself.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
            /// <example><code>
            /// Torch.Nn.Init.Ones_(Torch.Empty(3))   // tensor([1., 1., 1.])
            /// </code></example>
            public static Tensor Ones_(Tensor tensor) => Constant_(tensor, 1.0);

            /// <summary>Fills a tensor with zeros: PyTorch's <c>torch.nn.init.zeros_</c>.</summary>
            /// <param name="tensor">The tensor to fill, of any shape.</param>
            /// <returns><paramref name="tensor"/> itself.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
            /// <example><code>
            /// Torch.Nn.Init.Zeros_(Torch.Empty(3))   // tensor([0., 0., 0.])
            /// </code></example>
            public static Tensor Zeros_(Tensor tensor)
            {
                using var mode = NoGrad();
                return NotNull(tensor).Zero_();
            }

            // The error function, of which .NET has none, is libtorch's for doubles.
            private static double NormalCdf(double x)
            {
                using var argument = Torch.Tensor(x / Math.Sqrt(2.0), DType.Float64);
                using var erf = argument.Erf();
                return (1.0 + (double)erf) / 2.0;
            }
        }
    }
}
