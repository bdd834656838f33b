namespace TorchLite;

/// <content>Average and power-average pooling.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Functional
        {
            private static readonly AtenOperator
                AvgPool2dOperator = new("aten::avg_pool2d"), AvgPool3dOperator = new("aten::avg_pool3d");

            /// <inheritdoc cref="Torch.AvgPool1d(Tensor, Dims, Dims?, Dims?, bool, bool)"/>
            public static Tensor AvgPool1d(
                Tensor input, Dims kernelSize, Dims? stride = null, Dims? padding = null, bool ceilMode = false,
                bool countIncludePad = true) =>
                Torch.AvgPool1d(input, kernelSize, stride, padding, ceilMode, countIncludePad);

            /// <summary>The mean of each window: PyTorch's <c>avg_pool2d</c>.</summary>
            /// <param name="input">A tensor of shape (batch, channels, height, width), or without the batch.</param>
            /// <param name="kernelSize">The size of a window.</param>
            /// <param name="stride">The step between windows; null: the size of a window.</param>
            /// <param name="padding">The number of zeros added at each side, at most half a window; null: none.</param>
            /// <param name="ceilMode">Whether to include windows that extend beyond the end.</param>
            /// <param name="countIncludePad">Whether to include the padding in the mean.</param>
            /// <param name="divisorOverride">What the sum of a window is divided by; null: the number of its elements.</param>
            /// <returns>A new tensor with an element for each window.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">The shape, a size or the dtype does not fit, or the divisor is zero.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.AvgPool2d(Torch.Arange(16.0).View(1, 4, 4), 2)
            /// // tensor([[[ 2.5000,  4.5000],
            /// //          [10.5000, 12.5000]]])
            /// Torch.Nn.Functional.AvgPool2d(Torch.Ones(1, 2, 2), 2, padding: 1, countIncludePad: false)
            /// // tensor([[[1., 1.],
            /// //          [1., 1.]]])
            /// </code></example>
            public static Tensor AvgPool2d(
                Tensor input, Dims kernelSize, Dims? stride = null, Dims? padding = null, bool ceilMode = false,
                bool countIncludePad = true, long? divisorOverride = null) =>
                AvgPool2dOperator.Call(
                    input, Arguments.Windows(kernelSize, 2), Arguments.Windows(stride, 2),
                    Arguments.Windows(padding ?? 0, 2), ceilMode, countIncludePad, divisorOverride);

            /// <summary>The mean of each window: PyTorch's <c>avg_pool3d</c>.</summary>
            /// <param name="input">A tensor of shape (batch, channels, depth, height, width), or without the batch.</param>
            /// <param name="kernelSize">The size of a window.</param>
            /// <param name="stride">The step between windows; null: the size of a window.</param>
            /// <param name="padding">The number of zeros added at each side, at most half a window; null: none.</param>
            /// <param name="ceilMode">Whether to include windows that extend beyond the end.</param>
            /// <param name="countIncludePad">Whether to include the padding in the mean.</param>
            /// <param name="divisorOverride">What the sum of a window is divided by; null: the number of its elements.</param>
            /// <returns>A new tensor with an element for each window.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">The shape, a size or the dtype does not fit, or the divisor is zero.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.AvgPool3d(Torch.Arange(8.0).View(1, 2, 2, 2), 2)   // tensor([[[[3.5000]]]])
            /// </code></example>
            public static Tensor AvgPool3d(
                Tensor input, Dims kernelSize, Dims? stride = null, Dims? padding = null, bool ceilMode = false,
                bool countIncludePad = true, long? divisorOverride = null) =>
                AvgPool3dOperator.Call(
                    input, Arguments.Windows(kernelSize, 3), Arguments.Windows(stride, 3),
                    Arguments.Windows(padding ?? 0, 3), ceilMode, countIncludePad, divisorOverride);

            /// <summary>
            /// The p-norm of each window, which is the sum for 1 and the maximum for infinity: PyTorch's <c>lp_pool1d</c>.
            /// </summary>
            /// <param name="input">A tensor of shape (batch, channels, length), or without the batch.</param>
            /// <param name="normType">The order p of the norm.</param>
            /// <param name="kernelSize">The size of a window.</param>
            /// <param name="stride">The step between windows; null: the size of a window.</param>
            /// <param name="ceilMode">Whether to include windows that extend beyond the end.</param>
            /// <returns>A new tensor with an element for each window.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchValueException">The order is 0.</exception>
            /// <exception cref="TorchException">The shape, a size or the dtype does not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.LpPool1d(Torch.Tensor([[3.0, 4.0, 5.0, 12.0]]), normType: 2, kernelSize: 2)   // tensor([[ 5., 13.]])
            /// </code></example>
            public static Tensor LpPool1d(
                Tensor input, Scalar normType, long kernelSize, Dims? stride = null, bool ceilMode = false)
            {
                NotNull(input);
                return MaximumOf(normType) is { } sign
                    ? sign * MaxPool1d(sign * input.Abs(), kernelSize, stride, ceilMode: ceilMode)
                    : Norms(AvgPool1d(input.Pow(normType), kernelSize, stride, 0, ceilMode), normType, kernelSize);
            }

            /// <summary>
            /// The p-norm of each window, which is the sum for 1 and the maximum for infinity: PyTorch's <c>lp_pool2d</c>.
            /// </summary>
            /// <param name="input">A tensor of shape (batch, channels, height, width), or without the batch.</param>
            /// <param name="normType">The order p of the norm.</param>
            /// <param name="kernelSize">The size of a window.</param>
            /// <param name="stride">The step between windows; null: the size of a window.</param>
            /// <param name="ceilMode">Whether to include windows that extend beyond the end.</param>
            /// <returns>A new tensor with an element for each window.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchValueException">The order is 0.</exception>
            /// <exception cref="TorchException">The shape, a size or the dtype does not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.LpPool2d(Torch.Tensor([[[1.0, 3.0], [5.0, 1.0]]]), normType: 2, kernelSize: 2)   // tensor([[[6.]]])
            /// </code></example>
            public static Tensor LpPool2d(
                Tensor input, Scalar normType, Dims kernelSize, Dims? stride = null, bool ceilMode = false)
            {
                NotNull(input);
                return MaximumOf(normType) is { } sign
                    ? sign * MaxPool2d(sign * input.Abs(), kernelSize, stride, ceilMode: ceilMode)
                    : Norms(AvgPool2d(input.Pow(normType), kernelSize, stride, 0, ceilMode), normType, Product(kernelSize.For(2)));
            }

            /// <summary>
            /// The p-norm of each window, which is the sum for 1 and the maximum for infinity: PyTorch's <c>lp_pool3d</c>.
            /// </summary>
            /// <param name="input">A tensor of shape (batch, channels, depth, height, width), or without the batch.</param>
            /// <param name="normType">The order p of the norm.</param>
            /// <param name="kernelSize">The size of a window.</param>
            /// <param name="stride">The step between windows; null: the size of a window.</param>
            /// <param name="ceilMode">Whether to include windows that extend beyond the end.</param>
            /// <returns>A new tensor with an element for each window.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchValueException">The order is 0.</exception>
            /// <exception cref="TorchException">The shape, a size or the dtype does not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.LpPool3d(Torch.Ones(1, 2, 2, 2), normType: 1, kernelSize: 2)   // tensor([[[[8.]]]])
            /// </code></example>
            public static Tensor LpPool3d(
                Tensor input, Scalar normType, Dims kernelSize, Dims? stride = null, bool ceilMode = false)
            {
                NotNull(input);
                return MaximumOf(normType) is { } sign
                    ? sign * MaxPool3d(sign * input.Abs(), kernelSize, stride, ceilMode: ceilMode)
                    : Norms(AvgPool3d(input.Pow(normType), kernelSize, stride, 0, ceilMode), normType, Product(kernelSize.For(3)));
            }

            // A norm of infinite order is a maximum, of one below zero a minimum; null where the order is finite.
            private static double? MaximumOf(Scalar order) => (double)order switch
            {
                0 => throw new TorchValueException($"norm_type must be a non-zero value, but got {order}"),
                double.PositiveInfinity => 1,
                double.NegativeInfinity => -1,
                _ => null,
            };

            private static Tensor Norms(Tensor means, Scalar order, long count) =>
                (means.Sign() * means.Abs().Relu()).Mul(count).Pow(1.0 / (double)order);

            private static long Product(long[] sizes) => sizes.Aggregate(1L, static (product, size) => product * size);
        }
    }
}
