namespace TorchLite;

/// <summary>
/// Marks a method, operator or constructor that takes a shape, a span, tensors or a number: the generator writes the forms that F# calls it
/// by, which makes neither a shape nor a span of a list, and cannot choose where a number becomes a scalar or a tensor. C# prefers the others.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor)]
internal sealed class ForFSharpAttribute : Attribute;
