using TorchLite.Printing;
using System.Globalization;
using System.Text;

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

    private readonly StringBuilder text = new();

    /// <summary>The text.</summary>
    internal static string Of(ExportedProgram program)
    {
        var writer = new GraphText();
        writer.text.Append("ExportedProgram:\n");
        writer.Graph(program.Graph, "GraphModule", "    ");
        writer.text.Append("Graph signature:\n    # inputs\n");
        foreach (var input in program.Inputs)
        {
            writer.text.Append(CultureInfo.InvariantCulture, $"    {Argument(input.Argument)}: {Kind(input.Kind)}")
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

        var ranges = program.RangeConstraints.OrderBy(static one => one.Key, StringComparer.Ordinal).Select(static one =>
            $"{one.Key}: VR[{Bound(one.Value.Min, "-int_oo")}, {Bound(one.Value.Max, "int_oo")}]");
        return writer.text.Append(CultureInfo.InvariantCulture, $"    \nRange constraints: {{{string.Join(", ", ranges)}}}\n").ToString();
    }

    private static string Bound(long? bound, string none) => bound?.ToString(CultureInfo.InvariantCulture) ?? none;

    private void Graph(ExportGraph graph, string name, string indent)
    {
        var (inner, body) = (indent + "    ", indent + "        ");
        text.Append(CultureInfo.InvariantCulture, $"{indent}class {name}(torch.nn.Module):\n{inner}def forward(self");
        foreach (var input in graph.Inputs)
        {
            text.Append(", ").Append(Argument(input)).Append(input is ValueName { Name: var one } ? Annotation(one, graph) : "");
        }

        text.Append("):\n");
        var deleted = Deleted(graph);
        var place = "";
        var blank = false;
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

        var outputs = string.Join(", ", graph.Outputs.Select(Argument)) + (graph.Outputs.Length == 1 ? "," : "");
        text.Append(CultureInfo.InvariantCulture, $"{body}return ({outputs})\n    \n");
        foreach (var one in graph.Nodes.SelectMany(static node => node.Inputs).Select(static input => input.Value).OfType<ExportGraph>())
        {
            Graph(one, one.Name, inner);
        }
    }

    private static IEnumerable<string> Lines(GraphNode node, ExportGraph graph, string[] deleted)
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

        // Several come as one, of which each is taken.
        var whole = NodeName(node);
        yield return $"{whole} = {call}" + Delete([.. deleted.Except(results), .. graphs.Select(static one => one.Name)]);
        for (var i = 0; i < results.Length; i++)
        {
            string[] gone =
            [
                .. i == results.Length - 1 ? [whole] : Array.Empty<string>(),
                .. deleted.Contains(results[i]) ? [results[i]] : Array.Empty<string>(),
            ];
            yield return $"{results[i]}{Annotation(results[i], graph)} = {whole}[{i}]" + Delete(gone);
        }
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

    // The innermost line of the model's source that made the node.
    private static string Place(GraphNode node)
    {
        var lines = node.Metadata.GetValueOrDefault("stack_trace", "").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindLastIndex(lines, static line => line.TrimStart().StartsWith("File \"", StringComparison.Ordinal));
        if (at < 0 || lines[at].Split('"') is not [_, var file, var rest] || rest.Split(", ") is not [_, var number, var function])
        {
            return "# No stacktrace found for following nodes";
        }

        var code = at + 1 < lines.Length ? lines[at + 1].Trim() : "";
        return $"# File: {file}:{number["line ".Length..]} in {function["in ".Length..]}, code: {code}";
    }

    private static string Kind(string kind) => kind == "tensor_constant" ? "CONSTANT_TENSOR" : kind.ToUpperInvariant();

    private static string Argument(object? value) => value switch
    {
        null => "None",
        ValueName { Name: var name } => name,
        ExportGraph { Name: var name } => name,
        OperatorName { Target: var target } => target,
        bool flag => flag ? "True" : "False",
        double number => PythonText.Of(number),
        string words => PythonText.Of((object)words),
        Device device => device.Index is { } index ? $"device(type='{device.Type}', index={index})" : $"device(type='{device.Type}')",
        LayoutNumber => "torch.strided",
        MemoryFormat format => "torch." + format switch
        {
            MemoryFormat.ContiguousFormat => "contiguous_format",
            MemoryFormat.PreserveFormat => "preserve_format",
            MemoryFormat.ChannelsLast => "channels_last",
            _ => "channels_last_3d",
        },
        object?[] list => $"[{string.Join(", ", list.Select(Argument))}]",
        _ => FormattableString.Invariant($"{value}"),
    };
}
