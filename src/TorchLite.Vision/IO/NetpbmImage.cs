namespace TorchLite.Vision.IO;

/// <summary>Images of the formats PGM and PPM (<c>P5</c>, <c>P6</c>), which SkiaSharp does not read.</summary>
internal static class NetpbmImage
{
    /// <summary>Height, width and channels; null: it is another format.</summary>
    internal static Tensor? TryRead(ReadOnlySpan<byte> bytes, string? path, long mostPixels)
    {
        if (bytes is not [(byte)'P', (byte)'5' or (byte)'6', ..])
        {
            return null;
        }

        var channels = bytes[1] == '5' ? 1 : 3;
        var at = 2;
        var (width, height, largest) = (Number(bytes, ref at), Number(bytes, ref at), Number(bytes, ref at));
        at++;
        if (width <= 0 || height <= 0 || largest is <= 0 or > 255 || width > mostPixels / height
            || bytes.Length - at < width * height * channels)
        {
            throw new TorchFileException(
                $"{path ?? "what was given"} is no PGM or PPM image of bytes, or damaged: {width} x {height}, largest value {largest}");
        }

        var pixels = Torch.FromArray(bytes.Slice(at, (int)(width * height * channels)).ToArray()).Reshape(height, width, channels);
        return largest == 255 ? pixels : pixels.To(DType.Float32).Mul_(255.0 / largest).Round_().To(DType.Uint8);
    }

    // After white space and comments; -1: there is none.
    private static long Number(ReadOnlySpan<byte> bytes, ref int at)
    {
        while (at < bytes.Length && (bytes[at] is (byte)' ' or (byte)'#' or >= 9 and <= 13))
        {
            var isComment = bytes[at++] == '#';
            while (isComment && at < bytes.Length && bytes[at] is not ((byte)'\n' or (byte)'\r'))
            {
                at++;
            }
        }

        var (start, number) = (at, 0L);
        for (; at < bytes.Length && bytes[at] is >= (byte)'0' and <= (byte)'9' && at - start < 10; at++)
        {
            number = (number * 10) + bytes[at] - '0';
        }

        return at == start ? -1 : number;
    }
}
