using TorchLite.Printing;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TorchLite.Export;

/// <summary>A program as PyTorch prints it, since 2.7.</summary>
internal sealed class GraphText
{
    private static readonly Dictionary<DType, string> Short = new()
    {
        [DType.Float64] = "f64", [DType.Float32] = "f32", [DType.Float16] = "f16", [DType.Bfloat16] = "bf16", [DType.Complex32] = "c32",
        [DType.Complex64] = "c64", [DType.Complex128] = "c128", [DType.Int64] = "i64", [DType.Int32] = "i32", [DType.Int16] = "i16",
        [DType.Int8] = "i8", [DType.Uint8] = "u8", [DType.Bool] = "b8", [DType.Uint16] = "u16", [DType.Uint32] = "u32",
        [DType.Uint64] = "u64",
        [DType.Float8E4m3fn] = "f8e4m3fn", [DType.Float8E5m2] = "f8e5m2", [DType.Float8E4m3fnuz] = "f8e4m3fnuz",
        [DType.Float8E5m2fnuz] = "f8e5m2fnuz",
    };

    private static readonly Dictionary<string, string> Signs = new()
    {
        ["add"] = "+", ["sub"] = "-", ["mul"] = "*", ["floordiv"] = "//", ["mod"] = "%", ["truediv"] = "/", ["pow"] = "**",
        ["ge"] = ">=", ["gt"] = ">", ["le"] = "<=", ["lt"] = "<", ["eq"] = "==", ["ne"] = "!=", ["and_"] = "&", ["or_"] = "|",
    };

    // Names of arguments that are Python's own.
    private static readonly string[] PythonsOwn =
    [
        "abs", "all", "any", "ascii", "bin", "bool", "bytearray", "bytes", "callable", "chr", "compile", "complex", "delattr",
        "device", "dict", "dir", "divmod", "enumerate", "eval", "exec", "filter", "float", "format", "frozenset", "getattr",
        "globals", "hasattr", "hash", "help", "hex", "id", "inf", "input", "int", "isinstance", "issubclass", "iter", "len",
        "license", "list", "locals", "map", "max", "memoryview", "min", "nan", "next", "object", "oct", "open", "ord", "pow",
        "print", "property", "range", "repr", "reversed", "round", "set", "setattr", "slice", "sorted", "staticmethod", "str",
        "sum", "super", "torch", "tuple", "type", "vars", "zip",
    ];

    private readonly StringBuilder text = new();

    // How many results were None.
    private int nones;

    /// <summary>The text.</summary>
    internal static string Of(ExportedProgram program)
    {
        var writer = new GraphText();
        writer.text.Append("ExportedProgram:\n");
        writer.Graph(program.Graph, "GraphModule", "    ", [.. program.Inputs.Select(static input => input.ConstantName)]);
        writer.text.Append("Graph signature:\n    # inputs\n");
        foreach (var input in program.Inputs)
        {
            writer.text.Append(
                CultureInfo.InvariantCulture, $"    {input.ConstantName ?? Argument(input.Argument)}: {Kind(input.Kind)}")
                .Append(input.Target is null ? "" : $" target='{input.Target}'")
                .Append(input.Kind == "buffer" ? $" persistent={(input.IsPersistent ? "True" : "False")}" : "").Append('\n');
        }

        writer.text.Append("    \n    # outputs\n");
        foreach (var output in program.Outputs)
        {
            var name = output.Argument is ValueName ? Argument(output.Argument) : "";
            writer.text.Append(CultureInfo.InvariantCulture, $"    {name}: {output.Kind.ToUpperInvariant()}")
                .Append(output.Target is null ? "" : $" target='{output.Target}'").Append('\n');
        }

        var used = Symbols(program.Graph).ToHashSet(StringComparer.Ordinal);
        var ranges = program.RangeConstraints.Where(one => used.Contains(one.Key) || !one.Key.All(char.IsAsciiLetterOrDigit)).Select(
            static one => $"{one.Key}: VR[{Bound(one.Value.Min, "-int_oo")}, {Bound(one.Value.Max, "int_oo")}]");
        return writer.text.Append(CultureInfo.InvariantCulture, $"    \nRange constraints: {{{string.Join(", ", ranges)}}}\n").ToString();
    }

    // Of symbols that no value has, PyTorch prints nothing.
    private static IEnumerable<string> Symbols(ExportGraph graph) => graph.Tensors.Values.SelectMany(static meta => meta.Sizes)
        .Concat(graph.Numbers.Values).SelectMany(static size => size.Symbols)
        .Concat(graph.Nodes.SelectMany(static node => node.Inputs).Select(static input => input.Value).OfType<ExportGraph>()
            .SelectMany(Symbols));

    private static string Bound(long? bound, string none) => bound?.ToString(CultureInfo.InvariantCulture) ?? none;

    private void Graph(ExportGraph graph, string name, string indent, string?[]? constants = null)
    {
        var (inner, body) = (indent + "    ", indent + "        ");
        text.Append(CultureInfo.InvariantCulture, $"{indent}class {name}(torch.nn.Module):\n{inner}def forward(self");
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < graph.Inputs.Length; i++)
        {
            var input = constants?[i] ?? Argument(graph.Inputs[i]);
            text.Append(", ").Append(input).Append(graph.Inputs[i] is ValueName { Name: var one } ? Annotation(one, graph) : "");
            if (Array.IndexOf(PythonsOwn, input) >= 0)
            {
                renamed[input] = input + "_1";
            }
        }

        text.Append("):\n");
        foreach (var (old, other) in renamed)
        {
            text.Append(CultureInfo.InvariantCulture, $"{body}{other} = {old}\n");
        }

        graph = renamed.Count == 0 ? graph : Renamed(graph, renamed);
        var deleted = Deleted(graph);
        var place = "";
        var blank = renamed.Count > 0;
        for (var i = 0; i < graph.Nodes.Length; i++)
        {
            var node = graph.Nodes[i];
            var here = Place(node);
            if (here != place)
            {
                text.Append(blank ? "    \n" : "").Append(body).Append(here).Append('\n');
                place = here;
            }

            blank = true;
            foreach (var line in Lines(node, graph, deleted[i]))
            {
                text.Append(body).Append(line).Append('\n');
            }
        }

        var outputs = string.Join(", ", graph.Outputs.Select(Argument));
        outputs = graph.IsSingle ? outputs : $"({outputs}{(graph.Outputs.Length == 1 ? "," : "")})";
        text.Append(CultureInfo.InvariantCulture, $"{body}return {outputs}\n    \n");
        foreach (var one in graph.Nodes.SelectMany(static node => node.Inputs).Select(static input => input.Value).OfType<ExportGraph>())
        {
            Graph(one, one.Name, inner);
        }
    }

    private IEnumerable<string> Lines(GraphNode node, ExportGraph graph, string[] deleted)
    {
        var graphs = node.Inputs.Select(static input => input.Value).OfType<ExportGraph>().ToArray();
        foreach (var one in graphs)
        {
            yield return $"{one.Name} = self.{one.Name}";
        }

        var call = Call(node);
        string[] results = [.. node.Results.OfType<string>()];
        var isSingle = node.Outputs is [ValueName] && !node.Target.StartsWith(HigherOrder.Prefix, StringComparison.Ordinal);
        if (isSingle || results.Length == 0)
        {
            var name = results.Length == 1 ? results[0] : NodeName(node);
            yield return $"{name}{(results.Length == 1 ? Annotation(name, graph) : "")} = {call}"
                + Delete(results.Length == 0 ? [.. deleted, name] : deleted);
            yield break;
        }

        // Several come as one, of which each is taken, None too.
        var whole = NodeName(node);
        string?[] parts = [.. node.Results];
        yield return $"{whole} = {call}" + Delete([.. deleted.Except(results)]);
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i] ?? (nones++ == 0 ? "as_none" : $"as_none_{nones - 1}");
            string[] gone =
            [
                .. i == parts.Length - 1 ? [whole] : Array.Empty<string>(),
                .. parts[i] is null || deleted.Contains(part) ? [part] : Array.Empty<string>(),
            ];
            yield return $"{part}{Annotation(part, graph)} = {whole}[{i}]" + Delete(gone);
        }
    }

    // An input that has the name of a function of Python's own is called otherwise within.
    private static ExportGraph Renamed(ExportGraph graph, Dictionary<string, string> names)
    {
        return graph with
        {
            Nodes = Array.ConvertAll(
                graph.Nodes, node => node with { Inputs = Array.ConvertAll(node.Inputs, input => input with { Value = Of(input.Value) }) }),
            Outputs = Array.ConvertAll(graph.Outputs, Of),
        };

        object? Of(object? argument) => argument switch
        {
            ValueName { Name: var name } when names.TryGetValue(name, out var other) => new ValueName(other),
            object?[] list => Array.ConvertAll(list, Of),
            _ => argument,
        };
    }

    private static string Delete(string[] names) => names.Length == 0 ? "" : $";  {string.Join(" = ", names)} = None";

    // The name that PyTorch's graph has for a call without a result of its own.
    private static string NodeName(GraphNode node)
    {
        if (node.Name is not null)
        {
            return node.Name;
        }

        var parts = node.Target.Split('.');
        return node.Operator is not null ? $"{parts[^2]}_{parts[^1]}" : parts[^1];
    }

    private static string Call(GraphNode node)
    {
        var name = node.Target[(node.Target.LastIndexOf('.') + 1)..];
        if (node.Target.StartsWith("_operator.", StringComparison.Ordinal))
        {
            return node.Inputs.Length == 2 && Signs.TryGetValue(name, out var sign)
                ? $"{Argument(node.Inputs[0].Value)} {sign} {Argument(node.Inputs[1].Value)}"
                : name == "neg" ? $"-{Argument(node.Inputs[0].Value)}"
                : $"{node.Target}({string.Join(", ", node.Inputs.Select(static input => Argument(input.Value)))})";
        }

        return $"{node.Target}({string.Join(", ", node.Inputs.Select(static input =>
            input.IsKeyword == true ? $"{input.Name} = {Argument(input.Value)}" : Argument(input.Value)))})";
    }

    // For each node the names that nothing uses behind it.
    private static string[][] Deleted(ExportGraph graph)
    {
        var needed = Names(graph.Outputs).ToHashSet(StringComparer.Ordinal);
        var deleted = new string[graph.Nodes.Length][];
        for (var i = deleted.Length - 1; i >= 0; i--)
        {
            var node = graph.Nodes[i];
            string[] unused = [.. node.Results.OfType<string>().Where(needed.Add)];
            string[] used = [.. Names(node.Inputs.Select(static input => input.Value)).Where(needed.Add)];
            deleted[i] = [.. used, .. unused];
        }

        return deleted;
    }

    private static IEnumerable<string> Names(IEnumerable<object?> arguments) => arguments.SelectMany(static argument => argument switch
    {
        ValueName { Name: var name } => [name],
        ExportGraph { Name: var name } => [name],
        object?[] list => Names(list),
        _ => [],
    });

    private static string Annotation(string name, ExportGraph graph) => graph.Tensors.TryGetValue(name, out var meta)
        ? $": \"{Short.GetValueOrDefault(meta.DType, $"{meta.DType}")}[{string.Join(", ", meta.Sizes.Select(static size => $"{size}"))}]\""
        : graph.Numbers.TryGetValue(name, out var number) ? $": \"Sym({number})\"" : "";

    // What PyTorch wrote beside the node, and the innermost line of the model's source that made it.
    private static string Place(GraphNode node)
    {
        var lines = node.Metadata.GetValueOrDefault("stack_trace", "").Trim().Split('\n');
        var at = Array.FindLastIndex(lines[..^1], static line => line.TrimStart().StartsWith("File \"", StringComparison.Ordinal));
        var place = at < 0 || lines[at].Split('"') is not [_, var file, var rest]
            || rest.Split(", ") is not [_, ['l', 'i', 'n', 'e', ' ', .. var number], ['i', 'n', ' ', .. var function]]
            ? "No stacktrace found for following nodes"
            : $"File: {file}:{number} in {function}, code: {lines[at + 1].Trim()}";
        return $"#{Note(node)} {place}";
    }

    private static string Note(GraphNode node)
    {
        if (!node.Metadata.TryGetValue("custom", out var custom))
        {
            return "";
        }

        try
        {
            using var json = JsonDocument.Parse(custom);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.EnumerateObject().Any()
                ? $" Annotation: {Python(json.RootElement)}" : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static string Python(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(", ", value.EnumerateObject().Select(static one =>
            $"{PythonText.Of((object)one.Name)}: {Python(one.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(Python))}]",
        JsonValueKind.String => PythonText.Of((object)value.GetString()!),
        JsonValueKind.True => "True",
        JsonValueKind.False => "False",
        JsonValueKind.Null => "None",
        _ => value.GetRawText(),
    };

    private static string Kind(string kind) => kind switch
    {
        "tensor_constant" => "CONSTANT_TENSOR",
        "constant_input" => "USER_INPUT",
        _ => kind.ToUpperInvariant(),
    };

    private static string Argument(object? value) => value switch
    {
        null => "None",
        ValueName { Name: var name } => name,
        ExportGraph { Name: var name } => name,
        OperatorName { Target: var target } => target,
        bool flag => flag ? "True" : "False",
        double number => PythonText.Of(number),
        System.Numerics.Complex number => PythonText.Of(number),
        string words => PythonText.Of((object)words),
        Device device => device.Index is { } index ? $"device(type='{device.Type}', index={index})" : $"device(type='{device.Type}')",
        LayoutNumber => "torch.strided",
        MemoryFormat format => PythonText.Of(format),
        object?[] list => $"[{string.Join(", ", list.Select(Argument))}]",
        _ => FormattableString.Invariant($"{value}"),
    };
}
