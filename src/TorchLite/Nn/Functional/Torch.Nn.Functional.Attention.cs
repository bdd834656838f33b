namespace TorchLite;

/// <content>Attention.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Functional
        {
            private static readonly AtenOperator AttentionOperator = new("aten::scaled_dot_product_attention");

            /// <summary>
            /// softmax(query · keyᵀ · scale + mask) · value, the attention of queries to keys: PyTorch's
            /// <c>scaled_dot_product_attention</c>.
            /// </summary>
            /// <param name="query">The queries, of shape (batch, …, number of queries, size).</param>
            /// <param name="key">The keys, of shape (batch, …, number of keys, size).</param>
            /// <param name="value">The values, of shape (batch, …, number of keys, size of a value).</param>
            /// <param name="attnMask">
            /// What of the keys each query may attend to: bools, where true takes part, or numbers that are added; null: all of them.
            /// </param>
            /// <param name="dropoutP">The probability that a weight becomes 0, which is so whether a network is trained or not.</param>
            /// <param name="isCausal">Whether each query attends to the keys at its place and before only; there is no mask then.</param>
            /// <param name="scale">What the products are multiplied by; null: 1 divided by the square root of the size.</param>
            /// <param name="enableGqa">
            /// Whether there may be fewer heads (the dimension before that of the queries) of keys and values, which queries share.
            /// </param>
            /// <returns>A new tensor of shape (batch, …, number of queries, size of a value).</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchException">
            /// The shapes or dtypes do not fit, there is no head, or there are a mask and <paramref name="isCausal"/>.
            /// </exception>
            /// <example><code>
            /// var x = Torch.Tensor([[[1.0, 0.0], [0.0, 1.0]]]);
            /// Torch.Nn.Functional.ScaledDotProductAttention(x, x, x, isCausal: true)
            /// // tensor([[[1.0000, 0.0000],
            /// //          [0.3302, 0.6698]]])
            /// </code></example>
            public static Tensor ScaledDotProductAttention(
                Tensor query, Tensor key, Tensor value, Tensor? attnMask = null, double dropoutP = 0.0, bool isCausal = false,
                double? scale = null, bool enableGqa = false)
            {
                Arguments.Heads(NotNull(query), NotNull(key));
                return AttentionOperator.Call(query, key, value, attnMask, dropoutP, isCausal, scale, enableGqa);
            }
        }
    }
}
