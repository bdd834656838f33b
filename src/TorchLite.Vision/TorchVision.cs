namespace TorchLite;

/// <summary>
/// torchvision's functions: what is <c>torchvision.io.decode_image</c> in Python is <c>TorchVision.IO.DecodeImage</c>, and
/// <c>torchvision.transforms.v2.functional.resize</c> is <c>TorchVision.Transforms.Functional.Resize</c>. Its classes are in
/// <c>TorchLite.Vision.Transforms</c> and <c>TorchLite.Vision.Datasets</c>.
/// </summary>
public static partial class TorchVision
{
    /// <summary>What changes images: torchvision's <c>torchvision.transforms.v2</c>.</summary>
    public static partial class Transforms
    {
        /// <summary>
        /// Changes of images without an object that remembers how: torchvision's <c>torchvision.transforms.v2.functional</c>. An image is a
        /// tensor whose last three dimensions are channels, height and width; integers go from 0 to the largest of their dtype, other
        /// numbers from 0 to 1.
        /// </summary>
        public static partial class Functional;
    }
}
