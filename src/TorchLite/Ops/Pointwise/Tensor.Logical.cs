namespace TorchLite;

/// <content>Logical operations.</content>
public partial class Tensor
{
    /// <summary>Whether both elements are nonzero: PyTorch's <c>logical_and</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new bool tensor of the broadcast shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([true, false]).LogicalAnd(Torch.Tensor([true, true]))   // tensor([ True, False])
    /// </code></example>
    [TorchFunction]
    public Tensor LogicalAnd(Tensor other) => Gate.Direct(static (a, b) => Exports.LogicalAnd(a, b), this, other);

    /// <summary>Whether both elements are nonzero, in place: PyTorch's <c>logical_and_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([true, false]).LogicalAnd_(Torch.Tensor([true, true]))   // tensor([ True, False])
    /// </code></example>
    public Tensor LogicalAnd_(Tensor other) => Gate.DirectInPlace(static (a, b) => Exports.LogicalAnd_(a, b), this, other);

    /// <summary>Whether at least one element is nonzero: PyTorch's <c>logical_or</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new bool tensor of the broadcast shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([true, false]).LogicalOr(Torch.Tensor([false, false]))   // tensor([ True, False])
    /// </code></example>
    [TorchFunction]
    public Tensor LogicalOr(Tensor other) => Gate.Direct(static (a, b) => Exports.LogicalOr(a, b), this, other);

    /// <summary>Whether at least one element is nonzero, in place: PyTorch's <c>logical_or_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([true, false]).LogicalOr_(Torch.Tensor([false, false]))   // tensor([ True, False])
    /// </code></example>
    public Tensor LogicalOr_(Tensor other) => Gate.DirectInPlace(static (a, b) => Exports.LogicalOr_(a, b), this, other);

    /// <summary>Whether exactly one of the elements is nonzero: PyTorch's <c>logical_xor</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new bool tensor of the broadcast shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([true, false]).LogicalXor(Torch.Tensor([true, true]))   // tensor([False,  True])
    /// </code></example>
    [TorchFunction]
    public Tensor LogicalXor(Tensor other) => Gate.Direct(static (a, b) => Exports.LogicalXor(a, b), this, other);

    /// <summary>Whether exactly one of the elements is nonzero, in place: PyTorch's <c>logical_xor_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([true, false]).LogicalXor_(Torch.Tensor([true, true]))   // tensor([False,  True])
    /// </code></example>
    public Tensor LogicalXor_(Tensor other) => Gate.DirectInPlace(static (a, b) => Exports.LogicalXor_(a, b), this, other);

    /// <summary>Whether each element is zero: PyTorch's <c>logical_not</c>.</summary>
    /// <returns>A new bool tensor of the same shape.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([true, false]).LogicalNot()   // tensor([False,  True])
    /// </code></example>
    [TorchFunction]
    public Tensor LogicalNot() => Gate.Direct(static t => Exports.LogicalNot(t), this);

    /// <summary>Whether each element is zero, in place: PyTorch's <c>logical_not_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([true, false]).LogicalNot_()   // tensor([False,  True])
    /// </code></example>
    public Tensor LogicalNot_() => Gate.DirectInPlace(static t => Exports.LogicalNot_(t), this);
}
