namespace TorchLite.Nn;

/// <summary>What the lazy modules have in common.</summary>
public static class LazyModuleExtensions
{
    /// <summary>The methods of lazy modules.</summary>
    /// <typeparam name="T">The module's class.</typeparam>
    /// <param name="module">The module.</param>
    extension<T>(T module)
        where T : Module, ILazyModule
    {
        /// <summary>Whether a parameter or buffer has no shape yet: PyTorch's <c>has_uninitialized_params</c>.</summary>
        /// <returns>True before the first input.</returns>
        /// <exception cref="ArgumentNullException">The module is null.</exception>
        /// <example><code>
        /// new LazyLinear(2).HasUninitializedParams()   // True
        /// </code></example>
        public bool HasUninitializedParams()
        {
            ArgumentNullException.ThrowIfNull(module);
            return module.HasNoShapes;
        }

        /// <summary>
        /// Gives parameters and buffers the shapes that suit an input, and their first values: PyTorch's <c>initialize_parameters</c>.
        /// </summary>
        /// <param name="input">The input.</param>
        /// <exception cref="ArgumentNullException">The module or <paramref name="input"/> is null.</exception>
        /// <exception cref="TorchException">
        /// The input does not have so many dimensions, or a size does not suit parameters that were loaded.
        /// </exception>
        /// <exception cref="TorchValueException">The groups of a convolution do not divide the channels.</exception>
        /// <example><code>
        /// var lazy = new LazyLinear(2);
        /// lazy.InitializeParameters(Torch.Ones(4, 3));
        /// lazy.Weight.Shape   // torch.Size([2, 3])
        /// </code></example>
        public void InitializeParameters(Tensor input)
        {
            ArgumentNullException.ThrowIfNull(module);
            ArgumentNullException.ThrowIfNull(input);
            module.Infer(input);
        }
    }
}
