namespace TorchLite;

/// <content>Filling with random numbers: the same as PyTorch's for the same seed.</content>
public sealed partial class Tensor
{
    /// <summary>
    /// Fills the tensor with random numbers from one number to below another, all equally likely: PyTorch's <c>uniform_</c>.
    /// </summary>
    /// <param name="from">The least number.</param>
    /// <param name="to">Below which number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The second number is below the first, or the dtype holds whole numbers.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Empty(3).Uniform_(-1, 1)   // tensor([-0.0075,  0.5364, -0.8230])
    /// </code></example>
    public Tensor Uniform_(double from = 0, double to = 1) => Gate.InPlace(static (t, a) => t.uniform_(a.from, a.to), this, (from, to));

    /// <summary>Fills the tensor with random numbers of a normal distribution: PyTorch's <c>normal_</c>.</summary>
    /// <param name="mean">The mean.</param>
    /// <param name="std">The standard deviation.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The standard deviation is negative, or the dtype holds whole numbers.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Empty(3).Normal_(10, 2)   // tensor([13.0820,  9.4131,  5.6424])
    /// </code></example>
    public Tensor Normal_(double mean = 0, double std = 1) => Gate.InPlace(static (t, a) => t.normal_(a.mean, a.std), this, (mean, std));

    /// <summary>Fills the tensor with random waiting times of the exponential distribution: PyTorch's <c>exponential_</c>.</summary>
    /// <param name="lambd">How many events there are in a unit of time.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The rate is not above zero, or the dtype holds whole numbers.</exception>
    /// <example><code>
    /// Torch.Empty(1000).Exponential_().Min().Item&lt;float&gt;() >= 0   // True
    /// </code></example>
    public Tensor Exponential_(double lambd = 1) => Gate.InPlace(static (t, lambd) => t.exponential_(lambd), this, lambd);

    /// <summary>Fills the tensor with ones and zeros at random: PyTorch's <c>bernoulli_</c>.</summary>
    /// <param name="p">How likely a one is, from 0 to 1.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">The probability is not between 0 and 1.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Empty(6).Bernoulli_(0.5)   // tensor([0., 0., 1., 0., 0., 0.])
    /// </code></example>
    public Tensor Bernoulli_(double p = 0.5) => Gate.InPlace(static (t, p) => t.bernoulli_(p), this, p);

    /// <summary>Fills the tensor with ones and zeros at random, each with its own probability: PyTorch's <c>bernoulli_</c>.</summary>
    /// <param name="p">For each element how likely a one is, from 0 to 1; it is broadcast.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">A probability is not between 0 and 1, or the shapes do not fit.</exception>
    /// <example><code>
    /// Torch.Empty(4).Bernoulli_(Torch.Tensor([0.0, 1.0, 0.0, 1.0]))   // tensor([0., 1., 0., 1.])
    /// </code></example>
    public Tensor Bernoulli_(Tensor p) => Gate.InPlace(static (t, p) => t.bernoulli_(p), this, p);

    /// <summary>Fills the tensor with random whole numbers, as many as its dtype can tell apart: PyTorch's <c>random_</c>.</summary>
    /// <returns>This tensor.</returns>
    /// <example><code>
    /// Torch.Empty([100], dtype: DType.Uint8).Random_().Shape   // torch.Size([100])
    /// </code></example>
    public Tensor Random_() => Dispatcher.Random_(this);

    /// <summary>Fills the tensor with random whole numbers from 0 to below another: PyTorch's <c>random_(to)</c>.</summary>
    /// <param name="to">Below which number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">There is no number below it, or the dtype does not reach so far.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Empty(4).Random_(10)   // tensor([4., 9., 3., 0.])
    /// </code></example>
    public Tensor Random_(long to) => Random_(0, to);

    /// <summary>Fills the tensor with random whole numbers from one to below another: PyTorch's <c>random_(from, to)</c>.</summary>
    /// <param name="from">The least number.</param>
    /// <param name="to">Below which number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="TorchException">There is no number between the two, or the dtype does not reach so far.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Empty(4).Random_(10, 20)   // tensor([14., 19., 13., 10.])
    /// </code></example>
    public Tensor Random_(long from, long to) => Gate.InPlace(static (t, a) => t.random_(a.from, a.to), this, (from, to));
}
