namespace TorchLite.Optim.LrScheduler;

/// <summary>What a function that scales the cycles of <see cref="CyclicLR"/> gets.</summary>
public enum CyclicScaleMode
{
    /// <summary>The number of the cycle, from 1: PyTorch's <c>"cycle"</c>.</summary>
    Cycle,

    /// <summary>The number of steps: PyTorch's <c>"iterations"</c>.</summary>
    Iterations,
}
