using TorchLite.Serialization;

namespace TorchLite;

/// <summary>An open safetensors file, whose tensors are read on demand: Python's <c>safetensors.safe_open</c>.</summary>
/// <remarks>The tensors remain valid after the file is closed. Only one thread at a time may read.</remarks>
/// <example><code>
/// var path = Path.Combine(Path.GetTempPath(), "opened.safetensors");
/// SafeTensors.SaveFile(new Dictionary&lt;string, Tensor&gt; { ["weight"] = Torch.Ones(2), ["bias"] = Torch.Zeros(1) }, path);
/// using var file = SafeTensors.SafeOpen(path);
/// string.Join(", ", file.Keys())   // bias, weight
/// file.GetTensor("weight")         // tensor([1., 1.])
/// </code></example>
public sealed class SafeTensorsFile : IDisposable
{
    private readonly OrderedDictionary<string, (Part Part, SafeTensorsEntry Entry)> tensors = new(StringComparer.Ordinal);
    private readonly List<Part> parts = [];
    private readonly Device? device;
    private OrderedDictionary<string, string>? metadata;

    private SafeTensorsFile(Device? device) => this.device = device;

    /// <summary>The names of the tensors, in the order of the file.</summary>
    /// <returns>The names.</returns>
    public IReadOnlyList<string> Keys() => [.. tensors.Keys];

    /// <summary>The strings that were stored along with the tensors.</summary>
    /// <returns>The texts by name; null where there are none.</returns>
    /// <example><code>
    /// var bytes = SafeTensors.Save(new Dictionary&lt;string, Tensor&gt;(), new Dictionary&lt;string, string&gt; { ["format"] = "pt" });
    /// var path = Path.Combine(Path.GetTempPath(), "metadata.safetensors");
    /// File.WriteAllBytes(path, bytes);
    /// using var file = SafeTensors.SafeOpen(path);
    /// file.Metadata()?["format"]   // pt
    /// </code></example>
    public IReadOnlyDictionary<string, string>? Metadata() => metadata;

    /// <summary>Reads a tensor.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="KeyNotFoundException">The tensor does not exist.</exception>
    /// <exception cref="TorchTypeException">TorchLite does not support the dtype, such as four-bit floating point.</exception>
    /// <exception cref="TorchFileException">The file was truncated in the meantime.</exception>
    public Tensor GetTensor(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var (part, entry) = tensors.TryGetValue(name, out var found)
            ? found
            : throw new KeyNotFoundException($"File does not contain tensor {name}");
        var tensor = part.Read(entry);
        return device is { } given && given.Type != "cpu" ? tensor.To(given) : tensor;
    }

    /// <summary>Closes the file. A mapped file stays mapped as long as one of its tensors lives.</summary>
    public void Dispose() => parts.ForEach(static part => part.Dispose());

    internal static SafeTensorsFile Open(string filename, Device? device, bool mmap, IProgress<long>? progress)
    {
        ArgumentException.ThrowIfNullOrEmpty(filename);
        var file = new SafeTensorsFile(device);
        try
        {
            var transfer = new Transfer(progress);
            if (filename.EndsWith(".json", StringComparison.Ordinal))
            {
                foreach (var shard in SafeTensorsIndex.Read(filename).GroupBy(static pair => pair.Value, StringComparer.Ordinal))
                {
                    var path = Path.Combine(Path.GetDirectoryName(filename)!, shard.Key);
                    file.Add(new Part(path, mmap, transfer), shard.Select(static pair => pair.Key).ToHashSet(StringComparer.Ordinal));
                }
            }
            else
            {
                file.Add(new Part(filename, mmap, transfer), null);
            }

            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    internal static SafeTensorsFile Open(Stream stream, IProgress<long>? progress)
    {
        var file = new SafeTensorsFile(null);
        file.Add(new Part(stream, new Transfer(progress)), null);
        return file;
    }

    // Of a shard, only what the index names.
    private void Add(Part part, HashSet<string>? names)
    {
        parts.Add(part);
        foreach (var entry in part.Header.Entries)
        {
            if (names?.Remove(entry.Name) ?? true)
            {
                tensors[entry.Name] = (part, entry);
            }
        }

        if (names is { Count: > 0 })
        {
            throw new TorchFileException($"the index names tensors that are not in their file: {string.Join(", ", names.Take(5))}");
        }

        foreach (var (key, value) in part.Header.Metadata ?? [])
        {
            (metadata ??= new(StringComparer.Ordinal)).TryAdd(key, value);
        }
    }

    /// <summary>One of the files: mapped, or a stream that is read from where the tensors are.</summary>
    private sealed class Part : IDisposable
    {
        private readonly Stream? stream;
        private readonly MappedFile? mapped;
        private readonly Transfer transfer;
        private readonly bool leaveOpen;
        private readonly long start;

        internal Part(string path, bool mmap, Transfer transfer)
        {
            this.transfer = transfer;
            stream = MappedFile.OpenRead(path);
            try
            {
                Header = SafeTensorsHeader.Read(stream, stream.Length);
                if (mmap)
                {
                    mapped = MappedFile.Open(path);
                }
            }
            catch
            {
                stream.Dispose();
                throw;
            }
        }

        internal Part(Stream given, Transfer transfer)
        {
            this.transfer = transfer;
            stream = given;
            leaveOpen = true;
            start = given.CanSeek ? given.Position : 0;
            Header = SafeTensorsHeader.Read(given, given.CanSeek ? given.Length - start : null);
        }

        internal SafeTensorsHeader Header { get; }

        public void Dispose()
        {
            if (!leaveOpen)
            {
                stream?.Dispose();
                mapped?.Dispose();
            }
        }

        internal Tensor Read(SafeTensorsEntry entry)
        {
            var dtype = SafeTensorsHeader.TypeOf(entry);
            var at = Header.Start + entry.Begin;
            if (mapped is not null)
            {
                return mapped.Tensor(at, entry.Shape, dtype);
            }

            // A stream that can not seek is read from beginning to end, which is the order of the tensors.
            if (stream!.CanSeek)
            {
                stream.Position = start + at;
            }

            return TensorBytes.Read(stream, entry.Shape, dtype, transfer);
        }
    }
}
