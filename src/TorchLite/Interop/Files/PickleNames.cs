using System.Collections;
using System.Numerics;

namespace TorchLite.Files;

/// <summary>What PyTorch's pickles call things.</summary>
internal static class PickleNames
{
    private static readonly Dictionary<string, DType> Storages = new()
    {
        ["ByteStorage"] = DType.Uint8, ["CharStorage"] = DType.Int8, ["ShortStorage"] = DType.Int16, ["IntStorage"] = DType.Int32,
        ["LongStorage"] = DType.Int64, ["HalfStorage"] = DType.Float16, ["FloatStorage"] = DType.Float32, ["DoubleStorage"] = DType.Float64,
        ["ComplexFloatStorage"] = DType.Complex64, ["ComplexDoubleStorage"] = DType.Complex128, ["BoolStorage"] = DType.Bool,
        ["BFloat16Storage"] = DType.Bfloat16,
    };

    // Modules whose names Python 2 wrote otherwise, which pickles of protocol 2 still do.
    private static readonly Dictionary<string, string> Renamed = new() { ["__builtin__"] = "builtins", ["copy_reg"] = "copyreg" };

    private static readonly string[] Blocked = ["sys", "os", "posix", "nt"];

    /// <summary>The functions and classes that a pickle may call.</summary>
    private static readonly HashSet<string> Callable =
    [
        "torch._utils._rebuild_tensor", "torch._utils._rebuild_tensor_v2", "torch._utils._rebuild_tensor_v3",
        "torch._utils._rebuild_parameter", "torch._utils._rebuild_parameter_with_state", "collections.OrderedDict", "collections.Counter",
        "torch.Size", "torch.device", "builtins.set", "builtins.complex", "builtins.bytearray", "_codecs.encode",
    ];

    /// <summary>A global of a pickle: a callable by its name, a dtype, or the dtype of a storage.</summary>
    /// <exception cref="TorchFileException">It is none that PyTorch allows by default, or none that TorchLite has.</exception>
    internal static object Find(string module, string name)
    {
        module = Renamed.GetValueOrDefault(module, module);
        var full = $"{module}.{name}";
        if (Callable.Contains(full))
        {
            return new PickleCallable(full);
        }

        if (Blocked.Contains(module))
        {
            throw Refused($"Trying to load unsupported GLOBAL {full} whose module {module} is blocked.");
        }

        if (module == "torch")
        {
            if (Storages.TryGetValue(name, out var stored))
            {
                return new PickleStorageType(stored);
            }

            if (DType.Named(name) is { } dtype && (DType.All.Contains(dtype) || dtype == DType.Complex32))
            {
                return dtype;
            }
        }

        if (full == "torch.storage.UntypedStorage")
        {
            return new PickleStorageType(DType.Uint8);
        }

        throw IsOfPyTorch(module, name)
            ? new TorchTypeException($"the file holds a {full}, for which TorchLite has nothing")
            : Refused($"Unsupported global: GLOBAL {(module == "builtins" ? name : full)} was not an allowed global by default.");
    }

    /// <summary>The class of the storages of a dtype; null where Python has none.</summary>
    internal static string? StorageOf(DType dtype) => Storages.FirstOrDefault(pair => pair.Value == dtype).Key;

    internal static TorchFileException Refused(string why) => new($"Weights only load failed. WeightsUnpickler error: {why}");

    /// <summary>Python's name of a value's type, for messages.</summary>
    internal static string TypeOf(object? value) => value switch
    {
        null => "NoneType",
        string => "str",
        long or BigInteger => "int",
        double => "float",
        bool => "bool",
        object?[] => "tuple",
        IDictionary => "dict",
        IList => "list",
        _ => value.GetType().Name,
    };

    // What PyTorch lets pass, but that makes nothing that is known here: other dtypes, sparse and quantized tensors, …
    private static bool IsOfPyTorch(string module, string name) =>
        (module is "torch" && (name.EndsWith("Storage", StringComparison.Ordinal) || name.EndsWith("Tensor", StringComparison.Ordinal)
            || name is "uint16" or "uint32" or "uint64" || name.StartsWith("float8", StringComparison.Ordinal)
            || name.StartsWith("q", StringComparison.Ordinal) || name.StartsWith("per_", StringComparison.Ordinal)))
        || (module == "torch._utils" && name.StartsWith("_rebuild_", StringComparison.Ordinal))
        || (module == "torch._tensor" && name == "_rebuild_from_type_v2")
        || (module == "torch.serialization" && name == "_get_layout")
        || (module == "torch.nn.parameter" && name == "Parameter");
}

/// <summary>A function or class that a pickle may call.</summary>
internal sealed record PickleCallable(string Name);

/// <summary>The class of a storage, which tells the dtype of its elements.</summary>
internal sealed record PickleStorageType(DType DType);
