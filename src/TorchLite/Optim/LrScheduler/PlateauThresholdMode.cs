namespace TorchLite.Optim.LrScheduler;

/// <summary>How <see cref="ReduceLROnPlateau"/> takes its threshold.</summary>
public enum PlateauThresholdMode
{
    /// <summary>As a part of the best: PyTorch's <c>"rel"</c>.</summary>
    Rel,

    /// <summary>As a difference from the best: PyTorch's <c>"abs"</c>.</summary>
    Abs,
}
