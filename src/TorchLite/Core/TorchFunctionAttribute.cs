namespace TorchLite;

/// <summary>
/// Marks a <see cref="Tensor"/> method that PyTorch also has as a function of <c>torch</c>: the generator writes
/// <c>Torch.Add(input, other)</c> from <c>input.Add(other)</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TorchFunctionAttribute : Attribute;
