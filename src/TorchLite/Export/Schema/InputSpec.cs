namespace TorchLite.Export;

/// <summary>What stands behind an input of a graph.</summary>
/// <param name="Kind">
/// PyTorch's kind: <c>user_input</c>, <c>parameter</c>, <c>buffer</c>, <c>tensor_constant</c>, <c>constant_input</c>, <c>token</c>.
/// </param>
/// <param name="Argument">A <see cref="ValueName"/>, or the constant.</param>
/// <param name="ConstantName">What the constant is called; null for what is none.</param>
/// <param name="Target">The name in the module; null for what the user gives.</param>
/// <param name="IsPersistent">Whether a buffer belongs to the state dict.</param>
internal sealed record InputSpec(string Kind, object? Argument, string? ConstantName, string? Target, bool IsPersistent)
{
    /// <summary>Whether the value comes with the call.</summary>
    internal bool IsGiven => Kind is "user_input" or "constant_input";
}
