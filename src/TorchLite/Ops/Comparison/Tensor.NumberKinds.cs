namespace TorchLite;

/// <content>Tests for nan, infinite, finite and real elements.</content>
public partial class Tensor
{
    /// <summary>Whether each element is not a number: PyTorch's <c>isnan</c>.</summary>
    /// <returns>A new bool tensor of the same shape.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, double.NaN]).Isnan()   // tensor([False,  True])
    /// </code></example>
    [TorchFunction]
    public Tensor Isnan() => Gate.Direct(static t => Exports.Isnan(t), this);

    /// <summary>Whether each element is infinite: PyTorch's <c>isinf</c>.</summary>
    /// <returns>A new bool tensor of the same shape.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, double.NegativeInfinity]).Isinf()   // tensor([False,  True])
    /// </code></example>
    [TorchFunction]
    public Tensor Isinf() => Gate.Direct(static t => Exports.Isinf(t), this);

    /// <summary>Whether each element is neither infinite nor not a number: PyTorch's <c>isfinite</c>.</summary>
    /// <returns>A new bool tensor of the same shape.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, double.PositiveInfinity]).Isfinite()   // tensor([ True, False])
    /// </code></example>
    [TorchFunction]
    public Tensor Isfinite() => Gate.Direct(static t => Exports.Isfinite(t), this);

    /// <summary>Whether each element is positive infinity: PyTorch's <c>isposinf</c>.</summary>
    /// <returns>A new bool tensor of the same shape.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, double.PositiveInfinity]).Isposinf()   // tensor([False,  True])
    /// </code></example>
    [TorchFunction]
    public Tensor Isposinf() => Gate.Direct(static t => Exports.Isposinf(t), this);

    /// <summary>Whether each element is negative infinity: PyTorch's <c>isneginf</c>.</summary>
    /// <returns>A new bool tensor of the same shape.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, double.NegativeInfinity]).Isneginf()   // tensor([False,  True])
    /// </code></example>
    [TorchFunction]
    public Tensor Isneginf() => Gate.Direct(static t => Exports.Isneginf(t), this);

    /// <summary>Whether the imaginary part of each element is 0: PyTorch's <c>isreal</c>.</summary>
    /// <returns>A new bool tensor of the same shape.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0]).Isreal()   // tensor([True, True])
    /// </code></example>
    [TorchFunction]
    public Tensor Isreal() => Gate.Direct(static t => Exports.Isreal(t), this);
}
