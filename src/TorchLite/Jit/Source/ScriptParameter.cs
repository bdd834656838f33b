namespace TorchLite.Jit;

/// <summary>A parameter of a method.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Default">The source of what it is where nothing is given; null: something must be given.</param>
internal sealed record ScriptParameter(string Name, ScriptType Type, string? Default);
