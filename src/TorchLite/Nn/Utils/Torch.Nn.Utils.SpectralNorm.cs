using TorchLite.Nn;
using TorchLite.Nn.Utils;

namespace TorchLite;

/// <content>Spectral normalization.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Utils
        {
            /// <summary>
            /// Divides a weight by its greatest singular value in each call: PyTorch's older <c>spectral_norm</c>, which
            /// <see cref="Parametrizations.SpectralNorm"/> replaces.
            /// </summary>
            /// <typeparam name="T">The module's class.</typeparam>
            /// <param name="module">The module with the parameter.</param>
            /// <param name="name">The parameter's name.</param>
            /// <param name="nPowerIterations">How often the singular value is improved in each call in training.</param>
            /// <param name="eps">What keeps norms from 0.</param>
            /// <param name="dim">The dimension of the outputs; null: 1 for transposed convolutions, else 0.</param>
            /// <returns><paramref name="module"/>.</returns>
            /// <exception cref="KeyNotFoundException">There is no such parameter.</exception>
            /// <exception cref="TorchException">The parameter has a spectral norm already.</exception>
            /// <exception cref="TorchValueException">
            /// The number of iterations is not positive, or the module is lazy, and was not called yet.
            /// </exception>
            /// <example><code>
            /// var linear = Torch.Nn.Utils.SpectralNorm(new Linear(4, 2));
            /// string.Join(" ", linear.StateDict().Keys)   // bias weight_orig weight_u weight_v
            /// linear.Call(Torch.Ones(1, 4)).Shape         // torch.Size([1, 2])
            /// string.Join(" ", Torch.Nn.Utils.RemoveSpectralNorm(linear).StateDict().Keys)  // bias weight
            /// </code></example>
            public static T SpectralNorm<T>(
                T module, string name = "weight", int nPowerIterations = 1, double eps = 1e-12, long? dim = null)
                where T : Module
            {
                if (nPowerIterations <= 0)
                {
                    throw new TorchValueException(
                        $"Expected n_power_iterations to be positive, but got n_power_iterations={nPowerIterations}");
                }

                var weight = NormedWeight.Target<SpectralWeight>(module, name, "spectral_norm", "SpectralNorm");
                new SpectralWeight(name, nPowerIterations, dim ?? (module is ConvTransposeNd ? 1 : 0), eps).Apply(module, weight);
                return module;
            }

            /// <summary>Makes a weight with a spectral norm a plain one again: PyTorch's <c>remove_spectral_norm</c>.</summary>
            /// <typeparam name="T">The module's class.</typeparam>
            /// <param name="module">The module with the parameter.</param>
            /// <param name="name">The parameter's name.</param>
            /// <returns><paramref name="module"/>.</returns>
            /// <exception cref="TorchValueException">It has no spectral norm.</exception>
            /// <example><code>
            /// var linear = Torch.Nn.Utils.RemoveSpectralNorm(Torch.Nn.Utils.SpectralNorm(new Linear(4, 2)));
            /// string.Join(" ", linear.StateDict().Keys)   // bias weight
            /// </code></example>
            public static T RemoveSpectralNorm<T>(T module, string name = "weight")
                where T : Module
            {
                NormedWeight.Remove<SpectralWeight>(module, name, "spectral_norm");
                return module;
            }
        }
    }
}
