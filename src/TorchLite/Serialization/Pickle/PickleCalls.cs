using System.Collections;
using System.Numerics;
using System.Text;

namespace TorchLite.Serialization;

/// <summary>What the callables of a pickle make.</summary>
internal static class PickleCalls
{
    internal static object Call(PickleCallable function, object?[] arguments, PickleBudget budget)
    {
        // What was made before may be named as an argument any number of times.
        foreach (var argument in arguments)
        {
            budget.Spend(argument switch
            {
                string text => 2 * text.Length,
                byte[] bytes => bytes.Length,
                Shape shape => 8 * PickleBudget.Slot * shape.Count,
                ICollection items => 8 * PickleBudget.Slot * items.Count,
                PtStorage => PickleBudget.Tensor,
                _ => PickleBudget.Slot,
            });
        }

        // A part that can not be had makes the whole one that can not.
        return Array.Find(arguments, static argument => argument is PickleMissing) is { } missing && PickleNames.IsRebuild(function.Name)
            ? missing
            : Make(function, arguments, budget);
    }

    /// <summary>
    /// Gives an object its state: a tensor of the oldest files its memory, a parameter of theirs whether it is differentiated.
    /// </summary>
    internal static void Build(object? state, object? target)
    {
        switch (target, state)
        {
            case (OrderedDictionary<object, object?>, _):
                PickledAttributes.Set(target, state);
                break;
            case (PickleMissing, _):
                break;
            case (Tensor tensor, object?[] and [PtStorage storage, long offset, var size, object?[] stride]):
                storage.Onto(tensor, offset, Numbers(size), Numbers(stride));
                break;
            case (Tensor tensor, object?[] and [bool grad, _, _]):
                tensor.RequiresGrad_(grad);
                break;
            default:
                throw PickleNames.Refused(
                    $"Can only build Tensor, Parameter, OrderedDict or types allowlisted via `add_safe_globals`, but got "
                    + PickleNames.TypeOf(target));
        }
    }

    private static object Make(PickleCallable function, object?[] arguments, PickleBudget budget) => (function.Name, arguments) switch
    {
        ("torch._utils._rebuild_tensor", [PtStorage storage, long offset, var size, object?[] stride]) =>
            storage.Tensor(storage.DType, offset, Numbers(size), Numbers(stride)),
        ("torch._utils._rebuild_tensor_v2", [PtStorage storage, long offset, var size, object?[] stride, bool grad, _, .. var rest]) =>
            Rebuild(storage.Tensor(storage.DType, offset, Numbers(size), Numbers(stride)), grad, rest),
        ("torch._utils._rebuild_tensor_v3",
            [PtStorage storage, long offset, var size, object?[] stride, bool grad, _, DType dtype, .. var rest]) =>
            dtype.HasElements
                ? Rebuild(storage.Tensor(dtype, offset, Numbers(size), Numbers(stride)), grad, rest)
                : new PickleMissing($"a tensor of {dtype}"),
        ("torch._utils._rebuild_meta_tensor_no_storage", [DType dtype, var size, var stride, bool grad]) =>
            Meta(dtype, Numbers(size), Numbers(stride), grad),
        ("torch._utils._rebuild_sparse_tensor", [Layout layout, ..]) =>
            new PickleMissing($"a sparse tensor ({PickleNames.NameOf(layout)})"),
        ("torch._utils._rebuild_qtensor", [PtStorage storage, ..]) => new PickleMissing($"a quantized tensor ({storage.DType})"),
        ("torch._utils._rebuild_nested_tensor", _) => new PickleMissing("a nested tensor"),
        ("torch._utils._rebuild_wrapper_subclass", _) => new PickleMissing("a tensor of a subclass without memory"),
        ("torch._utils._rebuild_device_tensor_from_cpu_tensor", [_, _, string device, _]) =>
            new PickleMissing($"a tensor of the device {device}"),

        // The attributes that Python's objects may have are nothing here.
        ("torch._tensor._rebuild_from_type_v2", [PickleCallable inner, PickleCallable, object?[] given, _])
            when PickleNames.IsRebuild(inner.Name) && inner.Name != function.Name => Call(inner, given, budget),
        ("torch.nn.parameter.Parameter", [Tensor data]) => data.RequiresGrad_(),
        ("torch.nn.parameter.Parameter", [Tensor data, bool grad]) => data.RequiresGrad_(grad),
        ("torch.serialization._get_layout", [string layout]) => PickleNames.LayoutOf(layout),
        (var name, []) when PickleNames.TensorClass(name) is { } dtype => Torch.Empty([0], dtype, default(Device)),
        ("torch._utils._rebuild_parameter" or "torch._utils._rebuild_parameter_with_state", [Tensor data, bool grad, ..]) =>
            data.RequiresGrad_(grad),
        ("collections.OrderedDict", []) => new OrderedDictionary<object, object?>(PickleKeys.Comparer),
        ("collections.Counter", []) => new PickledCounter(),
        ("collections.OrderedDict", [List<object?> pairs]) => Dict(pairs, budget),
        ("collections.Counter", [OrderedDictionary<object, object?> counts]) => Counter(counts, budget),
        ("torch.Size", [object?[] sizes]) => Shape.Wrap(Numbers(sizes)),
        ("torch.device", [string device]) => DeviceOf(device),
        ("torch.device", [string device, long index]) => DeviceOf($"{device}:{index}"),
        ("builtins.set", [List<object?> items]) => new HashSet<object>(items.Select(budget.Key), PickleKeys.Comparer),
        ("builtins.complex", [double real, double imaginary]) => new Complex(real, imaginary),
        ("builtins.bytearray", [byte[] bytes]) => bytes,
        ("builtins.bytearray", []) => Array.Empty<byte>(),
        ("builtins.bytearray", [string text, "latin-1"]) => Encoding.Latin1.GetBytes(text),
        ("_codecs.encode", [string text, "latin1" or "latin-1"]) => Encoding.Latin1.GetBytes(text),
        _ => throw new TorchFileException($"the pickle in the file calls {function.Name} with arguments that it does not take"),
    };

    private static Tensor Rebuild(Tensor tensor, bool requiresGrad, object?[] rest)
    {
        if (rest is [IDictionary metadata, ..])
        {
            tensor = metadata["conj"] is true ? tensor.Conj() : tensor;
            tensor = metadata["neg"] is true ? Script.Run($"torch._neg_view({tensor})") : tensor;
        }

        return requiresGrad ? tensor.RequiresGrad_() : tensor;
    }

    private static Tensor Meta(DType dtype, long[] size, long[] stride, bool requiresGrad)
    {
        _ = TensorBytes.Count(size, dtype);
        return size.Length == stride.Length && Array.TrueForAll(stride, static step => step >= 0)
            ? Torch.EmptyStrided(Shape.Wrap(size), Shape.Wrap(stride), dtype, "meta", requiresGrad: requiresGrad)
            : throw new TorchFileException("a tensor of the file does not have a step for each dimension");
    }

    private static PickledCounter Counter(OrderedDictionary<object, object?> counts, PickleBudget budget)
    {
        var counter = new PickledCounter();
        foreach (var (key, count) in counts)
        {
            counter[budget.Key(key)] = count;
        }

        return counter;
    }

    private static OrderedDictionary<object, object?> Dict(List<object?> pairs, PickleBudget budget)
    {
        var dict = new OrderedDictionary<object, object?>(PickleKeys.Comparer);
        foreach (var pair in pairs)
        {
            var (key, value) = pair switch
            {
                object?[] { Length: 2 } tuple => (tuple[0], tuple[1]),
                List<object?> { Count: 2 } list => (list[0], list[1]),
                _ => throw new TorchFileException("the pickle in the file makes an OrderedDict of what are no pairs"),
            };
            dict[budget.Key(key)] = value;
        }

        return dict;
    }

    private static long[] Numbers(object? sizes) => sizes switch
    {
        Shape shape => shape.ToArray(),
        object?[] tuple when Array.TrueForAll(tuple, static size => size is long) => Array.ConvertAll(tuple, static size => (long)size!),
        _ => throw new TorchFileException("a shape in the file is no tuple of integers"),
    };

    private static object DeviceOf(string text)
    {
        try
        {
            return new Device(text);
        }
        catch (Exception thrown) when (thrown is TorchException or ArgumentException or FormatException or OverflowException)
        {
            throw new TorchFileException($"the file names a device that is not known: {text}", thrown);
        }
    }
}
