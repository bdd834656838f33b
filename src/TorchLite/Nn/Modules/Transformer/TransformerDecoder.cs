namespace TorchLite.Nn;

/// <summary>Layers of a transformer's decoder, one after the other: PyTorch's <c>torch.nn.TransformerDecoder</c>.</summary>
/// <example><code>
/// var decoder = new TransformerDecoder(new TransformerDecoderLayer(8, 2, 16), numLayers: 2);
/// decoder.Call(Torch.Ones(5, 1, 8), Torch.Ones(7, 1, 8)).Shape   // torch.Size([5, 1, 8])
/// decoder.Layers.Count                                          // 2
/// </code></example>
public class TransformerDecoder : Module
{
    /// <summary>Copies of a layer.</summary>
    /// <param name="decoderLayer">The layer; each of the copies begins with its weights.</param>
    /// <param name="numLayers">The number of copies.</param>
    /// <param name="norm">A normalization of the output, such as <see cref="LayerNorm"/>; null: none.</param>
    public TransformerDecoder(TransformerDecoderLayer decoderLayer, int numLayers, Module<Tensor, Tensor>? norm = null)
    {
        ArgumentNullException.ThrowIfNull(decoderLayer);
        Layers = [.. Enumerable.Range(0, numLayers).Select(_ => decoderLayer.Clone())];
        (NumLayers, Norm) = (numLayers, norm);
    }

    /// <summary>The layers.</summary>
    public ModuleList<TransformerDecoderLayer> Layers { get; set; }

    /// <summary>The normalization of the output; null: none.</summary>
    public Module<Tensor, Tensor>? Norm { get; set; }

    /// <summary>The number of layers.</summary>
    public int NumLayers { get; }

    /// <summary>Runs the layers.</summary>
    /// <param name="tgt">(length, batch, features), (batch, length, features) if batch-first, or (length, features).</param>
    /// <param name="memory">The encoder's output.</param>
    /// <param name="tgtMask">What no position of <paramref name="tgt"/> attends to there; null: nothing.</param>
    /// <param name="memoryMask">What no position attends to in <paramref name="memory"/>; null: nothing.</param>
    /// <param name="tgtKeyPaddingMask">What nobody attends to in <paramref name="tgt"/>, (batch, length); null: nothing.</param>
    /// <param name="memoryKeyPaddingMask">What nobody attends to in <paramref name="memory"/>, (batch, length); null: nothing.</param>
    /// <param name="tgtIsCausal">Whether <paramref name="tgtMask"/> hides what comes later; null: it is looked at.</param>
    /// <param name="memoryIsCausal">Whether <paramref name="memoryMask"/> hides what comes later.</param>
    /// <returns>A tensor of the shape of <paramref name="tgt"/>.</returns>
    /// <exception cref="TorchException">A shape or dtype does not fit.</exception>
    public Tensor Call(
        Tensor tgt, Tensor memory, Tensor? tgtMask = null, Tensor? memoryMask = null, Tensor? tgtKeyPaddingMask = null,
        Tensor? memoryKeyPaddingMask = null, bool? tgtIsCausal = null, bool memoryIsCausal = false) => HasHooks
        ? CallWithHooks(
            [tgt, memory, tgtMask, memoryMask, tgtKeyPaddingMask, memoryKeyPaddingMask, tgtIsCausal, memoryIsCausal],
            args => Forward(
                Input<Tensor>(args, 0, 8), Input<Tensor>(args, 1, 8), Input<Tensor?>(args, 2, 8), Input<Tensor?>(args, 3, 8),
                Input<Tensor?>(args, 4, 8), Input<Tensor?>(args, 5, 8), Input<bool?>(args, 6, 8),
                Input<bool>(args, 7, 8)))
        : Forward(tgt, memory, tgtMask, memoryMask, tgtKeyPaddingMask, memoryKeyPaddingMask, tgtIsCausal, memoryIsCausal);

    /// <summary>What the decoder computes, of the arguments of <see cref="Call"/>.</summary>
    /// <param name="tgt">The input.</param>
    /// <param name="memory">The encoder's output.</param>
    /// <param name="tgtMask">What no position attends to in the input.</param>
    /// <param name="memoryMask">What no position attends to in the encoder's output.</param>
    /// <param name="tgtKeyPaddingMask">What nobody attends to in the input.</param>
    /// <param name="memoryKeyPaddingMask">What nobody attends to in the encoder's output.</param>
    /// <param name="tgtIsCausal">Whether the first mask hides what comes later; null: it is looked at.</param>
    /// <param name="memoryIsCausal">Whether the second mask hides what comes later.</param>
    /// <returns>The output.</returns>
    protected virtual Tensor Forward(
        Tensor tgt, Tensor memory, Tensor? tgtMask, Tensor? memoryMask, Tensor? tgtKeyPaddingMask, Tensor? memoryKeyPaddingMask,
        bool? tgtIsCausal, bool memoryIsCausal)
    {
        ArgumentNullException.ThrowIfNull(tgt);
        var isCausal = CausalMask.Is(tgtMask, tgtIsCausal, tgt, Layers[0].SelfAttn.BatchFirst);
        var output = tgt;
        foreach (var layer in Layers)
        {
            output = layer.Call(
                output, memory, tgtMask, memoryMask, tgtKeyPaddingMask, memoryKeyPaddingMask, isCausal, memoryIsCausal);
        }

        return Norm is null ? output : Norm.Call(output);
    }
}
