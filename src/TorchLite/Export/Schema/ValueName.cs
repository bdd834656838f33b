namespace TorchLite.Export;

/// <summary>A value of a graph that has a name: an input, or what a node gives.</summary>
internal sealed record ValueName(string Name);
