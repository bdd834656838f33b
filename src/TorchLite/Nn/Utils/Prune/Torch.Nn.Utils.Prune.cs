using TorchLite.Nn;
using TorchLite.Nn.Utils.Prune;

namespace TorchLite;

/// <content>Pruning.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Utils
        {
            /// <summary>Setting elements of parameters to 0 for good: PyTorch's <c>torch.nn.utils.prune</c>.</summary>
            /// <remarks>
            /// A pruned <c>weight</c> is computed in each call of its module of the parameter <c>weight_orig</c> and the buffer
            /// <c>weight_mask</c>. An amount is a number of elements or channels, or, with a point, a share of them from 0.0 to 1.0.
            /// </remarks>
            /// <example><code>
            /// using TorchLite.Nn.Utils.Prune;
            /// var linear = new Linear(4, 2);
            /// Torch.Nn.Utils.Prune.L1Unstructured(linear, "weight", 0.5);
            /// (linear.Weight == 0).Sum().Item()                  // 4
            /// string.Join(" ", linear.StateDict().Keys)          // bias weight_orig weight_mask
            /// Torch.Nn.Utils.Prune.IsPruned(linear)              // True
            /// Torch.Nn.Utils.Prune.RandomUnstructured(linear, "weight", 1);
            /// Torch.Nn.Utils.Prune.Remove(linear, "weight");
            /// (linear.Weight == 0).Sum().Item()                  // 5
            /// Torch.Nn.Utils.Prune.Identity(linear, "bias");
            /// Torch.Nn.Utils.Prune.RandomStructured(linear, "weight", 1, dim: 0);
            /// Torch.Nn.Utils.Prune.LnStructured(linear, "weight", 1, n: 2, dim: 1);
            /// Torch.Nn.Utils.Prune.CustomFromMask(linear, "bias", Torch.Tensor([1, 0]));
            /// (linear.Bias![1] == 0).Item()                      // True
            /// Sequential net = [new Linear(4, 4), new Linear(4, 4)];
            /// Torch.Nn.Utils.Prune.GlobalUnstructured([(net[0], "weight"), (net[1], "weight")], new L1Unstructured(0.25));
            /// net.Buffers().Sum(mask =&gt; (double)mask.Sum())   // 24
            /// </code></example>
            public static class Prune
            {
                /// <summary>Gives a parameter a mask of ones: PyTorch's <c>prune.identity</c>.</summary>
                /// <typeparam name="T">The module's class.</typeparam>
                /// <param name="module">The module.</param>
                /// <param name="name">The parameter's name.</param>
                /// <returns><paramref name="module"/>.</returns>
                /// <exception cref="KeyNotFoundException">There is no such parameter.</exception>
                public static T Identity<T>(T module, string name)
                    where T : Module => By(new TorchLite.Nn.Utils.Prune.Identity(), module, name);

                /// <summary>Takes elements away at random: PyTorch's <c>prune.random_unstructured</c>.</summary>
                /// <typeparam name="T">The module's class.</typeparam>
                /// <param name="module">The module.</param>
                /// <param name="name">The parameter's name.</param>
                /// <param name="amount">How many elements, or which share.</param>
                /// <returns><paramref name="module"/>.</returns>
                /// <exception cref="KeyNotFoundException">There is no such parameter.</exception>
                /// <exception cref="TorchValueException">The amount is negative, or more than there is.</exception>
                public static T RandomUnstructured<T>(T module, string name, Scalar amount)
                    where T : Module => By(new RandomUnstructured(amount), module, name);

                /// <summary>Takes the elements of the least absolute values away: PyTorch's <c>prune.l1_unstructured</c>.</summary>
                /// <typeparam name="T">The module's class.</typeparam>
                /// <param name="module">The module.</param>
                /// <param name="name">The parameter's name.</param>
                /// <param name="amount">How many elements, or which share.</param>
                /// <param name="importanceScores">Numbers to go by instead of the elements; null: these.</param>
                /// <returns><paramref name="module"/>.</returns>
                /// <exception cref="KeyNotFoundException">There is no such parameter.</exception>
                /// <exception cref="TorchValueException">The amount is negative, or more than there is.</exception>
                public static T L1Unstructured<T>(T module, string name, Scalar amount, Tensor? importanceScores = null)
                    where T : Module => By(new L1Unstructured(amount), module, name, importanceScores);

                /// <summary>Takes whole channels away at random: PyTorch's <c>prune.random_structured</c>.</summary>
                /// <typeparam name="T">The module's class.</typeparam>
                /// <param name="module">The module.</param>
                /// <param name="name">The parameter's name.</param>
                /// <param name="amount">How many channels, or which share.</param>
                /// <param name="dim">The dimension of the channels.</param>
                /// <returns><paramref name="module"/>.</returns>
                /// <exception cref="KeyNotFoundException">There is no such parameter.</exception>
                /// <exception cref="TorchValueException">The amount is negative, or more than there is.</exception>
                public static T RandomStructured<T>(T module, string name, Scalar amount, long dim)
                    where T : Module => By(new RandomStructured(amount, dim), module, name);

                /// <summary>Takes the channels with the least norms away: PyTorch's <c>prune.ln_structured</c>.</summary>
                /// <typeparam name="T">The module's class.</typeparam>
                /// <param name="module">The module.</param>
                /// <param name="name">The parameter's name.</param>
                /// <param name="amount">How many channels, or which share.</param>
                /// <param name="n">The order of the norm.</param>
                /// <param name="dim">The dimension of the channels.</param>
                /// <param name="importanceScores">Numbers to go by instead of the elements; null: these.</param>
                /// <returns><paramref name="module"/>.</returns>
                /// <exception cref="KeyNotFoundException">There is no such parameter.</exception>
                /// <exception cref="TorchValueException">The amount is negative, or more than there is.</exception>
                public static T LnStructured<T>(T module, string name, Scalar amount, double n, long dim, Tensor? importanceScores = null)
                    where T : Module => By(new LnStructured(amount, n, dim), module, name, importanceScores);

                /// <summary>Takes away what a mask says: PyTorch's <c>prune.custom_from_mask</c>.</summary>
                /// <typeparam name="T">The module's class.</typeparam>
                /// <param name="module">The module.</param>
                /// <param name="name">The parameter's name.</param>
                /// <param name="mask">1 for what stays, 0 for what does not, in the parameter's shape.</param>
                /// <returns><paramref name="module"/>.</returns>
                /// <exception cref="KeyNotFoundException">There is no such parameter.</exception>
                /// <exception cref="TorchValueException">The mask has another shape.</exception>
                public static T CustomFromMask<T>(T module, string name, Tensor mask)
                    where T : Module => By(new CustomFromMask(mask), module, name);

                /// <summary>
                /// Takes elements away of several parameters as if they were one: PyTorch's <c>prune.global_unstructured</c>.
                /// </summary>
                /// <param name="parameters">The modules and the names of their parameters.</param>
                /// <param name="pruningMethod">The method, an unstructured one.</param>
                /// <param name="importanceScores">Numbers to go by instead of the elements; null, or none for a parameter: these.</param>
                /// <exception cref="TorchTypeException">The method is not an unstructured one.</exception>
                /// <exception cref="KeyNotFoundException">There is no such parameter.</exception>
                public static void GlobalUnstructured(
                    IEnumerable<(Module Module, string Name)> parameters, BasePruningMethod pruningMethod,
                    IReadOnlyDictionary<(Module Module, string Name), Tensor>? importanceScores = null)
                {
                    ArgumentNullException.ThrowIfNull(parameters);
                    ArgumentNullException.ThrowIfNull(pruningMethod);
                    if (pruningMethod.PruningType != PruningType.Unstructured)
                    {
                        throw new TorchTypeException(
                            $"Only \"unstructured\" PRUNING_TYPE supported for the `pruning_method`. Found method "
                            + $"{pruningMethod.GetType().Name} of type {pruningMethod.PruningType}");
                    }

                    (Module Module, string Name, Tensor Weight)[] all = [.. parameters.Select(static one => (one.Module, one.Name, One(one)))];
                    using var _ = NoGrad();
                    var scores = Cat([.. all.Select(one => (importanceScores?.GetValueOrDefault((one.Module, one.Name)) ?? one.Weight).Reshape(-1))]);
                    var before = Cat([.. all.Select(static one =>
                        (one.Module.TensorNamed($"{one.Name}_mask") ?? OnesLike(one.Weight)).Reshape(-1))]);
                    var masks = new PruningContainer([pruningMethod]).ComputeMask(scores, before)
                        .Split([.. all.Select(static one => one.Weight.Numel())]);
                    foreach (var (one, mask) in all.Zip(masks))
                    {
                        CustomFromMask(one.Module, one.Name, mask.ViewAs(one.Weight));
                    }
                }

                /// <summary>Makes a pruned parameter a plain one with its zeros: PyTorch's <c>prune.remove</c>.</summary>
                /// <typeparam name="T">The module's class.</typeparam>
                /// <param name="module">The module.</param>
                /// <param name="name">The parameter's name.</param>
                /// <returns><paramref name="module"/>.</returns>
                /// <exception cref="TorchValueException">It is not pruned.</exception>
                public static T Remove<T>(T module, string name)
                    where T : Module
                {
                    ArgumentNullException.ThrowIfNull(module);
                    ArgumentNullException.ThrowIfNull(name);
                    if (!module.Computed.TryGetValue(name, out var value) || value.Kind is not BasePruningMethod)
                    {
                        throw new TorchValueException(
                            $"Parameter '{name}' of module {module} has to be pruned before pruning can be removed");
                    }

                    BasePruningMethod.Remove(module, name);
                    return module;
                }

                /// <summary>Whether something in a module is pruned: PyTorch's <c>prune.is_pruned</c>.</summary>
                /// <param name="module">The module.</param>
                /// <returns>True if a parameter here or below is.</returns>
                public static bool IsPruned(Module module)
                {
                    ArgumentNullException.ThrowIfNull(module);
                    return module.Modules().Any(static one => one.Computed.Values.Any(static value => value.Kind is BasePruningMethod));
                }

                private static T By<T>(BasePruningMethod method, T module, string name, Tensor? scores = null)
                    where T : Module
                {
                    method.Apply(module, name, scores);
                    return module;
                }

                private static Tensor One((Module Module, string Name) place) => place.Module.TensorNamed(place.Name)
                    ?? throw new KeyNotFoundException($"'{place.Module.ClassName}' object has no attribute '{place.Name}'");
            }
        }
    }
}
