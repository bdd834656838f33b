using System.IO.Compression;
using TorchLite.Serialization;

namespace TorchLite;

/// <summary>
/// IDX files, in which MNIST and its kin come: one array of numbers, big-endian. <see cref="TorchLite.Utils.Data.MNIST"/> is the dataset
/// of such files.
/// </summary>
/// <remarks>
/// A file has bytes (uint8, int8), int16, int32, float32 or float64, with any number of dimensions. One that is packed (.gz) is unpacked
/// while it is read.
/// </remarks>
/// <example><code>
/// var path = Path.Combine(Path.GetTempPath(), "labels-idx1-ubyte.gz");
/// Idx.Save(path, Torch.Tensor([5, 0, 4], dtype: DType.Uint8));
/// Idx.Load(path)   // tensor([5, 0, 4], dtype=torch.uint8)
/// </code></example>
public static class Idx
{
    /// <summary>Reads the tensor of an IDX file.</summary>
    /// <param name="file">The path; or a stream, which stays open, and which is unpacked only where it can seek.</param>
    /// <param name="progress">Receives the progress: the number of bytes of elements read.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchFileException">The file is malformed, truncated, or longer than it says.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <example><code>
    /// // No. of dimensions and type, then the sizes, then the elements.
    /// byte[] file = [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6];
    /// Idx.Load(new MemoryStream(file))
    /// // tensor([[1, 2, 3],
    /// //         [4, 5, 6]], dtype=torch.uint8)
    /// </code></example>
    public static Tensor Load(string file, IProgress<long>? progress = null)
    {
        using var stream = MappedFile.OpenRead(file);
        return Read(stream, progress, isWhole: true);
    }

    /// <inheritdoc cref="Load(string, IProgress{long})"/>
    public static Tensor Load(Stream file, IProgress<long>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Read(file, progress, isWhole: false);
    }

    /// <summary>Writes a tensor to an IDX file.</summary>
    /// <param name="file">
    /// The path, where the file is packed if its name ends with <c>.gz</c>; or a stream, which stays open. A file is first written under
    /// another name in the same folder.
    /// </param>
    /// <param name="tensor">A tensor of uint8, int8, int16, int32, float32 or float64.</param>
    /// <param name="progress">Receives the progress: the number of bytes of elements written.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
    /// <exception cref="TorchTypeException">The format does not have the tensor's dtype.</exception>
    /// <exception cref="TorchValueException">A dimension has 2^32 elements or more.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <example><code>
    /// var file = new MemoryStream();
    /// Idx.Save(file, Torch.Tensor([1, -1], dtype: DType.Int16));
    /// Convert.ToHexString(file.ToArray())   // 00000B01000000020001FFFF
    /// </code></example>
    public static void Save(string file, Tensor tensor, IProgress<long>? progress = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        var header = IdxHeader.Of(tensor).ToBytes();
        AtomicFile.Write(file, stream =>
        {
            if (!file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            {
                Write(stream, header, tensor, progress);
                return;
            }

            using var packed = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true);
            Write(packed, header, tensor, progress);
        });
    }

    /// <inheritdoc cref="Save(string, Tensor, IProgress{long})"/>
    public static void Save(Stream file, Tensor tensor, IProgress<long>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        Write(file, IdxHeader.Of(tensor).ToBytes(), tensor, progress);
    }

    private static Tensor Read(Stream stream, IProgress<long>? progress, bool isWhole)
    {
        if (!IsPacked(stream))
        {
            return ReadPlain(stream, progress, isWhole);
        }

        try
        {
            using var plain = new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
            return ReadPlain(plain, progress, isWhole: true);
        }
        catch (InvalidDataException damaged)
        {
            throw new TorchFileException($"the packed file is damaged: {damaged.Message}", damaged);
        }
    }

    // By its first bytes, not by its name; those of an unpacked file are 0.
    private static bool IsPacked(Stream stream)
    {
        if (!stream.CanSeek)
        {
            return false;
        }

        var start = stream.Position;
        var isPacked = stream.ReadByte() == 0x1F && stream.ReadByte() == 0x8B;
        stream.Position = start;
        return isPacked;
    }

    private static Tensor ReadPlain(Stream stream, IProgress<long>? progress, bool isWhole)
    {
        var header = IdxHeader.Read(stream);
        var tensor = TensorBytes.Read(stream, header.Shape, header.DType, new Transfer(progress), isBigEndian: true);

        // What is packed has a checksum at its end, which is looked at where the end is.
        try
        {
            return !isWhole || stream.ReadByte() < 0 ? tensor
                : throw new TorchFileException($"the file goes on behind the {tensor.Numel()} elements that it says it has");
        }
        catch
        {
            tensor.Dispose();
            throw;
        }
    }

    private static void Write(Stream stream, byte[] header, Tensor tensor, IProgress<long>? progress)
    {
        using var off = Torch.NoGrad();
        stream.Write(header);
        if (tensor.DType.Itemsize == 1)
        {
            TensorBytes.Write(stream, tensor, new Transfer(progress));
            return;
        }

        using var bytes = tensor.Detach().Cpu().Contiguous().Unsqueeze(-1).View(DType.Uint8).Flip(-1);
        TensorBytes.Write(stream, bytes, new Transfer(progress));
    }
}
