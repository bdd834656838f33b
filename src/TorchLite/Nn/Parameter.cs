namespace TorchLite.Nn;

/// <summary>A tensor that a module trains: PyTorch's <c>torch.nn.Parameter</c>.</summary>
/// <remarks>
/// It is registered by standing in a field or property of a <see cref="Module"/>. It belongs to no scope: a module that is made within
/// <see cref="Torch.Scope"/> lives on.
/// </remarks>
/// <example><code>
/// var weight = new Parameter(Torch.Ones(2));
/// weight
/// // Parameter containing:
/// // tensor([1., 1.], requires_grad=True)
/// </code></example>
public class Parameter : Tensor
{
    /// <summary>A parameter with the memory of a tensor, without its history.</summary>
    /// <param name="data">The values, in any shape; null: no element, in the default dtype.</param>
    /// <param name="requiresGrad">Whether it gets gradients.</param>
    /// <exception cref="TorchException">Gradients are asked for, and the dtype is neither floating-point nor complex.</exception>
    public Parameter(Tensor? data = null, bool requiresGrad = true)
        : base(data ?? Torch.Empty(0), requiresGrad)
    {
    }

    /// <summary>The printed form, as Python's <c>repr</c>.</summary>
    /// <returns>The string.</returns>
    public override string ToString() => $"Parameter containing:\n{base.ToString()}";
}
