namespace TorchLite;

/// <summary>How a quantile that lies between two elements is interpolated: PyTorch's <c>interpolation</c> of <c>quantile</c>.</summary>
public enum QuantileInterpolation
{
    /// <summary>Linear interpolation between the two. PyTorch's <c>"linear"</c>.</summary>
    Linear,

    /// <summary>The lower one. PyTorch's <c>"lower"</c>.</summary>
    Lower,

    /// <summary>The higher one. PyTorch's <c>"higher"</c>.</summary>
    Higher,

    /// <summary>The mean of both. PyTorch's <c>"midpoint"</c>.</summary>
    Midpoint,

    /// <summary>The nearer one. PyTorch's <c>"nearest"</c>.</summary>
    Nearest,
}
