using TorchLite.Printing;

namespace TorchLite.Export;

/// <summary>The graph of a program as a diagram.</summary>
internal static class ExportDiagram
{
    /// <summary>The diagram.</summary>
    internal static Diagram Of(ExportedProgram program)
    {
        var (diagram, arrows) = (new Diagram(), new List<(string From, string To)>());
        var parameters = program.Inputs.Where(static input => input.Target is not null && input.Argument is ValueName)
            .ToDictionary(static input => ((ValueName)input.Argument!).Name, static input => input.Target!);
        var makers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var input in program.Inputs.Where(static input => input.IsGiven))
        {
            if (input.Argument is ValueName { Name: var name })
            {
                makers[name] = Key(name);
                diagram.Box(Key(name), $"{name}{Shape(name, program.Graph)}", Diagram.BoxKind.Rounded);
            }
        }

        foreach (var node in program.Graph.Nodes)
        {
            string[] results = [.. node.Results.OfType<string>()];
            var key = Key(results.Length > 0 ? results[0] : node.Name ?? node.Target);
            var used = GraphRunner.Names(node.Inputs.Select(static input => input.Value)).Distinct().ToArray();
            string[] own = [.. used.Where(parameters.ContainsKey).Select(name => parameters[name])];
            diagram.Box(key, string.Concat(
                node.Operator is { } name ? name.Name["aten::".Length..] : node.Target[(node.Target.LastIndexOf('.') + 1)..],
                own.Length > 0 ? "\n" + string.Join(", ", own) : "", results.Length > 0 ? Shape(results[0], program.Graph) : ""));
            arrows.AddRange(used.Where(makers.ContainsKey).Select(one => (makers[one], key)));
            foreach (var result in results)
            {
                makers[result] = key;
            }
        }

        foreach (var (from, to) in arrows.Distinct())
        {
            diagram.Arrow(from, to);
        }

        return diagram;
    }

    // Names of a file are letters and digits, or made so: they stand in another language.
    private static string Key(string name) => string.Concat(name.Select(static letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));

    private static string Shape(string name, ExportGraph graph) =>
        graph.Tensors.TryGetValue(name, out var meta) ? $"\n[{string.Join(", ", meta.Sizes.Select(static size => $"{size}"))}]" : "";
}
