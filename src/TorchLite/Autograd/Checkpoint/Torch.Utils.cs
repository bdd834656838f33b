namespace TorchLite;

/// <content>Checkpointing: memory traded for time.</content>
public static partial class Torch
{
    /// <summary>PyTorch's <c>torch.utils</c>.</summary>
    /// <example><code>
    /// var x = Torch.Tensor([1.0], requiresGrad: true);
    /// Torch.Utils.Checkpoint(x => x.Exp().Log(), x).Backward();
    /// x.Grad   // tensor([1.])
    /// </code></example>
    public static partial class Utils
    {
        /// <summary>
        /// A function of one tensor that keeps nothing but its argument and is recomputed in the backward pass. PyTorch's
        /// <c>torch.utils.checkpoint.checkpoint(function, input)</c>.
        /// </summary>
        /// <param name="function">The function, which must return the same result each time.</param>
        /// <param name="input">Its argument.</param>
        /// <param name="useReentrant">
        /// Whether the backward pass runs another inside it: it must be <c>Backward</c> without chosen inputs then, and cannot be
        /// differentiated again. Without that all of it is as if there were no checkpoint, and the first run's graph is let go when it has
        /// returned; Linux on x64 processors only.
        /// </param>
        /// <param name="preserveRngState">Whether to restore the state of the CPU's random numbers for the recomputation.</param>
        /// <returns>What it gives.</returns>
        /// <exception cref="ArgumentNullException">An argument is null.</exception>
        /// <exception cref="TorchNotImplementedException">It is not to be reentrant, and the system is not Linux x64.</exception>
        /// <example><code>
        /// var w = Torch.Tensor([2.0], requiresGrad: true);
        /// Torch.Utils.Checkpoint(x => (x * w).Pow(2), Torch.Tensor([3.0])).Backward();
        /// w.Grad   // tensor([36.])
        /// </code></example>
        public static Tensor Checkpoint(
            Func<Tensor, Tensor> function, Tensor input, bool useReentrant = true, bool preserveRngState = true)
        {
            ArgumentNullException.ThrowIfNull(function);
            return Checkpoint(inputs => [function(inputs[0])], [input], useReentrant, preserveRngState)[0];
        }

        /// <summary>
        /// A function of several tensors that keeps nothing but its arguments and is recomputed in the backward pass. PyTorch's
        /// <c>torch.utils.checkpoint.checkpoint(function, *inputs)</c>.
        /// </summary>
        /// <remarks>
        /// What else it uses gets gradients too, whether an argument needs one or not. Paper: Chen et al., Training Deep Nets with
        /// Sublinear Memory Cost (2016).
        /// </remarks>
        /// <param name="function">The function, which must return the same result each time.</param>
        /// <param name="inputs">Its arguments.</param>
        /// <param name="useReentrant">
        /// Whether the backward pass runs another inside it: it must be <c>Backward</c> without chosen inputs then, and cannot be
        /// differentiated again. Without that all of it is as if there were no checkpoint, and the first run's graph is let go when it has
        /// returned; Linux on x64 processors only.
        /// </param>
        /// <param name="preserveRngState">Whether to restore the state of the CPU's random numbers for the recomputation.</param>
        /// <returns>What it gives.</returns>
        /// <exception cref="ArgumentNullException">An argument is null.</exception>
        /// <exception cref="TorchNotImplementedException">It is not to be reentrant, and the system is not Linux x64.</exception>
        /// <example><code>
        /// var (x, y) = (Torch.Tensor([2.0], requiresGrad: true), Torch.Tensor([5.0], requiresGrad: true));
        /// Torch.Utils.Checkpoint(t => [t[0] * t[1]], [x, y])[0].Backward();
        /// x.Grad   // tensor([5.])
        /// y.Grad   // tensor([2.])
        /// </code></example>
        public static Tensor[] Checkpoint(
            Func<Tensor[], Tensor[]> function, ReadOnlySpan<Tensor> inputs, bool useReentrant = true, bool preserveRngState = true)
        {
            ArgumentNullException.ThrowIfNull(function);
            var state = preserveRngState ? GetRngState() : null;
            return useReentrant ? Checkpointing.Reentrant(function, NotNull(inputs), state)
                : Checkpointing.NotReentrant(function, NotNull(inputs), state);
        }

        /// <summary>
        /// Functions one after the other, in segments that keep nothing but their argument; the last one keeps everything. PyTorch's
        /// <c>torch.utils.checkpoint.checkpoint_sequential</c>.
        /// </summary>
        /// <param name="functions">
        /// The functions; each takes the result of the one before, and must return the same result each time.
        /// </param>
        /// <param name="segments">The number of segments; the last one includes the remainder.</param>
        /// <param name="input">The argument of the first.</param>
        /// <param name="useReentrant">As of <see cref="Checkpoint(Func{Tensor, Tensor}, TorchLite.Tensor, bool, bool)"/>.</param>
        /// <param name="preserveRngState">Whether to restore the state of the CPU's random numbers for the recomputation.</param>
        /// <returns>What the last gives.</returns>
        /// <exception cref="ArgumentNullException">The argument or a function is null.</exception>
        /// <exception cref="ArgumentOutOfRangeException">
        /// The number of segments is not positive, or exceeds the number of functions.
        /// </exception>
        /// <exception cref="TorchNotImplementedException">It is not to be reentrant, and the system is not Linux x64.</exception>
        /// <example><code>
        /// var x = Torch.Tensor([0.5], requiresGrad: true);
        /// Torch.Utils.CheckpointSequential([t => t.Exp(), t => t.Sin(), t => 1 - t], 2, x).Backward();
        /// x.Grad   // tensor([0.1283])
        /// </code></example>
        public static Tensor CheckpointSequential(
            ReadOnlySpan<Func<Tensor, Tensor>> functions, int segments, Tensor input, bool useReentrant = true,
            bool preserveRngState = true)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(segments, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(segments, functions.Length);
            var all = functions.ToArray();
            Array.ForEach(all, static function => ArgumentNullException.ThrowIfNull(function, nameof(functions)));
            var size = all.Length / segments;
            var result = NotNull(input);
            for (var i = 1; i < segments; i++)
            {
                result = Checkpoint(OneAfterTheOther(all[((i - 1) * size)..(i * size)]), result, useReentrant, preserveRngState);
            }

            return OneAfterTheOther(all[((segments - 1) * size)..])(result);

            static Func<Tensor, Tensor> OneAfterTheOther(Func<Tensor, Tensor>[] some) =>
                input => some.Aggregate(input, static (argument, function) => function(argument));
        }
    }
}
