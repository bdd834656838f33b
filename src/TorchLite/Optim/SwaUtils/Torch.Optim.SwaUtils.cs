using TorchLite.Nn;
using TorchLite.Optim.SwaUtils;
using TorchLite.Printing;

namespace TorchLite;

/// <content>Averages of networks.</content>
public static partial class Torch
{
    /// <summary>Optimizers: PyTorch's <c>torch.optim</c>. Its classes are in the namespace <c>TorchLite.Optim</c>.</summary>
    public static partial class Optim
    {
        /// <summary>
        /// Averages of networks: PyTorch's <c>torch.optim.swa_utils</c>. Its classes are in the namespace <c>TorchLite.Optim.SwaUtils</c>.
        /// </summary>
        public static class SwaUtils
        {
            /// <summary>
            /// An average in which what is older counts less, for <see cref="AveragedModel{TModule}"/>: PyTorch's
            /// <c>get_ema_multi_avg_fn</c>.
            /// </summary>
            /// <param name="decay">How much of the average stays each time.</param>
            /// <returns>The function.</returns>
            /// <exception cref="TorchValueException">The decay is not between 0 and 1.</exception>
            /// <example><code>
            /// var net = new Linear(1, 1, bias: false);
            /// var averaged = new AveragedModel&lt;Linear&gt;(net, multiAvgFn: Torch.Optim.SwaUtils.GetEmaMultiAvgFn(0.75));
            /// foreach (var value in new[] { 1.0, 3.0 })
            /// {
            ///     net.Weight.Data.Fill_(value);
            ///     averaged.UpdateParameters(net);
            /// }
            /// averaged.Module.Weight.Item()   // 1.5
            /// </code></example>
            public static Action<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>, Tensor> GetEmaMultiAvgFn(double decay = 0.999)
            {
                CheckDecay(decay);
                return (averages, current, count) =>
                {
                    using var mode = NoGrad();
                    if (IsDivisible(averages[0]))
                    {
                        Foreach.Lerp_([.. averages], [.. current], 1 - decay);
                        return;
                    }

                    foreach (var (average, tensor) in averages.Zip(current))
                    {
                        average.Copy_((average * decay) + (tensor * (1 - decay)));
                    }
                };
            }

            /// <summary>
            /// An average that counts all alike, for <see cref="AveragedModel{TModule}"/>: PyTorch's <c>get_swa_multi_avg_fn</c>.
            /// </summary>
            /// <returns>The function.</returns>
            /// <example><code>
            /// var average = Torch.Ones(1);
            /// Torch.Optim.SwaUtils.GetSwaMultiAvgFn()([average], [Torch.Full([1], 4.0)], Torch.Tensor(2));
            /// average   // tensor([2.])
            /// </code></example>
            public static Action<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>, Tensor> GetSwaMultiAvgFn() =>
                static (averages, current, count) =>
                {
                    using var mode = NoGrad();
                    if (IsDivisible(averages[0]))
                    {
                        Foreach.Lerp_([.. averages], [.. current], (double)(1 / (count + 1)));
                        return;
                    }

                    foreach (var (average, tensor) in averages.Zip(current))
                    {
                        average.Addcdiv_(tensor - average, count + 1);
                    }
                };

            /// <summary>
            /// An average in which what is older counts less, of one parameter: PyTorch's <c>get_ema_avg_fn</c>.
            /// </summary>
            /// <param name="decay">How much of the average stays each time.</param>
            /// <returns>The function.</returns>
            /// <exception cref="TorchValueException">The decay is not between 0 and 1.</exception>
            /// <example><code>
            /// Torch.Optim.SwaUtils.GetEmaAvgFn(0.75)(Torch.Ones(1), Torch.Full([1], 3.0), Torch.Tensor(1))   // tensor([1.5000])
            /// </code></example>
            public static Func<Tensor, Tensor, Tensor, Tensor> GetEmaAvgFn(double decay = 0.999)
            {
                CheckDecay(decay);
                return (average, current, count) =>
                {
                    using var mode = NoGrad();
                    return (decay * average) + ((1 - decay) * current);
                };
            }

            /// <summary>An average that counts all alike, of one parameter: PyTorch's <c>get_swa_avg_fn</c>.</summary>
            /// <returns>The function.</returns>
            /// <example><code>
            /// Torch.Optim.SwaUtils.GetSwaAvgFn()(Torch.Ones(1), Torch.Full([1], 4.0), Torch.Tensor(2))   // tensor([2.])
            /// </code></example>
            public static Func<Tensor, Tensor, Tensor, Tensor> GetSwaAvgFn() => static (average, current, count) =>
            {
                using var mode = NoGrad();
                return average + ((current - average) / (count + 1));
            };

            /// <summary>
            /// Learns the statistics of batch normalization anew, as an average of networks needs it: PyTorch's <c>update_bn</c>. A network
            /// without any is left as it is.
            /// </summary>
            /// <typeparam name="TResult">What comes out of the network.</typeparam>
            /// <param name="loader">The inputs, all of which are used once.</param>
            /// <param name="model">The network, such as the <c>Module</c> of an <see cref="AveragedModel{TModule}"/>.</param>
            /// <param name="device">Where the inputs are brought first; null: they stay where they are.</param>
            /// <exception cref="ArgumentNullException">There are no inputs or no network.</exception>
            /// <exception cref="TorchException">An input does not fit.</exception>
            /// <example><code>
            /// var averaged = new AveragedModel&lt;BatchNorm1d&gt;(new BatchNorm1d(1));
            /// Torch.Optim.SwaUtils.UpdateBn([Torch.Tensor([[1.0], [3.0]]), Torch.Tensor([[5.0], [7.0]])], averaged.Module);
            /// averaged.Module.RunningMean   // tensor([4.])
            /// </code></example>
            public static void UpdateBn<TResult>(IEnumerable<Tensor> loader, Module<Tensor, TResult> model, Device? device = null)
            {
                ArgumentNullException.ThrowIfNull(loader);
                ArgumentNullException.ThrowIfNull(model);
                var momenta = model.Modules().OfType<BatchNorm>().Select(static module => (Module: module, module.Momentum)).ToArray();
                foreach (var (module, _) in momenta)
                {
                    module.ResetRunningStats();
                }

                if (momenta.Length == 0)
                {
                    return;
                }

                var wasTraining = model.Training;
                model.Train();
                using var mode = NoGrad();
                try
                {
                    foreach (var (module, _) in momenta)
                    {
                        module.Momentum = null;
                    }

                    foreach (var input in loader)
                    {
                        using var scope = Scope();
                        model.Call(device is { } place ? input.To(place) : input);
                    }
                }
                finally
                {
                    foreach (var (module, momentum) in momenta)
                    {
                        module.Momentum = momentum;
                    }

                    model.Train(wasTraining);
                }
            }

            /// <summary>Learns the statistics of batch normalization anew, of inputs that come with targets: PyTorch's <c>update_bn</c>.</summary>
            /// <typeparam name="TTarget">What comes with the inputs, and is not used.</typeparam>
            /// <typeparam name="TResult">What comes out of the network.</typeparam>
            /// <param name="loader">The inputs, all of which are used once, and what comes with them.</param>
            /// <param name="model">The network, such as the <c>Module</c> of an <see cref="AveragedModel{TModule}"/>.</param>
            /// <param name="device">Where the inputs are brought first; null: they stay where they are.</param>
            /// <exception cref="ArgumentNullException">There are no inputs or no network.</exception>
            /// <exception cref="TorchException">An input does not fit.</exception>
            public static void UpdateBn<TTarget, TResult>(
                IEnumerable<(Tensor Input, TTarget Target)> loader, Module<Tensor, TResult> model, Device? device = null)
            {
                ArgumentNullException.ThrowIfNull(loader);
                UpdateBn(loader.Select(static pair => pair.Input), model, device);
            }

            private static bool IsDivisible(Tensor tensor) => tensor.IsFloatingPoint() || tensor.IsComplex();

            private static void CheckDecay(double decay)
            {
                if (!(decay is >= 0.0 and <= 1.0))
                {
                    throw new TorchValueException(
                        $"Invalid decay value {PythonText.Of(decay)} provided. Please provide a value in [0,1] range.");
                }
            }
        }
    }
}
