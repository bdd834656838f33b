namespace TorchLite;

/// <content>Activations that make weights or probabilities of the elements along a dimension.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Functional
        {
            /// <summary>exp(x) divided by the sum of exp(x) along a dimension: PyTorch's <c>softmax</c>.</summary>
            /// <param name="input">The tensor.</param>
            /// <param name="dim">
            /// The dimension along which the results sum to 1; negative counts from the end; null: the first of 0, 1 or 3 dimensions, the
            /// second of others.
            /// </param>
            /// <param name="dtype">The dtype to convert to first; null: none.</param>
            /// <returns>A new tensor of the same shape.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
            /// <exception cref="TorchException">The dtype is an integer type, and no other dtype is given.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.Softmax(Torch.Tensor([1.0, 2.0, 3.0]), dim: 0)   // tensor([0.0900, 0.2447, 0.6652])
            /// </code></example>
            public static Tensor Softmax(Tensor input, long? dim = null, DType? dtype = null) =>
                NotNull(input).Softmax(dim ?? ImplicitDim(input), dtype);

            /// <summary>The softmax of the negated elements: PyTorch's <c>softmin</c>.</summary>
            /// <param name="input">The tensor.</param>
            /// <param name="dim">
            /// The dimension along which the results sum to 1; negative counts from the end; null: the first of 0, 1 or 3 dimensions, the
            /// second of others.
            /// </param>
            /// <param name="dtype">The dtype to convert to first; null: none.</param>
            /// <returns>A new tensor of the same shape.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
            /// <exception cref="TorchException">The dtype is an integer type, and no other dtype is given.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.Softmin(Torch.Tensor([1.0, 2.0, 3.0]), dim: 0)   // tensor([0.6652, 0.2447, 0.0900])
            /// </code></example>
            public static Tensor Softmin(Tensor input, long? dim = null, DType? dtype = null) =>
                (-NotNull(input)).Softmax(dim ?? ImplicitDim(input), dtype);

            /// <summary>
            /// The logarithm of the softmax along a dimension, without its loss of precision: PyTorch's <c>log_softmax</c>.
            /// </summary>
            /// <param name="input">The tensor.</param>
            /// <param name="dim">
            /// The dimension along which the results sum to 1; negative counts from the end; null: the first of 0, 1 or 3 dimensions, the
            /// second of others.
            /// </param>
            /// <param name="dtype">The dtype to convert to first; null: none.</param>
            /// <returns>A new tensor of the same shape.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
            /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
            /// <exception cref="TorchException">The dtype is an integer type, and no other dtype is given.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.LogSoftmax(Torch.Tensor([1.0, 2.0, 3.0]), dim: 0)   // tensor([-2.4076, -1.4076, -0.4076])
            /// </code></example>
            public static Tensor LogSoftmax(Tensor input, long? dim = null, DType? dtype = null) =>
                NotNull(input).LogSoftmax(dim ?? ImplicitDim(input), dtype);

            /// <summary>
            /// Random weights of the elements along a dimension by the Gumbel-softmax distribution, of which gradients can be taken:
            /// PyTorch's <c>gumbel_softmax</c>.
            /// </summary>
            /// <param name="logits">The logarithms of the probabilities, which need not be normalized.</param>
            /// <param name="tau">The temperature: the lower it is, the nearer the weights are to 0 and 1.</param>
            /// <param name="hard">
            /// Whether the greatest weight becomes 1 and the others 0; the gradients are those of the weights before.
            /// </param>
            /// <param name="dim">The dimension along which the weights sum to 1; negative counts from the end.</param>
            /// <returns>A new tensor of the same shape and dtype.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="logits"/> is null.</exception>
            /// <exception cref="TorchIndexException">The dimension does not exist.</exception>
            /// <exception cref="TorchException">The dtype is not floating-point.</exception>
            /// <example><code>
            /// Torch.ManualSeed(0);
            /// Torch.Nn.Functional.GumbelSoftmax(Torch.Zeros(3), dim: 0)   // tensor([0.1047, 0.2984, 0.5969])
            /// Torch.Nn.Functional.GumbelSoftmax(Torch.Tensor([0.0, 100.0, 0.0]), hard: true, dim: 0)   // tensor([0., 1., 0.])
            /// </code></example>
            public static Tensor GumbelSoftmax(Tensor logits, double tau = 1, bool hard = false, long dim = -1)
            {
                var noise = -Torch.Empty(NotNull(logits).Shape, logits.DType, logits.Device).Exponential_().Log();
                var soft = ((logits + noise) / tau).Softmax(dim);
                if (!hard)
                {
                    return soft;
                }

                // The values of the one, the gradients of the other.
                var greatest = soft.Max(dim, keepdim: true).Indices;
                var one = Torch.ZerosLike(logits).Scatter_(dim, greatest, 1.0);
                return one - soft.Detach() + soft;
            }

            // What PyTorch takes where nobody said which; it warns, and keeps it for programs of old.
            private static long ImplicitDim(Tensor input) => input.Dim() is 0 or 1 or 3 ? 0 : 1;
        }
    }
}
