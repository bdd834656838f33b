namespace TorchLite.Interactive;

/// <summary>An image that a notebook shows: see <see cref="NotebookHtml.ToImage"/>.</summary>
/// <example><code>
/// var image = Torch.Rand(3, 8, 12).ToImage(scale: 2);
/// image                                         // image of 12 x 8 pixels
/// (image.Width, image.Height)                   // (12, 8)
/// image.Png[1] == 'P'                           // True
/// image.ToHtml()[^60..]                         // width="24" style="max-width:100%;image-rendering:pixelated"&gt;
/// </code></example>
public sealed class NotebookImage
{
    private readonly int scale;

    internal NotebookImage(byte[] png, int width, int height, int scale)
    {
        Png = png;
        Width = width;
        Height = height;
        this.scale = scale;
    }

    /// <summary>The bytes of a PNG file.</summary>
    public byte[] Png { get; }

    /// <summary>Pixels from left to right.</summary>
    public int Width { get; }

    /// <summary>Pixels from top to bottom.</summary>
    public int Height { get; }

    /// <summary>The image in HTML, with the bytes in it.</summary>
    /// <returns>The HTML.</returns>
    public string ToHtml() =>
        $"<img src=\"data:image/png;base64,{Convert.ToBase64String(Png)}\" width=\"{Width * scale}\" style=\"max-width:100%{(scale > 1 ? ";image-rendering:pixelated" : "")}\">";

    /// <summary>What it is, in words.</summary>
    /// <returns>The size.</returns>
    public override string ToString() => $"image of {Width} x {Height} pixels";
}
