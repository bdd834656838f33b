namespace TorchLite.Export;

/// <summary>One call of a graph.</summary>
/// <param name="Target">What is called, as Python writes it: <c>torch.ops.aten.add.Tensor</c>, <c>_operator.mul</c>.</param>
/// <param name="Inputs">Its arguments, with the names of the operator's parameters.</param>
/// <param name="Outputs">The names of what it gives: each a <see cref="ValueName"/>, a list of them, or null for None.</param>
/// <param name="Metadata">What Python wrote beside it, such as the line of the model's source.</param>
/// <param name="Name">The name of the node, where the file has it.</param>
internal sealed record GraphNode(
    string Target, GraphInput[] Inputs, object?[] Outputs, IReadOnlyDictionary<string, string> Metadata, string? Name = null)
{
    private const string AtenPrefix = "torch.ops.aten.";

    /// <summary>
    /// The operator's name in C++ and its overload, which is empty for the default one; null for what is no operator of ATen.
    /// </summary>
    internal (string Name, string Overload)? Operator { get; } =
        Target.StartsWith(AtenPrefix, StringComparison.Ordinal) && Target[AtenPrefix.Length..].Split('.') is [var name, var overload]
            ? ("aten::" + name, overload is "default" ? "" : overload)
            : null;

    /// <summary>The names of the results one by one, null for None.</summary>
    internal IEnumerable<string?> Results => Outputs.SelectMany(static output => output is object?[] list ? list : [output])
        .Select(static output => (output as ValueName)?.Name);
}
