namespace TorchLite.Nn;

/// <summary>Layers of a transformer's encoder, one after the other: PyTorch's <c>torch.nn.TransformerEncoder</c>.</summary>
/// <example><code>
/// var encoder = new TransformerEncoder(new TransformerEncoderLayer(8, 2, 16), numLayers: 3);
/// encoder.Call(Torch.Ones(5, 1, 8)).Shape   // torch.Size([5, 1, 8])
/// encoder.Layers.Count                      // 3
/// </code></example>
public class TransformerEncoder : Module
{
    private readonly bool mayBeRagged;

    /// <summary>Copies of a layer.</summary>
    /// <param name="encoderLayer">The layer; each of the copies begins with its weights.</param>
    /// <param name="numLayers">The number of copies.</param>
    /// <param name="norm">A normalization of the output, such as <see cref="LayerNorm"/>; null: none.</param>
    /// <param name="enableNestedTensor">Whether padding may be left out of the computation, in evaluation without gradients.</param>
    /// <param name="maskCheck">Whether to look if the padding is at the end, as that needs.</param>
    public TransformerEncoder(
        TransformerEncoderLayer encoderLayer, int numLayers, Module<Tensor, Tensor>? norm = null, bool enableNestedTensor = true,
        bool maskCheck = true)
    {
        ArgumentNullException.ThrowIfNull(encoderLayer);
        Layers = [.. Enumerable.Range(0, numLayers).Select(_ => encoderLayer.Clone())];
        (NumLayers, Norm, EnableNestedTensor, MaskCheck) = (numLayers, norm, enableNestedTensor, maskCheck);
        mayBeRagged = enableNestedTensor && encoderLayer.MayBeRagged;
    }

    /// <summary>The layers.</summary>
    public ModuleList<TransformerEncoderLayer> Layers { get; set; }

    /// <summary>The normalization of the output; null: none.</summary>
    public Module<Tensor, Tensor>? Norm { get; set; }

    /// <summary>The number of layers.</summary>
    public int NumLayers { get; }

    /// <summary>Whether padding may be left out of the computation.</summary>
    public bool EnableNestedTensor { get; }

    /// <summary>Whether to look if the padding is at the end.</summary>
    public bool MaskCheck { get; }

    /// <summary>Runs the layers.</summary>
    /// <param name="src">(length, batch, features), (batch, length, features) if batch-first, or (length, features).</param>
    /// <param name="mask">What no position attends to, (length, length): true, or -inf to add; null: nothing.</param>
    /// <param name="srcKeyPaddingMask">What nobody attends to, (batch, length): true, or -inf to add; null: nothing.</param>
    /// <param name="isCausal">Whether the mask hides what comes later; null: it is looked at.</param>
    /// <returns>A tensor of the same shape.</returns>
    /// <exception cref="TorchException">A shape or dtype does not fit.</exception>
    public Tensor Call(Tensor src, Tensor? mask = null, Tensor? srcKeyPaddingMask = null, bool? isCausal = null) => HasHooks
        ? CallWithHooks(
            [src, mask, srcKeyPaddingMask, isCausal],
            args => Forward(Input<Tensor>(args, 0, 4), Input<Tensor?>(args, 1, 4), Input<Tensor?>(args, 2, 4), Input<bool?>(args, 3, 4)))
        : Forward(src, mask, srcKeyPaddingMask, isCausal);

    /// <summary>What the encoder computes.</summary>
    /// <param name="src">The input.</param>
    /// <param name="mask">What no position attends to.</param>
    /// <param name="srcKeyPaddingMask">What nobody attends to.</param>
    /// <param name="isCausal">Whether the mask hides what comes later; null: it is looked at.</param>
    /// <returns>The output.</returns>
    protected virtual Tensor Forward(Tensor src, Tensor? mask, Tensor? srcKeyPaddingMask, bool? isCausal)
    {
        ArgumentNullException.ThrowIfNull(src);
        srcKeyPaddingMask = Torch.Nn.Functional.CanonicalMask(srcKeyPaddingMask, "src_key_padding_mask", src.DType);
        mask = Torch.Nn.Functional.CanonicalMask(mask, "mask", src.DType);
        var first = Layers[0];
        var output = src;
        var padding = srcKeyPaddingMask;
        var isRagged = mayBeRagged && !first.Training && src.Dim() == 3 && padding is not null && mask is null
            && src.Device.Type is "cpu" or "cuda" && first.IsWithoutGradient(src) && (!MaskCheck || EndsInPadding(padding));
        if (isRagged)
        {
            output = TransformerKernel.Ragged(output, padding!.LogicalNot());
            padding = null;
        }

        var causal = CausalMask.Is(mask, isCausal, src, first.SelfAttn.BatchFirst);
        foreach (var layer in Layers)
        {
            output = layer.Call(output, mask, padding, causal);
        }

        output = isRagged ? TransformerKernel.Padded(output, src.Shape) : output;
        return Norm is null ? output : Norm.Call(output);
    }

    // No position that counts comes after one that does not.
    private static bool EndsInPadding(Tensor padding)
    {
        var counts = padding.LogicalNot();
        return !(bool)counts[.., 1..].LogicalAnd(counts[.., ..^1].LogicalNot()).Any();
    }
}
