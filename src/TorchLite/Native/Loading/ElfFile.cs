using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace TorchLite.Native.Loading;

/// <summary>
/// What must be known of an ELF file before the system maps it: glibc maps a truncated library without a word, and the process
/// dies of SIGBUS when it touches what is missing.
/// </summary>
internal sealed class ElfFile
{
    private const int HeaderSize = 64;
    private const int ProgramHeaderSize = 56;
    private const int MaximalDynamicSize = 1 << 20;
    private const uint LoadSegment = 1;
    private const uint DynamicSegment = 2;
    private const long NeededTag = 1;
    private const long StringTableTag = 5;

    private readonly SafeFileHandle file;
    private readonly List<Segment> segments;

    private ElfFile(SafeFileHandle file, ushort machine, List<Segment> segments)
    {
        this.file = file;
        this.segments = segments;
        Machine = machine;
        Length = RandomAccess.GetLength(file);
        MissingEnd = FindMissingEnd();
        Needed = ReadNeeded();
    }

    private readonly record struct Segment(uint Type, long Offset, long Address, long Size);

    /// <summary>e_machine: 62 is x86-64, 183 is AArch64.</summary>
    internal ushort Machine { get; }

    /// <summary>The length of the file.</summary>
    internal long Length { get; }

    /// <summary>Where the loaded part of the file should end, if the file ends before; else null.</summary>
    internal long? MissingEnd { get; }

    /// <summary>The names of the libraries that this one needs.</summary>
    internal IReadOnlyList<string> Needed { get; }

    /// <summary>
    /// Reads what is told here; null where the file cannot be read or is no 64-bit little-endian ELF file: then the system's loader
    /// refuses it too, in its own words.
    /// </summary>
    internal static ElfFile? Read(string path)
    {
        try
        {
            using var file = File.OpenHandle(path);
            return Read(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static ElfFile? Read(SafeFileHandle file)
    {
        Span<byte> header = stackalloc byte[HeaderSize];
        if (!TryRead(file, 0, header) || !header.StartsWith("\u007fELF\u0002\u0001"u8))
        {
            return null;
        }

        var table = BinaryPrimitives.ReadInt64LittleEndian(header[32..]);
        var entrySize = BinaryPrimitives.ReadUInt16LittleEndian(header[54..]);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(header[56..]);
        var segments = new List<Segment>(count);
        Span<byte> entry = stackalloc byte[ProgramHeaderSize];
        for (var i = 0; i < count && entrySize >= ProgramHeaderSize; i++)
        {
            if (!TryRead(file, table + ((long)i * entrySize), entry))
            {
                // The table itself is cut off: one segment that no file can hold says so.
                segments.Add(new Segment(LoadSegment, table, 0, (long)count * entrySize));
                break;
            }

            segments.Add(new Segment(
                BinaryPrimitives.ReadUInt32LittleEndian(entry),
                BinaryPrimitives.ReadInt64LittleEndian(entry[8..]),
                BinaryPrimitives.ReadInt64LittleEndian(entry[16..]),
                BinaryPrimitives.ReadInt64LittleEndian(entry[32..])));
        }

        return new ElfFile(file, BinaryPrimitives.ReadUInt16LittleEndian(header[18..]), segments);
    }

    private long? FindMissingEnd()
    {
        long? end = null;
        foreach (var segment in segments.Where(segment => segment.Type == LoadSegment))
        {
            // Lengths that overflow are as wrong as lengths beyond the end.
            var segmentEnd = segment.Offset < 0 || segment.Size < 0 || segment.Offset > long.MaxValue - segment.Size
                ? long.MaxValue
                : segment.Offset + segment.Size;
            end = segmentEnd > Length ? Math.Max(end ?? 0, segmentEnd) : end;
        }

        return end;
    }

    private List<string> ReadNeeded()
    {
        var names = new List<string>();
        var dynamic = segments.Find(segment => segment.Type == DynamicSegment);
        if (dynamic.Size is <= 0 or > MaximalDynamicSize)
        {
            return names;
        }

        var bytes = new byte[dynamic.Size];
        if (!TryRead(file, dynamic.Offset, bytes))
        {
            return names;
        }

        var entries = MemoryMarshal.Cast<byte, long>(bytes.AsSpan(0, bytes.Length & ~15));
        var strings = -1L;
        for (var i = 0; i < entries.Length; i += 2)
        {
            strings = entries[i] == StringTableTag ? OffsetOf(entries[i + 1]) : strings;
        }

        Span<byte> name = stackalloc byte[256];
        for (var i = 0; strings >= 0 && i < entries.Length; i += 2)
        {
            if (entries[i] == NeededTag && ReadString(strings + entries[i + 1], name) is { Length: > 0 } needed)
            {
                names.Add(needed);
            }
        }

        return names;
    }

    private long OffsetOf(long address)
    {
        foreach (var segment in segments)
        {
            if (segment.Type == LoadSegment && address >= segment.Address && address - segment.Address < segment.Size)
            {
                return segment.Offset + (address - segment.Address);
            }
        }

        return -1;
    }

    private string? ReadString(long offset, Span<byte> buffer)
    {
        if (offset < 0)
        {
            return null;
        }

        var read = buffer[..RandomAccess.Read(file, buffer, offset)];
        var end = read.IndexOf((byte)0);
        return end < 0 ? null : Encoding.UTF8.GetString(read[..end]);
    }

    private static bool TryRead(SafeFileHandle file, long offset, Span<byte> buffer)
    {
        while (offset >= 0 && buffer.Length > 0)
        {
            var count = RandomAccess.Read(file, buffer, offset);
            if (count == 0)
            {
                return false;
            }

            buffer = buffer[count..];
            offset += count;
        }

        return offset >= 0;
    }
}
