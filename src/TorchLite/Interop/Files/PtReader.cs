using System.Collections;
using System.Text;

namespace TorchLite.Files;

/// <summary>PyTorch's zip files: a pickle, and a record for each storage.</summary>
internal sealed class PtReader
{
    // Longer than the pickle of any model; what is packed may not unpack to more than this.
    private const int LongestPickle = 1 << 30;
    private const int LongestPackedPickle = 1 << 24;

    // How much denser a pickle may be when it is packed; Python does not pack it.
    private const int MostPacked = 16;

    // The pickled magic number that the format of before 1.6 begins with.
    private static readonly byte[] Legacy = [0x80, 2, 0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46];

    private readonly ZipReader zip;
    private readonly string prefix;
    private readonly Device? mapLocation;
    private readonly MappedFile? mapped;
    private readonly Transfer transfer;
    private readonly bool isBigEndian;
    private readonly Dictionary<string, PtStorage> storages = new(StringComparer.Ordinal);

    private PtReader(Stream stream, Device? mapLocation, MappedFile? mapped, IProgress<long>? progress)
    {
        this.mapLocation = mapLocation;
        this.mapped = mapped;
        transfer = new(progress);
        zip = new(stream);
        var name = zip.Entries.Count > 0 ? zip.Entries[0].Name : "";
        prefix = name[..(name.IndexOf('/', StringComparison.Ordinal) + 1)];
        isBigEndian = zip.Find(prefix + "byteorder") is { } entry && Encoding.ASCII.GetString(zip.ReadAll(entry, 16)) switch
        {
            "little" => false,
            "big" => true,
            var order => throw new TorchFileException($"Unknown endianness type: {order}"),
        };
    }

    internal static object? Load(string path, Device? mapLocation, bool mmap, IProgress<long>? progress)
    {
        using var stream = MappedFile.OpenRead(path);
        if (!mmap)
        {
            return Load(stream, mapLocation, null, progress);
        }

        using var mapped = MappedFile.Open(path);
        return Load(stream, mapLocation, mapped, progress);
    }

    internal static object? Load(Stream stream, Device? mapLocation, MappedFile? mapped, IProgress<long>? progress)
    {
        if (!stream.CanSeek)
        {
            throw new ArgumentException("A zip file is read from its end: the stream must be able to seek.", nameof(stream));
        }

        var begin = stream.Position;
        Span<byte> start = stackalloc byte[8];
        start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        stream.Position = begin;
        if (start.SequenceEqual(Legacy))
        {
            throw new TorchFileException(
                "the file is in the format of before PyTorch 1.6. Load it there, and save it anew with torch.save(obj, f).");
        }

        if (!ZipReader.IsZip(start))
        {
            throw new TorchFileException("this is no file of torch.save: it is no zip file");
        }

        // In inference mode a tensor could not be set to the memory of another.
        using var normal = Torch.InferenceMode(false);
        using var off = Torch.NoGrad();
        return new PtReader(stream, mapLocation, mapped, progress).Read();
    }

    private object? Read()
    {
        if (zip.Find(prefix + "constants.pkl") is not null)
        {
            throw new TorchFileException("Cannot use ``weights_only=True`` with TorchScript archives passed to ``torch.load``.");
        }

        var entry = zip.Find(prefix + "data.pkl") ?? throw new TorchFileException("this is no file of torch.save: it has no data.pkl");
        var pickle = zip.ReadAll(entry, entry.IsStored ? LongestPickle : LongestPackedPickle);
        var value = new Unpickler(pickle, StorageOf, new(Math.Min(entry.Length, MostPacked * entry.Packed))).Load();
        CheckParts(value);
        return value;
    }

    // A storage or a class by itself is nothing here. Containers may hold each other, and themselves.
    private static void CheckParts(object? value)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var parts = new Stack<object?>([value]);
        while (parts.TryPop(out var part))
        {
            if (part is PtStorage or PickleCallable or PickleStorageType)
            {
                throw new TorchTypeException(
                    "the file holds a storage, or a class of Python's, by itself, for which TorchLite has nothing");
            }

            if (part is ICollection items and not byte[] && seen.Add(part))
            {
                foreach (var item in part is OrderedDictionary<object, object?> dict ? dict.Values : items.Cast<object?>())
                {
                    parts.Push(item);
                }
            }
        }
    }

    private PtStorage StorageOf(object?[] id)
    {
        if (id is not ["storage", PickleStorageType type, string key, string location, long count])
        {
            throw PickleNames.Refused("Only persistent_load of storage is allowed");
        }

        if (storages.TryGetValue(key, out var known))
        {
            return known.DType == type.DType && known.Count == count
                ? known
                : throw new TorchFileException($"storage {key} is of two types");
        }

        var entry = zip.Find($"{prefix}data/{key}") ?? throw new TorchFileException($"the file has no data of storage {key}");
        if (count < 0 || entry.Length / type.DType.Itemsize != count)
        {
            throw new TorchFileException($"storage {key} has {entry.Length} bytes, and should have {count} elements of {type.DType}");
        }

        return storages[key] = new PtStorage(type.DType, count, Place(location), (shape, dtype) => Read(entry, shape, dtype));
    }

    private Tensor Read(ZipEntry entry, Shape shape, DType dtype)
    {
        if (mapped is not null && entry.IsStored && !isBigEndian)
        {
            return mapped.Tensor(zip.DataOf(entry), shape, dtype);
        }

        using var bytes = zip.Open(entry);
        return TensorBytes.Read(bytes, shape, dtype, transfer, isBigEndian);
    }

    private Device? Place(string location)
    {
        if (mapLocation is not null || location == "cpu")
        {
            return mapLocation;
        }

        var type = location.Split(':')[0];
        if (type is not ("cuda" or "mps" or "meta"))
        {
            throw new TorchFileException(
                $"don't know how to restore data location of torch.storage.UntypedStorage (tagged with {location})");
        }

        return type != "cuda" || Torch.Cuda.IsAvailable()
            ? (Device)PickleCalls.Call(new PickleCallable("torch.device"), [location], new(0))
            : throw new TorchException(
                "Attempting to deserialize object on a CUDA device but torch.cuda.is_available() is False. If you are running on a "
                + "CPU-only machine, please use torch.load with map_location=torch.device('cpu') to map your storages to the CPU.");
    }
}

/// <summary>Memory that one or more tensors of a file share.</summary>
/// <param name="dtype">The dtype of its elements.</param>
/// <param name="count">How many there are.</param>
/// <param name="device">Where it goes; null: the CPU.</param>
/// <param name="read">Reads it, in a shape.</param>
internal sealed class PtStorage(DType dtype, long count, Device? device, Func<Shape, DType, Tensor> read)
{
    private Tensor? first;
    private DType actual = dtype;

    internal DType DType { get; } = dtype;

    internal long Count { get; } = count;

    /// <summary>The same bytes as elements of another dtype, as what has no class of its own is stored.</summary>
    internal PtStorage As(DType wanted)
    {
        if (wanted != actual && first is not null)
        {
            throw new TorchFileException("a storage of the file is of two types");
        }

        actual = wanted;
        return this;
    }

    /// <summary>A tensor on this memory: its owner is the first that is made.</summary>
    internal Tensor Tensor(long offset, long[] size, long[] stride)
    {
        var shape = Shape.Own(size);
        var total = Count * DType.Itemsize / actual.Itemsize;
        Check(offset, size, stride, total);
        if (first is null && offset == 0 && shape.Numel() == total && IsContiguous(size, stride))
        {
            return first = Placed(read(shape, actual));
        }

        if (first is null)
        {
            first = Placed(read([total], actual));
            return first.Set_(first, offset, shape, stride);
        }

        // set_() takes the memory of a contiguous tensor only, which the first may not be.
        using var plain = first.Detach();
        using var whole = plain.AsStrided([total], [1], 0);
        return Torch.Empty([0], actual, first.Device).Set_(whole, offset, shape, stride);
    }

    private static bool IsContiguous(long[] size, long[] stride)
    {
        long step = 1;
        for (var i = size.Length - 1; i >= 0; step *= Math.Max(size[i--], 1))
        {
            if (stride[i] != step)
            {
                return false;
            }
        }

        return true;
    }

    // libtorch would read whatever lies beyond.
    private static void Check(long offset, long[] size, long[] stride, long total)
    {
        _ = TensorBytes.Count(size, DType.Complex128);
        var isEmpty = size.Contains(0);
        var last = (Int128)offset;
        for (var i = 0; i < size.Length && i < stride.Length; i++)
        {
            last += (Int128)(size[i] - 1) * stride[i];
        }

        if (size.Length != stride.Length || offset < 0 || stride.Any(static step => step < 0) || (isEmpty ? offset > total : last >= total))
        {
            throw new TorchFileException("a tensor of the file reaches outside its storage");
        }
    }

    private Tensor Placed(Tensor tensor) => device is { } given && given.Type != "cpu" ? tensor.To(given) : tensor;
}
