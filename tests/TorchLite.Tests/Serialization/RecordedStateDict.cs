using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using TorchLite.Nn;
using TorchLite.Tests.Reference;

namespace TorchLite.Tests.Serialization;

/// <summary>The state dict of a module that Python saved: an entry of tests/reference/files/…/state-dicts.zip.</summary>
internal sealed record RecordedStateDict(RecordedFile File, ImmutableArray<byte> Bytes)
{
    public static ImmutableArray<RecordedStateDict> All { get; } =
    [
        .. Directory.GetFiles(RecordedFile.Folder, "state-dicts.zip", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).SelectMany(Read)
    ];

    /// <summary>The class, as PyTorch names it, or the name of one of <see cref="SavedNetworks"/>.</summary>
    public string Kind => File.Expected.TryGetProperty("network", out var network) ? network.GetString()!
        : File.Expected.GetProperty("class").GetString()!;

    public bool IsSafeTensors => File.Name.EndsWith(".safetensors", StringComparison.Ordinal);

    public override string ToString() => $"{File}";

    /// <summary>Makes the module in C#.</summary>
    public Module Make() => File.Expected.TryGetProperty("network", out var network)
        ? SavedNetworks.Make(network.GetString()!)
        : PythonValue.ModuleOf(File.Expected, new Dictionary<string, object?>());

    public StateDict Load()
    {
        if (!IsSafeTensors)
        {
            return Torch.LoadStateDict(new MemoryStream([.. Bytes]));
        }

        var state = new StateDict();
        foreach (var (name, tensor) in SafeTensors.Load([.. Bytes]))
        {
            state[name] = tensor;
        }

        return state;
    }

    private static IEnumerable<RecordedStateDict> Read(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        var version = Path.GetFileName(Path.GetDirectoryName(path))!;
        return Encoding.UTF8.GetString(Content(zip, "expected.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => JsonElement.Parse(line))
            .Select(record => new RecordedFile(version, record.GetProperty("file").GetString()!, record))
            .Select(file => new RecordedStateDict(file, [.. Content(zip, file.Name)])).ToList();
    }

    private static byte[] Content(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
