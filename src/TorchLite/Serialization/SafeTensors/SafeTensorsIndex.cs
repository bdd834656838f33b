using System.Text.Json;
using System.Text.Json.Nodes;

namespace TorchLite.Serialization;

/// <summary>The index of a model in several safetensors files: which tensor is in which of them.</summary>
internal static class SafeTensorsIndex
{
    private const long Longest = 100_000_000;

    /// <summary>The file of each tensor; a name of a file beside the index, never a path.</summary>
    internal static OrderedDictionary<string, string> Read(string filename)
    {
        using var stream = MappedFile.OpenRead(filename);
        return Read(stream);
    }

    internal static OrderedDictionary<string, string> Read(Stream stream)
    {
        if (stream.Length - stream.Position > Longest)
        {
            throw new TorchFileException("the index is longer than 100 MB");
        }

        var files = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        try
        {
            using var json = JsonDocument.Parse(stream, new JsonDocumentOptions { MaxDepth = 16 });
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("weight_map", out var map))
            {
                throw new TorchFileException("the index has no weight_map");
            }

            foreach (var weight in map.EnumerateObject())
            {
                var file = weight.Value.GetString() ?? "";
                files[weight.Name] = IsFileName(file)
                    ? file
                    : throw new TorchFileException($"the index names '{file}', which is not the name of a file beside it");
            }
        }
        catch (Exception thrown) when (thrown is JsonException or InvalidOperationException)
        {
            throw new TorchFileException($"the index is no JSON of the right form: {thrown.Message}", thrown);
        }

        return files;
    }

    /// <summary>The index as Hugging Face's library writes it.</summary>
    internal static byte[] Write(IEnumerable<KeyValuePair<string, string>> files, long totalSize)
    {
        var weights = new JsonObject();
        foreach (var (name, file) in files.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            weights[name] = file;
        }

        var index = new JsonObject { ["metadata"] = new JsonObject { ["total_size"] = totalSize }, ["weight_map"] = weights };
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            index.WriteTo(writer);
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static bool IsFileName(string file) =>
        file.Length > 0 && file is not ("." or "..") && file.IndexOfAny(['/', '\\', ':', '\0']) < 0;
}
