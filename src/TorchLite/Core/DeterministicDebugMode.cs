namespace TorchLite;

/// <summary>What happens at an operation that may give other results each time: PyTorch's deterministic debug mode.</summary>
public enum DeterministicDebugMode
{
    /// <summary>Nothing. PyTorch's <c>"default"</c> or 0.</summary>
    Default,

    /// <summary>A deterministic way is taken where there is one; else libtorch warns. PyTorch's <c>"warn"</c> or 1.</summary>
    Warn,

    /// <summary>A deterministic way is taken where there is one; else it is an error. PyTorch's <c>"error"</c> or 2.</summary>
    Error,
}
