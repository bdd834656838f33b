namespace TorchLite.Export;

/// <summary>What the nodes of a program may call.</summary>
internal static class ExportedOperators
{
    // They read files.
    private static readonly string[] Forbidden = ["aten::from_file"];

    /// <summary>Whether something that a node calls is here.</summary>
    internal static bool IsAvailable(string target) => SymbolicOperators.Has(target) || Assertions.Has(target)
        || (target.StartsWith(HigherOrder.Prefix, StringComparison.Ordinal) ? HigherOrder.Has(target)
            : new GraphNode(target, [], [], new Dictionary<string, string>()).Operator is { } name
                && IsAllowed(name.Name) && OperatorCall.Has(name));

    /// <summary>Whether a program may call an operator.</summary>
    internal static bool IsAllowed(string name) => !Forbidden.Contains(name);
}
