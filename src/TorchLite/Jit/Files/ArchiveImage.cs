namespace TorchLite.Jit;

/// <summary>
/// A file that is nowhere: made of bytes, and of parts of a file that is. What was written is read by its place, from any thread.
/// </summary>
internal sealed class ArchiveImage(ArchiveSource source) : Stream
{
    private readonly List<(long Start, byte[]? Bytes, long From)> parts = [];
    private long length;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => length;

    public override long Position
    {
        get => length;
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer) => Add(buffer.ToArray(), 0, buffer.Length);

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>A part of the file that is, as the next bytes.</summary>
    internal void Place(long from, long count) => Add(null, from, count);

    /// <summary>Reads at a place.</summary>
    /// <returns>How many bytes were read: fewer than there is room for at the end only.</returns>
    internal int ReadAt(long position, Span<byte> buffer)
    {
        var read = 0;
        for (var part = Find(position); part < parts.Count && read < buffer.Length; part++)
        {
            var (start, bytes, from) = parts[part];
            var (skip, end) = (position + read - start, part + 1 < parts.Count ? parts[part + 1].Start : length);
            var count = (int)Math.Min(buffer.Length - read, end - start - skip);
            if (bytes is not null)
            {
                bytes.AsSpan((int)skip, count).CopyTo(buffer[read..]);
            }
            else
            {
                source.ReadAt(from + skip, buffer.Slice(read, count));
            }

            read += count;
        }

        return read;
    }

    /// <summary>All of it.</summary>
    internal byte[] ToArray()
    {
        var all = new byte[length <= Array.MaxLength ? length : throw new TorchNotImplementedException(
            $"a TorchScript archive of {length} bytes is read through a C++ function of libtorch's that is not known on "
            + $"{LoadFailure.Platform}")];
        ReadAt(0, all);
        return all;
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Add(byte[]? bytes, long from, long count)
    {
        if (count > 0)
        {
            parts.Add((length, bytes, from));
            length += count;
        }
    }

    private int Find(long position)
    {
        var (low, high) = (0, parts.Count);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = parts[middle].Start <= position ? (middle, high) : (low, middle);
        }

        return position >= 0 && position < length ? low : parts.Count;
    }
}
