namespace TorchLite.Nn.Utils.Parametrize;

/// <summary>
/// A parametrization in terms of several tensors, which is a <c>Module&lt;Tensor[], Tensor&gt;</c>: PyTorch's <c>right_inverse</c> that
/// returns a sequence.
/// </summary>
public interface IRightInverses
{
    /// <summary>Tensors of which the module makes the given one.</summary>
    /// <param name="value">What the module is to give.</param>
    /// <returns>What the module is to get.</returns>
    Tensor[] RightInverse(Tensor value);
}
