namespace TorchLite;

/// <content>Distributions whose variance depends on the numbers of inputs and outputs.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Init
        {
            /// <summary>
            /// By how much the variance shrinks in what follows a layer, as the factor that makes up for it: PyTorch's
            /// <c>torch.nn.init.calculate_gain</c>.
            /// </summary>
            /// <param name="nonlinearity">What follows the layer.</param>
            /// <param name="param">The slope of <c>LeakyRelu</c> below 0; null: 0.01.</param>
            /// <returns>The factor.</returns>
            /// <exception cref="TorchValueException"><paramref name="nonlinearity"/> is none of those named.</exception>
            /// <example><code>
            /// Torch.Nn.Init.CalculateGain(Nonlinearity.Tanh)             // 1.6666666666666667
            /// Torch.Nn.Init.CalculateGain(Nonlinearity.LeakyRelu, 0.5)   // 1.2649110640673518
            /// </code></example>
            public static double CalculateGain(Nonlinearity nonlinearity, double? param = null) => nonlinearity switch
            {
                >= Nonlinearity.Linear and <= Nonlinearity.Sigmoid => 1,
                Nonlinearity.Tanh => 5.0 / 3,
                Nonlinearity.Relu => Math.Sqrt(2.0),
                Nonlinearity.LeakyRelu => Math.Sqrt(2.0 / (1 + Math.Pow(param ?? 0.01, 2))),
                Nonlinearity.Selu => 3.0 / 4,
                _ => throw new TorchValueException($"Unsupported nonlinearity {nonlinearity}"),
            };

            /// <summary>
            /// Fills a weight with random numbers of a uniform distribution that keeps the variance on the way forward and back: PyTorch's
            /// <c>torch.nn.init.xavier_uniform_</c>.
            /// </summary>
            /// <param name="tensor">The weight to fill, of shape (outputs, inputs, …).</param>
            /// <param name="gain">A factor: see <see cref="CalculateGain(Nonlinearity, double?)"/>.</param>
            /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
            /// <returns><paramref name="tensor"/> itself.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
            /// <exception cref="TorchValueException">The tensor has fewer than two dimensions.</exception>
            /// <exception cref="TorchException">The dtype is not floating-point.</exception>
            /// <example><code>
            /// Torch.ManualSeed(0);
            /// Torch.Nn.Init.XavierUniform_(Torch.Empty(1, 3))   // tensor([[-0.0092,  0.6570, -1.0080]])
            /// </code></example>
            public static Tensor XavierUniform_(Tensor tensor, double gain = 1.0, Generator? generator = null)
            {
                var (fanIn, fanOut) = Fans(tensor);
                var a = Math.Sqrt(3.0) * (gain * Math.Sqrt(2.0 / (fanIn + fanOut)));
                return fanIn + fanOut == 0 ? tensor : Uniform_(tensor, -a, a, generator);
            }

            /// <summary>
            /// Fills a weight with random numbers of a normal distribution that keeps the variance on the way forward and back: PyTorch's
            /// <c>torch.nn.init.xavier_normal_</c>.
            /// </summary>
            /// <param name="tensor">The weight to fill, of shape (outputs, inputs, …).</param>
            /// <param name="gain">A factor: see <see cref="CalculateGain(Nonlinearity, double?)"/>.</param>
            /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
            /// <returns><paramref name="tensor"/> itself.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
            /// <exception cref="TorchValueException">The tensor has fewer than two dimensions.</exception>
            /// <exception cref="TorchException">The dtype is not floating-point.</exception>
            /// <example><code>
            /// Torch.ManualSeed(0);
            /// Torch.Nn.Init.XavierNormal_(Torch.Empty(1, 3))   // tensor([[ 1.0896, -0.2075, -1.5406]])
            /// </code></example>
            public static Tensor XavierNormal_(Tensor tensor, double gain = 1.0, Generator? generator = null)
            {
                var (fanIn, fanOut) = Fans(tensor);
                return fanIn + fanOut == 0 ? tensor : Normal_(tensor, 0.0, gain * Math.Sqrt(2.0 / (fanIn + fanOut)), generator);
            }

            /// <summary>
            /// Fills a weight with random numbers of a uniform distribution that keeps the variance one way: PyTorch's
            /// <c>torch.nn.init.kaiming_uniform_</c>.
            /// </summary>
            /// <param name="tensor">The weight to fill, of shape (outputs, inputs, …).</param>
            /// <param name="a">The slope of <c>LeakyRelu</c> below 0.</param>
            /// <param name="mode">Whether the variance is kept on the way forward or back.</param>
            /// <param name="nonlinearity">What follows the layer.</param>
            /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
            /// <returns><paramref name="tensor"/> itself.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
            /// <exception cref="TorchValueException">
            /// The tensor has fewer than two dimensions, or a name is none of those named.
            /// </exception>
            /// <exception cref="TorchException">The dtype is not floating-point.</exception>
            /// <example><code>
            /// Torch.ManualSeed(0);
            /// Torch.Nn.Init.KaimingUniform_(Torch.Empty(1, 3), nonlinearity: Nonlinearity.Relu)   // tensor([[-0.0106,  0.7586, -1.1640]])
            /// </code></example>
            public static Tensor KaimingUniform_(
                Tensor tensor, double a = 0, FanMode mode = FanMode.FanIn, Nonlinearity nonlinearity = Nonlinearity.LeakyRelu,
                Generator? generator = null)
            {
                if (NotNull(tensor).Shape.Contains(0))
                {
                    return tensor;
                }

                var bound = Math.Sqrt(3.0) * Deviation(tensor, a, mode, nonlinearity);
                return Uniform_(tensor, -bound, bound, generator);
            }

            /// <summary>
            /// Fills a weight with random numbers of a normal distribution that keeps the variance one way: PyTorch's
            /// <c>torch.nn.init.kaiming_normal_</c>.
            /// </summary>
            /// <param name="tensor">The weight to fill, of shape (outputs, inputs, …).</param>
            /// <param name="a">The slope of <c>LeakyRelu</c> below 0.</param>
            /// <param name="mode">Whether the variance is kept on the way forward or back.</param>
            /// <param name="nonlinearity">What follows the layer.</param>
            /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
            /// <returns><paramref name="tensor"/> itself.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
            /// <exception cref="TorchValueException">
            /// The tensor has fewer than two dimensions, or a name is none of those named.
            /// </exception>
            /// <exception cref="TorchException">The dtype is not floating-point.</exception>
            /// <example><code>
            /// Torch.ManualSeed(0);
            /// Torch.Nn.Init.KaimingNormal_(Torch.Empty(1, 3), mode: FanMode.FanOut)   // tensor([[ 2.1793, -0.4150, -3.0813]])
            /// </code></example>
            public static Tensor KaimingNormal_(
                Tensor tensor, double a = 0, FanMode mode = FanMode.FanIn, Nonlinearity nonlinearity = Nonlinearity.LeakyRelu,
                Generator? generator = null) =>
                NotNull(tensor).Shape.Contains(0) ? tensor : Normal_(tensor, 0, Deviation(tensor, a, mode, nonlinearity), generator);

            /// <summary>How many numbers go into a result of a layer, and into how many results each goes.</summary>
            internal static (long In, long Out) Fans(Tensor tensor)
            {
                var shape = NotNull(tensor).Shape;
                if (shape.Count < 2)
                {
                    throw new TorchValueException("Fan in and fan out can not be computed for tensor with fewer than 2 dimensions");
                }

                var field = shape[2..].Numel();
                return (shape[1] * field, shape[0] * field);
            }

            private static double Deviation(Tensor tensor, double a, FanMode mode, Nonlinearity nonlinearity)
            {
                if (mode is not (FanMode.FanIn or FanMode.FanOut))
                {
                    throw new TorchValueException($"Mode {mode} not supported, please use one of ['fan_in', 'fan_out']");
                }

                var (fanIn, fanOut) = Fans(tensor);
                return CalculateGain(nonlinearity, a) / Math.Sqrt(mode == FanMode.FanIn ? fanIn : fanOut);
            }
        }
    }
}
