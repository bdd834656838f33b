namespace TorchLite.Export;

/// <summary>The nodes that run graphs: PyTorch's higher-order operators.</summary>
internal sealed class HigherOrder(GraphRunner runner, Action<GraphNode, object?[], TimeSpan>? trace)
{
    internal const string Prefix = "torch.ops.higher_order.";

    private static readonly string[] Known =
        ["cond", "wrap_with_set_grad_enabled", "wrap_with_autocast", "map", "map_impl", "while_loop", "scan", "with_effects"];

    /// <summary>Whether one is here.</summary>
    internal static bool Has(string target) => Known.Contains(target[Prefix.Length..]);

    /// <summary>The results of one, objects of their own as the results of graphs are.</summary>
    internal object?[] Call(string target, object?[] arguments)
    {
        switch (target[Prefix.Length..], arguments)
        {
            case ("cond", [var condition, ExportGraph yes, ExportGraph no, .. var operands]):
                var given = Flat(operands);
                return WithZeroGradients(Run(IsTrue(condition) ? yes : no, given), given);
            case ("wrap_with_set_grad_enabled", [bool mode, ExportGraph graph, .. var operands]):
                using (Torch.SetGradEnabled(mode))
                {
                    return Run(graph, operands);
                }

            case ("wrap_with_autocast", [string device, var dtype, bool enabled, var cache, ExportGraph graph, .. var operands]):
                using (Torch.Amp.Autocast(device, dtype as DType?, enabled, cache as bool?))
                {
                    return Run(graph, operands);
                }

            case ("map" or "map_impl", [ExportGraph graph, object?[] mapped, .. var others]):
                return Map(graph, mapped, Flat(others));
            case ("while_loop", [ExportGraph condition, ExportGraph body, object?[] carried, .. var others]):
                var (rest, start) = (Flat(others), carried);
                while (IsTrue(Run(condition, [.. carried, .. rest])[0]))
                {
                    carried = Run(body, [.. carried, .. rest]);
                }

                return ReferenceEquals(carried, start) ? Array.ConvertAll(start, Another) : carried;
            case ("scan", [ExportGraph graph, object?[] first, object?[] scanned, .. var settings]):
                return Scan(graph, first, scanned, settings);
            case ("with_effects", [var token, OperatorName name, .. var operands]):
                return [token, .. Effect(name.Target, operands)];
            default:
                throw SymbolicOperators.NotKnown(target);
        }
    }

    // What a loop of no turns gives back belongs to whoever made it.
    private static object? Another(object? value) => value is Tensor tensor ? GraphRunner.Another(tensor) : value;

    private static bool IsTrue(object? value) => value is Tensor tensor ? tensor.Item<bool>() : value is true;

    // Operands come one by one or as a list.
    private static object?[] Flat(object?[] operands) => [.. operands.SelectMany(static one => one is object?[] list ? list : [one])];

    private object?[] Run(ExportGraph graph, object?[] operands) => operands.Length == graph.Inputs.Length
        ? [.. Flat(runner.Run(graph, operands, trace))]
        : throw new TorchException($"the exported program's graph '{graph.Name}' takes {graph.Inputs.Length} inputs, but got "
            + $"{operands.Length}");

    // What only the other branch uses has gradients of zero, not none: an optimizer with momentum steps on.
    private static object?[] WithZeroGradients(object?[] results, object?[] operands)
    {
        Tensor[] differentiable = Torch.IsGradEnabled()
            ? [.. operands.OfType<Tensor>().Where(static one => one.RequiresGrad && one.IsFloatingPoint())] : [];
        if (differentiable.Length == 0)
        {
            return results;
        }

        // The sum of no elements.
        var zero = differentiable.Select(static one => one.Reshape(-1).Narrow(0, 0, 0).Sum()).Aggregate(static (sum, one) => sum + one);
        return Array.ConvertAll(results, result =>
            result is Tensor tensor && tensor.IsFloatingPoint() ? tensor - zero.To(tensor.DType) : result);
    }

    private object?[] Map(ExportGraph graph, object?[] mapped, object?[] others)
    {
        var parts = Array.ConvertAll(mapped, static one => ((Tensor)one!).Unbind(0));
        if (parts[0].Length == 0)
        {
            throw new TorchException("Leading dimensions of mapped xs cannot be 0.");
        }

        var rows = Enumerable.Range(0, parts[0].Length).Select(row => Run(graph, [.. parts.Select(one => one[row]), .. others])).ToArray();
        return Stacked(rows);
    }

    // What is carried from row to row, and behind it what each row gave. PyTorch 2.6 says along which dimension, and whether backwards.
    private object?[] Scan(ExportGraph graph, object?[] carried, object?[] scanned, object?[] settings)
    {
        var (dim, isBackward) = settings is [long along, bool backward, ..] ? ((int)along, backward) : (0, false);
        var parts = Array.ConvertAll(scanned, one => ((Tensor)one!).Unbind(dim));
        var others = Flat([.. settings.Where(static one => one is object?[])]);
        var (count, rows) = (carried.Length, new object?[parts[0].Length][]);
        if (rows.Length == 0)
        {
            // What a row would give is seen from one of zeros.
            object?[] zeros = [.. scanned.Cast<Tensor>().Select(one => one.NewZeros([.. one.Movedim(dim, 0).Shape.Skip(1)]))];
            var given = Run(graph, [.. carried, .. zeros, .. others])[count..];
            return [.. carried.Select(Another), .. given.Cast<Tensor>().Select(one => one.NewEmpty([0, .. one.Shape]))];
        }

        for (var i = 0; i < rows.Length; i++)
        {
            var row = isBackward ? rows.Length - 1 - i : i;
            var results = Run(graph, [.. carried, .. parts.Select(one => one[row]), .. others]);
            (carried, rows[row]) = (results[..count], results[count..]);
        }

        return [.. carried, .. Stacked(rows)];
    }

    private static object?[] Stacked(object?[][] rows) =>
        [.. Enumerable.Range(0, rows[0].Length).Select(object? (column) => Torch.Stack([.. rows.Select(row => (Tensor)row[column]!)], 0))];

    private static object?[] Effect(string target, object?[] operands)
    {
        if (Assertions.Check(target, operands))
        {
            return [];
        }

        // Its arguments go by place.
        var named = new GraphNode(target, [], [], new Dictionary<string, string>());
        return OperatorCall.Of(named) is { } call ? call.CallByPlace(operands) : throw SymbolicOperators.NotKnown(target);
    }
}
