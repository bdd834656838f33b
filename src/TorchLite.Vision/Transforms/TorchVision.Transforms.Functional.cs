namespace TorchLite;

public static partial class TorchVision
{
    public static partial class Transforms
    {
        public static partial class Functional
        {
            /// <summary>Converts an image to a dtype: torchvision's <c>to_dtype</c>.</summary>
            /// <param name="image">The image.</param>
            /// <param name="dtype">The dtype.</param>
            /// <param name="scale">
            /// Whether the values are scaled from the range of the one dtype to that of the other: integers from 0 to the largest, others
            /// from 0 to 1.
            /// </param>
            /// <returns>The image, itself where it is of the dtype.</returns>
            /// <exception cref="TorchException">Scaling would lose digits, as of float32 to int32.</exception>
            /// <exception cref="TorchTypeException">A dtype to be scaled is neither of integers nor of numbers with a point.</exception>
            /// <example><code>
            /// var image = Torch.Tensor([[[0, 128, 255]]], dtype: DType.Uint8);
            /// TorchVision.Transforms.Functional.ToDtype(image, DType.Float32, scale: true)   // tensor([[[0.0000, 0.5020, 1.0000]]])
            /// </code></example>
            public static Tensor ToDtype(Tensor image, DType dtype, bool scale = false)
            {
                ArgumentNullException.ThrowIfNull(image);
                var from = image.DType;
                if (from == dtype)
                {
                    return image;
                }

                if (!scale)
                {
                    return image.To(dtype);
                }

                switch (from.IsFloatingPoint, dtype.IsFloatingPoint)
                {
                    case (true, true):
                        return image.To(dtype);
                    case (true, false):
                        if ((from == DType.Float32 && (dtype == DType.Int32 || dtype == DType.Int64))
                            || (from == DType.Float64 && dtype == DType.Int64))
                        {
                            throw new TorchException($"The conversion from {from} to {dtype} cannot be performed safely.");
                        }

                        // So that each integer stands for a part of the same width; 1 alone would be beyond the last.
                        return image.Mul(Largest(dtype) + 1.0 - 1e-3).To(dtype);
                    case (false, true):
                        return image.To(dtype).Mul_(1.0 / Largest(from));
                    default:
                        var shift = Bits(from) - Bits(dtype);
                        return shift > 0 ? image.BitwiseRightShift(shift).To(dtype) : image.To(dtype).BitwiseLeftShift_(-shift);
                }
            }

            /// <summary>Subtracts a mean of each channel and divides by a standard deviation: torchvision's <c>normalize</c>.</summary>
            /// <param name="image">The image, of numbers with a point.</param>
            /// <param name="mean">The mean of each channel, or one for all.</param>
            /// <param name="std">The standard deviation of each channel, or one for all.</param>
            /// <param name="inplace">Whether the image is changed itself.</param>
            /// <returns>The image.</returns>
            /// <exception cref="TorchTypeException">The image is of integers.</exception>
            /// <exception cref="TorchValueException">A standard deviation is 0, or the image has fewer than 3 dimensions.</exception>
            /// <example><code>
            /// TorchVision.Transforms.Functional.Normalize(Torch.Tensor([[[0.0, 1.0]]]), [0.5], [0.5])   // tensor([[[-1.,  1.]]])
            /// </code></example>
            public static Tensor Normalize(Tensor image, IReadOnlyList<double> mean, IReadOnlyList<double> std, bool inplace = false)
            {
                ArgumentNullException.ThrowIfNull(image);
                ArgumentNullException.ThrowIfNull(mean);
                ArgumentNullException.ThrowIfNull(std);
                if (!image.DType.IsFloatingPoint)
                {
                    throw new TorchTypeException($"Input tensor should be a float tensor. Got {image.DType}.");
                }

                if (image.Dim() < 3)
                {
                    throw new TorchValueException($"Expected tensor to be a tensor image of size (..., C, H, W). Got {image.Shape}.");
                }

                if (std.Contains(0))
                {
                    throw new TorchValueException("std evaluated to zero, leading to division by zero.");
                }

                var (means, stds) = (Channels(mean, image), Channels(std, image));
                return (inplace ? image.Sub_(means) : image.Sub(means)).Div_(stds);
            }

            private static Tensor Channels(IReadOnlyList<double> numbers, Tensor image) =>
                Torch.Tensor([.. numbers], dtype: image.DType, device: image.Device).View(-1, 1, 1);

            // The largest value, and how many bits it has.
            private static (double Value, int Bits) Range(DType dtype) =>
                dtype == DType.Uint8 ? (byte.MaxValue, 8)
                : dtype == DType.Int8 ? (sbyte.MaxValue, 7)
                : dtype == DType.Int16 ? (short.MaxValue, 15)
                : dtype == DType.Uint16 ? (ushort.MaxValue, 16)
                : dtype == DType.Int32 ? (int.MaxValue, 31)
                : dtype == DType.Int64 ? (long.MaxValue, 63)
                : (1, 0);

            private static double Largest(DType dtype) => Range(dtype).Value;

            private static int Bits(DType dtype) => Range(dtype).Bits is > 0 and var bits ? bits : throw new TorchTypeException(
                $"Number of value bits is only defined for integer dtypes, but got {dtype}.");
        }
    }
}
