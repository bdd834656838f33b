using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace TorchLite.Serialization;

/// <summary>
/// Writes zip files as PyTorch lays them out, so that they can be mapped into memory: entries that are not compressed begin at a multiple
/// of 64 bytes. It never goes back, so any stream will do. <c>System.IO.Compression.ZipArchive</c> can do neither.
/// </summary>
internal sealed class ZipWriter(Stream target)
{
    private const int Alignment = 64;
    private const uint Large = uint.MaxValue;
    private const ushort Utf8 = 0x0800;
    private const ushort SizesFollow = 8;
    private const ushort Deflated = 8;

    private readonly MemoryStream directory = new();
    private long position;
    private long entries;

    /// <summary>Adds an entry.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="size">How many bytes will be written.</param>
    /// <param name="write">Writes them.</param>
    /// <param name="compress">Whether to compress them.</param>
    internal void Add(string name, long size, Action<Stream> write, bool compress = false) =>
        Add(name, size, () => WriteData(write, compress, size), compress);

    /// <summary>Adds an entry whose bytes come to the target by another way.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="size">How many bytes these are.</param>
    /// <param name="checksum">Their CRC-32.</param>
    /// <param name="place">Brings them there.</param>
    internal void Add(string name, long size, uint checksum, Action place) => Add(
        name, size,
        () =>
        {
            place();
            position += size;
            return (size, checksum);
        },
        compress: false);

    private void Add(string name, long size, Func<(long Packed, uint Checksum)> write, bool compress)
    {
        var start = position;
        var named = Encoding.UTF8.GetBytes(name);
        var method = compress ? Deflated : (ushort)0;
        var flags = (ushort)(size > 0 ? Utf8 | SizesFollow : Utf8);
        var large = Zip64(size, size, start);

        var header = new Record(30 + named.Length + large.Length + 4 + Alignment);
        header.Add(0x04034b50u, 4).Add(0, 2).Add(flags, 2).Add(method, 2).Add(0, 4);
        header.Add(0, 4).Add(size >= Large ? Large : 0, 4).Add(size >= Large ? Large : 0, 4);
        var data = start + 30 + named.Length + large.Length + 4;
        var padding = (int)((Alignment - (data % Alignment)) % Alignment);
        header.Add(named.Length, 2).Add(large.Length + 4 + padding, 2).Add(named).Add(large);
        header.Add('F' | ('B' << 8), 2).Add(padding, 2).Add(Enumerable.Repeat((byte)'Z', padding).ToArray());
        Write(header.Bytes);

        var (packed, checksum) = write();
        if (size > 0)
        {
            var width = large.Length > 0 ? 8 : 4;
            Write(new Record(24).Add(0x08074b50u, 4).Add(checksum, 4).Add(packed, width).Add(size, width).Bytes);
        }

        large = Zip64(size, packed, start);
        var entry = new Record(46 + named.Length + large.Length);
        entry.Add(0x02014b50u, 4).Add(0, 4).Add(flags, 2).Add(method, 2).Add(0, 4).Add(checksum, 4);
        entry.Add(Math.Min(large.Length > 0 && size >= Large ? Large : packed, Large), 4).Add(Math.Min(size, Large), 4);
        entry.Add(named.Length, 2).Add(large.Length, 2).Add(0, 2).Add(0, 2).Add(0, 2).Add(0, 4).Add(Math.Min(start, Large), 4);
        directory.Write(entry.Add(named).Add(large).Bytes);
        entries++;
    }

    /// <summary>Adds an entry of a few bytes.</summary>
    internal void Add(string name, byte[] bytes) => Add(name, bytes.Length, stream => stream.Write(bytes));

    /// <summary>Writes the directory, with which the file is whole.</summary>
    internal void Finish()
    {
        var (start, size) = (position, directory.Length);
        Write(directory.GetBuffer().AsSpan(0, (int)size));
        var end = new Record(98);
        end.Add(0x06064b50u, 4).Add(44, 8).Add(0x031e, 2).Add(45, 2).Add(0, 8).Add(entries, 8).Add(entries, 8).Add(size, 8).Add(start, 8);
        end.Add(0x07064b50u, 4).Add(0, 4).Add(start + size, 8).Add(1, 4);
        var few = Math.Min(entries, ushort.MaxValue);
        end.Add(0x06054b50u, 4).Add(0, 4).Add(few, 2).Add(few, 2).Add(Math.Min(size, Large), 4).Add(Math.Min(start, Large), 4).Add(0, 2);
        Write(end.Bytes);
    }

    // What does not fit 32 bits, in the order of the specification. Both sizes are there, or none.
    private static byte[] Zip64(long size, long packed, long start)
    {
        if (size < Large && start < Large)
        {
            return [];
        }

        var length = (size >= Large ? 16 : 0) + (start >= Large ? 8 : 0);
        var extra = new Record(4 + length).Add(1, 2).Add(length, 2);
        if (size >= Large)
        {
            extra.Add(size, 8).Add(packed, 8);
        }

        return (start >= Large ? extra.Add(start, 8) : extra).Bytes.ToArray();
    }

    private (long Packed, uint Checksum) WriteData(Action<Stream> write, bool compress, long size)
    {
        var packed = new ChecksumStream(target);
        var plain = packed;
        if (compress)
        {
            using var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true);
            plain = new ChecksumStream(deflate);
            write(plain);
        }
        else
        {
            write(plain);
        }

        position += packed.Written;
        return plain.Written == size
            ? (packed.Written, plain.Checksum)
            : throw new InvalidOperationException($"{plain.Written} bytes were written, not {size}");
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        target.Write(bytes);
        position += bytes.Length;
    }

    /// <summary>Little-endian numbers, one after the other.</summary>
    private sealed class Record(int capacity)
    {
        private readonly byte[] bytes = new byte[capacity];
        private int length;

        internal ReadOnlySpan<byte> Bytes => bytes.AsSpan(0, length);

        internal Record Add(long number, int width)
        {
            Span<byte> all = stackalloc byte[8];
            BinaryPrimitives.WriteInt64LittleEndian(all, number);
            return Add(all[..width]);
        }

        internal Record Add(ReadOnlySpan<byte> more)
        {
            more.CopyTo(bytes.AsSpan(length));
            length += more.Length;
            return this;
        }
    }

    /// <summary>Counts what is written, and sums it up.</summary>
    private sealed class ChecksumStream(Stream target) : Stream
    {
        private readonly Crc32 sum = new();

        internal long Written { get; private set; }

        internal uint Checksum => sum.GetCurrentHashAsUInt32();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            sum.Append(buffer);
            Written += buffer.Length;
            target.Write(buffer);
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Flush() => target.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
