using System.Globalization;
using System.Text;

namespace TorchLite.Export;

/// <summary>Writes a graph as a function of TorchScript.</summary>
/// <param name="isForGradients">Whether the function is to be differentiated.</param>
internal sealed class GraphScriptWriter(bool isForGradients)
{
    private static readonly Dictionary<string, string> Signs = new()
    {
        ["add"] = "+", ["sub"] = "-", ["mul"] = "*", ["floordiv"] = "//", ["mod"] = "%", ["truediv"] = "/", ["pow"] = "**",
        ["ge"] = ">=", ["gt"] = ">", ["le"] = "<=", ["lt"] = "<", ["eq"] = "==", ["ne"] = "!=", ["and_"] = "and", ["or_"] = "or",
    };

    private readonly StringBuilder text = new();

    // The names in the function, which are none of the file's.
    private readonly Stack<Dictionary<string, (string Id, ScriptKind Kind)>> names = new();
    private int count;
    private string indent = "    ";

    /// <summary>The function, or null where the graph has what only the runner of nodes knows.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="given">Which inputs are its parameters.</param>
    /// <param name="returned">Told of each output that the function returns, in their order.</param>
    internal string? Function(ExportGraph graph, int[] given, Action<int, ScriptKind> returned)
    {
        names.Push(new(StringComparer.Ordinal));
        var parameters = given.Select(i => New(((ValueName)graph.Inputs[i]!).Name, ScriptKind.Tensor) + ": Tensor").ToArray();
        text.Append(CultureInfo.InvariantCulture, $"def {Script.Function}({string.Join(", ", parameters)}) -> List[Tensor]:\n");
        if (!Body(graph))
        {
            return null;
        }

        var results = new List<string>();
        for (var i = 0; i < graph.Outputs.Length; i++)
        {
            if (graph.Outputs[i] is ValueName { Name: var name })
            {
                if (!names.Peek().TryGetValue(name, out var value))
                {
                    return null;
                }

                returned(i, value.Kind);
                results.Add(value.Kind == ScriptKind.Tensor ? value.Id : $"torch.tensor({value.Id})");
            }
            else if (graph.Outputs[i] is object?[])
            {
                return null;
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"    result: List[Tensor] = [{string.Join(", ", results)}]\n    return result\n");
        return text.ToString();
    }

    private static string Real(double value) => double.IsNaN(value) ? "float(\"nan\")"
        : double.IsInfinity(value) ? value > 0 ? "float(\"inf\")" : "float(\"-inf\")"
        : value.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e') is var digits && digits.AsSpan().IndexOfAny('.', 'e') >= 0
            ? digits : digits + ".0";

    private string New(string name, ScriptKind kind)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"v{count++}");
        names.Peek()[name] = (id, kind);
        return id;
    }

    private void Line(string line) => text.Append(indent).Append(line).Append('\n');

    private bool Body(ExportGraph graph) => Array.TrueForAll(graph.Nodes, node => Node(node, graph));

    private bool Node(GraphNode node, ExportGraph graph) => node.Target switch
    {
        "torch.ops.aten._assert_tensor_metadata.default" => true,
        "torch.ops.aten._assert_scalar.default" => Assertion(node),
        "torch.ops.higher_order.cond" => Choice(node, graph),
        "torch.ops.higher_order.wrap_with_set_grad_enabled" => WithoutGradients(node),
        _ when SymbolicOperators.Has(node.Target) => Symbolic(node),
        _ => Call(node, graph),
    };

    private bool Assertion(GraphNode node)
    {
        if (node.Inputs is not [{ Value: var value }, { Value: string words }] || Value(value, "Scalar") is not { } condition)
        {
            return false;
        }

        // A call of the operator itself would be left out, since nothing uses what it gives.
        Line($"assert bool({condition}), \"{ScriptLine.Escaped(words)}\"");
        return true;
    }

    private bool Symbolic(GraphNode node)
    {
        if (node.Outputs is not [ValueName { Name: var result }] || node.Inputs.Any(static input => input.Value is object?[]))
        {
            return false;
        }

        var arguments = Array.ConvertAll(node.Inputs, input => Value(input.Value, "Scalar"));
        if (Array.IndexOf(arguments, null) >= 0)
        {
            return false;
        }

        var isReal = node.Inputs.Any(input => IsReal(input.Value));
        var name = node.Target[(node.Target.LastIndexOf('.') + 1)..];
        var (expression, kind) = node.Target switch
        {
            "torch.ops.aten.sym_size.int" => ($"torch.size({arguments[0]}, {arguments[1]})", ScriptKind.Whole),
            "torch.ops.aten.sym_numel.default" => ($"torch.numel({arguments[0]})", ScriptKind.Whole),
            _ when arguments.Length == 2 && Signs.TryGetValue(name, out var sign) => (
                $"({arguments[0]} {sign} {arguments[1]})",
                name is "ge" or "gt" or "le" or "lt" or "eq" or "ne" or "and_" or "or_" ? ScriptKind.Flag
                : isReal || name == "truediv" ? ScriptKind.Real : ScriptKind.Whole),
            _ when arguments.Length == 1 && name == "neg" => ($"(-{arguments[0]})", isReal ? ScriptKind.Real : ScriptKind.Whole),
            _ when name == "sym_float" => ($"float({arguments[0]})", ScriptKind.Real),
            _ => (null, ScriptKind.Tensor),
        };

        // Of and_ on numbers only bools are plain.
        if (expression is null || (name is "and_" or "or_" or "pow" && node.Inputs.Any(input => !IsFlag(input.Value))))
        {
            return false;
        }

        Line($"{New(result, kind)} = {expression}");
        return true;
    }

    private bool IsReal(object? value) =>
        value is double || (value is ValueName { Name: var name } && names.Peek().TryGetValue(name, out var known)
        && known.Kind == ScriptKind.Real);

    private bool IsFlag(object? value) =>
        value is bool || (value is ValueName { Name: var name } && names.Peek().TryGetValue(name, out var known)
        && known.Kind == ScriptKind.Flag);

    private bool Call(GraphNode node, ExportGraph graph)
    {
        if (OperatorCall.Of(node)?.Schema is not { } schema || !OperatorChecks.IsSafeAlone(schema))
        {
            return false;
        }

        var unnamed = Unnamed(schema, node);
        var arguments = new List<string>();
        for (var i = 0; i < schema.Parameters.Length; i++)
        {
            var parameter = schema.Parameters[i];
            var at = Array.FindIndex(node.Inputs, input => input.Name == parameter.Name);
            if (at < 0)
            {
                continue;
            }

            if (parameter.Type is "Scalar" && IsFlag(node.Inputs[at].Value) && IsKept(node, graph))
            {
                return false;
            }

            OperatorChecks.OfConstant(schema, parameter, OperatorCall.ToConstant(node.Inputs[at].Value));
            if (Value(node.Inputs[at].Value, parameter.Type) is not { } value)
            {
                return false;
            }

            arguments.Add(i > unnamed ? $"{parameter.Name}={value}" : value);
        }

        return Results(node, $"torch.{schema.Operation}({string.Join(", ", arguments)})");
    }

    // TorchScript makes an integer of a bool that is given as a number, and so of a result that is bool because the number is.
    private static bool IsKept(GraphNode node, ExportGraph graph) =>
        !Array.Exists(node.Inputs, static input => input.Name == "dtype" && input.Value is DType)
        && node.Results.Any(name => name is not null && graph.Tensors.TryGetValue(name, out var meta) && meta.DType == DType.Bool);

    // Names tell overloads apart; but TorchScript's own functions of numbers have others, and "self" is not said by name.
    private int Unnamed(OperatorSchema schema, GraphNode node)
    {
        var self = Array.FindIndex(schema.Parameters, static parameter => !parameter.IsKeywordOnly && parameter.Name is "self" or "from");
        var isNumber = self >= 0 && schema.Parameters[self].Type == "Tensor" && Array.Exists(
            node.Inputs, input => input.Name == "self" && (input.Value is long or double or bool
                || (input.Value is ValueName { Name: var name } && names.Peek().TryGetValue(name, out var known)
                    && known.Kind != ScriptKind.Tensor)));
        return self >= 0 && !isNumber ? self
            : Array.FindLastIndex(schema.Parameters, static parameter => !parameter.IsKeywordOnly && !parameter.HasDefault);
    }

    private bool Results(GraphNode node, string call)
    {
        switch (node.Outputs)
        {
            case []:
                Line(call);
                return true;
            case [ValueName { Name: var only }]:
                Line($"{New(only, ScriptKind.Tensor)} = {call}");
                return true;
            case [object?[] list]:
                var parts = string.Create(CultureInfo.InvariantCulture, $"v{count++}");
                Line($"{parts} = {call}");
                for (var i = 0; i < list.Length; i++)
                {
                    if (list[i] is ValueName { Name: var part })
                    {
                        Line($"{New(part, ScriptKind.Tensor)} = {parts}[{i}]");
                    }
                }

                return true;
            case var several when several.All(static one => one is null or ValueName):
                Line(string.Join(", ", several.Select(one => one is ValueName { Name: var each } ? New(each, ScriptKind.Tensor)
                    : string.Create(CultureInfo.InvariantCulture, $"v{count++}"))) + $" = {call}");
                return true;
            default:
                return false;
        }
    }

    // Both graphs in the branches of an if.
    private bool Choice(GraphNode node, ExportGraph outer)
    {
        if (node.Inputs.Length < 3 || node.Inputs[0].Value is not ValueName { Name: var condition }
            || !names.Peek().TryGetValue(condition, out var decision))
        {
            return false;
        }

        object?[] operands = [.. node.Inputs[3..].SelectMany(static input => input.Value is object?[] list ? list : [input.Value])];
        var results = ResultsOf(node);
        foreach (var (word, branch) in new[] { ($"if bool({decision.Id}):", node.Inputs[1].Value), ("else:", node.Inputs[2].Value) })
        {
            Line(word);
            if (branch is not ExportGraph graph || !Within(graph, operands, results, "  "))
            {
                return false;
            }
        }

        var zero = isForGradients ? Zero(operands, outer) : null;
        foreach (var (name, id) in node.Results.Zip(results))
        {
            if (name is not null)
            {
                if (zero is not null && IsFloating(name, outer))
                {
                    Line($"{id} = torch.sub({id}, {zero}.to({id}.dtype))");
                }

                names.Peek()[name] = (id, ScriptKind.Tensor);
            }
        }

        return true;
    }

    // Where no gradients are recorded anyway, a part without is like any other.
    private bool WithoutGradients(GraphNode node)
    {
        var results = ResultsOf(node);
        if (isForGradients || node.Inputs is not [{ Value: false }, { Value: ExportGraph graph }, ..]
            || !Within(graph, [.. node.Inputs[2..].Select(static input => input.Value)], results, ""))
        {
            return false;
        }

        foreach (var (name, id) in node.Results.Zip(results))
        {
            if (name is not null)
            {
                names.Peek()[name] = (id, ScriptKind.Tensor);
            }
        }

        return true;
    }

    private string[] ResultsOf(GraphNode node) =>
        [.. node.Results.Select(_ => string.Create(CultureInfo.InvariantCulture, $"v{count++}"))];

    // The sum of no elements: with it, what only the other branch uses has gradients of zero, as HigherOrder gives them.
    private string? Zero(object?[] operands, ExportGraph graph)
    {
        string[] parts =
        [
            .. operands.OfType<ValueName>().Distinct()
                .Where(operand => IsFloating(operand.Name, graph) && names.Peek().ContainsKey(operand.Name))
                .Select(operand => $"torch.sum(torch.slice(torch.reshape({names.Peek()[operand.Name].Id}, [-1]), 0, 0, 0))"),
        ];
        if (parts.Length == 0)
        {
            return null;
        }

        var id = string.Create(CultureInfo.InvariantCulture, $"v{count++}");
        Line($"{id} = {string.Join(" + ", parts)}");
        return id;
    }

    private static bool IsFloating(string name, ExportGraph graph) =>
        graph.Tensors.TryGetValue(name, out var meta) && meta.DType.IsFloatingPoint;

    // A graph within this one, whose results get these names.
    private bool Within(ExportGraph graph, object?[] operands, string[] results, string step)
    {
        var (outer, inner) = (names.Peek(), new Dictionary<string, (string, ScriptKind)>(StringComparer.Ordinal));
        for (var i = 0; i < graph.Inputs.Length && i < operands.Length; i++)
        {
            if (graph.Inputs[i] is ValueName { Name: var name } && operands[i] is ValueName { Name: var operand }
                && outer.TryGetValue(operand, out var value))
            {
                inner[name] = value;
            }
        }

        var before = indent;
        indent += step;
        names.Push(inner);
        object?[] outputs = [.. graph.Outputs.SelectMany(static output => output is object?[] list ? list : [output])];
        var isWritten = Body(graph) && outputs.Length == results.Length;
        for (var i = 0; isWritten && i < results.Length; i++)
        {
            isWritten = outputs[i] is ValueName { Name: var name } && inner.TryGetValue(name, out var value)
                && value.Item2 == ScriptKind.Tensor;
            if (isWritten)
            {
                Line($"{results[i]} = {inner[((ValueName)outputs[i]!).Name].Item1}");
            }
        }

        if (results.Length == 0 && step.Length > 0)
        {
            Line("pass");
        }

        names.Pop();
        indent = before;
        return isWritten;
    }

    // An argument for a parameter of this type; null where TorchScript has no word for it.
    private string? Value(object? value, string type)
    {
        type = type.TrimEnd('?');
        switch (value)
        {
            case null:
                return "None";
            case ValueName { Name: var name }:
                return names.Peek().TryGetValue(name, out var known) ? known.Id : null;
            case long number:
                return type is "float" ? Real(number) : number.ToString(CultureInfo.InvariantCulture);
            case double number:
                return Real(number);
            case bool flag:
                return flag ? "True" : "False";
            case string words:
                return $"\"{ScriptLine.Escaped(words)}\"";
            case DType dtype:
                return dtype.Code.ToString(CultureInfo.InvariantCulture);
            case Device device:
                return $"torch.device(\"{ScriptLine.Escaped(device.ToString())}\")";
            case MemoryFormat format:
                return OperatorCall.FormatNumber(format).ToString(CultureInfo.InvariantCulture);
            case LayoutNumber layout:
                return layout.Number.ToString(CultureInfo.InvariantCulture);
            case object?[] list:
                return List(list, type);
            default:
                return null;
        }
    }

    private string? List(object?[] list, string type)
    {
        var element = type.EndsWith(']') ? type[..type.LastIndexOf('[')] : "";
        var items = Array.ConvertAll(list, one => Value(one, element));
        var kind = element switch
        {
            "Tensor" => "Tensor",
            "Tensor?" => "Optional[Tensor]",
            "int" or "SymInt" => "int",
            "float" => "float",
            "bool" => "bool",
            _ => null,
        };
        if (kind is null || Array.IndexOf(items, null) >= 0)
        {
            return null;
        }

        var id = string.Create(CultureInfo.InvariantCulture, $"v{count++}");
        Line($"{id}: List[{kind}] = [{string.Join(", ", items)}]");
        return id;
    }
}
