using System.IO.Compression;
using System.Text.Json;

namespace TorchLite.Tests.Reference;

/// <summary>What PyTorch answered, as tests/reference recorded it: JSON lines, packed where they are many.</summary>
internal static class Corpus
{
    /// <summary>Where the files are.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "reference", "corpus");

    /// <summary>The records of a file without its first line, which says what recorded them.</summary>
    public static IReadOnlyList<JsonElement> Read(string name)
    {
        var path = Path.Combine(Folder, name);
        using Stream file = File.Exists(path)
            ? File.OpenRead(path)
            : new GZipStream(File.OpenRead(path + ".gz"), CompressionMode.Decompress);
        using var lines = new StreamReader(file);
        lines.ReadLine();
        var records = new List<JsonElement>();
        while (lines.ReadLine() is { } line)
        {
            records.Add(JsonElement.Parse(line));
        }

        return records;
    }

    /// <summary>A part of a record that may be missing.</summary>
    public static IEnumerable<JsonElement> List(this JsonElement record, string name) =>
        record.TryGetProperty(name, out var part) ? part.EnumerateArray() : [];

    /// <summary>A part of a record that may be missing.</summary>
    public static IEnumerable<JsonProperty> Fields(this JsonElement record, string name) =>
        record.TryGetProperty(name, out var part) ? part.EnumerateObject() : [];
}
