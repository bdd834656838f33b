using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using TorchLite.Vision.Transforms;
using F = TorchLite.Torch.Nn.Functional;

namespace TorchLite;

public static partial class TorchVision
{
    public static partial class Transforms
    {
        public static partial class Functional
        {
            /// <summary>Mirrors an image, left for right: torchvision's <c>horizontal_flip</c>.</summary>
            /// <param name="image">The image.</param>
            /// <returns>A new image.</returns>
            /// <example><code>
            /// TorchVision.Transforms.Functional.HorizontalFlip(Torch.Tensor([[[1, 2, 3]]]))   // tensor([[[3, 2, 1]]])
            /// </code></example>
            public static Tensor HorizontalFlip(Tensor image) => Torch.Flip(image, -1);

            /// <summary>Mirrors an image, top for bottom: torchvision's <c>vertical_flip</c>.</summary>
            /// <param name="image">The image.</param>
            /// <returns>A new image.</returns>
            /// <example><code>
            /// TorchVision.Transforms.Functional.VerticalFlip(Torch.Tensor([[[1], [2]]]))
            /// // tensor([[[2],
            /// //          [1]]])
            /// </code></example>
            public static Tensor VerticalFlip(Tensor image) => Torch.Flip(image, -2);

            /// <summary>Makes an image larger or smaller: torchvision's <c>resize</c>.</summary>
            /// <param name="image">The image.</param>
            /// <param name="size">
            /// Height and width; or one number, which the shorter side becomes while the proportions stay; null: the longer side becomes
            /// <paramref name="maxSize"/>.
            /// </param>
            /// <param name="interpolation">How pixels are made of others: Nearest, NearestExact, Bilinear or Bicubic.</param>
            /// <param name="maxSize">What the longer side may become at most.</param>
            /// <param name="antialias">Whether a smaller image is made of all pixels, for bilinear and bicubic ones.</param>
            /// <returns>A new image, or this one where it has the size.</returns>
            /// <exception cref="TorchValueException">
            /// There is no size and no <paramref name="maxSize"/>; or <paramref name="maxSize"/> is given with two sizes, or is not larger
            /// than the one; or the image has fewer than 3 dimensions.
            /// </exception>
            /// <exception cref="DivideByZeroException">There is one size, and a side of the image has no pixel.</exception>
            /// <example><code>
            /// var image = Torch.Arange(8.0).Reshape(1, 2, 4);
            /// TorchVision.Transforms.Functional.Resize(image, [1, 2])   // tensor([[[2.7143, 4.2857]]])
            /// TorchVision.Transforms.Functional.Resize(image, 4).Shape   // torch.Size([1, 4, 8])
            /// </code></example>
            public static Tensor Resize(
                Tensor image, Dims? size, InterpolationMode interpolation = InterpolationMode.Bilinear, long? maxSize = null,
                bool antialias = true)
            {
                var (height, width) = SizeOf(image);
                var wanted = Resized((height, width), size is { } given ? [.. given] : null, maxSize);
                if (wanted == (height, width))
                {
                    return image;
                }

                long[] shape = [.. image.Shape[..^2], wanted.Height, wanted.Width];
                if (image.Numel() == 0)
                {
                    return image.Reshape(shape);
                }

                var dtype = image.DType;
                var isNearest = interpolation is InterpolationMode.Nearest or InterpolationMode.NearestExact;
                var isKept = dtype == DType.Float32 || dtype == DType.Float64 || (dtype == DType.Uint8 && (isNearest
                    || (image.Device.Type == "cpu" && (interpolation == InterpolationMode.Bicubic || HasVectors))));
                var batch = Batch(image);
                var resized = F.Interpolate(
                    isKept ? batch : batch.To(DType.Float32), [wanted.Height, wanted.Width], mode: interpolation,
                    alignCorners: isNearest ? null : false, antialias: antialias && !isNearest);
                if (!isKept)
                {
                    if (interpolation == InterpolationMode.Bicubic && dtype == DType.Uint8)
                    {
                        resized.Clamp_(min: 0, max: 255);
                    }

                    // Of bools what is not zero is true.
                    resized = (dtype.IsFloatingPoint || dtype == DType.Bool ? resized : resized.Round_()).To(dtype);
                }

                return resized.Reshape(shape);
            }

            /// <summary>Cuts a piece out of an image; where it reaches beyond, there are zeros: torchvision's <c>crop</c>.</summary>
            /// <param name="image">The image; without channels too, where the piece lies within.</param>
            /// <param name="top">The first row.</param>
            /// <param name="left">The first column.</param>
            /// <param name="height">How many rows.</param>
            /// <param name="width">How many columns.</param>
            /// <returns>A view of the image, or a new one.</returns>
            /// <exception cref="TorchValueException">The image has too few dimensions.</exception>
            /// <example><code>
            /// TorchVision.Transforms.Functional.Crop(Torch.Arange(9).Reshape(1, 3, 3), 1, 1, 2, 3)
            /// // tensor([[[4, 5, 0],
            /// //          [7, 8, 0]]])
            /// </code></example>
            public static Tensor Crop(Tensor image, long top, long left, long height, long width)
            {
                var (tall, wide) = SizeOf(image, dimensions: 2);
                var (right, bottom) = (left + width, top + height);
                if (left >= 0 && top >= 0 && right <= wide && bottom <= tall)
                {
                    return image.Narrow(-2, top, height).Narrow(-1, left, width);
                }

                _ = SizeOf(image);

                var inside = Between(Between(image, -2, top, bottom), -1, left, right);
                return PadSides(inside, [
                    Math.Max(Math.Min(right, 0) - left, 0), Math.Max(right - Math.Max(wide, left), 0),
                    Math.Max(Math.Min(bottom, 0) - top, 0), Math.Max(bottom - Math.Max(tall, top), 0)]);
            }

            /// <summary>
            /// Cuts out the middle of an image; where that is too small, zeros are put around it: torchvision's <c>center_crop</c>.
            /// </summary>
            /// <param name="image">The image, with channels or without.</param>
            /// <param name="outputSize">One size for both, or height and width.</param>
            /// <returns>A view of the image, or a new one.</returns>
            /// <exception cref="TorchValueException">The image has fewer than 2 dimensions.</exception>
            /// <example><code>
            /// TorchVision.Transforms.Functional.CenterCrop(Torch.Arange(12).Reshape(1, 3, 4), [1, 2])   // tensor([[[5, 6]]])
            /// </code></example>
            public static Tensor CenterCrop(Tensor image, Dims outputSize)
            {
                var (tall, wide) = SizeOf(image, dimensions: 2);
                long[] sizes = [.. outputSize];
                var (height, width) = (sizes[0], sizes[^1]);
                if (image.Numel() == 0)
                {
                    return image.Reshape([.. image.Shape[..^2], height, width]);
                }

                var (missingRows, missingColumns) = (Math.Max(height - tall, 0), Math.Max(width - wide, 0));
                if (missingRows > 0 || missingColumns > 0)
                {
                    image = F.Pad(image, [missingColumns / 2, (missingColumns + 1) / 2, missingRows / 2, (missingRows + 1) / 2]);
                    (tall, wide) = SizeOf(image, dimensions: 2);
                }

                return Crop(image, (long)Math.Round((tall - height) / 2.0), (long)Math.Round((wide - width) / 2.0), height, width);
            }

            /// <summary>Cuts a piece out of an image, and makes it as large as wanted: torchvision's <c>resized_crop</c>.</summary>
            /// <param name="image">The image.</param>
            /// <param name="top">The first row.</param>
            /// <param name="left">The first column.</param>
            /// <param name="height">How many rows.</param>
            /// <param name="width">How many columns.</param>
            /// <param name="size">The size that it becomes.</param>
            /// <param name="interpolation">How pixels are made of others.</param>
            /// <param name="antialias">Whether a smaller image is made of all pixels.</param>
            /// <returns>A new image, or a view.</returns>
            /// <exception cref="TorchValueException">The image has fewer than 3 dimensions.</exception>
            /// <example><code>
            /// TorchVision.Transforms.Functional.ResizedCrop(Torch.Rand(3, 8, 8), 2, 2, 4, 4, [2, 2]).Shape   // torch.Size([3, 2, 2])
            /// </code></example>
            public static Tensor ResizedCrop(
                Tensor image, long top, long left, long height, long width, Dims size,
                InterpolationMode interpolation = InterpolationMode.Bilinear, bool antialias = true)
            {
                _ = SizeOf(image);
                return Resize(Crop(image, top, left, height, width), size, interpolation, antialias: antialias);
            }

            /// <summary>Puts a border around an image: torchvision's <c>pad</c>.</summary>
            /// <param name="image">The image.</param>
            /// <param name="padding">
            /// How wide: one number; or left and right, top and bottom; or left, top, right, bottom. What is negative is cut off.
            /// </param>
            /// <param name="fill">What the border is filled with, where <paramref name="paddingMode"/> is Constant.</param>
            /// <param name="paddingMode">With what it is filled.</param>
            /// <returns>A new image.</returns>
            /// <exception cref="TorchValueException">
            /// There are not one, two or four numbers; or there are several to fill with and the mode is not Constant; or the image has
            /// fewer than 3 dimensions.
            /// </exception>
            /// <example><code>
            /// TorchVision.Transforms.Functional.Pad(Torch.Tensor([[[1, 2]]]), [1, 0], paddingMode: ImagePaddingMode.Edge)
            /// // tensor([[[1, 1, 2, 2]]])
            /// </code></example>
            public static Tensor Pad(
                Tensor image, Dims padding, Fill fill = default, ImagePaddingMode paddingMode = ImagePaddingMode.Constant)
            {
                ArgumentNullException.ThrowIfNull(image);
                var sides = Sides([.. padding]);
                if (fill.Values is [var one])
                {
                    return PadSides(image, sides, one, paddingMode);
                }

                if (paddingMode != ImagePaddingMode.Constant)
                {
                    throw new TorchValueException($"Padding mode '{PythonForm.Of(paddingMode)}' is not supported if fill is not scalar");
                }

                var padded = PadSides(image, sides);
                var color = Torch.Tensor([.. fill.Values], device: image.Device).To(image.DType).Reshape(-1, 1, 1);
                Paint(-2, 0, sides[2]);
                Paint(-1, 0, sides[0]);
                Paint(-2, padded.Size(-2) - sides[3], sides[3]);
                Paint(-1, padded.Size(-1) - sides[1], sides[1]);
                return padded;

                void Paint(int dim, long from, long count)
                {
                    if (count > 0)
                    {
                        var side = padded.Narrow(dim, from, count);
                        side.Copy_(color.Expand([.. side.Shape]));
                    }
                }
            }

            /// <summary>Turns an image: torchvision's <c>rotate</c>.</summary>
            /// <param name="image">The image.</param>
            /// <param name="angle">The angle in degrees, against the clock.</param>
            /// <param name="interpolation">How pixels are made of others: Nearest or Bilinear.</param>
            /// <param name="expand">Whether the image becomes so large that all of the turned one is in it.</param>
            /// <param name="center">
            /// The point around which it is turned, x and y in pixels from the upper left corner; null: the middle.
            /// </param>
            /// <param name="fill">What the corners are filled with; null: zeros, into which the border fades with Bilinear.</param>
            /// <returns>A new image.</returns>
            /// <exception cref="TorchValueException">
            /// The interpolation is another, or there are neither one nor as many numbers to fill with as channels, or the image has fewer
            /// than 3 dimensions.
            /// </exception>
            /// <example><code>
            /// TorchVision.Transforms.Functional.Rotate(Torch.Tensor([[[1, 2], [3, 4]]]), 90)
            /// // tensor([[[2, 4],
            /// //          [1, 3]]])
            /// </code></example>
            public static Tensor Rotate(
                Tensor image, double angle, InterpolationMode interpolation = InterpolationMode.Nearest, bool expand = false,
                (double X, double Y)? center = null, Fill? fill = null)
            {
                ArgumentNullException.ThrowIfNull(image);

                // As Python's %, whose result is never negative.
                angle -= 360 * Math.Floor(angle / 360);
                if (center is null && (angle is 0 or 180
                    || ((expand || SizeOf(image, dimensions: 2) is var (tallest, widest) && tallest == widest) && angle is 90 or 270)))
                {
                    return angle == 0 ? image.Clone() : Torch.Rot90(image, (long)angle / 90, [-2, -1]);
                }

                if (interpolation is not (InterpolationMode.Nearest or InterpolationMode.Bilinear))
                {
                    throw new TorchValueException(
                        $"Interpolation mode '{$"{interpolation}".ToLowerInvariant()}' is unsupported with Tensor input");
                }

                var (height, width) = SizeOf(image);
                if (fill is { Values.Length: > 1 and var count } && count != image.Size(-3))
                {
                    throw new TorchValueException(
                        "The number of elements in 'fill' cannot broadcast to match the number of channels of the image "
                        + $"({count} != {image.Size(-3)})");
                }

                var (x, y) = center is var (givenX, givenY) ? (givenX - (width * 0.5), givenY - (height * 0.5)) : (0, 0);
                var matrix = Turned(x, y, -angle);
                var (wide, tall) = expand ? Bounds(matrix, width, height) : (width, height);
                var dtype = image.DType.IsFloatingPoint ? image.DType : DType.Float32;
                var grid = Grid(Torch.Tensor([.. matrix], dtype: dtype, device: image.Device).Reshape(1, 2, 3), width, height, wide, tall);
                return Sampled(image, grid, interpolation == InterpolationMode.Nearest, fill);
            }

            /// <summary>Left, right, top and bottom of what is given for a border.</summary>
            internal static long[] Sides(long[] padding) => padding switch
            {
                [var all] => [all, all, all, all],
                [var beside, var above] => [beside, beside, above, above],
                [var left, var top, var right, var bottom] => [left, right, top, bottom],
                _ => throw new TorchValueException(
                    $"Padding must be an int or a 1, 2, or 4 element tuple or list. Found {padding.Length}"),
            };

            // What libtorch's kernels for bytes are made of.
            private static bool HasVectors => Avx2.IsSupported || RuntimeInformation.ProcessArchitecture == Architecture.Arm64;

            // Where torchvision's own answer is what Python says of a tuple that is too short, this is its sentence of other places.
            private static (long Height, long Width) SizeOf(Tensor image, int dimensions = 3)
            {
                ArgumentNullException.ThrowIfNull(image);
                return image.Dim() >= dimensions ? (image.Size(-2), image.Size(-1)) : throw new TorchValueException(
                    $"Expected tensor to be a tensor image of size (..., C, H, W). Got {image.Shape}.");
            }

            // With one dimension before the channels. Of no pixels libtorch could not tell how many images they are.
            private static Tensor Batch(Tensor image)
            {
                var (height, width) = SizeOf(image);
                return image.Reshape(image.Shape[..^3].Aggregate(1L, static (a, b) => a * b), image.Size(-3), height, width);
            }

            private static Tensor Between(Tensor image, int dim, long from, long to)
            {
                var length = image.Size(dim);
                from = Math.Clamp(from, 0, length);
                to = to < 0 ? to + length : to;
                return image.Narrow(dim, from, Math.Max(Math.Clamp(to, 0, length) - from, 0));
            }

            private static (long Height, long Width) Resized((long Height, long Width) image, long[]? size, long? maxSize)
            {
                if (size is [var height, var width])
                {
                    return maxSize is null ? (height, width) : throw new TorchValueException(
                        "max_size should only be passed if size is None or specifies the length of the smaller edge, "
                        + "i.e. size should be an int or a sequence of length 1 in torchscript mode.");
                }

                var (shorter, longer) = (Math.Min(image.Height, image.Width), Math.Max(image.Height, image.Width));
                long least, greatest;
                if (size is null)
                {
                    greatest = maxSize ?? throw new TorchValueException(
                        "max_size must be an integer when size is None, but got None instead.");
                    least = (long)((double)(greatest * shorter) / NotZero(longer));
                }
                else
                {
                    (least, greatest) = (size[0], (long)((double)(size[0] * longer) / NotZero(shorter)));
                    if (maxSize <= least)
                    {
                        throw new TorchValueException(
                            $"max_size = {maxSize} must be strictly greater than the requested size for the smaller edge size = [{least}]");
                    }

                    if (greatest > maxSize)
                    {
                        (least, greatest) = ((long)((double)(maxSize.Value * least) / greatest), maxSize.Value);
                    }
                }

                return image.Width <= image.Height ? (greatest, least) : (least, greatest);
            }

            private static long NotZero(long side) => side != 0 ? side : throw new DivideByZeroException("division by zero");

            // Left, right, top, bottom.
            private static Tensor PadSides(Tensor image, long[] sides, double fill = 0, ImagePaddingMode mode = ImagePaddingMode.Constant)
            {
                var batch = Batch(image);
                var padded = mode switch
                {
                    ImagePaddingMode.Constant => F.Pad(batch, [.. sides], value: fill),
                    ImagePaddingMode.Symmetric => Mirrored(Mirrored(batch, -1, sides[0], sides[1]), -2, sides[2], sides[3]),
                    _ when image.DType.IsFloatingPoint => F.Pad(batch, [.. sides], Of(mode)),
                    _ => F.Pad(batch.To(DType.Float32), [.. sides], Of(mode)).To(image.DType),
                };
                return padded.Reshape([.. image.Shape[..^2], padded.Size(-2), padded.Size(-1)]);

                static PadMode Of(ImagePaddingMode mode) => mode == ImagePaddingMode.Edge ? PadMode.Replicate : PadMode.Reflect;
            }

            private static Tensor Mirrored(Tensor image, int dim, long before, long after)
            {
                image = Between(image, dim, Math.Max(-before, 0), image.Size(dim) + Math.Min(after, 0));
                (before, after) = (Math.Max(before, 0), Math.Max(after, 0));
                var length = image.Size(dim);
                if (length == 0)
                {
                    throw new TorchIndexException("index is out of bounds for dimension with size 0");
                }

                var indices = Torch.Cat([
                    Torch.Arange(before - 1, -1, -1), Torch.Arange(length), Torch.Arange(length - 1, length - 1 - after, -1)]);
                return image.IndexSelect(dim, indices.To(image.Device));
            }

            // The inverse of a turn around a point, as two rows of three.
            private static double[] Turned(double x, double y, double angle)
            {
                var turn = angle * (Math.PI / 180);
                var (a, b, c, d) = (Math.Cos(turn), -Math.Sin(turn), Math.Sin(turn), Math.Cos(turn));
                return [d, -b, x - (d * x) - (-b * y), -c, a, y - (-c * x) - (a * y)];
            }

            private static (long Wide, long Tall) Bounds(double[] matrix, long width, long height)
            {
                var (x, y) = (0.5 * width, 0.5 * height);
                var corners = Torch.Tensor([[-x, -y, 1.0], [-x, y, 1.0], [x, y, 1.0], [x, -y, 1.0]]);
                var (least, greatest) = Torch.Aminmax(corners.Matmul(Torch.Tensor([.. matrix]).View(2, 3).T), dim: 0);
                var half = Torch.Tensor([x, y]);

                // Ten thousandths are not rounded up to a whole pixel.
                const double Least = 1e-4;
                var size = greatest.Add_(half).Mul_(1.0 / Least).Trunc_().Mul_(Least).Ceil_()
                    .Sub_(least.Add_(half).Mul_(1.0 / Least).Trunc_().Mul_(Least).Floor_());
                return ((long)size[0], (long)size[1]);
            }

            private static Tensor Grid(Tensor theta, long width, long height, long wide, long tall)
            {
                var (dtype, device) = (theta.DType, theta.Device);
                var points = Torch.Empty([1, tall, wide, 3], dtype: dtype, device: device);
                points[.., .., .., 0].Copy_(Torch.Linspace((1.0 - wide) * 0.5, (wide - 1.0) * 0.5, wide, device: device));
                points[.., .., .., 1].Copy_(Torch.Linspace((1.0 - tall) * 0.5, (tall - 1.0) * 0.5, tall, device: device).Unsqueeze(-1));
                points[.., .., .., 2].Fill_(1);
                var scaled = theta.Transpose(1, 2).Div_(Torch.Tensor([0.5 * width, 0.5 * height], dtype: dtype, device: device));
                return points.View(1, tall * wide, 3).Bmm(scaled).View(1, tall, wide, 2);
            }

            private static Tensor Sampled(Tensor image, Tensor grid, bool isNearest, Fill? fill)
            {
                long[] shape = [.. image.Shape[..^2], grid.Size(1), grid.Size(2)];
                if (image.Numel() == 0)
                {
                    return image.Reshape(shape);
                }

                var batch = Batch(image).To(grid.DType);
                if (batch.Size(0) > 1)
                {
                    grid = grid.Expand(batch.Size(0), -1, -1, -1);
                }

                // One more channel, which tells what is from within the image.
                var channels = batch.Size(1);
                var whole = fill is null ? batch : Torch.Cat([batch, Torch.OnesLike(batch.Narrow(1, 0, 1))], 1);
                var sampled = F.GridSample(
                    whole, grid, isNearest ? GridSampleMode.Nearest : GridSampleMode.Bilinear, alignCorners: false);
                if (fill is { } color)
                {
                    var mask = sampled.Narrow(1, channels, 1).ExpandAs(sampled.Narrow(1, 0, channels));
                    sampled = sampled.Narrow(1, 0, channels);
                    var colors = Torch.Tensor([.. color.Values], dtype: sampled.DType, device: sampled.Device).View(1, -1, 1, 1);
                    sampled = isNearest
                        ? Torch.Where(mask < 0.5, colors.ExpandAs(sampled), sampled)
                        : sampled.Sub_(colors).Mul_(mask).Add_(colors);
                }

                return (image.DType == grid.DType ? sampled : sampled.Round_().To(image.DType)).Reshape(shape);
            }
        }
    }
}
