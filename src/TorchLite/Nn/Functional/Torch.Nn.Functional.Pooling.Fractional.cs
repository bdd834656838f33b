namespace TorchLite;

/// <content>Max pooling with random windows.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Functional
        {
            private static readonly AtenOperator
                FractionalMaxPool2dOperator = new("aten::fractional_max_pool2d"),
                FractionalMaxPool3dOperator = new("aten::fractional_max_pool3d");

            /// <summary>
            /// The greatest element of windows whose steps are drawn so that the result has the given size: PyTorch's
            /// <c>fractional_max_pool2d</c>.
            /// </summary>
            /// <param name="input">A tensor of shape (batch, channels, height, width), or without the batch.</param>
            /// <param name="kernelSize">The size of a window.</param>
            /// <param name="outputSize">The size of the result; null: by the ratio.</param>
            /// <param name="outputRatio">The size of the result divided by that of the input; ignored where the size is given.</param>
            /// <param name="randomSamples">
            /// A random number between 0 and 1 for each sample, channel and dimension, by which the windows are placed; null: they are
            /// drawn.
            /// </param>
            /// <returns>A new tensor of that size.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchValueException">Neither the size nor the ratio is given.</exception>
            /// <exception cref="TorchException">
            /// The shape, a size or the dtype does not fit, or a random number is not between 0 and 1.
            /// </exception>
            /// <example><code>
            /// Torch.Nn.Functional.FractionalMaxPool2d(Torch.Ones(1, 4, 4), 2, outputRatio: 0.5).Shape   // torch.Size([1, 2, 2])
            /// </code></example>
            public static Tensor FractionalMaxPool2d(
                Tensor input, Dims kernelSize, Dims? outputSize = null, Ratios? outputRatio = null, Tensor? randomSamples = null) =>
                FractionalMaxPool2dWithIndices(input, kernelSize, outputSize, outputRatio, randomSamples).Output;

            /// <summary>
            /// The same and where the elements are: PyTorch's <c>fractional_max_pool2d_with_indices</c>, which is
            /// <c>fractional_max_pool2d</c> with
            /// <c>return_indices=True</c>.
            /// </summary>
            /// <param name="input">A tensor of shape (batch, channels, height, width), or without the batch.</param>
            /// <param name="kernelSize">The size of a window.</param>
            /// <param name="outputSize">The size of the result; null: by the ratio.</param>
            /// <param name="outputRatio">The size of the result divided by that of the input; ignored where the size is given.</param>
            /// <param name="randomSamples">
            /// A random number between 0 and 1 for each sample, channel and dimension, by which the windows are placed; null: they are
            /// drawn.
            /// </param>
            /// <returns>The elements, and their positions in the flattened channel, in int64.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchValueException">Neither the size nor the ratio is given.</exception>
            /// <exception cref="TorchException">
            /// The shape, a size or the dtype does not fit, or a random number is not between 0 and 1.
            /// </exception>
            /// <example><code>
            /// Torch.Nn.Functional.FractionalMaxPool2dWithIndices(Torch.Ones(1, 4, 4), 4, outputSize: 1).Indices.Flatten()   // tensor([0])
            /// </code></example>
            public static (Tensor Output, Tensor Indices) FractionalMaxPool2dWithIndices(
                Tensor input, Dims kernelSize, Dims? outputSize = null, Ratios? outputRatio = null, Tensor? randomSamples = null) =>
                FractionalMaxPool(FractionalMaxPool2dOperator, input, kernelSize, outputSize, outputRatio, randomSamples, 2);

            /// <summary>
            /// The greatest element of windows whose steps are drawn so that the result has the given size: PyTorch's
            /// <c>fractional_max_pool3d</c>.
            /// </summary>
            /// <param name="input">A tensor of shape (batch, channels, depth, height, width), or without the batch.</param>
            /// <param name="kernelSize">The size of a window.</param>
            /// <param name="outputSize">The size of the result; null: by the ratio.</param>
            /// <param name="outputRatio">The size of the result divided by that of the input; ignored where the size is given.</param>
            /// <param name="randomSamples">
            /// A random number between 0 and 1 for each sample, channel and dimension, by which the windows are placed; null: they are
            /// drawn.
            /// </param>
            /// <returns>A new tensor of that size.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchValueException">Neither the size nor the ratio is given.</exception>
            /// <exception cref="TorchException">
            /// The shape, a size or the dtype does not fit, or a random number is not between 0 and 1.
            /// </exception>
            /// <example><code>
            /// Torch.Nn.Functional.FractionalMaxPool3d(Torch.Ones(1, 4, 4, 4), 2, outputRatio: 0.5).Shape   // torch.Size([1, 2, 2, 2])
            /// </code></example>
            public static Tensor FractionalMaxPool3d(
                Tensor input, Dims kernelSize, Dims? outputSize = null, Ratios? outputRatio = null, Tensor? randomSamples = null) =>
                FractionalMaxPool3dWithIndices(input, kernelSize, outputSize, outputRatio, randomSamples).Output;

            /// <summary>
            /// The same and where the elements are: PyTorch's <c>fractional_max_pool3d_with_indices</c>, which is
            /// <c>fractional_max_pool3d</c> with
            /// <c>return_indices=True</c>.
            /// </summary>
            /// <param name="input">A tensor of shape (batch, channels, depth, height, width), or without the batch.</param>
            /// <param name="kernelSize">The size of a window.</param>
            /// <param name="outputSize">The size of the result; null: by the ratio.</param>
            /// <param name="outputRatio">The size of the result divided by that of the input; ignored where the size is given.</param>
            /// <param name="randomSamples">
            /// A random number between 0 and 1 for each sample, channel and dimension, by which the windows are placed; null: they are
            /// drawn.
            /// </param>
            /// <returns>The elements, and their positions in the flattened channel, in int64.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchValueException">Neither the size nor the ratio is given.</exception>
            /// <exception cref="TorchException">
            /// The shape, a size or the dtype does not fit, or a random number is not between 0 and 1.
            /// </exception>
            /// <example><code>
            /// Torch.Nn.Functional.FractionalMaxPool3dWithIndices(Torch.Ones(1, 4, 4, 4), 3, outputSize: 1).Indices.Shape
            /// // torch.Size([1, 1, 1, 1])
            /// </code></example>
            public static (Tensor Output, Tensor Indices) FractionalMaxPool3dWithIndices(
                Tensor input, Dims kernelSize, Dims? outputSize = null, Ratios? outputRatio = null, Tensor? randomSamples = null) =>
                FractionalMaxPool(FractionalMaxPool3dOperator, input, kernelSize, outputSize, outputRatio, randomSamples, 3);

            private static (Tensor Output, Tensor Indices) FractionalMaxPool(
                AtenOperator pool, Tensor input, Dims kernelSize, Dims? outputSize, Ratios? outputRatio, Tensor? randomSamples, int dims)
            {
                NotNull(input);
                var size = FractionalSize(input, outputSize, outputRatio, dims);
                var kernel = Arguments.Windows(kernelSize, dims);
                Arguments.Positive(kernel);
                return pool.CallPair(input, kernel, size, FractionalSamples(input, randomSamples, dims));
            }

            private static long[] FractionalSize(Tensor input, Dims? size, Ratios? ratio, int dims)
            {
                if (size is { } given)
                {
                    return Arguments.Windows(given, dims);
                }

                if (ratio is not { } factor)
                {
                    throw new TorchValueException(
                        $"fractional_max_pool{dims}d requires specifying either an output_size or an output_ratio");
                }

                var factors = factor.For(dims);
                return factors.Length == dims
                    ? [.. factors.Select((one, i) => Truncated(input.Size(i - dims) * one))]
                    : throw new TorchValueException(
                        $"fractional_max_pool{dims}d requires output_ratio to either be a single Int or tuple of Ints.");
            }

            // Python's int(number).
            private static long Truncated(double number) => number switch
            {
                double.NaN => throw new TorchValueException("cannot convert float NaN to integer"),
                double.PositiveInfinity or double.NegativeInfinity => throw new TorchException("cannot convert float infinity to integer"),
                _ => (long)number,
            };

            private static Tensor FractionalSamples(Tensor input, Tensor? samples, int dims)
            {
                if (samples is null)
                {
                    var batch = input.Dim() == dims + 1 ? 1 : input.Size(0);
                    return Rand([batch, input.Size(-dims - 1), dims], input.DType, input.Device);
                }

                Arguments.Samples(samples);
                return samples;
            }
        }
    }
}
