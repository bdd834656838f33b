namespace TorchLite.Export;

/// <summary>What becomes of an output of a graph.</summary>
/// <param name="Kind">
/// PyTorch's kind: <c>user_output</c>, <c>buffer_mutation</c>, <c>user_input_mutation</c>, <c>parameter_mutation</c>, <c>token</c>.
/// </param>
/// <param name="Argument">A <see cref="ValueName"/>, or the constant.</param>
/// <param name="Target">The buffer's name in the module, or that of the graph's input that is changed.</param>
internal sealed record OutputSpec(string Kind, object? Argument, string? Target);
