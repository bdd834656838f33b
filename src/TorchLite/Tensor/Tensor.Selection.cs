namespace TorchLite;

/// <content>The greater, the less, and logic.</content>
public sealed partial class Tensor
{
    /// <summary>The greater of two elements; nan wins: PyTorch's <c>maximum</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 5.0]).Maximum(Torch.Tensor([3.0, 2.0]))   // tensor([3., 5.])
    /// </code></example>
    [TorchFunction]
    public Tensor Maximum(Tensor other) => Gate.Direct(static (a, b) => Exports.Maximum(a, b), this, other);

    /// <summary>The less of two elements; nan wins: PyTorch's <c>minimum</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 5.0]).Minimum(Torch.Tensor([3.0, 2.0]))   // tensor([1., 2.])
    /// </code></example>
    [TorchFunction]
    public Tensor Minimum(Tensor other) => Gate.Direct(static (a, b) => Exports.Minimum(a, b), this, other);

    /// <summary>The greater of two elements; a number wins over nan: PyTorch's <c>fmax</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, double.NaN]).Fmax(Torch.Tensor([3.0, 2.0]))   // tensor([3., 2.])
    /// </code></example>
    [TorchFunction]
    public Tensor Fmax(Tensor other) => Gate.Direct(static (a, b) => Exports.Fmax(a, b), this, other);

    /// <summary>The less of two elements; a number wins over nan: PyTorch's <c>fmin</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, double.NaN]).Fmin(Torch.Tensor([3.0, 2.0]))   // tensor([1., 2.])
    /// </code></example>
    [TorchFunction]
    public Tensor Fmin(Tensor other) => Gate.Direct(static (a, b) => Exports.Fmin(a, b), this, other);

    /// <summary>The angle in radians of the point (other, this), over the whole circle: PyTorch's <c>atan2</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, -1.0]).Atan2(Torch.Tensor([1.0, -1.0]))   // tensor([ 0.7854, -2.3562])
    /// </code></example>
    [TorchFunction, Alias("Arctan2")]
    public Tensor Atan2(Tensor other) => Gate.Direct(static (a, b) => Exports.Atan2(a, b), this, other);

    /// <summary>The angle in radians of the point (other, this), over the whole circle, in place: PyTorch's <c>atan2_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, -1.0]).Atan2_(Torch.Tensor([1.0, -1.0]))   // tensor([ 0.7854, -2.3562])
    /// </code></example>
    [Alias("Arctan2_")]
    public Tensor Atan2_(Tensor other) => Gate.DirectInPlace(static (a, b) => Exports.Atan2_(a, b), this, other);

    /// <summary>The length of the hypotenuse over two legs: PyTorch's <c>hypot</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([3.0, 5.0]).Hypot(Torch.Tensor([4.0, 12.0]))   // tensor([ 5., 13.])
    /// </code></example>
    [TorchFunction]
    public Tensor Hypot(Tensor other) => Gate.Direct(static (a, b) => Exports.Hypot(a, b), this, other);

    /// <summary>
    /// 0 where the element is negative, 1 where it is positive, and the given value where it is 0: PyTorch's <c>heaviside</c>.
    /// </summary>
    /// <param name="values">What stands for 0; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([-1.0, 0.0, 2.0]).Heaviside(Torch.Tensor([0.5, 0.5, 0.5]))   // tensor([0.0000, 0.5000, 1.0000])
    /// </code></example>
    [TorchFunction]
    public Tensor Heaviside(Tensor values) => Gate.Direct(static (a, b) => Exports.Heaviside(a, b), this, values);

    /// <summary>
    /// 0 where the element is negative, 1 where it is positive, and the given value where it is 0, in place: PyTorch's <c>heaviside_</c>.
    /// </summary>
    /// <param name="values">What stands for 0; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([-1.0, 0.0, 2.0]).Heaviside_(Torch.Tensor([0.5, 0.5, 0.5]))   // tensor([0.0000, 0.5000, 1.0000])
    /// </code></example>
    public Tensor Heaviside_(Tensor values) => Gate.DirectInPlace(static (a, b) => Exports.Heaviside_(a, b), this, values);

    /// <summary>Whether both elements are not zero: PyTorch's <c>logical_and</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of truth values of the broadcast shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([true, false]).LogicalAnd(Torch.Tensor([true, true]))   // tensor([ True, False])
    /// </code></example>
    [TorchFunction]
    public Tensor LogicalAnd(Tensor other) => Gate.Direct(static (a, b) => Exports.LogicalAnd(a, b), this, other);

    /// <summary>Whether both elements are not zero, in place: PyTorch's <c>logical_and_</c>.</summary>
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

    /// <summary>Whether one element at least is not zero: PyTorch's <c>logical_or</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of truth values of the broadcast shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([true, false]).LogicalOr(Torch.Tensor([false, false]))   // tensor([ True, False])
    /// </code></example>
    [TorchFunction]
    public Tensor LogicalOr(Tensor other) => Gate.Direct(static (a, b) => Exports.LogicalOr(a, b), this, other);

    /// <summary>Whether one element at least is not zero, in place: PyTorch's <c>logical_or_</c>.</summary>
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

    /// <summary>Whether just one of the elements is not zero: PyTorch's <c>logical_xor</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of truth values of the broadcast shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([true, false]).LogicalXor(Torch.Tensor([true, true]))   // tensor([False,  True])
    /// </code></example>
    [TorchFunction]
    public Tensor LogicalXor(Tensor other) => Gate.Direct(static (a, b) => Exports.LogicalXor(a, b), this, other);

    /// <summary>Whether just one of the elements is not zero, in place: PyTorch's <c>logical_xor_</c>.</summary>
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
    /// <returns>A new tensor of truth values of the same shape.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
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

    /// <summary>The bits of each element turned over; for truth values: not: PyTorch's <c>bitwise_not</c>.</summary>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0, 5]).BitwiseNot()   // tensor([-1, -6])
    /// </code></example>
    [TorchFunction]
    public Tensor BitwiseNot() => Gate.Direct(static t => Exports.BitwiseNot(t), this);

    /// <summary>The bits of each element turned over; for truth values: not, in place: PyTorch's <c>bitwise_not_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0, 5]).BitwiseNot_()   // tensor([-1, -6])
    /// </code></example>
    public Tensor BitwiseNot_() => Gate.DirectInPlace(static t => Exports.BitwiseNot_(t), this);
}
