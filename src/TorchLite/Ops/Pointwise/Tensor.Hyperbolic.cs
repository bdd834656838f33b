namespace TorchLite;

/// <content>Hyperbolic functions.</content>
public partial class Tensor
{
    // LibTorchSharp calls their other names, which a profile would show.
    private static readonly AtenOperator AsinhOperator = new("aten::asinh"), AsinhInPlaceOperator = new("aten::asinh_"),
        AcoshOperator = new("aten::acosh"), AcoshInPlaceOperator = new("aten::acosh_"),
        AtanhOperator = new("aten::atanh"), AtanhInPlaceOperator = new("aten::atanh_");

    /// <summary>The hyperbolic sine of each element: PyTorch's <c>sinh</c>.</summary>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
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
    [TorchFunction]
    public Tensor Sinh_() => Gate.DirectInPlace(static t => Exports.Sinh_(t), this);

    /// <summary>The hyperbolic cosine of each element: PyTorch's <c>cosh</c>.</summary>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
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
    [TorchFunction]
    public Tensor Cosh_() => Gate.DirectInPlace(static t => Exports.Cosh_(t), this);

    /// <summary>The hyperbolic tangent of each element: PyTorch's <c>tanh</c>.</summary>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
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
    [TorchFunction]
    public Tensor Tanh_() => Gate.DirectInPlace(static t => Exports.Tanh_(t), this);

    /// <summary>The inverse hyperbolic sine of each element: PyTorch's <c>asinh</c>.</summary>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Asinh()   // tensor([0.0000, 0.4812, 0.8814])
    /// </code></example>
    [TorchFunction, Alias("Arcsinh")]
    public Tensor Asinh() => AsinhOperator.Call(this);

    /// <summary>The inverse hyperbolic sine of each element, in place: PyTorch's <c>asinh_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Asinh_()   // tensor([0.0000, 0.4812, 0.8814])
    /// </code></example>
    [TorchFunction]
    [Alias("Arcsinh_")]
    public Tensor Asinh_() => AsinhInPlaceOperator.CallInPlace(this);

    /// <summary>The inverse hyperbolic cosine of each element: PyTorch's <c>acosh</c>.</summary>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 1.5, 2.0]).Acosh()   // tensor([0.0000, 0.9624, 1.3170])
    /// </code></example>
    [TorchFunction, Alias("Arccosh")]
    public Tensor Acosh() => AcoshOperator.Call(this);

    /// <summary>The inverse hyperbolic cosine of each element, in place: PyTorch's <c>acosh_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 1.5, 2.0]).Acosh_()   // tensor([0.0000, 0.9624, 1.3170])
    /// </code></example>
    [TorchFunction]
    [Alias("Arccosh_")]
    public Tensor Acosh_() => AcoshInPlaceOperator.CallInPlace(this);

    /// <summary>The inverse hyperbolic tangent of each element: PyTorch's <c>atanh</c>.</summary>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.25, 0.5]).Atanh()   // tensor([0.0000, 0.2554, 0.5493])
    /// </code></example>
    [TorchFunction, Alias("Arctanh")]
    public Tensor Atanh() => AtanhOperator.Call(this);

    /// <summary>The inverse hyperbolic tangent of each element, in place: PyTorch's <c>atanh_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.25, 0.5]).Atanh_()   // tensor([0.0000, 0.2554, 0.5493])
    /// </code></example>
    [TorchFunction]
    [Alias("Arctanh_")]
    public Tensor Atanh_() => AtanhInPlaceOperator.CallInPlace(this);
}
