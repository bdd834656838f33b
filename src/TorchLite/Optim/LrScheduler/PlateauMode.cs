namespace TorchLite.Optim.LrScheduler;

/// <summary>What is better for <see cref="ReduceLROnPlateau"/>.</summary>
public enum PlateauMode
{
    /// <summary>Less, as of losses: PyTorch's <c>"min"</c>.</summary>
    Min,

    /// <summary>More, as of an accuracy: PyTorch's <c>"max"</c>.</summary>
    Max,
}
