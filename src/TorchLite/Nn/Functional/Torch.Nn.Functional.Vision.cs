using TorchLite.Printing;

namespace TorchLite;

/// <content>Functions of images: padding, sampling and rearranging.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Functional
        {
            private static readonly AtenOperator
                PadOperator = new("aten::pad"), GridSamplerOperator = new("aten::grid_sampler"),
                AffineGridGeneratorOperator = new("aten::affine_grid_generator");

            /// <inheritdoc cref="Torch.PixelShuffle(Tensor, long)"/>
            public static Tensor PixelShuffle(Tensor input, long upscaleFactor) => Torch.PixelShuffle(input, upscaleFactor);

            /// <inheritdoc cref="Torch.PixelUnshuffle(Tensor, long)"/>
            public static Tensor PixelUnshuffle(Tensor input, long downscaleFactor) => Torch.PixelUnshuffle(input, downscaleFactor);

            /// <summary>Adds elements around a tensor, or takes them away: PyTorch's <c>pad</c>.</summary>
            /// <param name="input">The tensor.</param>
            /// <param name="pad">
            /// How many at the beginning and the end of the last dimension, then of the one before, and so on; negative takes away.
            /// </param>
            /// <param name="mode">
            /// What they are; but for <c>Constant</c>, the last one, two or three dimensions are padded, of a tensor with the channels and
            /// perhaps the batch before them.
            /// </param>
            /// <param name="value">The number, for <c>Constant</c> only; null: 0.</param>
            /// <returns>A new tensor.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">
            /// The number of sizes or a size does not fit, or the dtype does not have the mode.
            /// </exception>
            /// <example><code>
            /// Torch.Nn.Functional.Pad(Torch.Tensor([1, 2]), [1, 2])             // tensor([0, 1, 2, 0, 0])
            /// Torch.Nn.Functional.Pad(Torch.Tensor([[1, 2]]), [0, 0, 1, 0], value: 9)
            /// // tensor([[9, 9],
            /// //         [1, 2]])
            /// var x = Torch.Tensor([[1.0, 2.0, 3.0]]);
            /// Torch.Nn.Functional.Pad(x, [2, 1], PadMode.Reflect)     // tensor([[3., 2., 1., 2., 3., 2.]])
            /// Torch.Nn.Functional.Pad(x, [2, 1], PadMode.Replicate)   // tensor([[1., 1., 1., 2., 3., 3.]])
            /// Torch.Nn.Functional.Pad(x, [2, 1], PadMode.Circular)    // tensor([[2., 3., 1., 2., 3., 1.]])
            /// </code></example>
            public static Tensor Pad(Tensor input, Dims pad, PadMode mode = PadMode.Constant, double? value = null)
            {
                Arguments.PaddedRows(NotNull(input).Shape, pad.Values);
                return PadOperator.Call(input, pad, mode.ToString().ToLowerInvariant(), value);
            }

            /// <summary>The elements of images or volumes at given places: PyTorch's <c>grid_sample</c>.</summary>
            /// <param name="input">Images of shape (batch, channels, height, width), or volumes with a depth before the height.</param>
            /// <param name="grid">
            /// The places, of shape (batch, height, width, 2) or (batch, depth, height, width, 3): x, y (and z) from -1 at one edge to 1
            /// at the other.
            /// </param>
            /// <param name="mode">How elements between others are found.</param>
            /// <param name="paddingMode">What lies outside.</param>
            /// <param name="alignCorners">
            /// Whether -1 and 1 are the centres of the elements at the edges, and not their outer sides; null: not.
            /// </param>
            /// <returns>A new tensor: (batch, channels, height and width of the grid).</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchValueException">There is no such mode.</exception>
            /// <exception cref="TorchException">The shapes or dtypes do not fit, or volumes are sampled bicubically.</exception>
            /// <example><code>
            /// var image = Torch.Tensor([[[[1.0, 2.0], [3.0, 4.0]]]]);
            /// var places = Torch.Tensor([[[[0.0, 0.0], [1.0, 1.0]]]]);
            /// Torch.Nn.Functional.GridSample(image, places, alignCorners: true)   // tensor([[[[2.5000, 4.0000]]]])
            /// </code></example>
            public static Tensor GridSample(
                Tensor input, Tensor grid, GridSampleMode mode = GridSampleMode.Bilinear,
                GridSamplePaddingMode paddingMode = GridSamplePaddingMode.Zeros, bool? alignCorners = null)
            {
                if (!Enum.IsDefined(mode))
                {
                    throw new TorchValueException(
                        $"nn.functional.grid_sample(): expected mode to be 'bilinear', 'nearest' or 'bicubic', "
                        + $"but got: '{mode.ToString().ToLowerInvariant()}'");
                }

                if (!Enum.IsDefined(paddingMode))
                {
                    throw new TorchValueException(
                        $"nn.functional.grid_sample(): expected padding_mode to be 'zeros', 'border', or 'reflection', "
                        + $"but got: '{paddingMode.ToString().ToLowerInvariant()}'");
                }

                var places = paddingMode == GridSamplePaddingMode.Zeros
                    ? grid
                    : Arguments.Places(NotNull(input), NotNull(grid), paddingMode == GridSamplePaddingMode.Reflection);
                return GridSamplerOperator.Call(input, places, (long)mode, (long)paddingMode, alignCorners ?? false);
            }

            /// <summary>The places that <c>GridSample</c> takes, moved by affine maps: PyTorch's <c>affine_grid</c>.</summary>
            /// <param name="theta">The maps, of shape (batch, 2, 3) for images or (batch, 3, 4) for volumes.</param>
            /// <param name="size">
            /// The size of the result of the sampling: (batch, channels, height, width), with a depth of volumes.
            /// </param>
            /// <param name="alignCorners">
            /// Whether -1 and 1 are the centres of the elements at the edges, and not their outer sides; null: not.
            /// </param>
            /// <returns>A new tensor: (batch, height, width, 2) or (batch, depth, height, width, 3).</returns>
            /// <exception cref="ArgumentNullException"><paramref name="theta"/> is null.</exception>
            /// <exception cref="TorchValueException">
            /// The maps are not floating-point or of another shape, or a size is not positive.
            /// </exception>
            /// <exception cref="TorchNotImplementedException">There are not 4 or 5 sizes.</exception>
            /// <example><code>
            /// var mirror = Torch.Tensor([[[-1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]]);
            /// Torch.Nn.Functional.AffineGrid(mirror, [1, 1, 1, 2])
            /// // tensor([[[[ 0.5000,  0.0000],
            /// //           [-0.5000,  0.0000]]]])
            /// </code></example>
            public static Tensor AffineGrid(Tensor theta, Shape size, bool? alignCorners = null)
            {
                if (!NotNull(theta).DType.IsFloatingPoint)
                {
                    throw new TorchValueException($"Expected theta to have floating point type, but got {theta.DType}");
                }

                var dims = size.Count - 2;
                if (dims is not (2 or 3))
                {
                    throw new TorchNotImplementedException(
                        $"affine_grid only supports 4D and 5D sizes, for 2D and 3D affine transforms, respectively. "
                        + $"Got size {List(size)}.");
                }

                if (theta.Shape is not [_, var rows, var columns] || rows != dims || columns != dims + 1)
                {
                    throw new TorchValueException(
                        $"Expected a batch of {dims}D affine matrices of shape Nx{dims}x{dims + 1} for size {List(size)}. "
                        + $"Got {theta.Shape}.");
                }

                // Of a spatial size of 1 with aligned corners PyTorch only warns.
                return (alignCorners == true && size.Skip(2).Min() == 1) || size.Min() > 0
                    ? AffineGridGeneratorOperator.Call(theta, size, alignCorners ?? false)
                    : throw new TorchValueException($"Expected non-zero, positive output size. Got {List(size)}");
            }

            private static string List(IEnumerable<long> sizes) => PythonText.Of((object)sizes.ToArray());
        }
    }
}
