namespace TorchLite;

/// <content>Exponentials and logarithms.</content>
public partial class Tensor
{
    /// <summary>e to the power of each element: PyTorch's <c>exp</c>.</summary>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 1.0, 2.0]).Exp()   // tensor([1.0000, 2.7183, 7.3891])
    /// </code></example>
    [TorchFunction]
    public Tensor Exp() => Gate.Direct(static t => Exports.Exp(t), this);

    /// <summary>e to the power of each element, in place: PyTorch's <c>exp_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 1.0, 2.0]).Exp_()   // tensor([1.0000, 2.7183, 7.3891])
    /// </code></example>
    [TorchFunction]
    public Tensor Exp_() => Gate.DirectInPlace(static t => Exports.Exp_(t), this);

    /// <summary>2 to the power of each element: PyTorch's <c>exp2</c>.</summary>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 1.0, 2.0]).Exp2()   // tensor([1., 2., 4.])
    /// </code></example>
    [TorchFunction]
    public Tensor Exp2() => Gate.Direct(static t => Exports.Exp2(t), this);

    /// <summary>2 to the power of each element, in place: PyTorch's <c>exp2_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 1.0, 2.0]).Exp2_()   // tensor([1., 2., 4.])
    /// </code></example>
    [TorchFunction]
    public Tensor Exp2_() => Gate.DirectInPlace(static t => Exports.Exp2_(t), this);

    /// <summary>e to the power of each element, minus 1; accurate near 0: PyTorch's <c>expm1</c>.</summary>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 1.0, 2.0]).Expm1()   // tensor([0.0000, 1.7183, 6.3891])
    /// </code></example>
    [TorchFunction]
    public Tensor Expm1() => Gate.Direct(static t => Exports.Expm1(t), this);

    /// <summary>e to the power of each element, minus 1; accurate near 0, in place: PyTorch's <c>expm1_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 1.0, 2.0]).Expm1_()   // tensor([0.0000, 1.7183, 6.3891])
    /// </code></example>
    [TorchFunction]
    public Tensor Expm1_() => Gate.DirectInPlace(static t => Exports.Expm1_(t), this);

    /// <summary>The natural logarithm of each element: PyTorch's <c>log</c>.</summary>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 4.0]).Log()   // tensor([0.0000, 0.6931, 1.3863])
    /// </code></example>
    [TorchFunction]
    public Tensor Log() => Gate.Direct(static t => Exports.Log(t), this);

    /// <summary>The natural logarithm of each element, in place: PyTorch's <c>log_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 4.0]).Log_()   // tensor([0.0000, 0.6931, 1.3863])
    /// </code></example>
    [TorchFunction]
    public Tensor Log_() => Gate.DirectInPlace(static t => Exports.Log_(t), this);

    /// <summary>The logarithm to base 2 of each element: PyTorch's <c>log2</c>.</summary>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 8.0]).Log2()   // tensor([0., 1., 3.])
    /// </code></example>
    [TorchFunction]
    public Tensor Log2() => Gate.Direct(static t => Exports.Log2(t), this);

    /// <summary>The logarithm to base 2 of each element, in place: PyTorch's <c>log2_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0, 8.0]).Log2_()   // tensor([0., 1., 3.])
    /// </code></example>
    [TorchFunction]
    public Tensor Log2_() => Gate.DirectInPlace(static t => Exports.Log2_(t), this);

    /// <summary>The logarithm to base 10 of each element: PyTorch's <c>log10</c>.</summary>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 10.0, 1000.0]).Log10()   // tensor([0., 1., 3.])
    /// </code></example>
    [TorchFunction]
    public Tensor Log10() => Gate.Direct(static t => Exports.Log10(t), this);

    /// <summary>The logarithm to base 10 of each element, in place: PyTorch's <c>log10_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 10.0, 1000.0]).Log10_()   // tensor([0., 1., 3.])
    /// </code></example>
    [TorchFunction]
    public Tensor Log10_() => Gate.DirectInPlace(static t => Exports.Log10_(t), this);

    /// <summary>The natural logarithm of 1 plus each element; accurate near 0: PyTorch's <c>log1p</c>.</summary>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 1.0, 3.0]).Log1p()   // tensor([0.0000, 0.6931, 1.3863])
    /// </code></example>
    [TorchFunction]
    public Tensor Log1p() => Gate.Direct(static t => Exports.Log1p(t), this);

    /// <summary>The natural logarithm of 1 plus each element; accurate near 0, in place: PyTorch's <c>log1p_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 1.0, 3.0]).Log1p_()   // tensor([0.0000, 0.6931, 1.3863])
    /// </code></example>
    [TorchFunction]
    public Tensor Log1p_() => Gate.DirectInPlace(static t => Exports.Log1p_(t), this);

    /// <summary>log(exp(this) + exp(other)) without overflow, element-wise: PyTorch's <c>logaddexp</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([-1.0, 0.0]).Logaddexp(Torch.Tensor([-1.0, 1.0]))   // tensor([-0.3069,  1.3133])
    /// </code></example>
    [TorchFunction]
    public Tensor Logaddexp(Tensor other) => Gate.Direct(static (a, b) => Exports.Logaddexp(a, b), this, other);

    /// <summary>
    /// The logarithm to base 2 of the sum of 2 to the power of each of two elements, without overflow: PyTorch's <c>logaddexp2</c>.
    /// </summary>
    /// <param name="other">The other logarithms; their shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 1000.0]).Logaddexp2(Torch.Tensor([1.0, 999.0]))   // tensor([   2.0000, 1000.5850])
    /// </code></example>
    [TorchFunction]
    public Tensor Logaddexp2(Tensor other) => Gate.Direct(static (a, b) => Exports.Logaddexp2(a, b), this, other);

    /// <summary>this * log(other), and 0 where this is 0, element-wise: PyTorch's <c>xlogy</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 2.0]).Xlogy(Torch.Tensor([0.0, 1.0]))   // tensor([0., 0.])
    /// </code></example>
    [TorchFunction]
    public Tensor Xlogy(Tensor other) => Gate.Direct(static (a, b) => Exports.Xlogy(a, b), this, other);

    /// <summary>this * log(other), and 0 where this is 0, element-wise, in place: PyTorch's <c>xlogy_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 2.0]).Xlogy_(Torch.Tensor([0.0, 1.0]))   // tensor([0., 0.])
    /// </code></example>
    [TorchFunction]
    public Tensor Xlogy_(Tensor other) => Gate.DirectInPlace(static (a, b) => Exports.Xlogy_(a, b), this, other);

    /// <summary>Each element times 2 to the power of another: PyTorch's <c>ldexp</c>.</summary>
    /// <param name="other">The exponents; their shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 3.0]).Ldexp(Torch.Tensor([2, -1]))   // tensor([4.0000, 1.5000])
    /// </code></example>
    [TorchFunction]
    public Tensor Ldexp(Tensor other) => Script.Run($"torch.ldexp({this}, {other})");

    /// <summary>Each element times 2 to the power of another, in place: PyTorch's <c>ldexp_</c>.</summary>
    /// <param name="other">The exponents; their shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shape does not broadcast to this one, the results do not fit the dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 3.0]).Ldexp_(Torch.Tensor([2, -1]))   // tensor([4.0000, 1.5000])
    /// </code></example>
    [TorchFunction]
    public Tensor Ldexp_(Tensor other) => Script.InPlace(this, $"{this}.ldexp_({other})");

    /// <summary>Splits each element into a mantissa in [0.5, 1) and a power of 2: PyTorch's <c>frexp</c>.</summary>
    /// <returns>The mantissas in the dtype, and the exponents in int32.</returns>
    /// <exception cref="TorchException">The dtype is not floating-point.</exception>
    /// <example><code>
    /// Torch.Tensor([8.0, -0.375]).Frexp().Mantissa   // tensor([ 0.5000, -0.7500])
    /// Torch.Tensor([8.0, -0.375]).Frexp().Exponent   // tensor([ 4, -1], dtype=torch.int32)
    /// </code></example>
    [TorchFunction]
    public (Tensor Mantissa, Tensor Exponent) Frexp() => Script.Pair($"torch.frexp({this})");
}
