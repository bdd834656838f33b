namespace TorchLite.Nn.Utils.Prune;

/// <summary>What a pruning method takes away at once: PyTorch's <c>PRUNING_TYPE</c>.</summary>
public enum PruningType
{
    /// <summary>Single elements: <c>"unstructured"</c>.</summary>
    Unstructured,

    /// <summary>Whole channels along a dimension: <c>"structured"</c>.</summary>
    Structured,

    /// <summary>What a mask for the whole tensor says: <c>"global"</c>.</summary>
    Global,
}
