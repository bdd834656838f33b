namespace TorchLite.Jit;

/// <summary>A method or function of a source.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">What it takes, without the module itself.</param>
/// <param name="Result">What it gives.</param>
/// <param name="Code">Its source, as PyTorch prints it.</param>
internal sealed record ScriptSignature(string Name, ScriptParameter[] Parameters, ScriptType Result, string Code)
{
    /// <summary>As libtorch's messages say it.</summary>
    internal string ToSchema(string? self)
    {
        var parts = Parameters.Select(static one => $"{one.Type.ToSchema()} {one.Name}{(one.Default is { } given ? $"={given}" : "")}");
        var result = Result.ToSchema();
        return $"{Name}({string.Join(", ", self is null ? parts : parts.Prepend($"{self} self"))}) -> "
            + (result.StartsWith('(') ? $"({result})" : result);
    }
}
