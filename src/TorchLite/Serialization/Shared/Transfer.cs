namespace TorchLite.Serialization;

/// <summary>Tells somebody how many bytes were moved so far.</summary>
internal sealed class Transfer(IProgress<long>? progress)
{
    /// <summary>How much is moved at a time: the progress is told after each.</summary>
    internal const int Chunk = 1 << 22;

    private long done;

    internal void Moved(long bytes)
    {
        done += bytes;
        progress?.Report(done);
    }
}
