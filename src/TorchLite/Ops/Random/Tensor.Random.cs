namespace TorchLite;

/// <content>Random elements.</content>
public partial class Tensor
{
    /// <summary>Random ones and zeros, where each element is the probability of a one: PyTorch's <c>bernoulli</c>.</summary>
    /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">An element is not between 0 and 1, or the dtype is an integer type.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 1.0, 1.0]).Bernoulli()   // tensor([0., 1., 1.])
    /// </code></example>
    [TorchFunction]
    public Tensor Bernoulli(Generator? generator = null) => Generator.Draw(static (t, _, g) => Exports.Bernoulli(t, g), this, 0, generator);

    /// <summary>Random ones and zeros, in the shape of this tensor: PyTorch's <c>bernoulli</c>.</summary>
    /// <param name="p">The probability of a one, from 0 to 1.</param>
    /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">The probability is not between 0 and 1.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Empty(4).Bernoulli(0.5)   // tensor([0., 0., 1., 0.])
    /// </code></example>
    [TorchFunction]
    public Tensor Bernoulli(double p, Generator? generator = null) =>
        (generator ?? Generator.For(this)) is { } own
            ? Torch.LikeDrawn(this).Bernoulli_(p, own)
            : Script.Run($"torch.bernoulli({this}, {p})");

    /// <summary>Fills the tensor with random ones and zeros: PyTorch's <c>bernoulli_</c>.</summary>
    /// <param name="p">The probability of a one, from 0 to 1.</param>
    /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The probability is not between 0 and 1.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Empty(6).Bernoulli_(0.5)   // tensor([0., 0., 1., 0., 0., 0.])
    /// </code></example>
    public Tensor Bernoulli_(double p = 0.5, Generator? generator = null) =>
        Generator.Fill(static (t, p, g) => Exports.Bernoulli_(t, p, g), this, p, generator);

    /// <summary>Fills the tensor with random ones and zeros, each with its own probability: PyTorch's <c>bernoulli_</c>.</summary>
    /// <param name="p">The probability of a one for each element, from 0 to 1; it is broadcast.</param>
    /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="p"/> is null.</exception>
    /// <exception cref="TorchException">A probability is not between 0 and 1, or the shapes do not fit.</exception>
    /// <example><code>
    /// Torch.Empty(4).Bernoulli_(Torch.Tensor([0.0, 1.0, 0.0, 1.0]))   // tensor([0., 1., 0., 1.])
    /// </code></example>
    public Tensor Bernoulli_(Tensor p, Generator? generator = null)
    {
        using var chances = new Use(p, nameof(p));
        return Generator.Fill(static (t, p, g) => Exports.Bernoulli_(t, p, g), this, chances.Handle, generator);
    }

    /// <summary>Random positions, where each element is the weight of its position: PyTorch's <c>multinomial</c>.</summary>
    /// <param name="numSamples">The number of positions to draw from each row.</param>
    /// <param name="replacement">Whether one position may be drawn more than once.</param>
    /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
    /// <returns>A new int64 tensor [numSamples], or [m, numSamples] for m rows.</returns>
    /// <exception cref="TorchException">
    /// There are not one or two dimensions, an element is negative, infinite or nan, a row adds up to zero, or there are not enough to draw
    /// from.
    /// </exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Tensor([0.1, 0.0, 0.9]).Multinomial(2)   // tensor([2, 0])
    /// Torch.Tensor([0.1, 0.0, 0.9]).Multinomial(5, replacement: true)   // tensor([2, 2, 2, 2, 2])
    /// </code></example>
    [TorchFunction]
    public Tensor Multinomial(long numSamples, bool replacement = false, Generator? generator = null) =>
        Generator.Draw(
            static (t, a, g) => Exports.Multinomial(t, a.numSamples, a.replacement, g), this, (numSamples, replacement), generator);

    /// <summary>
    /// Fills the tensor with uniformly distributed random numbers: PyTorch's <c>uniform_</c>.
    /// </summary>
    /// <param name="from">The inclusive lower bound.</param>
    /// <param name="to">The exclusive upper bound.</param>
    /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The second number is below the first, or the dtype is an integer type.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Empty(3).Uniform_(-1, 1)   // tensor([-0.0075,  0.5364, -0.8230])
    /// </code></example>
    public Tensor Uniform_(double from = 0, double to = 1, Generator? generator = null) =>
        Generator.Fill(static (t, a, g) => Exports.Uniform_(t, a.from, a.to, g), this, (from, to), generator);

    /// <summary>Fills the tensor with random numbers of a normal distribution: PyTorch's <c>normal_</c>.</summary>
    /// <param name="mean">The mean.</param>
    /// <param name="std">The standard deviation.</param>
    /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The standard deviation is negative, or the dtype is an integer type.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Empty(3).Normal_(10, 2)   // tensor([13.0820,  9.4131,  5.6424])
    /// </code></example>
    public Tensor Normal_(double mean = 0, double std = 1, Generator? generator = null) =>
        Generator.Fill(static (t, a, g) => Exports.Normal_(t, a.mean, a.std, g), this, (mean, std), generator);

    /// <summary>Fills the tensor with random numbers of the exponential distribution: PyTorch's <c>exponential_</c>.</summary>
    /// <param name="lambd">The rate: the number of events per unit of time.</param>
    /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The rate is not positive, or the dtype is an integer type.</exception>
    /// <example><code>
    /// Torch.Empty(1000).Exponential_().Min().Item&lt;float&gt;() >= 0   // True
    /// </code></example>
    public Tensor Exponential_(double lambd = 1, Generator? generator = null) =>
        Generator.Fill(static (t, lambd, g) => Exports.Exponential_(t, lambd, g), this, lambd, generator);

    /// <summary>Fills the tensor with random integers from the range that its dtype represents exactly: PyTorch's <c>random_</c>.</summary>
    /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchNotImplementedException">
    /// libtorch does not support random numbers of this dtype, such as complex ones.
    /// </exception>
    /// <example><code>
    /// Torch.Empty([100], dtype: DType.Uint8).Random_().Shape   // torch.Size([100])
    /// Torch.Empty([2], dtype: DType.Int64).Random_(new Generator().ManualSeed(3))   // tensor([ 937055941807507096, 3839649608876091011])
    /// </code></example>
    public Tensor Random_(Generator? generator = null) =>
        DType.IsComplex
            ? throw new TorchNotImplementedException($"\"random_kernel_cpu\" not implemented for '{DType.NativeName}'")
            : (generator ?? Generator.For(this)) is { } own ? IntegerDraws.All(this, own)
            : RandomOperator.CallInPlace(this, default(AtenValue));

    internal static readonly AtenOperator RandomOperator = new("aten::random_");

    /// <summary>Fills the tensor with random integers from 0 up to, but not including, a bound: PyTorch's <c>random_(to)</c>.</summary>
    /// <param name="to">The exclusive upper bound.</param>
    /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The upper bound is not greater than 0, or is beyond the range of the dtype.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Empty(4).Random_(10)   // tensor([4., 9., 3., 0.])
    /// </code></example>
    public Tensor Random_(long to, Generator? generator = null) => Random_(0, to, generator);

    /// <summary>
    /// Fills the tensor with random integers from a lower up to, but not including, an upper bound: PyTorch's <c>random_(from, to)</c>.
    /// </summary>
    /// <param name="from">The inclusive lower bound.</param>
    /// <param name="to">The exclusive upper bound; null: the limit up to which the dtype represents all integers.</param>
    /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">
    /// The upper bound is not greater than the lower bound, or a bound is beyond the range of the dtype.
    /// </exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Empty(4).Random_(10, 20)   // tensor([14., 19., 13., 10.])
    /// Torch.Empty([3], dtype: DType.Uint8).Random_(200, to: null)   // tensor([243, 251, 227], dtype=torch.uint8)
    /// </code></example>
    public Tensor Random_(long from, long? to, Generator? generator = null) =>
        to is { } end ? IntegerDraws.Between(this, from, end, generator) : IntegerDraws.From(this, from, generator);

    /// <summary>Fills the tensor with random numbers of the Cauchy distribution: PyTorch's <c>cauchy_</c>.</summary>
    /// <param name="median">The middle.</param>
    /// <param name="sigma">The scale: the half width at half maximum.</param>
    /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The width is not positive, or the dtype is an integer type.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Empty(3).Cauchy_()   // tensor([10.5977,  0.7648, -0.1283])
    /// </code></example>
    public Tensor Cauchy_(double median = 0, double sigma = 1, Generator? generator = null) =>
        Generator.Fill(static (t, a, g) => Exports.Cauchy_(t, a.median, a.sigma, g), this, (median, sigma), generator);

    /// <summary>Fills the tensor with random numbers of trials up to the first success: PyTorch's <c>geometric_</c>.</summary>
    /// <param name="p">The probability of a success: above 0 and below 1.</param>
    /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The probability is not between 0 and 1.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Empty(4).Geometric_(0.5)   // tensor([1., 1., 2., 1.])
    /// </code></example>
    public Tensor Geometric_(double p, Generator? generator = null) =>
        Generator.Fill(static (t, p, g) => Exports.Geometric_(t, p, g), this, p, generator);

    /// <summary>Fills the tensor with random numbers whose logarithms are normally distributed: PyTorch's <c>log_normal_</c>.</summary>
    /// <param name="mean">The mean of the logarithms.</param>
    /// <param name="std">Their standard deviation.</param>
    /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The standard deviation is not positive, or the dtype is an integer type.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Empty(3).LogNormal_(0, 0.5)   // tensor([2.1608, 0.8635, 0.3364])
    /// </code></example>
    public Tensor LogNormal_(double mean = 1, double std = 2, Generator? generator = null) =>
        Generator.Fill(static (t, a, g) => Exports.LogNormal_(t, a.mean, a.std, g), this, (mean, std), generator);
}
