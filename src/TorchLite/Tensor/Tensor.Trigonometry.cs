namespace TorchLite;

/// <content>Angles and hyperbolas.</content>
public sealed partial class Tensor
{
    /// <summary>The sine of each element, in radians: PyTorch's <c>sin</c>.</summary>
    /// <returns>A new tensor of the same shape; whole numbers give the default dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
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
    public Tensor Sin_() => Gate.DirectInPlace(static t => Exports.Sin_(t), this);

    /// <summary>The cosine of each element, in radians: PyTorch's <c>cos</c>.</summary>
    /// <returns>A new tensor of the same shape; whole numbers give the default dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
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
    public Tensor Cos_() => Gate.DirectInPlace(static t => Exports.Cos_(t), this);

    /// <summary>The tangent of each element, in radians: PyTorch's <c>tan</c>.</summary>
    /// <returns>A new tensor of the same shape; whole numbers give the default dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
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
    public Tensor Tan_() => Gate.DirectInPlace(static t => Exports.Tan_(t), this);

    /// <summary>The angle in radians whose sine each element is: PyTorch's <c>asin</c>.</summary>
    /// <returns>A new tensor of the same shape; whole numbers give the default dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Asin()   // tensor([0.0000, 0.5236, 1.5708])
    /// </code></example>
    [TorchFunction, Alias("Arcsin")]
    public Tensor Asin() => Gate.Direct(static t => Exports.Asin(t), this);

    /// <summary>The angle in radians whose sine each element is, in place: PyTorch's <c>asin_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Asin_()   // tensor([0.0000, 0.5236, 1.5708])
    /// </code></example>
    [Alias("Arcsin_")]
    public Tensor Asin_() => Gate.DirectInPlace(static t => Exports.Asin_(t), this);

    /// <summary>The angle in radians whose cosine each element is: PyTorch's <c>acos</c>.</summary>
    /// <returns>A new tensor of the same shape; whole numbers give the default dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Acos()   // tensor([1.5708, 1.0472, 0.0000])
    /// </code></example>
    [TorchFunction, Alias("Arccos")]
    public Tensor Acos() => Gate.Direct(static t => Exports.Acos(t), this);

    /// <summary>The angle in radians whose cosine each element is, in place: PyTorch's <c>acos_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Acos_()   // tensor([1.5708, 1.0472, 0.0000])
    /// </code></example>
    [Alias("Arccos_")]
    public Tensor Acos_() => Gate.DirectInPlace(static t => Exports.Acos_(t), this);

    /// <summary>The angle in radians whose tangent each element is: PyTorch's <c>atan</c>.</summary>
    /// <returns>A new tensor of the same shape; whole numbers give the default dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Atan()   // tensor([0.0000, 0.4636, 0.7854])
    /// </code></example>
    [TorchFunction, Alias("Arctan")]
    public Tensor Atan() => Gate.Direct(static t => Exports.Atan(t), this);

    /// <summary>The angle in radians whose tangent each element is, in place: PyTorch's <c>atan_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Atan_()   // tensor([0.0000, 0.4636, 0.7854])
    /// </code></example>
    [Alias("Arctan_")]
    public Tensor Atan_() => Gate.DirectInPlace(static t => Exports.Atan_(t), this);

    /// <summary>The hyperbolic sine of each element: PyTorch's <c>sinh</c>.</summary>
    /// <returns>A new tensor of the same shape; whole numbers give the default dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Sinh()   // tensor([0.0000, 0.5211, 1.1752])
    /// </code></example>
    [TorchFunction]
    public Tensor Sinh() => Gate.Direct(static t => Exports.Sinh(t), this);

    /// <summary>The hyperbolic sine of each element, in place: PyTorch's <c>sinh_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Sinh_()   // tensor([0.0000, 0.5211, 1.1752])
    /// </code></example>
    public Tensor Sinh_() => Gate.DirectInPlace(static t => Exports.Sinh_(t), this);

    /// <summary>The hyperbolic cosine of each element: PyTorch's <c>cosh</c>.</summary>
    /// <returns>A new tensor of the same shape; whole numbers give the default dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Cosh()   // tensor([1.0000, 1.1276, 1.5431])
    /// </code></example>
    [TorchFunction]
    public Tensor Cosh() => Gate.Direct(static t => Exports.Cosh(t), this);

    /// <summary>The hyperbolic cosine of each element, in place: PyTorch's <c>cosh_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Cosh_()   // tensor([1.0000, 1.1276, 1.5431])
    /// </code></example>
    public Tensor Cosh_() => Gate.DirectInPlace(static t => Exports.Cosh_(t), this);

    /// <summary>The hyperbolic tangent of each element: PyTorch's <c>tanh</c>.</summary>
    /// <returns>A new tensor of the same shape; whole numbers give the default dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Tanh()   // tensor([0.0000, 0.4621, 0.7616])
    /// </code></example>
    [TorchFunction]
    public Tensor Tanh() => Gate.Direct(static t => Exports.Tanh(t), this);

    /// <summary>The hyperbolic tangent of each element, in place: PyTorch's <c>tanh_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Tanh_()   // tensor([0.0000, 0.4621, 0.7616])
    /// </code></example>
    public Tensor Tanh_() => Gate.DirectInPlace(static t => Exports.Tanh_(t), this);

    /// <summary>The number whose hyperbolic sine each element is: PyTorch's <c>asinh</c>.</summary>
    /// <returns>A new tensor of the same shape; whole numbers give the default dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Asinh()   // tensor([0.0000, 0.4812, 0.8814])
    /// </code></example>
    [TorchFunction, Alias("Arcsinh")]
    public Tensor Asinh() => Gate.Direct(static t => Exports.Asinh(t), this);

    /// <summary>The number whose hyperbolic sine each element is, in place: PyTorch's <c>asinh_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Asinh_()   // tensor([0.0000, 0.4812, 0.8814])
    /// </code></example>
    [Alias("Arcsinh_")]
    public Tensor Asinh_() => Gate.DirectInPlace(static t => Exports.Asinh_(t), this);

    /// <summary>The number whose hyperbolic cosine each element is: PyTorch's <c>acosh</c>.</summary>
    /// <returns>A new tensor of the same shape; whole numbers give the default dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 1.5, 2.0]).Acosh()   // tensor([0.0000, 0.9624, 1.3170])
    /// </code></example>
    [TorchFunction, Alias("Arccosh")]
    public Tensor Acosh() => Gate.Direct(static t => Exports.Acosh(t), this);

    /// <summary>The number whose hyperbolic cosine each element is, in place: PyTorch's <c>acosh_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 1.5, 2.0]).Acosh_()   // tensor([0.0000, 0.9624, 1.3170])
    /// </code></example>
    [Alias("Arccosh_")]
    public Tensor Acosh_() => Gate.DirectInPlace(static t => Exports.Acosh_(t), this);

    /// <summary>The number whose hyperbolic tangent each element is: PyTorch's <c>atanh</c>.</summary>
    /// <returns>A new tensor of the same shape; whole numbers give the default dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.25, 0.5]).Atanh()   // tensor([0.0000, 0.2554, 0.5493])
    /// </code></example>
    [TorchFunction, Alias("Arctanh")]
    public Tensor Atanh() => Gate.Direct(static t => Exports.Atanh(t), this);

    /// <summary>The number whose hyperbolic tangent each element is, in place: PyTorch's <c>atanh_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.25, 0.5]).Atanh_()   // tensor([0.0000, 0.2554, 0.5493])
    /// </code></example>
    [Alias("Arctanh_")]
    public Tensor Atanh_() => Gate.DirectInPlace(static t => Exports.Atanh_(t), this);
}
