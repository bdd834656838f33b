namespace TorchLite;

/// <summary>What lies outside of the input: PyTorch's <c>padding_mode</c> of <c>grid_sample</c>.</summary>
public enum GridSamplePaddingMode
{
    /// <summary>Zeros. PyTorch's <c>"zeros"</c>.</summary>
    Zeros,

    /// <summary>The elements at the edge. PyTorch's <c>"border"</c>.</summary>
    Border,

    /// <summary>The elements inside, as in a mirror at the edge. PyTorch's <c>"reflection"</c>.</summary>
    Reflection,
}
