using System.IO.Hashing;

namespace TorchLite.Serialization;

/// <summary>A part of a stream, or all that another unpacks, with its checksum where an entry says one.</summary>
/// <param name="source">Where the bytes come from.</param>
/// <param name="start">Where they begin there; -1: where the source is, and the source is this stream's own.</param>
/// <param name="length">The number of positions.</param>
/// <param name="entry">The entry that knows the checksum.</param>
internal sealed class ZipPart(Stream source, long start, long length, ZipEntry? entry) : Stream
{
    private readonly Crc32 sum = new();
    private long at;

    /// <summary>Whether the bytes are unpacked on the way, so that fewer may come than the entry claims.</summary>
    internal bool IsPacked => start < 0;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => at;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var wanted = (int)Math.Min(buffer.Length, length - at);
        if (wanted == 0)
        {
            return 0;
        }

        if (start >= 0)
        {
            source.Position = start + at;
        }

        var read = Fill(buffer[..wanted]);
        at += read;
        if (entry is not null)
        {
            sum.Append(buffer[..read]);
            if (at == length && sum.GetCurrentHashAsUInt32() != entry.Checksum)
            {
                throw new TorchFileException($"the entry '{entry.Name}' is damaged: its checksum (CRC-32) is wrong");
            }
        }

        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && start < 0)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Fill(Span<byte> buffer)
    {
        try
        {
            return source.Read(buffer);
        }
        catch (InvalidDataException thrown)
        {
            throw new TorchFileException($"the entry '{entry?.Name}' can not be unpacked: {thrown.Message}", thrown);
        }
    }
}
