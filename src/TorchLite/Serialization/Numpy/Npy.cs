using TorchLite.Serialization;

namespace TorchLite;

/// <summary>NumPy's own files: <c>np.save</c> and <c>np.load</c> for .npy, <c>np.savez</c> for .npz.</summary>
/// <remarks>
/// Every version of the format is read (1.0, 2.0, 3.0), in row-major and column-major order, little-endian and big-endian. A file is
/// written
/// byte for byte as <c>np.save</c> writes it, first under another name in the same folder: an interrupted write leaves the old file.
/// </remarks>
/// <example><code>
/// var path = Path.Combine(Path.GetTempPath(), "numbers.npy");
/// Npy.Save(path, Torch.Tensor([[1.0, 2.0], [3.0, 4.0]]));
/// Npy.Load(path)
/// // tensor([[1., 2.],
/// //         [3., 4.]])
/// </code></example>
public static partial class Npy
{
    // NumPy's own limit.
    private const int MostDimensions = 64;

    /// <summary>Writes a tensor to an .npy file: <c>np.save(file, arr)</c>.</summary>
    /// <param name="file">The path, to which <c>.npy</c> is appended if it is missing; or a stream, which stays open.</param>
    /// <param name="arr">A CPU tensor of any shape, and of any dtype that NumPy has: not bfloat16, complex32 and float8.</param>
    /// <param name="progress">Receives the progress: the number of bytes of elements written.</param>
    /// <exception cref="ArgumentNullException"><paramref name="arr"/> is null.</exception>
    /// <exception cref="TorchTypeException">The tensor is not on the CPU, or is of a dtype that NumPy does not have.</exception>
    /// <exception cref="TorchException">The tensor requires gradients, or is a conjugate or negative view.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <example><code>
    /// var path = Path.Combine(Path.GetTempPath(), "ones.npy");
    /// Npy.Save(path, Torch.Ones(2, 3));
    /// Npy.Load(path).Shape   // torch.Size([2, 3])
    /// </code></example>
    public static void Save(string file, Tensor arr, IProgress<long>? progress = null)
    {
        CheckReadable(arr);
        AtomicFile.Write(WithEnding(file, ".npy"), stream => Write(stream, arr, new Transfer(progress)));
    }

    /// <inheritdoc cref="Save(string, Tensor, IProgress{long})"/>
    public static void Save(Stream file, Tensor arr, IProgress<long>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        CheckReadable(arr);
        Write(file, arr, new Transfer(progress));
    }

    /// <summary>Reads a tensor from an .npy file: <c>np.load(file)</c>.</summary>
    /// <remarks>
    /// <para>An array in column-major order becomes a tensor with such strides, as <c>torch.from_numpy(np.load(file))</c> is.</para>
    /// <para>
    /// With <paramref name="mmap"/> the elements are read when they are used. What is written to the tensor is not written to the file
    /// (<c>mmap_mode="c"</c>). Another program must not cut the file off meanwhile: on Linux and macOS that ends the process. Replacing the
    /// file, as <see cref="Save(string, Tensor, IProgress{long})"/> does, is safe.
    /// </para>
    /// </remarks>
    /// <param name="file">The path; or a stream, which is read to the end of the array and stays open.</param>
    /// <param name="mmap">Whether to map the file into memory instead of reading it.</param>
    /// <param name="progress">Receives the progress: the number of bytes of elements read; not used for a mapped file.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchFileException">The file is malformed or truncated, or holds Python objects.</exception>
    /// <exception cref="TorchTypeException">No dtype holds the array's elements.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <example><code>
    /// var path = Path.Combine(Path.GetTempPath(), "range.npy");
    /// Npy.Save(path, Torch.Arange(3));
    /// Npy.Load(path)               // tensor([0, 1, 2])
    /// Npy.Load(path, mmap: true)   // tensor([0, 1, 2])
    /// </code></example>
    public static Tensor Load(string file, bool mmap = false, IProgress<long>? progress = null)
    {
        using var stream = MappedFile.OpenRead(file);
        if (!mmap)
        {
            return Read(stream, new Transfer(progress));
        }

        var header = NpyHeader.Read(stream);
        if (header.IsBigEndian)
        {
            return Read(stream, header, new Transfer(progress));
        }

        using var mapped = MappedFile.Open(file);
        return Arrange(header, shape => mapped.Tensor(stream.Position, shape, header.DType));
    }

    /// <inheritdoc cref="Load(string, bool, IProgress{long})"/>
    public static Tensor Load(Stream file, IProgress<long>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Read(file, new Transfer(progress));
    }

    internal static Tensor Read(Stream stream, Transfer transfer) => Read(stream, NpyHeader.Read(stream), transfer);

    private static void Write(Stream stream, Tensor arr, Transfer transfer)
    {
        var (header, elements) = Lay(arr);
        Write(stream, header, elements, transfer);
    }

    private static void Write(Stream stream, byte[] header, Tensor elements, Transfer transfer)
    {
        stream.Write(header);
        TensorBytes.Write(stream, elements, transfer);
    }

    // As NumPy: what is column-major, and not row-major too, is written as it lies.
    private static (byte[] Header, Tensor Elements) Lay(Tensor arr)
    {
        var isFortran = !arr.IsContiguous() && arr.T.IsContiguous();
        return (new NpyHeader(arr.DType, false, isFortran, arr.Shape).ToBytes(), isFortran ? arr.T : arr);
    }

    /// <summary>That a tensor could become a NumPy array, in PyTorch's order and words.</summary>
    internal static void CheckReadable(Tensor arr)
    {
        ArgumentNullException.ThrowIfNull(arr);
        if (arr.IsCpu && arr.RequiresGrad)
        {
            // Here in any mode: a file has no gradients.
            throw new TorchException("Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.");
        }

        ReadableMemory.Check(arr, "numpy", "numpy");
        if (arr.Dim() > MostDimensions)
        {
            throw new TorchValueException($"number of dimensions must be within [0, {MostDimensions}]");
        }

        if (NpyTypes.Descr(arr.DType) is null)
        {
            throw new TorchTypeException($"Got unsupported ScalarType {arr.DType.NativeName}");
        }
    }

    private static Tensor Read(Stream stream, NpyHeader header, Transfer transfer) =>
        Arrange(header, shape => TensorBytes.Read(stream, shape, header.DType, transfer, header.IsBigEndian));

    private static Tensor Arrange(NpyHeader header, Func<Shape, Tensor> read) =>
        header is { IsFortran: true, Shape.Count: > 1 } ? read(Shape.Wrap([.. header.Shape.Reverse()])).T : read(header.Shape);

    private static string WithEnding(string file, string ending)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        return file.EndsWith(ending, StringComparison.Ordinal) ? file : file + ending;
    }
}
