namespace TorchLite.Optim.LrScheduler;

/// <summary>How a learning rate goes from one value to another: PyTorch's <c>anneal_strategy</c>.</summary>
public enum AnnealStrategy
{
    /// <summary>As half a wave of a cosine: PyTorch's <c>"cos"</c>.</summary>
    Cos,

    /// <summary>As a straight line: PyTorch's <c>"linear"</c>.</summary>
    Linear,
}
