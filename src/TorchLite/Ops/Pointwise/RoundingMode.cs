namespace TorchLite;

/// <summary>How a quotient is rounded: PyTorch's <c>rounding_mode</c> of <c>torch.div</c>, whose <c>None</c> is null here.</summary>
public enum RoundingMode
{
    /// <summary>Towards zero, as C# divides integers. PyTorch's <c>"trunc"</c>.</summary>
    Trunc,

    /// <summary>Down, as Python's <c>//</c>. PyTorch's <c>"floor"</c>.</summary>
    Floor,
}
