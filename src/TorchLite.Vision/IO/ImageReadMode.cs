namespace TorchLite.Vision.IO;

/// <summary>Which channels an image gets when it is read: torchvision's <c>ImageReadMode</c>.</summary>
public enum ImageReadMode
{
    /// <summary>Those of the file.</summary>
    Unchanged,

    /// <summary>One, of gray.</summary>
    Gray,

    /// <summary>Gray, and how opaque it is.</summary>
    GrayAlpha,

    /// <summary>Red, green and blue.</summary>
    Rgb,

    /// <summary>Red, green and blue, and how opaque it is.</summary>
    RgbAlpha,
}
