using System.Text;

namespace TorchLite.Serialization;

/// <summary>A file of PyTorch 1.6 and later: a zip file of a pickle, and a record for each storage.</summary>
internal sealed class PtZipFile
{
    // What is packed may not unpack to more than this.
    private const int LongestPackedPickle = 1 << 24;

    // How much denser a pickle may be when it is packed; Python does not pack it.
    private const int MostPacked = 16;

    private readonly PtReader reader;
    private readonly ZipReader zip;
    private readonly string prefix;
    private readonly bool isBigEndian;
    private readonly Dictionary<string, PtStorage> storages = new(StringComparer.Ordinal);

    internal PtZipFile(PtReader reader, Stream stream)
    {
        this.reader = reader;
        zip = new(stream);
        if (zip.Entries.GroupBy(static entry => entry.Name).FirstOrDefault(static group => group.Count() > 1) is { } twice)
        {
            throw new TorchFileException($"the zip file has two entries of the name '{twice.Key}'");
        }

        var name = zip.Entries.Count > 0 ? zip.Entries[0].Name : "";
        prefix = name[..(name.IndexOf('/', StringComparison.Ordinal) + 1)];
        isBigEndian = zip.Find(prefix + "byteorder") is { } entry && Encoding.ASCII.GetString(zip.ReadAll(entry, 16)) switch
        {
            "little" => false,
            "big" => true,
            var order => throw new TorchFileException($"Unknown endianness type: {order}"),
        };
    }

    internal object? Read()
    {
        if (zip.Find(prefix + "constants.pkl") is not null)
        {
            throw new TorchFileException("Cannot use ``weights_only=True`` with TorchScript archives passed to ``torch.load``.");
        }

        var entry = zip.Find(prefix + "data.pkl") ?? throw new TorchFileException("this is no file of torch.save: it has no data.pkl");
        var pickle = zip.ReadAll(entry, entry.IsStored ? PtReader.LongestPickle : LongestPackedPickle);
        var value = new Unpickler(new(pickle), StorageOf, new(Math.Min(entry.Length, MostPacked * entry.Packed))).Load();
        return new PickleParts(reader.Skip).Settle(value);
    }

    private PtStorage StorageOf(object?[] id)
    {
        if (id is not ["storage", PickleStorageType type, string key, string location, long count])
        {
            throw PickleNames.Refused("Only persistent_load of storage is allowed");
        }

        if (storages.TryGetValue(key, out var known))
        {
            return known.As(type.DType, count, key);
        }

        var entry = zip.Find($"{prefix}data/{key}") ?? throw new TorchFileException($"the file has no data of storage {key}");
        if (count < 0 || entry.Length / type.DType.Itemsize != count)
        {
            throw new TorchFileException($"storage {key} has {entry.Length} bytes, and should have {count} elements of {type.DType}");
        }

        return storages[key] = new PtStorage(type.DType, count, reader.Place(location), (shape, dtype) => Read(entry, shape, dtype));
    }

    private Tensor Read(ZipEntry entry, Shape shape, DType dtype)
    {
        if (reader.Mapped is { } mapped && entry.IsStored && !isBigEndian)
        {
            return mapped.Tensor(zip.DataOf(entry), shape, dtype);
        }

        using var bytes = zip.Open(entry);
        return TensorBytes.Read(bytes, shape, dtype, reader.Transfer, isBigEndian);
    }
}
