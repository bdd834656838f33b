namespace TorchLite.Serialization;

/// <summary>Writes PyTorch's zip files, as PyTorch 2.14 lays them out.</summary>
internal static class PtWriter
{
    internal static void Write(Stream stream, object? obj, string archive, IProgress<long>? progress)
    {
        using var off = Torch.NoGrad();
        var storages = new List<Tensor>();
        var keys = new Dictionary<(nint Address, long Bytes, Device Device), string>();
        var types = new Dictionary<nint, DType>();
        var pickle = new Pickler(StorageOf).Dump(obj);
        var zip = new ZipWriter(stream);
        zip.Add($"{archive}/data.pkl", pickle);
        zip.Add($"{archive}/.format_version", "1"u8.ToArray());
        zip.Add($"{archive}/.storage_alignment", "64"u8.ToArray());
        zip.Add($"{archive}/byteorder", "little"u8.ToArray());
        var transfer = new Transfer(progress);
        for (var i = 0; i < storages.Count; i++)
        {
            var storage = storages[i];
            zip.Add($"{archive}/data/{i}", Bytes(storage), target => WriteStorage(target, storage, transfer));
        }

        zip.Add($"{archive}/version", "3\n"u8.ToArray());
        zip.Finish();

        (string Key, string Location, long Count) StorageOf(Tensor tensor)
        {
            CheckWritable(tensor);
            using var whole = Whole(tensor);
            using var use = new Use(whole);
            var (address, bytes, device) = (LibTorch.DataPointer(use.Handle), LibTorch.StorageBytes(use.Handle), tensor.Device);
            if (bytes == 0 || !keys.TryGetValue((address, bytes, device), out var key))
            {
                key = storages.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
                storages.Add(tensor);
                keys[(address, bytes, device)] = key;
            }

            // What has no class of storages is saved as bytes, whichever dtype sees them.
            var type = PickleNames.StorageOf(tensor.DType) is null ? DType.Uint8 : tensor.DType;
            if (bytes > 0 && !types.TryAdd(address, type) && types[address] != type)
            {
                throw new TorchException("Cannot save multiple tensors or storages that view the same data as different types");
            }

            return (key, device.ToString(), PickleNames.StorageOf(tensor.DType) is null ? bytes : bytes / tensor.Itemsize);
        }
    }

    // That it lies in memory as a dense tensor of a dtype that Python's files have a name for.
    private static void CheckWritable(Tensor tensor)
    {
        if (!Gate.Ask(static t => LibTorch.IsStrided(t), tensor))
        {
            throw new TorchTypeException("a sparse tensor can not be saved; save the dense tensors that it is made of");
        }

        if (!tensor.DType.HasElements)
        {
            throw new TorchTypeException($"tensors of {tensor.DType} can not be saved");
        }
    }

    // All elements of the memory that a tensor is a view of, from the first on.
    private static Tensor Whole(Tensor tensor)
    {
        using var plain = tensor.Detach();
        return plain.AsStrided([Bytes(tensor) / tensor.Itemsize], [1], 0);
    }

    private static long Bytes(Tensor storage)
    {
        using var use = new Use(storage);
        return LibTorch.StorageBytes(use.Handle);
    }

    private static unsafe void WriteStorage(Stream target, Tensor tensor, Transfer transfer)
    {
        using var whole = Whole(tensor);
        using var here = whole.Cpu();
        using var use = new Use(here);
        TensorBytes.Write(target, (byte*)LibTorch.DataPointer(use.Handle), Bytes(here), transfer);
    }
}
