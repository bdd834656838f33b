using TorchLite.Nn;
using TorchLite.Nn.Utils.Parametrizations;

namespace TorchLite;

/// <content>Ready-made parametrizations.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Utils
        {
            /// <summary>Ready-made parametrizations: PyTorch's <c>torch.nn.utils.parametrizations</c>.</summary>
            public static class Parametrizations
            {
                /// <summary>
                /// Keeps a matrix orthogonal, or its rows or columns orthonormal: PyTorch's <c>parametrizations.orthogonal</c>
                /// (M. Lezcano Casado, "Trivializations for gradient-based optimization on manifolds", 2019).
                /// </summary>
                /// <typeparam name="T">The module's class.</typeparam>
                /// <param name="module">The module with the parameter.</param>
                /// <param name="name">The parameter's name: a matrix, or a batch of some.</param>
                /// <param name="orthogonalMap">How it is made orthogonal; null: the exponential where it is square or complex, else reflections.</param>
                /// <param name="useTrivialization">Whether the first value is a factor of its own.</param>
                /// <returns><paramref name="module"/>.</returns>
                /// <exception cref="TorchValueException">There is no such parameter, it is no matrix, or reflections of complex numbers are asked for.</exception>
                /// <example><code>
                /// var linear = Torch.Nn.Utils.Parametrizations.Orthogonal(new Linear(3, 3));
                /// linear.Weight.Matmul(linear.Weight.T).Allclose(Torch.Eye(3), atol: 1e-5)   // True
                /// </code></example>
                public static T Orthogonal<T>(
                    T module, string name = "weight", OrthogonalMap? orthogonalMap = null, bool useTrivialization = true)
                    where T : Module
                {
                    var weight = Weight(module, name);
                    if (weight.Dim() < 2)
                    {
                        throw new TorchValueException($"Expected a matrix or batch of matrices. Got a tensor of {weight.Dim()} dimensions.");
                    }

                    var map = orthogonalMap ?? (weight.Size(-2) == weight.Size(-1) || weight.IsComplex() ? OrthogonalMap.MatrixExp
                        : OrthogonalMap.Householder);
                    return weight.IsComplex() && map == OrthogonalMap.Householder
                        ? throw new TorchValueException("The householder parametrization does not support complex tensors.")
                        : Parametrize.RegisterParametrization(
                            module, name, new OrthogonalParametrization(weight.Shape, map, useTrivialization), isUnsafe: true);
                }

                /// <summary>
                /// Learns the norm and the direction of a weight apart: PyTorch's <c>parametrizations.weight_norm</c> (T. Salimans, D. Kingma,
                /// "Weight normalization", 2016).
                /// </summary>
                /// <typeparam name="T">The module's class.</typeparam>
                /// <param name="module">The module with the parameter.</param>
                /// <param name="name">The parameter's name.</param>
                /// <param name="dim">The dimension that has a norm for each place; null: one norm for all of it.</param>
                /// <returns><paramref name="module"/>.</returns>
                /// <exception cref="TorchValueException">There is no such parameter.</exception>
                /// <example><code>
                /// var linear = Torch.Nn.Utils.Parametrizations.WeightNorm(new Linear(4, 2));
                /// string.Join(" ", linear.NamedParameters().Select(p =&gt; p.Name))
                /// // bias parametrizations.weight.original0 parametrizations.weight.original1
                /// </code></example>
                public static T WeightNorm<T>(T module, string name = "weight", long? dim = 0)
                    where T : Module
                {
                    _ = Weight(module, name, "does not have a parameter, a buffer, or a parametrized element");
                    Parametrize.RegisterParametrization(module, name, new WeightNormParametrization(dim ?? -1), isUnsafe: true);

                    // What the older weight_norm saved.
                    module.RegisterLoadStateDictPreHook((_, loading, prefix) =>
                    {
                        if (loading.ContainsKey($"{prefix}{name}_g") && loading.ContainsKey($"{prefix}{name}_v"))
                        {
                            loading[$"{prefix}parametrizations.{name}.original0"] = loading.Remove($"{prefix}{name}_g");
                            loading[$"{prefix}parametrizations.{name}.original1"] = loading.Remove($"{prefix}{name}_v");
                        }
                    });
                    return module;
                }

                /// <summary>
                /// Divides a weight by its greatest singular value: PyTorch's <c>parametrizations.spectral_norm</c> (T. Miyato et al., "Spectral
                /// normalization for generative adversarial networks", 2018).
                /// </summary>
                /// <typeparam name="T">The module's class.</typeparam>
                /// <param name="module">The module with the parameter.</param>
                /// <param name="name">The parameter's name.</param>
                /// <param name="nPowerIterations">How often the singular value is improved in each call in training.</param>
                /// <param name="eps">What keeps norms from 0.</param>
                /// <param name="dim">The dimension of the outputs; null: 1 for transposed convolutions, else 0.</param>
                /// <returns><paramref name="module"/>.</returns>
                /// <exception cref="TorchValueException">There is no such parameter, or the number of iterations is not positive.</exception>
                /// <exception cref="TorchIndexException">The parameter has no such dimension.</exception>
                /// <example><code>
                /// var linear = Torch.Nn.Utils.Parametrizations.SpectralNorm(new Linear(4, 2));
                /// Torch.Linalg.MatrixNorm(linear.Weight, 2).Allclose(Torch.Tensor(1.0), rtol: 0.01)   // True
                /// </code></example>
                public static T SpectralNorm<T>(
                    T module, string name = "weight", int nPowerIterations = 1, double eps = 1e-12, long? dim = null)
                    where T : Module
                {
                    var weight = Weight(module, name);
                    return Parametrize.RegisterParametrization(
                        module, name,
                        new SpectralNormParametrization(weight, nPowerIterations, dim ?? (module is ConvTransposeNd ? 1 : 0), eps));
                }

                private static Tensor Weight(Module module, string name, string lacks = "has no parameter or buffer")
                {
                    ArgumentNullException.ThrowIfNull(module);
                    ArgumentNullException.ThrowIfNull(name);
                    return module.TensorNamed(name)
                        ?? throw new TorchValueException($"Module '{module}' {lacks} with name '{name}'");
                }
            }
        }
    }
}
