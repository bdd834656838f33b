using TorchLite.Printing;

namespace TorchLite.Nn;

/// <summary>Learned vectors by number, such as those of words: PyTorch's <c>torch.nn.Embedding</c>.</summary>
/// <example><code>
/// var embedding = new Embedding(10, 3, paddingIdx: 0);
/// embedding                                                  // Embedding(10, 3, padding_idx=0)
/// embedding.Call(Torch.Tensor([[1, 2], [4, 0]])).Shape       // torch.Size([2, 2, 3])
/// embedding.Weight[0].Detach()                               // tensor([0., 0., 0.])
/// embedding.ResetParameters();
///
/// var known = Embedding.FromPretrained(Torch.Tensor([[1.0, 2.0], [3.0, 4.0]]));
/// known.Call(Torch.Tensor([1]))                              // tensor([[3., 4.]])
/// known.Weight.RequiresGrad                                  // False
/// </code></example>
public class Embedding : Module<Tensor, Tensor>
{
    /// <summary>A layer with random vectors.</summary>
    /// <param name="numEmbeddings">The number of vectors.</param>
    /// <param name="embeddingDim">The size of a vector.</param>
    /// <param name="paddingIdx">
    /// The number of the vector that is zeros at first and gets no gradient; negative counts from the end; null: none.
    /// </param>
    /// <param name="maxNorm">The greatest norm of a vector: those looked up that exceed it are scaled down; null: none.</param>
    /// <param name="normType">The order of that norm.</param>
    /// <param name="scaleGradByFreq">Whether to divide the gradients of a vector by how often it is looked up.</param>
    /// <param name="sparse">Whether the gradient is sparse.</param>
    /// <param name="device">Where the vectors are; null: the default device.</param>
    /// <param name="dtype">Their dtype; null: the default dtype.</param>
    /// <exception cref="TorchException">A size is negative, or <paramref name="paddingIdx"/> is not within the vectors.</exception>
    public Embedding(
        long numEmbeddings, long embeddingDim, long? paddingIdx = null, double? maxNorm = null, double normType = 2.0,
        bool scaleGradByFreq = false, bool sparse = false, Device? device = null, DType? dtype = null)
        : this(new(numEmbeddings, embeddingDim), paddingIdx, maxNorm, normType, scaleGradByFreq, sparse)
    {
        Weight = new(Torch.Empty([numEmbeddings, embeddingDim], dtype, device));
        ResetParameters();
    }

    private Embedding(Shape shape, long? paddingIdx, double? maxNorm, double normType, bool scaleGradByFreq, bool sparse)
    {
        (NumEmbeddings, EmbeddingDim) = (shape[0], shape[1]);
        PaddingIdx = EmbeddingRows.Padding(paddingIdx, shape[0], "Padding_idx must be within num_embeddings");
        (MaxNorm, NormType, ScaleGradByFreq, Sparse) = (maxNorm, normType, scaleGradByFreq, sparse);
        Weight = null!;
    }

    /// <summary>The number of vectors.</summary>
    public long NumEmbeddings { get; }

    /// <summary>The size of a vector.</summary>
    public long EmbeddingDim { get; }

    /// <summary>The number of the vector that gets no gradient; null: none.</summary>
    public long? PaddingIdx { get; set; }

    /// <summary>The greatest norm of a vector; null: none.</summary>
    public double? MaxNorm { get; set; }

    /// <summary>The order of that norm.</summary>
    public double NormType { get; set; }

    /// <summary>Whether to divide the gradients of a vector by how often it is looked up.</summary>
    public bool ScaleGradByFreq { get; set; }

    /// <summary>Whether the gradient is sparse.</summary>
    public bool Sparse { get; set; }

    /// <summary>The vectors, of shape (numEmbeddings, embeddingDim).</summary>
    public Parameter Weight { get; set; }

    /// <summary>A layer with given vectors: PyTorch's <c>Embedding.from_pretrained</c>.</summary>
    /// <param name="embeddings">The vectors as rows of a matrix, whose memory the layer shares.</param>
    /// <param name="freeze">Whether they are kept as they are in training.</param>
    /// <param name="paddingIdx">The number of the vector that gets no gradient; negative counts from the end; null: none.</param>
    /// <param name="maxNorm">The greatest norm of a vector; null: none.</param>
    /// <param name="normType">The order of that norm.</param>
    /// <param name="scaleGradByFreq">Whether to divide the gradients of a vector by how often it is looked up.</param>
    /// <param name="sparse">Whether the gradient is sparse.</param>
    /// <returns>The layer.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="embeddings"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The tensor is not a matrix, or <paramref name="paddingIdx"/> is not within the vectors.
    /// </exception>
    public static Embedding FromPretrained(
        Tensor embeddings, bool freeze = true, long? paddingIdx = null, double? maxNorm = null, double normType = 2.0,
        bool scaleGradByFreq = false, bool sparse = false) =>
        new(EmbeddingRows.ShapeOf(embeddings), paddingIdx, maxNorm, normType, scaleGradByFreq, sparse)
        {
            Weight = new(embeddings, requiresGrad: !freeze),
        };

    /// <summary>Sets the vectors to new random values of the standard normal distribution: PyTorch's <c>reset_parameters</c>.</summary>
    public void ResetParameters() => EmbeddingRows.Reset(Weight, PaddingIdx);

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) =>
        Torch.Nn.Functional.Embedding(input, Weight, PaddingIdx, MaxNorm, NormType, ScaleGradByFreq, Sparse);

    /// <inheritdoc/>
    protected override string ExtraRepr() =>
        $"{NumEmbeddings}, {EmbeddingDim}"
        + (PaddingIdx is { } padding ? $", padding_idx={padding}" : "")
        + (MaxNorm is { } norm ? $", max_norm={PythonText.Of(norm)}" : "")
        + (NormType != 2 ? $", norm_type={PythonText.Of(NormType)}" : "")
        + (ScaleGradByFreq ? ", scale_grad_by_freq=True" : "")
        + (Sparse ? ", sparse=True" : "");
}
