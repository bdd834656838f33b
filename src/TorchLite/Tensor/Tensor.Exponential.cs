namespace TorchLite;

/// <content>Powers of e, logarithms, roots and their kin.</content>
public sealed partial class Tensor
{
    /// <summary>e to the power of each element: PyTorch's <c>exp</c>.</summary>
    /// <returns>A new tensor of the same shape; whole numbers give the default dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
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
    public Tensor Exp_() => Gate.DirectInPlace(static t => Exports.Exp_(t), this);

    /// <summary>2 to the power of each element: PyTorch's <c>exp2</c>.</summary>
    /// <returns>A new tensor of the same shape; whole numbers give the default dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
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
    public Tensor Exp2_() => Gate.DirectInPlace(static t => Exports.Exp2_(t), this);

    /// <summary>e to the power of each element, less 1; exact near 0: PyTorch's <c>expm1</c>.</summary>
    /// <returns>A new tensor of the same shape; whole numbers give the default dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 1.0, 2.0]).Expm1()   // tensor([0.0000, 1.7183, 6.3891])
    /// </code></example>
    [TorchFunction]
    public Tensor Expm1() => Gate.Direct(static t => Exports.Expm1(t), this);

    /// <summary>e to the power of each element, less 1; exact near 0, in place: PyTorch's <c>expm1_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 1.0, 2.0]).Expm1_()   // tensor([0.0000, 1.7183, 6.3891])
    /// </code></example>
    public Tensor Expm1_() => Gate.DirectInPlace(static t => Exports.Expm1_(t), this);

    /// <summary>The natural logarithm of each element: PyTorch's <c>log</c>.</summary>
    /// <returns>A new tensor of the same shape; whole numbers give the default dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
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
    public Tensor Log_() => Gate.DirectInPlace(static t => Exports.Log_(t), this);

    /// <summary>The logarithm to base 2 of each element: PyTorch's <c>log2</c>.</summary>
    /// <returns>A new tensor of the same shape; whole numbers give the default dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
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
    public Tensor Log2_() => Gate.DirectInPlace(static t => Exports.Log2_(t), this);

    /// <summary>The logarithm to base 10 of each element: PyTorch's <c>log10</c>.</summary>
    /// <returns>A new tensor of the same shape; whole numbers give the default dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
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
    public Tensor Log10_() => Gate.DirectInPlace(static t => Exports.Log10_(t), this);

    /// <summary>The natural logarithm of 1 plus each element; exact near 0: PyTorch's <c>log1p</c>.</summary>
    /// <returns>A new tensor of the same shape; whole numbers give the default dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 1.0, 3.0]).Log1p()   // tensor([0.0000, 0.6931, 1.3863])
    /// </code></example>
    [TorchFunction]
    public Tensor Log1p() => Gate.Direct(static t => Exports.Log1p(t), this);

    /// <summary>The natural logarithm of 1 plus each element; exact near 0, in place: PyTorch's <c>log1p_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 1.0, 3.0]).Log1p_()   // tensor([0.0000, 0.6931, 1.3863])
    /// </code></example>
    public Tensor Log1p_() => Gate.DirectInPlace(static t => Exports.Log1p_(t), this);

    /// <summary>The square root of each element: PyTorch's <c>sqrt</c>.</summary>
    /// <returns>A new tensor of the same shape; whole numbers give the default dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
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
    public Tensor Sqrt_() => Gate.DirectInPlace(static t => Exports.Sqrt_(t), this);

    /// <summary>1 divided by the square root of each element: PyTorch's <c>rsqrt</c>.</summary>
    /// <returns>A new tensor of the same shape; whole numbers give the default dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
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
    public Tensor Rsqrt_() => Gate.DirectInPlace(static t => Exports.Rsqrt_(t), this);

    /// <summary>1 / (1 + exp(-x)) of each element x: PyTorch's <c>sigmoid</c>.</summary>
    /// <returns>A new tensor of the same shape; whole numbers give the default dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.0, 0.0, 1.0]).Sigmoid()   // tensor([0.2689, 0.5000, 0.7311])
    /// </code></example>
    [TorchFunction]
    public Tensor Sigmoid() => Gate.Direct(static t => Exports.Sigmoid(t), this);

    /// <summary>1 / (1 + exp(-x)) of each element x, in place: PyTorch's <c>sigmoid_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.0, 0.0, 1.0]).Sigmoid_()   // tensor([0.2689, 0.5000, 0.7311])
    /// </code></example>
    public Tensor Sigmoid_() => Gate.DirectInPlace(static t => Exports.Sigmoid_(t), this);

    /// <summary>1 divided by each element: PyTorch's <c>reciprocal</c>.</summary>
    /// <returns>A new tensor of the same shape; whole numbers give the default dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
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
    public Tensor Reciprocal_() => Gate.DirectInPlace(static t => Exports.Reciprocal_(t), this);

    /// <summary>The error function of each element: PyTorch's <c>erf</c>.</summary>
    /// <returns>A new tensor of the same shape; whole numbers give the default dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.0, 0.0, 1.0]).Erf()   // tensor([-0.8427,  0.0000,  0.8427])
    /// </code></example>
    [TorchFunction]
    public Tensor Erf() => Gate.Direct(static t => Exports.Erf(t), this);

    /// <summary>The error function of each element, in place: PyTorch's <c>erf_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.0, 0.0, 1.0]).Erf_()   // tensor([-0.8427,  0.0000,  0.8427])
    /// </code></example>
    public Tensor Erf_() => Gate.DirectInPlace(static t => Exports.Erf_(t), this);

    /// <summary>1 less the error function of each element: PyTorch's <c>erfc</c>.</summary>
    /// <returns>A new tensor of the same shape; whole numbers give the default dtype.</returns>
    /// <exception cref="TorchException">libtorch has no such operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.0, 0.0, 1.0]).Erfc()   // tensor([1.8427, 1.0000, 0.1573])
    /// </code></example>
    [TorchFunction]
    public Tensor Erfc() => Gate.Direct(static t => Exports.Erfc(t), this);

    /// <summary>1 less the error function of each element, in place: PyTorch's <c>erfc_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.0, 0.0, 1.0]).Erfc_()   // tensor([1.8427, 1.0000, 0.1573])
    /// </code></example>
    public Tensor Erfc_() => Gate.DirectInPlace(static t => Exports.Erfc_(t), this);
}
