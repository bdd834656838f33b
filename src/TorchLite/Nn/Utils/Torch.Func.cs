using TorchLite.Nn;

namespace TorchLite;

/// <content>Modules as functions.</content>
public static partial class Torch
{
    /// <summary>PyTorch's <c>torch.func</c>.</summary>
    public static partial class Func
    {
        /// <summary>Runs a module with other parameters and buffers than its own: PyTorch's <c>torch.func.functional_call</c>.</summary>
        /// <remarks>
        /// Gradients go to the tensors given. The module has its own back when the call returns, and must not be used by another thread
        /// meanwhile. What is tied gets one tensor for all its names.
        /// </remarks>
        /// <typeparam name="T">What the module takes.</typeparam>
        /// <typeparam name="TResult">What the module gives.</typeparam>
        /// <param name="module">The module.</param>
        /// <param name="parametersAndBuffers">The tensors by the paths of those that they replace.</param>
        /// <param name="input">The module's input.</param>
        /// <param name="strict">Whether all parameters and buffers must be there.</param>
        /// <returns>The module's output.</returns>
        /// <exception cref="KeyNotFoundException">A name begins with a module that is not there.</exception>
        /// <exception cref="TorchException">All must be there, and one is not.</exception>
        /// <exception cref="TorchValueException">Tied parameters got different tensors.</exception>
        /// <example><code>
        /// var linear = new Linear(2, 1, bias: false);
        /// var weight = Torch.Tensor([[1.0, 2.0]], requiresGrad: true);
        /// Torch.Func.FunctionalCall(linear, new Dictionary&lt;string, Tensor&gt; { ["weight"] = weight }, Torch.Ones(1, 2))
        /// // tensor([[3.]], grad_fn=&lt;MmBackward0&gt;)
        /// </code></example>
        public static TResult FunctionalCall<T, TResult>(
            Module<T, TResult> module, IReadOnlyDictionary<string, Tensor> parametersAndBuffers, T input, bool strict = false)
        {
            ArgumentNullException.ThrowIfNull(module);
            return FunctionalCall(module, parametersAndBuffers, () => module.Call(input), strict);
        }

        /// <summary>Runs something with other parameters and buffers in a module than its own.</summary>
        /// <typeparam name="TResult">What the run gives.</typeparam>
        /// <param name="module">The module.</param>
        /// <param name="parametersAndBuffers">The tensors by the paths of those that they replace.</param>
        /// <param name="run">Calls the module.</param>
        /// <param name="strict">Whether all parameters and buffers must be there.</param>
        /// <returns>What the run gave.</returns>
        /// <exception cref="KeyNotFoundException">A name begins with a module that is not there.</exception>
        /// <exception cref="TorchException">All must be there, and one is not.</exception>
        /// <exception cref="TorchValueException">Tied parameters got different tensors.</exception>
        public static TResult FunctionalCall<TResult>(
            Module module, IReadOnlyDictionary<string, Tensor> parametersAndBuffers, Func<TResult> run, bool strict = false)
        {
            ArgumentNullException.ThrowIfNull(module);
            ArgumentNullException.ThrowIfNull(parametersAndBuffers);
            ArgumentNullException.ThrowIfNull(run);
            var swaps = Swaps(module, parametersAndBuffers, strict);
            var done = 0;
            try
            {
                for (; done < swaps.Count; done++)
                {
                    TorchLite.Tensor.Swap(swaps[done].Own, swaps[done].Given);
                }

                return run();
            }
            finally
            {
                while (done > 0)
                {
                    done--;
                    TorchLite.Tensor.Swap(swaps[done].Own, swaps[done].Given);
                }
            }
        }

        private static List<(Tensor Own, Tensor Given)> Swaps(Module module, IReadOnlyDictionary<string, Tensor> given, bool strict)
        {
            var own = module.NamedParameters(removeDuplicate: false).Select(static one => (one.Name, Tensor: (Tensor)one.Parameter))
                .Concat(module.NamedBuffers(removeDuplicate: false).Select(static one => (one.Name, Tensor: (Tensor)one.Buffer)))
                .ToDictionary(static one => one.Name, static one => one.Tensor, StringComparer.Ordinal);
            var swaps = new Dictionary<Tensor, (Tensor Given, string Name)>(ReferenceEqualityComparer.Instance);
            var unexpected = new List<string>();
            foreach (var (name, tensor) in given)
            {
                ArgumentNullException.ThrowIfNull(tensor, nameof(given));
                if (!own.TryGetValue(name, out var mine))
                {
                    unexpected.Add(name);
                    continue;
                }

                if (swaps.TryGetValue(mine, out var other) && !ReferenceEquals(other.Given, tensor))
                {
                    throw new TorchValueException(
                        $"functional_call got multiple values for keys ['{other.Name}', '{name}'], which are tied. "
                        + $"Consider using tie_weights=False");
                }

                swaps[mine] = (tensor, name);
            }

            if (strict)
            {
                Refuse(module, unexpected, [.. own.Where(one => !swaps.ContainsKey(one.Value)).Select(static one => one.Key)]);
            }

            // What belongs to no module can be no member of it; another name would be one that nothing reads.
            foreach (var name in unexpected.Where(static name => name.Contains('.', StringComparison.Ordinal)))
            {
                module.GetSubmodule(name[..name.LastIndexOf('.')]);
            }

            // An object of its own for each, which holds the module's meanwhile.
            return [.. swaps.Select(static swap => (swap.Key, swap.Value.Given.Alias()))];
        }

        private static void Refuse(Module module, List<string> unexpected, List<string> missing)
        {
            var errors = new[] { ("Unexpected", unexpected), ("Missing", missing) }.Where(static one => one.Item2.Count > 0)
                .Select(static one =>
                {
                    var names = one.Item2.Order(StringComparer.Ordinal).Select(static name => $"'{name}'");
                    return $"\n\t{one.Item1} key(s): {string.Join(", ", names)}.";
                }).ToArray();
            if (errors.Length > 0)
            {
                throw new TorchException($"Error(s) in reparametrizing for {module.ClassName}:{string.Concat(errors)}");
            }
        }
    }
}
