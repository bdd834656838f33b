namespace TorchLite;

/// <content>Activations that keep what is positive and cut off, bend or scale the rest.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Functional
        {
            private static readonly AtenOperator Relu6Operator = new("aten::relu6"), Relu6InPlace = new("aten::relu6_");
            private static readonly AtenOperator HardswishOperator = new("aten::hardswish"), HardswishInPlace = new("aten::hardswish_");
            private static readonly AtenOperator SeluOperator = new("aten::selu");

            /// <summary>Replaces each element that is not greater than a threshold by a number: PyTorch's <c>threshold</c>.</summary>
            /// <param name="input">The tensor.</param>
            /// <param name="threshold">The threshold.</param>
            /// <param name="value">The number.</param>
            /// <param name="inplace">Whether to change <paramref name="input"/> and return it.</param>
            /// <returns>A tensor of the same shape and dtype.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">
            /// libtorch does not support the operation for this dtype, or a leaf that requires gradients is to be changed.
            /// </exception>
            /// <example><code>
            /// Torch.Nn.Functional.Threshold(Torch.Tensor([-2.0, 0.5, 3.0]), 1, 20)   // tensor([20., 20.,  3.])
            /// </code></example>
            public static Tensor Threshold(Tensor input, Scalar threshold, Scalar value, bool inplace = false) =>
                inplace ? Torch.Threshold_(input, threshold, value) : Script.Run($"torch.threshold({input}, {threshold}, {value})");

            /// <inheritdoc cref="Torch.Threshold_(Tensor, Scalar, Scalar)"/>
            public static Tensor Threshold_(Tensor input, Scalar threshold, Scalar value) => Torch.Threshold_(input, threshold, value);

            /// <summary>The rectified linear unit of each element: 0 where it is negative: PyTorch's <c>relu</c>.</summary>
            /// <param name="input">The tensor.</param>
            /// <param name="inplace">Whether to change <paramref name="input"/> and return it.</param>
            /// <returns>A tensor of the same shape and dtype.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">
            /// libtorch does not support the operation for this dtype, or a leaf that requires gradients is to be changed.
            /// </exception>
            /// <example><code>
            /// Torch.Nn.Functional.Relu(Torch.Tensor([-2.0, 0.5, 3.0]))   // tensor([0.0000, 0.5000, 3.0000])
            /// </code></example>
            public static Tensor Relu(Tensor input, bool inplace = false) => inplace ? NotNull(input).Relu_() : NotNull(input).Relu();

            /// <inheritdoc cref="Torch.Relu_(Tensor)"/>
            public static Tensor Relu_(Tensor input) => Torch.Relu_(input);

            /// <summary>Each element, brought between two bounds: PyTorch's <c>hardtanh</c>.</summary>
            /// <param name="input">The tensor.</param>
            /// <param name="minVal">The lower bound.</param>
            /// <param name="maxVal">The upper bound.</param>
            /// <param name="inplace">Whether to change <paramref name="input"/> and return it.</param>
            /// <returns>A tensor of the same shape and dtype.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchValueException">The lower bound is greater than the upper.</exception>
            /// <exception cref="TorchException">
            /// libtorch does not support the operation for this dtype, or a leaf that requires gradients is to be changed.
            /// </exception>
            /// <example><code>
            /// Torch.Nn.Functional.Hardtanh(Torch.Tensor([-2.0, 0.5, 3.0]))   // tensor([-1.0000,  0.5000,  1.0000])
            /// </code></example>
            public static Tensor Hardtanh(Tensor input, double minVal = -1.0, double maxVal = 1.0, bool inplace = false)
            {
                if (minVal > maxVal)
                {
                    throw new TorchValueException("min_val cannot be greater than max_val");
                }

                return inplace ? Hardtanh_(input, minVal, maxVal) : Script.Run($"torch.hardtanh({input}, {minVal}, {maxVal})");
            }

            /// <summary>Brings each element between two bounds, in place: PyTorch's <c>hardtanh_</c>.</summary>
            /// <param name="input">The tensor to change.</param>
            /// <param name="minVal">The lower bound.</param>
            /// <param name="maxVal">The upper bound.</param>
            /// <returns><paramref name="input"/> itself.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">
            /// libtorch does not support the operation for this dtype, or the tensor is a leaf that requires gradients.
            /// </exception>
            /// <example><code>
            /// Torch.Nn.Functional.Hardtanh_(Torch.Tensor([-2.0, 0.5, 3.0]), 0, 2)   // tensor([0.0000, 0.5000, 2.0000])
            /// </code></example>
            public static Tensor Hardtanh_(Tensor input, double minVal = -1.0, double maxVal = 1.0) =>
                Script.InPlace(NotNull(input), $"torch.hardtanh_({input}, {minVal}, {maxVal})");

            /// <summary>x · min(max(x + 3, 0), 6) / 6 of each element x: PyTorch's <c>hardswish</c>.</summary>
            /// <param name="input">The tensor.</param>
            /// <param name="inplace">Whether to change <paramref name="input"/> and return it.</param>
            /// <returns>A tensor of the same shape and dtype.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">
            /// libtorch does not support the operation for this dtype, or a leaf that requires gradients is to be changed.
            /// </exception>
            /// <example><code>
            /// Torch.Nn.Functional.Hardswish(Torch.Tensor([-4.0, 0.0, 1.5, 4.0]))   // tensor([-0.0000, 0.0000, 1.1250, 4.0000])
            /// </code></example>
            public static Tensor Hardswish(Tensor input, bool inplace = false) =>
                inplace ? HardswishInPlace.CallInPlace(NotNull(input)) : HardswishOperator.Call(input);

            /// <summary>Each element, brought between 0 and 6: PyTorch's <c>relu6</c>.</summary>
            /// <param name="input">The tensor.</param>
            /// <param name="inplace">Whether to change <paramref name="input"/> and return it.</param>
            /// <returns>A tensor of the same shape and dtype.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">
            /// libtorch does not support the operation for this dtype, or a leaf that requires gradients is to be changed.
            /// </exception>
            /// <example><code>
            /// Torch.Nn.Functional.Relu6(Torch.Tensor([-2.0, 4.0, 8.0]))   // tensor([0., 4., 6.])
            /// </code></example>
            public static Tensor Relu6(Tensor input, bool inplace = false) =>
                inplace ? Relu6InPlace.CallInPlace(NotNull(input)) : Relu6Operator.Call(input);

            /// <summary>
            /// Each positive element, and alpha · (exp(x) - 1) of each other x, the exponential linear unit: PyTorch's <c>elu</c>.
            /// </summary>
            /// <param name="input">The tensor.</param>
            /// <param name="alpha">The scale of the negative part.</param>
            /// <param name="inplace">Whether to change <paramref name="input"/> and return it.</param>
            /// <returns>A tensor of the same shape and dtype.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">
            /// libtorch does not support the operation for this dtype, or a leaf that requires gradients is to be changed.
            /// </exception>
            /// <example><code>
            /// Torch.Nn.Functional.Elu(Torch.Tensor([-2.0, 0.5]))   // tensor([-0.8647,  0.5000])
            /// </code></example>
            public static Tensor Elu(Tensor input, double alpha = 1.0, bool inplace = false) =>
                inplace ? Elu_(input, alpha) : Script.Run($"torch.elu({input}, {alpha})");

            /// <summary>
            /// Replaces each element x that is not positive by alpha · (exp(x) - 1), in place: PyTorch's <c>elu_</c>.
            /// </summary>
            /// <param name="input">The tensor to change.</param>
            /// <param name="alpha">The scale of the negative part.</param>
            /// <returns><paramref name="input"/> itself.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">
            /// libtorch does not support the operation for this dtype, or the tensor is a leaf that requires gradients.
            /// </exception>
            /// <example><code>
            /// Torch.Nn.Functional.Elu_(Torch.Tensor([-2.0, 0.5]), alpha: 2)   // tensor([-1.7293,  0.5000])
            /// </code></example>
            public static Tensor Elu_(Tensor input, double alpha = 1.0) =>
                Script.InPlace(NotNull(input), $"torch.elu_({input}, {alpha})");

            /// <summary>The self-normalizing exponential linear unit of each element: PyTorch's <c>selu</c>.</summary>
            /// <param name="input">The tensor.</param>
            /// <param name="inplace">Whether to change <paramref name="input"/> and return it.</param>
            /// <returns>A tensor of the same shape and dtype.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">
            /// libtorch does not support the operation for this dtype, or a leaf that requires gradients is to be changed.
            /// </exception>
            /// <example><code>
            /// Torch.Nn.Functional.Selu(Torch.Tensor([-2.0, -0.5, 1.0]))   // tensor([-1.5202, -0.6918,  1.0507])
            /// </code></example>
            public static Tensor Selu(Tensor input, bool inplace = false) => inplace ? Torch.Selu_(input) : SeluOperator.Call(input);

            /// <inheritdoc cref="Torch.Selu_(Tensor)"/>
            public static Tensor Selu_(Tensor input) => Torch.Selu_(input);

            /// <summary>max(0, x) + min(0, alpha · (exp(x / alpha) - 1)) of each element x: PyTorch's <c>celu</c>.</summary>
            /// <param name="input">The tensor.</param>
            /// <param name="alpha">The scale of the negative part, not 0.</param>
            /// <param name="inplace">Whether to change <paramref name="input"/> and return it.</param>
            /// <returns>A tensor of the same shape and dtype.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">
            /// libtorch does not support the operation for this dtype, the scale is 0, or a leaf that requires gradients is to be changed.
            /// </exception>
            /// <example><code>
            /// Torch.Nn.Functional.Celu(Torch.Tensor([-2.0, -0.5, 1.0]), alpha: 2)   // tensor([-1.2642, -0.4424,  1.0000])
            /// </code></example>
            public static Tensor Celu(Tensor input, double alpha = 1.0, bool inplace = false) =>
                inplace ? Torch.Celu_(input, alpha) : Script.Run($"torch.celu({input}, {alpha})");

            /// <inheritdoc cref="Torch.Celu_(Tensor, Scalar?)"/>
            public static Tensor Celu_(Tensor input, Scalar? alpha = null) => Torch.Celu_(input, alpha);

            /// <summary>Multiplies each negative element by a slope: PyTorch's <c>leaky_relu</c>.</summary>
            /// <param name="input">The tensor.</param>
            /// <param name="negativeSlope">The slope.</param>
            /// <param name="inplace">Whether to change <paramref name="input"/> and return it.</param>
            /// <returns>A tensor of the same shape and dtype.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">
            /// libtorch does not support the operation for this dtype, or a leaf that requires gradients is to be changed.
            /// </exception>
            /// <example><code>
            /// Torch.Nn.Functional.LeakyRelu(Torch.Tensor([-2.0, 0.5]), 0.1)   // tensor([-0.2000,  0.5000])
            /// </code></example>
            public static Tensor LeakyRelu(Tensor input, double negativeSlope = 0.01, bool inplace = false) =>
                inplace ? LeakyRelu_(input, negativeSlope) : Script.Run($"torch.leaky_relu({input}, {negativeSlope})");

            /// <summary>Multiplies each negative element by a slope, in place: PyTorch's <c>leaky_relu_</c>.</summary>
            /// <param name="input">The tensor to change.</param>
            /// <param name="negativeSlope">The slope.</param>
            /// <returns><paramref name="input"/> itself.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">
            /// libtorch does not support the operation for this dtype, or the tensor is a leaf that requires gradients.
            /// </exception>
            /// <example><code>
            /// Torch.Nn.Functional.LeakyRelu_(Torch.Tensor([-2.0, 0.5]))   // tensor([-0.0200,  0.5000])
            /// </code></example>
            public static Tensor LeakyRelu_(Tensor input, double negativeSlope = 0.01) =>
                Script.InPlace(NotNull(input), $"torch.leaky_relu_({input}, {negativeSlope})");

            /// <param name="input">The tensor.</param>
            /// <param name="weight">The slope: one number, or one for each channel (the second dimension).</param>
            /// <inheritdoc cref="Tensor.Prelu(Tensor)"/>
            public static Tensor Prelu(Tensor input, Tensor weight) => Torch.Prelu(input, weight);

            /// <summary>
            /// Multiplies each negative element by a slope, which is random while a network is trained: PyTorch's <c>rrelu</c>.
            /// </summary>
            /// <param name="input">The tensor.</param>
            /// <param name="lower">The lower bound of the slope.</param>
            /// <param name="upper">The upper bound of the slope.</param>
            /// <param name="training">Whether each element gets a random slope; otherwise all get the mean of the bounds.</param>
            /// <param name="inplace">Whether to change <paramref name="input"/> and return it.</param>
            /// <returns>A tensor of the same shape and dtype.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">
            /// libtorch does not support the operation for this dtype, or a leaf that requires gradients is to be changed.
            /// </exception>
            /// <example><code>
            /// Torch.Nn.Functional.Rrelu(Torch.Tensor([-2.0, 0.5]), 0.1, 0.3)   // tensor([-0.4000,  0.5000])
            /// </code></example>
            public static Tensor Rrelu(
                Tensor input, double lower = 1.0 / 8, double upper = 1.0 / 3, bool training = false, bool inplace = false) =>
                inplace
                    ? Torch.Rrelu_(input, lower, upper, training)
                    : Script.Run($"torch.rrelu({input}, {lower}, {upper}, {training})");

            /// <inheritdoc cref="Torch.Rrelu_(Tensor, Scalar?, Scalar?, bool)"/>
            public static Tensor Rrelu_(Tensor input, Scalar? lower = null, Scalar? upper = null, bool training = false) =>
                Torch.Rrelu_(input, lower, upper, training);
        }
    }
}
