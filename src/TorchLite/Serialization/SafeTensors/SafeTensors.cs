using TorchLite.Serialization;

namespace TorchLite;

/// <summary>Hugging Face's safetensors files: Python's <c>safetensors.torch</c>.</summary>
/// <remarks>
/// A file is written byte for byte as Python's library writes it, first under another name in the same folder: an interrupted write leaves
/// the old file. Nothing in a file can run. A file ending in <c>.json</c> is read as the index of a model in several files.
/// </remarks>
/// <example><code>
/// var path = Path.Combine(Path.GetTempPath(), "model.safetensors");
/// SafeTensors.SaveFile(new Dictionary&lt;string, Tensor&gt; { ["weight"] = Torch.Ones(2), ["bias"] = Torch.Zeros(1) }, path);
/// SafeTensors.LoadFile(path)["weight"]   // tensor([1., 1.])
/// </code></example>
public static class SafeTensors
{
    /// <summary>Writes tensors to a file: <c>safetensors.torch.save_file(tensors, filename, metadata)</c>.</summary>
    /// <param name="tensors">The tensors by name: a state dict. They are of any dtype but complex128, contiguous, and share no
    /// memory.</param>
    /// <param name="filename">The path, or a stream, which stays open.</param>
    /// <param name="metadata">Strings to store along with the tensors.</param>
    /// <param name="progress">Receives the progress: the number of bytes of elements written.</param>
    /// <exception cref="ArgumentNullException">A tensor or a text is null.</exception>
    /// <exception cref="ArgumentException">Two tensors have the same name.</exception>
    /// <exception cref="TorchValueException">A tensor is not contiguous.</exception>
    /// <exception cref="TorchTypeException">A tensor has the dtype complex128.</exception>
    /// <exception cref="TorchException">Two tensors share memory, or a tensor has none (device meta).</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <example><code>
    /// var path = Path.Combine(Path.GetTempPath(), "saved.safetensors");
    /// SafeTensors.SaveFile(new Dictionary&lt;string, Tensor&gt; { ["x"] = Torch.Arange(3) }, path);
    /// SafeTensors.LoadFile(path)["x"]   // tensor([0, 1, 2])
    /// </code></example>
    public static void SaveFile(
        IEnumerable<KeyValuePair<string, Tensor>> tensors, string filename, IEnumerable<KeyValuePair<string, string>>? metadata = null,
        IProgress<long>? progress = null)
    {
        var (header, sorted) = Lay(tensors, metadata);
        AtomicFile.Write(filename, stream => Write(stream, header, sorted, new Transfer(progress)));
    }

    /// <inheritdoc cref="SaveFile(
    /// IEnumerable{KeyValuePair{string, Tensor}}, string, IEnumerable{KeyValuePair{string, string}}, IProgress{long})"/>
    public static void SaveFile(
        IEnumerable<KeyValuePair<string, Tensor>> tensors, Stream filename, IEnumerable<KeyValuePair<string, string>>? metadata = null,
        IProgress<long>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(filename);
        var (header, sorted) = Lay(tensors, metadata);
        Write(filename, header, sorted, new Transfer(progress));
    }

    /// <summary>The bytes of a file with these tensors: <c>safetensors.torch.save(tensors, metadata)</c>.</summary>
    /// <param name="tensors">The tensors by name, as for SaveFile.</param>
    /// <param name="metadata">Strings to store along with the tensors.</param>
    /// <returns>The bytes.</returns>
    /// <exception cref="ArgumentNullException">A tensor or a text is null.</exception>
    /// <exception cref="ArgumentException">Two tensors have the same name.</exception>
    /// <exception cref="TorchValueException">A tensor is not contiguous.</exception>
    /// <exception cref="TorchTypeException">A tensor has the dtype complex128.</exception>
    /// <exception cref="TorchException">Two tensors share memory, or a tensor has none (device meta).</exception>
    /// <example><code>
    /// var bytes = SafeTensors.Save(new Dictionary&lt;string, Tensor&gt; { ["x"] = Torch.Arange(3) });
    /// SafeTensors.Load(bytes)["x"]   // tensor([0, 1, 2])
    /// </code></example>
    public static byte[] Save(
        IEnumerable<KeyValuePair<string, Tensor>> tensors, IEnumerable<KeyValuePair<string, string>>? metadata = null)
    {
        using var bytes = new MemoryStream();
        SaveFile(tensors, bytes, metadata);
        return bytes.ToArray();
    }

    /// <summary>Reads all tensors of a file: <c>safetensors.torch.load_file(filename, device)</c>.</summary>
    /// <remarks>
    /// With <paramref name="mmap"/> the elements are read when they are used. What is written to a tensor is not written to the file.
    /// Another
    /// program must not cut the file off meanwhile: on Linux and macOS that ends the process, which is why it is not the default, as it is
    /// in
    /// Python. Replacing the file, as SaveFile does, is safe.
    /// </remarks>
    /// <param name="filename">The path of a file, or of an index (<c>model.safetensors.index.json</c>); or a stream, which stays
    /// open.</param>
    /// <param name="device">The device of the tensors; null: the CPU.</param>
    /// <param name="mmap">Whether to map the file into memory instead of reading it.</param>
    /// <param name="progress">Receives the progress: the number of bytes of elements read; not used for a mapped file.</param>
    /// <returns>The tensors by name, in the order of the file.</returns>
    /// <exception cref="TorchFileException">The file is malformed or truncated, or its tensors overlap.</exception>
    /// <exception cref="TorchTypeException">TorchLite does not support a tensor's dtype.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <example><code>
    /// var path = Path.Combine(Path.GetTempPath(), "loaded.safetensors");
    /// SafeTensors.SaveFile(new Dictionary&lt;string, Tensor&gt; { ["x"] = Torch.Arange(3) }, path);
    /// SafeTensors.LoadFile(path, mmap: true)["x"]   // tensor([0, 1, 2])
    /// </code></example>
    public static OrderedDictionary<string, Tensor> LoadFile(
        string filename, Device? device = null, bool mmap = false, IProgress<long>? progress = null)
    {
        using var file = SafeTensorsFile.Open(filename, device, mmap, progress);
        return All(file);
    }

    /// <inheritdoc cref="LoadFile(string, Device?, bool, IProgress{long})"/>
    public static OrderedDictionary<string, Tensor> LoadFile(Stream filename, IProgress<long>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(filename);
        using var file = SafeTensorsFile.Open(filename, progress);
        return All(file);
    }

    /// <summary>Reads all tensors from the bytes of a file: <c>safetensors.torch.load(data)</c>.</summary>
    /// <param name="data">The bytes, of which the tensors hold copies.</param>
    /// <returns>The tensors by name, in the order of the file.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="TorchFileException">The file is malformed or truncated, or its tensors overlap.</exception>
    /// <exception cref="TorchTypeException">TorchLite does not support a tensor's dtype.</exception>
    /// <example><code>
    /// SafeTensors.Load([1, 2])   // TorchFileException: Error while deserializing: header too small
    /// </code></example>
    public static OrderedDictionary<string, Tensor> Load(byte[] data)
    {
        ArgumentNullException.ThrowIfNull(data);
        using var bytes = new MemoryStream(data, writable: false);
        return LoadFile(bytes);
    }

    /// <summary>Opens a file, whose tensors are read on demand: <c>safetensors.safe_open(filename)</c>.</summary>
    /// <param name="filename">The path of a file, or of an index (<c>model.safetensors.index.json</c>).</param>
    /// <param name="device">The device of the tensors; null: the CPU.</param>
    /// <param name="mmap">Whether to map the file into memory instead of reading it, as for LoadFile.</param>
    /// <returns>The open file.</returns>
    /// <exception cref="TorchFileException">The file is malformed or truncated, or its tensors overlap.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <example><code>
    /// var path = Path.Combine(Path.GetTempPath(), "safe.safetensors");
    /// SafeTensors.SaveFile(new Dictionary&lt;string, Tensor&gt; { ["x"] = Torch.Arange(3) }, path);
    /// using var file = SafeTensors.SafeOpen(path);
    /// file.GetTensor("x")   // tensor([0, 1, 2])
    /// </code></example>
    public static SafeTensorsFile SafeOpen(string filename, Device? device = null, bool mmap = false) =>
        SafeTensorsFile.Open(filename, device, mmap, null);

    /// <summary>
    /// Writes tensors to several files of limited size, with an index file: what
    /// <c>huggingface_hub.save_torch_state_dict</c> writes.
    /// </summary>
    /// <param name="tensors">The tensors by name, as for SaveFile.</param>
    /// <param name="saveDirectory">A folder that is there.</param>
    /// <param name="maxShardSize">The maximum number of bytes of elements in a file; a larger tensor gets its own file.</param>
    /// <param name="metadata">Strings to store along with the tensors in each file.</param>
    /// <param name="progress">Receives the progress: the number of bytes of elements written.</param>
    /// <returns>
    /// The path to load: <c>model.safetensors.index.json</c>, which is written last, or <c>model.safetensors</c> where one file is enough.
    /// </returns>
    /// <exception cref="ArgumentNullException">A tensor or a text is null.</exception>
    /// <exception cref="ArgumentException">Two tensors have the same name.</exception>
    /// <exception cref="TorchValueException">A tensor is not contiguous.</exception>
    /// <exception cref="TorchTypeException">A tensor has the dtype complex128.</exception>
    /// <exception cref="TorchException">Two tensors share memory, or a tensor has none (device meta).</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <example><code>
    /// var tensors = new Dictionary&lt;string, Tensor&gt; { ["a"] = Torch.Ones(2), ["b"] = Torch.Zeros(2) };
    /// var path = SafeTensors.SaveSharded(tensors, Path.GetTempPath(), maxShardSize: 8);
    /// Path.GetFileName(path)            // model.safetensors.index.json
    /// SafeTensors.LoadFile(path)["b"]   // tensor([0., 0.])
    /// </code></example>
    public static string SaveSharded(
        IEnumerable<KeyValuePair<string, Tensor>> tensors, string saveDirectory, long maxShardSize = 5_000_000_000,
        IEnumerable<KeyValuePair<string, string>>? metadata = null, IProgress<long>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(saveDirectory);
        var shards = Split(Lay(tensors, metadata).Sorted, maxShardSize);
        var transfer = new Transfer(progress);
        var files = new List<KeyValuePair<string, string>>();
        for (var i = 0; i < shards.Count; i++)
        {
            var name = shards.Count == 1 ? "model.safetensors" : $"model-{i + 1:D5}-of-{shards.Count:D5}.safetensors";
            var (header, sorted) = Lay(shards[i], metadata);
            AtomicFile.Write(Path.Combine(saveDirectory, name), stream => Write(stream, header, sorted, transfer));
            files.AddRange(sorted.Select(pair => KeyValuePair.Create(pair.Key, name)));
        }

        if (shards.Count == 1)
        {
            return Path.Combine(saveDirectory, "model.safetensors");
        }

        var index = Path.Combine(saveDirectory, "model.safetensors.index.json");
        var size = shards.Sum(static shard => shard.Sum(static pair => pair.Value.Nbytes));
        AtomicFile.Write(index, stream => stream.Write(SafeTensorsIndex.Write(files, size)));
        return index;
    }

    private static OrderedDictionary<string, Tensor> All(SafeTensorsFile file)
    {
        var tensors = new OrderedDictionary<string, Tensor>(StringComparer.Ordinal);
        foreach (var name in file.Keys())
        {
            tensors.Add(name, file.GetTensor(name));
        }

        return tensors;
    }

    private static List<List<KeyValuePair<string, Tensor>>> Split(List<KeyValuePair<string, Tensor>> tensors, long maxShardSize)
    {
        var shards = new List<List<KeyValuePair<string, Tensor>>> { new() };
        long size = 0;
        foreach (var pair in tensors)
        {
            size += pair.Value.Nbytes;
            if (shards[^1].Count > 0 && size > maxShardSize)
            {
                shards.Add([]);
                size = pair.Value.Nbytes;
            }

            shards[^1].Add(pair);
        }

        return shards;
    }

    private static (byte[] Header, List<KeyValuePair<string, Tensor>> Sorted) Lay(
        IEnumerable<KeyValuePair<string, Tensor>> tensors, IEnumerable<KeyValuePair<string, string>>? metadata)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        var named = new Dictionary<string, Tensor>(tensors, StringComparer.Ordinal);
        foreach (var (name, tensor) in named)
        {
            ArgumentNullException.ThrowIfNull(tensor, name);
            if (tensor.IsMeta)
            {
                throw new TorchNotImplementedException("Cannot copy out of meta tensor; no data!");
            }

            if (!tensor.IsContiguous())
            {
                throw new TorchValueException(
                    $"You are trying to save a non contiguous tensor: `{name}` which is not allowed. It either means you are trying to "
                    + $"save tensors which are reference of each other in which case it's recommended to save only the full tensors, and "
                    + $"reslice at load time, or simply call `.contiguous()` on your tensor to pack it before saving.");
            }
        }

        CheckApart(named);
        var sorted = SafeTensorsHeader.Sort(named);
        return (SafeTensorsHeader.Write(sorted, metadata), sorted);
    }

    private static void CheckApart(Dictionary<string, Tensor> tensors)
    {
        var areas = tensors.Where(static pair => pair.Value.Numel() > 0)
            .Select(static pair => (Tensor: pair.Value, pair.Key, Start: (long)pair.Value.DataPtr()))
            .Select(static area => (area.Key, area.Tensor.Device, area.Start, Stop: area.Start + area.Tensor.Nbytes))
            .OrderBy(static area => area.Start).ToList();
        for (var i = 1; i < areas.Count; i++)
        {
            if (areas[i].Start < areas[i - 1].Stop && areas[i].Device == areas[i - 1].Device)
            {
                throw new TorchException(
                    $"Some tensors share memory, this will lead to duplicate memory on disk and potential differences when loading them "
                    + $"again: [{{'{areas[i - 1].Key}', '{areas[i].Key}'}}].");
            }
        }
    }

    private static void Write(Stream stream, byte[] header, List<KeyValuePair<string, Tensor>> sorted, Transfer transfer)
    {
        stream.Write(header);
        foreach (var (_, tensor) in sorted)
        {
            TensorBytes.Write(stream, tensor, transfer);
        }
    }
}
