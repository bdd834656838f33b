using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using Google.Protobuf;
using TorchLite.Utils.Tensorboard.Messages;

namespace TorchLite.Utils.Tensorboard;

/// <summary>Tensors as pictures in the form of PNG.</summary>
internal static class Pictures
{
    internal static Summary.Types.Image Of(Tensor tensor, string dataformats)
    {
        ArgumentNullException.ThrowIfNull(dataformats);
        using var scope = Torch.Scope();
        var values = Values.Of(tensor);
        var scale = values.DType == DType.Uint8 ? 1 : 255;
        var levels = Arrange(values, dataformats).To(DType.Float32) * scale;
        var pixels = levels.Clamp(0, 255).To(DType.Uint8).Contiguous();
        var (height, width, channels) = ((int)pixels.Size(0), (int)pixels.Size(1), (int)pixels.Size(2));
        return new()
        {
            Height = height, Width = width, Colorspace = channels,
            EncodedImageString = UnsafeByteOperations.UnsafeWrap(Png(pixels.AsSpan<byte>(), width, height, channels)),
        };
    }

    // What is given in any order of axes, as [height, width, channels].
    private static Tensor Arrange(Tensor values, string dataformats)
    {
        if (dataformats.Distinct().Count() != dataformats.Length)
        {
            throw new TorchException(
                $"You can not use the same dimension shordhand twice.         input_format: {dataformats}");
        }

        if (values.Dim() != dataformats.Length)
        {
            var sizes = string.Join(", ", values.Shape.ToArray().Select(static size => FormattableString.Invariant($"{size}")));
            throw new TorchException(
                "size of input tensor and input format are different.         "
                + $"tensor shape: ({sizes}{(values.Dim() == 1 ? "," : "")}), input_format: {dataformats}");
        }

        var letters = dataformats.ToUpperInvariant();
        return letters.Length switch
        {
            4 => Grid(Permute("NCHW")).Permute(1, 2, 0),
            3 => Permute("HWC") is var image && image.Size(2) == 1 ? image.Expand(-1, -1, 3) : image,
            2 => Permute("HW").Unsqueeze(2).Expand(-1, -1, 3),
            _ => throw new TorchValueException($"an image has 2, 3 or 4 dimensions, but input_format is {dataformats}"),
        };

        Tensor Permute(string order) => order.All(letters.Contains)
            ? values.Permute([.. order.Select(letter => (long)letters.IndexOf(letter, StringComparison.Ordinal))])
            : throw new TorchValueException($"input_format must have the letters of {order}, but is {dataformats}");
    }

    // Eight images in a row.
    private static Tensor Grid(Tensor images)
    {
        if (images.Size(1) == 1)
        {
            images = images.Expand(-1, 3, -1, -1);
        }

        var (count, channels, height, width) = (images.Size(0), images.Size(1), images.Size(2), images.Size(3));
        if (channels != 3 || count == 0)
        {
            throw new TorchException($"images must have 1 or 3 channels, and there must be some, but got {images.Shape}");
        }

        var columns = Math.Min(count, 8);
        var rows = (count + columns - 1) / columns;
        var canvas = Torch.Zeros([rows * columns, channels, height, width], dtype: images.DType);
        canvas.Narrow(0, 0, count).Copy_(images);
        return canvas.Reshape(rows, columns, channels, height, width).Permute(2, 0, 3, 1, 4)
            .Reshape(channels, rows * height, columns * width);
    }

    // PyTorch takes Pillow for this, whose files are as many bytes of the same pixels; a library is not needed for so little.
    private static byte[] Png(ReadOnlySpan<byte> pixels, int width, int height, int channels)
    {
        var color = channels switch
        {
            2 => (byte)4,   // grey and opacity
            3 => (byte)2,
            4 => (byte)6,   // colour and opacity
            _ => throw new TorchTypeException($"Cannot handle this data type: (1, 1, {channels}), |u1"),
        };
        if (width == 0 || height == 0)
        {
            throw new TorchValueException("height and width must be > 0");
        }

        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        (header[8], header[9]) = (8, color);
        Chunk("IHDR", header);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            // Each row as the difference from the one above, which packs well, and the first as it is.
            var row = width * channels;
            var line = new byte[row + 1];
            for (var y = 0; y < height; y++)
            {
                line[0] = y == 0 ? (byte)0 : (byte)2;
                var now = pixels.Slice(y * row, row);
                for (var x = 0; x < row; x++)
                {
                    line[x + 1] = (byte)(now[x] - (y == 0 ? 0 : pixels[((y - 1) * row) + x]));
                }

                zlib.Write(line);
            }
        }

        Chunk("IDAT", packed.GetBuffer().AsSpan(0, (int)packed.Length));
        Chunk("IEND", []);
        return file.ToArray();

        void Chunk(string kind, ReadOnlySpan<byte> data)
        {
            var chunk = new byte[data.Length + 12];
            BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
            Encoding.ASCII.GetBytes(kind, chunk.AsSpan(4));
            data.CopyTo(chunk.AsSpan(8));
            BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc32.HashToUInt32(chunk.AsSpan(4, 4 + data.Length)));
            file.Write(chunk);
        }
    }
}
