namespace TorchLite;

/// <content>Angles and their functions.</content>
public partial class Tensor
{
    /// <summary>The sine of each element, in radians: PyTorch's <c>sin</c>.</summary>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Sin()   // tensor([0.0000, 0.4794, 0.8415])
    /// </code></example>
    [TorchFunction]
    public Tensor Sin() => Gate.Direct(static t => Exports.Sin(t), this);

    /// <summary>The sine of each element, in radians, in place: PyTorch's <c>sin_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Sin_()   // tensor([0.0000, 0.4794, 0.8415])
    /// </code></example>
    [TorchFunction]
    public Tensor Sin_() => Gate.DirectInPlace(static t => Exports.Sin_(t), this);

    /// <summary>The cosine of each element, in radians: PyTorch's <c>cos</c>.</summary>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Cos()   // tensor([1.0000, 0.8776, 0.5403])
    /// </code></example>
    [TorchFunction]
    public Tensor Cos() => Gate.Direct(static t => Exports.Cos(t), this);

    /// <summary>The cosine of each element, in radians, in place: PyTorch's <c>cos_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Cos_()   // tensor([1.0000, 0.8776, 0.5403])
    /// </code></example>
    [TorchFunction]
    public Tensor Cos_() => Gate.DirectInPlace(static t => Exports.Cos_(t), this);

    /// <summary>The tangent of each element, in radians: PyTorch's <c>tan</c>.</summary>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Tan()   // tensor([0.0000, 0.5463, 1.5574])
    /// </code></example>
    [TorchFunction]
    public Tensor Tan() => Gate.Direct(static t => Exports.Tan(t), this);

    /// <summary>The tangent of each element, in radians, in place: PyTorch's <c>tan_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Tan_()   // tensor([0.0000, 0.5463, 1.5574])
    /// </code></example>
    [TorchFunction]
    public Tensor Tan_() => Gate.DirectInPlace(static t => Exports.Tan_(t), this);

    /// <summary>The arcsine of each element, in radians: PyTorch's <c>asin</c>.</summary>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Asin()   // tensor([0.0000, 0.5236, 1.5708])
    /// </code></example>
    [TorchFunction, Alias("Arcsin")]
    public Tensor Asin() => Gate.Direct(static t => Exports.Asin(t), this);

    /// <summary>The arcsine of each element, in radians, in place: PyTorch's <c>asin_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Asin_()   // tensor([0.0000, 0.5236, 1.5708])
    /// </code></example>
    [TorchFunction]
    [Alias("Arcsin_")]
    public Tensor Asin_() => Gate.DirectInPlace(static t => Exports.Asin_(t), this);

    /// <summary>The arccosine of each element, in radians: PyTorch's <c>acos</c>.</summary>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Acos()   // tensor([1.5708, 1.0472, 0.0000])
    /// </code></example>
    [TorchFunction, Alias("Arccos")]
    public Tensor Acos() => Gate.Direct(static t => Exports.Acos(t), this);

    /// <summary>The arccosine of each element, in radians, in place: PyTorch's <c>acos_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Acos_()   // tensor([1.5708, 1.0472, 0.0000])
    /// </code></example>
    [TorchFunction]
    [Alias("Arccos_")]
    public Tensor Acos_() => Gate.DirectInPlace(static t => Exports.Acos_(t), this);

    /// <summary>The arctangent of each element, in radians: PyTorch's <c>atan</c>.</summary>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Atan()   // tensor([0.0000, 0.4636, 0.7854])
    /// </code></example>
    [TorchFunction, Alias("Arctan")]
    public Tensor Atan() => Gate.Direct(static t => Exports.Atan(t), this);

    /// <summary>The arctangent of each element, in radians, in place: PyTorch's <c>atan_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Atan_()   // tensor([0.0000, 0.4636, 0.7854])
    /// </code></example>
    [TorchFunction]
    [Alias("Arctan_")]
    public Tensor Atan_() => Gate.DirectInPlace(static t => Exports.Atan_(t), this);

    /// <summary>The angle of the point (other, this) in radians, in all four quadrants: PyTorch's <c>atan2</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, -1.0]).Atan2(Torch.Tensor([1.0, -1.0]))   // tensor([ 0.7854, -2.3562])
    /// </code></example>
    [TorchFunction, Alias("Arctan2")]
    public Tensor Atan2(Tensor other) => Gate.Direct(static (a, b) => Exports.Atan2(a, b), this, other);

    /// <summary>The angle of the point (other, this) in radians, in all four quadrants, in place: PyTorch's <c>atan2_</c>.</summary>
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

    /// <summary>The hypotenuse of right triangles with two given legs, element-wise: PyTorch's <c>hypot</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch does not support the operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([3.0, 5.0]).Hypot(Torch.Tensor([4.0, 12.0]))   // tensor([ 5., 13.])
    /// </code></example>
    [TorchFunction]
    public Tensor Hypot(Tensor other) => Gate.Direct(static (a, b) => Exports.Hypot(a, b), this, other);

    /// <summary>The hypotenuse of right triangles with two given legs, element-wise, in place: PyTorch's <c>hypot_</c>.</summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([3.0, 5.0]).Hypot_(Torch.Tensor([4.0, 12.0]))   // tensor([ 5., 13.])
    /// </code></example>
    public Tensor Hypot_(Tensor other) => Script.InPlace(this, $"{this}.hypot_({other})");

    /// <summary>Converts degrees to radians: PyTorch's <c>deg2rad</c>.</summary>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 180.0]).Deg2rad()   // tensor([0.0000, 3.1416])
    /// </code></example>
    [TorchFunction]
    public Tensor Deg2rad() => Gate.Direct(static t => Exports.Deg2rad(t), this);

    /// <summary>Converts degrees to radians, in place: PyTorch's <c>deg2rad_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The tensor is a leaf that requires gradients, or libtorch does not support the operation for this dtype.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 180.0]).Deg2rad_()   // tensor([0.0000, 3.1416])
    /// </code></example>
    [TorchFunction]
    public Tensor Deg2rad_() => Gate.DirectInPlace(static t => Exports.Deg2rad_(t), this);

    /// <summary>Converts radians to degrees: PyTorch's <c>rad2deg</c>.</summary>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 1.0]).Rad2deg()   // tensor([ 0.0000, 57.2958])
    /// </code></example>
    [TorchFunction]
    public Tensor Rad2deg() => Gate.Direct(static t => Exports.Rad2deg(t), this);

    /// <summary>Converts radians to degrees, in place: PyTorch's <c>rad2deg_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The tensor is a leaf that requires gradients, or libtorch does not support the operation for this dtype.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 1.0]).Rad2deg_()   // tensor([ 0.0000, 57.2958])
    /// </code></example>
    [TorchFunction]
    public Tensor Rad2deg_() => Gate.DirectInPlace(static t => Exports.Rad2deg_(t), this);
}
