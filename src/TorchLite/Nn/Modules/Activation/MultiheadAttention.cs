namespace TorchLite.Nn;

/// <summary>
/// Attention of queries to keys by several heads, each in a part of the features: PyTorch's <c>torch.nn.MultiheadAttention</c>
/// (A. Vaswani et al., 2017).
/// </summary>
/// <remarks>
/// In evaluation, where no gradients are recorded, self-attention with batch-first takes libtorch's faster implementation, as PyTorch does.
/// </remarks>
/// <example><code>
/// var attention = new MultiheadAttention(embedDim: 4, numHeads: 2, batchFirst: true);
/// var x = Torch.Ones(3, 5, 4);
/// var (output, weights) = attention.Call(x, x, x);
/// output.Shape                                              // torch.Size([3, 5, 4])
/// weights!.Shape                                            // torch.Size([3, 5, 5])
/// attention.Call(x, x, x, needWeights: false).AttnOutputWeights is null   // True
/// attention
/// // MultiheadAttention(
/// //   (out_proj): NonDynamicallyQuantizableLinear(in_features=4, out_features=4, bias=True)
/// // )
/// attention.HeadDim                                         // 2
/// attention.InProjWeight!.Shape                             // torch.Size([12, 4])
/// attention.InProjBias!.Shape                               // torch.Size([12])
/// attention.OutProj.Weight.Shape                            // torch.Size([4, 4])
///
/// attention = new MultiheadAttention(4, 2, kdim: 3, vdim: 2, addBiasKv: true);
/// attention.QProjWeight!.Shape                              // torch.Size([4, 4])
/// attention.KProjWeight!.Shape                              // torch.Size([4, 3])
/// attention.VProjWeight!.Shape                              // torch.Size([4, 2])
/// attention.BiasK!.Shape                                    // torch.Size([1, 1, 4])
/// attention.BiasV!.Shape                                    // torch.Size([1, 1, 4])
/// </code></example>
public class MultiheadAttention : Module
{
    /// <summary>An attention with random weights.</summary>
    /// <param name="embedDim">The number of features of queries and results.</param>
    /// <param name="numHeads">The number of heads, which divides that of the features.</param>
    /// <param name="dropout">The probability that a weight of the attention becomes 0 in training.</param>
    /// <param name="bias">Whether the layers before and after the attention have biases.</param>
    /// <param name="addBiasKv">Whether a learned key and value are added to those given.</param>
    /// <param name="addZeroAttn">Whether a key and value of zeros are added to those given.</param>
    /// <param name="kdim">The number of features of keys; null: that of queries.</param>
    /// <param name="vdim">The number of features of values; null: that of queries.</param>
    /// <param name="batchFirst">Whether the batch is the first dimension, before the sequence; otherwise the second.</param>
    /// <param name="device">Where the parameters are; null: the default device.</param>
    /// <param name="dtype">Their dtype; null: the default dtype.</param>
    /// <exception cref="TorchValueException">A size is not positive.</exception>
    /// <exception cref="TorchException">The number of heads does not divide that of the features.</exception>
    public MultiheadAttention(
        long embedDim, long numHeads, double dropout = 0.0, bool bias = true, bool addBiasKv = false, bool addZeroAttn = false,
        long? kdim = null, long? vdim = null, bool batchFirst = false, Device? device = null, DType? dtype = null)
    {
        if (embedDim <= 0 || numHeads <= 0)
        {
            throw new TorchValueException(
                $"embed_dim and num_heads must be greater than 0, got embed_dim={embedDim} and num_heads={numHeads} instead");
        }

        if (embedDim % numHeads != 0)
        {
            throw new TorchException("embed_dim must be divisible by num_heads");
        }

        (EmbedDim, Kdim, Vdim, NumHeads, Dropout) = (embedDim, kdim ?? embedDim, vdim ?? embedDim, numHeads, dropout);
        (BatchFirst, AddZeroAttn) = (batchFirst, addZeroAttn);
        if (IsSameEmbedDim)
        {
            InProjWeight = New(3 * embedDim, embedDim);
        }
        else
        {
            (QProjWeight, KProjWeight, VProjWeight) = (New(embedDim, embedDim), New(embedDim, Kdim), New(embedDim, Vdim));
        }

        InProjBias = bias ? New(3 * embedDim) : null;
        OutProj = new NonDynamicallyQuantizableLinear(embedDim, embedDim, bias, device, dtype);
        if (addBiasKv)
        {
            (BiasK, BiasV) = (New(1, 1, embedDim), New(1, 1, embedDim));
        }

        ResetParameters();

        Parameter New(params ReadOnlySpan<long> size) => new(Torch.Empty(new Shape(size), dtype, device));
    }

    /// <summary>The number of features of queries and results.</summary>
    public long EmbedDim { get; }

    /// <summary>The number of features of keys.</summary>
    public long Kdim { get; }

    /// <summary>The number of features of values.</summary>
    public long Vdim { get; }

    /// <summary>The number of heads.</summary>
    public long NumHeads { get; }

    /// <summary>The probability that a weight of the attention becomes 0 in training.</summary>
    public double Dropout { get; set; }

    /// <summary>Whether the batch is the first dimension.</summary>
    public bool BatchFirst { get; }

    /// <summary>Whether a key and value of zeros are added to those given.</summary>
    public bool AddZeroAttn { get; }

    /// <summary>The number of features of a head.</summary>
    public long HeadDim => EmbedDim / NumHeads;

    /// <summary>The layer of the queries; null where one layer is for all.</summary>
    public Parameter? QProjWeight { get; set; }

    /// <summary>The layer of the keys; null where one layer is for all.</summary>
    public Parameter? KProjWeight { get; set; }

    /// <summary>The layer of the values; null where one layer is for all.</summary>
    public Parameter? VProjWeight { get; set; }

    /// <summary>The layers of queries, keys and values in one; null where their features differ in number.</summary>
    public Parameter? InProjWeight { get; set; }

    /// <summary>The biases of queries, keys and values in one; null: none.</summary>
    public Parameter? InProjBias { get; set; }

    /// <summary>The last layer, after the heads.</summary>
    public Linear OutProj { get; set; }

    /// <summary>The learned key that is added; null: none.</summary>
    public Parameter? BiasK { get; set; }

    /// <summary>The learned value that is added; null: none.</summary>
    public Parameter? BiasV { get; set; }

    private bool IsSameEmbedDim => Kdim == EmbedDim && Vdim == EmbedDim;

    /// <summary>Attends.</summary>
    /// <param name="query">
    /// The queries, of shape (length, batch, embedDim), (batch, length, embedDim) if batch-first, or (length, embedDim).
    /// </param>
    /// <param name="key">The keys, of shape (keys, batch, kdim), (batch, keys, kdim) if batch-first, or (keys, kdim).</param>
    /// <param name="value">The values, of shape (keys, batch, vdim), (batch, keys, vdim) if batch-first, or (keys, vdim).</param>
    /// <param name="keyPaddingMask">
    /// Which keys are left out, of shape (batch, keys) or (keys): bools, where true leaves out, or numbers that are added; null: none.
    /// </param>
    /// <param name="needWeights">Whether the weights of the attention are given; without them it is faster.</param>
    /// <param name="attnMask">
    /// Which keys are left out for each query, of shape (length, keys) or (batch · numHeads, length, keys): bools or numbers; null: none.
    /// </param>
    /// <param name="averageAttnWeights">Whether the weights are the mean over the heads.</param>
    /// <param name="isCausal">Whether <paramref name="attnMask"/>, which must be given, leaves out what comes after each query.</param>
    /// <returns>
    /// The results, in the shape of the queries, and the weights, of shape (batch, length, keys), with the heads after the batch where they
    /// are not averaged, and null where they are not asked for.
    /// </returns>
    /// <exception cref="ArgumentNullException">A tensor is null.</exception>
    /// <exception cref="TorchException">A shape or dtype does not fit.</exception>
    public (Tensor AttnOutput, Tensor? AttnOutputWeights) Call(
        Tensor query, Tensor key, Tensor value, Tensor? keyPaddingMask = null, bool needWeights = true, Tensor? attnMask = null,
        bool averageAttnWeights = true, bool isCausal = false) => HasHooks
        ? CallWithHooks(
            [query, key, value, keyPaddingMask, needWeights, attnMask, averageAttnWeights, isCausal],
            args => Forward(
                Input<Tensor>(args, 0, 8), Input<Tensor>(args, 1, 8), Input<Tensor>(args, 2, 8), Input<Tensor?>(args, 3, 8),
                Input<bool>(args, 4, 8), Input<Tensor?>(args, 5, 8), Input<bool>(args, 6, 8),
                Input<bool>(args, 7, 8)))
        : Forward(query, key, value, keyPaddingMask, needWeights, attnMask, averageAttnWeights, isCausal);

    /// <summary>What a transformer's layers ask for: the results without the weights.</summary>
    internal Tensor Attend(Tensor x, Tensor memory, Tensor? mask, Tensor? padding, bool isCausal) =>
        Call(x, memory, memory, keyPaddingMask: padding, needWeights: false, attnMask: mask, isCausal: isCausal).AttnOutput;

    /// <summary>What the module computes. <see cref="Call"/> runs it.</summary>
    /// <param name="query">The queries.</param>
    /// <param name="key">The keys.</param>
    /// <param name="value">The values.</param>
    /// <param name="keyPaddingMask">Which keys are left out; null: none.</param>
    /// <param name="needWeights">Whether the weights of the attention are given.</param>
    /// <param name="attnMask">Which keys are left out for each query; null: none.</param>
    /// <param name="averageAttnWeights">Whether the weights are the mean over the heads.</param>
    /// <param name="isCausal">Whether <paramref name="attnMask"/> leaves out what comes after each query.</param>
    /// <returns>The results and the weights.</returns>
    protected virtual (Tensor AttnOutput, Tensor? AttnOutputWeights) Forward(
        Tensor query, Tensor key, Tensor value, Tensor? keyPaddingMask, bool needWeights, Tensor? attnMask, bool averageAttnWeights,
        bool isCausal)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        var hasNumbers = attnMask is { DType.IsFloatingPoint: true } || keyPaddingMask is { DType.IsFloatingPoint: true };
        keyPaddingMask = Torch.Nn.Functional.CanonicalMask(keyPaddingMask, "key_padding_mask", query.DType);
        attnMask = Torch.Nn.Functional.CanonicalMask(attnMask, "attn_mask", query.DType);
        var with = new Torch.Nn.Functional.MultiHeadParameters(
            EmbedDim, NumHeads, AddZeroAttn, InProjWeight, InProjBias, QProjWeight, KProjWeight, VProjWeight, BiasK, BiasV, OutProj.Weight,
            OutProj.Bias);
        if (!hasNumbers && IsFast(query, key, value))
        {
            var (mask, type) = MergeMasks(attnMask, keyPaddingMask, query);
            return Torch.Nn.Functional.NativeMultiHeadAttention(query, with, mask, type, needWeights, averageAttnWeights);
        }

        var isSwapped = BatchFirst && query.Dim() == 3;
        if (isSwapped)
        {
            (query, key, value) = Swapped(query, key, value);
        }

        var (output, weights) = Torch.Nn.Functional.MultiHeadAttentionForward(
            query, key, value, with, Training ? Dropout : 0.0, keyPaddingMask, needWeights, attnMask, averageAttnWeights, isCausal);
        return (isSwapped ? output.Transpose(1, 0) : output, weights);
    }

    private void ResetParameters()
    {
        foreach (var weight in new[] { InProjWeight, QProjWeight, KProjWeight, VProjWeight }.OfType<Parameter>())
        {
            Torch.Nn.Init.XavierUniform_(weight);
        }

        if (InProjBias is not null)
        {
            Torch.Nn.Init.Constant_(InProjBias, 0.0);
            Torch.Nn.Init.Constant_(OutProj.Bias!, 0.0);
        }

        foreach (var added in new[] { BiasK, BiasV }.OfType<Parameter>())
        {
            Torch.Nn.Init.XavierNormal_(added);
        }
    }

    // Where PyTorch takes the implementation in one piece.
    private bool IsFast(Tensor query, Tensor key, Tensor value)
    {
        if (query.Dim() != 3 || !ReferenceEquals(query, key) || !ReferenceEquals(key, value) || Training || NumHeads % 2 != 0 || !BatchFirst
            || BiasK is not null || BiasV is not null || AddZeroAttn || !IsSameEmbedDim
            || InProjWeight is null || InProjBias is null || query.DType != InProjWeight.DType || query.DType != InProjBias.DType)
        {
            return false;
        }

        Tensor?[] all = [query, InProjWeight, InProjBias, OutProj.Weight, OutProj.Bias];
        return all.All(static tensor => tensor is null || tensor.Device.Type is "cpu" or "cuda")
            && !(Torch.IsGradEnabled() && Array.Exists(all, static tensor => tensor is { RequiresGrad: true }));
    }

    internal (Tensor? Mask, long? Type) MergeMasks(Tensor? attnMask, Tensor? padding, Tensor query)
    {
        if (attnMask is null)
        {
            return (padding, padding is null ? null : 1);
        }

        var (batch, length) = (query.Size(0), query.Size(1));
        var each = attnMask.Dim() == 3
            ? attnMask.View(batch, -1, length, length)
            : attnMask.View(1, 1, length, length).Expand(batch, NumHeads, -1, -1);
        return (padding is null ? each : each + padding.View(batch, 1, 1, length).Expand(-1, NumHeads, -1, -1), 2);
    }

    // What is the same stays the same: one product is enough for it then.
    private static (Tensor Query, Tensor Key, Tensor Value) Swapped(Tensor query, Tensor key, Tensor value)
    {
        var swapped = query.Transpose(1, 0);
        var keys = ReferenceEquals(query, key) && ReferenceEquals(key, value) ? swapped : key.Transpose(1, 0);
        return (swapped, keys, ReferenceEquals(key, value) ? keys : value.Transpose(1, 0));
    }
}
