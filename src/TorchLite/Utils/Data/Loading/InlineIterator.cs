namespace TorchLite.Utils.Data;

/// <summary>A walk whose batches are made when they are asked for, by whoever asks.</summary>
internal sealed class InlineIterator<TBatch>(
    IEnumerator<IReadOnlyList<int>> indices, IBatchReader<TBatch> reader, LoaderLength? promised, CancellationToken cancellationToken)
    : BatchIterator<TBatch>(promised, cancellationToken)
{
    private bool isAtEnd;

    private protected override bool Move()
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
    private protected override async ValueTask<bool> MoveAsync() => await Task.Run(Move, CancellationToken).ConfigureAwait(false);

    private protected override void Close()
    {
        indices.Dispose();
        reader.Dispose();
    }

    private protected override ValueTask CloseAsync()
    {
        Close();
        return ValueTask.CompletedTask;
    }

    private protected override void Wake()
    {
        // Nobody waits: who moves it makes the batch.
    }
}
