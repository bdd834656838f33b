using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace TorchLite.Serialization;

/// <summary>One entry of a zip file.</summary>
/// <param name="Name">Its name, which is never used as a path.</param>
/// <param name="Start">Where its local header begins.</param>
/// <param name="Packed">The bytes it takes in the file.</param>
/// <param name="Length">The bytes it is.</param>
/// <param name="Method">0: as it is; 8: deflated; another is not read; -1: encrypted.</param>
/// <param name="Checksum">The CRC-32 of the bytes.</param>
internal sealed record ZipEntry(string Name, long Start, long Packed, long Length, int Method, uint Checksum)
{
    internal bool IsStored => Method == 0;
}

/// <summary>
/// Reads zip files of strangers: every number is checked before it is used. <c>System.IO.Compression.ZipArchive</c> does not tell where
/// an entry lies, without which neither overlapping entries can be seen nor entries be mapped into memory.
/// </summary>
internal sealed class ZipReader
{
    private const int EndSize = 22;
    private const int LargeEndSize = 56;
    private const int LongestComment = ushort.MaxValue;
    private const int LocalSize = 30;
    private const int CentralSize = 46;

    // Deflate can not do better: 258 bytes in 2 bits.
    private const long BestRatio = 1032;

    private readonly Stream source;
    private readonly Dictionary<string, ZipEntry> byName = new(StringComparer.Ordinal);
    private readonly long directory;

    internal ZipReader(Stream source)
    {
        this.source = source;
        if (!source.CanSeek)
        {
            throw new ArgumentException("A zip file is read from its end: the stream must be able to seek.", nameof(source));
        }

        var (start, size, count, shift) = FindDirectory();
        directory = start;
        Entries = ReadDirectory(ReadAt(start, size, "the directory"), count, shift);
        CheckApart();
    }

    /// <summary>The entries, in the order of the directory.</summary>
    internal IReadOnlyList<ZipEntry> Entries { get; }

    /// <summary>Whether a file begins as a zip file does.</summary>
    internal static bool IsZip(ReadOnlySpan<byte> start) => start.StartsWith("PK\x03\x04"u8) || start.StartsWith("PK\x05\x06"u8);

    /// <summary>Whether a zip file begins where a stream stands, and stays.</summary>
    internal static bool IsZip(Stream stream)
    {
        Span<byte> start = stackalloc byte[4];
        var begin = stream.Position;
        var isZip = IsZip(start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]);
        stream.Position = begin;
        return isZip;
    }

    internal ZipEntry? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>Where the bytes of an entry begin.</summary>
    internal long DataOf(ZipEntry entry)
    {
        CheckMethod(entry);
        var header = ReadAt(entry.Start, LocalSize, $"'{entry.Name}'");
        var data = entry.Start + LocalSize + U16(header, 26) + U16(header, 28);
        return U32(header, 0) != 0x04034b50 || U16(header, 8) != entry.Method
            ? throw new TorchFileException($"the zip file's directory and its entry '{entry.Name}' contradict each other")
            : data + entry.Packed > directory ? throw Outside(entry.Name) : data;
    }

    /// <summary>The bytes of an entry, unpacked; the last read throws where their checksum is wrong.</summary>
    internal Stream Open(ZipEntry entry)
    {
        var start = DataOf(entry);
        return entry.IsStored
            ? new ZipPart(source, start, entry.Packed, entry)
            : new ZipPart(
                new DeflateStream(new ZipPart(source, start, entry.Packed, null), CompressionMode.Decompress), -1, entry.Length, entry);
    }

    /// <summary>All bytes of an entry that must not be longer than so many.</summary>
    internal byte[] ReadAll(ZipEntry entry, int longest)
    {
        if (entry.Length > longest)
        {
            throw new TorchFileException($"the entry '{entry.Name}' is longer than it can be: {entry.Length} bytes");
        }

        // Grows with what is really there.
        using var stream = Open(entry);
        using var bytes = new MemoryStream(entry.IsStored ? (int)entry.Length : 0);
        stream.CopyTo(bytes);
        return bytes.Length == entry.Length ? bytes.ToArray() : throw TensorBytes.TooShort(entry.Length - bytes.Length);
    }

    private static void CheckMethod(ZipEntry entry)
    {
        var packing = entry.Method switch
        {
            0 or 8 => null,
            -1 => "encrypted",
            9 => "packed with deflate64",
            12 => "packed with bzip2",
            14 => "packed with LZMA",
            93 => "packed with Zstandard",
            95 => "packed with xz",
            _ => $"packed by the method {entry.Method} of zip files",
        };
        if (packing is not null)
        {
            throw new TorchFileException(
                $"the entry '{entry.Name}' of the zip file is {packing}, which can not be read here. "
                + $"Write the file anew, plain or with deflate.");
        }
    }

    private static int U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static long U64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]);

    private static TorchFileException Outside(string what) =>
        new($"{what} of the zip file lies outside the file, or over another part of it");

    private byte[] ReadAt(long start, long size, string what)
    {
        if (start < 0 || size < 0 || size > source.Length - start || size > Array.MaxLength)
        {
            throw Outside(what);
        }

        var bytes = new byte[size];
        source.Position = start;
        source.ReadExactly(bytes);
        return bytes;
    }

    // Where the directory is, and how far that is from where the file says. A zip file may begin anywhere in its stream: then what it
    // says counts from its own beginning, as PyTorch writes it, or from the stream's, as Python's zipfile does. What is certain is that the
    // directory lies before its end.
    private (long Start, long Size, long Count, long Shift) FindDirectory()
    {
        var length = source.Length;
        var tail = ReadAt(Math.Max(0, length - EndSize - LongestComment), Math.Min(length, EndSize + LongestComment), "the end").AsSpan();
        for (var at = tail.Length - EndSize; at >= 0; at--)
        {
            if (U32(tail, at) == 0x06054b50 && at + EndSize + U16(tail, at + 20) <= tail.Length)
            {
                var end = length - tail.Length + at;
                var (start, size, count) = ((long)U32(tail, at + 16), (long)U32(tail, at + 12), (long)U16(tail, at + 10));
                if (at >= 20 && U32(tail, at - 20) == 0x07064b50)
                {
                    end += at - 20 >= LargeEndSize && U32(tail, at - 20 - LargeEndSize) == 0x06064b50
                        ? -20 - LargeEndSize
                        : U64(tail, at - 12) - end;
                    var large = ReadAt(end, LargeEndSize, "the directory");
                    (start, size, count) = U32(large, 0) == 0x06064b50
                        ? (U64(large, 48), U64(large, 40), U64(large, 32))
                        : throw Outside("the directory");
                }

                return start >= 0 && size >= 0 && size <= end - start
                    ? (end - size, size, count, end - size - start)
                    : throw Outside("the directory");
            }
        }

        throw new TorchFileException("this is no zip file, or it is cut off: it has no directory at its end");
    }

    private List<ZipEntry> ReadDirectory(ReadOnlySpan<byte> bytes, long count, long shift)
    {
        var entries = new List<ZipEntry>();
        for (; entries.Count < count; bytes = bytes[(CentralSize + U16(bytes, 28) + U16(bytes, 30) + U16(bytes, 32))..])
        {
            if (bytes.Length < CentralSize || U32(bytes, 0) != 0x02014b50
                || bytes.Length < CentralSize + U16(bytes, 28) + U16(bytes, 30) + U16(bytes, 32))
            {
                throw new TorchFileException("the directory of the zip file is malformed");
            }

            var entry = ReadEntry(bytes);
            entry = entry with { Start = entry.Start <= directory - shift ? entry.Start + shift : throw Outside($"'{entry.Name}'") };
            entries.Add(entry);

            // The last one counts, as it does to Python.
            byName[entry.Name] = entry;
        }

        return entries;
    }

    private static ZipEntry ReadEntry(ReadOnlySpan<byte> bytes)
    {
        var flags = U16(bytes, 8);
        var method = (flags & 1) != 0 ? -1 : U16(bytes, 10);
        var name = ((flags & 0x800) != 0 ? Encoding.UTF8 : Encoding.Latin1).GetString(bytes.Slice(CentralSize, U16(bytes, 28)));
        var (packed, length, start) = ((long)U32(bytes, 20), (long)U32(bytes, 24), (long)U32(bytes, 42));
        for (var extra = bytes.Slice(CentralSize + U16(bytes, 28), U16(bytes, 30)); extra.Length >= 4;)
        {
            var (id, size) = (U16(extra, 0), Math.Min(U16(extra, 2), extra.Length - 4));
            if (id == 1)
            {
                var numbers = extra.Slice(4, size);
                Large(ref length, ref numbers);
                Large(ref packed, ref numbers);
                Large(ref start, ref numbers);
            }

            extra = extra[(4 + size)..];
        }

        if (length < 0 || packed < 0 || start < 0 || (method == 0 ? length != packed : method == 8 && length / BestRatio > packed))
        {
            throw new TorchFileException($"the entry '{name}' of the zip file can not have the size that it claims: {length} bytes");
        }

        return new(name, start, packed, length, method, U32(bytes, 16));

        static void Large(ref long value, ref ReadOnlySpan<byte> numbers)
        {
            if (value == uint.MaxValue && numbers.Length >= 8)
            {
                value = U64(numbers, 0);
                numbers = numbers[8..];
            }
        }
    }

    // A small file of many entries that share their bytes would unpack to a large one.
    private void CheckApart()
    {
        var end = 0L;
        foreach (var entry in Entries.OrderBy(static entry => entry.Start))
        {
            if (entry.Start < end || entry.Start > directory || entry.Packed > directory - entry.Start - LocalSize)
            {
                throw Outside($"the entry '{entry.Name}'");
            }

            end = entry.Start + LocalSize + entry.Packed;
        }
    }
}
