namespace TorchLite;

/// <summary>Where shorter sequences are filled up: PyTorch's <c>padding_side</c>.</summary>
public enum PaddingSide
{
    /// <summary>Before the sequence: <c>'left'</c>.</summary>
    Left,

    /// <summary>After the sequence: <c>'right'</c>.</summary>
    Right,
}
