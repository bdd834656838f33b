namespace TorchLite.Nn;

/// <summary>
/// An encoder and a decoder: PyTorch's <c>torch.nn.Transformer</c> (A. Vaswani et al., "Attention is all you need", 2017).
/// </summary>
/// <example><code>
/// var model = new Transformer(8, 2, numEncoderLayers: 1, numDecoderLayers: 1, dimFeedforward: 16);
/// model.Call(Torch.Ones(7, 3, 8), Torch.Ones(5, 3, 8)).Shape   // torch.Size([5, 3, 8])
/// Transformer.GenerateSquareSubsequentMask(3)
/// // tensor([[0., -inf, -inf],
/// //         [0., 0., -inf],
/// //         [0., 0., 0.]])
/// (model.Encoder.NumLayers, model.Decoder.NumLayers)          // (1, 1)
/// </code></example>
public class Transformer : Module
{
    /// <summary>A model with random weights.</summary>
    /// <param name="dModel">The number of features.</param>
    /// <param name="nhead">The number of heads, which divides the number of features.</param>
    /// <param name="numEncoderLayers">The number of the encoder's layers.</param>
    /// <param name="numDecoderLayers">The number of the decoder's layers.</param>
    /// <param name="dimFeedforward">The number of features between the linear layers.</param>
    /// <param name="dropout">The probability of dropout.</param>
    /// <param name="activation">The activation between the linear layers.</param>
    /// <param name="customEncoder">An encoder of one's own; null: one of the sizes given.</param>
    /// <param name="customDecoder">A decoder of one's own; null: one of the sizes given.</param>
    /// <param name="layerNormEps">What normalization adds to the variance.</param>
    /// <param name="batchFirst">Whether tensors are (batch, length, features) instead of (length, batch, features).</param>
    /// <param name="normFirst">Whether normalization comes before attention and network, not after.</param>
    /// <param name="bias">Whether the linear layers and normalizations have biases.</param>
    /// <param name="device">Where the weights are; null: the default device.</param>
    /// <param name="dtype">The weights' dtype; null: the default dtype.</param>
    public Transformer(
        long dModel = 512, long nhead = 8, int numEncoderLayers = 6, int numDecoderLayers = 6, long dimFeedforward = 2048,
        double dropout = 0.1, TransformerActivation activation = TransformerActivation.Relu, TransformerEncoder? customEncoder = null,
        TransformerDecoder? customDecoder = null, double layerNormEps = 1e-5, bool batchFirst = false, bool normFirst = false,
        bool bias = true, Device? device = null, DType? dtype = null)
    {
        Encoder = customEncoder ?? new(
            new TransformerEncoderLayer(
                dModel, nhead, dimFeedforward, dropout, activation, layerNormEps, batchFirst, normFirst, bias, device, dtype),
            numEncoderLayers, new LayerNorm(dModel, eps: layerNormEps, bias: bias, device: device, dtype: dtype));
        Decoder = customDecoder ?? new(
            new TransformerDecoderLayer(
                dModel, nhead, dimFeedforward, dropout, activation, layerNormEps, batchFirst, normFirst, bias, device, dtype),
            numDecoderLayers, new LayerNorm(dModel, eps: layerNormEps, bias: bias, device: device, dtype: dtype));
        foreach (var parameter in Parameters())
        {
            if (parameter.Dim() > 1)
            {
                Torch.Nn.Init.XavierUniform_(parameter);
            }
        }

        (DModel, Nhead, BatchFirst) = (dModel, nhead, batchFirst);
    }

    /// <summary>The encoder.</summary>
    public TransformerEncoder Encoder { get; set; }

    /// <summary>The decoder.</summary>
    public TransformerDecoder Decoder { get; set; }

    /// <summary>The number of features.</summary>
    public long DModel { get; }

    /// <summary>The number of heads.</summary>
    public long Nhead { get; }

    /// <summary>Whether tensors are (batch, length, features).</summary>
    public bool BatchFirst { get; }

    /// <summary>A mask that hides what comes later: PyTorch's <c>generate_square_subsequent_mask</c>.</summary>
    /// <param name="sz">The length of the sequence.</param>
    /// <param name="device">Where it is; null: the default device.</param>
    /// <param name="dtype">Its dtype; null: the default dtype.</param>
    /// <returns>(sz, sz): -inf above the diagonal, 0 elsewhere.</returns>
    public static Tensor GenerateSquareSubsequentMask(long sz, Device? device = null, DType? dtype = null) =>
        CausalMask.Square(sz, device, dtype);

    /// <summary>Runs the encoder, and the decoder on its output.</summary>
    /// <param name="src">The encoder's input.</param>
    /// <param name="tgt">The decoder's input.</param>
    /// <param name="srcMask">What no position of <paramref name="src"/> attends to there; null: nothing.</param>
    /// <param name="tgtMask">What no position of <paramref name="tgt"/> attends to there; null: nothing.</param>
    /// <param name="memoryMask">What no position attends to in the encoder's output; null: nothing.</param>
    /// <param name="srcKeyPaddingMask">What nobody attends to in <paramref name="src"/>, (batch, length); null: nothing.</param>
    /// <param name="tgtKeyPaddingMask">What nobody attends to in <paramref name="tgt"/>, (batch, length); null: nothing.</param>
    /// <param name="memoryKeyPaddingMask">What nobody attends to in the encoder's output, (batch, length); null: nothing.</param>
    /// <param name="srcIsCausal">Whether <paramref name="srcMask"/> hides what comes later; null: it is looked at.</param>
    /// <param name="tgtIsCausal">Whether <paramref name="tgtMask"/> hides what comes later; null: it is looked at.</param>
    /// <param name="memoryIsCausal">Whether <paramref name="memoryMask"/> hides what comes later.</param>
    /// <returns>A tensor of the shape of <paramref name="tgt"/>.</returns>
    /// <exception cref="TorchException">A shape or dtype does not fit.</exception>
    public Tensor Call(
        Tensor src, Tensor tgt, Tensor? srcMask = null, Tensor? tgtMask = null, Tensor? memoryMask = null, Tensor? srcKeyPaddingMask = null,
        Tensor? tgtKeyPaddingMask = null, Tensor? memoryKeyPaddingMask = null, bool? srcIsCausal = null, bool? tgtIsCausal = null,
        bool memoryIsCausal = false)
    {
        ArgumentNullException.ThrowIfNull(src);
        ArgumentNullException.ThrowIfNull(tgt);
        return HasHooks ? CallWithHooks([src, tgt], args => Run(Input<Tensor>(args, 0, 2), Input<Tensor>(args, 1, 2))) : Run(src, tgt);

        Tensor Run(Tensor source, Tensor target)
        {
            Check(source, target);
            var memory = Encoder.Call(source, srcMask, srcKeyPaddingMask, srcIsCausal);
            return Decoder.Call(
                target, memory, tgtMask, memoryMask, tgtKeyPaddingMask, memoryKeyPaddingMask, tgtIsCausal, memoryIsCausal);
        }
    }

    private void Check(Tensor src, Tensor tgt)
    {
        var batch = BatchFirst ? 0 : 1;
        if (src.Size(batch) != tgt.Size(batch) && src.Dim() == 3)
        {
            throw new TorchException("the batch number of src and tgt must be equal");
        }

        if (src.Size(-1) != DModel || tgt.Size(-1) != DModel)
        {
            throw new TorchException("the feature number of src and tgt must be equal to d_model");
        }
    }
}
