namespace TorchLite;

/// <content>Memory for time.</content>
public static partial class Torch
{
    /// <summary>PyTorch's <c>torch.utils</c>.</summary>
    /// <example><code>
    /// var x = Torch.Tensor([1.0], requiresGrad: true);
    /// Torch.Utils.Checkpoint(x => x.Exp().Log(), x).Backward();
    /// x.Grad   // tensor([1.])
    /// </code></example>
    public static class Utils
    {
        /// <summary>
        /// A function of one tensor of which nothing is kept but its argument: the backward pass computes it once more. PyTorch's
        /// <c>torch.utils.checkpoint.checkpoint(function, input, use_reentrant=True)</c>.
        /// </summary>
        /// <param name="function">The function; it must give the same each time.</param>
        /// <param name="input">Its argument.</param>
        /// <param name="preserveRngState">Whether it draws the same random numbers both times, on the CPU.</param>
        /// <returns>What it gives.</returns>
        /// <exception cref="ArgumentNullException">An argument is null.</exception>
        /// <example><code>
        /// var w = Torch.Tensor([2.0], requiresGrad: true);
        /// Torch.Utils.Checkpoint(x => (x * w).Pow(2), Torch.Tensor([3.0])).Backward();
        /// w.Grad   // tensor([36.])
        /// </code></example>
        public static Tensor Checkpoint(Func<Tensor, Tensor> function, Tensor input, bool preserveRngState = true)
        {
            ArgumentNullException.ThrowIfNull(function);
            return Checkpoint(inputs => [function(inputs[0])], [input], preserveRngState)[0];
        }

        /// <summary>
        /// A function of several tensors of which nothing is kept but its arguments: the backward pass computes it once more. PyTorch's
        /// <c>torch.utils.checkpoint.checkpoint(function, *inputs, use_reentrant=True)</c>.
        /// </summary>
        /// <remarks>
        /// What else it uses gets gradients too, whether an argument needs one or not. The backward pass is <c>Backward</c> without chosen
        /// inputs, and cannot be differentiated again. Paper: Chen et al., Training Deep Nets with Sublinear Memory Cost (2016).
        /// </remarks>
        /// <param name="function">The function; it must give the same each time.</param>
        /// <param name="inputs">Its arguments.</param>
        /// <param name="preserveRngState">Whether it draws the same random numbers both times, on the CPU.</param>
        /// <returns>What it gives.</returns>
        /// <exception cref="ArgumentNullException">An argument is null.</exception>
        /// <example><code>
        /// var (x, y) = (Torch.Tensor([2.0], requiresGrad: true), Torch.Tensor([5.0], requiresGrad: true));
        /// Torch.Utils.Checkpoint(t => [t[0] * t[1]], [x, y])[0].Backward();
        /// x.Grad   // tensor([5.])
        /// y.Grad   // tensor([2.])
        /// </code></example>
        public static Tensor[] Checkpoint(Func<Tensor[], Tensor[]> function, ReadOnlySpan<Tensor> inputs, bool preserveRngState = true)
        {
            ArgumentNullException.ThrowIfNull(function);
            var context = new FunctionContext();
            var arguments = Given(inputs);
            var state = preserveRngState ? GetRngState() : null;
            context.SaveForBackward(arguments);

            // One that needs a gradient, so that the call is recorded whatever the function uses besides.
            object?[] all = [.. arguments, Empty([0], requiresGrad: true)];
            return CustomNode.Run(
                "CheckpointFunctionBackward", context, all, () => function(arguments), Again(context, function, state));
        }

        // By itself, so that the graph does not hold on to the arguments' own history.
        private static Func<Tensor?[], Tensor?[]> Again(FunctionContext context, Func<Tensor[], Tensor[]> function, Tensor? state) => gradients =>
        {
            if (Engine.HasInputs)
            {
                throw new TorchException(
                    "When use_reentrant=True, torch.utils.checkpoint is incompatible with .grad() or passing an `inputs` parameter to "
                    + ".backward(). To resolve this error, you can either set use_reentrant=False, or call .backward() without passing the "
                    + "`inputs` argument.");
            }

            var leaves = context.SavedTensors
                .Select((saved, i) => context.NeedsInputGrad[i] ? saved.Detach().RequiresGrad_() : saved.Detach()).ToArray();
            var now = state is null ? null : GetRngState();
            Tensor[] outputs;
            try
            {
                if (state is not null)
                {
                    SetRngState(state);
                }

                using (EnableGrad())
                {
                    outputs = function(leaves);
                }
            }
            finally
            {
                if (now is not null)
                {
                    SetRngState(now);
                }
            }

            var wanted = Enumerable.Range(0, outputs.Length).Where(i => outputs[i].RequiresGrad).ToArray();
            if (wanted.Length == 0 && Array.Exists(leaves, static leaf => leaf.RequiresGrad))
            {
                throw new TorchException("none of output has requires_grad=True, this checkpoint() is not necessary");
            }

            Autograd.Backward([.. wanted.Select(i => outputs[i])], [.. wanted.Select(i => gradients[i])]);
            return [.. leaves.Select(static leaf => leaf.Grad), null];
        };
    }
}
