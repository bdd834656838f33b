namespace TorchLite;

/// <content>Functions of the error function, the gamma function and the normal distribution.</content>
public static partial class Torch
{
    /// <summary>Functions of mathematics and statistics: PyTorch's <c>torch.special</c>.</summary>
    /// <example><code>
    /// Torch.Special.Erf(Torch.Tensor([0.0, 1.0]))   // tensor([0.0000, 0.8427])
    /// </code></example>
    public static partial class Special
    {
        private static readonly AtenOperator SoftmaxOperator = new("aten::special_softmax"),
            LogSoftmaxOperator = new("aten::special_log_softmax");

        /// <summary>
        /// The derivative of the logarithm of the gamma function, at each element: PyTorch's <c>torch.special.digamma</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.Digamma(Torch.Tensor([1.0, 0.5]))   // tensor([-0.5772, -1.9635])
        /// </code></example>
        public static Tensor Digamma(Tensor input) => Script.Run($"torch.special_digamma({input})");

        /// <summary>Another name of <see cref="Digamma"/>: PyTorch's <c>torch.special.psi</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.Psi(Torch.Tensor([1.0, 0.5]))   // tensor([-0.5772, -1.9635])
        /// </code></example>
        public static Tensor Psi(Tensor input) => Digamma(input);

        /// <summary>The logarithm of the modulus of the gamma function, at each element: PyTorch's <c>torch.special.gammaln</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.Gammaln(Torch.Tensor([0.5, 1.0, 4.0]))   // tensor([0.5724, 0.0000, 1.7918])
        /// </code></example>
        public static Tensor Gammaln(Tensor input) => Script.Run($"torch.special_gammaln({input})");

        /// <summary>
        /// -x * log(x) of each element x: 0 for zero, negative infinity for negative ones: PyTorch's <c>torch.special.entr</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.Entr(Torch.Tensor([-0.5, 0.0, 0.5]))   // tensor([  -inf, 0.0000, 0.3466])
        /// </code></example>
        public static Tensor Entr(Tensor input) => Script.Run($"torch.special_entr({input})");

        /// <summary>The error function of each element: PyTorch's <c>torch.special.erf</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.Erf(Torch.Tensor([0.0, -1.0, 10.0]))   // tensor([ 0.0000, -0.8427,  1.0000])
        /// </code></example>
        public static Tensor Erf(Tensor input) => NotNull(input).Erf();

        /// <summary>1 minus the error function of each element: PyTorch's <c>torch.special.erfc</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.Erfc(Torch.Tensor([0.0, -1.0, 1.0]))   // tensor([1.0000, 1.8427, 0.1573])
        /// </code></example>
        public static Tensor Erfc(Tensor input) => NotNull(input).Erfc();

        /// <summary>exp(x²) * erfc(x) of each element x: PyTorch's <c>torch.special.erfcx</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.Erfcx(Torch.Tensor([0.0, -1.0, 10.0]))   // tensor([1.0000, 5.0090, 0.0561])
        /// </code></example>
        public static Tensor Erfcx(Tensor input) => Script.Run($"torch.special_erfcx({input})");

        /// <summary>The inverse of the error function, of each element: PyTorch's <c>torch.special.erfinv</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.Erfinv(Torch.Tensor([0.0, 0.5, -1.0]))   // tensor([0.0000, 0.4769,   -inf])
        /// </code></example>
        public static Tensor Erfinv(Tensor input) => Script.Run($"torch.special_erfinv({input})");

        /// <summary>2 to the power of each element: PyTorch's <c>torch.special.exp2</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <example><code>
        /// Torch.Special.Exp2(Torch.Tensor([0.0, 3.0, 4.0]))   // tensor([ 1.,  8., 16.])
        /// </code></example>
        public static Tensor Exp2(Tensor input) => NotNull(input).Exp2();

        /// <summary>1 / (1 + exp(-x)) of each element x: the sigmoid: PyTorch's <c>torch.special.expit</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <example><code>
        /// Torch.Special.Expit(Torch.Tensor([0.0, 2.0]))   // tensor([0.5000, 0.8808])
        /// </code></example>
        public static Tensor Expit(Tensor input) => NotNull(input).Sigmoid();

        /// <summary>e to the power of each element, minus 1; accurate near 0: PyTorch's <c>torch.special.expm1</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <example><code>
        /// Torch.Special.Expm1(Torch.Tensor([0.0, 1.0]))   // tensor([0.0000, 1.7183])
        /// </code></example>
        public static Tensor Expm1(Tensor input) => NotNull(input).Expm1();

        /// <summary>The natural logarithm of 1 more than each element; accurate near 0: PyTorch's <c>torch.special.log1p</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <example><code>
        /// Torch.Special.Log1p(Torch.Tensor([0.0, 1.0]))   // tensor([0.0000, 0.6931])
        /// </code></example>
        public static Tensor Log1p(Tensor input) => NotNull(input).Log1p();

        /// <summary>
        /// The cumulative distribution function of the standard normal distribution at each element: PyTorch's <c>torch.special.ndtr</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.Ndtr(Torch.Tensor([-3.0, 0.0, 1.0]))   // tensor([0.0013, 0.5000, 0.8413])
        /// </code></example>
        public static Tensor Ndtr(Tensor input) => Script.Run($"torch.special_ndtr({input})");

        /// <summary>
        /// The quantile of the standard normal distribution at each element: PyTorch's <c>torch.special.ndtri</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.Ndtri(Torch.Tensor([0.0, 0.25, 0.5, 1.0]))   // tensor([   -inf, -0.6745,  0.0000,     inf])
        /// </code></example>
        public static Tensor Ndtri(Tensor input) => Script.Run($"torch.special_ndtri({input})");

        /// <summary>The logarithm of <see cref="Ndtr"/>, without its loss of precision: PyTorch's <c>torch.special.log_ndtr</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.LogNdtr(Torch.Tensor([-3.0, 0.0, 1.0]))   // tensor([-6.6077, -0.6931, -0.1728])
        /// </code></example>
        public static Tensor LogNdtr(Tensor input) => Script.Run($"torch.special_log_ndtr({input})");

        /// <summary>sin(πx) / (πx) of each element x, and 1 at 0: PyTorch's <c>torch.special.sinc</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <example><code>
        /// Torch.Special.Sinc(Torch.Tensor([0.0, 0.5, 1.5]))   // tensor([ 1.0000,  0.6366, -0.2122])
        /// </code></example>
        public static Tensor Sinc(Tensor input) => Script.Run($"torch.special_sinc({input})");

        /// <summary>log(x / (1 - x)) of each element x: PyTorch's <c>torch.special.logit</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <param name="eps">The margin from 0 and 1 to which the elements are clamped; null: no clamping.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.Logit(Torch.Tensor([0.0, 0.5, 0.75]), eps: 0.01)   // tensor([-4.5951,  0.0000,  1.0986])
        /// </code></example>
        public static Tensor Logit(Tensor input, double? eps = null) => Script.Run($"torch.special_logit({input}, {eps})");

        /// <summary>The derivatives of the digamma function, at each element: PyTorch's <c>torch.special.polygamma</c>.</summary>
        /// <param name="n">The order of the derivative; 0 is the digamma function itself.</param>
        /// <param name="input">The tensor.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchException">The number is negative.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.Polygamma(1, Torch.Tensor([1.0, 0.5]))   // tensor([1.6449, 4.9348])
        /// </code></example>
        public static Tensor Polygamma(long n, Tensor input) => Script.Run($"torch.special_polygamma({n}, {input})");

        /// <summary>
        /// The logarithm of the gamma function of several dimensions, at each element: PyTorch's <c>torch.special.multigammaln</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <param name="p">The number of dimensions.</param>
        /// <returns>A new tensor of the same shape; integers are converted to the default dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchException">The number of dimensions is not positive, or the dtype is complex.</exception>
        /// <example><code>
        /// Torch.Special.Multigammaln(Torch.Tensor([2.0, 3.0]), 2)   // tensor([0.4516, 1.5502])
        /// </code></example>
        public static Tensor Multigammaln(Tensor input, long p) => Script.Run($"torch.special_multigammaln({input}, {p})");

        /// <summary>Each element rounded, halves to the even neighbour: PyTorch's <c>torch.special.round</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <param name="decimals">The number of decimal places to keep; negative: digits before the decimal point.</param>
        /// <returns>A new tensor of the same shape and dtype.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is not floating-point.</exception>
        /// <example><code>
        /// Torch.Special.Round(Torch.Tensor([0.125, 2.5]), decimals: 2)   // tensor([0.1200, 2.5000])
        /// </code></example>
        public static Tensor Round(Tensor input, long decimals = 0) =>
            Script.Run($"torch.special_round({input}, decimals={decimals})");

        /// <summary>exp of each element, divided by the sum along a dimension: PyTorch's <c>torch.special.softmax</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <param name="dim">The dimension.</param>
        /// <param name="dtype">The dtype to which the elements are converted first; null: their own.</param>
        /// <returns>A new tensor of the same shape.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is an integer type.</exception>
        /// <example><code>
        /// Torch.Special.Softmax(Torch.Tensor([0.0, 0.0]), 0)   // tensor([0.5000, 0.5000])
        /// </code></example>
        public static Tensor Softmax(Tensor input, long dim, DType? dtype = null) => SoftmaxOperator.Call(NotNull(input), dim, dtype);

        /// <summary>
        /// The logarithm of the softmax along a dimension, without its loss of precision: PyTorch's <c>torch.special.log_softmax</c>.
        /// </summary>
        /// <param name="input">The tensor.</param>
        /// <param name="dim">The dimension.</param>
        /// <param name="dtype">The dtype to which the elements are converted first; null: their own.</param>
        /// <returns>A new tensor of the same shape.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
        /// <exception cref="TorchNotImplementedException">The dtype is an integer type.</exception>
        /// <example><code>
        /// Torch.Special.LogSoftmax(Torch.Tensor([0.0, 0.0]), 0)   // tensor([-0.6931, -0.6931])
        /// </code></example>
        public static Tensor LogSoftmax(Tensor input, long dim, DType? dtype = null) =>
            LogSoftmaxOperator.Call(NotNull(input), dim, dtype);

        /// <summary>log(sum(exp(x))) along dimensions, without overflow: PyTorch's <c>torch.special.logsumexp</c>.</summary>
        /// <param name="input">The tensor.</param>
        /// <param name="dim">The dimensions.</param>
        /// <param name="keepdim">Whether to keep the reduced dimensions, with size 1.</param>
        /// <returns>A new tensor without these dimensions.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
        /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
        /// <example><code>
        /// Torch.Special.Logsumexp(Torch.Tensor([[1000.0, 1000.0]]), 1)   // tensor([1000.6932])
        /// </code></example>
        public static Tensor Logsumexp(Tensor input, Dims dim, bool keepdim = false) =>
            Script.Run($"torch.special_logsumexp({input}, {(Dims?)dim}, {keepdim})");
    }
}
