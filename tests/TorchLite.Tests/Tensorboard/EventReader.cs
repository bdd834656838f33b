using System.Buffers.Binary;
using Google.Protobuf;
using SkiaSharp;
using TorchLite.Utils.Tensorboard;
using TorchLite.Utils.Tensorboard.Messages;

namespace TorchLite.Tests.Tensorboard;

/// <summary>Reads event files, and writes events down as tests/reference/events.py does: without the time, and images as pixels.</summary>
internal static class EventReader
{
    /// <summary>The events of a file; an error where a checksum is wrong.</summary>
    internal static IReadOnlyList<byte[]> Events(string path)
    {
        var bytes = File.ReadAllBytes(path).AsSpan();
        var events = new List<byte[]>();
        while (bytes.Length > 0)
        {
            var length = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes);
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]).Should().Be(EventFile.Checksum(bytes[..8]));
            var data = bytes.Slice(12, length);
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[(12 + length)..]).Should().Be(EventFile.Checksum(data));
            events.Add(Canonical(data.ToArray()));
            bytes = bytes[(length + 16)..];
        }

        return events;
    }

    /// <summary>The files of each folder, in the order in which they were made.</summary>
    internal static IEnumerable<(string Folder, string[] Paths)> Files(string folder) =>
        from path in Directory.GetFiles(folder, "events.*", SearchOption.AllDirectories)
        orderby int.Parse(Path.GetFileName(path).Split('.')[^(path.EndsWith(".mine", StringComparison.Ordinal) ? 2 : 1)], null)
        group path by Path.GetRelativePath(folder, Path.GetDirectoryName(path)!).Replace('\\', '/') into paths
        select (paths.Key, paths.ToArray());

    /// <summary>An event that was written down.</summary>
    internal static Event Parse(byte[] canonical) => Event.Parser.ParseFrom(canonical);

    private static byte[] Canonical(byte[] data)
    {
        var read = Event.Parser.ParseFrom(data);
        foreach (var value in read.Summary?.Value.AsEnumerable() ?? [])
        {
            if (value.Image is { } image)
            {
                image.EncodedImageString = ByteString.CopyFrom(Pixels(image));
                data = read.ToByteArray();
            }
        }

        data[0].Should().Be(9, "the time comes first");
        return data[9..];
    }

    private static byte[] Pixels(Summary.Types.Image image)
    {
        using var codec = SKCodec.Create(new MemoryStream(image.EncodedImageString.ToByteArray()));
        codec.Info.Size.Should().Be(new SKSizeI(image.Width, image.Height));
        codec.GetPixels(new(image.Width, image.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul), out var pixels)
            .Should().Be(SKCodecResult.Success);
        return pixels;
    }
}
