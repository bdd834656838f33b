using System.Text.Json;
using TorchLite.Serialization;

namespace TorchLite.Export;

/// <summary>
/// The parts of a file of <c>torch.export.save</c>: four files in a zip until PyTorch 2.8, the PT2 archive with raw weights since 2.9.
/// </summary>
internal sealed class ExportFile
{
    private const int LongestJson = 1 << 29;

    private readonly ZipReader zip;
    private readonly Transfer transfer = new(null);

    private ExportFile(Stream stream) => zip = new(stream);

    /// <summary>The graph, its signature and the rest of the JSON.</summary>
    internal required JsonDocument Json { get; init; }

    /// <summary>The tensors by their names in the module.</summary>
    internal Dictionary<string, Tensor> Tensors { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads a file.</summary>
    /// <exception cref="TorchFileException">It is no exported program, or one that can not be read here.</exception>
    internal static ExportFile Read(Stream stream)
    {
        if (!ZipReader.IsZip(stream))
        {
            throw new TorchFileException("this is no exported program: it is no zip file");
        }

        // In inference mode a tensor could not be set to the memory of another.
        using var normal = Torch.InferenceMode(false);
        using var off = Torch.NoGrad();
        var zip = new ZipReader(stream);
        if (zip.Find("serialized_exported_program.json") is { } program)
        {
            var file = new ExportFile(stream) { Json = ExportJson.Parse(zip.ReadAll(program, LongestJson)) };
            file.ReadPickles();
            return file;
        }

        var model = zip.Entries.Where(static entry => entry.Name.Split('/') is [_, "models", var name]
            && name.EndsWith(".json", StringComparison.Ordinal))
            .OrderBy(static entry => !entry.Name.EndsWith("/model.json", StringComparison.Ordinal)).FirstOrDefault();
        if (model is not null)
        {
            var file = new ExportFile(stream) { Json = ExportJson.Parse(zip.ReadAll(model, LongestJson)) };
            var (root, name) = (model.Name.Split('/')[0], Path.GetFileNameWithoutExtension(model.Name.Split('/')[2]));
            file.ReadRaw(root, $"{root}/data/weights/{name}_weights_config.json", "weights");
            file.ReadRaw(root, $"{root}/data/constants/{name}_constants_config.json", "constants");
            return file;
        }

        throw new TorchFileException(
            zip.Entries.Any(static entry => entry.Name.Contains("/aotinductor/", StringComparison.Ordinal))
                ? "this is a package of AOTInductor, compiled for one system; only what torch.export.save writes is read"
                : zip.Entries.Any(static entry => entry.Name.EndsWith("/constants.pkl", StringComparison.Ordinal))
                ? "this is a TorchScript archive, not an exported program"
                : "this is no exported program: the zip file has neither serialized_exported_program.json nor a folder 'models'");
    }

    private void ReadPickles()
    {
        foreach (var name in new[] { "serialized_state_dict.pt", "serialized_constants.pt" })
        {
            // An empty one is a file of no bytes.
            if (zip.Find(name) is not { Length: > 0 } entry)
            {
                continue;
            }

            if (Torch.Load(new MemoryStream(zip.ReadAll(entry, Array.MaxLength))) is not OrderedDictionary<object, object?> tensors)
            {
                throw new TorchFileException($"the entry '{name}' of the exported program is no dictionary");
            }

            foreach (var (key, value) in tensors)
            {
                Tensors[key as string ?? ""] = value as Tensor
                    ?? throw new TorchFileException($"the exported program has a constant that is no tensor: {key}");
            }
        }
    }

    private void ReadRaw(string root, string config, string folder)
    {
        if (zip.Find(config) is not { } entry)
        {
            return;
        }

        var storages = new Dictionary<string, PtStorage>(StringComparer.Ordinal);
        using var json = ExportJson.Parse(zip.ReadAll(entry, LongestJson));
        foreach (var one in json.RootElement.GetProperty("config").EnumerateObject())
        {
            var path = ExportJson.Text(one.Value.GetProperty("path_name"));
            var data = zip.Find($"{root}/data/{folder}/{path}")
                ?? throw new TorchFileException($"the exported program has no entry '{path}', in which '{one.Name}' should be");
            if (one.Value.TryGetProperty("use_pickle", out var pickled) && pickled.ValueKind == JsonValueKind.True)
            {
                Tensors[one.Name] = Torch.Load(new MemoryStream(zip.ReadAll(data, Array.MaxLength))) as Tensor
                    ?? throw new TorchFileException($"the exported program has a constant that is no tensor: {one.Name}");
                continue;
            }

            if (one.Value.GetProperty("tensor_meta") is not { ValueKind: JsonValueKind.Object } description)
            {
                throw new TorchFileException($"the exported program has a constant that is no tensor: {one.Name}");
            }

            Tensors[one.Name] = Place(data, storages, ExportReader.Meta(description));
        }
    }

    // Tensors on one storage share a file.
    private Tensor Place(ZipEntry data, Dictionary<string, PtStorage> storages, TensorMeta meta)
    {
        if (!storages.TryGetValue(data.Name, out var storage))
        {
            storage = new(
                meta.DType, data.Length / meta.DType.Itemsize, null,
                (shape, dtype) =>
                {
                    using var bytes = zip.Open(data);
                    return TensorBytes.Read(bytes, shape, dtype, transfer);
                });
            storages.Add(data.Name, storage);
        }

        return storage.Tensor(meta.DType, Whole(meta.Offset), Array.ConvertAll(meta.Sizes, Whole), Array.ConvertAll(meta.Strides, Whole));
    }

    private static long Whole(SymbolicExpression number) =>
        number is { IsNumber: true, Value: >= 0 and < long.MaxValue } ? (long)number.Value
        : throw new TorchFileException($"the exported program has a weight of the size {number}");
}
