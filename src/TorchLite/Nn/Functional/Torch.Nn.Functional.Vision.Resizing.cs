using TorchLite.Printing;

namespace TorchLite;

/// <content>Functions of images: other sizes.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Functional
        {
            private static readonly AtenOperator
                UpsampleNearest1dOperator = new("aten::upsample_nearest1d", "vec"),
                UpsampleNearest2dOperator = new("aten::upsample_nearest2d", "vec"),
                UpsampleNearest3dOperator = new("aten::upsample_nearest3d", "vec"),
                UpsampleNearestExact1dOperator = new("aten::_upsample_nearest_exact1d", "vec"),
                UpsampleNearestExact2dOperator = new("aten::_upsample_nearest_exact2d", "vec"),
                UpsampleNearestExact3dOperator = new("aten::_upsample_nearest_exact3d", "vec"),
                UpsampleLinear1dOperator = new("aten::upsample_linear1d", "vec"),
                UpsampleBilinear2dOperator = new("aten::upsample_bilinear2d", "vec"),
                UpsampleBilinear2dAaOperator = new("aten::_upsample_bilinear2d_aa", "vec"),
                UpsampleTrilinear3dOperator = new("aten::upsample_trilinear3d", "vec"),
                UpsampleBicubic2dOperator = new("aten::upsample_bicubic2d", "vec"),
                UpsampleBicubic2dAaOperator = new("aten::_upsample_bicubic2d_aa", "vec");

            /// <summary>Makes signals, images or volumes larger or smaller: PyTorch's <c>interpolate</c>.</summary>
            /// <param name="input">A tensor of shape (batch, channels, length), (…, height, width) or (…, depth, height, width).</param>
            /// <param name="size">The new length, or height and width, and so on; one for all of them; null: by the factor.</param>
            /// <param name="scaleFactor">
            /// The new size divided by the old, one for all dimensions or one for each; null: by the size.
            /// </param>
            /// <param name="mode">How the elements are found.</param>
            /// <param name="alignCorners">
            /// Whether the centres of the corners keep their places, in the linear and cubic modes only; null: not.
            /// </param>
            /// <param name="recomputeScaleFactor">
            /// Whether to calculate with the factor that comes of the new size, which is rounded down, instead of the given one; null: not.
            /// </param>
            /// <param name="antialias">Whether to smooth what becomes smaller, of images in bilinear or bicubic mode only.</param>
            /// <returns>A new tensor.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchValueException">
            /// Both the size and the factor are given or none, there are not as many as dimensions, or an option is not one of the mode's.
            /// </exception>
            /// <exception cref="TorchNotImplementedException">The mode is not one for so many dimensions.</exception>
            /// <exception cref="TorchException">A size is not positive, or the dtype does not fit.</exception>
            /// <example><code>
            /// var x = Torch.Tensor([[[[1.0, 3.0]]]]);
            /// Torch.Nn.Functional.Interpolate(x, scaleFactor: [1, 2])   // tensor([[[[1., 1., 3., 3.]]]])
            /// Torch.Nn.Functional.Interpolate(x, [1, 3], mode: InterpolationMode.Bilinear, alignCorners: true)
            /// // tensor([[[[1., 2., 3.]]]])
            /// Torch.Nn.Functional.Interpolate(x, 1, mode: InterpolationMode.Area)   // tensor([[[[2.]]]])
            /// </code></example>
            public static Tensor Interpolate(
                Tensor input, Dims? size = null, Ratios? scaleFactor = null, InterpolationMode mode = InterpolationMode.Nearest,
                bool? alignCorners = null, bool? recomputeScaleFactor = null, bool antialias = false)
            {
                NotNull(input);
                var corners = alignCorners ?? false;
                if (alignCorners is not null
                    && mode is InterpolationMode.Nearest or InterpolationMode.Area or InterpolationMode.NearestExact)
                {
                    throw new TorchValueException(
                        "align_corners option can only be set with the interpolating modes: linear | bilinear | bicubic | trilinear");
                }

                var dims = (int)input.Dim() - 2;
                var (newSize, factors) = SizeOrFactors(input, dims, size, scaleFactor);
                if (recomputeScaleFactor == true && newSize is not null)
                {
                    throw new TorchValueException("recompute_scale_factor is not meaningful with an explicit size.");
                }

                if (factors is not null && (recomputeScaleFactor == true || mode == InterpolationMode.Area))
                {
                    newSize = [.. factors.Select((factor, i) => Truncated(input.Size(i + 2) * factor))];
                    factors = null;
                }

                if (antialias && (mode is not (InterpolationMode.Bilinear or InterpolationMode.Bicubic) || dims != 2))
                {
                    throw new TorchValueException(
                        "Anti-alias option is restricted to bilinear and bicubic modes and requires a 4-D tensor as input");
                }

                return (dims, mode) switch
                {
                    (1, InterpolationMode.Nearest) => UpsampleNearest1dOperator.Call(input, newSize, factors),
                    (2, InterpolationMode.Nearest) => UpsampleNearest2dOperator.Call(input, newSize, factors),
                    (3, InterpolationMode.Nearest) => UpsampleNearest3dOperator.Call(input, newSize, factors),
                    (1, InterpolationMode.NearestExact) => UpsampleNearestExact1dOperator.Call(input, newSize, factors),
                    (2, InterpolationMode.NearestExact) => UpsampleNearestExact2dOperator.Call(input, newSize, factors),
                    (3, InterpolationMode.NearestExact) => UpsampleNearestExact3dOperator.Call(input, newSize, factors),
                    (1, InterpolationMode.Area) => AdaptiveAvgPool1d(input, newSize),
                    (2, InterpolationMode.Area) => AdaptiveAvgPool2d(input, newSize),
                    (3, InterpolationMode.Area) => AdaptiveAvgPool3d(input, newSize),
                    (1, InterpolationMode.Linear) => UpsampleLinear1dOperator.Call(input, newSize, corners, factors),
                    (2, InterpolationMode.Bilinear) =>
                        (antialias ? UpsampleBilinear2dAaOperator : UpsampleBilinear2dOperator).Call(input, newSize, corners, factors),
                    (2, InterpolationMode.Bicubic) =>
                        (antialias ? UpsampleBicubic2dAaOperator : UpsampleBicubic2dOperator).Call(input, newSize, corners, factors),
                    (3, InterpolationMode.Trilinear) => UpsampleTrilinear3dOperator.Call(input, newSize, corners, factors),
                    (1 or 2 or 3, InterpolationMode.Linear) => throw OtherDims("linear", 3),
                    (1 or 2 or 3, InterpolationMode.Bilinear) => throw OtherDims("bilinear", 4),
                    (1 or 2 or 3, InterpolationMode.Trilinear) => throw OtherDims("trilinear", 5),
                    _ => throw new TorchNotImplementedException(
                        $"Input Error: Only 3D, 4D and 5D input Tensors supported (got {dims + 2}D) for the modes: nearest | linear | "
                        + $"bilinear | bicubic | trilinear | area | nearest-exact (got {Word(mode)})"),
                };

                TorchNotImplementedException OtherDims(string word, int needed) =>
                    new($"Got {dims + 2}D input, but {word} mode needs {needed}D input");
            }

            /// <summary>Makes signals, images or volumes larger or smaller, as <c>Interpolate</c>: PyTorch's <c>upsample</c>.</summary>
            /// <param name="input">A tensor of shape (batch, channels, length), (…, height, width) or (…, depth, height, width).</param>
            /// <param name="size">The new length, or height and width, and so on; one for all of them; null: by the factor.</param>
            /// <param name="scaleFactor">
            /// The new size divided by the old, one for all dimensions or one for each; null: by the size.
            /// </param>
            /// <param name="mode">How the elements are found.</param>
            /// <param name="alignCorners">
            /// Whether the centres of the corners keep their places, in the linear and cubic modes only; null: not.
            /// </param>
            /// <returns>A new tensor.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">What <c>Interpolate</c> refuses.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.Upsample(Torch.Tensor([[[1.0, 3.0]]]), 4)   // tensor([[[1., 1., 3., 3.]]])
            /// </code></example>
            public static Tensor Upsample(
                Tensor input, Dims? size = null, Ratios? scaleFactor = null, InterpolationMode mode = InterpolationMode.Nearest,
                bool? alignCorners = null) => Interpolate(input, size, scaleFactor, mode, alignCorners);

            /// <summary>Makes them larger or smaller by nearest elements: PyTorch's <c>upsample_nearest</c>.</summary>
            /// <param name="input">A tensor of shape (batch, channels, length), (…, height, width) or (…, depth, height, width).</param>
            /// <param name="size">The new length, or height and width, and so on; one for all of them; null: by the factor.</param>
            /// <param name="scaleFactor">The new size divided by the old; null: by the size.</param>
            /// <returns>A new tensor.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">What <c>Interpolate</c> refuses.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.UpsampleNearest(Torch.Tensor([[[1.0, 3.0]]]), scaleFactor: 2)   // tensor([[[1., 1., 3., 3.]]])
            /// </code></example>
            public static Tensor UpsampleNearest(Tensor input, Dims? size = null, Ratios? scaleFactor = null) =>
                Interpolate(input, size, scaleFactor);

            /// <summary>
            /// Makes images larger or smaller bilinearly, the corners keeping their places: PyTorch's <c>upsample_bilinear</c>.
            /// </summary>
            /// <param name="input">A tensor of shape (batch, channels, height, width).</param>
            /// <param name="size">The new height and width, or one for both; null: by the factor.</param>
            /// <param name="scaleFactor">
            /// The new size divided by the old, one for both dimensions or one for each; null: by the size.
            /// </param>
            /// <returns>A new tensor.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchException">What <c>Interpolate</c> refuses.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.UpsampleBilinear(Torch.Tensor([[[[1.0, 3.0]]]]), [1, 3])   // tensor([[[[1., 2., 3.]]]])
            /// </code></example>
            public static Tensor UpsampleBilinear(Tensor input, Dims? size = null, Ratios? scaleFactor = null) =>
                Interpolate(input, size, scaleFactor, InterpolationMode.Bilinear, alignCorners: true);

            private static (long[]? Size, double[]? Factors) SizeOrFactors(Tensor input, int dims, Dims? size, Ratios? scaleFactor)
            {
                switch (size, scaleFactor)
                {
                    case ({ } given, null):
                        var sizes = given.For(Math.Max(dims, 0));
                        return sizes.Length == Math.Max(dims, 0) ? (sizes, null) : throw new TorchValueException(
                            $"Input and output must have the same number of spatial dimensions, but got input with spatial dimensions of "
                            + $"{List(input.Shape.Skip(2))} and output size of {List(sizes)}. Please provide input tensor in "
                            + $"(N, C, d1, d2, ...,dK) format and output size in (o1, o2, ...,oK) format.");
                    case (null, { } factor):
                        var factors = factor.For(Math.Max(dims, 0));
                        return factors.Length == Math.Max(dims, 0) ? (null, factors) : throw new TorchValueException(
                            $"Input and scale_factor must have the same number of spatial dimensions, but got input with spatial dimensions "
                            + $"of {List(input.Shape.Skip(2))} and scale_factor of shape "
                            + $"[{string.Join(", ", factors.Select(PythonNumber.Format))}]. Please provide input tensor in "
                            + $"(N, C, d1, d2, ...,dK) format and scale_factor in (s1, s2, ...,sK) format.");
                    default:
                        throw new TorchValueException(size is null
                            ? "either size or scale_factor should be defined"
                            : "only one of size or scale_factor should be defined");
                }
            }

            private static string Word(InterpolationMode mode) =>
                mode == InterpolationMode.NearestExact ? "nearest-exact" : mode.ToString().ToLowerInvariant();
        }
    }
}
