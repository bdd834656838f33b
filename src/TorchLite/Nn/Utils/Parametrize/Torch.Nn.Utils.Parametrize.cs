using TorchLite.Nn;
using TorchLite.Nn.Utils.Parametrize;

namespace TorchLite;

/// <content>Parametrizations.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Utils
        {
            /// <summary>Parameters that are computed from others: PyTorch's <c>torch.nn.utils.parametrize</c>.</summary>
            /// <remarks>
            /// A parametrized member is computed once for a call of its module, and at each use otherwise. It is assigned through
            /// <see cref="ParametrizationList.RightInverse"/>.
            /// </remarks>
            /// <example><code>
            /// class Symmetric : Module&lt;Tensor, Tensor&gt;
            /// {
            ///     protected override Tensor Forward(Tensor x) =&gt; x.Triu() + x.Triu(1).T;
            /// }
            /// var linear = Torch.Nn.Utils.Parametrize.RegisterParametrization(new Linear(2, 2), "weight", new Symmetric());
            /// linear.Weight.Equal(linear.Weight.T)                      // True
            /// string.Join(" ", linear.StateDict().Keys)                 // bias parametrizations.weight.original
            /// Torch.Nn.Utils.Parametrize.IsParametrized(linear)         // True
            /// linear
            /// // ParametrizedLinear(
            /// //   in_features=2, out_features=2, bias=True
            /// //   (parametrizations): ModuleDict(
            /// //     (weight): ParametrizationList(
            /// //       (0): Symmetric()
            /// //     )
            /// //   )
            /// // )
            /// using (Torch.Nn.Utils.Parametrize.Cached())
            ///     linear.Call(Torch.Ones(1, 2));
            /// var other = Torch.Nn.Utils.Parametrize.TransferParametrizationsAndParams(linear, new Linear(2, 2));
            /// other.Weight.Equal(linear.Weight)                         // True
            /// Torch.Nn.Utils.Parametrize.RemoveParametrizations(linear, "weight")
            /// // Linear(in_features=2, out_features=2, bias=True)
            /// </code></example>
            public static class Parametrize
            {
                /// <summary>Has a parameter computed by a module of it: PyTorch's <c>register_parametrization</c>.</summary>
                /// <typeparam name="T">The module's class.</typeparam>
                /// <param name="module">The module with the parameter.</param>
                /// <param name="tensorName">The parameter's name, such as <c>"weight"</c>.</param>
                /// <param name="parametrization">
                /// Computes it; comes after those that are there already. Where it is an <see cref="IRightInverse"/>, the value stays.
                /// </param>
                /// <param name="isUnsafe">Whether it may change the shape or dtype.</param>
                /// <returns><paramref name="module"/>.</returns>
                /// <exception cref="TorchValueException">There is no such parameter, or the shape or dtype would change.</exception>
                public static T RegisterParametrization<T>(T module, string tensorName, Module parametrization, bool isUnsafe = false)
                    where T : Module
                {
                    ArgumentNullException.ThrowIfNull(module);
                    ArgumentNullException.ThrowIfNull(tensorName);
                    ArgumentNullException.ThrowIfNull(parametrization);
                    parametrization.Train(module.Training);
                    if (IsParametrized(module, tensorName))
                    {
                        var list = ParametrizationsOf(module, tensorName);
                        ParametrizationChecks.IsParametrization(parametrization, isFirst: false);
                        if (!isUnsafe)
                        {
                            CheckNext(module.Computed[tensorName], tensorName, (Module<Tensor, Tensor>)parametrization);
                        }

                        list.Add(parametrization);
                        list.Unsafe |= isUnsafe;
                    }
                    else if (module.TensorNamed(tensorName) is Parameter original and not ComputedParameter)
                    {
                        var list = new ParametrizationList(parametrization, original, isUnsafe);
                        if (module.Parametrizations is not { } all)
                        {
                            module.RegisterModule("parametrizations", all = new ModuleDict<ParametrizationList>());
                        }

                        all[tensorName] = list;
                        module.Compute(
                            tensorName, typeof(ParametrizationList), owner => owner.Parametrizations![tensorName].Call(), staysAfterCalls: false);
                    }
                    else
                    {
                        throw new TorchValueException(
                            $"Module '{module}' does not have a parameter, a buffer, or a parametrized element with name '{tensorName}'");
                    }

                    return module;
                }

                /// <summary>Whether a module has parametrizations: PyTorch's <c>is_parametrized</c>.</summary>
                /// <param name="module">The module.</param>
                /// <param name="tensorName">Of which parameter; null: of any.</param>
                /// <returns>True if it has.</returns>
                public static bool IsParametrized(Module module, string? tensorName = null)
                {
                    ArgumentNullException.ThrowIfNull(module);
                    return module.Parametrizations is { } all && (tensorName is null ? all.Count > 0 : all.ContainsKey(tensorName));
                }

                /// <summary>The parametrizations of a parameter: PyTorch's <c>module.parametrizations.weight</c>.</summary>
                /// <param name="module">The module.</param>
                /// <param name="tensorName">The parameter's name.</param>
                /// <returns>The list.</returns>
                /// <exception cref="KeyNotFoundException">It has none.</exception>
                /// <example><code>
                /// var linear = Torch.Nn.Utils.Parametrizations.WeightNorm(new Linear(3, 2));
                /// Torch.Nn.Utils.Parametrize.ParametrizationsOf(linear, "weight").Originals[0].Shape   // torch.Size([2, 1])
                /// </code></example>
                public static ParametrizationList ParametrizationsOf(Module module, string tensorName)
                {
                    ArgumentNullException.ThrowIfNull(module);
                    return IsParametrized(module, tensorName) ? module.Parametrizations![tensorName]
                        : throw new KeyNotFoundException($"Module {module} does not have a parametrization on {tensorName}");
                }

                /// <summary>Makes a parametrized parameter a plain one again: PyTorch's <c>remove_parametrizations</c>.</summary>
                /// <typeparam name="T">The module's class.</typeparam>
                /// <param name="module">The module.</param>
                /// <param name="tensorName">The parameter's name.</param>
                /// <param name="leaveParametrized">Whether it keeps the computed value; otherwise that of which it was computed.</param>
                /// <returns><paramref name="module"/>.</returns>
                /// <exception cref="TorchValueException">
                /// The parameter is not parametrized, or it was computed of several tensors and none of them can stay.
                /// </exception>
                public static T RemoveParametrizations<T>(T module, string tensorName, bool leaveParametrized = true)
                    where T : Module
                {
                    ArgumentNullException.ThrowIfNull(module);
                    if (!IsParametrized(module, tensorName))
                    {
                        throw new TorchValueException($"Module {module} does not have a parametrization on {tensorName}");
                    }

                    var list = ParametrizationsOf(module, tensorName);
                    if (!list.IsTensor && !leaveParametrized)
                    {
                        throw new TorchValueException(
                            "Cannot leave unparametrized (`leave_parametrized=False`) a tensor that is parametrized in terms of a sequence of tensors.");
                    }

                    Parameter left;
                    if (list.IsTensor)
                    {
                        left = list.Original;
                        if (leaveParametrized)
                        {
                            using var _ = NoGrad();
                            left.Data = list.Call();
                        }
                    }
                    else
                    {
                        var value = list.Call();
                        left = new Parameter(value, value.RequiresGrad);
                    }

                    module.Settle(tensorName, left);
                    module.Parametrizations!.Pop(tensorName);
                    if (module.Parametrizations.Count == 0)
                    {
                        module.Unregister("parametrizations");
                    }

                    return module;
                }

                /// <summary>
                /// Until it is closed, values that are computed are kept, so that weights that are used many times are computed once: PyTorch's
                /// <c>cached</c>.
                /// </summary>
                /// <returns>What closes it.</returns>
                public static IDisposable Cached() => ParametrizationCache.Open();

                /// <summary>The module's own class: PyTorch's <c>type_before_parametrizations</c>, since Python changes it.</summary>
                /// <param name="module">The module.</param>
                /// <returns>The class.</returns>
                /// <example><code>
                /// Torch.Nn.Utils.Parametrize.TypeBeforeParametrizations(new Linear(1, 1)).Name   // Linear
                /// </code></example>
                public static Type TypeBeforeParametrizations(Module module)
                {
                    ArgumentNullException.ThrowIfNull(module);
                    return module.GetType();
                }

                /// <summary>
                /// Gives a module the parametrizations and parameters of another: PyTorch's <c>transfer_parametrizations_and_params</c>.
                /// </summary>
                /// <typeparam name="T">The module's class.</typeparam>
                /// <param name="fromModule">The module with parametrizations, which are shared then.</param>
                /// <param name="toModule">The module that gets them.</param>
                /// <param name="tensorName">Of which parameter; null: of all.</param>
                /// <returns><paramref name="toModule"/>.</returns>
                public static T TransferParametrizationsAndParams<T>(Module fromModule, T toModule, string? tensorName = null)
                    where T : Module
                {
                    ArgumentNullException.ThrowIfNull(fromModule);
                    ArgumentNullException.ThrowIfNull(toModule);
                    foreach (var name in tensorName is not null ? [tensorName] : fromModule.Parametrizations?.Keys.ToArray() ?? [])
                    {
                        var list = ParametrizationsOf(fromModule, name);
                        foreach (var parametrization in list)
                        {
                            RegisterParametrization(toModule, name, parametrization);
                        }

                        ParametrizationsOf(toModule, name).TakeOriginals(list);
                    }

                    return toModule;
                }

                private static void CheckNext(Tensor before, string name, Module<Tensor, Tensor> parametrization)
                {
                    var after = parametrization.Call(before);
                    ParametrizationChecks.Same("dtype", name, before.DType, after.DType);
                    ParametrizationChecks.Same("shape", name, before.Shape, after.Shape);
                    if (parametrization is IRightInverse inverse)
                    {
                        try
                        {
                            var back = inverse.RightInverse(after);
                            ParametrizationChecks.SameOfInverse("dtype", name, before.DType, back.DType);
                            ParametrizationChecks.SameOfInverse("shape", name, before.Shape, back.Shape);
                        }
                        catch (TorchNotImplementedException)
                        {
                            // It has none for this value.
                        }
                    }
                }
            }
        }
    }
}
