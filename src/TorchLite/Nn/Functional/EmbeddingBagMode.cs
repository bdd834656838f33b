namespace TorchLite;

/// <summary>What becomes of the rows of a bag: PyTorch's <c>mode</c> of <c>embedding_bag</c>.</summary>
public enum EmbeddingBagMode
{
    /// <summary>Their sum. PyTorch's <c>"sum"</c>.</summary>
    Sum,

    /// <summary>Their mean. PyTorch's <c>"mean"</c>.</summary>
    Mean,

    /// <summary>The maximum in each column. PyTorch's <c>"max"</c>.</summary>
    Max,
}
