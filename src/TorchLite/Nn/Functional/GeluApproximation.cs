namespace TorchLite;

/// <summary>How the Gaussian error linear unit is computed: PyTorch's <c>approximate</c> of <c>gelu</c>.</summary>
public enum GeluApproximation
{
    /// <summary>By the error function. PyTorch's <c>"none"</c>.</summary>
    None,

    /// <summary>By the hyperbolic tangent, which is faster and nearly the same. PyTorch's <c>"tanh"</c>.</summary>
    Tanh,
}
