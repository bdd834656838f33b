namespace TorchLite;

/// <content>Other names of the trigonometric functions.</content>
public sealed partial class Tensor
{
    /// <summary>The angle in radians whose cosine each element is: PyTorch's <c>arccos</c>, another name of <c>acos</c>.</summary>
    /// <returns>A new tensor of the same shape; whole numbers give the default dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Arccos()   // tensor([1.5708, 1.0472, 0.0000])
    /// </code></example>
    [TorchFunction]
    public Tensor Arccos() => Acos();

    /// <summary>
    /// The angle in radians whose cosine each element is, in place: PyTorch's <c>arccos_</c>, another name of <c>acos_</c>.
    /// </summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Arccos_()   // tensor([1.5708, 1.0472, 0.0000])
    /// </code></example>
    public Tensor Arccos_() => Acos_();

    /// <summary>The number whose hyperbolic cosine each element is: PyTorch's <c>arccosh</c>, another name of <c>acosh</c>.</summary>
    /// <returns>A new tensor of the same shape; whole numbers give the default dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 1.5, 2.0]).Arccosh()   // tensor([0.0000, 0.9624, 1.3170])
    /// </code></example>
    [TorchFunction]
    public Tensor Arccosh() => Acosh();

    /// <summary>
    /// The number whose hyperbolic cosine each element is, in place: PyTorch's <c>arccosh_</c>, another name of <c>acosh_</c>.
    /// </summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 1.5, 2.0]).Arccosh_()   // tensor([0.0000, 0.9624, 1.3170])
    /// </code></example>
    public Tensor Arccosh_() => Acosh_();

    /// <summary>The angle in radians whose sine each element is: PyTorch's <c>arcsin</c>, another name of <c>asin</c>.</summary>
    /// <returns>A new tensor of the same shape; whole numbers give the default dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Arcsin()   // tensor([0.0000, 0.5236, 1.5708])
    /// </code></example>
    [TorchFunction]
    public Tensor Arcsin() => Asin();

    /// <summary>
    /// The angle in radians whose sine each element is, in place: PyTorch's <c>arcsin_</c>, another name of <c>asin_</c>.
    /// </summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Arcsin_()   // tensor([0.0000, 0.5236, 1.5708])
    /// </code></example>
    public Tensor Arcsin_() => Asin_();

    /// <summary>The number whose hyperbolic sine each element is: PyTorch's <c>arcsinh</c>, another name of <c>asinh</c>.</summary>
    /// <returns>A new tensor of the same shape; whole numbers give the default dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Arcsinh()   // tensor([0.0000, 0.4812, 0.8814])
    /// </code></example>
    [TorchFunction]
    public Tensor Arcsinh() => Asinh();

    /// <summary>
    /// The number whose hyperbolic sine each element is, in place: PyTorch's <c>arcsinh_</c>, another name of <c>asinh_</c>.
    /// </summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Arcsinh_()   // tensor([0.0000, 0.4812, 0.8814])
    /// </code></example>
    public Tensor Arcsinh_() => Asinh_();

    /// <summary>The angle in radians whose tangent each element is: PyTorch's <c>arctan</c>, another name of <c>atan</c>.</summary>
    /// <returns>A new tensor of the same shape; whole numbers give the default dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Arctan()   // tensor([0.0000, 0.4636, 0.7854])
    /// </code></example>
    [TorchFunction]
    public Tensor Arctan() => Atan();

    /// <summary>
    /// The angle in radians whose tangent each element is, in place: PyTorch's <c>arctan_</c>, another name of <c>atan_</c>.
    /// </summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.0]).Arctan_()   // tensor([0.0000, 0.4636, 0.7854])
    /// </code></example>
    public Tensor Arctan_() => Atan_();

    /// <summary>The number whose hyperbolic tangent each element is: PyTorch's <c>arctanh</c>, another name of <c>atanh</c>.</summary>
    /// <returns>A new tensor of the same shape; whole numbers give the default dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.25, 0.5]).Arctanh()   // tensor([0.0000, 0.2554, 0.5493])
    /// </code></example>
    [TorchFunction]
    public Tensor Arctanh() => Atanh();

    /// <summary>
    /// The number whose hyperbolic tangent each element is, in place: PyTorch's <c>arctanh_</c>, another name of <c>atanh_</c>.
    /// </summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.25, 0.5]).Arctanh_()   // tensor([0.0000, 0.2554, 0.5493])
    /// </code></example>
    public Tensor Arctanh_() => Atanh_();

    /// <summary>
    /// The angle in radians of the point (other, this), over the whole circle: PyTorch's <c>arctan2</c>, another name of <c>atan2</c>.
    /// </summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shapes do not broadcast, the devices differ, or libtorch has no such operation for these dtypes.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, -1.0]).Arctan2(Torch.Tensor([1.0, -1.0]))   // tensor([ 0.7854, -2.3562])
    /// </code></example>
    [TorchFunction]
    public Tensor Arctan2(Tensor other) => Atan2(other);

    /// <summary>
    /// The angle in radians of the point (other, this), over the whole circle, in place: PyTorch's <c>arctan2_</c>, another name of
    /// <c>atan2_</c>.
    /// </summary>
    /// <param name="other">The other tensor; its shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The result does not fit this shape or dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, -1.0]).Arctan2_(Torch.Tensor([1.0, -1.0]))   // tensor([ 0.7854, -2.3562])
    /// </code></example>
    public Tensor Arctan2_(Tensor other) => Atan2_(other);
}
