namespace TorchLite;

/// <summary>A scope whose backward passes are checked: see <see cref="Torch.Autograd.DetectAnomaly"/>.</summary>
/// <example><code>
/// using var _ = Torch.Autograd.DetectAnomaly();
/// Torch.Autograd.IsAnomalyEnabled()   // True
/// </code></example>
public readonly ref struct AnomalyMode : IDisposable
{
    private readonly (bool Mode, bool CheckNan) before;

    internal AnomalyMode(bool mode, bool checkNan)
    {
        before = NativeModes.Anomaly;
        NativeModes.Anomaly = (mode, checkNan);
    }

    /// <summary>Restores the previous state.</summary>
    public void Dispose() => NativeModes.Anomaly = before;
}
