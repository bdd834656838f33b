using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>The sum, mean or maximum of learned vectors of each bag of numbers: PyTorch's <c>torch.nn.EmbeddingBag</c>.</summary>
/// <example><code>
/// var bags = new EmbeddingBag(10, 3, mode: EmbeddingBagMode.Sum);
/// bags                                                                    // EmbeddingBag(10, 3, mode='sum')
/// bags.Call(Torch.Tensor([[1, 2], [4, 5]])).Shape                         // torch.Size([2, 3])
/// bags.Call(Torch.Tensor([1, 2, 4, 5]), Torch.Tensor([0, 3])).Shape       // torch.Size([2, 3])
/// bags.Weight.Shape                                                       // torch.Size([10, 3])
/// bags.ResetParameters();
///
/// EmbeddingBag.FromPretrained(Torch.Tensor([[1.0, 2.0], [3.0, 4.0]])).Call(Torch.Tensor([[0, 1]]))   // tensor([[2., 3.]])
/// </code></example>
public class EmbeddingBag : Module
{
    /// <summary>A layer with random vectors.</summary>
    /// <param name="numEmbeddings">The number of vectors.</param>
    /// <param name="embeddingDim">The size of a vector.</param>
    /// <param name="maxNorm">The greatest norm of a vector: those looked up that exceed it are scaled down; null: none.</param>
    /// <param name="normType">The order of that norm.</param>
    /// <param name="scaleGradByFreq">Whether to divide the gradients of a vector by how often it is looked up.</param>
    /// <param name="mode">What becomes of the vectors of a bag.</param>
    /// <param name="sparse">Whether the gradient is sparse.</param>
    /// <param name="includeLastOffset">Whether the last offset is the end of the last bag.</param>
    /// <param name="paddingIdx">
    /// The number of the vector that is zeros at first and is left out; negative counts from the end; null: none.
    /// </param>
    /// <param name="device">Where the vectors are; null: the default device.</param>
    /// <param name="dtype">Their dtype; null: the default dtype.</param>
    /// <exception cref="TorchException">A size is negative, or <paramref name="paddingIdx"/> is not within the vectors.</exception>
    public EmbeddingBag(
        long numEmbeddings, long embeddingDim, double? maxNorm = null, double normType = 2.0, bool scaleGradByFreq = false,
        EmbeddingBagMode mode = EmbeddingBagMode.Mean, bool sparse = false, bool includeLastOffset = false, long? paddingIdx = null,
        Device? device = null, DType? dtype = null)
        : this(new Shape(numEmbeddings, embeddingDim), maxNorm, normType, scaleGradByFreq, mode, sparse, includeLastOffset, paddingIdx)
    {
        Weight = new(Torch.Empty([numEmbeddings, embeddingDim], dtype, device));
        ResetParameters();
    }

    private EmbeddingBag(
        Shape shape, double? maxNorm, double normType, bool scaleGradByFreq, EmbeddingBagMode mode, bool sparse, bool includeLastOffset,
        long? paddingIdx)
    {
        (NumEmbeddings, EmbeddingDim) = (shape[0], shape[1]);
        PaddingIdx = EmbeddingRows.Padding(paddingIdx, shape[0], "padding_idx must be within num_embeddings");
        (MaxNorm, NormType, ScaleGradByFreq, Mode) = (maxNorm, normType, scaleGradByFreq, mode);
        (Sparse, IncludeLastOffset) = (sparse, includeLastOffset);
        Weight = null!;
    }

    /// <summary>The number of vectors.</summary>
    public long NumEmbeddings { get; }

    /// <summary>The size of a vector.</summary>
    public long EmbeddingDim { get; }

    /// <summary>The greatest norm of a vector; null: none.</summary>
    public double? MaxNorm { get; set; }

    /// <summary>The order of that norm.</summary>
    public double NormType { get; set; }

    /// <summary>Whether to divide the gradients of a vector by how often it is looked up.</summary>
    public bool ScaleGradByFreq { get; set; }

    /// <summary>What becomes of the vectors of a bag.</summary>
    public EmbeddingBagMode Mode { get; set; }

    /// <summary>Whether the gradient is sparse.</summary>
    public bool Sparse { get; set; }

    /// <summary>Whether the last offset is the end of the last bag.</summary>
    public bool IncludeLastOffset { get; set; }

    /// <summary>The number of the vector that is left out; null: none.</summary>
    public long? PaddingIdx { get; set; }

    /// <summary>The vectors, of shape (numEmbeddings, embeddingDim).</summary>
    public Parameter Weight { get; set; }

    /// <summary>A layer with given vectors: PyTorch's <c>EmbeddingBag.from_pretrained</c>.</summary>
    /// <param name="embeddings">The vectors as rows of a matrix, whose memory the layer shares.</param>
    /// <param name="freeze">Whether they are kept as they are in training.</param>
    /// <param name="maxNorm">The greatest norm of a vector; null: none.</param>
    /// <param name="normType">The order of that norm.</param>
    /// <param name="scaleGradByFreq">Whether to divide the gradients of a vector by how often it is looked up.</param>
    /// <param name="mode">What becomes of the vectors of a bag.</param>
    /// <param name="sparse">Whether the gradient is sparse.</param>
    /// <param name="includeLastOffset">Whether the last offset is the end of the last bag.</param>
    /// <param name="paddingIdx">The number of the vector that is left out; negative counts from the end; null: none.</param>
    /// <returns>The layer.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="embeddings"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The tensor is not a matrix, or <paramref name="paddingIdx"/> is not within the vectors.
    /// </exception>
    public static EmbeddingBag FromPretrained(
        Tensor embeddings, bool freeze = true, double? maxNorm = null, double normType = 2.0, bool scaleGradByFreq = false,
        EmbeddingBagMode mode = EmbeddingBagMode.Mean, bool sparse = false, bool includeLastOffset = false, long? paddingIdx = null) =>
        new(EmbeddingRows.ShapeOf(embeddings), maxNorm, normType, scaleGradByFreq, mode, sparse, includeLastOffset, paddingIdx)
        {
            Weight = new(embeddings, requiresGrad: !freeze),
        };

    /// <summary>Sets the vectors to new random values of the standard normal distribution: PyTorch's <c>reset_parameters</c>.</summary>
    public void ResetParameters() => EmbeddingRows.Reset(Weight, PaddingIdx);

    /// <summary>Looks up the vectors of each bag.</summary>
    /// <param name="input">The numbers: a matrix with a bag in each row, or a vector with the bags one after the other.</param>
    /// <param name="offsets">Where each bag of a vector begins; null for a matrix.</param>
    /// <param name="perSampleWeights">What each vector is multiplied by, for sums only; null: 1.</param>
    /// <returns>A new matrix of the number of bags and the size of a vector.</returns>
    /// <exception cref="TorchException">A number, offset, shape or dtype does not fit.</exception>
    public Tensor Call(Tensor input, Tensor? offsets = null, Tensor? perSampleWeights = null) => HasHooks
        ? CallWithHooks(
            [input, offsets, perSampleWeights],
            args => Forward(Input<Tensor>(args, 0, 3), Input<Tensor?>(args, 1, 3), Input<Tensor?>(args, 2, 3)))
        : Forward(input, offsets, perSampleWeights);

    /// <summary>What the module computes. <see cref="Call"/> runs it.</summary>
    /// <param name="input">The numbers.</param>
    /// <param name="offsets">Where each bag of a vector begins; null for a matrix.</param>
    /// <param name="perSampleWeights">What each vector is multiplied by; null: 1.</param>
    /// <returns>A new matrix of the number of bags and the size of a vector.</returns>
    protected virtual Tensor Forward(Tensor input, Tensor? offsets, Tensor? perSampleWeights) => Torch.Nn.Functional.EmbeddingBag(
        input, Weight, offsets, MaxNorm, NormType, ScaleGradByFreq, Mode, Sparse, perSampleWeights, IncludeLastOffset, PaddingIdx);

    /// <inheritdoc/>
    protected override string ExtraRepr() =>
        $"{NumEmbeddings}, {EmbeddingDim}"
        + (MaxNorm is { } norm ? $", max_norm={PythonText.Of(norm)}" : "")
        + (NormType != 2 ? $", norm_type={PythonText.Of(NormType)}" : "")
        + (ScaleGradByFreq ? ", scale_grad_by_freq=True" : "")
        + $", mode='{Mode switch { EmbeddingBagMode.Sum => "sum", EmbeddingBagMode.Max => "max", _ => "mean" }}'"
        + (PaddingIdx is { } padding ? $", padding_idx={padding}" : "");
}
