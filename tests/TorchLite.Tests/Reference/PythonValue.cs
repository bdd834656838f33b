using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using Module = TorchLite.Nn.Module;

namespace TorchLite.Tests.Reference;

/// <summary>A list or a tuple of Python's.</summary>
internal sealed record PythonList(IReadOnlyList<object?> Items, bool IsTuple);

/// <summary>A slice of Python's.</summary>
internal sealed record PythonSlice(long? Start, long? Stop, long? Step);

/// <summary>Python's <c>...</c>.</summary>
internal sealed record PythonEllipsis;

/// <summary>Reads the tagged values of the corpus; the tags are explained in tests/reference/tagged.py.</summary>
internal static class PythonValue
{
    /// <summary>Where the tensors are made, and what the recorded CPU stands for: another one to see whether all is the same there.</summary>
    internal static Device Device { get; set; }

    public static object? Read(JsonElement coded, IReadOnlyDictionary<string, object?> variables)
    {
        if (coded.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var field = coded.EnumerateObject().First();
        var value = field.Value;
        return field.Name switch
        {
            "i" => value.GetInt64(),
            "b" => value.GetBoolean(),
            "f" => Number(value),
            "c" => new Complex(Number(value[0]), Number(value[1])),
            "s" => value.GetString(),
            "dtype" => Known(value.GetString()!)?.GetValue(null) ?? value.GetString(), // PyTorch has more of them
            "device" => value.GetString() == "cpu" ? Device : new Device(value.GetString()!),
            "memory_format" => Enum.Parse<MemoryFormat>(Naming.Words(value.GetString()!)),
            "size" => Sizes(value),
            "list" or "tuple" => new PythonList([.. value.EnumerateArray().Select(item => Read(item, variables))], field.Name == "tuple"),
            "slice" => new PythonSlice(Whole(value[0]), Whole(value[1]), Whole(value[2])),
            "ellipsis" => new PythonEllipsis(),
            "v" => variables[value.GetString()!],
            "t" => TensorOf(value),
            "module" => ModuleOf(value, variables),
            "packed" => Torch.Nn.Utils.Rnn.PackSequence(
                [.. value.EnumerateArray().Select(static item => TensorOf(item.GetProperty("t")))], enforceSorted: false),
            _ => throw new NotSupportedException($"no C# value for the tag {field.Name}"),
        };
    }

    /// <summary>The module that a recorded constructor makes.</summary>
    public static Module ModuleOf(JsonElement coded, IReadOnlyDictionary<string, object?> variables)
    {
        var name = coded.GetProperty("class").GetString()!;
        var positional = coded.List("args").Select(item => Read(item, variables)).ToArray();
        var named = coded.Fields("kwargs").ToDictionary(static pair => pair.Name, pair => Read(pair.Value, variables));
        return (Module)(Binding.Find(name, positional, named)
            ?? throw new NotSupportedException($"no C# constructor takes {coded.GetProperty("py")}")).Invoke()!;
    }

    public static DType DTypeOf(JsonElement name) =>
        (DType)Known(name.GetString()!)!.GetValue(null)!;

    private static PropertyInfo? Known(string dtype) => typeof(DType).GetProperty(Naming.Words(dtype));

    private static double Number(JsonElement text) => text.GetString() switch
    {
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        "nan" => double.NaN,
        var digits => double.Parse(digits!, CultureInfo.InvariantCulture),
    };

    private static long? Whole(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetInt64();

    private static Shape Sizes(JsonElement list) => [.. list.EnumerateArray().Select(size => size.GetInt64())];

    private static Tensor TensorOf(JsonElement coded)
    {
        var dtype = DTypeOf(coded.GetProperty("dtype"));
        var shape = Sizes(coded.GetProperty("shape"));
        if (coded.TryGetProperty("device", out var device))
        {
            return Torch.Empty(shape, dtype, new Device(device.GetString()!));
        }

        var bytes = coded.GetProperty("data").GetBytesFromBase64();
        var tensor = Torch.Empty([bytes.Length / dtype.Itemsize], dtype);
        if (bytes.Length > 0)
        {
            Marshal.Copy(bytes, 0, tensor.DataPtr(), bytes.Length);
        }

        tensor = tensor.To(Device);
        tensor = coded.TryGetProperty("strides", out var strides)
            ? tensor.AsStrided(shape, Sizes(strides), coded.GetProperty("offset").GetInt64())
            : tensor.Reshape(shape.AsSpan());
        if (coded.TryGetProperty("conj", out _))
        {
            tensor = tensor.Conj();
        }

        return coded.TryGetProperty("requires_grad", out _) ? tensor.RequiresGrad_() : tensor;
    }
}
