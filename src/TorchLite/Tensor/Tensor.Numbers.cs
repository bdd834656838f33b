namespace TorchLite;

/// <content>Common divisors, the parts of floating-point numbers, and what shrinks and thresholds.</content>
public sealed partial class Tensor
{
    /// <summary>The greatest common divisor of each pair of elements: PyTorch's <c>gcd</c>.</summary>
    /// <param name="other">The other numbers; their shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
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
    public Tensor Gcd_(Tensor other) => Gate.DirectInPlace(static (a, b) => Exports.Gcd_(a, b), this, other);

    /// <summary>The least common multiple of each pair of elements: PyTorch's <c>lcm</c>.</summary>
    /// <param name="other">The other numbers; their shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([4, 6, 0]).Lcm(Torch.Tensor([6, 9, 5]))   // tensor([12, 18,  0])
    /// </code></example>
    [TorchFunction]
    public Tensor Lcm(Tensor other) =>
        IntegerDivision.Lcm(this, Given(other), static (x, other) => Script.Run($"torch.lcm({x}, {other})"));

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
    public Tensor Lcm_(Tensor other) => IntegerDivision.Lcm_(
        this, Given(other), static (x, other) => Script.InPlace(x, $"{x}.lcm_({other})"), static (x, other) => x.Lcm(other));

    /// <summary>The next number that the dtype can hold, towards another number: PyTorch's <c>nextafter</c>.</summary>
    /// <param name="other">The numbers to go towards; their shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 0.0]).Nextafter(Torch.Tensor([2.0, -1.0]))   // tensor([ 1.0000e+00, -1.4013e-45])
    /// </code></example>
    [TorchFunction]
    public Tensor Nextafter(Tensor other) => Gate.Direct(static (a, b) => Exports.Nextafter(a, b), this, other);

    /// <summary>The next number that the dtype can hold, towards another number, in place: PyTorch's <c>nextafter_</c>.</summary>
    /// <param name="other">The numbers to go towards; their shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shape does not broadcast to this one, the results do not fit the dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 0.0]).Nextafter_(Torch.Tensor([2.0, -1.0]))   // tensor([ 1.0000e+00, -1.4013e-45])
    /// </code></example>
    public Tensor Nextafter_(Tensor other) => Gate.DirectInPlace(static (a, b) => Exports.Nextafter_(a, b), this, other);

    /// <summary>Each element times 2 to the power of another: PyTorch's <c>ldexp</c>.</summary>
    /// <param name="other">The exponents; their shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 3.0]).Ldexp(Torch.Tensor([2, -1]))   // tensor([4.0000, 1.5000])
    /// </code></example>
    [TorchFunction]
    public Tensor Ldexp(Tensor other) => Script.Run($"torch.ldexp({this}, {Given(other)})");

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
    public Tensor Ldexp_(Tensor other) => Script.InPlace(this, $"{this}.ldexp_({Given(other)})");

    /// <summary>
    /// The logarithm to base 2 of the sum of 2 to the power of each of two elements, without overflow: PyTorch's <c>logaddexp2</c>.
    /// </summary>
    /// <param name="other">The other logarithms; their shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 1000.0]).Logaddexp2(Torch.Tensor([1.0, 999.0]))   // tensor([   2.0000, 1000.5850])
    /// </code></example>
    [TorchFunction]
    public Tensor Logaddexp2(Tensor other) => Gate.Direct(static (a, b) => Exports.Logaddexp2(a, b), this, other);

    /// <summary>Each element as a mantissa in 0.5 to 1 and a power of 2: PyTorch's <c>frexp</c>.</summary>
    /// <returns>The mantissas in the dtype, and the exponents in int32.</returns>
    /// <exception cref="TorchException">The dtype is not floating-point.</exception>
    /// <example><code>
    /// Torch.Tensor([8.0, -0.375]).Frexp().Mantissa   // tensor([ 0.5000, -0.7500])
    /// Torch.Tensor([8.0, -0.375]).Frexp().Exponent   // tensor([ 4, -1], dtype=torch.int32)
    /// </code></example>
    [TorchFunction]
    public (Tensor Mantissa, Tensor Exponent) Frexp() => Script.Pair($"torch.frexp({this})");

    /// <summary>The elements beyond a threshold on either side of 0, and 0 for the others: PyTorch's <c>hardshrink</c>.</summary>
    /// <param name="lambd">The threshold; 0.5 if null.</param>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.0, -0.3, 0.7]).Hardshrink()   // tensor([-1.0000,  0.0000,  0.7000])
    /// Torch.Tensor([-1.0, -0.3, 0.7]).Hardshrink(0.8)   // tensor([-1.,  0.,  0.])
    /// </code></example>
    [TorchFunction]
    public Tensor Hardshrink(Scalar? lambd = null) => Script.Run($"torch.hardshrink({this}, {lambd ?? 0.5})");

    /// <summary>The slices along a dimension, those scaled down whose p-norm is greater than a limit: PyTorch's <c>renorm</c>.</summary>
    /// <param name="p">The order of the norm, greater than 0.</param>
    /// <param name="dim">The dimension whose slices are meant; negative counts from the end.</param>
    /// <param name="maxnorm">The limit.</param>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">
    /// The order is not greater than 0, the limit is negative, the tensor has fewer than two dimensions, or the dtype is not
    /// floating-point.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([[3.0, 4.0], [0.3, 0.4]]).Renorm(2, 0, 1)
    /// // tensor([[0.6000, 0.8000],
    /// //         [0.3000, 0.4000]])
    /// </code></example>
    [TorchFunction]
    public Tensor Renorm(Scalar p, long dim, Scalar maxnorm) => Script.Run($"torch.renorm({this}, {p}, {dim}, {maxnorm})");

    /// <summary>
    /// Scales the slices along a dimension down whose p-norm is greater than a limit, in place: PyTorch's <c>renorm_</c>.
    /// </summary>
    /// <param name="p">The order of the norm, greater than 0.</param>
    /// <param name="dim">The dimension whose slices are meant; negative counts from the end.</param>
    /// <param name="maxnorm">The limit.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    /// <exception cref="TorchException">
    /// The order is not greater than 0, the limit is negative, the tensor has fewer than two dimensions, the dtype is not floating-point,
    /// or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([[3.0, 4.0], [0.3, 0.4]]).Renorm_(2, 0, 1)
    /// // tensor([[0.6000, 0.8000],
    /// //         [0.3000, 0.4000]])
    /// </code></example>
    public Tensor Renorm_(Scalar p, long dim, Scalar maxnorm) => Script.InPlace(this, $"{this}.renorm_({p}, {dim}, {maxnorm})");

    /// <summary>The p-norm of the difference of two tensors: PyTorch's <c>dist</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <param name="p">The order of the norm; 2 if null.</param>
    /// <returns>A new 0-dim tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not broadcast, or the dtype is not floating-point.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0]).Dist(Torch.Tensor([4.0, 6.0]))   // tensor(5.)
    /// Torch.Tensor([1.0, 2.0]).Dist(Torch.Tensor([4.0, 6.0]), 1)   // tensor(7.)
    /// </code></example>
    [TorchFunction]
    public Tensor Dist(Tensor other, Scalar? p = null) => Script.Run($"torch.dist({this}, {Given(other)}, {p ?? 2})");
}
