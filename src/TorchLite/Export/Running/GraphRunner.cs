using System.Collections.Concurrent;
using System.Diagnostics;

namespace TorchLite.Export;

/// <summary>Runs a graph node by node.</summary>
internal sealed class GraphRunner
{
    private readonly ConcurrentDictionary<GraphNode, OperatorCall?> calls = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<ExportGraph, HashSet<string>[]> lastUses = new(ReferenceEqualityComparer.Instance);

    /// <summary>The outputs of a graph; each tensor is an object that is in no other hands.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="inputs">Its inputs, in its order.</param>
    /// <param name="trace">Told of each node, what it gave and how long it took.</param>
    /// <exception cref="TorchException">A node is not known here, or its operator rejects its arguments.</exception>
    internal object?[] Run(ExportGraph graph, ReadOnlySpan<object?> inputs, Action<GraphNode, object?[], TimeSpan>? trace = null)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (var i = 0; i < graph.Inputs.Length; i++)
        {
            if (graph.Inputs[i] is ValueName { Name: var name })
            {
                values[name] = inputs[i];
            }
        }

        // What the operators gave, and what may be freed as soon as nothing needs it any more.
        var made = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var uses = lastUses.GetOrAdd(graph, LastUses);
        for (var i = 0; i < graph.Nodes.Length; i++)
        {
            var node = graph.Nodes[i];
            var start = Stopwatch.GetTimestamp();
            var results = Results(node, values, made, trace);
            trace?.Invoke(node, results, Stopwatch.GetElapsedTime(start));
            var next = 0;
            foreach (var name in node.Results)
            {
                var result = next < results.Length ? results[next++] : null;
                if (name is not null)
                {
                    values[name] = result;
                }
            }

            foreach (var name in uses[i])
            {
                if (values.Remove(name, out var value) && value is Tensor tensor && made.Remove(tensor))
                {
                    tensor.Dispose();
                }
            }
        }

        return Array.ConvertAll(graph.Outputs, output => Released(Evaluate(output, values), made));
    }

    /// <summary>Another object of the same tensor, which can be disposed of without the first.</summary>
    internal static Tensor Another(Tensor tensor) => Tensor.Wrap(LibTorch.NewHandle(tensor), bytes: 0);

    // An input that is an output as well, or what is named twice, has another owner.
    private static object? Released(object? value, HashSet<object> made) => value switch
    {
        Tensor tensor => made.Remove(tensor) ? tensor : Another(tensor),
        object?[] list => Array.ConvertAll(list, one => Released(one, made)),
        _ => value,
    };

    /// <summary>The value of an argument.</summary>
    internal static object? Evaluate(object? argument, Dictionary<string, object?> values) => argument switch
    {
        ValueName { Name: var name } => values.TryGetValue(name, out var value) ? value
            : throw new TorchException($"the exported program uses '{name}' before anything gave it"),
        object?[] list => Array.ConvertAll(list, one => Evaluate(one, values)),
        _ => argument,
    };

    private object?[] Results(
        GraphNode node, Dictionary<string, object?> values, HashSet<object> made, Action<GraphNode, object?[], TimeSpan>? trace)
    {
        var arguments = Array.ConvertAll(node.Inputs, input => Evaluate(input.Value, values));
        if (SymbolicOperators.Has(node.Target))
        {
            return Assertions.Check(node.Target, arguments) ? [] : [SymbolicOperators.Call(node.Target, arguments)];
        }

        if (node.Target.StartsWith(HigherOrder.Prefix, StringComparison.Ordinal))
        {
            var outer = new HigherOrder(this, trace).Call(node.Target, arguments);
            made.UnionWith(outer.OfType<Tensor>());
            return outer;
        }

        if (Assertions.Check(node.Target, arguments))
        {
            return [];
        }

        var call = calls.GetOrAdd(node, OperatorCall.Of) ?? throw SymbolicOperators.NotKnown(node.Target);
        var results = call.Call(arguments);
        made.UnionWith(results.OfType<object>());
        return results;
    }

    // For each node the values that nothing uses behind it.
    private static HashSet<string>[] LastUses(ExportGraph graph)
    {
        var needed = Names(graph.Outputs).ToHashSet(StringComparer.Ordinal);
        var uses = new HashSet<string>[graph.Nodes.Length];
        for (var i = uses.Length - 1; i >= 0; i--)
        {
            var node = graph.Nodes[i];
            var here = Names(node.Inputs.Select(static input => input.Value)).Concat(node.Results.OfType<string>());
            uses[i] = here.Where(needed.Add).ToHashSet(StringComparer.Ordinal);
        }

        return uses;
    }

    /// <summary>The names among arguments, and in their lists.</summary>
    internal static IEnumerable<string> Names(IEnumerable<object?> arguments) => arguments.SelectMany(static argument => argument switch
    {
        ValueName { Name: var name } => [name],
        object?[] list => Names(list),
        _ => [],
    });
}
