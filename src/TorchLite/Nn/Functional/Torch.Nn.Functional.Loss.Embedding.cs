using TorchLite.Printing;

namespace TorchLite;

/// <content>Losses of distances and of orders.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Functional
        {
            private static readonly AtenOperator
                CosineEmbeddingLossOperator = new("aten::cosine_embedding_loss"),
                HingeEmbeddingLossOperator = new("aten::hinge_embedding_loss"),
                MarginRankingLossOperator = new("aten::margin_ranking_loss"), TripletMarginLossOperator = new("aten::triplet_margin_loss");

            /// <summary>
            /// 1 - cos of vectors that should be alike, and max(0, cos - margin) of others: PyTorch's <c>cosine_embedding_loss</c>.
            /// </summary>
            /// <param name="input1">The vectors, of shape (batch, length) or (length).</param>
            /// <param name="input2">The other vectors.</param>
            /// <param name="target">1 for each pair that should be alike, -1 for one that should not.</param>
            /// <param name="margin">The cosine from which vectors that should not be alike count as such, -1 to 1.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            /// <returns>A new tensor: one number, or the losses of all where nothing is reduced.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchValueException">The reduction is none of this function.</exception>
            /// <exception cref="TorchException">The shapes or dtypes do not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.CosineEmbeddingLoss(Torch.Tensor([[1.0, 0.0]]), Torch.Tensor([[0.0, 1.0]]), Torch.Tensor([1]))
            /// // tensor(1.)
            /// </code></example>
            public static Tensor CosineEmbeddingLoss(
                Tensor input1, Tensor input2, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean) =>
                CosineEmbeddingLossOperator.Call(input1, input2, target, margin, Number(reduction));

            /// <summary>
            /// Distances of what should be alike, and max(0, margin - distance) of others: PyTorch's <c>hinge_embedding_loss</c>.
            /// </summary>
            /// <param name="input">The distances.</param>
            /// <param name="target">1 for each that should be small, -1 for one that should not.</param>
            /// <param name="margin">The distance from which others do not count.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            /// <returns>A new tensor: one number, or the losses of all where nothing is reduced.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchValueException">The reduction is none of this function.</exception>
            /// <exception cref="TorchException">The shapes or dtypes do not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.HingeEmbeddingLoss(Torch.Tensor([2.0, 0.5]), Torch.Tensor([1, -1]), reduction: Reduction.None)
            /// // tensor([2.0000, 0.5000])
            /// </code></example>
            public static Tensor HingeEmbeddingLoss(
                Tensor input, Tensor target, double margin = 1.0, Reduction reduction = Reduction.Mean) =>
                HingeEmbeddingLossOperator.Call(input, target, margin, Number(reduction));

            /// <summary>
            /// max(0, -target · (input1 - input2) + margin), of scores that should be in order: PyTorch's <c>margin_ranking_loss</c>.
            /// </summary>
            /// <param name="input1">The scores.</param>
            /// <param name="input2">The other scores.</param>
            /// <param name="target">1 where the first should be greater, -1 where the second should.</param>
            /// <param name="margin">By how much it should be.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            /// <returns>A new tensor: one number, or the losses of all where nothing is reduced.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchValueException">The reduction is none of this function.</exception>
            /// <exception cref="TorchException">
            /// The tensors do not have the same number of dimensions, or the shapes or dtypes do not fit.
            /// </exception>
            /// <example><code>
            /// Torch.Nn.Functional.MarginRankingLoss(Torch.Tensor([1.0]), Torch.Tensor([3.0]), Torch.Tensor([1]))   // tensor(2.)
            /// </code></example>
            public static Tensor MarginRankingLoss(
                Tensor input1, Tensor input2, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean)
            {
                var number = Number(reduction);
                var (first, second, order) = (NotNull(input1).Shape, NotNull(input2).Shape, NotNull(target).Shape);
                return first.Count == second.Count && first.Count == order.Count
                    ? MarginRankingLossOperator.Call(input1, input2, target, margin, number)
                    : throw new TorchException(
                        $"margin_ranking_loss : All input tensors should have same dimension but got sizes: "
                        + $"input1: {first}, input2: {second}, target: {order} ");
            }

            /// <summary>
            /// max(0, margin + distance to the positive - distance to the negative): PyTorch's <c>triplet_margin_loss</c>.
            /// </summary>
            /// <param name="anchor">The vectors, along the last dimension.</param>
            /// <param name="positive">Vectors that should be near.</param>
            /// <param name="negative">Vectors that should be far.</param>
            /// <param name="margin">By how much the negative should be farther.</param>
            /// <param name="p">The order of the norm of a distance.</param>
            /// <param name="eps">What is added to differences.</param>
            /// <param name="swap">Whether the negative may be nearer to the positive, and is taken from there.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            /// <returns>A new tensor: one number, or the losses of all where nothing is reduced.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchValueException">The margin is not positive, or the reduction is none of this function.</exception>
            /// <exception cref="TorchException">The shapes or dtypes do not fit.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.TripletMarginLoss(Torch.Tensor([[0.0]]), Torch.Tensor([[1.0]]), Torch.Tensor([[1.5]]))
            /// // tensor(0.5000)
            /// </code></example>
            public static Tensor TripletMarginLoss(
                Tensor anchor, Tensor positive, Tensor negative, double margin = 1.0, double p = 2, double eps = 1e-6, bool swap = false,
                Reduction reduction = Reduction.Mean)
            {
                var number = Number(reduction);
                CheckMargin(margin);
                return TripletMarginLossOperator.Call(anchor, positive, negative, margin, p, eps, swap, number);
            }

            /// <summary>
            /// max(0, margin + distance to the positive - distance to the negative), with a distance of one's own: PyTorch's
            /// <c>triplet_margin_with_distance_loss</c>.
            /// </summary>
            /// <param name="anchor">The vectors, along the last dimension.</param>
            /// <param name="positive">Vectors that should be near.</param>
            /// <param name="negative">Vectors that should be far.</param>
            /// <param name="distanceFunction">
            /// The distances between two tensors of vectors; null: <see cref="Torch.PairwiseDistance"/>.
            /// </param>
            /// <param name="margin">By how much the negative should be farther.</param>
            /// <param name="swap">Whether the negative may be nearer to the positive, and is taken from there.</param>
            /// <param name="reduction">What becomes of the losses of the elements.</param>
            /// <returns>A new tensor: one number, or the losses of all where nothing is reduced.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchValueException">The margin is not positive, or the reduction is none of this function.</exception>
            /// <exception cref="TorchException">
            /// The tensors do not have the same number of dimensions, or the shapes or dtypes do not fit.
            /// </exception>
            /// <example><code>
            /// var (anchor, positive, negative) = (Torch.Tensor([[0.0]]), Torch.Tensor([[1.0]]), Torch.Tensor([[1.5]]));
            /// Torch.Nn.Functional.TripletMarginWithDistanceLoss(anchor, positive, negative, (a, b)
            /// => (a - b).Abs().Sum(-1))   // tensor(0.5000)
            /// </code></example>
            public static Tensor TripletMarginWithDistanceLoss(
                Tensor anchor, Tensor positive, Tensor negative, Func<Tensor, Tensor, Tensor>? distanceFunction = null, double margin = 1.0,
                bool swap = false, Reduction reduction = Reduction.Mean)
            {
                _ = Number(reduction);
                CheckMargin(margin);
                var (a, p, n) = (NotNull(anchor).Dim(), NotNull(positive).Dim(), NotNull(negative).Dim());
                if (a != p || p != n)
                {
                    throw new TorchException(
                        $"The anchor, positive, and negative tensors are expected to have the same number of dimensions, but got: "
                        + $"anchor {a}D, positive {p}D, and negative {n}D inputs");
                }

                distanceFunction ??= static (x1, x2) => PairwiseDistance(x1, x2);
                var toPositive = distanceFunction(anchor, positive);
                var toNegative = distanceFunction(anchor, negative);
                toNegative = swap ? Minimum(toNegative, distanceFunction(positive, negative)) : toNegative;
                return Reduced((margin + toPositive - toNegative).ClampMin(0), reduction);
            }

            private static void CheckMargin(double margin)
            {
                if (margin <= 0)
                {
                    throw new TorchValueException($"margin must be greater than 0, got {PythonNumber.Format(margin)}");
                }
            }
        }
    }
}
