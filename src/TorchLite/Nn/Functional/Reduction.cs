namespace TorchLite;

/// <summary>What becomes of the losses of the elements: PyTorch's <c>reduction</c> of the loss functions.</summary>
public enum Reduction
{
    /// <summary>They are given as they are. PyTorch's <c>"none"</c>.</summary>
    None,

    /// <summary>Their mean, by weight where there are weights. PyTorch's <c>"mean"</c>.</summary>
    Mean,

    /// <summary>Their sum. PyTorch's <c>"sum"</c>.</summary>
    Sum,

    /// <summary>Their sum divided by the size of the batch, of <c>kl_div</c> only. PyTorch's <c>"batchmean"</c>.</summary>
    Batchmean,
}
