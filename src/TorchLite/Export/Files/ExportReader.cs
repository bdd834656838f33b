using System.Text.Json;

namespace TorchLite.Export;

/// <summary>Reads the graph of an exported program from its JSON: torch/_export/serde/schema.py says what is in it.</summary>
internal static class ExportReader
{
    // PyTorch's numbers of dtypes, from 1, which are its own in these files.
    private static readonly DType[] DTypes =
    [
        DType.Uint8, DType.Int8, DType.Int16, DType.Int32, DType.Int64, DType.Float16, DType.Float32, DType.Float64, DType.Complex32,
        DType.Complex64, DType.Complex128, DType.Bool, DType.Bfloat16,
    ];

    // Those that were given numbers of their own.
    private static readonly Dictionary<int, DType> LaterDTypes = new()
    {
        [28] = DType.Uint16, [29] = DType.Float8E4m3fn, [30] = DType.Float8E5m2, [31] = DType.Float8E4m3fnuz, [32] = DType.Float8E5m2fnuz,
        [33] = DType.Float8E8m0fnu, [34] = DType.Uint32, [35] = DType.Uint64,
    };

    /// <summary>A graph.</summary>
    internal static ExportGraph Graph(JsonElement graph, string name = "") => new(
        name,
        [.. graph.GetProperty("inputs").EnumerateArray().Select(Argument)],
        [.. graph.GetProperty("nodes").EnumerateArray().Select(Node)],
        [.. graph.GetProperty("outputs").EnumerateArray().Select(Argument)],
        graph.GetProperty("tensor_values").EnumerateObject().ToDictionary(static one => one.Name, static one => Meta(one.Value)),
        Numbers(graph), graph.TryGetProperty("is_single_tensor_return", out var single) && single.ValueKind == JsonValueKind.True);

    /// <summary>What stands behind an input.</summary>
    internal static InputSpec Input(JsonElement spec)
    {
        var (kind, value) = Single(spec);
        var target = kind switch
        {
            "parameter" => "parameter_name",
            "buffer" => "buffer_name",
            "tensor_constant" => "tensor_constant_name",
            "user_input" or "constant_input" or "token" => null,
            "custom_obj" => throw new TorchFileException(
                $"the exported program needs an object of a class of its own ({value.GetProperty("custom_obj_name")}), "
                + "which only Python has"),
            _ => throw new TorchFileException($"the exported program has an input of a kind that is not known here: {kind}"),
        };
        var argument = kind == "constant_input" ? value.GetProperty("value") : value.GetProperty("arg");
        return new(
            kind, kind is "user_input" or "constant_input" ? Argument(argument)
                : new ValueName(ExportJson.Text(argument.GetProperty("name"))),
            kind == "constant_input" ? ExportJson.Text(value.GetProperty("name")) : null,
            target is null ? null : value.GetProperty(target).GetString()!,
            !value.TryGetProperty("persistent", out var persistent) || persistent.ValueKind != JsonValueKind.False);
    }

    /// <summary>What becomes of an output.</summary>
    internal static OutputSpec Output(JsonElement spec)
    {
        var (kind, value) = Single(spec);
        var target = kind switch
        {
            "buffer_mutation" => "buffer_name",
            "user_input_mutation" => "user_input_name",
            "parameter_mutation" => "parameter_name",
            "user_output" or "token" => null,
            _ => throw new TorchFileException($"the exported program has an output of a kind that is not known here: {kind}"),
        };
        var argument = value.GetProperty("arg");
        return new(
            kind, kind == "user_output" ? Argument(argument) : new ValueName(ExportJson.Text(argument.GetProperty("name"))),
            target is null ? null : value.GetProperty(target).GetString());
    }

    /// <summary>What is known of a tensor.</summary>
    internal static TensorMeta Meta(JsonElement meta) => new(
        DTypeOf(meta.GetProperty("dtype")),
        [.. meta.GetProperty("sizes").EnumerateArray().Select(Number)],
        [.. meta.GetProperty("strides").EnumerateArray().Select(Number)],
        Number(meta.GetProperty("storage_offset")),
        meta.GetProperty("requires_grad").GetBoolean(),
        DeviceOf(meta.GetProperty("device")));

    private static Dictionary<string, SymbolicExpression> Numbers(JsonElement graph)
    {
        var numbers = new Dictionary<string, SymbolicExpression>(StringComparer.Ordinal);
        foreach (var kind in new[] { "sym_int_values", "sym_bool_values", "sym_float_values" })
        {
            if (graph.TryGetProperty(kind, out var values))
            {
                foreach (var one in values.EnumerateObject())
                {
                    numbers[one.Name] = Number(one.Value);
                }
            }
        }

        return numbers;
    }

    private static GraphNode Node(JsonElement node) => new(
        ExportJson.Text(node.GetProperty("target")),
        [.. node.GetProperty("inputs").EnumerateArray().Select(static input => new GraphInput(
            ExportJson.Text(input.GetProperty("name")), Argument(input.GetProperty("arg")),
            input.TryGetProperty("kind", out var kind) && kind.ValueKind == JsonValueKind.Number ? kind.GetInt32() == 2 : null))],
        [.. node.GetProperty("outputs").EnumerateArray().Select(Argument)],
        node.TryGetProperty("metadata", out var metadata)
            ? metadata.EnumerateObject().ToDictionary(static one => one.Name, static one => one.Value.ToString()) : [],
        node.TryGetProperty("name", out var name) ? name.GetString() : null);

    // {"as_int": 3}, {"as_sym_ints": [{"as_name": "s"}, {"as_int": 2}]}, …
    private static object? Argument(JsonElement argument)
    {
        var (kind, value) = Single(argument);
        return kind switch
        {
            "as_none" => null,
            "name" or "as_name" => new ValueName(ExportJson.Text(value)),
            "as_tensor" => new ValueName(ExportJson.Text(value.GetProperty("name"))),
            "as_tensors" => List(value, static one => new ValueName(ExportJson.Text(one.GetProperty("name")))),
            "as_optional_tensors" or "as_sym_ints" or "as_sym_bools" or "as_sym_floats" => List(value, Argument),
            "as_optional_tensor" => Argument(value),
            "as_nested_tensors" => List(
                value, static one => List(one, static inner => new ValueName(ExportJson.Text(inner.GetProperty("name"))))),
            "as_int" => value.GetInt64(),
            "as_ints" => List(value, static one => one.GetInt64()),
            "as_int_lists" => List(value, static one => List(one, static inner => inner.GetInt64())),
            "as_float" => ExportJson.Number(value),
            "as_floats" => List(value, static one => ExportJson.Number(one)),
            "as_float_lists" => List(value, static one => List(one, static inner => ExportJson.Number(inner))),
            "as_bool" => value.GetBoolean(),
            "as_bools" => List(value, static one => one.GetBoolean()),
            "as_string" => value.GetString(),
            "as_strings" => List(value, static one => one.GetString()),
            "as_sym_int" or "as_sym_bool" or "as_sym_float" => Argument(value),
            "as_complex" => new System.Numerics.Complex(
                ExportJson.Number(value.GetProperty("real")), ExportJson.Number(value.GetProperty("imag"))),
            "as_scalar_type" => DTypeOf(value),
            "as_device" => DeviceOf(value),
            "as_memory_format" => FormatOf(value.GetInt32()),
            "as_layout" => LayoutOf(value.GetInt32()),
            "as_graph" => Graph(value.GetProperty("graph"), ExportJson.Text(value.GetProperty("name"))),
            "as_operator" => new OperatorName(ExportJson.Text(value)),
            _ => throw new TorchFileException($"the exported program has an argument of a kind that is not known here: {kind}"),
        };
    }

    private static object?[] List(JsonElement list, Func<JsonElement, object?> each) => [.. list.EnumerateArray().Select(each)];

    private static (string Kind, JsonElement Value) Single(JsonElement union)
    {
        var only = union.EnumerateObject().Single();
        return (only.Name, only.Value);
    }

    // {"as_int": 3} or {"as_expr": {"expr_str": "Symbol('s0', …)", "hint": …}}
    private static SymbolicExpression Number(JsonElement number)
    {
        var (kind, value) = Single(number);
        return kind is "as_expr" ? SymbolicExpression.Parse(ExportJson.Text(value.GetProperty("expr_str")))
            : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? SymbolicExpression.Of(value.GetBoolean() ? 1 : 0)
            : SymbolicExpression.Of(ExportJson.Number(value));
    }

    private static DType DTypeOf(JsonElement value) => value.GetInt32() is var number && number > 0 && number <= DTypes.Length
        ? DTypes[number - 1]
        : LaterDTypes.TryGetValue(number, out var later) ? later
        : throw new TorchFileException($"the exported program has a dtype that is not known here: {number}");

    private static Device DeviceOf(JsonElement value) => new(
        ExportJson.Text(value.GetProperty("type"))
        + (value.TryGetProperty("index", out var index) && index.ValueKind == JsonValueKind.Number ? $":{index}" : ""));

    private static MemoryFormat FormatOf(int number) => number switch
    {
        1 => MemoryFormat.ContiguousFormat,
        2 => MemoryFormat.ChannelsLast,
        3 => MemoryFormat.ChannelsLast3d,
        4 => MemoryFormat.PreserveFormat,
        _ => throw new TorchFileException($"the exported program has a memory format that is not known here: {number}"),
    };

    private static LayoutNumber LayoutOf(int number) => number == 7 ? new(0)
        : throw new TorchFileException("the exported program has tensors that are not strided, which are not read here");
}
