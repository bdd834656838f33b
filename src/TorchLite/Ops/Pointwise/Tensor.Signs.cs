namespace TorchLite;

/// <content>Signs, and the next representable numbers.</content>
public partial class Tensor
{
    /// <summary>-1, 0 or 1 by the sign of each element: PyTorch's <c>sign</c>.</summary>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 0.0, 2.0]).Sign()   // tensor([-1.,  0.,  1.])
    /// </code></example>
    [TorchFunction]
    public Tensor Sign() => Gate.Direct(static t => Exports.Sign(t), this);

    /// <summary>-1, 0 or 1 by the sign of each element, in place: PyTorch's <c>sign_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 0.0, 2.0]).Sign_()   // tensor([-1.,  0.,  1.])
    /// </code></example>
    public Tensor Sign_() => Gate.DirectInPlace(static t => Exports.Sign_(t), this);

    /// <summary>
    /// The sign of each element; for a complex number, the number of absolute value 1 with the same angle: PyTorch's <c>sgn</c>.
    /// </summary>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 0.0, 2.0]).Sgn()   // tensor([-1.,  0.,  1.])
    /// </code></example>
    [TorchFunction]
    public Tensor Sgn() => Gate.Direct(static t => Exports.Sgn(t), this);

    /// <summary>
    /// The sign of each element; for a complex number, the number of absolute value 1 with the same angle, in place: PyTorch's <c>sgn_</c>.
    /// </summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 0.0, 2.0]).Sgn_()   // tensor([-1.,  0.,  1.])
    /// </code></example>
    public Tensor Sgn_() => Gate.DirectInPlace(static t => Exports.Sgn_(t), this);

    /// <summary>Whether each element has the sign bit set, as -0.0 has: PyTorch's <c>signbit</c>.</summary>
    /// <returns>A new bool tensor of the same shape.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, -0.0]).Signbit()   // tensor([False,  True])
    /// </code></example>
    [TorchFunction]
    public Tensor Signbit() => Gate.Direct(static t => Exports.Signbit(t), this);

    /// <summary>The magnitude of each element with the sign of another: PyTorch's <c>copysign</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, -2.0]).Copysign(Torch.Tensor([-3.0, 4.0]))
    /// // tensor([-1.,  2.])
    /// </code></example>
    [TorchFunction]
    public Tensor Copysign(Tensor other) => Gate.Direct(static (a, b) => Exports.Copysign(a, b), this, other);

    /// <summary>The magnitude of each element with the sign of another: PyTorch's <c>copysign</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>A new tensor of the same shape and the promoted dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, -2.0]).Copysign(-1)   // tensor([-1., -2.])
    /// </code></example>
    [TorchFunction]
    public Tensor Copysign(Scalar other)
    {
        using var number = WrappedNumber(other);
        return Copysign(number);
    }

    /// <summary>The magnitude of each element with the sign of another, in place: PyTorch's <c>copysign_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, -2.0]).Copysign_(Torch.Tensor([-3.0, 4.0]))   // tensor([-1.,  2.])
    /// </code></example>
    public Tensor Copysign_(Tensor other) => Gate.DirectInPlace(static (a, b) => Exports.Copysign_(a, b), this, other);

    /// <summary>The magnitude of each element with the sign of another, in place: PyTorch's <c>copysign_</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, -2.0]).Copysign_(-1)   // tensor([-1., -2.])
    /// </code></example>
    public Tensor Copysign_(Scalar other)
    {
        using var number = WrappedNumber(other);
        return Copysign_(number);
    }

    /// <summary>
    /// 0 where the element is negative, 1 where it is positive, and the given value where it is 0: PyTorch's <c>heaviside</c>.
    /// </summary>
    /// <param name="values">The value for elements that are 0; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([-1.0, 0.0, 2.0]).Heaviside(Torch.Tensor([0.5, 0.5, 0.5]))   // tensor([0.0000, 0.5000, 1.0000])
    /// </code></example>
    [TorchFunction]
    public Tensor Heaviside(Tensor values) => Gate.Direct(static (a, b) => Exports.Heaviside(a, b), this, values);

    /// <summary>
    /// 0 where the element is negative, 1 where it is positive, and the given value where it is 0, in place: PyTorch's <c>heaviside_</c>.
    /// </summary>
    /// <param name="values">The value for elements that are 0; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([-1.0, 0.0, 2.0]).Heaviside_(Torch.Tensor([0.5, 0.5, 0.5]))   // tensor([0.0000, 0.5000, 1.0000])
    /// </code></example>
    public Tensor Heaviside_(Tensor values) => Gate.DirectInPlace(static (a, b) => Exports.Heaviside_(a, b), this, values);

    /// <summary>The next number that the dtype can represent, towards another number: PyTorch's <c>nextafter</c>.</summary>
    /// <param name="other">The target numbers; their shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 0.0]).Nextafter(Torch.Tensor([2.0, -1.0]))   // tensor([ 1.0000e+00, -1.4013e-45])
    /// </code></example>
    [TorchFunction]
    public Tensor Nextafter(Tensor other) => Gate.Direct(static (a, b) => Exports.Nextafter(a, b), this, other);

    /// <summary>The next number that the dtype can represent, towards another number, in place: PyTorch's <c>nextafter_</c>.</summary>
    /// <param name="other">The target numbers; their shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shape does not broadcast to this one, the results do not fit the dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 0.0]).Nextafter_(Torch.Tensor([2.0, -1.0]))   // tensor([ 1.0000e+00, -1.4013e-45])
    /// </code></example>
    public Tensor Nextafter_(Tensor other) => Gate.DirectInPlace(static (a, b) => Exports.Nextafter_(a, b), this, other);
}
