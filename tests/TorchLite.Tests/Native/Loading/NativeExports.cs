using System.Buffers.Binary;
using System.Reflection.PortableExecutable;
using System.Text;

namespace TorchLite.Tests.Native;

/// <summary>The names that a library of any system exports: ELF, Mach-O and PE, of 64 bits, as the packages have them.</summary>
internal static class NativeExports
{
    internal static IEnumerable<string> Of(string path) =>
        Path.GetExtension(path) switch
        {
            ".so" => OfElf(File.OpenRead(path), isDefined: true),
            ".dylib" => OfMachO(File.OpenRead(path)),
            _ => OfPe(path),
        };

    /// <summary>The names that a library of Linux's asks others for, and can not do without.</summary>
    internal static IEnumerable<string> NeededBy(string path) => OfElf(File.OpenRead(path), isDefined: false);

    // Sections of type 11 are tables of dynamic symbols, of 24 bytes each; one without a section of its own is only asked for.
    private static IEnumerable<string> OfElf(FileStream file, bool isDefined)
    {
        using var _ = file;
        var header = Read(file, 0, 64);
        var (table, size, count) = (Long(header, 40), Short(header, 58), Short(header, 60));
        var sections = Read(file, table, size * count);
        for (var i = 0; i < count; i++)
        {
            if (Word(sections, (i * size) + 4) == 11)
            {
                var symbols = Read(file, Long(sections, (i * size) + 24), (int)Long(sections, (i * size) + 32));
                var strings = Word(sections, (i * size) + 40) * size;
                var names = Read(file, Long(sections, strings + 24), (int)Long(sections, strings + 32));
                for (var at = 0; at < symbols.Length; at += 24)
                {
                    // In the upper half of the fifth byte 2 is for weak ones.
                    if ((Short(symbols, at + 6) != 0) == isDefined && (isDefined || symbols[at + 4] >> 4 != 2))
                    {
                        yield return Text(names, Word(symbols, at));
                    }
                }
            }
        }
    }

    // Load command 2 tells where the symbols are, of 16 bytes each: external ones (1) that are in a section (0xe). Names begin with a "_".
    private static IEnumerable<string> OfMachO(FileStream file)
    {
        using var _ = file;
        var header = Read(file, 0, 32);
        var commands = Read(file, 32, Word(header, 20));
        for (var (at, left) = (0, Word(header, 16)); left > 0; left--, at += Word(commands, at + 4))
        {
            if (Word(commands, at) == 2)
            {
                var symbols = Read(file, Word(commands, at + 8), 16 * Word(commands, at + 12));
                var names = Read(file, Word(commands, at + 16), Word(commands, at + 20));
                for (var symbol = 0; symbol < symbols.Length; symbol += 16)
                {
                    if ((symbols[symbol + 4] & 0xf) == 0xf)
                    {
                        yield return Text(names, Word(symbols, symbol))[1..];
                    }
                }
            }
        }
    }

    // In the table of exports the seventh word is how many names there are, and the ninth where they are listed.
    private static IEnumerable<string> OfPe(string path)
    {
        using var reader = new PEReader(File.OpenRead(path));
        var table = reader.PEHeaders.PEHeader!.ExportTableDirectory.RelativeVirtualAddress;
        var (count, names) = (At(table + 24).ReadInt32(), At(At(table + 32).ReadInt32()));
        for (var i = 0; i < count; i++)
        {
            var name = At(names.ReadInt32());
            yield return Encoding.ASCII.GetString(name.ReadBytes(name.IndexOf(0)));
        }

        System.Reflection.Metadata.BlobReader At(int address) => reader.GetSectionData(address).GetReader();
    }

    private static byte[] Read(FileStream file, long at, int count)
    {
        var bytes = new byte[count];
        file.Position = at;
        file.ReadExactly(bytes);
        return bytes;
    }

    private static string Text(byte[] names, int at) => Encoding.ASCII.GetString(names.AsSpan(at)[..names.AsSpan(at).IndexOf((byte)0)]);

    private static int Short(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static int Word(byte[] bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));

    private static long Long(byte[] bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at));
}
