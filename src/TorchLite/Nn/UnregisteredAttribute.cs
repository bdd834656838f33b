namespace TorchLite.Nn;

/// <summary>Leaves a field or property out of its module: what it holds is neither trained, nor saved, nor moved with it.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class UnregisteredAttribute : Attribute;
