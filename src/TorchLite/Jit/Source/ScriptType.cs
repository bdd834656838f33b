namespace TorchLite.Jit;

/// <summary>A type of TorchScript, such as <c>Dict[str, List[Tensor]]</c>.</summary>
/// <param name="Name">Its name: <c>Dict</c>, or that of a class with the folders of its source.</param>
/// <param name="Of">What stands in brackets behind it.</param>
internal sealed record ScriptType(string Name, ScriptType[] Of)
{
    /// <summary>What nothing is said of.</summary>
    internal static ScriptType Tensor { get; } = new("Tensor", []);

    /// <summary>Of what only the compiler finds out.</summary>
    internal static ScriptType Unknown { get; } = new("?", []);

    internal static ScriptType None { get; } = new("NoneType", []);

    internal bool IsTensor => Name == "Tensor";

    internal bool IsOptionalTensor => Name == "Optional" && Of is [{ IsTensor: true }];

    /// <summary>Whether an array is passed as one.</summary>
    internal bool IsList => Name is "List" or "Tuple" || (Name == "Optional" && Of is [{ IsList: true }]);

    /// <summary>As TorchScript's sources say it.</summary>
    public override string ToString() =>
        Of.Length > 0 ? $"{Name}[{string.Join(", ", Of.Select(static one => one.ToString()))}]" : Name == "Tuple" ? "Tuple[()]" : Name;

    /// <summary>As libtorch's messages say it.</summary>
    internal string ToSchema() => (Name, Of) switch
    {
        ("List", [var item]) => item.ToSchema() + "[]",
        ("Optional", [var some]) => some.ToSchema() + "?",
        ("Tuple", var items) => $"({string.Join(", ", items.Select(static one => one.ToSchema()))})",
        (var name, [_, ..]) => $"{name}({string.Join(", ", Of.Select(static one => one.ToSchema()))})",
        _ => Name,
    };
}
