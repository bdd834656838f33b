using System.ComponentModel;

namespace TorchLite;

/// <content>Powers and roots.</content>
public partial class Tensor
{
    /// <summary>Each element to the power of the exponent: PyTorch's <c>pow</c>.</summary>
    /// <param name="exponent">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="exponent"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 3.0]).Pow(Torch.Tensor([2.0, 3.0, 0.5]))   // tensor([1.0000, 8.0000, 1.7321])
    /// </code></example>
    [TorchFunction]
    public Tensor Pow(Tensor exponent) => Gate.Direct(static (a, b) => Exports.Pow(a, b), this, exponent);

    /// <summary>Each element to the power of the exponent: PyTorch's <c>pow</c>.</summary>
    /// <param name="exponent">The number.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 3.0]).Pow(2)   // tensor([1., 4., 9.])
    /// </code></example>
    [TorchFunction]
    [ForFSharp]
    public Tensor Pow(Scalar exponent) => Gate.Direct(static (a, s) => Exports.PowScalar(a, s), this, exponent);

    /// <summary>Each element to the power of the exponent: what F# calls for <c>x ** 2.0</c>.</summary>
    /// <param name="value">The tensor.</param>
    /// <param name="exponent">The number.</param>
    /// <returns>A new tensor.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor Pow(Tensor value, double exponent) => NotNull(value).Pow(exponent);

    /// <inheritdoc cref="Pow(Tensor, double)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor Pow(Tensor value, int exponent) => NotNull(value).Pow(exponent);

    /// <inheritdoc cref="Pow(Tensor, double)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Tensor Pow(Tensor value, Tensor exponent) => NotNull(value).Pow(exponent);

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

    /// <summary>Each element to a power, computed in float64: PyTorch's <c>float_power</c>.</summary>
    /// <param name="exponent">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="exponent"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([2.0, 3.0]).FloatPower(Torch.Tensor([2.0, 0.5]))
    /// // tensor([4.0000, 1.7321], dtype=torch.float64)
    /// </code></example>
    [TorchFunction]
    public Tensor FloatPower(Tensor exponent) => Gate.Direct(static (a, b) => Exports.FloatPower(a, b), this, exponent);

    /// <summary>Each element to a power, computed in float64: PyTorch's <c>float_power</c>.</summary>
    /// <param name="exponent">The number.</param>
    /// <returns>A new tensor of the same shape and the promoted dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([2.0, 3.0]).FloatPower(2)   // tensor([4., 9.], dtype=torch.float64)
    /// </code></example>
    [TorchFunction]
    public Tensor FloatPower(Scalar exponent)
    {
        using var number = WrappedNumber(exponent);
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
        using var number = WrappedNumber(exponent);
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

    /// <summary>The square of each element: PyTorch's <c>square</c>.</summary>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 2.0]).Square()   // tensor([2.2500, 4.0000])
    /// </code></example>
    [TorchFunction]
    public Tensor Square() => Pow(2);

    /// <summary>The square of each element, in place: PyTorch's <c>square_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.5, 2.0]).Square_()   // tensor([2.2500, 4.0000])
    /// </code></example>
    [TorchFunction]
    public Tensor Square_() => Gate.DirectInPlace(static (t, two) => Exports.PowScalar_(t, two), this, (Scalar)2);

    /// <summary>The square root of each element: PyTorch's <c>sqrt</c>.</summary>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 4.0]).Sqrt()   // tensor([1.0000, 1.4142, 2.0000])
    /// </code></example>
    [TorchFunction]
    public Tensor Sqrt() => Gate.Direct(static t => Exports.Sqrt(t), this);

    /// <summary>The square root of each element, in place: PyTorch's <c>sqrt_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 4.0]).Sqrt_()   // tensor([1.0000, 1.4142, 2.0000])
    /// </code></example>
    [TorchFunction]
    public Tensor Sqrt_() => Gate.DirectInPlace(static t => Exports.Sqrt_(t), this);

    /// <summary>1 divided by the square root of each element: PyTorch's <c>rsqrt</c>.</summary>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 4.0]).Rsqrt()   // tensor([1.0000, 0.7071, 0.5000])
    /// </code></example>
    [TorchFunction]
    public Tensor Rsqrt() => Gate.Direct(static t => Exports.Rsqrt(t), this);

    /// <summary>1 divided by the square root of each element, in place: PyTorch's <c>rsqrt_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 4.0]).Rsqrt_()   // tensor([1.0000, 0.7071, 0.5000])
    /// </code></example>
    [TorchFunction]
    public Tensor Rsqrt_() => Gate.DirectInPlace(static t => Exports.Rsqrt_(t), this);

    /// <summary>other ** this, as Python's <c>other ** x</c>.</summary>
    internal Tensor Rpow(Scalar other) =>
        IsRecorded ? Script.Run($"torch.pow({other}, {this})") : Beside(other, static (number, tensor) => number.Pow(tensor));
}
