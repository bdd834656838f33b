namespace TorchLite;

/// <content>Arithmetic of two operands. Shapes broadcast; dtypes promote as in PyTorch.</content>
public sealed partial class Tensor
{
    /// <summary>The product, element by element: PyTorch's <c>mul</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 3.0]).Mul(Torch.Tensor([2.0, 3.0, 4.0]))   // tensor([ 2.,  6., 12.])
    /// </code></example>
    [TorchFunction, Alias("Multiply")]
    public Tensor Mul(Tensor other) => Gate.Direct(static (a, b) => Exports.Mul(a, b), this, other);

    /// <summary>The product, element by element, in place: PyTorch's <c>mul_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 3.0]).Mul_(Torch.Tensor([2.0, 3.0, 4.0]))   // tensor([ 2.,  6., 12.])
    /// </code></example>
    [Alias("Multiply_")]
    public Tensor Mul_(Tensor other) => Gate.DirectInPlace(static (a, b) => Exports.Mul_(a, b), this, other);

    /// <summary>The product, element by element: PyTorch's <c>mul</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 3.0]).Mul(2)   // tensor([2., 4., 6.])
    /// </code></example>
    [TorchFunction, Alias("Multiply")]
    public Tensor Mul(Scalar other) =>
        Gate.Direct(static (a, b) => Exports.Mul(a, b), static (a, s) => Exports.MulScalar(a, s), this, other);

    /// <summary>The product, element by element, in place: PyTorch's <c>mul_</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 3.0]).Mul_(2)   // tensor([2., 4., 6.])
    /// </code></example>
    [Alias("Multiply_")]
    public Tensor Mul_(Scalar other) =>
        Gate.DirectInPlace(static (a, b) => Exports.Mul_(a, b), static (a, s) => Exports.MulScalar_(a, s), this, other);

    /// <summary>
    /// The remainder of the division, element by element, with the sign of the divisor, as Python's <c>%</c>: PyTorch's <c>remainder</c>.
    /// </summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([-3.0, 5.0]).Remainder(Torch.Tensor([2.0, -3.0]))   // tensor([ 1., -1.])
    /// </code></example>
    [TorchFunction]
    public Tensor Remainder(Tensor other) => IntegerDivision.Run(
        this, other, static (x, other) => Gate.Direct(static (a, b) => Exports.Remainder(a, b), x, other));

    /// <summary>
    /// The remainder of the division, element by element, with the sign of the divisor, as Python's <c>%</c>, in place: PyTorch's
    /// <c>remainder_</c>.
    /// </summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([-3.0, 5.0]).Remainder_(Torch.Tensor([2.0, -3.0]))   // tensor([ 1., -1.])
    /// </code></example>
    public Tensor Remainder_(Tensor other) => IntegerDivision.InPlace(
        this, other, static (x, other) => Gate.DirectInPlace(static (a, b) => Exports.Remainder_(a, b), x, other),
        static (x, other) => x.Remainder(other));

    /// <summary>
    /// The remainder of the division, element by element, with the sign of the divisor, as Python's <c>%</c>: PyTorch's <c>remainder</c>.
    /// </summary>
    /// <param name="other">The number.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([-3.0, 5.0]).Remainder(2)   // tensor([1., 1.])
    /// </code></example>
    [TorchFunction]
    public Tensor Remainder(Scalar other) => IntegerDivision.Run(
        this, other, static (x, number) => Gate.Direct(static (a, b) => Exports.RemainderScalar(a, b), x, number));

    /// <summary>
    /// The remainder of the division, element by element, with the sign of the divisor, as Python's <c>%</c>, in place: PyTorch's
    /// <c>remainder_</c>.
    /// </summary>
    /// <param name="other">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([-3.0, 5.0]).Remainder_(2)   // tensor([1., 1.])
    /// </code></example>
    public Tensor Remainder_(Scalar other) => IntegerDivision.InPlace(
        this, other, static (x, number) => Gate.DirectInPlace(static (a, b) => Exports.RemainderScalar_(a, b), x, number));

    /// <summary>
    /// The remainder of the division, element by element, with the sign of the dividend, as C#'s <c>%</c>: PyTorch's <c>fmod</c>.
    /// </summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([-3.0, 5.0]).Fmod(Torch.Tensor([2.0, -3.0]))   // tensor([-1.,  2.])
    /// </code></example>
    [TorchFunction]
    public Tensor Fmod(Tensor other) => IntegerDivision.Run(
        this, other, static (x, other) => Gate.Direct(static (a, b) => Exports.Fmod(a, b), x, other));

    /// <summary>
    /// The remainder of the division, element by element, with the sign of the dividend, as C#'s <c>%</c>, in place: PyTorch's
    /// <c>fmod_</c>.
    /// </summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([-3.0, 5.0]).Fmod_(Torch.Tensor([2.0, -3.0]))   // tensor([-1.,  2.])
    /// </code></example>
    public Tensor Fmod_(Tensor other) => IntegerDivision.InPlace(
        this, other, static (x, other) => Gate.DirectInPlace(static (a, b) => Exports.Fmod_(a, b), x, other), static (x, other) => x.Fmod(other));

    /// <summary>
    /// The remainder of the division, element by element, with the sign of the dividend, as C#'s <c>%</c>: PyTorch's <c>fmod</c>.
    /// </summary>
    /// <param name="other">The number.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([-3.0, 5.0]).Fmod(2)   // tensor([-1.,  1.])
    /// </code></example>
    [TorchFunction]
    public Tensor Fmod(Scalar other) => IntegerDivision.Run(
        this, other, static (x, number) => Gate.Direct(static (a, b) => Exports.FmodScalar(a, b), x, number));

    /// <summary>
    /// The remainder of the division, element by element, with the sign of the dividend, as C#'s <c>%</c>, in place: PyTorch's
    /// <c>fmod_</c>.
    /// </summary>
    /// <param name="other">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([-3.0, 5.0]).Fmod_(2)   // tensor([-1.,  1.])
    /// </code></example>
    public Tensor Fmod_(Scalar other) => IntegerDivision.InPlace(
        this, other, static (x, number) => Gate.DirectInPlace(static (a, b) => Exports.FmodScalar_(a, b), x, number));

    /// <summary>Each element to the power of the exponent: PyTorch's <c>pow</c>.</summary>
    /// <param name="exponent">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="exponent"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 3.0]).Pow(Torch.Tensor([2.0, 3.0, 0.5]))   // tensor([1.0000, 8.0000, 1.7321])
    /// </code></example>
    [TorchFunction]
    public Tensor Pow(Tensor exponent) => Gate.Direct(static (a, b) => Exports.Pow(a, b), this, exponent);

    /// <summary>Each element to the power of the exponent, in place: PyTorch's <c>pow_</c>.</summary>
    /// <param name="exponent">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="exponent"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 3.0]).Pow_(Torch.Tensor([2.0, 3.0, 0.5]))   // tensor([1.0000, 8.0000, 1.7321])
    /// </code></example>
    public Tensor Pow_(Tensor exponent) => Gate.DirectInPlace(static (a, b) => Exports.Pow_(a, b), this, exponent);

    /// <summary>Each element to the power of the exponent: PyTorch's <c>pow</c>.</summary>
    /// <param name="exponent">The number.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 3.0]).Pow(2)   // tensor([1., 4., 9.])
    /// </code></example>
    [TorchFunction]
    public Tensor Pow(Scalar exponent) => Gate.Direct(static (a, s) => Exports.PowScalar(a, s), this, exponent);

    /// <summary>Each element to the power of the exponent, in place: PyTorch's <c>pow_</c>.</summary>
    /// <param name="exponent">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 3.0]).Pow_(2)   // tensor([1., 4., 9.])
    /// </code></example>
    public Tensor Pow_(Scalar exponent) => Gate.DirectInPlace(static (a, b) => Exports.PowScalar_(a, b), this, exponent);

    /// <summary>The quotient rounded down, element by element, as Python's <c>//</c>: PyTorch's <c>floor_divide</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([-3.0, 5.0]).FloorDivide(Torch.Tensor([2.0, 2.0]))   // tensor([-2.,  2.])
    /// </code></example>
    [TorchFunction]
    public Tensor FloorDivide(Tensor other) => IntegerDivision.Run(
        this, other, static (x, other) => Gate.Direct(static (a, b) => Exports.FloorDivide(a, b), x, other));

    /// <summary>The quotient rounded down, element by element, as Python's <c>//</c>, in place: PyTorch's <c>floor_divide_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([-3.0, 5.0]).FloorDivide_(Torch.Tensor([2.0, 2.0]))   // tensor([-2.,  2.])
    /// </code></example>
    public Tensor FloorDivide_(Tensor other) => IntegerDivision.InPlace(
        this, other, static (x, other) => Gate.DirectInPlace(static (a, b) => Exports.FloorDivide_(a, b), x, other),
        static (x, other) => x.FloorDivide(other));

    /// <summary>The quotient rounded down, element by element, as Python's <c>//</c>: PyTorch's <c>floor_divide</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([-3.0, 5.0]).FloorDivide(2)   // tensor([-2.,  2.])
    /// </code></example>
    [TorchFunction]
    public Tensor FloorDivide(Scalar other) => IntegerDivision.Run(
        this, other, static (x, number) => Gate.Direct(static (a, b) => Exports.FloorDivideScalar(a, b), x, number));

    /// <summary>The quotient rounded down, element by element, as Python's <c>//</c>, in place: PyTorch's <c>floor_divide_</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([-3.0, 5.0]).FloorDivide_(2)   // tensor([-2.,  2.])
    /// </code></example>
    public Tensor FloorDivide_(Scalar other) => IntegerDivision.InPlace(
        this, other, static (x, number) => Gate.DirectInPlace(static (a, b) => Exports.FloorDivideScalar_(a, b), x, number));
}
