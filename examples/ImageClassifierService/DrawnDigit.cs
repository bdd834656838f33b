using System.Buffers.Binary;
using TorchLite;
using TorchLite.Vision.IO;
using F = TorchLite.Torch.Nn.Functional;

namespace ImageClassifierService;

/// <summary>
/// 把写的数字缩成训练数据的样子: 数字撑满32x32的高, 左右居中, 每4x4格里数有几点墨.
/// Makes a drawing what the data are: the digit as high as 32 x 32 dots and in their middle, of which the inked ones of each 4 x 4 are
/// counted.
/// </summary>
internal static class DrawnDigit
{
    private const int Side = DigitClassifier.Side, Cell = 4, Dots = Side * Cell, MostPixels = 4096 * 4096;

    // 数据里的数字, 最窄的也有这么宽 (the digits of the data are not narrower than this, and not wider)
    private const int Narrowest = 12, Widest = 26;

    // 数据里的数字平均有310点墨: 笔细的加粗 (the data's digits have 310 inked dots in the middle: thin lines are made thicker)
    private const int LeastInk = 300;

    /// <summary>PNG里的64个灰度. The 64 shades of a PNG.</summary>
    internal static float[] Read(ReadOnlySpan<byte> png)
    {
        using var scope = Torch.Scope();
        using var mode = Torch.InferenceMode();
        var ink = Ink(Decode(png));
        var (rows, columns) = (Extent(ink.Any(dim: 1)), Extent(ink.Any(dim: 0)));
        var digit = ink[rows, columns].Float();
        var width = Math.Clamp((int)Math.Round(Dots * (double)digit.Size(1) / digit.Size(0)), Narrowest, Dots);
        var height = Dots;
        if (width > Widest)
        {
            (width, height) = (Widest, Math.Max(Narrowest, Dots * Widest / width));
        }

        var (left, top) = ((Dots - width) / 2, (Dots - height) / 2);
        var dots = (F.AdaptiveAvgPool2d(digit[null, null], [height, width]) >= 0.5).Float();
        dots = F.Pad(dots, [left, Dots - width - left, top, Dots - height - top]);
        while (dots.Sum().Item<float>() < LeastInk)
        {
            dots = F.MaxPool2d(dots, 3, stride: 1, padding: 1);
        }

        return dots.View(Side, Cell, Side, Cell).Sum(dim: [1, 3]).Flatten().ToArray<float>();
    }

    private static Tensor Decode(ReadOnlySpan<byte> png)
    {
        ReadOnlySpan<byte> signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
        if (!png.StartsWith(signature) || png.Length < 24)
        {
            throw new BadHttpRequestException("这不是PNG. This is no PNG.");
        }

        // 文件头里的宽和高: 小文件可以说自己很大 (from the header, for a small file may say that it is large)
        var size = (long)BinaryPrimitives.ReadUInt32BigEndian(png[16..]) * BinaryPrimitives.ReadUInt32BigEndian(png[20..]);
        if (size > MostPixels)
        {
            throw new BadHttpRequestException("图太大. The image is too large.", StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            return TorchVision.IO.DecodeImage(png, ImageReadMode.RgbAlpha).Float() / 255;
        }
        catch (TorchException error)
        {
            throw new BadHttpRequestException($"读不了这个PNG. This PNG cannot be read: {error.Message}");
        }
    }

    // 墨: 和纸差得多的点. 纸是边上的颜色, 透明的是白的.
    // Ink is what differs from the paper, which is what is at the border; what is transparent is white.
    private static Tensor Ink(Tensor image)
    {
        var alpha = image[3];
        var shade = (((image[0] * 0.299) + (image[1] * 0.587) + (image[2] * 0.114)) * alpha) + (1 - alpha);
        var border = Torch.Cat([shade[0], shade[^1], shade[.., 0], shade[.., ^1]]);
        var contrast = (shade - border.Median()).Abs();
        var most = contrast.Max().Item<float>();
        return most > 0.2 ? contrast > most / 2
            : throw new BadHttpRequestException("图里什么也没写. Nothing is drawn in the image.");
    }

    private static Range Extent(Tensor isInked)
    {
        var places = isInked.Nonzero().Flatten().ToArray<long>();
        return (int)places[0]..((int)places[^1] + 1);
    }
}
