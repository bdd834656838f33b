namespace TorchLite;

/// <content>Normalization.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Functional
        {
            private static readonly AtenOperator BatchNormOperator = new("aten::batch_norm"), GroupNormOperator = new("aten::group_norm");
            private static readonly AtenOperator InstanceNormOperator = new("aten::instance_norm");
            private static readonly AtenOperator LayerNormOperator = new("aten::layer_norm"), RmsNormOperator = new("aten::rms_norm");

            /// <summary>Normalizes each channel by its mean and variance over the batch: PyTorch's <c>batch_norm</c>.</summary>
            /// <param name="input">A tensor of shape (batch, channels, …).</param>
            /// <param name="runningMean">The running mean of each channel, which is updated while a network is trained; null: none.</param>
            /// <param name="runningVar">
            /// The running variance of each channel, which is updated while a network is trained; null: none.
            /// </param>
            /// <param name="weight">What each normalized channel is multiplied by; null: nothing.</param>
            /// <param name="bias">What is added to each channel then; null: nothing.</param>
            /// <param name="training">Whether to take the statistics of the input; otherwise the running ones are taken.</param>
            /// <param name="momentum">How much the running statistics move towards those of the input.</param>
            /// <param name="eps">The number added to each variance, so that nothing is divided by 0.</param>
            /// <returns>A new tensor of the same shape and dtype.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchValueException">
            /// There is one value for each channel, or <paramref name="eps"/> is not positive, while a network is trained.
            /// </exception>
            /// <exception cref="TorchException">The shapes or dtypes do not fit, or there are no statistics.</exception>
            /// <example><code>
            /// var x = Torch.Tensor([[1.0, 10.0], [3.0, 30.0]]);
            /// Torch.Nn.Functional.BatchNorm(x, null, null, training: true)
            /// // tensor([[-1.0000, -1.0000],
            /// //         [ 1.0000,  1.0000]])
            /// </code></example>
            public static Tensor BatchNorm(
                Tensor input, Tensor? runningMean, Tensor? runningVar, Tensor? weight = null, Tensor? bias = null, bool training = false,
                double momentum = 0.1, double eps = 1e-5)
            {
                if (training)
                {
                    var shape = NotNull(input).Shape;
                    CheckBatch(shape, shape.ToString());
                }

                if (training && eps <= 0)
                {
                    throw new TorchValueException($"batch_norm eps must be positive during training, but got {(Scalar)eps}");
                }

                return eps < 0
                    ? throw new TorchValueException($"batch_norm eps must be non-negative, but got {(Scalar)eps}")
                    : BatchNormOperator.Call(input, weight, bias, runningMean, runningVar, training, momentum, eps, true);
            }

            /// <summary>Normalizes groups of channels by their mean and variance in each example: PyTorch's <c>group_norm</c>.</summary>
            /// <param name="input">A tensor of shape (batch, channels, …).</param>
            /// <param name="numGroups">The number of groups, which divides that of the channels.</param>
            /// <param name="weight">What each normalized channel is multiplied by; null: nothing.</param>
            /// <param name="bias">What is added to each channel then; null: nothing.</param>
            /// <param name="eps">The number added to each variance, so that nothing is divided by 0.</param>
            /// <returns>A new tensor of the same shape and dtype.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchValueException">There is one value for each group.</exception>
            /// <exception cref="TorchException">
            /// The shapes or dtypes do not fit, or the number of groups does not divide that of the channels.
            /// </exception>
            /// <example><code>
            /// Torch.Nn.Functional.GroupNorm(Torch.Tensor([[1.0, 3.0, 10.0, 30.0]]), 2)   // tensor([[-1.0000,  1.0000, -1.0000,  1.0000]])
            /// </code></example>
            public static Tensor GroupNorm(Tensor input, long numGroups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5)
            {
                var shape = NotNull(input).Shape;
                if (shape.Count < 2)
                {
                    throw new TorchException($"Expected at least 2 dimensions for input tensor but received {shape.Count}");
                }

                if (numGroups == 0)
                {
                    throw new TorchException("integer division or modulo by zero");
                }

                Shape groups = [FloorDivide(unchecked(shape[0] * shape[1]), numGroups), numGroups, .. shape[2..]];
                CheckBatch(groups, $"[{string.Join(", ", groups)}]");
                return GroupNormOperator.Call(input, numGroups, weight, bias, eps, true);
            }

            /// <summary>Normalizes each channel of each example by its mean and variance: PyTorch's <c>instance_norm</c>.</summary>
            /// <param name="input">A tensor of shape (batch, channels, …).</param>
            /// <param name="runningMean">
            /// The running mean of each channel, which is updated with the statistics of the input; null: none.
            /// </param>
            /// <param name="runningVar">
            /// The running variance of each channel, which is updated with the statistics of the input; null: none.
            /// </param>
            /// <param name="weight">What each normalized channel is multiplied by; null: nothing.</param>
            /// <param name="bias">What is added to each channel then; null: nothing.</param>
            /// <param name="useInputStats">Whether to take the statistics of the input; otherwise the running ones are taken.</param>
            /// <param name="momentum">How much the running statistics move towards those of the input.</param>
            /// <param name="eps">The number added to each variance, so that nothing is divided by 0.</param>
            /// <returns>A new tensor of the same shape and dtype.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchValueException">
            /// There is one value for each channel of an example, and its statistics are taken.
            /// </exception>
            /// <exception cref="TorchException">The shapes or dtypes do not fit, or there are no statistics.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.InstanceNorm(Torch.Tensor([[[1.0, 3.0], [10.0, 30.0]]]))
            /// // tensor([[[-1.0000,  1.0000],
            /// //          [-1.0000,  1.0000]]])
            /// </code></example>
            public static Tensor InstanceNorm(
                Tensor input, Tensor? runningMean = null, Tensor? runningVar = null, Tensor? weight = null, Tensor? bias = null,
                bool useInputStats = true, double momentum = 0.1, double eps = 1e-5)
            {
                if (useInputStats && IsOne(1, NotNull(input).Shape))
                {
                    throw new TorchValueException($"Expected more than 1 spatial element when training, got input size {input.Shape}");
                }

                return InstanceNormOperator.Call(input, weight, bias, runningMean, runningVar, useInputStats, momentum, eps, true);
            }

            /// <summary>Normalizes the last dimensions by their mean and variance: PyTorch's <c>layer_norm</c>.</summary>
            /// <param name="input">The tensor.</param>
            /// <param name="normalizedShape">The sizes of the dimensions, the last of the tensor.</param>
            /// <param name="weight">What each normalized element is multiplied by; null: nothing.</param>
            /// <param name="bias">What is added to each element then; null: nothing.</param>
            /// <param name="eps">The number added to each variance, so that nothing is divided by 0.</param>
            /// <returns>A new tensor of the same shape and dtype.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchException">The shapes or dtypes do not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.LayerNorm(Torch.Tensor([[1.0, 3.0], [10.0, 30.0]]), [2])
            /// // tensor([[-1.0000,  1.0000],
            /// //         [-1.0000,  1.0000]])
            /// </code></example>
            public static Tensor LayerNorm(
                Tensor input, Shape normalizedShape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
                LayerNormOperator.Call(input, normalizedShape, weight, bias, eps, true);

            /// <summary>Divides the last dimensions by the square root of the mean of their squares: PyTorch's <c>rms_norm</c>.</summary>
            /// <param name="input">The tensor.</param>
            /// <param name="normalizedShape">The sizes of the dimensions, the last of the tensor.</param>
            /// <param name="weight">What each element is multiplied by then; null: nothing.</param>
            /// <param name="eps">The number added to each mean; null: the least step between numbers of the dtype.</param>
            /// <returns>A new tensor of the same shape and dtype.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchException">The shapes or dtypes do not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.RmsNorm(Torch.Tensor([[1.0, 7.0]]), [2])   // tensor([[0.2000, 1.4000]])
            /// </code></example>
            public static Tensor RmsNorm(Tensor input, Shape normalizedShape, Tensor? weight = null, double? eps = null) =>
                RmsNormOperator.Call(input, normalizedShape, weight, eps);

            /// <summary>Divides the vectors along a dimension by their p-norm: PyTorch's <c>normalize</c>.</summary>
            /// <param name="input">The tensor.</param>
            /// <param name="p">The order of the norm.</param>
            /// <param name="dim">The dimension; negative counts from the end.</param>
            /// <param name="eps">The lower bound of the divisor.</param>
            /// <returns>A new tensor of the same shape and dtype.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
            /// <exception cref="TorchException">The dtype is an integer type.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.Normalize(Torch.Tensor([[3.0, 4.0]]))   // tensor([[0.6000, 0.8000]])
            /// </code></example>
            public static Tensor Normalize(Tensor input, double p = 2.0, long dim = 1, double eps = 1e-12) =>
                NotNull(input) / input.Norm(p, dim, keepdim: true).ClampMin(eps).ExpandAs(input);

            /// <summary>
            /// Divides each element by a power of the mean of the squares around it, over neighbouring channels: PyTorch's
            /// <c>local_response_norm</c>.
            /// </summary>
            /// <param name="input">A tensor of shape (batch, channels, …), of three dimensions at least.</param>
            /// <param name="size">The number of neighbouring channels.</param>
            /// <param name="alpha">What the mean is multiplied by.</param>
            /// <param name="beta">The exponent.</param>
            /// <param name="k">What is added to the mean.</param>
            /// <returns>A new tensor of the same shape and dtype; <paramref name="input"/> itself where it has no element.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchValueException">The tensor has fewer than three dimensions.</exception>
            /// <exception cref="TorchException">The number of channels is not positive, or the dtype does not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.LocalResponseNorm(Torch.Ones(1, 2, 1), 2, alpha: 2, beta: 1)
            /// // tensor([[[0.5000],
            /// //          [0.3333]]])
            /// </code></example>
            public static Tensor LocalResponseNorm(Tensor input, long size, double alpha = 1e-4, double beta = 0.75, double k = 1.0)
            {
                var shape = NotNull(input).Shape;
                if (shape.Count < 3)
                {
                    throw new TorchValueException(
                        $"Expected 3D or higher dimensionality                          "
                        + $"input (got {shape.Count} dimensions)");
                }

                if (shape.Numel() == 0)
                {
                    return input;
                }

                var (before, after) = (FloorDivide(size, 2), FloorDivide(size - 1, 2));
                var squares = input.Mul(input);
                var mean = shape.Count == 3
                    ? AvgPool2d(Pad(squares.Unsqueeze(1), [0, 0, before, after]), [size, 1], stride: 1).Squeeze(1)
                    : AvgPool3d(
                        Pad(squares.View(shape[0], 1, shape[1], shape[2], -1), [0, 0, 0, 0, before, after]), [size, 1, 1], stride: 1)
                        .Squeeze(1).View(shape);
                return input / mean.Mul(alpha).Add(k).Pow(beta);
            }

            private static void CheckBatch(Shape shape, string shown)
            {
                if (shape.Count == 0)
                {
                    throw new TorchIndexException("tuple index out of range");
                }

                if (IsOne(shape[0], shape))
                {
                    throw new TorchValueException($"Expected more than 1 value per channel when training, got input size {shown}");
                }
            }

            // Whether the product of a number and the sizes from the third on is 1.
            private static bool IsOne(long product, Shape shape)
            {
                for (var i = 2; i < shape.Count; i++)
                {
                    product = unchecked(product * shape[i]);
                }

                return product == 1;
            }

            private static long FloorDivide(long dividend, long divisor) => divisor == -1
                ? unchecked(-dividend)
                : (dividend / divisor) - (dividend % divisor != 0 && (dividend < 0) != (divisor < 0) ? 1 : 0);
        }
    }
}
