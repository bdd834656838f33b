namespace TorchLite.Export;

/// <summary>A graph: its inputs, its nodes in the order in which they run, and its outputs.</summary>
/// <param name="Name">What Python calls a graph within another; empty for the outermost.</param>
/// <param name="Inputs">The names of the inputs, or constants in their places.</param>
/// <param name="Nodes">The nodes.</param>
/// <param name="Outputs">The outputs, as <see cref="GraphInput.Value"/> has them.</param>
/// <param name="Tensors">What is known of each tensor before it runs.</param>
/// <param name="Numbers">The symbolic numbers among the values, by name.</param>
/// <param name="IsSingle">Whether it gives its only output itself, not in a tuple.</param>
internal sealed record ExportGraph(
    string Name, object?[] Inputs, GraphNode[] Nodes, object?[] Outputs, IReadOnlyDictionary<string, TensorMeta> Tensors,
    IReadOnlyDictionary<string, SymbolicExpression> Numbers, bool IsSingle)
{
    /// <summary>This graph's nodes and those of the graphs within it.</summary>
    internal IEnumerable<GraphNode> AllNodes => Nodes.SelectMany(static node => node.Inputs.Select(static input => input.Value)
        .OfType<ExportGraph>().SelectMany(static inner => inner.AllNodes).Prepend(node));
}
