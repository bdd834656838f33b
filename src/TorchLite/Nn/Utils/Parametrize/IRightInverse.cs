namespace TorchLite.Nn.Utils.Parametrize;

/// <summary>
/// A parametrization that tells of which tensor it would make a given one, so that the parameter keeps its value when it is registered, and
/// can be assigned: PyTorch's <c>right_inverse</c> that returns a tensor.
/// </summary>
public interface IRightInverse
{
    /// <summary>A tensor of which the module makes the given one.</summary>
    /// <param name="value">What the module is to give.</param>
    /// <returns>What the module is to get.</returns>
    Tensor RightInverse(Tensor value);
}
