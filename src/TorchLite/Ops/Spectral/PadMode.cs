namespace TorchLite;

/// <summary>With what a tensor is extended at its ends: PyTorch's <c>mode</c> of <c>pad</c>.</summary>
public enum PadMode
{
    /// <summary>A number, zero if no other is given: <c>'constant'</c>.</summary>
    Constant,

    /// <summary>The tensor mirrored, its end not repeated: <c>'reflect'</c>.</summary>
    Reflect,

    /// <summary>The last element repeated: <c>'replicate'</c>.</summary>
    Replicate,

    /// <summary>The tensor again from its other end: <c>'circular'</c>.</summary>
    Circular,
}
