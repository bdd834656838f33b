namespace TorchLite;

/// <content>The generator's state.</content>
public static partial class Torch
{
    /// <summary>
    /// Sets the seed of the random numbers, which are the same as PyTorch's for this seed: PyTorch's <c>torch.manual_seed(seed)</c>. A worker
    /// of a <see cref="TorchLite.Utils.Data.DataLoader{TItem, TBatch}"/> has numbers of its own, as Python's workers have.
    /// </summary>
    /// <param name="seed">Any integer.</param>
    /// <returns>The default generator.</returns>
    /// <example><code>
    /// Torch.ManualSeed(0);
    /// Torch.Rand(2)   // tensor([0.4963, 0.7682])
    /// </code></example>
    public static Generator ManualSeed(long seed)
    {
        if (Generator.OfThread is { } own)
        {
            return own.ManualSeed(seed);
        }

        NativeModes.Seed(seed);
        return DefaultGenerator;
    }

    /// <summary>Reseeds the random numbers of every device with a nondeterministic seed: PyTorch's <c>torch.seed</c>.</summary>
    /// <returns>The seed.</returns>
    /// <example><code>
    /// Torch.Seed() == Torch.InitialSeed()   // True
    /// </code></example>
    public static long Seed()
    {
        var seed = DefaultGenerator.Seed();
        if (Generator.OfThread is null)
        {
            NativeModes.SeedDevices(seed);
        }

        return seed;
    }

    /// <summary>The initial seed of the CPU's random numbers: PyTorch's <c>torch.initial_seed</c>.</summary>
    /// <returns>The seed; one of 2^63 and above as the negative number with the same bits.</returns>
    /// <example><code>
    /// Torch.ManualSeed(42);
    /// Torch.InitialSeed()   // 42
    /// </code></example>
    public static long InitialSeed() => DefaultGenerator.InitialSeed();

    /// <summary>The state of the CPU's default generator: PyTorch's <c>torch.get_rng_state</c>.</summary>
    /// <returns>A new uint8 tensor, for <see cref="SetRngState"/>.</returns>
    /// <example><code>
    /// Torch.GetRngState().DType   // torch.uint8
    /// </code></example>
    public static Tensor GetRngState() => DefaultGenerator.GetState();

    /// <summary>
    /// Sets the CPU's default generator to a state that <see cref="GetRngState"/> returned: PyTorch's <c>torch.set_rng_state</c>.
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

    /// <summary>The generator of the CPU that is used where none is given: PyTorch's <c>torch.default_generator</c>.</summary>
    /// <example><code>
    /// Torch.ManualSeed(5);
    /// Torch.DefaultGenerator.InitialSeed()   // 5
    /// </code></example>
    public static Generator DefaultGenerator => Generator.Default;
}
