using SkiaSharp;
using TorchLite.Vision.IO;

namespace TorchLite;

public static partial class TorchVision
{
    /// <summary>Reading and writing of images, through SkiaSharp: torchvision's <c>torchvision.io</c>.</summary>
    public static class IO
    {
        // Pillow's limit, beyond which it refuses an image: a small file may claim to have any number of pixels.
        private const long MostPixels = 2 * 178_956_970L;

        /// <summary>
        /// Reads an image: PNG, JPEG, WebP, BMP, GIF (the first picture), PPM and PGM: torchvision's <c>decode_image</c> of a path.
        /// </summary>
        /// <param name="path">The file.</param>
        /// <param name="mode">Which channels the image gets.</param>
        /// <returns>A tensor of bytes: channels, height and width.</returns>
        /// <exception cref="TorchFileException">
        /// The file is no image, damaged, of a kind that is not read, or of too many pixels.
        /// </exception>
        /// <exception cref="FileNotFoundException">There is no such file.</exception>
        /// <example><code>
        /// var path = Path.Combine(Path.GetTempPath(), "red.png");
        /// TorchVision.IO.WritePng(Torch.Tensor([[[255]], [[0]], [[0]]], dtype: DType.Uint8), path);
        /// TorchVision.IO.ReadImage(path).Flatten()   // tensor([255,   0,   0], dtype=torch.uint8)
        /// </code></example>
        public static Tensor ReadImage(string path, ImageReadMode mode = ImageReadMode.Unchanged)
        {
            ArgumentNullException.ThrowIfNull(path);
            return Decode(File.ReadAllBytes(path), mode, path);
        }

        /// <summary>Makes a tensor of the bytes of an image's file: torchvision's <c>decode_image</c>.</summary>
        /// <param name="bytes">The file's bytes.</param>
        /// <param name="mode">Which channels the image gets.</param>
        /// <returns>A tensor of bytes: channels, height and width.</returns>
        /// <exception cref="TorchFileException">
        /// The file is no image, damaged, of a kind that is not read, or of too many pixels.
        /// </exception>
        /// <example><code>
        /// var png = TorchVision.IO.EncodePng(Torch.Tensor([[[1, 2]]], dtype: DType.Uint8));
        /// TorchVision.IO.DecodeImage(png)   // tensor([[[1, 2]]], dtype=torch.uint8)
        /// </code></example>
        public static Tensor DecodeImage(ReadOnlySpan<byte> bytes, ImageReadMode mode = ImageReadMode.Unchanged) =>
            Decode(bytes.ToArray(), mode, null);

        /// <summary>The bytes of a PNG file of an image: torchvision's <c>encode_png</c>.</summary>
        /// <param name="input">The image: bytes of 1 or 3 channels, height and width.</param>
        /// <param name="compressionLevel">How much time is taken to make it small, 0 to 9.</param>
        /// <returns>The bytes.</returns>
        /// <exception cref="TorchException">It is not of bytes, or has not three dimensions and 1 or 3 channels.</exception>
        /// <exception cref="TorchValueException">The level is not between 0 and 9.</exception>
        /// <example><code>
        /// TorchVision.IO.EncodePng(Torch.Zeros([1, 4, 4], dtype: DType.Uint8))[1]   // 80
        /// </code></example>
        public static byte[] EncodePng(Tensor input, int compressionLevel = 6) => compressionLevel is >= 0 and <= 9
            ? Encoded(input, pixels => pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.AllFilters, compressionLevel)))
            : throw new TorchValueException("Compression level should be between 0 and 9");

        /// <summary>The bytes of a JPEG file of an image: torchvision's <c>encode_jpeg</c>.</summary>
        /// <param name="input">The image: bytes of 1 or 3 channels, height and width.</param>
        /// <param name="quality">How like the image it is, 1 to 100.</param>
        /// <returns>The bytes.</returns>
        /// <exception cref="TorchException">It is not of bytes, or has not three dimensions and 1 or 3 channels.</exception>
        /// <exception cref="TorchValueException">The quality is not between 1 and 100.</exception>
        /// <example><code>
        /// TorchVision.IO.EncodeJpeg(Torch.Zeros([3, 4, 4], dtype: DType.Uint8))[1]   // 216
        /// </code></example>
        public static byte[] EncodeJpeg(Tensor input, int quality = 75) => quality is >= 1 and <= 100
            ? Encoded(input, pixels => pixels.Encode(new SKJpegEncoderOptions(
                quality, SKJpegEncoderDownsample.Downsample420, SKJpegEncoderAlphaOption.Ignore)))
            : throw new TorchValueException("Image quality should be a positive number between 1 and 100");

        /// <summary>Writes an image as PNG: torchvision's <c>write_png</c>.</summary>
        /// <param name="input">The image: bytes of 1 or 3 channels, height and width.</param>
        /// <param name="filename">The file.</param>
        /// <param name="compressionLevel">How much time is taken to make it small, 0 to 9.</param>
        /// <exception cref="TorchException">It is not of bytes, or has not three dimensions and 1 or 3 channels.</exception>
        /// <example><code>
        /// TorchVision.IO.WritePng(Torch.Zeros([1, 4, 4], dtype: DType.Uint8), Path.Combine(Path.GetTempPath(), "black.png"));
        /// </code></example>
        public static void WritePng(Tensor input, string filename, int compressionLevel = 6) =>
            File.WriteAllBytes(filename, EncodePng(input, compressionLevel));

        /// <summary>Writes an image as JPEG: torchvision's <c>write_jpeg</c>.</summary>
        /// <param name="input">The image: bytes of 1 or 3 channels, height and width.</param>
        /// <param name="filename">The file.</param>
        /// <param name="quality">How like the image it is, 1 to 100.</param>
        /// <exception cref="TorchException">It is not of bytes, or has not three dimensions and 1 or 3 channels.</exception>
        /// <example><code>
        /// TorchVision.IO.WriteJpeg(Torch.Zeros([3, 4, 4], dtype: DType.Uint8), Path.Combine(Path.GetTempPath(), "black.jpg"));
        /// </code></example>
        public static void WriteJpeg(Tensor input, string filename, int quality = 75) =>
            File.WriteAllBytes(filename, EncodeJpeg(input, quality));

        private static Tensor Decode(byte[] bytes, ImageReadMode mode, string? path)
        {
            if (NetpbmImage.TryRead(bytes, path, MostPixels) is { } netpbm)
            {
                return Channels(netpbm, netpbm.Size(-1), mode);
            }

            using var data = SKData.CreateCopy(bytes);
            using var codec = SKCodec.Create(data)
                ?? throw NoImage(path, "is no image that is read here: PNG, JPEG, WebP, BMP, GIF, PPM, PGM");
            var (width, height) = (codec.Info.Width, codec.Info.Height);
            if ((long)width * height > MostPixels)
            {
                throw NoImage(path, $"has {(long)width * height} pixels, more than the {MostPixels} that are taken for an image");
            }

            var isGray = codec.Info.ColorType == SKColorType.Gray8;
            var hasAlpha = codec.Info.AlphaType != SKAlphaType.Opaque;
            var info = new SKImageInfo(
                width, height, isGray ? SKColorType.Gray8 : SKColorType.Rgba8888, isGray ? SKAlphaType.Opaque : SKAlphaType.Unpremul);
            var channels = isGray ? 1 : 4;
            var pixels = Torch.Empty([height, width, channels], dtype: DType.Uint8);
            SKCodecResult result;
            unsafe
            {
                fixed (byte* first = pixels.AsSpan<byte>())
                {
                    result = codec.GetPixels(info, (nint)first);
                }
            }

            return result == SKCodecResult.Success
                ? Channels(pixels, isGray ? 1 : hasAlpha ? 4 : 3, mode)
                : throw NoImage(path, $"is damaged: {result}");
        }

        // Of height, width and channels, those that are asked for first.
        private static Tensor Channels(Tensor pixels, long channels, ImageReadMode mode)
        {
            var image = pixels.Permute(2, 0, 1);
            var (colors, alpha) = channels switch
            {
                1 => (image, null),
                4 => (image[..3], image[3..]),
                _ => (image[..3], null),
            };
            return (mode switch
            {
                ImageReadMode.Unchanged => alpha is null ? colors : image,
                ImageReadMode.Gray => Gray(colors),
                ImageReadMode.GrayAlpha => Torch.Cat([Gray(colors), alpha ?? Opaque(colors)]),
                ImageReadMode.Rgb => colors.Size(0) == 1 ? colors.Repeat(3, 1, 1) : colors,
                _ => Torch.Cat([colors.Size(0) == 1 ? colors.Repeat(3, 1, 1) : colors, alpha ?? Opaque(colors)]),
            }).Contiguous();
        }

        private static Tensor Opaque(Tensor colors) => Torch.FullLike(colors[..1], 255);

        // As Pillow does, in integers.
        private static Tensor Gray(Tensor colors)
        {
            if (colors.Size(0) == 1)
            {
                return colors;
            }

            var parts = colors.To(DType.Int32);
            return ((parts[..1] * 19595) + (parts[1..2] * 38470) + (parts[2..3] * 7471) + 0x8000).BitwiseRightShift(16).To(DType.Uint8);
        }

        private static byte[] Encoded(Tensor input, Func<SKPixmap, SKData?> encode)
        {
            ArgumentNullException.ThrowIfNull(input);
            if (input.DType != DType.Uint8)
            {
                throw new TorchException("Input tensor dtype should be uint8");
            }

            if (input.Dim() != 3)
            {
                throw new TorchException("Input data should be a 3-dimensional tensor");
            }

            if (input.Size(0) is not (1 or 3))
            {
                throw new TorchException($"The number of channels should be 1 or 3, got: {input.Size(0)}");
            }

            using var scope = Torch.Scope();
            var isGray = input.Size(0) == 1;
            var image = isGray ? input : Torch.Cat([input, Torch.FullLike(input[..1], 255)]);
            var pixels = image.Detach().Cpu().Permute(1, 2, 0).Contiguous();
            var info = new SKImageInfo(
                (int)input.Size(2), (int)input.Size(1), isGray ? SKColorType.Gray8 : SKColorType.Rgba8888, SKAlphaType.Opaque);
            unsafe
            {
                fixed (byte* first = pixels.AsSpan<byte>())
                {
                    using var map = new SKPixmap(info, (nint)first);
                    using var data = encode(map) ?? throw new TorchException($"an image of {input.Shape} cannot be written");
                    return data.ToArray();
                }
            }
        }

        private static TorchFileException NoImage(string? path, string what) => new($"{path ?? "what was given"} {what}");
    }
}
