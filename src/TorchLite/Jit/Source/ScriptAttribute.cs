namespace TorchLite.Jit;

/// <summary>An attribute of a class.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Constant">Of one that never changes, the source of its value.</param>
internal sealed record ScriptAttribute(string Name, ScriptType Type, string? Constant);
