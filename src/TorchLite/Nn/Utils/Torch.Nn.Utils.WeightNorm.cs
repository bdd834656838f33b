using TorchLite.Nn;
using TorchLite.Nn.Utils;

namespace TorchLite;

/// <content>Weight normalization.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Utils
        {
            /// <summary>
            /// Learns the norm and the direction of a weight apart, as <c>weight_g</c> and <c>weight_v</c>: PyTorch's older <c>weight_norm</c>, which
            /// <see cref="Parametrizations.WeightNorm"/> replaces.
            /// </summary>
            /// <typeparam name="T">The module's class.</typeparam>
            /// <param name="module">The module with the parameter.</param>
            /// <param name="name">The parameter's name.</param>
            /// <param name="dim">The dimension that has a norm for each place; null: one norm for all of it.</param>
            /// <returns><paramref name="module"/>.</returns>
            /// <exception cref="KeyNotFoundException">There is no such parameter.</exception>
            /// <exception cref="TorchException">The parameter has a weight norm already.</exception>
            /// <exception cref="TorchValueException">The module is lazy, and was not called yet.</exception>
            /// <example><code>
            /// var linear = Torch.Nn.Utils.WeightNorm(new Linear(4, 2));
            /// string.Join(" ", linear.StateDict().Keys)                                   // bias weight_g weight_v
            /// string.Join(" ", Torch.Nn.Utils.RemoveWeightNorm(linear).StateDict().Keys)  // bias weight
            /// </code></example>
            public static T WeightNorm<T>(T module, string name = "weight", long? dim = 0)
                where T : Module
            {
                var weight = NormedWeight.Target<DirectedWeight>(module, name, "weight_norm", "WeightNorm");
                new DirectedWeight(name, dim ?? -1).Apply(module, weight);
                return module;
            }

            /// <summary>Makes a weight with a weight norm a plain one again: PyTorch's <c>remove_weight_norm</c>.</summary>
            /// <typeparam name="T">The module's class.</typeparam>
            /// <param name="module">The module with the parameter.</param>
            /// <param name="name">The parameter's name.</param>
            /// <returns><paramref name="module"/>.</returns>
            /// <exception cref="TorchValueException">It has no weight norm.</exception>
            /// <example><code>
            /// var linear = Torch.Nn.Utils.RemoveWeightNorm(Torch.Nn.Utils.WeightNorm(new Linear(4, 2)));
            /// string.Join(" ", linear.StateDict().Keys)   // bias weight
            /// </code></example>
            public static T RemoveWeightNorm<T>(T module, string name = "weight")
                where T : Module
            {
                NormedWeight.Remove<DirectedWeight>(module, name, "weight_norm");
                return module;
            }
        }
    }
}
