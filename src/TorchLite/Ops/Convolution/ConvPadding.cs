namespace TorchLite;

/// <summary>The named padding modes of a convolution: PyTorch's <c>padding</c> of <c>conv1d</c>, <c>conv2d</c> and <c>conv3d</c>.</summary>
public enum ConvPadding
{
    /// <summary>Nothing. PyTorch's <c>"valid"</c>.</summary>
    Valid,

    /// <summary>Padding that keeps the size. PyTorch's <c>"same"</c>.</summary>
    Same,
}
