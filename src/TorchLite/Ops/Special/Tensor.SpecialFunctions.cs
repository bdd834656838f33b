namespace TorchLite;

/// <content>Gamma, error, Bessel and logistic functions.</content>
public partial class Tensor
{
    /// <summary>The natural logarithm of the absolute value of the gamma function at each element: PyTorch's <c>lgamma</c>.</summary>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 3.0, 4.5]).Lgamma()   // tensor([0.0000, 0.6931, 2.4537])
    /// </code></example>
    [TorchFunction]
    public Tensor Lgamma() => Gate.Direct(static t => Exports.Lgamma(t), this);

    /// <summary>
    /// The natural logarithm of the absolute value of the gamma function at each element, in place: PyTorch's <c>lgamma_</c>.
    /// </summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 3.0, 4.5]).Lgamma_()   // tensor([0.0000, 0.6931, 2.4537])
    /// </code></example>
    public Tensor Lgamma_() => Gate.DirectInPlace(static t => Exports.Lgamma_(t), this);

    /// <summary>The derivative of the logarithm of the gamma function at each element: PyTorch's <c>digamma</c>.</summary>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 0.5, 4.0]).Digamma()   // tensor([-0.5772, -1.9635,  1.2561])
    /// </code></example>
    [TorchFunction]
    public Tensor Digamma() => Gate.Direct(static t => Exports.Digamma(t), this);

    /// <summary>The derivative of the logarithm of the gamma function at each element, in place: PyTorch's <c>digamma_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 0.5, 4.0]).Digamma_()   // tensor([-0.5772, -1.9635,  1.2561])
    /// </code></example>
    public Tensor Digamma_() => Gate.DirectInPlace(static t => Exports.Digamma_(t), this);

    /// <summary>The n-th derivative of the digamma function at each element: PyTorch's <c>polygamma</c>.</summary>
    /// <param name="n">The order of the derivative, at least 0.</param>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">
    /// <paramref name="n"/> is negative, or libtorch does not support the operation for this dtype.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 0.5]).Polygamma(1)   // tensor([1.6449, 4.9348])
    /// </code></example>
    public Tensor Polygamma(long n) => Script.Run($"torch.polygamma({n}, {this})");

    /// <summary>The n-th derivative of the digamma function at each element, in place: PyTorch's <c>polygamma_</c>.</summary>
    /// <param name="n">The order of the derivative, at least 0.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// <paramref name="n"/> is negative, the results do not fit the dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 0.5]).Polygamma_(1)   // tensor([1.6449, 4.9348])
    /// </code></example>
    public Tensor Polygamma_(long n) => Script.InPlace(this, $"{this}.polygamma_({n})");

    /// <summary>The logarithm of the multivariate gamma function with dimension p at each element: PyTorch's <c>mvlgamma</c>.</summary>
    /// <param name="p">The number of dimensions, at least 1.</param>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">
    /// <paramref name="p"/> is less than 1, or libtorch does not support the operation for this dtype.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([2.0, 3.5]).Mvlgamma(2)   // tensor([0.4516, 2.4665])
    /// </code></example>
    [TorchFunction]
    public Tensor Mvlgamma(long p) => Script.Run($"torch.mvlgamma({this}, {p})");

    /// <summary>
    /// The logarithm of the multivariate gamma function with dimension p at each element, in place: PyTorch's <c>mvlgamma_</c>.
    /// </summary>
    /// <param name="p">The number of dimensions, at least 1.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// <paramref name="p"/> is less than 1, the results do not fit the dtype, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([2.0, 3.5]).Mvlgamma_(2)   // tensor([0.4516, 2.4665])
    /// </code></example>
    public Tensor Mvlgamma_(long p) => Script.InPlace(this, $"{this}.mvlgamma_({p})");

    /// <summary>The regularized lower incomplete gamma function, each element the first argument: PyTorch's <c>igamma</c>.</summary>
    /// <param name="other">The second arguments; the shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not broadcast, the devices differ, or a dtype is not real.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0]).Igamma(Torch.Tensor([1.0, 4.0]))   // tensor([0.6321, 0.9084])
    /// </code></example>
    [TorchFunction]
    public Tensor Igamma(Tensor other) => Script.Run($"torch.igamma({this}, {other})");

    /// <summary>
    /// The regularized lower incomplete gamma function, each element the first argument, in place: PyTorch's <c>igamma_</c>.
    /// </summary>
    /// <param name="other">The second arguments; the shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shape does not broadcast to this one, a dtype is not real, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0]).Igamma_(Torch.Tensor([1.0, 4.0]))   // tensor([0.6321, 0.9084])
    /// </code></example>
    public Tensor Igamma_(Tensor other) => Script.InPlace(this, $"{this}.igamma_({other})");

    /// <summary>The regularized upper incomplete gamma function, each element the first argument: PyTorch's <c>igammac</c>.</summary>
    /// <param name="other">The second arguments; the shape broadcasts.</param>
    /// <returns>A new tensor of the broadcast shape and the promoted dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">The shapes do not broadcast, the devices differ, or a dtype is not real.</exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0]).Igammac(Torch.Tensor([1.0, 4.0]))   // tensor([0.3679, 0.0916])
    /// </code></example>
    [TorchFunction]
    public Tensor Igammac(Tensor other) => Script.Run($"torch.igammac({this}, {other})");

    /// <summary>
    /// The regularized upper incomplete gamma function, each element the first argument, in place: PyTorch's <c>igammac_</c>.
    /// </summary>
    /// <param name="other">The second arguments; the shape broadcasts.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The shape does not broadcast to this one, a dtype is not real, or the tensor is a leaf that requires gradients.
    /// </exception>
    /// <example><code>
    /// Torch.Tensor([1.0, 2.0]).Igammac_(Torch.Tensor([1.0, 4.0]))   // tensor([0.3679, 0.0916])
    /// </code></example>
    public Tensor Igammac_(Tensor other) => Script.InPlace(this, $"{this}.igammac_({other})");

    /// <summary>The error function of each element: PyTorch's <c>erf</c>.</summary>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
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
    [TorchFunction]
    public Tensor Erf_() => Gate.DirectInPlace(static t => Exports.Erf_(t), this);

    /// <summary>1 minus the error function of each element: PyTorch's <c>erfc</c>.</summary>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.0, 0.0, 1.0]).Erfc()   // tensor([1.8427, 1.0000, 0.1573])
    /// </code></example>
    [TorchFunction]
    public Tensor Erfc() => Gate.Direct(static t => Exports.Erfc(t), this);

    /// <summary>1 minus the error function of each element, in place: PyTorch's <c>erfc_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([-1.0, 0.0, 1.0]).Erfc_()   // tensor([1.8427, 1.0000, 0.1573])
    /// </code></example>
    [TorchFunction]
    public Tensor Erfc_() => Gate.DirectInPlace(static t => Exports.Erfc_(t), this);

    /// <summary>The inverse of the error function at each element: PyTorch's <c>erfinv</c>.</summary>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, -1.0]).Erfinv()   // tensor([0.0000, 0.4769,   -inf])
    /// </code></example>
    [TorchFunction]
    public Tensor Erfinv() => Gate.Direct(static t => Exports.Erfinv(t), this);

    /// <summary>The inverse of the error function at each element, in place: PyTorch's <c>erfinv_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, -1.0]).Erfinv_()   // tensor([0.0000, 0.4769,   -inf])
    /// </code></example>
    public Tensor Erfinv_() => Gate.DirectInPlace(static t => Exports.Erfinv_(t), this);

    /// <summary>The modified Bessel function of the first kind and order 0 at each element: PyTorch's <c>i0</c>.</summary>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 1.0, 3.0]).I0()   // tensor([1.0000, 1.2661, 4.8808])
    /// </code></example>
    [TorchFunction]
    public Tensor I0() => Gate.Direct(static t => Exports.I0(t), this);

    /// <summary>The modified Bessel function of the first kind and order 0 at each element, in place: PyTorch's <c>i0_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 1.0, 3.0]).I0_()   // tensor([1.0000, 1.2661, 4.8808])
    /// </code></example>
    [TorchFunction]
    public Tensor I0_() => Gate.DirectInPlace(static t => Exports.I0_(t), this);

    /// <summary>sin(πx) / (πx) of each element x, and 1 at 0: PyTorch's <c>sinc</c>.</summary>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.5]).Sinc()   // tensor([ 1.0000,  0.6366, -0.2122])
    /// </code></example>
    [TorchFunction]
    public Tensor Sinc() => Gate.Direct(static t => Exports.Sinc(t), this);

    /// <summary>sin(πx) / (πx) of each element x, and 1 at 0, in place: PyTorch's <c>sinc_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 0.5, 1.5]).Sinc_()   // tensor([ 1.0000,  0.6366, -0.2122])
    /// </code></example>
    [TorchFunction]
    public Tensor Sinc_() => Gate.DirectInPlace(static t => Exports.Sinc_(t), this);

    /// <summary>log(x / (1 - x)) of each element x, the inverse of the sigmoid: PyTorch's <c>logit</c>.</summary>
    /// <param name="eps">The margin: the elements are first clamped to [eps, 1 - eps]; null: elements outside 0 to 1 give nan.</param>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
    /// <example><code>
    /// Torch.Tensor([0.1, 0.5, 1.0]).Logit(eps: 0.01)   // tensor([-2.1972,  0.0000,  4.5951])
    /// </code></example>
    [TorchFunction]
    public Tensor Logit(double? eps = null) => Script.Run($"torch.logit({this}, {eps})");

    /// <summary>log(x / (1 - x)) of each element x, the inverse of the sigmoid, in place: PyTorch's <c>logit_</c>.</summary>
    /// <param name="eps">The margin: the elements are first clamped to [eps, 1 - eps]; null: elements outside 0 to 1 give nan.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The results do not fit the dtype, or the tensor is a leaf that requires gradients.</exception>
    /// <example><code>
    /// Torch.Tensor([0.1, 0.5, 1.0]).Logit_(eps: 0.01)   // tensor([-2.1972,  0.0000,  4.5951])
    /// </code></example>
    [TorchFunction]
    public Tensor Logit_(double? eps = null) => Script.InPlace(this, $"{this}.logit_({eps})");

    /// <summary>1 / (1 + exp(-x)) of each element x: PyTorch's <c>sigmoid</c>.</summary>
    /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
    /// <exception cref="TorchException">libtorch does not support the operation for this dtype.</exception>
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
    [TorchFunction]
    public Tensor Sigmoid_() => Gate.DirectInPlace(static t => Exports.Sigmoid_(t), this);
}
