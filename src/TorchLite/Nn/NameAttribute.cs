namespace TorchLite.Nn;

/// <summary>
/// Under which name a parameter, buffer or module is registered, where it is not the member's own in Python's spelling (<c>lmHead</c> is
/// <c>lm_head</c>).
/// </summary>
/// <param name="name">The name, as the state dict has it, without points.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class NameAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}
