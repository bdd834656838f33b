namespace TorchLite;

/// <summary>The side of equal elements on which to insert: PyTorch's <c>side</c> of <c>searchsorted</c>.</summary>
public enum SearchSide
{
    /// <summary>Before them. PyTorch's <c>"left"</c>.</summary>
    Left,

    /// <summary>Behind them. PyTorch's <c>"right"</c>.</summary>
    Right,
}
