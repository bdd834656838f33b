namespace TorchLite.Nn;

/// <summary>The activations of a transformer's layers.</summary>
internal static class FeedForward
{
    internal static Func<Tensor, Tensor> Function(TransformerActivation activation) => activation switch
    {
        TransformerActivation.Relu => static x => Torch.Nn.Functional.Relu(x),
        TransformerActivation.Gelu => static x => Torch.Nn.Functional.Gelu(x),
        _ => throw new TorchException($"activation should be relu/gelu, not {activation}"),
    };
}
