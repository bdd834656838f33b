using TorchLite.Serialization;

namespace TorchLite;

/// <content>Several arrays in one file.</content>
public static partial class Npy
{
    /// <summary>Writes tensors to an .npz file under the names arr_0, arr_1, …: <c>np.savez(file, *args)</c>.</summary>
    /// <param name="file">The path; <c>.npz</c> is appended if it is missing.</param>
    /// <param name="args">CPU tensors of any dtype but bfloat16, complex32 and the kinds of float8.</param>
    /// <exception cref="TorchTypeException">A tensor is not on the CPU, or is of a dtype that NumPy does not have.</exception>
    /// <exception cref="TorchException">A tensor requires gradients, or is a conjugate or negative view.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <example><code>
    /// var path = Path.Combine(Path.GetTempPath(), "several.npz");
    /// Npy.Savez(path, Torch.Ones(2), Torch.Zeros(1));
    /// using var npz = Npy.LoadNpz(path);
    /// npz["arr_0"]   // tensor([1., 1.])
    /// </code></example>
    public static void Savez(string file, params ReadOnlySpan<Tensor> args) => Savez(file, Numbered(args));

    /// <summary>Writes named tensors to an .npz file: <c>np.savez(file, **kwds)</c>.</summary>
    /// <param name="file">The path, to which <c>.npz</c> is appended if it is missing; or a stream, which stays open.</param>
    /// <param name="kwds">The tensors by name, such as a dictionary.</param>
    /// <param name="progress">Receives the progress: the number of bytes of elements written.</param>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <exception cref="ArgumentException">Two tensors have the same name.</exception>
    /// <exception cref="TorchTypeException">A tensor is not on the CPU, or is of a dtype that NumPy does not have.</exception>
    /// <exception cref="TorchException">A tensor requires gradients, or is a conjugate or negative view.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <example><code>
    /// var path = Path.Combine(Path.GetTempPath(), "named.npz");
    /// Npy.Savez(path, new Dictionary&lt;string, Tensor&gt; { ["x"] = Torch.Ones(2), ["y"] = Torch.Zeros(1) });
    /// using var npz = Npy.LoadNpz(path);
    /// npz["y"]   // tensor([0.])
    /// </code></example>
    public static void Savez(string file, IEnumerable<KeyValuePair<string, Tensor>> kwds, IProgress<long>? progress = null) =>
        Savez(file, Checked(kwds), compress: false, progress);

    /// <inheritdoc cref="Savez(string, IEnumerable{KeyValuePair{string, Tensor}}, IProgress{long})"/>
    public static void Savez(Stream file, IEnumerable<KeyValuePair<string, Tensor>> kwds, IProgress<long>? progress = null) =>
        Savez(file, Checked(kwds), compress: false, progress);

    /// <summary>
    /// Writes tensors, compressed, to an .npz file under the names arr_0, arr_1, …: <c>np.savez_compressed(file, *args)</c>.
    /// </summary>
    /// <inheritdoc cref="Savez(string, ReadOnlySpan{Tensor})" path="/param|/exception"/>
    /// <example><code>
    /// var path = Path.Combine(Path.GetTempPath(), "packed.npz");
    /// Npy.SavezCompressed(path, Torch.Zeros(1000, 1000));
    /// new FileInfo(path).Length &lt; 100_000   // True
    /// </code></example>
    public static void SavezCompressed(string file, params ReadOnlySpan<Tensor> args) => SavezCompressed(file, Numbered(args));

    /// <summary>Writes named tensors, compressed, to an .npz file: <c>np.savez_compressed(file, **kwds)</c>.</summary>
    /// <inheritdoc cref="Savez(string, IEnumerable{KeyValuePair{string, Tensor}}, IProgress{long})" path="/param|/exception"/>
    public static void SavezCompressed(string file, IEnumerable<KeyValuePair<string, Tensor>> kwds, IProgress<long>? progress = null) =>
        Savez(file, Checked(kwds), compress: true, progress);

    /// <summary>Writes named tensors, compressed, to a stream: <c>np.savez_compressed(file, **kwds)</c>.</summary>
    /// <inheritdoc cref="Savez(string, IEnumerable{KeyValuePair{string, Tensor}}, IProgress{long})" path="/param|/exception"/>
    public static void SavezCompressed(Stream file, IEnumerable<KeyValuePair<string, Tensor>> kwds, IProgress<long>? progress = null) =>
        Savez(file, Checked(kwds), compress: true, progress);

    /// <summary>Opens an .npz file, compressed or not, whose arrays are read on demand: <c>np.load(file)</c>.</summary>
    /// <param name="file">The path; or a stream that can seek, which stays open.</param>
    /// <param name="progress">Receives the progress: the number of bytes of elements read.</param>
    /// <returns>The arrays by name; disposing it closes the file.</returns>
    /// <exception cref="TorchFileException">The file is malformed or truncated, or its entries overlap.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <example><code>
    /// var path = Path.Combine(Path.GetTempPath(), "opened.npz");
    /// Npy.Savez(path, Torch.Ones(2));
    /// using var npz = Npy.LoadNpz(path);
    /// npz.Single().Value   // tensor([1., 1.])
    /// </code></example>
    public static NpzFile LoadNpz(string file, IProgress<long>? progress = null)
    {
        var stream = MappedFile.OpenRead(file);
        try
        {
            return new NpzFile(stream, leaveOpen: false, progress);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <inheritdoc cref="LoadNpz(string, IProgress{long})"/>
    public static NpzFile LoadNpz(Stream file, IProgress<long>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new NpzFile(file, leaveOpen: true, progress);
    }

    private static void Savez(string file, Dictionary<string, Tensor> arrays, bool compress, IProgress<long>? progress) =>
        AtomicFile.Write(WithEnding(file, ".npz"), stream => Savez(stream, arrays, compress, progress));

    private static void Savez(Stream file, Dictionary<string, Tensor> arrays, bool compress, IProgress<long>? progress)
    {
        ArgumentNullException.ThrowIfNull(file);
        var zip = new ZipWriter(file);
        var transfer = new Transfer(progress);
        foreach (var (name, array) in arrays)
        {
            var (header, elements) = Lay(array);
            zip.Add(name + ".npy", header.Length + array.Nbytes, stream => Write(stream, header, elements, transfer), compress);
        }

        zip.Finish();
    }

    private static Dictionary<string, Tensor> Checked(IEnumerable<KeyValuePair<string, Tensor>> kwds)
    {
        ArgumentNullException.ThrowIfNull(kwds);
        var arrays = new Dictionary<string, Tensor>(kwds, StringComparer.Ordinal);
        foreach (var array in arrays.Values)
        {
            CheckReadable(array);
        }

        return arrays;
    }

    private static Dictionary<string, Tensor> Numbered(ReadOnlySpan<Tensor> args)
    {
        var arrays = new Dictionary<string, Tensor>();
        foreach (var array in args)
        {
            arrays.Add($"arr_{arrays.Count}", array);
        }

        return arrays;
    }
}
