using System.Collections;
using System.Numerics;
using System.Text;

namespace TorchLite.Files;

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

        return Make(function, arguments, budget);
    }

    private static object Make(PickleCallable function, object?[] arguments, PickleBudget budget) => (function.Name, arguments) switch
    {
        ("torch._utils._rebuild_tensor", [PtStorage storage, long offset, var size, object?[] stride]) =>
            storage.Tensor(offset, Numbers(size), Numbers(stride)),
        ("torch._utils._rebuild_tensor_v2", [PtStorage storage, long offset, var size, object?[] stride, bool grad, _, .. var rest]) =>
            Rebuild(storage.Tensor(offset, Numbers(size), Numbers(stride)), grad, rest),
        ("torch._utils._rebuild_tensor_v3",
            [PtStorage storage, long offset, var size, object?[] stride, bool grad, _, DType dtype, .. var rest]) =>
            Rebuild(storage.As(dtype).Tensor(offset, Numbers(size), Numbers(stride)), grad, rest),
        ("torch._utils._rebuild_parameter" or "torch._utils._rebuild_parameter_with_state", [Tensor data, bool grad, ..]) =>
            data.RequiresGrad_(grad),
        ("collections.OrderedDict" or "collections.Counter", []) => new OrderedDictionary<object, object?>(PickleKeys.Comparer),
        ("collections.OrderedDict", [List<object?> pairs]) => Dict(pairs, budget),
        ("collections.Counter", [OrderedDictionary<object, object?> counts]) => counts,
        ("torch.Size", [object?[] sizes]) => Shape.Own(Numbers(sizes)),
        ("torch.device", [string device]) => DeviceOf(device),
        ("torch.device", [string device, long index]) => DeviceOf($"{device}:{index}"),
        ("builtins.set", [List<object?> items]) => new HashSet<object>(items.Select(budget.Key), PickleKeys.Comparer),
        ("builtins.complex", [double real, double imaginary]) => new Complex(real, imaginary),
        ("builtins.bytearray", [byte[] bytes]) => bytes,
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
        _ => throw new TorchFileException("a shape in the file is no tuple of whole numbers"),
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
