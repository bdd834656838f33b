namespace TorchLite;

/// <content>Control of GPUs.</content>
public static partial class Torch
{
    /// <content>Control of GPUs.</content>
    public static partial class Cuda
    {
        /// <summary>
        /// Reseeds the random numbers of the current GPU with a seed; no effect if there is none: PyTorch's
        /// <c>torch.cuda.manual_seed</c>.
        /// </summary>
        /// <param name="seed">Any integer.</param>
        /// <example><code>
        /// Torch.Cuda.ManualSeed(0);
        /// </code></example>
        public static void ManualSeed(long seed)
        {
            NativeLoader.EnsureLoaded();
            NativeModes.SeedDevice(seed);
        }

        /// <summary>
        /// Reseeds the random numbers of all GPUs with a seed; no effect if there is none: PyTorch's
        /// <c>torch.cuda.manual_seed_all</c>.
        /// </summary>
        /// <param name="seed">Any integer.</param>
        /// <example><code>
        /// Torch.Cuda.ManualSeedAll(0);
        /// </code></example>
        public static void ManualSeedAll(long seed)
        {
            NativeLoader.EnsureLoaded();
            NativeModes.SeedDevices(seed);
        }

        /// <summary>
        /// Reseeds the random numbers of the current GPU with a nondeterministic seed: PyTorch's <c>torch.cuda.seed</c>.
        /// </summary>
        /// <example><code>
        /// Torch.Cuda.Seed();
        /// </code></example>
        public static void Seed() => ManualSeed(new Generator().Seed());

        /// <summary>
        /// Reseeds the random numbers of all GPUs with a nondeterministic seed: PyTorch's <c>torch.cuda.seed_all</c>.
        /// </summary>
        /// <example><code>
        /// Torch.Cuda.SeedAll();
        /// </code></example>
        public static void SeedAll() => ManualSeedAll(new Generator().Seed());
    }
}
