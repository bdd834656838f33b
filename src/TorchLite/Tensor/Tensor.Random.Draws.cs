namespace TorchLite;

/// <content>Random draws with the elements as probabilities, and more distributions to fill with.</content>
public sealed partial class Tensor
{
    /// <summary>Ones and zeros at random, each element the probability of a one: PyTorch's <c>bernoulli</c>.</summary>
    /// <param name="generator">Where the numbers come from; null: the default generator.</param>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">An element is not between 0 and 1, or the dtype holds whole numbers.</exception>
    /// <example><code>
    /// Torch.Tensor([0.0, 1.0, 1.0]).Bernoulli()   // tensor([0., 1., 1.])
    /// </code></example>
    [TorchFunction]
    public Tensor Bernoulli(Generator? generator = null) => Generator.Draw(static (t, _, g) => t.bernoulli(g), this, 0, generator);

    /// <summary>Ones and zeros at random, in the shape of this tensor: PyTorch's <c>bernoulli</c>.</summary>
    /// <param name="p">How likely a one is, from 0 to 1.</param>
    /// <param name="generator">Where the numbers come from; null: the default generator.</param>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="TorchException">The probability is not between 0 and 1.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Empty(4).Bernoulli(0.5)   // tensor([0., 0., 1., 0.])
    /// </code></example>
    [TorchFunction]
    public Tensor Bernoulli(double p, Generator? generator = null) =>
        generator is null
            ? Script.Run($"torch.bernoulli({this}, {p})")
            : Torch.EmptyLike(this).Bernoulli_(p, generator);

    /// <summary>Positions drawn at random, each element the weight of its own position: PyTorch's <c>multinomial</c>.</summary>
    /// <param name="numSamples">How many to draw from each row.</param>
    /// <param name="replacement">Whether one position may be drawn more than once.</param>
    /// <param name="generator">Where the numbers come from; null: the default generator.</param>
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
            static (t, a, g) => t.multinomial(a.numSamples, a.replacement, g), this, (numSamples, replacement), generator);

    /// <summary>Fills the tensor with random numbers of the Cauchy distribution: PyTorch's <c>cauchy_</c>.</summary>
    /// <param name="median">The middle.</param>
    /// <param name="sigma">Half of the width at half of the height.</param>
    /// <param name="generator">Where the numbers come from; null: the default generator.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The width is not above zero, or the dtype holds whole numbers.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Empty(3).Cauchy_()   // tensor([10.5977,  0.7648, -0.1283])
    /// </code></example>
    public Tensor Cauchy_(double median = 0, double sigma = 1, Generator? generator = null) =>
        Generator.Fill(static (t, a, g) => t.cauchy_(a.median, a.sigma, g), this, (median, sigma), generator);

    /// <summary>Fills the tensor with the number of trials up to the first success: PyTorch's <c>geometric_</c>.</summary>
    /// <param name="p">How likely a success is: above 0 and below 1.</param>
    /// <param name="generator">Where the numbers come from; null: the default generator.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The probability is not between 0 and 1.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Empty(4).Geometric_(0.5)   // tensor([1., 1., 2., 1.])
    /// </code></example>
    public Tensor Geometric_(double p, Generator? generator = null) =>
        Generator.Fill(static (t, p, g) => t.geometric_(p, g), this, p, generator);

    /// <summary>Fills the tensor with random numbers whose logarithms are normally distributed: PyTorch's <c>log_normal_</c>.</summary>
    /// <param name="mean">The mean of the logarithms.</param>
    /// <param name="std">Their standard deviation.</param>
    /// <param name="generator">Where the numbers come from; null: the default generator.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The standard deviation is not above zero, or the dtype holds whole numbers.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Empty(3).LogNormal_(0, 0.5)   // tensor([2.1608, 0.8635, 0.3364])
    /// </code></example>
    public Tensor LogNormal_(double mean = 1, double std = 2, Generator? generator = null) =>
        Generator.Fill(static (t, a, g) => t.log_normal_(a.mean, a.std, g), this, (mean, std), generator);
}
