namespace TorchLite;

/// <content>Dropout.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Functional
        {
            private static readonly AtenOperator DropoutOperator = new("aten::dropout"), DropoutInPlace = new("aten::dropout_");
            private static readonly AtenOperator
                AlphaDropoutOperator = new("aten::alpha_dropout"), AlphaDropoutInPlace = new("aten::alpha_dropout_");
            private static readonly AtenOperator
                FeatureDropoutOperator = new("aten::feature_dropout"), FeatureDropoutInPlace = new("aten::feature_dropout_");
            private static readonly AtenOperator FeatureAlphaDropoutOperator = new("aten::feature_alpha_dropout"),
                FeatureAlphaDropoutInPlace = new("aten::feature_alpha_dropout_");

            /// <summary>Replaces random elements by 0 and divides the others by 1 - p: PyTorch's <c>dropout</c>.</summary>
            /// <param name="input">The tensor.</param>
            /// <param name="p">The probability that an element becomes 0.</param>
            /// <param name="training">Whether a network is trained; if not, the input is returned.</param>
            /// <param name="inplace">Whether to change <paramref name="input"/> and return it.</param>
            /// <returns>A tensor of the same shape and dtype.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchValueException">The probability is not between 0 and 1.</exception>
            /// <exception cref="TorchException">
            /// The dtype is not floating-point, or a leaf that requires gradients is to be changed.
            /// </exception>
            /// <example><code>
            /// Torch.ManualSeed(0);
            /// Torch.Nn.Functional.Dropout(Torch.Ones(6))   // tensor([0., 0., 2., 0., 0., 0.])
            /// Torch.Nn.Functional.Dropout(Torch.Ones(3), training: false)   // tensor([1., 1., 1.])
            /// </code></example>
            public static Tensor Dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                Drop(DropoutOperator, DropoutInPlace, input, p, training, inplace);

            /// <summary>
            /// Replaces random elements by the least value of <c>selu</c> and keeps mean and variance: PyTorch's <c>alpha_dropout</c>.
            /// </summary>
            /// <param name="input">The tensor.</param>
            /// <param name="p">The probability that an element becomes 0.</param>
            /// <param name="training">Whether a network is trained; if not, the input is returned.</param>
            /// <param name="inplace">Whether to change <paramref name="input"/> and return it.</param>
            /// <returns>A tensor of the same shape and dtype.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchValueException">The probability is not between 0 and 1.</exception>
            /// <exception cref="TorchException">
            /// The dtype is not floating-point, or a leaf that requires gradients is to be changed.
            /// </exception>
            /// <example><code>
            /// Torch.ManualSeed(0);
            /// Torch.Nn.Functional.AlphaDropout(Torch.Ones(4), training: true)   // tensor([-0.7792, -0.7792,  1.6656, -0.7792])
            /// </code></example>
            public static Tensor AlphaDropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                Drop(AlphaDropoutOperator, AlphaDropoutInPlace, input, p, training, inplace);

            /// <summary>
            /// Does to whole channels what <c>alpha_dropout</c> does to elements: PyTorch's <c>feature_alpha_dropout</c>.
            /// </summary>
            /// <param name="input">A tensor of shape (batch, channels, …).</param>
            /// <param name="p">The probability that a channel is dropped.</param>
            /// <param name="training">Whether a network is trained; if not, the input is returned.</param>
            /// <param name="inplace">Whether to change <paramref name="input"/> and return it.</param>
            /// <returns>A tensor of the same shape and dtype.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchValueException">The probability is not between 0 and 1.</exception>
            /// <exception cref="TorchException">
            /// The dtype is not floating-point, the tensor has too few dimensions, or a leaf that requires gradients is to be changed.
            /// </exception>
            /// <example><code>
            /// Torch.ManualSeed(0);
            /// Torch.Nn.Functional.FeatureAlphaDropout(Torch.Ones(1, 3, 2), training: true)
            /// // tensor([[[-0.7792, -0.7792],
            /// //          [-0.7792, -0.7792],
            /// //          [ 1.6656,  1.6656]]])
            /// </code></example>
            public static Tensor FeatureAlphaDropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                Drop(FeatureAlphaDropoutOperator, FeatureAlphaDropoutInPlace, input, p, training, inplace);

            /// <summary>Replaces random channels of signals by 0 and divides the others by 1 - p: PyTorch's <c>dropout1d</c>.</summary>
            /// <param name="input">A tensor of shape (batch, channels, length), or without the batch.</param>
            /// <param name="p">The probability that a channel is dropped.</param>
            /// <param name="training">Whether a network is trained; if not, the input is returned.</param>
            /// <param name="inplace">Whether to change <paramref name="input"/> and return it.</param>
            /// <returns>A tensor of the same shape and dtype.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchValueException">The probability is not between 0 and 1.</exception>
            /// <exception cref="TorchException">
            /// The tensor has other than 2 or 3 dimensions, the dtype is not floating-point, or a leaf that requires gradients is to be
            /// changed.
            /// </exception>
            /// <example><code>
            /// Torch.ManualSeed(0);
            /// Torch.Nn.Functional.Dropout1d(Torch.Ones(1, 3, 2))
            /// // tensor([[[0., 0.],
            /// //          [0., 0.],
            /// //          [2., 2.]]])
            /// </code></example>
            public static Tensor Dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
            {
                var dims = CheckedDims(input, p);
                return dims is 2 or 3 ? DropFeatures(input, p, training, inplace, hasBatch: dims == 3)
                    : throw new TorchException(
                        $"dropout1d: Expected 2D or 3D input, but received a {dims}D input. Note that dropout1d exists to provide "
                        + $"channel-wise dropout on inputs with 1 spatial dimension, a channel dimension, "
                        + $"and an optional batch dimension (i.e. 2D or 3D inputs).");
            }

            /// <summary>Replaces random channels of images by 0 and divides the others by 1 - p: PyTorch's <c>dropout2d</c>.</summary>
            /// <param name="input">A tensor of shape (batch, channels, height, width).</param>
            /// <param name="p">The probability that a channel is dropped.</param>
            /// <param name="training">Whether a network is trained; if not, the input is returned.</param>
            /// <param name="inplace">Whether to change <paramref name="input"/> and return it.</param>
            /// <returns>A tensor of the same shape and dtype.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchValueException">The probability is not between 0 and 1.</exception>
            /// <exception cref="TorchException">
            /// The dtype is not floating-point, the tensor has too few dimensions, or a leaf that requires gradients is to be changed.
            /// </exception>
            /// <example><code>
            /// Torch.ManualSeed(0);
            /// Torch.Nn.Functional.Dropout2d(Torch.Ones(1, 3, 1, 2)).View(3, 2)
            /// // tensor([[0., 0.],
            /// //         [0., 0.],
            /// //         [2., 2.]])
            /// </code></example>
            public static Tensor Dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
            {
                CheckedDims(input, p);
                return DropFeatures(input, p, training, inplace, hasBatch: true);
            }

            /// <summary>Replaces random channels of volumes by 0 and divides the others by 1 - p: PyTorch's <c>dropout3d</c>.</summary>
            /// <param name="input">A tensor of shape (batch, channels, depth, height, width), or without the batch.</param>
            /// <param name="p">The probability that a channel is dropped.</param>
            /// <param name="training">Whether a network is trained; if not, the input is returned.</param>
            /// <param name="inplace">Whether to change <paramref name="input"/> and return it.</param>
            /// <returns>A tensor of the same shape and dtype.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchValueException">The probability is not between 0 and 1.</exception>
            /// <exception cref="TorchException">
            /// The dtype is not floating-point, the tensor has too few dimensions, or a leaf that requires gradients is to be changed.
            /// </exception>
            /// <example><code>
            /// Torch.ManualSeed(0);
            /// Torch.Nn.Functional.Dropout3d(Torch.Ones(3, 1, 1, 2)).View(3, 2)
            /// // tensor([[0., 0.],
            /// //         [0., 0.],
            /// //         [2., 2.]])
            /// </code></example>
            public static Tensor Dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                DropFeatures(input, p, training, inplace, hasBatch: CheckedDims(input, p) == 5);

            private static Tensor Drop(AtenOperator drop, AtenOperator dropInPlace, Tensor input, double p, bool training, bool inplace)
            {
                var dims = CheckedDims(input, p);
                if (training && p is > 0 and < 1 && Generator.For(input) is not null && input.Numel() > 0)
                {
                    var (isFeature, isAlpha) = (
                        drop == FeatureDropoutOperator || drop == FeatureAlphaDropoutOperator,
                        drop == AlphaDropoutOperator || drop == FeatureAlphaDropoutOperator);
                    if (!isFeature || dims > 1)
                    {
                        return DropOnWorker(input, p, inplace, isFeature, isAlpha);
                    }
                }

                return inplace ? dropInPlace.CallInPlace(input, p, training) : drop.Call(input, p, training);
            }

            // libtorch's own steps, whose operator takes no generator, with the numbers of the thread's.
            private static Tensor DropOnWorker(Tensor input, double p, bool inplace, bool isFeature, bool isAlpha)
            {
                Tensor noise;
                Tensor? shift;
                using (NoGrad())
                {
                    noise = isFeature
                        ? input.NewEmpty([input.Size(0), input.Size(1), .. Enumerable.Repeat(1L, (int)input.Dim() - 2)])
                        : EmptyLike(input);
                    noise.Bernoulli_(1 - p);
                    shift = isAlpha ? Alpha(noise, p) : null;
                    noise = isAlpha ? noise : noise.Div_(1 - p);
                }

                var kept = inplace ? input.Mul_(noise) : input.Mul(noise);
                return shift is null ? kept : inplace ? kept.Add_(shift) : kept.Add(shift);
            }

            // Of what becomes of the elements: the factor of each, in place, and what is added.
            private static Tensor Alpha(Tensor noise, double p)
            {
                const double Alpha = 1.7580993408473766;
                var scale = 1 / Math.Sqrt(((Alpha * Alpha * p) + 1) * (1 - p));
                var shift = noise.Add(-1).Mul_(Alpha * scale).Add_(Alpha * scale * p);
                noise.Mul_(scale);
                return shift;
            }

            private static Tensor DropFeatures(Tensor input, double p, bool training, bool inplace, bool hasBatch)
            {
                if (hasBatch)
                {
                    return Drop(FeatureDropoutOperator, FeatureDropoutInPlace, input, p, training, inplace);
                }

                var batch = inplace ? input.Unsqueeze_(0) : input.Unsqueeze(0);
                var dropped = Drop(FeatureDropoutOperator, FeatureDropoutInPlace, batch, p, training, inplace);
                return inplace ? dropped.Squeeze_(0) : dropped.Squeeze(0);
            }

            private static long CheckedDims(Tensor input, double p) => p is >= 0 and <= 1 || double.IsNaN(p)
                ? NotNull(input).Dim()
                : throw new TorchValueException($"dropout probability has to be between 0 and 1, but got {(Scalar)p}");
        }
    }
}
