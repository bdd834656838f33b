namespace TorchLite;

public static partial class TorchVision
{
    public static partial class Transforms
    {
        public static partial class Functional
        {
            /// <summary>Makes an image gray: torchvision's <c>rgb_to_grayscale</c>, after ITU-R 601-2.</summary>
            /// <param name="image">The image, of 1 or 3 channels.</param>
            /// <param name="numOutputChannels">How many equal channels there shall be: 1 or 3.</param>
            /// <returns>A new image.</returns>
            /// <exception cref="TorchValueException">
            /// The number of channels wanted is neither 1 nor 3, or the image has fewer than 3 dimensions.
            /// </exception>
            /// <example><code>
            /// TorchVision.Transforms.Functional.RgbToGrayscale(Torch.Tensor([[[1.0]], [[0.5]], [[0.0]]]))   // tensor([[[0.5924]]])
            /// </code></example>
            public static Tensor RgbToGrayscale(Tensor image, long numOutputChannels = 1)
            {
                ArgumentNullException.ThrowIfNull(image);
                return numOutputChannels is 1 or 3
                    ? Gray(image, numOutputChannels, keepDType: true)
                    : throw new TorchValueException($"num_output_channels must be 1 or 3, got {numOutputChannels}.");
            }

            /// <summary>Makes an image brighter or darker: torchvision's <c>adjust_brightness</c>.</summary>
            /// <param name="image">The image, of 1 or 3 channels.</param>
            /// <param name="brightnessFactor">The factor: 0 gives black, 1 the image itself.</param>
            /// <returns>A new image.</returns>
            /// <exception cref="TorchValueException">The factor is negative, or the image has fewer than 3 dimensions.</exception>
            /// <exception cref="TorchTypeException">The image has neither 1 nor 3 channels.</exception>
            /// <example><code>
            /// TorchVision.Transforms.Functional.AdjustBrightness(Torch.Tensor([[[0.2, 0.8]]]), 2)   // tensor([[[0.4000, 1.0000]]])
            /// </code></example>
            public static Tensor AdjustBrightness(Tensor image, double brightnessFactor)
            {
                _ = ColorsOf(image, brightnessFactor, "brightness_factor");
                var output = image.Mul(brightnessFactor).Clamp_(0, Largest(image.DType));
                return image.DType.IsFloatingPoint ? output : output.To(image.DType);
            }

            /// <summary>Changes the contrast of an image: torchvision's <c>adjust_contrast</c>.</summary>
            /// <param name="image">The image, of 1 or 3 channels.</param>
            /// <param name="contrastFactor">The factor: 0 gives gray, 1 the image itself.</param>
            /// <returns>A new image.</returns>
            /// <exception cref="TorchValueException">The factor is negative, or the image has fewer than 3 dimensions.</exception>
            /// <exception cref="TorchTypeException">The image has neither 1 nor 3 channels.</exception>
            /// <example><code>
            /// TorchVision.Transforms.Functional.AdjustContrast(Torch.Tensor([[[0.2, 0.4]]]), 0.5)   // tensor([[[0.2500, 0.3500]]])
            /// </code></example>
            public static Tensor AdjustContrast(Tensor image, double contrastFactor)
            {
                var channels = ColorsOf(image, contrastFactor, "contrast_factor");
                var gray = channels == 3 ? GrayOf(image) : image.DType.IsFloatingPoint ? image : image.To(DType.Float32);
                return Blend(image, gray.Mean([-3, -2, -1], keepdim: true), contrastFactor);
            }

            /// <summary>Changes how strong the colors of an image are: torchvision's <c>adjust_saturation</c>.</summary>
            /// <param name="image">The image, of 1 or 3 channels.</param>
            /// <param name="saturationFactor">The factor: 0 gives gray, 1 the image itself.</param>
            /// <returns>A new image; of 1 channel, itself.</returns>
            /// <exception cref="TorchValueException">The factor is negative, or the image has fewer than 3 dimensions.</exception>
            /// <exception cref="TorchTypeException">The image has neither 1 nor 3 channels.</exception>
            /// <example><code>
            /// var image = Torch.Tensor([[[1.0]], [[0.5]], [[0.0]]]);
            /// TorchVision.Transforms.Functional.AdjustSaturation(image, 0.5).Flatten()   // tensor([0.7962, 0.5462, 0.2962])
            /// </code></example>
            public static Tensor AdjustSaturation(Tensor image, double saturationFactor) =>
                ColorsOf(image, saturationFactor, "saturation_factor") == 1 ? image : Blend(image, GrayOf(image), saturationFactor);

            /// <summary>Turns the colors of an image around the circle of colors: torchvision's <c>adjust_hue</c>.</summary>
            /// <param name="image">The image, of 1 or 3 channels.</param>
            /// <param name="hueFactor">How far, from -0.5 to 0.5, which is the whole circle; 0 gives the image itself.</param>
            /// <returns>A new image; of 1 channel, itself.</returns>
            /// <exception cref="TorchValueException">
            /// The factor is not between -0.5 and 0.5, or the image has fewer than 3 dimensions.
            /// </exception>
            /// <exception cref="TorchTypeException">The image has neither 1 nor 3 channels.</exception>
            /// <example><code>
            /// var red = Torch.Tensor([[[1.0]], [[0.0]], [[0.0]]]);
            /// TorchVision.Transforms.Functional.AdjustHue(red, 0.5).Flatten()   // tensor([0., 1., 1.])
            /// </code></example>
            public static Tensor AdjustHue(Tensor image, double hueFactor)
            {
                ArgumentNullException.ThrowIfNull(image);
                if (!(hueFactor is >= -0.5 and <= 0.5))
                {
                    throw new TorchValueException($"hue_factor ({(Scalar)hueFactor}) is not in [-0.5, 0.5].");
                }

                if (ColorsOf(image, 0, "") == 1 || image.Numel() == 0)
                {
                    return image;
                }

                var (hue, saturation, value) = HsvOf(ToDtype(image, DType.Float32, scale: true));
                return ToDtype(RgbOf(hue.Add_(hueFactor).Remainder_(1.0), saturation, value), image.DType, scale: true);
            }

            private static long ColorsOf(Tensor image, double factor, string name)
            {
                ArgumentNullException.ThrowIfNull(image);
                if (factor < 0)
                {
                    throw new TorchValueException($"{name} ({(Scalar)factor}) is not non-negative.");
                }

                _ = SizeOf(image);
                return image.Size(-3) is (1 or 3) and var channels ? channels : throw new TorchTypeException(
                    $"Input image tensor permitted channel values are 1 or 3, but found {image.Size(-3)}");
            }

            private static Tensor Gray(Tensor image, long channels, bool keepDType)
            {
                _ = SizeOf(image);
                if (image.Size(-3) == 1)
                {
                    return channels == 1 ? image.Clone() : image.Repeat([.. Enumerable.Repeat(1L, (int)image.Dim() - 3), 3, 1, 1]);
                }

                if (image.Size(-3) is not 3 and var count)
                {
                    throw new TorchValueException($"{(count < 3 ? "not enough" : "too many")} values to unpack (expected 3, got {count})");
                }

                var colors = image.Unbind(-3);
                var gray = colors[0].Mul(0.2989).Add_(colors[1], alpha: 0.587).Add_(colors[2], alpha: 0.114).Unsqueeze(-3);
                gray = keepDType ? gray.To(image.DType) : gray;
                return channels == 3 ? gray.Expand([.. image.Shape]) : gray;
            }

            // Of integers only the whole ones.
            private static Tensor GrayOf(Tensor image)
            {
                var gray = Gray(image, 1, keepDType: false);
                return image.DType.IsFloatingPoint ? gray : gray.Floor_();
            }

            private static Tensor Blend(Tensor image, Tensor other, double ratio)
            {
                var output = image.Mul(ratio).Add_(other, alpha: 1.0 - ratio).Clamp_(0, Largest(image.DType));
                return image.DType.IsFloatingPoint ? output : output.To(image.DType);
            }

            // The hue by which of the three is the greatest, and by how far the others are below.
            private static (Tensor Hue, Tensor Saturation, Tensor Value) HsvOf(Tensor image)
            {
                var colors = image.Unbind(-3);
                var (red, green) = (colors[0], colors[1]);
                var (least, greatest) = Torch.Aminmax(image, dim: -3);
                var isGray = greatest.Eq(least);
                var range = greatest - least;
                var ones = Torch.OnesLike(greatest);
                var saturation = range / Torch.Where(isGray, ones, greatest);
                var below = ((greatest.Unsqueeze(-3) - image) / Torch.Where(isGray, ones, range).Unsqueeze(-3)).Unbind(-3);
                var (notRed, isGreen) = (greatest.Ne(red), greatest.Eq(green));
                var ofGreen = below[0].Add(2.0).Sub_(below[2]).Mul_(isGreen & notRed);
                var ofRed = below[2].Sub(below[1]).Mul_(notRed.LogicalNot());
                var ofBlue = below[1].Add(4.0).Sub_(below[0]).Mul_(notRed & isGreen.LogicalNot());
                return (ofRed.Add_(ofGreen).Add_(ofBlue).Mul_(1.0 / 6.0).Add_(1.0).Fmod_(1.0), saturation, greatest);
            }

            // Of each sixth of the circle one color is at its greatest, one at its least, and one on its way.
            private static Tensor RgbOf(Tensor hue, Tensor saturation, Tensor value)
            {
                var sixths = hue.Mul(6);
                var sixth = sixths.Floor();
                var way = sixths.Sub_(sixth);
                var part = saturation * way;
                var rest = 1.0 - saturation;
                var falling = (1.0 - part).Mul_(value).Clamp_(0.0, 1.0);
                var rising = part.Add_(rest).Mul_(value).Clamp_(0.0, 1.0);
                var low = rest.Mul_(value).Clamp_(0.0, 1.0);
                var which = sixth.To(DType.Int32).Remainder_(6);
                var choice = Torch.Tensor([[0, 2, 1, 1, 3, 0], [3, 0, 0, 2, 1, 1], [1, 1, 3, 0, 0, 2]], device: hue.Device)[.., which];
                return Torch.Stack([value, low, falling, rising], dim: -3).Gather(-3, choice.Dim() > 3 ? choice.Moveaxis(0, -3) : choice);
            }
        }
    }
}
