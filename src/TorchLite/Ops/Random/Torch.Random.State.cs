namespace TorchLite;

/// <content>The state of the random numbers.</content>
public static partial class Torch
{
    /// <summary>The state of the random numbers: PyTorch's <c>torch.random</c>.</summary>
    /// <example><code>
    /// Torch.Random.ManualSeed(0);
    /// Torch.Rand(2)   // tensor([0.4963, 0.7682])
    /// </code></example>
    public static partial class Random
    {
        /// <summary>The state of the CPU's default generator: PyTorch's <c>torch.random.get_rng_state</c>.</summary>
        /// <returns>A new uint8 tensor, for <see cref="SetRngState"/>.</returns>
        /// <example><code>
        /// Torch.Random.GetRngState().Shape   // torch.Size([5056])
        /// </code></example>
        public static Tensor GetRngState() => Torch.GetRngState();

        /// <summary>
        /// Sets the CPU's default generator to a state that <see cref="GetRngState"/> returned: PyTorch's
        /// <c>torch.random.set_rng_state</c>.
        /// </summary>
        /// <param name="newState">The state.</param>
        /// <exception cref="ArgumentNullException"><paramref name="newState"/> is null.</exception>
        /// <exception cref="TorchTypeException">The tensor is not a uint8 tensor on the CPU.</exception>
        /// <exception cref="TorchException">The tensor is not a state.</exception>
        /// <example><code>
        /// var state = Torch.Random.GetRngState();
        /// var before = Torch.Rand(2);
        /// Torch.Random.SetRngState(state);
        /// Torch.Rand(2).Equal(before)   // True
        /// </code></example>
        public static void SetRngState(Tensor newState) => Torch.SetRngState(newState);

        /// <summary>Reseeds the random numbers of every device with a seed: PyTorch's <c>torch.random.manual_seed</c>.</summary>
        /// <param name="seed">Any integer.</param>
        /// <returns>The default generator.</returns>
        /// <example><code>
        /// Torch.Random.ManualSeed(0).InitialSeed()   // 0
        /// </code></example>
        public static Generator ManualSeed(long seed) => Torch.ManualSeed(seed);

        /// <summary>
        /// Reseeds the random numbers of every device with a nondeterministic seed: PyTorch's <c>torch.random.seed</c>.
        /// </summary>
        /// <returns>The seed.</returns>
        /// <example><code>
        /// Torch.Random.Seed() == Torch.Random.InitialSeed()   // True
        /// </code></example>
        public static long Seed() => Torch.Seed();

        /// <summary>The initial seed of the CPU's random numbers: PyTorch's <c>torch.random.initial_seed</c>.</summary>
        /// <returns>The seed; one of 2^63 and above as the negative number with the same bits.</returns>
        /// <example><code>
        /// Torch.ManualSeed(42);
        /// Torch.Random.InitialSeed()   // 42
        /// </code></example>
        public static long InitialSeed() => Torch.InitialSeed();

        /// <summary>
        /// Restores the state of the CPU's random numbers at the end of the <c>using</c>: PyTorch's
        /// <c>torch.random.fork_rng</c>.
        /// </summary>
        /// <param name="enabled">Whether to enable it.</param>
        /// <returns>The scope, for a <c>using</c>.</returns>
        /// <example><code>
        /// Torch.ManualSeed(0);
        /// using (Torch.Random.ForkRng()) { Torch.Rand(100).Dispose(); }
        /// Torch.Rand(2)   // tensor([0.4963, 0.7682])
        /// </code></example>
        public static RandomFork ForkRng(bool enabled = true) => new(enabled);
    }
}
