namespace TorchLite.Nn;

/// <summary>With what a convolution pads: PyTorch's <c>padding_mode</c> of <c>Conv1d</c>, <c>Conv2d</c> and <c>Conv3d</c>.</summary>
public enum PaddingMode
{
    /// <summary>Zeros. PyTorch's <c>"zeros"</c>.</summary>
    Zeros,

    /// <summary>The elements inside, as in a mirror at the edge, which is not repeated. PyTorch's <c>"reflect"</c>.</summary>
    Reflect,

    /// <summary>The elements at the edge. PyTorch's <c>"replicate"</c>.</summary>
    Replicate,

    /// <summary>The elements at the opposite side. PyTorch's <c>"circular"</c>.</summary>
    Circular,
}
