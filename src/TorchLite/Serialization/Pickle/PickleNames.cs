using System.Collections;
using System.Numerics;

namespace TorchLite.Serialization;

/// <summary>What PyTorch's pickles call things.</summary>
internal static class PickleNames
{
    private const string Storage = "Storage", Tensor = "Tensor";

    // Modules whose names Python 2 wrote otherwise, which pickles of protocol 2 still do.
    private static readonly Dictionary<string, string> Renamed = new() { ["__builtin__"] = "builtins", ["copy_reg"] = "copyreg" };

    private static readonly string[] Blocked = ["sys", "os", "posix", "nt"];

    /// <summary>The functions that make a tensor of parts.</summary>
    private static readonly HashSet<string> Rebuilds =
    [
        "torch._utils._rebuild_tensor", "torch._utils._rebuild_tensor_v2", "torch._utils._rebuild_tensor_v3",
        "torch._utils._rebuild_parameter", "torch._utils._rebuild_parameter_with_state", "torch._utils._rebuild_meta_tensor_no_storage",
        "torch._utils._rebuild_sparse_tensor", "torch._utils._rebuild_qtensor", "torch._utils._rebuild_nested_tensor",
        "torch._utils._rebuild_wrapper_subclass", "torch._utils._rebuild_device_tensor_from_cpu_tensor",
        "torch._tensor._rebuild_from_type_v2", "torch.nn.parameter.Parameter",
    ];

    /// <summary>The other functions and classes that a pickle may call.</summary>
    private static readonly HashSet<string> Callable =
    [
        "collections.OrderedDict", "collections.Counter", "torch.Size", "torch.device", "torch.serialization._get_layout", "torch.Tensor",
        "builtins.set", "builtins.complex", "builtins.bytearray", "_codecs.encode",
    ];

    private static readonly Dictionary<string, Layout> Layouts = new()
    {
        ["torch.strided"] = Layout.Strided, ["torch.sparse_coo"] = Layout.SparseCoo, ["torch.sparse_csr"] = Layout.SparseCsr,
        ["torch.sparse_csc"] = Layout.SparseCsc, ["torch.sparse_bsr"] = Layout.SparseBsr, ["torch.sparse_bsc"] = Layout.SparseBsc,
        ["torch.jagged"] = Layout.Jagged,
    };

    /// <summary>A global of a pickle: a callable by its name, a dtype, or the dtype of a storage.</summary>
    /// <exception cref="TorchFileException">It is none that PyTorch allows by default.</exception>
    /// <exception cref="TorchTypeException">It is one that TorchLite does not have.</exception>
    internal static object Find(string module, string name)
    {
        module = Renamed.GetValueOrDefault(module, module);
        var full = $"{module}.{name}";
        if (Callable.Contains(full) || Rebuilds.Contains(full) || TensorClass(full) is not null)
        {
            return new PickleCallable(full);
        }

        if (Blocked.Contains(module))
        {
            throw Refused($"Trying to load unsupported GLOBAL {full} whose module {module} is blocked.");
        }

        if (module is "torch" or "torch.cuda" && name.EndsWith(Storage, StringComparison.Ordinal)
            && DType.OfNativeName(name[..^Storage.Length]) is { HasStorageClass: true } stored)
        {
            return new PickleStorageType(stored);
        }

        if (full == "torch.storage.UntypedStorage")
        {
            return new PickleStorageType(DType.Uint8);
        }

        if (module == "torch" && DType.Named(name) is { } dtype)
        {
            return dtype;
        }

        if (module == "torch" && name.StartsWith("per_", StringComparison.Ordinal))
        {
            return new PickleMissing($"the way of quantizing {full}");
        }

        throw IsOfPyTorch(module, name)
            ? new TorchTypeException($"the file holds a {full}, for which TorchLite has nothing")
            : Refused(
                $"Unsupported global: GLOBAL {(module == "builtins" ? name : full)} was not an allowed global by default. It is Python's code, "
                + "which is not run here: save there what it holds as tensors, such as net.state_dict() in the place of net.");
    }

    /// <summary>Whether a function makes a tensor of parts.</summary>
    internal static bool IsRebuild(string function) => Rebuilds.Contains(function);

    /// <summary>The class of the storages of a dtype; null where Python has none, and the tensor says its dtype itself.</summary>
    internal static string? StorageOf(DType dtype) => dtype.HasStorageClass ? dtype.NativeName + Storage : null;

    /// <summary>The dtype of a class such as <c>torch.FloatTensor</c>, as the oldest files name them; null where it is none.</summary>
    internal static DType? TensorClass(string full)
    {
        const string Module = "torch.";
        return full.StartsWith(Module, StringComparison.Ordinal) && full.EndsWith(Tensor, StringComparison.Ordinal)
            && DType.OfNativeName(full[Module.Length..^Tensor.Length]) is { HasStorageClass: true, IsQuantized: false } dtype
            ? dtype
            : null;
    }

    internal static Layout LayoutOf(string name) => Layouts.TryGetValue(name, out var layout)
        ? layout
        : throw new TorchTypeException($"the file holds the layout {name}, for which TorchLite has nothing");

    internal static string NameOf(Layout layout) => Layouts.FirstOrDefault(pair => pair.Value == layout).Key
        ?? throw new TorchTypeException($"there is no layout {layout}");

    internal static TorchFileException Refused(string why) => new($"Weights only load failed. WeightsUnpickler error: {why}");

    /// <summary>Python's name of a value's type, for messages.</summary>
    internal static string TypeOf(object? value) => value switch
    {
        null or DBNull => "NoneType",
        string => "str",
        long or BigInteger => "int",
        double => "float",
        bool => "bool",
        byte[] => "bytes",
        object?[] => "tuple",
        IDictionary => "dict",
        IList => "list",
        _ => value.GetType().Name,
    };

    // What PyTorch lets pass, but that makes nothing that is known here: sparse classes, those of a GPU, …
    private static bool IsOfPyTorch(string module, string name) =>
        (module is "torch" or "torch.cuda" or "torch.storage" && name.EndsWith(Storage, StringComparison.Ordinal))
        || (module is "torch" or "torch.cuda" or "torch.sparse" or "torch.cuda.sparse" && name.EndsWith(Tensor, StringComparison.Ordinal))
        || (module == "torch._utils" && name.StartsWith("_rebuild_", StringComparison.Ordinal));
}

/// <summary>A function or class that a pickle may call.</summary>
internal sealed record PickleCallable(string Name);

/// <summary>The class of a storage, which tells the dtype of its elements.</summary>
internal sealed record PickleStorageType(DType DType);

/// <summary>Something that PyTorch makes of a file, and TorchLite does not.</summary>
/// <param name="What">What it is, for messages.</param>
internal sealed record PickleMissing(string What);
