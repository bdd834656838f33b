namespace TorchLite.Nn;

/// <summary>
/// Self-attention, attention to an encoder's output, and a feed-forward network: PyTorch's <c>torch.nn.TransformerDecoderLayer</c>
/// (A. Vaswani et al., "Attention is all you need", 2017).
/// </summary>
/// <example><code>
/// var layer = new TransformerDecoderLayer(8, 2, dimFeedforward: 16);
/// layer.Call(Torch.Ones(5, 3, 8), Torch.Ones(7, 3, 8)).Shape   // torch.Size([5, 3, 8])
/// layer.Activation = x =&gt; x.Tanh();
/// (layer.SelfAttn.NumHeads, layer.MultiheadAttn.NumHeads)        // (2, 2)
/// (layer.Linear1.OutFeatures, layer.Linear2.OutFeatures)         // (16, 8)
/// layer.Norm1.Eps   // 1E-05
/// layer.Norm2.Eps   // 1E-05
/// layer.Norm3.Eps   // 1E-05
/// layer.Dropout.P   // 0.1
/// layer.Dropout1.P   // 0.1
/// layer.Dropout2.P   // 0.1
/// layer.Dropout3.P   // 0.1
/// </code></example>
public class TransformerDecoderLayer : Module
{
    /// <summary>A layer with random weights.</summary>
    /// <param name="dModel">The number of features.</param>
    /// <param name="nhead">The number of heads, which divides the number of features.</param>
    /// <param name="dimFeedforward">The number of features between the two linear layers.</param>
    /// <param name="dropout">The probability of dropout.</param>
    /// <param name="activation">The activation between the two linear layers; <see cref="Activation"/> takes a function of one's own.</param>
    /// <param name="layerNormEps">What normalization adds to the variance.</param>
    /// <param name="batchFirst">Whether tensors are (batch, length, features) instead of (length, batch, features).</param>
    /// <param name="normFirst">Whether normalization comes before attention and network, not after.</param>
    /// <param name="bias">Whether the linear layers and normalizations have biases.</param>
    /// <param name="device">Where the weights are; null: the default device.</param>
    /// <param name="dtype">The weights' dtype; null: the default dtype.</param>
    public TransformerDecoderLayer(
        long dModel, long nhead, long dimFeedforward = 2048, double dropout = 0.1,
        TransformerActivation activation = TransformerActivation.Relu, double layerNormEps = 1e-5, bool batchFirst = false,
        bool normFirst = false, bool bias = true, Device? device = null, DType? dtype = null)
    {
        SelfAttn = new(dModel, nhead, dropout: dropout, bias: bias, batchFirst: batchFirst, device: device, dtype: dtype);
        MultiheadAttn = new(dModel, nhead, dropout: dropout, bias: bias, batchFirst: batchFirst, device: device, dtype: dtype);
        Linear1 = new(dModel, dimFeedforward, bias, device, dtype);
        Dropout = new(dropout);
        Linear2 = new(dimFeedforward, dModel, bias, device, dtype);
        NormFirst = normFirst;
        Norm1 = new(dModel, eps: layerNormEps, bias: bias, device: device, dtype: dtype);
        Norm2 = new(dModel, eps: layerNormEps, bias: bias, device: device, dtype: dtype);
        Norm3 = new(dModel, eps: layerNormEps, bias: bias, device: device, dtype: dtype);
        Dropout1 = new(dropout);
        Dropout2 = new(dropout);
        Dropout3 = new(dropout);
        Activation = FeedForward.Function(activation);
    }

    /// <summary>The attention to the sequence itself.</summary>
    public MultiheadAttention SelfAttn { get; set; }

    /// <summary>The attention to the encoder's output.</summary>
    public MultiheadAttention MultiheadAttn { get; set; }

    /// <summary>The first linear layer.</summary>
    public Linear Linear1 { get; set; }

    /// <summary>The dropout after the activation.</summary>
    public Dropout Dropout { get; set; }

    /// <summary>The second linear layer.</summary>
    public Linear Linear2 { get; set; }

    /// <summary>The normalization of the self-attention.</summary>
    public LayerNorm Norm1 { get; set; }

    /// <summary>The normalization of the attention to the encoder's output.</summary>
    public LayerNorm Norm2 { get; set; }

    /// <summary>The normalization of the feed-forward network.</summary>
    public LayerNorm Norm3 { get; set; }

    /// <summary>The dropout of the self-attention's output.</summary>
    public Dropout Dropout1 { get; set; }

    /// <summary>The dropout of the output of the attention to the encoder's output.</summary>
    public Dropout Dropout2 { get; set; }

    /// <summary>The dropout of the feed-forward network's output.</summary>
    public Dropout Dropout3 { get; set; }

    // Here, for the order in which parts are printed.
    [Name("activation")]
    private Module? activationModule;

    /// <summary>Whether normalization comes first.</summary>
    public bool NormFirst { get; }

    /// <summary>The activation. The <c>Call</c> of a module may be one: then that module is a part of the layer.</summary>
    public Func<Tensor, Tensor> Activation
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
            activationModule = value.Target as Module;
        }
    }

    /// <summary>Runs the layer.</summary>
    /// <param name="tgt">(length, batch, features), (batch, length, features) if batch-first, or (length, features).</param>
    /// <param name="memory">The encoder's output.</param>
    /// <param name="tgtMask">What no position of <paramref name="tgt"/> attends to there; null: nothing.</param>
    /// <param name="memoryMask">What no position attends to in <paramref name="memory"/>; null: nothing.</param>
    /// <param name="tgtKeyPaddingMask">What nobody attends to in <paramref name="tgt"/>, (batch, length); null: nothing.</param>
    /// <param name="memoryKeyPaddingMask">What nobody attends to in <paramref name="memory"/>, (batch, length); null: nothing.</param>
    /// <param name="tgtIsCausal">Whether <paramref name="tgtMask"/> hides what comes later.</param>
    /// <param name="memoryIsCausal">Whether <paramref name="memoryMask"/> hides what comes later.</param>
    /// <returns>A tensor of the shape of <paramref name="tgt"/>.</returns>
    /// <exception cref="TorchException">A shape or dtype does not fit.</exception>
    public Tensor Call(
        Tensor tgt, Tensor memory, Tensor? tgtMask = null, Tensor? memoryMask = null, Tensor? tgtKeyPaddingMask = null,
        Tensor? memoryKeyPaddingMask = null, bool tgtIsCausal = false, bool memoryIsCausal = false) => HasHooks
        ? CallWithHooks(
            [tgt, memory, tgtMask, memoryMask, tgtKeyPaddingMask, memoryKeyPaddingMask, tgtIsCausal, memoryIsCausal],
            args => Forward(
                Input<Tensor>(args, 0, 8), Input<Tensor>(args, 1, 8), Input<Tensor?>(args, 2, 8), Input<Tensor?>(args, 3, 8),
                Input<Tensor?>(args, 4, 8), Input<Tensor?>(args, 5, 8), Input<bool>(args, 6, 8),
                Input<bool>(args, 7, 8)))
        : Forward(tgt, memory, tgtMask, memoryMask, tgtKeyPaddingMask, memoryKeyPaddingMask, tgtIsCausal, memoryIsCausal);

    /// <summary>What the layer computes, of the arguments of <see cref="Call"/>.</summary>
    /// <param name="tgt">The input.</param>
    /// <param name="memory">The encoder's output.</param>
    /// <param name="tgtMask">What no position attends to in the input.</param>
    /// <param name="memoryMask">What no position attends to in the encoder's output.</param>
    /// <param name="tgtKeyPaddingMask">What nobody attends to in the input.</param>
    /// <param name="memoryKeyPaddingMask">What nobody attends to in the encoder's output.</param>
    /// <param name="tgtIsCausal">Whether the first mask hides what comes later.</param>
    /// <param name="memoryIsCausal">Whether the second mask hides what comes later.</param>
    /// <returns>The output.</returns>
    protected virtual Tensor Forward(
        Tensor tgt, Tensor memory, Tensor? tgtMask, Tensor? memoryMask, Tensor? tgtKeyPaddingMask, Tensor? memoryKeyPaddingMask,
        bool tgtIsCausal, bool memoryIsCausal)
    {
        ArgumentNullException.ThrowIfNull(tgt);
        ArgumentNullException.ThrowIfNull(memory);
        if (NormFirst)
        {
            var x = tgt + Attend(Norm1.Call(tgt), tgtMask, tgtKeyPaddingMask, tgtIsCausal);
            x = x + AttendTo(memory, Norm2.Call(x), memoryMask, memoryKeyPaddingMask, memoryIsCausal);
            return x + Feed(Norm3.Call(x));
        }

        var y = Norm1.Call(tgt + Attend(tgt, tgtMask, tgtKeyPaddingMask, tgtIsCausal));
        y = Norm2.Call(y + AttendTo(memory, y, memoryMask, memoryKeyPaddingMask, memoryIsCausal));
        return Norm3.Call(y + Feed(y));
    }

    private Tensor Attend(Tensor x, Tensor? mask, Tensor? padding, bool isCausal) =>
        Dropout1.Call(SelfAttn.Attend(x, x, mask, padding, isCausal));

    private Tensor AttendTo(Tensor memory, Tensor x, Tensor? mask, Tensor? padding, bool isCausal) =>
        Dropout2.Call(MultiheadAttn.Attend(x, memory, mask, padding, isCausal));

    private Tensor Feed(Tensor x) => Dropout3.Call(Linear2.Call(Dropout.Call(Activation(Linear1.Call(x)))));
}
