namespace TorchLite;

/// <content>Random tensors from other tensors, and the state of the random numbers.</content>
public static partial class Torch
{
    /// <summary>Random numbers of normal distributions with a mean each: PyTorch's <c>torch.normal</c>.</summary>
    /// <param name="mean">The means.</param>
    /// <param name="std">The standard deviation of all.</param>
    /// <param name="generator">Where the numbers come from; null: the default generator.</param>
    /// <returns>A new tensor of the means' shape and dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mean"/> is null.</exception>
    /// <exception cref="TorchException">The standard deviation is negative, or the dtype holds whole numbers.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Normal(Torch.Tensor([0.0, 100.0]), 2)   // tensor([ 3.0820, 99.4131])
    /// </code></example>
    public static Tensor Normal(Tensor mean, double std = 1, Generator? generator = null)
    {
        if (generator is null)
        {
            return Script.Run($"torch.normal({Given(mean)}, {std})");
        }

        return std < 0
            ? throw new TorchException($"normal expects std >= 0.0, but found std {std}")
            : Drawn(Given(mean), mean, std, generator);
    }

    /// <summary>Random numbers of normal distributions with a standard deviation each: PyTorch's <c>torch.normal</c>.</summary>
    /// <param name="mean">The mean of all.</param>
    /// <param name="std">The standard deviations.</param>
    /// <param name="generator">Where the numbers come from; null: the default generator.</param>
    /// <returns>A new tensor of the standard deviations' shape and dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="std"/> is null.</exception>
    /// <exception cref="TorchException">A standard deviation is negative, or the dtype holds whole numbers.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Normal(10, Torch.Tensor([1.0, 0.0]))   // tensor([11.5410, 10.0000])
    /// </code></example>
    public static Tensor Normal(double mean, Tensor std, Generator? generator = null) =>
        generator is null
            ? Script.Run($"torch.normal({mean}, {Given(std)})")
            : Drawn(Checked(std), mean, std, generator);

    /// <summary>Random numbers of normal distributions with a mean and a standard deviation each: PyTorch's <c>torch.normal</c>.</summary>
    /// <param name="mean">The means.</param>
    /// <param name="std">The standard deviations; the shapes broadcast.</param>
    /// <param name="generator">Where the numbers come from; null: the default generator.</param>
    /// <returns>A new tensor of the means' dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mean"/> or <paramref name="std"/> is null.</exception>
    /// <exception cref="TorchException">
    /// A standard deviation is negative, the dtype holds whole numbers, or the shapes do not broadcast.
    /// </exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Normal(Torch.Tensor([0.0, 100.0]), Torch.Tensor([1.0, 0.0]))   // tensor([  1.5410, 100.0000])
    /// </code></example>
    public static Tensor Normal(Tensor mean, Tensor std, Generator? generator = null) =>
        generator is null
            ? Script.Run($"torch.normal({Given(mean)}, {Given(std)})")
            : Drawn(BroadcastTensors([Given(mean), Checked(std)])[0], mean, std, generator);

    /// <summary>Random numbers of one normal distribution: PyTorch's <c>torch.normal</c>.</summary>
    /// <param name="mean">The mean.</param>
    /// <param name="std">The standard deviation.</param>
    /// <param name="size">The size of each dimension.</param>
    /// <param name="generator">Where the numbers come from; null: the default generator.</param>
    /// <param name="dtype">A floating-point or complex dtype; null: the default dtype.</param>
    /// <param name="device">The device; null: the default device.</param>
    /// <param name="requiresGrad">Whether operations on the tensor are recorded for gradients.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="TorchException">
    /// The standard deviation is negative, a size is negative, or the dtype holds whole numbers.
    /// </exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Normal(10, 2, [3])   // tensor([13.0820,  9.4131,  5.6424])
    /// </code></example>
    public static Tensor Normal(
        double mean, double std, Shape size, Generator? generator = null, DType? dtype = null, Device? device = null, bool requiresGrad =
        false) =>
        Empty(size, dtype, device).Normal_(mean, std, generator).AsCreated(requiresGrad);

    /// <summary>Random counts of the Poisson distribution, each element the rate of its own: PyTorch's <c>torch.poisson</c>.</summary>
    /// <param name="input">The rates.</param>
    /// <param name="generator">Where the numbers come from; null: the default generator.</param>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TorchException">A rate is negative, or the dtype holds whole numbers.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Poisson(Torch.Tensor([1.0, 5.0, 50.0]))   // tensor([ 2.,  6., 49.])
    /// </code></example>
    public static Tensor Poisson(Tensor input, Generator? generator = null) =>
        Generator.Draw(static (t, _, g) => t.poisson(g), Given(input), 0, generator);

    /// <summary>The state of the CPU's default generator: PyTorch's <c>torch.get_rng_state</c>.</summary>
    /// <returns>A new uint8 tensor, for <see cref="SetRngState"/>.</returns>
    /// <example><code>
    /// Torch.GetRngState().DType   // torch.uint8
    /// </code></example>
    public static Tensor GetRngState() => DefaultGenerator.GetState();

    /// <summary>
    /// Sets the CPU's default generator to a state that <see cref="GetRngState"/> gave: PyTorch's <c>torch.set_rng_state</c>.
    /// </summary>
    /// <param name="newState">The state.</param>
    /// <exception cref="ArgumentNullException"><paramref name="newState"/> is null.</exception>
    /// <exception cref="TorchTypeException">The tensor is not a uint8 tensor on the CPU.</exception>
    /// <exception cref="TorchException">The tensor is not a state.</exception>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// var state = Torch.GetRngState();
    /// Torch.Rand(2)   // tensor([0.4963, 0.7682])
    /// Torch.SetRngState(state);
    /// Torch.Rand(2)   // tensor([0.4963, 0.7682])
    /// </code></example>
    public static void SetRngState(Tensor newState) => DefaultGenerator.SetState(newState);

    /// <summary>Starts the random numbers of every device anew from a seed that nobody can foresee: PyTorch's <c>torch.seed</c>.</summary>
    /// <returns>The seed.</returns>
    /// <example><code>
    /// Torch.Seed() == Torch.InitialSeed()   // True
    /// </code></example>
    public static long Seed()
    {
        var seed = DefaultGenerator.Seed();
        NativeModes.SeedDevices(seed);
        return seed;
    }

    /// <summary>The seed from which the CPU's random numbers started: PyTorch's <c>torch.initial_seed</c>.</summary>
    /// <returns>The seed; one of 2^63 and above as the negative number of the same bits.</returns>
    /// <example><code>
    /// Torch.ManualSeed(42);
    /// Torch.InitialSeed()   // 42
    /// </code></example>
    public static long InitialSeed() => DefaultGenerator.InitialSeed();

    /// <summary>The generator of the CPU that is used where none is given: PyTorch's <c>torch.default_generator</c>.</summary>
    /// <example><code>
    /// Torch.ManualSeed(5);
    /// Torch.DefaultGenerator.InitialSeed()   // 5
    /// </code></example>
    public static Generator DefaultGenerator => Generator.Default;

    // As libtorch draws them, which takes a generator through no function of TorchSharp's.
    private static Tensor Drawn(Tensor like, Tensor mean, Tensor std, Generator generator)
    {
        using var noGrad = NoGrad();
        return Empty(like.Shape, like.DType, like.Device).Normal_(0, 1, generator).Mul_(std).Add_(mean);
    }

    private static Tensor Checked(Tensor std) =>
        Given(std).Numel() > 0 && std.Min().Item<double>() < 0
            ? throw new TorchException("normal expects all elements of std >= 0.0")
            : std;
}
