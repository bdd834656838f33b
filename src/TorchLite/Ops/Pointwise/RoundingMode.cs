namespace TorchLite;

/// <summary>How a quotient is rounded: PyTorch's <c>rounding_mode</c> of <c>torch.div</c>.</summary>
public enum RoundingMode
{
    /// <summary>Not at all: a true division. PyTorch's <c>None</c>.</summary>
    None,

    /// <summary>Towards zero, as C# divides integers. PyTorch's <c>"trunc"</c>.</summary>
    Trunc,

    /// <summary>Down, as Python's <c>//</c>. PyTorch's <c>"floor"</c>.</summary>
    Floor,
}
