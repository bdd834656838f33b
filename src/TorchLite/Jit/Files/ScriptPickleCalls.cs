using TorchLite.Serialization;

namespace TorchLite.Jit;

/// <summary>What the pickles of TorchScript call: tensors, lists of a type, and classes of the archive.</summary>
internal static class ScriptPickleCalls
{
    internal static object? Call(string function, object?[] arguments, Func<string, long?> lengthOf) => (function, arguments) switch
    {
        ("torch._utils._rebuild_tensor_v2",
            [PickledStorage storage, long offset, object?[] size, object?[] stride, bool, PickledDict, .. ([] or [PickledDict])]) =>
            Tensor(storage, offset, size, stride),
        ("torch._utils._rebuild_qtensor",
            [PickledStorage storage, long offset, object?[] size, object?[] stride, object?[] and [PickledName, ..], bool, PickledDict]) =>
            Tensor(storage, offset, size, stride),
        ("torch.jit._pickle.restore_type_tag", [List<object?> or PickledDict, string type]) => Typed(arguments[0], type),
        ("torch.jit._pickle.build_intlist", [List<object?> list]) when list.TrueForAll(static one => one is long) => list,
        ("torch.jit._pickle.build_doublelist", [List<object?> list]) when list.TrueForAll(static one => one is double) => list,
        ("torch.jit._pickle.build_boollist", [List<object?> list]) when list.TrueForAll(static one => one is bool) => list,
        ("torch.jit._pickle.build_tensorlist", [List<object?> list]) when list.TrueForAll(static one => one is PickledTensor) => list,
        ("builtins.complex", [double real, double imaginary]) => new System.Numerics.Complex(real, imaginary),
        ("collections.OrderedDict", []) => new PickledDict(),
        ("torch.device", [string device]) => new Device(device),
        ("torch.device", [string device, long index]) => new Device($"{device}:{index}"),

        // An object of a class that is made at once: a named tuple, an enumerator.
        _ when function.StartsWith("__torch__.", StringComparison.Ordinal) => arguments,
        _ => throw ScriptPickle.Malformed($"it calls {function} with arguments that it does not take"),
    };

    /// <summary>A storage by the parts of its name: its record must hold as much as it is said to.</summary>
    internal static PickledStorage Storage(object?[] id, Func<string, long?> lengthOf)
    {
        if (id is not ["storage", PickledName { Name: var type }, string key, string, long count] || StorageType(type) is not { } dtype)
        {
            throw ScriptPickle.Malformed("a storage has another name than libtorch gives");
        }

        if (count < 0 || (count > 0 && lengthOf(key) is var length && (length is null || count > length / dtype)))
        {
            throw new TorchFileException(
                $"storage {key} of the TorchScript archive has {lengthOf(key) ?? 0} bytes, and should "
                + $"have {count} elements of {dtype} bytes");
        }

        return new(count);
    }

    private static object? Typed(object? value, string type)
    {
        _ = ScriptReader.Read($"class T(X):\n  t : {type}\n", "");
        return value;
    }

    // The bytes of an element.
    private static long? StorageType(string type)
    {
        const string Prefix = "torch.", Suffix = "Storage";
        if (!type.StartsWith(Prefix, StringComparison.Ordinal) || !type.EndsWith(Suffix, StringComparison.Ordinal))
        {
            return null;
        }

        return type[Prefix.Length..^Suffix.Length] switch
        {
            "QUInt8" or "QInt8" or "QUInt4x2" or "QUInt2x4" => 1,
            "QInt32" => 4,
            var name => DType.OfNativeName(name)?.Itemsize,
        };
    }

    private static PickledTensor Tensor(PickledStorage storage, long offset, object?[] size, object?[] stride)
    {
        var last = (Int128)offset;
        var isEmpty = false;
        for (var i = 0; i < size.Length; i++)
        {
            if (size.Length != stride.Length || size[i] is not (long count and >= 0) || stride[i] is not (long step and >= 0))
            {
                throw ScriptPickle.Malformed("a tensor does not have a size and a step for each dimension");
            }

            isEmpty |= count == 0;
            last += (Int128)(count - 1) * step;
        }

        return offset >= 0 && (isEmpty ? offset <= storage.Count : last < storage.Count) && size.Length <= 64
            && TensorBytes.Count(Array.ConvertAll(size, static one => (long)one!), DType.Complex128) >= 0
            ? new() : throw new TorchFileException("a tensor of the TorchScript archive reaches outside its storage");
    }
}
