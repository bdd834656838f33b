namespace TorchLite.Nn;

/// <summary>
/// The activation between the two linear layers of a transformer's layer: PyTorch's <c>activation</c>; a function of one's own is set as the
/// layer's <c>Activation</c>.
/// </summary>
public enum TransformerActivation
{
    /// <summary>The rectified linear unit: <c>'relu'</c>.</summary>
    Relu,

    /// <summary>The Gaussian error linear unit: <c>'gelu'</c>.</summary>
    Gelu,
}
