namespace TorchLite;

/// <summary>How much goes round the input of a convolution, as a word: PyTorch's <c>padding</c> of <c>conv1d</c> and its kin.</summary>
public enum ConvPadding
{
    /// <summary>Nothing. PyTorch's <c>"valid"</c>.</summary>
    Valid,

    /// <summary>So much that the size stays. PyTorch's <c>"same"</c>.</summary>
    Same,
}
