using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;

namespace TorchLite.Native.Loading;

/// <summary>
/// LibTorchSharp asks for GLIBCXX_3.4.32 (GCC 13) because of one symbol that nothing in it refers to. A version need that is marked
/// weak is one that the system's loader lets pass.
/// </summary>
internal static partial class VersionNeed
{
    /// <summary>What GCC 13's headers leave behind in every object file; libstdc++ initialises itself without it.</summary>
    private const string UnusedSymbol = "_ZSt21ios_base_library_initv";

    private const uint DynamicSymbolsSection = 11;
    private const uint VersionNeedSection = 0x6ffffffe;
    private const uint SymbolVersionSection = 0x6fffffff;
    private const ushort Weak = 2;

    private readonly record struct Section(uint Type, int Offset, int Size, int Link);

    /// <summary>
    /// The version of libstdc++ that the loader's words say is missing, or null. The words may be translated, the name is not.
    /// </summary>
    internal static string? MissingFrom(string words) => GlibCxxVersion().Match(words) is { Success: true } match ? match.Value : null;

    /// <summary>Marks one version need weak in the image of a library, and returns the image.</summary>
    /// <exception cref="InvalidDataException">The image is damaged, or the version is needed for more than the unused symbol.</exception>
    internal static byte[] Relax(byte[] image, string version)
    {
        try
        {
            var sections = Sections(image);
            var needs = Find(sections, VersionNeedSection);
            var entry = FindNeed(image, needs, sections[needs.Link], version);
            CheckUnused(image, sections, U16(image, entry + 6), version);
            BinaryPrimitives.WriteUInt16LittleEndian(image.AsSpan(entry + 4), (ushort)(U16(image, entry + 4) | Weak));
            return image;
        }
        catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw new InvalidDataException("the file is damaged: its section tables point outside of it");
        }
    }

    private static int FindNeed(byte[] image, Section needs, Section strings, string version)
    {
        // A chain of files, and for each a chain of versions; every step forward is a byte offset, 0 ends the chain.
        for (int file = needs.Offset, nextFile = -1; nextFile != 0; file = checked(file + nextFile))
        {
            nextFile = I32(image, file + 12);
            for (int entry = checked(file + I32(image, file + 8)), next = -1; next != 0; entry = checked(entry + next))
            {
                next = I32(image, entry + 12);
                if (Text(image, strings, I32(image, entry + 8)) == version)
                {
                    return entry;
                }

                ThrowIfBackward(next);
            }

            ThrowIfBackward(nextFile);
        }

        throw new InvalidDataException($"its need of {version} was not found");
    }

    private static void CheckUnused(byte[] image, Section[] sections, ushort index, string version)
    {
        var symbols = Find(sections, DynamicSymbolsSection);
        var versions = Find(sections, SymbolVersionSection);
        for (var i = 0; i < versions.Size / 2; i++)
        {
            // The top bit says that a symbol is hidden, not which version it has.
            if ((U16(image, versions.Offset + (i * 2)) & 0x7fff) != index)
            {
                continue;
            }

            var name = Text(image, sections[symbols.Link], I32(image, symbols.Offset + (i * 24)));
            if (name != UnusedSymbol)
            {
                throw new InvalidDataException($"it uses {name} of {version}");
            }
        }
    }

    private static Section[] Sections(byte[] image)
    {
        if (image.Length < 64 || !image.AsSpan().StartsWith("\u007fELF\u0002\u0001"u8))
        {
            throw new InvalidDataException("the file is no 64-bit ELF file");
        }

        var table = checked((int)BinaryPrimitives.ReadInt64LittleEndian(image.AsSpan(40)));
        var size = U16(image, 58);
        var sections = new Section[U16(image, 60)];
        for (var i = 0; i < sections.Length; i++)
        {
            var header = image.AsSpan(checked(table + (i * size)), 64);
            sections[i] = new Section(
                BinaryPrimitives.ReadUInt32LittleEndian(header[4..]),
                Offset: unchecked((int)BinaryPrimitives.ReadInt64LittleEndian(header[24..])),
                Size: unchecked((int)BinaryPrimitives.ReadInt64LittleEndian(header[32..])),
                Link: BinaryPrimitives.ReadInt32LittleEndian(header[40..]));
        }

        return sections;
    }

    private static Section Find(Section[] sections, uint type)
    {
        var found = Array.Find(sections, section => section.Type == type);
        return found.Type == type ? found : throw new InvalidDataException("the file has no table of symbol versions");
    }

    private static void ThrowIfBackward(int step)
    {
        if (step < 0)
        {
            throw new InvalidDataException("the file is damaged: its chain of versions runs backwards");
        }
    }

    private static string Text(byte[] image, Section strings, int offset)
    {
        var text = image.AsSpan(checked(strings.Offset + offset));
        return Encoding.UTF8.GetString(text[..Math.Max(0, text.IndexOf((byte)0))]);
    }

    private static ushort U16(byte[] image, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(image.AsSpan(offset));

    private static int I32(byte[] image, int offset) => BinaryPrimitives.ReadInt32LittleEndian(image.AsSpan(offset));

    [GeneratedRegex(@"GLIBCXX_[0-9]+(\.[0-9]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex GlibCxxVersion();
}
