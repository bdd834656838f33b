namespace TorchLite;

/// <content>Bitwise operations.</content>
public partial class Tensor
{
    /// <summary>Bitwise AND; logical AND for bool: PyTorch's <c>bitwise_and</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([5, 6]).BitwiseAnd(Torch.Tensor([3, 3]))   // tensor([1, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor BitwiseAnd(Tensor other) => Gate.Direct(static (a, b) => Exports.BitwiseAnd(a, b), this, other);

    /// <summary>Bitwise AND; logical AND for bool: PyTorch's <c>bitwise_and</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>A new tensor of this shape and the promoted dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([5, 6]).BitwiseAnd(2)   // tensor([0, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor BitwiseAnd(Scalar other)
    {
        using var number = WrappedNumber(other);
        return BitwiseAnd(number);
    }

    /// <summary>Bitwise AND; logical AND for bool, in place: PyTorch's <c>bitwise_and_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([5, 6]).BitwiseAnd_(Torch.Tensor([3, 3]))   // tensor([1, 2])
    /// </code></example>
    public Tensor BitwiseAnd_(Tensor other) => Gate.DirectInPlace(static (a, b) => Exports.BitwiseAnd_(a, b), this, other);

    /// <summary>Bitwise OR; logical OR for bool: PyTorch's <c>bitwise_or</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([5, 6]).BitwiseOr(Torch.Tensor([3, 3]))   // tensor([7, 7])
    /// </code></example>
    [TorchFunction]
    public Tensor BitwiseOr(Tensor other) => Gate.Direct(static (a, b) => Exports.BitwiseOr(a, b), this, other);

    /// <summary>Bitwise OR; logical OR for bool: PyTorch's <c>bitwise_or</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>A new tensor of this shape and the promoted dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([5, 6]).BitwiseOr(2)   // tensor([7, 6])
    /// </code></example>
    [TorchFunction]
    public Tensor BitwiseOr(Scalar other)
    {
        using var number = WrappedNumber(other);
        return BitwiseOr(number);
    }

    /// <summary>Bitwise OR; logical OR for bool, in place: PyTorch's <c>bitwise_or_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([5, 6]).BitwiseOr_(Torch.Tensor([3, 3]))   // tensor([7, 7])
    /// </code></example>
    public Tensor BitwiseOr_(Tensor other) => Gate.DirectInPlace(static (a, b) => Exports.BitwiseOr_(a, b), this, other);

    /// <summary>Bitwise exclusive OR; logical exclusive OR for bool: PyTorch's <c>bitwise_xor</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([5, 6]).BitwiseXor(Torch.Tensor([3, 3]))   // tensor([6, 5])
    /// </code></example>
    [TorchFunction]
    public Tensor BitwiseXor(Tensor other) => Gate.Direct(static (a, b) => Exports.BitwiseXor(a, b), this, other);

    /// <summary>Bitwise exclusive OR; logical exclusive OR for bool: PyTorch's <c>bitwise_xor</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>A new tensor of this shape and the promoted dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([5, 6]).BitwiseXor(2)   // tensor([7, 4])
    /// </code></example>
    [TorchFunction]
    public Tensor BitwiseXor(Scalar other)
    {
        using var number = WrappedNumber(other);
        return BitwiseXor(number);
    }

    /// <summary>Bitwise exclusive OR; logical exclusive OR for bool, in place: PyTorch's <c>bitwise_xor_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([5, 6]).BitwiseXor_(Torch.Tensor([3, 3]))   // tensor([6, 5])
    /// </code></example>
    public Tensor BitwiseXor_(Tensor other) => Gate.DirectInPlace(static (a, b) => Exports.BitwiseXor_(a, b), this, other);

    /// <summary>Bitwise NOT; logical NOT for bool: PyTorch's <c>bitwise_not</c>.</summary>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0, 5]).BitwiseNot()   // tensor([-1, -6])
    /// </code></example>
    [TorchFunction]
    public Tensor BitwiseNot() => Gate.Direct(static t => Exports.BitwiseNot(t), this);

    /// <summary>Bitwise NOT; logical NOT for bool, in place: PyTorch's <c>bitwise_not_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0, 5]).BitwiseNot_()   // tensor([-1, -6])
    /// </code></example>
    public Tensor BitwiseNot_() => Gate.DirectInPlace(static t => Exports.BitwiseNot_(t), this);

    /// <summary>Shifts the bits of each element to the left: PyTorch's <c>bitwise_left_shift</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([5, 6]).BitwiseLeftShift(Torch.Tensor([1, 2]))   // tensor([10, 24])
    /// </code></example>
    [TorchFunction]
    public Tensor BitwiseLeftShift(Tensor other) => Gate.Direct(static (a, b) => Exports.BitwiseLeftShift(a, b), this, other);

    /// <summary>Shifts the bits of each element to the left: PyTorch's <c>bitwise_left_shift</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>A new tensor of this shape and the promoted dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([5, 6]).BitwiseLeftShift(2)   // tensor([20, 24])
    /// </code></example>
    [TorchFunction]
    public Tensor BitwiseLeftShift(Scalar other)
    {
        using var number = WrappedNumber(other);
        return BitwiseLeftShift(number);
    }

    /// <summary>Shifts the bits of each element to the left, in place: PyTorch's <c>bitwise_left_shift_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([5, 6]).BitwiseLeftShift_(Torch.Tensor([1, 2]))   // tensor([10, 24])
    /// </code></example>
    public Tensor BitwiseLeftShift_(Tensor other) => Gate.DirectInPlace(static (a, b) => Exports.BitwiseLeftShift_(a, b), this, other);

    /// <summary>Shifts the bits of each element to the right, keeping the sign: PyTorch's <c>bitwise_right_shift</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([5, -6]).BitwiseRightShift(Torch.Tensor([1, 2]))   // tensor([ 2, -2])
    /// </code></example>
    [TorchFunction]
    public Tensor BitwiseRightShift(Tensor other) => Gate.Direct(static (a, b) => Exports.BitwiseRightShift(a, b), this, other);

    /// <summary>Shifts the bits of each element to the right, keeping the sign: PyTorch's <c>bitwise_right_shift</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>A new tensor of this shape and the promoted dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([5, -6]).BitwiseRightShift(2)   // tensor([ 1, -2])
    /// </code></example>
    [TorchFunction]
    public Tensor BitwiseRightShift(Scalar other)
    {
        using var number = WrappedNumber(other);
        return BitwiseRightShift(number);
    }

    /// <summary>Shifts the bits of each element to the right, keeping the sign, in place: PyTorch's <c>bitwise_right_shift_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([5, -6]).BitwiseRightShift_(Torch.Tensor([1, 2]))   // tensor([ 2, -2])
    /// </code></example>
    public Tensor BitwiseRightShift_(Tensor other) => Gate.DirectInPlace(static (a, b) => Exports.BitwiseRightShift_(a, b), this, other);
}
