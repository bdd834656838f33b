using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;

namespace TorchLite.Serialization;

/// <summary>
/// A file of before PyTorch 1.6, or of <c>_use_new_zipfile_serialization=False</c>: five pickles, one after the other, and behind them the
/// bytes of the storages. What comes behind those is left in the stream.
/// </summary>
internal sealed class PtLegacyFile(PtReader reader, Stream stream)
{
    private const long ProtocolVersion = 1001;

    private static readonly BigInteger Magic = BigInteger.Parse("1950a86a20f9469cfc6c", NumberStyles.HexNumber, null);

    private readonly Dictionary<string, PtStorage> storages = new(StringComparer.Ordinal);
    private long claimed;

    internal object? Read()
    {
        var begin = stream.Position;
        var budget = new PickleBudget(0);
        var pickles = new PickleSource(stream, budget);
        if (Load(NoStorage) is not BigInteger magic || magic != Magic)
        {
            throw new TorchFileException("Invalid magic number; corrupt file?");
        }

        if (Load(NoStorage) is var version && version is not ProtocolVersion)
        {
            throw new TorchFileException($"Invalid protocol version: {version}");
        }

        // About the machine that wrote it. The bytes are little-endian whichever it was.
        Load(NoStorage);
        var value = Load(StorageOf);
        if (Load(NoStorage) is not List<object?> keys)
        {
            throw new TorchFileException("the file has no list of its storages");
        }

        value = new PickleParts(reader.Skip).Settle(value);
        stream.Position = begin + pickles.At;
        Fill(keys);
        return value;

        object? Load(Func<object?[], PtStorage> storageOf) => new Unpickler(pickles, storageOf, budget).Load();
    }

    private static PtStorage NoStorage(object?[] id) => throw PickleNames.Refused("unsupported persistent id encountered");

    private PtStorage StorageOf(object?[] id)
    {
        if (id is not ["storage", PickleStorageType type, var root, string location, long count, var view]
            || root is not (string or long or BigInteger) || count < 0)
        {
            throw PickleNames.Refused("Only persistent_load of storage is allowed");
        }

        var storage = Storage(type, root, location, count);
        return view switch
        {
            null => storage,

            // The oldest files have storages that are a part of another; tensors of today share one storage instead.
            object?[] and [string or long or BigInteger, long from, long length] => storage.Part(from, length),
            _ => throw PickleNames.Refused("Only persistent_load of storage is allowed"),
        };
    }

    private PtStorage Storage(PickleStorageType type, object root, string location, long count)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{root}");
        if (storages.TryGetValue(key, out var known))
        {
            return known.As(type.DType, count, key);
        }

        // Room is made before the bytes are seen, so no more than the file could hold.
        var rest = (stream.Length - claimed) / type.DType.Itemsize;
        claimed += count <= rest ? count * type.DType.Itemsize : throw TensorBytes.TooShort((count - rest) * type.DType.Itemsize);
        return storages[key] = new PtStorage(type.DType, count, reader.Place(location), static (shape, dtype) => Torch.Empty(shape, dtype));
    }

    private void Fill(List<object?> keys)
    {
        var waiting = new Dictionary<string, PtStorage>(storages);
        Span<byte> size = stackalloc byte[sizeof(long)];
        foreach (var listed in keys)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{listed}");
            if (!waiting.Remove(key, out var storage))
            {
                throw new TorchFileException($"storage key '{key}' not found in deserialized_objects");
            }

            if (stream.ReadAtLeast(size, size.Length, throwOnEndOfStream: false) < size.Length)
            {
                throw TensorBytes.TooShort(size.Length);
            }

            if (BinaryPrimitives.ReadInt64LittleEndian(size) is var count && count != storage.Count)
            {
                throw new TorchFileException($"storage has wrong byte size: expected {storage.Count} got {count}");
            }

            storage.Fill(stream, reader.Transfer);
        }

        if (waiting.Count > 0)
        {
            throw new TorchFileException($"the file has no data of storage {waiting.Keys.First()}");
        }
    }
}
