namespace TorchLite;

/// <content>Sums, differences, products.</content>
public partial class Tensor
{
    /// <summary>Adds element-wise: this + alpha * other: PyTorch's <c>add</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <param name="alpha">A factor for the other operand; null: 1.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Add(Torch.Tensor([10, 20]))   // tensor([11, 22])
    /// Torch.Tensor([1, 2]).Add(Torch.Tensor([10, 20]), alpha: 2)   // tensor([21, 42])
    /// </code></example>
    [TorchFunction]
    public Tensor Add(Tensor other, Scalar? alpha = null) =>
        Gate.Direct(static (a, b, s) => Exports.Add(a, b, s), this, other, alpha ?? 1);

    /// <summary>Adds element-wise: this + alpha * other: PyTorch's <c>add</c>.</summary>
    /// <param name="other">The number.</param>
    /// <param name="alpha">A factor for the other operand; null: 1.</param>
    /// <returns>A new tensor of the promoted dtype.</returns>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Add(0.5)   // tensor([1.5000, 2.5000])
    /// </code></example>
    [TorchFunction]
    [ForFSharp]
    public Tensor Add(Scalar other, Scalar? alpha = null) =>
        alpha is { } factor
            ? Gate.Direct(static (a, b, s) => Exports.AddScalar(a, b, s), this, other, factor)
            : Gate.Direct(static (a, b) => Exports.Add(a, b, One), static (a, s) => Exports.AddScalar(a, s, One), this, other);

    /// <summary>Adds element-wise: this + alpha * other, in place: PyTorch's <c>add_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <param name="alpha">A factor for the other operand; null: 1.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Add_(Torch.Tensor([10, 20]))   // tensor([11, 22])
    /// </code></example>
    public Tensor Add_(Tensor other, Scalar? alpha = null) =>
        Gate.DirectInPlace(static (a, b, s) => Exports.Add_(a, b, s), this, other, alpha ?? 1);

    /// <summary>Adds element-wise: this + alpha * other, in place: PyTorch's <c>add_</c>.</summary>
    /// <param name="other">The number.</param>
    /// <param name="alpha">A factor for the other operand; null: 1.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Add_(10)   // tensor([11, 12])
    /// </code></example>
    [ForFSharp]
    public Tensor Add_(Scalar other, Scalar? alpha = null) =>
        alpha is { } factor
            ? Gate.DirectInPlace(static (a, b, s) => Exports.AddScalar_(a, b, s), this, other, factor)
            : Gate.DirectInPlace(static (a, b) => Exports.Add_(a, b, One), static (a, s) => Exports.AddScalar_(a, s, One), this, other);

    /// <summary>Subtracts element-wise: this - alpha * other: PyTorch's <c>sub</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <param name="alpha">A factor for the other operand; null: 1.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Sub(Torch.Tensor([10, 20]))   // tensor([ -9, -18])
    /// Torch.Tensor([1, 2]).Sub(Torch.Tensor([10, 20]), alpha: 2)   // tensor([-19, -38])
    /// </code></example>
    [TorchFunction, Alias("Subtract")]
    public Tensor Sub(Tensor other, Scalar? alpha = null) =>
        alpha is { } factor
            ? Script.Run($"torch.sub({this}, {other}, alpha={factor})")
            : Gate.Direct(static (a, b) => Exports.Sub(a, b), this, other);

    /// <summary>Subtracts element-wise: this - alpha * other: PyTorch's <c>sub</c>.</summary>
    /// <param name="other">The number.</param>
    /// <param name="alpha">A factor for the other operand; null: 1.</param>
    /// <returns>A new tensor of the promoted dtype.</returns>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Sub(0.5)   // tensor([0.5000, 1.5000])
    /// </code></example>
    [TorchFunction, Alias("Subtract")]
    [ForFSharp]
    public Tensor Sub(Scalar other, Scalar? alpha = null) =>
        alpha is { } factor
            ? Script.Run($"torch.sub({this}, {other}, alpha={factor})")
            : Gate.Direct(static (a, b) => Exports.Sub(a, b), static (a, s) => Exports.SubScalar(a, s), this, other);

    /// <summary>Subtracts element-wise: this - alpha * other, in place: PyTorch's <c>sub_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <param name="alpha">A factor for the other operand; null: 1.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Sub_(Torch.Tensor([10, 20]))   // tensor([ -9, -18])
    /// </code></example>
    [Alias("Subtract_")]
    public Tensor Sub_(Tensor other, Scalar? alpha = null) =>
        alpha is { } factor
            ? Script.InPlace(this, $"{this}.sub_({other}, alpha={factor})")
            : Gate.DirectInPlace(static (a, b) => Exports.Sub_(a, b), this, other);

    /// <summary>Subtracts element-wise: this - alpha * other, in place: PyTorch's <c>sub_</c>.</summary>
    /// <param name="other">The number.</param>
    /// <param name="alpha">A factor for the other operand; null: 1.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1, 2]).Sub_(10)   // tensor([-9, -8])
    /// </code></example>
    [Alias("Subtract_")]
    [ForFSharp]
    public Tensor Sub_(Scalar other, Scalar? alpha = null) =>
        alpha is { } factor
            ? Script.InPlace(this, $"{this}.sub_({other}, alpha={factor})")
            : Gate.DirectInPlace(static (a, b) => Exports.Sub_(a, b), static (a, s) => Exports.SubScalar_(a, s), this, other);

    /// <summary>The element-wise product: PyTorch's <c>mul</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 3.0]).Mul(Torch.Tensor([2.0, 3.0, 4.0]))   // tensor([ 2.,  6., 12.])
    /// </code></example>
    [TorchFunction, Alias("Multiply")]
    public Tensor Mul(Tensor other) => Gate.Direct(static (a, b) => Exports.Mul(a, b), this, other);

    /// <summary>The element-wise product: PyTorch's <c>mul</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 3.0]).Mul(2)   // tensor([2., 4., 6.])
    /// </code></example>
    [TorchFunction, Alias("Multiply")]
    [ForFSharp]
    public Tensor Mul(Scalar other) =>
        Gate.Direct(static (a, b) => Exports.Mul(a, b), static (a, s) => Exports.MulScalar(a, s), this, other);

    /// <summary>The element-wise product, in place: PyTorch's <c>mul_</c>.</summary>
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

    /// <summary>The element-wise product, in place: PyTorch's <c>mul_</c>.</summary>
    /// <param name="other">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 3.0]).Mul_(2)   // tensor([2., 4., 6.])
    /// </code></example>
    [Alias("Multiply_")]
    [ForFSharp]
    public Tensor Mul_(Scalar other)
    {
        // libtorch's mul_ of a number rounds it to float16 or bfloat16 before it multiplies; Python passes a tensor, which is not.
        if (other.Kind == ScalarKind.Real && (DType == DType.Bfloat16 || DType == DType.Float16))
        {
            using var number = Torch.Tensor((double)other, DType.Float32);
            return Gate.DirectInPlace(static (a, b) => Exports.Mul_(a, b), this, number);
        }

        return Gate.DirectInPlace(static (a, b) => Exports.Mul_(a, b), static (a, s) => Exports.MulScalar_(a, s), this, other);
    }

    /// <summary>Adds a product: this + value * tensor1 * tensor2: PyTorch's <c>addcmul</c>.</summary>
    /// <param name="tensor1">The first factor, or the dividend.</param>
    /// <param name="tensor2">The second factor, or the divisor.</param>
    /// <param name="value">A factor for what is added; null: 1.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensor1"/> or <paramref name="tensor2"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 1.0]).Addcmul(Torch.Tensor([2.0, 3.0]), Torch.Tensor([4.0, 5.0]), value: 0.5)   // tensor([5.0000, 8.5000])
    /// </code></example>
    [TorchFunction]
    public Tensor Addcmul(Tensor tensor1, Tensor tensor2, Scalar? value = null) =>
        Gate.Direct(static (a, b, c, s) => Exports.Addcmul(a, b, c, s), this, tensor1, tensor2, value ?? 1);

    /// <summary>Adds a product: this + value * tensor1 * tensor2, in place: PyTorch's <c>addcmul_</c>.</summary>
    /// <param name="tensor1">The first factor, or the dividend.</param>
    /// <param name="tensor2">The second factor, or the divisor.</param>
    /// <param name="value">A factor for what is added; null: 1.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensor1"/> or <paramref name="tensor2"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 1.0]).Addcmul_(Torch.Tensor([2.0, 3.0]), Torch.Tensor([4.0, 5.0]))   // tensor([ 9., 16.])
    /// </code></example>
    public Tensor Addcmul_(Tensor tensor1, Tensor tensor2, Scalar? value = null) =>
        Gate.DirectInPlace(static (a, b, c, s) => Exports.Addcmul_(a, b, c, s), this, tensor1, tensor2, value ?? 1);

    /// <summary>Adds a quotient: this + value * tensor1 / tensor2: PyTorch's <c>addcdiv</c>.</summary>
    /// <param name="tensor1">The first factor, or the dividend.</param>
    /// <param name="tensor2">The second factor, or the divisor.</param>
    /// <param name="value">A factor for what is added; null: 1.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensor1"/> or <paramref name="tensor2"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 1.0]).Addcdiv(Torch.Tensor([2.0, 3.0]), Torch.Tensor([4.0, 5.0]), value: 0.5)   // tensor([1.2500, 1.3000])
    /// </code></example>
    [TorchFunction]
    public Tensor Addcdiv(Tensor tensor1, Tensor tensor2, Scalar? value = null) =>
        Gate.Direct(static (a, b, c, s) => Exports.Addcdiv(a, b, c, s), this, tensor1, tensor2, value ?? 1);

    /// <summary>Adds a quotient: this + value * tensor1 / tensor2, in place: PyTorch's <c>addcdiv_</c>.</summary>
    /// <param name="tensor1">The first factor, or the dividend.</param>
    /// <param name="tensor2">The second factor, or the divisor.</param>
    /// <param name="value">A factor for what is added; null: 1.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tensor1"/> or <paramref name="tensor2"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 1.0]).Addcdiv_(Torch.Tensor([2.0, 3.0]), Torch.Tensor([4.0, 5.0]))   // tensor([1.5000, 1.6000])
    /// </code></example>
    public Tensor Addcdiv_(Tensor tensor1, Tensor tensor2, Scalar? value = null) =>
        Gate.DirectInPlace(static (a, b, c, s) => Exports.Addcdiv_(a, b, c, s), this, tensor1, tensor2, value ?? 1);

    /// <summary>Linear interpolation towards another tensor: this + weight * (end - this): PyTorch's <c>lerp</c>.</summary>
    /// <param name="end">The end point, reached with a weight of 1.</param>
    /// <param name="weight">The weight.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="end"/> or <paramref name="weight"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 10.0]).Lerp(Torch.Tensor([10.0, 20.0]), Torch.Tensor([0.5, 0.1]))   // tensor([ 5., 11.])
    /// </code></example>
    [TorchFunction]
    public Tensor Lerp(Tensor end, Tensor weight) => Gate.Direct(static (a, b, w) => Exports.Lerp(a, b, w), this, end, weight);

    /// <summary>Linear interpolation towards another tensor: this + weight * (end - this): PyTorch's <c>lerp</c>.</summary>
    /// <param name="end">The end point, reached with a weight of 1.</param>
    /// <param name="weight">The weight.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="end"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 10.0]).Lerp(Torch.Tensor([10.0, 20.0]), 0.5)   // tensor([ 5., 15.])
    /// </code></example>
    [TorchFunction]
    public Tensor Lerp(Tensor end, Scalar weight) => Script.Run($"torch.lerp({this}, {end}, {weight})");

    /// <summary>Linear interpolation towards another tensor, in place: PyTorch's <c>lerp_</c>.</summary>
    /// <param name="end">The end point, reached with a weight of 1.</param>
    /// <param name="weight">The weight.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="end"/> or <paramref name="weight"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 10.0]).Lerp_(Torch.Tensor([10.0, 20.0]), Torch.Tensor([0.5, 0.1]))   // tensor([ 5., 11.])
    /// </code></example>
    public Tensor Lerp_(Tensor end, Tensor weight) => Gate.DirectInPlace(static (a, b, w) => Exports.Lerp_(a, b, w), this, end, weight);

    /// <summary>Linear interpolation towards another tensor, in place: PyTorch's <c>lerp_</c>.</summary>
    /// <param name="end">The end point, reached with a weight of 1.</param>
    /// <param name="weight">The weight.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="end"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 10.0]).Lerp_(Torch.Tensor([10.0, 20.0]), 0.5)   // tensor([ 5., 15.])
    /// </code></example>
    public Tensor Lerp_(Tensor end, Scalar weight) => Script.InPlace(this, $"{this}.lerp_({end}, {weight})");

    /// <summary>The negative of each element: PyTorch's <c>neg</c>.</summary>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.5, -2.0]).Neg()   // tensor([-1.5000,  2.0000])
    /// </code></example>
    [TorchFunction, Alias("Negative")]
    public Tensor Neg() => Gate.Direct(static t => Exports.Neg(t), this);

    /// <summary>The negative of each element, in place: PyTorch's <c>neg_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([1.5, -2.0]).Neg_()   // tensor([-1.5000,  2.0000])
    /// </code></example>
    [TorchFunction]
    [Alias("Negative_")]
    public Tensor Neg_() => Gate.DirectInPlace(static t => Exports.Neg_(t), this);

    /// <summary>The tensor itself: PyTorch's <c>positive</c>.</summary>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, -2.0]).Positive()   // tensor([ 1., -2.])
    /// </code></example>
    [TorchFunction]
    public Tensor Positive() =>
        DType == DType.Bool ? throw new TorchException("The `+` operator, on a bool tensor is not supported.") : Alias();

    /// <summary>The absolute value of each element: PyTorch's <c>abs</c>.</summary>
    /// <returns>A new tensor of the same shape and dtype; complex numbers become real.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 2.0]).Abs()   // tensor([1.5000, 2.0000])
    /// </code></example>
    [TorchFunction, Alias("Absolute")]
    public Tensor Abs() => Gate.Direct(static t => Exports.Abs(t), this);

    /// <summary>The absolute value of each element, in place: PyTorch's <c>abs_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 2.0]).Abs_()   // tensor([1.5000, 2.0000])
    /// </code></example>
    [TorchFunction]
    public Tensor Abs_() => Gate.DirectInPlace(static t => Exports.Abs_(t), this);

    /// <summary>Another name of <see cref="Abs_"/>, which PyTorch has for tensors only: its <c>absolute_</c>.</summary>
    /// <inheritdoc cref="Abs_"/>
    public Tensor Absolute_() => Abs_();

    /// <summary>other - this, as Python's <c>other - x</c>: PyTorch's <c>rsub</c>.</summary>
    internal Tensor Rsub(Scalar other) =>
        IsRecorded ? Script.Run($"torch.rsub({this}, {other})") : Beside(other, static (number, tensor) => number.Sub(tensor));

    private static nint One => ScalarLease.One;

    // What libtorch's operation for a number on the left gives, sooner; recorded it would be as another one.
    private Tensor Beside(Scalar number, Func<Tensor, Tensor, Tensor> operation)
    {
        using var operand = WrappedNumber(number);
        return operation(operand, this);
    }
}
