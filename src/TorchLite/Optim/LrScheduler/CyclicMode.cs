namespace TorchLite.Optim.LrScheduler;

/// <summary>How high the cycles of <see cref="CyclicLR"/> are.</summary>
public enum CyclicMode
{
    /// <summary>All the same: PyTorch's <c>"triangular"</c>.</summary>
    Triangular,

    /// <summary>Each half as high as the one before: PyTorch's <c>"triangular2"</c>.</summary>
    Triangular2,

    /// <summary>Lower by a factor in each step: PyTorch's <c>"exp_range"</c>.</summary>
    ExpRange,
}
