using System.Collections;
using TorchLite.Nn;
using TorchLite.Serialization;

namespace TorchLite;

/// <content>PyTorch's own files.</content>
public static partial class Torch
{
    /// <summary>Writes an object to a file that Python's <c>torch.load</c> reads: PyTorch's <c>torch.save(obj, f)</c>.</summary>
    /// <remarks>
    /// <para>
    /// Tensors keep their dtype, shape, strides and <c>requires_grad</c>, and those that share memory share it when they are loaded. The
    /// whole memory is written, also where a tensor is a small view of it: clone such a view first.
    /// </para>
    /// <para>
    /// The file is first written under another name in the same folder: an interrupted write leaves the old file. A pipe or a device is
    /// written to as it is.
    /// </para>
    /// </remarks>
    /// <param name="obj">
    /// A tensor, or a dictionary (a dict), a list or an array (a list, of lists where it has several dimensions), an <c>object[]</c> or a
    /// tuple (a tuple), or a set (a set) of such, whatever their types are; integers and floating-point numbers of any size, strings,
    /// <c>byte[]</c> (bytes), <see cref="Shape"/>, <see cref="DType"/>, <see cref="Device"/>, <see cref="Layout"/> and null. The key None
    /// is <see cref="DBNull.Value"/>.
    /// </param>
    /// <param name="f">The path, or a stream, which stays open.</param>
    /// <param name="progress">Receives the progress: the number of bytes of elements written.</param>
    /// <exception cref="TorchTypeException">A part of the object is of another type, or a key is a list, a dict or a set.</exception>
    /// <exception cref="TorchValueException">Two keys of a dictionary, such as 1 and 1.0, are equal in Python.</exception>
    /// <exception cref="TorchException">
    /// Two tensors see the same memory as different dtypes; or the folder is missing.
    /// </exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <example><code>
    /// var path = Path.Combine(Path.GetTempPath(), "state.pt");
    /// Torch.Save(new Dictionary&lt;string, Tensor&gt; { ["weight"] = Torch.Ones(2), ["bias"] = Torch.Zeros(1) }, path);
    /// Torch.LoadStateDict(path)["weight"]   // tensor([1., 1.])
    /// </code></example>
    public static void Save(object? obj, string f, IProgress<long>? progress = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(f);

        // PyTorch's name of the folder in the zip file.
        var stem = Path.GetFileNameWithoutExtension(f);
        var archive = string.IsNullOrEmpty(stem) || !System.Text.Ascii.IsValid(stem) ? "archive" : stem;
        if (Path.GetDirectoryName(Path.GetFullPath(f)) is { } parent && !Directory.Exists(parent))
        {
            throw new TorchException($"Parent directory {Path.GetDirectoryName(f)} does not exist.");
        }

        AtomicFile.Write(f, stream => PtWriter.Write(stream, obj, archive, progress));
    }

    /// <inheritdoc cref="Save(object?, string, IProgress{long})"/>
    public static void Save(object? obj, Stream f, IProgress<long>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(f);
        PtWriter.Write(f, obj, "archive", progress);
    }

    /// <summary>
    /// Reads what <c>torch.save</c> wrote, in Python or here: PyTorch's <c>torch.load(f, map_location, weights_only=True)</c>. Nothing in
    /// the file can run: only tensors, containers, numbers and texts are made, and a file that names anything else is refused.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Files of before PyTorch 1.6 are read too. Of those a stream may hold one after the other: each call reads one.
    /// </para>
    /// <para>
    /// With <paramref name="mmap"/> the elements are read when they are used. What is written to a tensor is not written to the file.
    /// Another
    /// program must not cut the file off meanwhile: on Linux and macOS that ends the process. Replacing the file, as Save does, is safe.
    /// </para>
    /// </remarks>
    /// <param name="f">The path; or a stream that can seek, which stays open.</param>
    /// <param name="mapLocation">The device of the tensors; null: the devices on which they were.</param>
    /// <param name="mmap">Whether to map the file into memory instead of reading it.</param>
    /// <param name="progress">Receives the progress: the number of bytes of elements read; not used for a mapped file.</param>
    /// <param name="skip">
    /// Told the key of each part that TorchLite does not have, such as a sparse tensor, with a point between the keys on the way; such a part
    /// is left out of its dict, or null in its list or tuple. Null: a part like that is an error.
    /// </param>
    /// <returns>
    /// A tensor; a dict is an <c>OrderedDictionary&lt;object, object?&gt;</c>, a list a <c>List&lt;object?&gt;</c>, a tuple an
    /// <c>object?[]</c>, a set a <c>HashSet&lt;object&gt;</c>, an int a long (a BigInteger beyond), a float a double, the key None
    /// <see cref="DBNull.Value"/>. A parameter or a buffer is a tensor, without the attributes that Python's objects may have; a storage
    /// by itself is a tensor of one dimension on the memory of those that share it.
    /// </returns>
    /// <exception cref="TorchFileException">The file is malformed or truncated, or references something that is not allowed.</exception>
    /// <exception cref="TorchTypeException">
    /// The file contains a kind of tensor that TorchLite does not support, such as a sparse one.
    /// </exception>
    /// <exception cref="TorchException">
    /// A tensor was on a GPU, there is none here, and no other place is given; or a file of before PyTorch 1.6 is to be mapped.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <example><code>
    /// var path = Path.Combine(Path.GetTempPath(), "checkpoint.pt");
    /// Torch.Save(new Dictionary&lt;string, object&gt; { ["epoch"] = 3, ["loss"] = Torch.Tensor([0.5]) }, path);
    /// var checkpoint = (OrderedDictionary&lt;object, object?&gt;)Torch.Load(path)!;
    /// checkpoint["epoch"]   // 3
    /// checkpoint["loss"]    // tensor([0.5000])
    /// </code></example>
    public static object? Load(
        string f, Device? mapLocation = null, bool mmap = false, IProgress<long>? progress = null, Action<string>? skip = null) =>
        PtReader.Load(f, mapLocation, mmap, progress, skip);

    /// <inheritdoc cref="Load(string, Device?, bool, IProgress{long}, Action{string})"/>
    public static object? Load(
        Stream f, Device? mapLocation = null, IProgress<long>? progress = null, Action<string>? skip = null)
    {
        ArgumentNullException.ThrowIfNull(f);
        return new PtReader(mapLocation, null, new(progress), skip).Load(f);
    }

    /// <summary>
    /// Reads the tensors of a model, as <c>torch.save(model.state_dict(), f)</c> wrote them:
    /// <see cref="Load(string, Device?, bool, IProgress{long}, Action{string})"/>
    /// for a file that holds a dict of tensors.
    /// </summary>
    /// <param name="f">The path; or a stream that can seek, which stays open.</param>
    /// <param name="key">Under which key of the file the tensors are, such as <c>"model_state_dict"</c>; null: the file is the
    /// dict.</param>
    /// <param name="mapLocation">The device of the tensors; null: the devices on which they were.</param>
    /// <param name="mmap">Whether to map the file into memory instead of reading it.</param>
    /// <param name="progress">Receives the progress: the number of bytes of elements read; not used for a mapped file.</param>
    /// <param name="skip">
    /// Receives the key of each tensor that TorchLite does not support, which is skipped; null: such a tensor is an error.
    /// </param>
    /// <returns>The tensors by name, in the order of the file, as <c>Module.LoadStateDict</c> takes them.</returns>
    /// <exception cref="KeyNotFoundException">The file does not have the key.</exception>
    /// <exception cref="TorchFileException">The file is malformed or truncated, or references something that is not allowed.</exception>
    /// <exception cref="TorchTypeException">The file does not contain a dict of tensors.</exception>
    /// <exception cref="TorchException">A tensor was on a GPU, none is available, and no other device is given.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <example><code>
    /// var path = Path.Combine(Path.GetTempPath(), "model.pth");
    /// Torch.Save(new Dictionary&lt;string, Tensor&gt; { ["weight"] = Torch.Ones(2) }, path);
    /// Torch.LoadStateDict(path).Keys.Single()   // weight
    /// </code></example>
    public static StateDict LoadStateDict(
        string f, string? key = null, Device? mapLocation = null, bool mmap = false, IProgress<long>? progress = null,
        Action<string>? skip = null) => StateDict(Load(f, mapLocation, mmap, progress, skip), key);

    /// <inheritdoc cref="LoadStateDict(string, string, Device?, bool, IProgress{long}, Action{string})"/>
    public static StateDict LoadStateDict(
        Stream f, string? key = null, Device? mapLocation = null, IProgress<long>? progress = null, Action<string>? skip = null) =>
        StateDict(Load(f, mapLocation, progress, skip), key);

    private static StateDict StateDict(object? loaded, string? key)
    {
        var dict = loaded as OrderedDictionary<object, object?>;
        if (key is not null && dict is not null)
        {
            dict = (dict.TryGetValue(key, out var inner) ? inner : throw new KeyNotFoundException($"the file has no '{key}'"))
                as OrderedDictionary<object, object?>;
        }

        if (dict is null)
        {
            throw new TorchTypeException("the file holds no dict of tensors");
        }

        var state = new StateDict(dict);
        if (state.ExtraState.FirstOrDefault(static extra => !extra.Key.EndsWith("_extra_state", StringComparison.Ordinal)) is { Key: { } name } other)
        {
            var inner = dict.FirstOrDefault(static entry => entry.Value is IDictionary { Values: var values } && values.OfType<Tensor>().Any()).Key;
            var hint = key is null && inner is string ? $". There are tensors under '{inner}': LoadStateDict(f, key: \"{inner}\")" : "";
            throw new TorchTypeException($"the file has under '{name}' no tensor, but a value of type {PickleNames.TypeOf(other.Value)}{hint}");
        }

        return state;
    }
}
