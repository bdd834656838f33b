namespace TorchLite;

/// <summary>What happens when an operation may be nondeterministic: PyTorch's deterministic debug mode.</summary>
public enum DeterministicDebugMode
{
    /// <summary>Nothing. PyTorch's <c>"default"</c> or 0.</summary>
    Default,

    /// <summary>A deterministic implementation is used if there is one; otherwise libtorch warns. PyTorch's <c>"warn"</c> or 1.</summary>
    Warn,

    /// <summary>
    /// A deterministic implementation is used if there is one; otherwise the operation throws. PyTorch's <c>"error"</c> or 2.
    /// </summary>
    Error,
}
