namespace TorchLite.Amp;

/// <summary>Mixed precision from now on, on this thread, and as it was before from <see cref="Dispose"/> on.</summary>
internal sealed class AutocastGuard : IDisposable
{
    private readonly Device device;
    private readonly (bool Enabled, sbyte Code, bool Cached) before;

    internal AutocastGuard(Device device, DType dtype, bool enabled, bool cached)
    {
        this.device = device;
        before = (AutocastState.IsEnabled(device), AutocastState.CodeOf(device), AutocastState.IsCached);
        AutocastState.SetEnabled(device, enabled);
        AutocastState.SetDType(device, dtype.Code);
        AutocastState.Enter();
        AutocastState.IsCached = cached;
    }

    /// <summary>Ends it. What was cast is forgotten with the outermost.</summary>
    public void Dispose()
    {
        if (AutocastState.Exit() == 0)
        {
            AutocastState.Clear();
        }

        AutocastState.SetEnabled(device, before.Enabled);
        AutocastState.SetDType(device, before.Code);
        AutocastState.IsCached = before.Cached;
    }
}
