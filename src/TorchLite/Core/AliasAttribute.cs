namespace TorchLite;

/// <summary>
/// Gives a <see cref="Tensor"/> method PyTorch's other name for it: the generator writes <c>x.Greater(y)</c> from
/// <c>[Alias("Greater")]</c> on <c>x.Gt(y)</c>, and the function form where the method has one.
/// </summary>
/// <param name="name">The other name.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AliasAttribute(string name) : Attribute
{
    /// <summary>The other name.</summary>
    public string Name => name;
}
