namespace TorchLite.Vision.Transforms;

/// <summary>With what the border around an image is filled.</summary>
public enum ImagePaddingMode
{
    /// <summary>A number.</summary>
    Constant,

    /// <summary>The last pixel.</summary>
    Edge,

    /// <summary>The image mirrored, without its last pixel again.</summary>
    Reflect,

    /// <summary>The image mirrored, beginning with its last pixel.</summary>
    Symmetric,
}
