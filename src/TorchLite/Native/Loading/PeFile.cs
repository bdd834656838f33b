using System.Reflection.PortableExecutable;
using System.Text;

namespace TorchLite.Native.Loading;

/// <summary>What must be known of a Windows library that the system has refused: Windows does not say which other one is missing.</summary>
/// <param name="Machine">The processor.</param>
/// <param name="Needed">The names of the libraries that it needs.</param>
internal sealed record PeFile(Machine Machine, IReadOnlyList<string> Needed)
{
    /// <summary>Reads it; null where the file cannot be read or is no such library.</summary>
    internal static PeFile? Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var reader = new PEReader(file);
            return new(reader.PEHeaders.CoffHeader.Machine, [.. ReadNeeded(reader)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException or InvalidOperationException
            or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    // A table of five words for each, the fourth being where its name stands; the last is all zeros.
    private static IEnumerable<string> ReadNeeded(PEReader reader)
    {
        if (reader.PEHeaders.PEHeader?.ImportTableDirectory is not { Size: > 0 } table)
        {
            yield break;
        }

        for (var at = table.RelativeVirtualAddress; Word(reader, at + 12) is not 0 and var name; at += 20)
        {
            yield return Text(reader, name);
        }
    }

    private static int Word(PEReader reader, int address) => reader.GetSectionData(address).GetReader().ReadInt32();

    private static string Text(PEReader reader, int address)
    {
        var bytes = reader.GetSectionData(address).GetReader();
        var length = bytes.IndexOf(0);
        return length < 0 ? "" : Encoding.ASCII.GetString(bytes.ReadBytes(length));
    }
}
