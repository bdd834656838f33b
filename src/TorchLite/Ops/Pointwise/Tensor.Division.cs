namespace TorchLite;

/// <content>Quotients and remainders.</content>
public partial class Tensor
{
    /// <summary>
    /// The element-wise quotient; integers are divided as real numbers unless a rounding mode is given: PyTorch's <c>div</c>.
    /// </summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <param name="roundingMode">The rounding mode of the quotient; null: no rounding.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([7, -7]).Div(Torch.Tensor([2, 2]))   // tensor([ 3.5000, -3.5000])
    /// Torch.Tensor([7, -7]).Div(Torch.Tensor([2, 2]), roundingMode: RoundingMode.Floor)   // tensor([ 3, -4])
    /// </code></example>
    [TorchFunction, Alias("Divide")]
    public Tensor Div(Tensor other, RoundingMode? roundingMode = null) =>
        roundingMode is not { } mode
            ? Gate.Direct(static (a, b) => Exports.Div(a, b, null), this, other)
            : IntegerDivision.Rounded(this, other, mode);

    /// <summary>
    /// The element-wise quotient; integers are divided as real numbers unless a rounding mode is given: PyTorch's <c>div</c>.
    /// </summary>
    /// <param name="other">The number.</param>
    /// <param name="roundingMode">The rounding mode of the quotient; null: no rounding.</param>
    /// <returns>A new tensor of the promoted dtype.</returns>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([7, -7]).Div(2)   // tensor([ 3.5000, -3.5000])
    /// Torch.Tensor([7, -7]).Div(2, roundingMode: RoundingMode.Trunc)   // tensor([ 3, -3])
    /// </code></example>
    [TorchFunction, Alias("Divide")]
    [ForFSharp]
    public Tensor Div(Scalar other, RoundingMode? roundingMode = null) =>
        roundingMode is not { } mode
            ? Gate.Direct(static (a, b) => Exports.Div(a, b, null), static (a, s) => Exports.DivScalar(a, s, null), this, other)
            : IntegerDivision.Rounded(this, other, mode);

    /// <summary>The element-wise quotient, in place: PyTorch's <c>div_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <param name="roundingMode">The rounding mode of the quotient; null: no rounding.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([7.0, -7.0]).Div_(Torch.Tensor([2.0, 2.0]))   // tensor([ 3.5000, -3.5000])
    /// </code></example>
    [Alias("Divide_")]
    public Tensor Div_(Tensor other, RoundingMode? roundingMode = null) =>
        roundingMode is not { } mode
            ? Gate.DirectInPlace(static (a, b) => Exports.Div_(a, b, null), this, other)
            : IntegerDivision.Rounded_(this, other, mode);

    /// <summary>The element-wise quotient, in place: PyTorch's <c>div_</c>.</summary>
    /// <param name="other">The number.</param>
    /// <param name="roundingMode">The rounding mode of the quotient; null: no rounding.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([7.0, -7.0]).Div_(2)   // tensor([ 3.5000, -3.5000])
    /// </code></example>
    [Alias("Divide_")]
    [ForFSharp]
    public Tensor Div_(Scalar other, RoundingMode? roundingMode = null) =>
        roundingMode is not { } mode
            ? Gate.DirectInPlace(static (a, b) => Exports.Div_(a, b, null), static (a, s) => Exports.DivScalar_(a, s, null), this, other)
            : IntegerDivision.Rounded_(this, other, mode);

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

    /// <summary>The element-wise quotient rounded down, as Python's <c>//</c>: PyTorch's <c>floor_divide</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([-3.0, 5.0]).FloorDivide(Torch.Tensor([2.0, 2.0]))   // tensor([-2.,  2.])
    /// </code></example>
    [TorchFunction]
    public Tensor FloorDivide(Tensor other) => IntegerDivision.Run(
        this, other, static (x, other) => Gate.Direct(static (a, b) => Exports.FloorDivide(a, b), x, other));

    /// <summary>The element-wise quotient rounded down, as Python's <c>//</c>: PyTorch's <c>floor_divide</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([-3.0, 5.0]).FloorDivide(2)   // tensor([-2.,  2.])
    /// </code></example>
    [TorchFunction]
    public Tensor FloorDivide(Scalar other) => IntegerDivision.Run(
        this, other, static (x, number) => Gate.Direct(static (a, b) => Exports.FloorDivideScalar(a, b), x, number));

    /// <summary>The element-wise quotient rounded down, as Python's <c>//</c>, in place: PyTorch's <c>floor_divide_</c>.</summary>
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

    /// <summary>The element-wise quotient rounded down, as Python's <c>//</c>, in place: PyTorch's <c>floor_divide_</c>.</summary>
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

    /// <summary>
    /// The element-wise remainder of the division, with the sign of the divisor, as Python's <c>%</c>: PyTorch's <c>remainder</c>.
    /// </summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([-3.0, 5.0]).Remainder(Torch.Tensor([2.0, -3.0]))   // tensor([ 1., -1.])
    /// </code></example>
    [TorchFunction]
    public Tensor Remainder(Tensor other) => IntegerDivision.Run(
        this, other, static (x, other) => Gate.Direct(static (a, b) => Exports.Remainder(a, b), x, other));

    /// <summary>
    /// The element-wise remainder of the division, with the sign of the divisor, as Python's <c>%</c>: PyTorch's <c>remainder</c>.
    /// </summary>
    /// <param name="other">The number.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([-3.0, 5.0]).Remainder(2)   // tensor([1., 1.])
    /// </code></example>
    [TorchFunction]
    public Tensor Remainder(Scalar other) => IntegerDivision.Run(
        this, other, static (x, number) => Gate.Direct(static (a, b) => Exports.RemainderScalar(a, b), x, number));

    /// <summary>
    /// The element-wise remainder of the division, with the sign of the divisor, as Python's <c>%</c>, in place: PyTorch's
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
    /// The element-wise remainder of the division, with the sign of the divisor, as Python's <c>%</c>, in place: PyTorch's
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
    /// The element-wise remainder of the division, with the sign of the dividend, as C#'s <c>%</c>: PyTorch's <c>fmod</c>.
    /// </summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([-3.0, 5.0]).Fmod(Torch.Tensor([2.0, -3.0]))   // tensor([-1.,  2.])
    /// </code></example>
    [TorchFunction]
    public Tensor Fmod(Tensor other) => IntegerDivision.Run(
        this, other, static (x, other) => Gate.Direct(static (a, b) => Exports.Fmod(a, b), x, other));

    /// <summary>
    /// The element-wise remainder of the division, with the sign of the dividend, as C#'s <c>%</c>: PyTorch's <c>fmod</c>.
    /// </summary>
    /// <param name="other">The number.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([-3.0, 5.0]).Fmod(2)   // tensor([-1.,  1.])
    /// </code></example>
    [TorchFunction]
    public Tensor Fmod(Scalar other) => IntegerDivision.Run(
        this, other, static (x, number) => Gate.Direct(static (a, b) => Exports.FmodScalar(a, b), x, number));

    /// <summary>
    /// The element-wise remainder of the division, with the sign of the dividend, as C#'s <c>%</c>, in place: PyTorch's
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
    /// The element-wise remainder of the division, with the sign of the dividend, as C#'s <c>%</c>, in place: PyTorch's
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

    /// <summary>1 divided by each element: PyTorch's <c>reciprocal</c>.</summary>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 4.0]).Reciprocal()   // tensor([1.0000, 0.5000, 0.2500])
    /// </code></example>
    [TorchFunction]
    public Tensor Reciprocal() => Gate.Direct(static t => Exports.Reciprocal(t), this);

    /// <summary>1 divided by each element, in place: PyTorch's <c>reciprocal_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 4.0]).Reciprocal_()   // tensor([1.0000, 0.5000, 0.2500])
    /// </code></example>
    [TorchFunction]
    public Tensor Reciprocal_() => Gate.DirectInPlace(static t => Exports.Reciprocal_(t), this);

    /// <summary>The greatest common divisor of each pair of elements: PyTorch's <c>gcd</c>.</summary>
    /// <param name="other">The other numbers; their shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([12, 18, 0]).Gcd(Torch.Tensor([8, 27, 5]))   // tensor([4, 9, 5])
    /// </code></example>
    [TorchFunction]
    public Tensor Gcd(Tensor other) => Gate.Direct(static (a, b) => Exports.Gcd(a, b), this, other);

    /// <summary>The greatest common divisor of each pair of elements, in place: PyTorch's <c>gcd_</c>.</summary>
    /// <param name="other">The other numbers; their shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shape does not broadcast to this one, the results do not fit the dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([12, 18, 0]).Gcd_(Torch.Tensor([8, 27, 5]))   // tensor([4, 9, 5])
    /// </code></example>
    [TorchFunction]
    public Tensor Gcd_(Tensor other) => Gate.DirectInPlace(static (a, b) => Exports.Gcd_(a, b), this, other);

    /// <summary>The least common multiple of each pair of elements: PyTorch's <c>lcm</c>.</summary>
    /// <param name="other">The other numbers; their shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([4, 6, 0]).Lcm(Torch.Tensor([6, 9, 5]))   // tensor([12, 18,  0])
    /// </code></example>
    [TorchFunction]
    public Tensor Lcm(Tensor other) =>
        IntegerDivision.Lcm(this, NotNull(other), static (x, other) => Script.Run($"torch.lcm({x}, {other})"));

    /// <summary>The least common multiple of each pair of elements, in place: PyTorch's <c>lcm_</c>.</summary>
    /// <param name="other">The other numbers; their shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shape does not broadcast to this one, the results do not fit the dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([4, 6, 0]).Lcm_(Torch.Tensor([6, 9, 5]))   // tensor([12, 18,  0])
    /// </code></example>
    [TorchFunction]
    public Tensor Lcm_(Tensor other) => IntegerDivision.Lcm_(
        this, NotNull(other), static (x, other) => Script.InPlace(x, $"{x}.lcm_({other})"), static (x, other) => x.Lcm(other));

    /// <summary>other % this, as Python's <c>other % x</c>.</summary>
    internal Tensor Rremainder(Scalar other) =>
        IsRecorded ? Script.Run($"torch.remainder({other}, {this})") : Beside(other, static (number, tensor) => number.Remainder(tensor));
}
