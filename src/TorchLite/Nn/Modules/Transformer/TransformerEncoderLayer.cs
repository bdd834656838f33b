namespace TorchLite.Nn;

/// <summary>
/// Self-attention and a feed-forward network: PyTorch's <c>torch.nn.TransformerEncoderLayer</c> (A. Vaswani et al., "Attention is all you
/// need", 2017).
/// </summary>
/// <remarks>
/// In evaluation without gradients, and with <c>batchFirst</c>, libtorch computes the layer in one kernel, as in PyTorch.
/// </remarks>
/// <example><code>
/// var layer = new TransformerEncoderLayer(8, 2, dimFeedforward: 16, batchFirst: true);
/// layer.Call(Torch.Ones(3, 5, 8)).Shape        // torch.Size([3, 5, 8])
/// layer.Activation = x =&gt; x.Tanh();
/// layer.Linear1.OutFeatures                    // 16
/// layer.Linear2.OutFeatures                    // 8
/// layer.SelfAttn.NumHeads                      // 2
/// layer.Norm1.Eps   // 1E-05
/// layer.Norm2.Eps   // 1E-05
/// layer.Dropout.P   // 0.1
/// layer.Dropout1.P   // 0.1
/// layer.Dropout2.P   // 0.1
/// </code></example>
public class TransformerEncoderLayer : Module
{
    private int fastActivation;

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
    public TransformerEncoderLayer(
        long dModel, long nhead, long dimFeedforward = 2048, double dropout = 0.1,
        TransformerActivation activation = TransformerActivation.Relu, double layerNormEps = 1e-5, bool batchFirst = false,
        bool normFirst = false, bool bias = true, Device? device = null, DType? dtype = null)
    {
        SelfAttn = new(dModel, nhead, dropout: dropout, bias: bias, batchFirst: batchFirst, device: device, dtype: dtype);
        Linear1 = new(dModel, dimFeedforward, bias, device, dtype);
        Dropout = new(dropout);
        Linear2 = new(dimFeedforward, dModel, bias, device, dtype);
        NormFirst = normFirst;
        Norm1 = new(dModel, eps: layerNormEps, bias: bias, device: device, dtype: dtype);
        Norm2 = new(dModel, eps: layerNormEps, bias: bias, device: device, dtype: dtype);
        Dropout1 = new(dropout);
        Dropout2 = new(dropout);
        Activation = FeedForward.Function(activation);
        fastActivation = activation == TransformerActivation.Gelu ? 2 : 1;
    }

    /// <summary>The attention.</summary>
    public MultiheadAttention SelfAttn { get; set; }

    /// <summary>The first linear layer.</summary>
    public Linear Linear1 { get; set; }

    /// <summary>The dropout after the activation.</summary>
    public Dropout Dropout { get; set; }

    /// <summary>The second linear layer.</summary>
    public Linear Linear2 { get; set; }

    /// <summary>The normalization of the attention.</summary>
    public LayerNorm Norm1 { get; set; }

    /// <summary>The normalization of the feed-forward network.</summary>
    public LayerNorm Norm2 { get; set; }

    /// <summary>The dropout of the attention's output.</summary>
    public Dropout Dropout1 { get; set; }

    /// <summary>The dropout of the feed-forward network's output.</summary>
    public Dropout Dropout2 { get; set; }

    // Here, for the order in which parts are printed.
    [Name("activation")]
    private Module? activationModule;

    /// <summary>Whether normalization comes first.</summary>
    public bool NormFirst { get; }

    /// <summary>
    /// The activation. The <c>Call</c> of a module may be one, as in <c>layer.Activation = new GELU().Call</c>: then that module is a part of
    /// the layer.
    /// </summary>
    public Func<Tensor, Tensor> Activation
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
            activationModule = value.Target as Module;
            fastActivation = activationModule is ReLU ? 1 : activationModule is GELU ? 2 : 0;
        }
    }

    /// <summary>Whether an encoder of such layers may leave padding out of the computation.</summary>
    internal bool MayBeRagged => !NormFirst && MayBeFast;

    private bool MayBeFast => SelfAttn is { BatchFirst: true, InProjWeight: not null, InProjBias: not null }
        && fastActivation != 0 && SelfAttn.NumHeads % 2 == 0 && Norm1.Eps == Norm2.Eps;

    /// <summary>Runs the layer.</summary>
    /// <param name="src">(length, batch, features), (batch, length, features) if batch-first, or (length, features).</param>
    /// <param name="srcMask">What no position attends to, (length, length): true, or -inf to add; null: nothing.</param>
    /// <param name="srcKeyPaddingMask">What nobody attends to, (batch, length): true, or -inf to add; null: nothing.</param>
    /// <param name="isCausal">Whether the mask hides what comes later, which allows a faster way; the mask must be given, too.</param>
    /// <returns>A tensor of the same shape.</returns>
    /// <exception cref="TorchException">A shape or dtype does not fit.</exception>
    public Tensor Call(Tensor src, Tensor? srcMask = null, Tensor? srcKeyPaddingMask = null, bool isCausal = false) => HasHooks
        ? CallWithHooks(
            [src, srcMask, srcKeyPaddingMask, isCausal],
            args => Forward(Input<Tensor>(args, 0, 4), Input<Tensor?>(args, 1, 4), Input<Tensor?>(args, 2, 4), Input<bool>(args, 3, 4)))
        : Forward(src, srcMask, srcKeyPaddingMask, isCausal);

    /// <summary>What the layer computes.</summary>
    /// <param name="src">The input.</param>
    /// <param name="srcMask">What no position attends to.</param>
    /// <param name="srcKeyPaddingMask">What nobody attends to.</param>
    /// <param name="isCausal">Whether the mask hides what comes later.</param>
    /// <returns>The output.</returns>
    protected virtual Tensor Forward(Tensor src, Tensor? srcMask, Tensor? srcKeyPaddingMask, bool isCausal)
    {
        ArgumentNullException.ThrowIfNull(src);
        srcKeyPaddingMask = Torch.Nn.Functional.CanonicalMask(srcKeyPaddingMask, "src_key_padding_mask", src.DType);
        srcMask = Torch.Nn.Functional.CanonicalMask(srcMask, "src_mask", src.DType);
        if (IsFast(src))
        {
            var (mask, type) = SelfAttn.MergeMasks(srcMask, srcKeyPaddingMask, src);
            return TransformerKernel.Layer(src, SelfAttn.NumHeads, fastActivation == 2, NormFirst, Norm1.Eps, Weights()!, mask, type);
        }

        if (NormFirst)
        {
            var x = src + Attend(Norm1.Call(src), srcMask, srcKeyPaddingMask, isCausal);
            return x + Feed(Norm2.Call(x));
        }

        var y = Norm1.Call(src + Attend(src, srcMask, srcKeyPaddingMask, isCausal));
        return Norm2.Call(y + Feed(y));
    }

    /// <summary>The weights in the order of libtorch's kernel; null where one is missing.</summary>
    internal Tensor[]? Weights()
    {
        Tensor?[] all =
        [
            SelfAttn.InProjWeight, SelfAttn.InProjBias, SelfAttn.OutProj.Weight, SelfAttn.OutProj.Bias, Norm1.Weight, Norm1.Bias, Norm2.Weight,
            Norm2.Bias, Linear1.Weight, Linear1.Bias, Linear2.Weight, Linear2.Bias,
        ];
        return Array.Exists(all, static weight => weight is null) ? null : Array.ConvertAll(all, static weight => weight!);
    }

    /// <summary>Whether no gradient is asked for, of which the kernel knows nothing.</summary>
    internal bool IsWithoutGradient(Tensor src) =>
        Weights() is { } weights
        && !(Torch.IsGradEnabled() && (src.RequiresGrad || Array.Exists(weights, static weight => weight.RequiresGrad)));

    private bool IsFast(Tensor src) =>
        src.Dim() == 3 && !Training && MayBeFast && src.Device.Type is "cpu" or "cuda"
        && !Modules().Any(static module => module.HasForwardHooks) && IsWithoutGradient(src);

    private Tensor Attend(Tensor x, Tensor? mask, Tensor? padding, bool isCausal) =>
        Dropout1.Call(SelfAttn.Attend(x, x, mask, padding, isCausal));

    private Tensor Feed(Tensor x) => Dropout2.Call(Linear2.Call(Dropout.Call(Activation(Linear1.Call(x)))));
}
