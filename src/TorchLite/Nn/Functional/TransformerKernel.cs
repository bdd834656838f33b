namespace TorchLite;

/// <summary>
/// libtorch's kernel for a whole layer of a transformer's encoder, and the ragged tensors that it takes where sequences end early.
/// </summary>
internal static class TransformerKernel
{
    private static readonly AtenOperator LayerOperator = new("aten::_transformer_encoder_layer_fwd");
    private static readonly AtenOperator RaggedOperator = new("aten::_nested_tensor_from_mask");
    private static readonly AtenOperator PaddedOperator = new("aten::to_padded_tensor");

    /// <summary>A layer, of weights in the order of the operator.</summary>
    /// <param name="source">(batch, length, features), or a ragged tensor.</param>
    /// <param name="heads">The number of heads.</param>
    /// <param name="usesGelu">Whether the activation is GELU instead of ReLU.</param>
    /// <param name="normFirst">Whether normalization comes first.</param>
    /// <param name="eps">What normalization adds to the variance.</param>
    /// <param name="weights">The 12 weights and biases.</param>
    /// <param name="mask">A mask; null: none.</param>
    /// <param name="maskType">Of which kind it is.</param>
    internal static Tensor Layer(
        Tensor source, long heads, bool usesGelu, bool normFirst, double eps, Tensor[] weights, Tensor? mask, long? maskType) =>
        LayerOperator.Call(
            source, weights[2].Size(0), heads, weights[0], weights[1], weights[2], weights[3], usesGelu, normFirst, eps, weights[4], weights[5],
            weights[6], weights[7], weights[8], weights[9], weights[10], weights[11], mask, maskType);

    /// <summary>A ragged tensor of the beginnings of sequences.</summary>
    /// <param name="padded">(batch, length, features).</param>
    /// <param name="mask">(batch, length): what belongs to a sequence, from its beginning on.</param>
    internal static Tensor Ragged(Tensor padded, Tensor mask) => RaggedOperator.Call(padded, mask, false);

    /// <summary>The sequences of a ragged tensor in one shape, with zeros after their ends.</summary>
    internal static Tensor Padded(Tensor ragged, Shape shape) => PaddedOperator.Call(ragged, 0.0, shape);
}
