namespace TorchLite.Profiler;

/// <summary>A named stretch within a run of the profiler, whose records it writes to: after the run they are no more.</summary>
internal sealed class ProfiledRange : IDisposable
{
    private readonly RecordedRange range;
    private readonly ProfilerRun run;

    private ProfiledRange(ProfilerRun run, string name) => (this.run, range) = (run, new(name));

    /// <summary>One of the run that is under way on this thread; null where there is none.</summary>
    internal static ProfiledRange? Open(string name) => ProfilerRun.Current is { IsHere: true } run ? new(run, name) : null;

    public void Dispose()
    {
        if (ProfilerRun.Current == run && run.IsHere)
        {
            range.Dispose();
        }
        else
        {
            range.Abandon();
        }
    }
}
