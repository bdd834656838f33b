namespace TorchLite;

/// <content>More arithmetic.</content>
public sealed partial class Tensor
{
    /// <summary>The magnitude of each element with the sign of another: PyTorch's <c>copysign</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not broadcast, or libtorch has no such operation for these dtypes.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, -2.0]).Copysign(Torch.Tensor([-3.0, 4.0]))
    /// // tensor([-1.,  2.])
    /// </code></example>
    [TorchFunction]
    public Tensor Copysign(Tensor other) => Gate.Direct(static (a, b) => Exports.Copysign(a, b), this, other);

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

    /// <summary>The magnitude of each element with the sign of another: PyTorch's <c>copysign</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>A new tensor of the same shape and the promoted dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, -2.0]).Copysign(-1)   // tensor([-1., -2.])
    /// </code></example>
    [TorchFunction]
    public Tensor Copysign(Scalar other)
    {
        using var number = AsOperand(other);
        return Copysign(number);
    }

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
        using var number = AsOperand(other);
        return Copysign_(number);
    }

    /// <summary>this * log(other), and 0 where this is 0, element by element: PyTorch's <c>xlogy</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not broadcast, or libtorch has no such operation for these dtypes.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 2.0]).Xlogy(Torch.Tensor([0.0, 1.0]))   // tensor([0., 0.])
    /// </code></example>
    [TorchFunction]
    public Tensor Xlogy(Tensor other) => Gate.Direct(static (a, b) => Exports.Xlogy(a, b), this, other);

    /// <summary>this * log(other), and 0 where this is 0, element by element, in place: PyTorch's <c>xlogy_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 2.0]).Xlogy_(Torch.Tensor([0.0, 1.0]))   // tensor([0., 0.])
    /// </code></example>
    public Tensor Xlogy_(Tensor other) => Gate.DirectInPlace(static (a, b) => Exports.Xlogy_(a, b), this, other);

    /// <summary>log(exp(this) + exp(other)) without overflow, element by element: PyTorch's <c>logaddexp</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not broadcast, or libtorch has no such operation for these dtypes.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.0, 0.0]).Logaddexp(Torch.Tensor([-1.0, 1.0]))   // tensor([-0.3069,  1.3133])
    /// </code></example>
    [TorchFunction]
    public Tensor Logaddexp(Tensor other) => Gate.Direct(static (a, b) => Exports.Logaddexp(a, b), this, other);

    /// <summary>Each element to a power, computed in float64: PyTorch's <c>float_power</c>.</summary>
    /// <param name="exponent">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="exponent"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not broadcast, or libtorch has no such operation for these dtypes.</exception>
    /// <example><code>
    /// Torch.Tensor([2.0, 3.0]).FloatPower(Torch.Tensor([2.0, 0.5]))
    /// // tensor([4.0000, 1.7321], dtype=torch.float64)
    /// </code></example>
    [TorchFunction]
    public Tensor FloatPower(Tensor exponent) => Gate.Direct(static (a, b) => Exports.FloatPower(a, b), this, exponent);

    /// <summary>Each element to a power, computed in float64: PyTorch's <c>float_power</c>.</summary>
    /// <param name="exponent">The number.</param>
    /// <returns>A new tensor of the same shape and the promoted dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([2.0, 3.0]).FloatPower(2)   // tensor([4., 9.], dtype=torch.float64)
    /// </code></example>
    [TorchFunction]
    public Tensor FloatPower(Scalar exponent)
    {
        using var number = AsOperand(exponent);
        return FloatPower(number);
    }

    /// <summary>Each element to a power, computed in float64, in place: PyTorch's <c>float_power_</c>.</summary>
    /// <param name="exponent">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The tensor is not float64, or complex128 where the result is complex.</exception>
    /// <example><code>
    /// Torch.Tensor([2.0, 3.0], dtype: DType.Float64).FloatPower_(2)   // tensor([4., 9.], dtype=torch.float64)
    /// </code></example>
    public Tensor FloatPower_(Scalar exponent)
    {
        using var number = AsOperand(exponent);
        return FloatPower_(number);
    }

    /// <summary>Each element to a power, computed in float64, in place: PyTorch's <c>float_power_</c>.</summary>
    /// <param name="exponent">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="exponent"/> is null.</exception>
    /// <exception cref="TorchException">The tensor is not float64, or complex128 where the result is complex.</exception>
    /// <example><code>
    /// Torch.Tensor([2.0, 3.0], dtype: DType.Float64).FloatPower_(Torch.Tensor([2, 2]))
    /// // tensor([4., 9.], dtype=torch.float64)
    /// </code></example>
    public Tensor FloatPower_(Tensor exponent) => Gate.DirectInPlace(static (a, b) => Exports.FloatPower_(a, b), this, exponent);

    /// <summary>Another name of <c>div</c>: PyTorch's <c>true_divide</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not broadcast, or the devices differ.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 3.0]).TrueDivide(Torch.Tensor([2, 4]))   // tensor([0.5000, 0.7500])
    /// </code></example>
    [TorchFunction]
    public Tensor TrueDivide(Tensor other) => Div(other);

    /// <summary>Another name of <c>div</c>: PyTorch's <c>true_divide</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="TorchException">The shapes do not broadcast, or the devices differ.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 3.0]).TrueDivide(2)   // tensor([0.5000, 1.5000])
    /// </code></example>
    [TorchFunction]
    public Tensor TrueDivide(Scalar other) => Div(other);

    /// <summary>Another name of <c>div</c>, in place: PyTorch's <c>true_divide_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not broadcast, or the result does not fit the dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 3.0]).TrueDivide_(Torch.Tensor([2, 4]))   // tensor([0.5000, 0.7500])
    /// </code></example>
    public Tensor TrueDivide_(Tensor other) => Div_(other);

    /// <summary>Another name of <c>div</c>, in place: PyTorch's <c>true_divide_</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The shapes do not broadcast, or the result does not fit the dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 3.0]).TrueDivide_(2)   // tensor([0.5000, 1.5000])
    /// </code></example>
    public Tensor TrueDivide_(Scalar other) => Div_(other);

    /// <summary>The length of the hypotenuse, element by element, in place: PyTorch's <c>hypot_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([3.0, 5.0]).Hypot_(Torch.Tensor([4.0, 12.0]))   // tensor([ 5., 13.])
    /// </code></example>
    public Tensor Hypot_(Tensor other) => Script.InPlace(this, $"{this}.hypot_({Given(other)})");

    /// <summary>Degrees as radians: PyTorch's <c>deg2rad</c>.</summary>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 180.0]).Deg2rad()   // tensor([0.0000, 3.1416])
    /// </code></example>
    [TorchFunction]
    public Tensor Deg2rad() => Gate.Direct(static t => Exports.Deg2rad(t), this);

    /// <summary>Degrees as radians, in place: PyTorch's <c>deg2rad_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The tensor is a leaf that requires gradients, or libtorch has no such operation for this dtype.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 180.0]).Deg2rad_()   // tensor([0.0000, 3.1416])
    /// </code></example>
    public Tensor Deg2rad_() => Gate.DirectInPlace(static t => Exports.Deg2rad_(t), this);

    /// <summary>Radians as degrees: PyTorch's <c>rad2deg</c>.</summary>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 1.0]).Rad2deg()   // tensor([ 0.0000, 57.2958])
    /// </code></example>
    [TorchFunction]
    public Tensor Rad2deg() => Gate.Direct(static t => Exports.Rad2deg(t), this);

    /// <summary>Radians as degrees, in place: PyTorch's <c>rad2deg_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The tensor is a leaf that requires gradients, or libtorch has no such operation for this dtype.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 1.0]).Rad2deg_()   // tensor([ 0.0000, 57.2958])
    /// </code></example>
    public Tensor Rad2deg_() => Gate.DirectInPlace(static t => Exports.Rad2deg_(t), this);

    /// <summary>Whether each element has the sign bit set, as -0.0 has: PyTorch's <c>signbit</c>.</summary>
    /// <returns>A new tensor of truth values of the same shape.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, -0.0]).Signbit()   // tensor([False,  True])
    /// </code></example>
    [TorchFunction]
    public Tensor Signbit() => Gate.Direct(static t => Exports.Signbit(t), this);

    /// <summary>Whether the imaginary part of each element is 0: PyTorch's <c>isreal</c>.</summary>
    /// <returns>A new tensor of truth values of the same shape.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0]).Isreal()   // tensor([True, True])
    /// </code></example>
    [TorchFunction]
    public Tensor Isreal() => Gate.Direct(static t => Exports.Isreal(t), this);

    /// <summary>The conjugates, written out in memory: PyTorch's <c>conj_physical</c>.</summary>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0]).ConjPhysical()   // tensor([1., 2.])
    /// </code></example>
    [TorchFunction]
    public Tensor ConjPhysical() => Gate.Direct(static t => Exports.ConjPhysical(t), this);

    /// <summary>The conjugates, written out in memory, in place: PyTorch's <c>conj_physical_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The tensor is a leaf that requires gradients, or libtorch has no such operation for this dtype.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0]).ConjPhysical_()   // tensor([1., 2.])
    /// </code></example>
    public Tensor ConjPhysical_() => Gate.DirectInPlace(static t => Exports.ConjPhysical_(t), this);
}
