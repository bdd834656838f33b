namespace TorchLite.Profiler;

/// <summary>A stretch that has a name in the profile: see <see cref="Torch.Profiler.RecordFunction"/>.</summary>
/// <example><code>
/// using (Torch.Profiler.RecordFunction("forward")) { Torch.Ones(2).Sum(); }
/// </code></example>
public readonly ref struct RecordFunctionScope : IDisposable
{
    private readonly ProfiledRange? range;

    internal RecordFunctionScope(ProfiledRange? range) => this.range = range;

    /// <summary>Ends the stretch. A second time does nothing.</summary>
    /// <example><code>
    /// var scope = Torch.Profiler.RecordFunction("forward");
    /// scope.Dispose();
    /// </code></example>
    public void Dispose() => range?.Dispose();
}
