namespace TorchLite;

public static partial class TorchVision
{
    /// <summary>Pictures of many images: torchvision's <c>torchvision.utils</c>.</summary>
    public static class Utils
    {
        /// <summary>Puts images side by side, in rows: torchvision's <c>make_grid</c>.</summary>
        /// <param name="tensor">
        /// The images: number, channels, height and width; one image with or without channels. One channel becomes three.
        /// </param>
        /// <param name="nrow">How many stand in a row.</param>
        /// <param name="padding">How many pixels are between them.</param>
        /// <param name="normalize">Whether the values are brought to the range from 0 to 1.</param>
        /// <param name="valueRange">The least and the greatest value for <paramref name="normalize"/>; null: those of the images.</param>
        /// <param name="scaleEach">Whether each image has a range of its own.</param>
        /// <param name="padValue">What the pixels between them are.</param>
        /// <returns>One image: channels, height and width.</returns>
        /// <exception cref="ArgumentNullException">There is no tensor.</exception>
        /// <example><code>
        /// TorchVision.Utils.MakeGrid(Torch.Rand(10, 1, 8, 8), nrow: 5).Shape   // torch.Size([3, 22, 52])
        /// </code></example>
        public static Tensor MakeGrid(
            Tensor tensor, long nrow = 8, long padding = 2, bool normalize = false, (double Min, double Max)? valueRange = null,
            bool scaleEach = false, double padValue = 0)
        {
            ArgumentNullException.ThrowIfNull(tensor);
            tensor = tensor.Dim() == 2 ? tensor.Unsqueeze(0) : tensor;
            tensor = tensor.Dim() == 3 ? tensor.Unsqueeze(0) : tensor;
            tensor = tensor.Dim() == 4 && tensor.Size(1) == 1 ? Torch.Cat([tensor, tensor, tensor], 1) : tensor;
            if (normalize)
            {
                tensor = tensor.Clone();
                foreach (var part in scaleEach ? [.. tensor] : new[] { tensor })
                {
                    var (low, high) = valueRange ?? ((double)part.Min(), (double)part.Max());
                    part.Clamp_(min: low, max: high).Sub_(low).Div_(Math.Max(high - low, 1e-5));
                }
            }

            var count = tensor.Size(0);
            if (count == 1)
            {
                return tensor.Squeeze(0);
            }

            var columns = Math.Min(nrow, count);
            var rows = (count + columns - 1) / columns;
            var (height, width) = (tensor.Size(2) + padding, tensor.Size(3) + padding);
            var grid = tensor.NewFull([tensor.Size(1), (height * rows) + padding, (width * columns) + padding], padValue);
            for (var k = 0L; k < count; k++)
            {
                grid.Narrow(1, (k / columns * height) + padding, height - padding)
                    .Narrow(2, (k % columns * width) + padding, width - padding).Copy_(tensor[k]);
            }

            return grid;
        }

        /// <summary>Writes images, side by side, as one PNG or JPEG: torchvision's <c>save_image</c>.</summary>
        /// <param name="tensor">The images, as for <see cref="MakeGrid"/>, of values from 0 to 1.</param>
        /// <param name="path">The file; <c>.jpg</c> and <c>.jpeg</c> become JPEG, any other PNG.</param>
        /// <param name="nrow">How many stand in a row.</param>
        /// <param name="padding">How many pixels are between them.</param>
        /// <param name="normalize">Whether the values are brought to the range from 0 to 1.</param>
        /// <param name="valueRange">The least and the greatest value for <paramref name="normalize"/>.</param>
        /// <param name="scaleEach">Whether each image has a range of its own.</param>
        /// <param name="padValue">What the pixels between them are.</param>
        /// <exception cref="ArgumentNullException">There is no tensor or no path.</exception>
        /// <example><code>
        /// var path = Path.Combine(Path.GetTempPath(), "grid.png");
        /// TorchVision.Utils.SaveImage(Torch.Rand(4, 3, 8, 8), path, nrow: 2);
        /// TorchVision.IO.ReadImage(path).Shape   // torch.Size([3, 22, 22])
        /// </code></example>
        public static void SaveImage(
            Tensor tensor, string path, long nrow = 8, long padding = 2, bool normalize = false,
            (double Min, double Max)? valueRange = null, bool scaleEach = false, double padValue = 0)
        {
            ArgumentNullException.ThrowIfNull(path);
            using var scope = Torch.Scope();
            using var still = Torch.NoGrad();
            var grid = MakeGrid(tensor, nrow, padding, normalize, valueRange, scaleEach, padValue);

            // To the nearest integer.
            var bytes = grid.Mul(255).Add_(0.5).Clamp_(0, 255).To(DType.Uint8).Cpu();
            if (Path.GetExtension(path).ToUpperInvariant() is ".JPG" or ".JPEG")
            {
                IO.WriteJpeg(bytes, path);
            }
            else
            {
                IO.WritePng(bytes, path);
            }
        }
    }
}
