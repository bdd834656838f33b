namespace TorchLite.Utils.Data;

/// <summary>A walk whose batches are made when they are asked for, by whoever asks.</summary>
internal sealed class InlineIterator<TBatch>(
    IEnumerator<IReadOnlyList<int>> indices, IBatchReader<TBatch> reader, LoaderLength? promised) : BatchIterator<TBatch>(promised)
{
    private bool isAtEnd;

    public override bool MoveNext()
    {
        using var shown = Torch.Profiler.RecordFunction("enumerate(DataLoader)#_SingleProcessDataLoaderIter.__next__");
        if (!isAtEnd && indices.MoveNext() && reader.Read(Next(indices)) is { } make)
        {
            Give(make());
            return true;
        }

        isAtEnd = true;
        return false;
    }

    // Not on the caller's thread, which may be that of a window.
    public override async ValueTask<bool> MoveNextAsync() => await Task.Run(MoveNext, CancellationToken).ConfigureAwait(false);

    public override void Dispose()
    {
        isAtEnd = true;
        indices.Dispose();
        reader.Dispose();
    }

    public override ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
