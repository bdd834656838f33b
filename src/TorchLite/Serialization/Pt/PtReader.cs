namespace TorchLite.Serialization;

/// <summary>Reads the files of <c>torch.save</c>, of all its formats.</summary>
/// <param name="MapLocation">The device of the tensors; null: the devices on which they were.</param>
/// <param name="Mapped">The file in memory, where its elements are not read at once.</param>
/// <param name="Transfer">Told what was read.</param>
/// <param name="Skip">Told what is left out; null: nothing is.</param>
internal sealed record PtReader(Device? MapLocation, MappedFile? Mapped, Transfer Transfer, Action<string>? Skip)
{
    /// <summary>Longer than the pickle of any model.</summary>
    internal const int LongestPickle = 1 << 30;

    // Where a tar file says what it is.
    private const int TarMark = 257;

    internal static object? Load(string path, Device? mapLocation, bool mmap, IProgress<long>? progress, Action<string>? skip)
    {
        using var stream = MappedFile.OpenRead(path);
        if (!mmap)
        {
            return new PtReader(mapLocation, null, new(progress), skip).Load(stream);
        }

        using var mapped = MappedFile.Open(path);
        return new PtReader(mapLocation, mapped, new(progress), skip).Load(stream);
    }

    internal object? Load(Stream stream)
    {
        if (!stream.CanSeek)
        {
            throw new ArgumentException("A zip file is read from its end: the stream must be able to seek.", nameof(stream));
        }

        var begin = stream.Position;
        Span<byte> start = stackalloc byte[TarMark + 5];
        start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        stream.Position = begin;

        // In inference mode a tensor could not be set to the memory of another.
        using var normal = Torch.InferenceMode(false);
        using var off = Torch.NoGrad();
        if (ZipReader.IsZip(start))
        {
            return new PtZipFile(this, stream).Read();
        }

        if (start.EndsWith("ustar"u8))
        {
            throw new TorchFileException("Cannot use ``weights_only=True`` with files saved in the legacy .tar format.");
        }

        if (start is not [0x80, ..])
        {
            throw new TorchFileException("this is no file of torch.save: it is no zip file, and no pickle");
        }

        return Mapped is null
            ? new PtLegacyFile(this, stream).Read()
            : throw new TorchException(
                "mmap can only be used with files saved with `torch.save(_use_new_zipfile_serialization=True), "
                + "please torch.save your checkpoint with this option in order to use mmap.");
    }

    /// <summary>Where what was at a place goes; null: to the CPU.</summary>
    internal Device? Place(string location)
    {
        if (MapLocation is not null || location == "cpu")
        {
            return MapLocation;
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
