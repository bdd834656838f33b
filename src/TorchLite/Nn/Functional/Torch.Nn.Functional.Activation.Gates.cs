namespace TorchLite;

/// <content>Activations that weigh an element by a function of it, and the smooth steps between two values.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Functional
        {
            private static readonly AtenOperator GluOperator = new("aten::glu"), GeluOperator = new("aten::gelu");
            private static readonly AtenOperator SiluOperator = new("aten::silu"), SiluInPlace = new("aten::silu_");
            private static readonly AtenOperator MishOperator = new("aten::mish"), MishInPlace = new("aten::mish_");
            private static readonly AtenOperator HardsigmoidOperator = new("aten::hardsigmoid");
            private static readonly AtenOperator HardsigmoidInPlace = new("aten::hardsigmoid_");
            private static readonly AtenOperator LogSigmoidOperator = new("aten::log_sigmoid");

            /// <summary>
            /// The first half of a dimension, times the sigmoid of the second, the gated linear unit: PyTorch's <c>glu</c>.
            /// </summary>
            /// <param name="input">The tensor.</param>
            /// <param name="dim">The dimension to halve, of even size; negative counts from the end.</param>
            /// <returns>A new tensor of half the size along the dimension.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
            /// <exception cref="TorchException">
            /// The tensor has no dimension, the size is odd, or libtorch does not support the operation for this dtype.
            /// </exception>
            /// <example><code>
            /// Torch.Nn.Functional.Glu(Torch.Tensor([1.0, 2.0, 0.0, 3.0]))   // tensor([0.5000, 1.9051])
            /// </code></example>
            public static Tensor Glu(Tensor input, long dim = -1) => NotNull(input).Dim() == 0
                ? throw new TorchException("glu does not support scalars because halving size must be even")
                : GluOperator.Call(input, dim);

            /// <summary>
            /// The Gaussian error linear unit of each element x, x times the probability that a normal variable is below x: PyTorch's
            /// <c>gelu</c>.
            /// </summary>
            /// <param name="input">The tensor.</param>
            /// <param name="approximate">How it is computed.</param>
            /// <returns>A new tensor of the same shape and dtype.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.Gelu(Torch.Tensor([-1.0, 0.0, 1.0]))   // tensor([-0.1587,  0.0000,  0.8413])
            /// Torch.Nn.Functional.Gelu(Torch.Tensor([-1.0, 0.0, 1.0]), GeluApproximation.Tanh)   // tensor([-0.1588,  0.0000,  0.8412])
            /// </code></example>
            public static Tensor Gelu(Tensor input, GeluApproximation approximate = GeluApproximation.None) =>
                GeluOperator.Call(input, approximate switch
                {
                    GeluApproximation.None => "none",
                    GeluApproximation.Tanh => "tanh",
                    _ => throw new TorchException("approximate argument must be either none or tanh."),
                });

            /// <summary>x times the sigmoid of x, for each element x: PyTorch's <c>silu</c>.</summary>
            /// <param name="input">The tensor.</param>
            /// <param name="inplace">Whether to change <paramref name="input"/> and return it.</param>
            /// <returns>A tensor of the same shape and dtype.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">
            /// libtorch does not support the operation for this dtype, or a leaf that requires gradients is to be changed.
            /// </exception>
            /// <example><code>
            /// Torch.Nn.Functional.Silu(Torch.Tensor([-1.0, 0.0, 1.0]))   // tensor([-0.2689,  0.0000,  0.7311])
            /// </code></example>
            public static Tensor Silu(Tensor input, bool inplace = false) =>
                inplace ? SiluInPlace.CallInPlace(NotNull(input)) : SiluOperator.Call(input);

            /// <summary>x times the hyperbolic tangent of log(1 + exp(x)), for each element x: PyTorch's <c>mish</c>.</summary>
            /// <param name="input">The tensor.</param>
            /// <param name="inplace">Whether to change <paramref name="input"/> and return it.</param>
            /// <returns>A tensor of the same shape and dtype.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">
            /// libtorch does not support the operation for this dtype, or a leaf that requires gradients is to be changed.
            /// </exception>
            /// <example><code>
            /// Torch.Nn.Functional.Mish(Torch.Tensor([-1.0, 0.0, 1.0]))   // tensor([-0.3034,  0.0000,  0.8651])
            /// </code></example>
            public static Tensor Mish(Tensor input, bool inplace = false) =>
                inplace ? MishInPlace.CallInPlace(NotNull(input)) : MishOperator.Call(input);

            /// <param name="input">The tensor.</param>
            /// <inheritdoc cref="Tensor.Sigmoid"/>
            public static Tensor Sigmoid(Tensor input) => NotNull(input).Sigmoid();

            /// <param name="input">The tensor.</param>
            /// <inheritdoc cref="Tensor.Tanh"/>
            public static Tensor Tanh(Tensor input) => NotNull(input).Tanh();

            /// <summary>min(max(x + 3, 0), 6) / 6 of each element x: PyTorch's <c>hardsigmoid</c>.</summary>
            /// <param name="input">The tensor.</param>
            /// <param name="inplace">Whether to change <paramref name="input"/> and return it.</param>
            /// <returns>A tensor of the same shape and dtype.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">
            /// libtorch does not support the operation for this dtype, or a leaf that requires gradients is to be changed.
            /// </exception>
            /// <example><code>
            /// Torch.Nn.Functional.Hardsigmoid(Torch.Tensor([-4.0, 0.0, 1.5]))   // tensor([0.0000, 0.5000, 0.7500])
            /// </code></example>
            public static Tensor Hardsigmoid(Tensor input, bool inplace = false) =>
                inplace ? HardsigmoidInPlace.CallInPlace(NotNull(input)) : HardsigmoidOperator.Call(input);

            /// <summary>The logarithm of the sigmoid of each element: PyTorch's <c>logsigmoid</c>.</summary>
            /// <param name="input">The tensor.</param>
            /// <returns>A new tensor of the same shape and dtype.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.Logsigmoid(Torch.Tensor([-1.0, 0.0, 1.0]))   // tensor([-1.3133, -0.6931, -0.3133])
            /// </code></example>
            public static Tensor Logsigmoid(Tensor input) => LogSigmoidOperator.Call(input);

            /// <summary>log(1 + exp(beta · x)) / beta of each element x, a smooth form of <c>relu</c>: PyTorch's <c>softplus</c>.</summary>
            /// <param name="input">The tensor.</param>
            /// <param name="beta">How sharp the bend is.</param>
            /// <param name="threshold">Where beta · x is above it, the result is x itself.</param>
            /// <returns>A new tensor of the same shape and dtype.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.Softplus(Torch.Tensor([-1.0, 0.0, 30.0]))   // tensor([ 0.3133,  0.6931, 30.0000])
            /// </code></example>
            public static Tensor Softplus(Tensor input, double beta = 1.0, double threshold = 20.0) =>
                Script.Run($"torch.softplus({input}, {beta}, {threshold})");

            /// <summary>x / (1 + |x|) of each element x: PyTorch's <c>softsign</c>.</summary>
            /// <param name="input">The tensor.</param>
            /// <returns>A new tensor of the same shape.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.Softsign(Torch.Tensor([-1.0, 0.0, 3.0]))   // tensor([-0.5000,  0.0000,  0.7500])
            /// </code></example>
            public static Tensor Softsign(Tensor input) => NotNull(input) / (input.Abs() + 1);
        }
    }
}
