namespace TorchLite;

/// <content>Looking up rows by number.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Functional
        {
            private static readonly AtenOperator EmbeddingOperator = new("aten::embedding"), OneHotOperator = new("aten::one_hot");
            private static readonly AtenOperator EmbeddingRenorm = new("aten::embedding_renorm_");
            private static readonly AtenOperator EmbeddingBagOperator = new("aten::embedding_bag", "padding_idx");

            /// <summary>Looks up rows of a matrix by their numbers: PyTorch's <c>embedding</c>.</summary>
            /// <param name="input">The numbers of the rows, of an integer dtype.</param>
            /// <param name="weight">The matrix, whose rows are the embeddings.</param>
            /// <param name="paddingIdx">The number of the row that gets no gradient; negative counts from the end; null: none.</param>
            /// <param name="maxNorm">
            /// The greatest norm of a row: rows of the matrix that are looked up and exceed it are scaled down in place; null: none.
            /// </param>
            /// <param name="normType">The order of that norm.</param>
            /// <param name="scaleGradByFreq">Whether to divide the gradients of a row by how often it is looked up.</param>
            /// <param name="sparse">Whether the gradient of the matrix is sparse.</param>
            /// <returns>A new tensor of the shape of the numbers and one dimension more, for the rows.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchIndexException">There is no row of such a number.</exception>
            /// <exception cref="TorchException">
            /// <paramref name="paddingIdx"/> is not within the rows, or the shapes or dtypes do not fit.
            /// </exception>
            /// <example><code>
            /// var rows = Torch.Tensor([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]);
            /// Torch.Nn.Functional.Embedding(Torch.Tensor([2, 0]), rows)
            /// // tensor([[5., 6.],
            /// //         [1., 2.]])
            /// </code></example>
            public static Tensor Embedding(
                Tensor input, Tensor weight, long? paddingIdx = null, double? maxNorm = null, double normType = 2.0,
                bool scaleGradByFreq = false, bool sparse = false)
            {
                NotNull(input);
                NotNull(weight);
                var padding = paddingIdx ?? -1;
                if (paddingIdx is { } and not 0)
                {
                    var rows = weight.Size(0);
                    padding = padding < rows && padding >= -rows
                        ? padding < 0 ? padding + rows : padding
                        : throw new TorchException("Padding_idx must be within num_embeddings");
                }

                if (maxNorm is { } most)
                {
                    input = input.Contiguous();
                    Renormalize(weight, input, most, normType);
                }

                return EmbeddingOperator.Call(weight, input, padding, scaleGradByFreq, sparse);
            }

            /// <summary>The sum, mean or maximum of the rows of each bag of numbers: PyTorch's <c>embedding_bag</c>.</summary>
            /// <param name="input">
            /// The numbers of the rows, of an integer dtype: a matrix with a bag in each row, or a vector with the bags one after the
            /// other.
            /// </param>
            /// <param name="weight">The matrix, whose rows are the embeddings.</param>
            /// <param name="offsets">Where each bag of a vector begins; null for a matrix.</param>
            /// <param name="maxNorm">
            /// The greatest norm of a row: rows of the matrix that are looked up and exceed it are scaled down in place; null: none.
            /// </param>
            /// <param name="normType">The order of that norm.</param>
            /// <param name="scaleGradByFreq">Whether to divide the gradients of a row by how often it is looked up.</param>
            /// <param name="mode">What becomes of the rows of a bag.</param>
            /// <param name="sparse">Whether the gradient of the matrix is sparse.</param>
            /// <param name="perSampleWeights">
            /// What each row is multiplied by, for <c>Sum</c> only, of the shape of the numbers; null: 1.
            /// </param>
            /// <param name="includeLastOffset">Whether the last offset is the end of the last bag.</param>
            /// <param name="paddingIdx">The number of the row that is left out; negative counts from the end; null: none.</param>
            /// <returns>A new matrix of the number of bags and the size of a row.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchValueException">
            /// The shapes do not fit, or <paramref name="mode"/> cannot do what is asked for.
            /// </exception>
            /// <exception cref="TorchNotImplementedException">There are weights, and <paramref name="mode"/> is not <c>Sum</c>.</exception>
            /// <exception cref="TorchException">A number, offset or dtype does not fit.</exception>
            /// <example><code>
            /// var rows = Torch.Tensor([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]);
            /// Torch.Nn.Functional.EmbeddingBag(Torch.Tensor([0, 2, 1]), rows, Torch.Tensor([0, 2]))
            /// // tensor([[3., 4.],
            /// //         [3., 4.]])
            /// Torch.Nn.Functional.EmbeddingBag(Torch.Tensor([[0, 2]]), rows, mode: EmbeddingBagMode.Sum)   // tensor([[6., 8.]])
            /// </code></example>
            public static Tensor EmbeddingBag(
                Tensor input, Tensor weight, Tensor? offsets = null, double? maxNorm = null, double normType = 2,
                bool scaleGradByFreq = false, EmbeddingBagMode mode = EmbeddingBagMode.Mean, bool sparse = false,
                Tensor? perSampleWeights = null, bool includeLastOffset = false, long? paddingIdx = null)
            {
                NotNull(input);
                NotNull(weight);

                // PyTorch's first versions had the matrix first.
                if (weight.DType == DType.Int64 && input.DType.IsFloatingPoint)
                {
                    (weight, input) = (input, weight);
                }

                if (perSampleWeights is not null && input.Shape != perSampleWeights.Shape)
                {
                    throw new TorchValueException(
                        $"embedding_bag: If per_sample_weights ({perSampleWeights.Shape}) is not None, "
                        + $"then it must have the same shape as the input ({input.Shape})");
                }

                if (weight.Dim() != 2)
                {
                    throw new TorchValueException($"weight has to be a 2D Tensor, but got Tensor of dimension {weight.Dim()}");
                }

                if (input.Dim() == 2)
                {
                    (perSampleWeights, includeLastOffset) = (perSampleWeights?.Reshape(-1), false);
                }

                var starts = Bags(ref input, offsets);

                CheckMode(mode, scaleGradByFreq, sparse);
                if (maxNorm is { } most)
                {
                    Renormalize(weight, input, most, normType);
                }

                if (perSampleWeights is not null && mode != EmbeddingBagMode.Sum)
                {
                    throw new TorchNotImplementedException(
                        $"embedding_bag: per_sample_weights was not None. per_sample_weights is only supported for mode='sum' "
                        + $"(got mode='{(mode == EmbeddingBagMode.Mean ? "mean" : "max")}'). Please open a feature request on GitHub.");
                }

                Arguments.Offsets(starts);
                if (input.Dim() == 1 && Arguments.AreNoBags(starts, includeLastOffset))
                {
                    (input, perSampleWeights) = (input[..0], perSampleWeights?[..0]);
                }

                return EmbeddingBagOperator.CallFirst(
                    4, weight, input, starts, scaleGradByFreq, (long)mode, sparse, perSampleWeights, includeLastOffset, paddingIdx);
            }

            /// <summary>Vectors of zeros with a one at each number's place: PyTorch's <c>one_hot</c>.</summary>
            /// <param name="tensor">The numbers, not negative, of dtype int64.</param>
            /// <param name="numClasses">The size of a vector; -1: one more than the greatest number.</param>
            /// <returns>A new tensor of dtype int64, with the shape of the numbers and one dimension more.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
            /// <exception cref="TorchException">A number is negative or not less than the size, or the dtype is not int64.</exception>
            /// <example><code>
            /// Torch.Nn.Functional.OneHot(Torch.Tensor([0, 2]), 3)
            /// // tensor([[1, 0, 0],
            /// //         [0, 0, 1]])
            /// </code></example>
            public static Tensor OneHot(Tensor tensor, long numClasses = -1) => OneHotOperator.Call(tensor, numClasses);

            private static void Renormalize(Tensor weight, Tensor input, double maxNorm, double normType)
            {
                using var rows = weight.Detach();

                // Looked up first: PyTorch shortens rows before it finds that another one is not there. But what is no row is its to tell.
                if (rows.Dim() == 2 && (input.DType == DType.Int64 || input.DType == DType.Int32))
                {
                    EmbeddingOperator.Call(rows, input, -1, false, false).Dispose();
                }

                EmbeddingRenorm.CallInPlace(rows, input, maxNorm, normType);
            }

            // The numbers in a row, and where each bag begins.
            private static Tensor Bags(ref Tensor input, Tensor? offsets)
            {
                switch (input.Dim())
                {
                    case 1 when offsets is null:
                        throw new TorchValueException("offsets has to be a 1D Tensor but got None");
                    case 1 when offsets.Dim() != 1:
                        throw new TorchValueException("offsets has to be a 1D Tensor");
                    case 1:
                        return offsets;
                    case 2 when offsets is not null:
                        throw new TorchValueException(
                            "if input is 2D, then offsets has to be None, as input is treated is a mini-batch of fixed length sequences. "
                            + "However, found offsets of type <class 'torch.Tensor'>");
                    case 2:
                        var starts = Torch.Arange(0, input.Numel(), input.Shape[1], dtype: input.DType, device: input.Device);
                        input = input.Reshape(-1);
                        return starts;
                    default:
                        throw new TorchValueException($"input has to be 1D or 2D Tensor, but got Tensor of dimension {input.Dim()}");
                }
            }

            private static void CheckMode(EmbeddingBagMode mode, bool scaleGradByFreq, bool sparse)
            {
                if (mode is not (EmbeddingBagMode.Sum or EmbeddingBagMode.Mean or EmbeddingBagMode.Max))
                {
                    throw new TorchValueException("mode has to be one of sum, mean or max");
                }

                if (mode == EmbeddingBagMode.Max && scaleGradByFreq)
                {
                    throw new TorchValueException("max mode does not support scaling the gradient by the frequency");
                }

                if (mode == EmbeddingBagMode.Max && sparse)
                {
                    throw new TorchValueException("max mode does not support sparse weights");
                }
            }
        }
    }
}
