namespace TorchLite;

/// <summary>How values at the same position are combined: PyTorch's <c>reduce</c> of <c>scatter_reduce</c>.</summary>
public enum ScatterReduction
{
    /// <summary>Their sum. PyTorch's <c>"sum"</c>.</summary>
    Sum,

    /// <summary>Their product. PyTorch's <c>"prod"</c>.</summary>
    Prod,

    /// <summary>Their mean. PyTorch's <c>"mean"</c>.</summary>
    Mean,

    /// <summary>The largest. PyTorch's <c>"amax"</c>.</summary>
    Amax,

    /// <summary>The smallest. PyTorch's <c>"amin"</c>.</summary>
    Amin,
}
