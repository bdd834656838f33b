using System.Collections;

namespace TorchLite.Utils.Data;

/// <summary>One walk over the batches of a loader.</summary>
internal abstract class BatchIterator<TBatch>(LoaderLength? promised) : IEnumerator<TBatch>, IAsyncEnumerator<TBatch>
{
    private int given;

    public TBatch Current { get; private set; } = default!;

    object? IEnumerator.Current => Current;

    /// <summary>What cancels an asynchronous walk.</summary>
    internal CancellationToken CancellationToken { get; init; }

    public abstract bool MoveNext();

    public abstract ValueTask<bool> MoveNextAsync();

    public abstract void Dispose();

    public abstract ValueTask DisposeAsync();

    public void Reset() => throw new NotSupportedException("A walk over batches does not begin again; the loader begins a new one.");

    // The indices of a batch, which a sampler of one's own may have forgotten.
    private protected static IReadOnlyList<int> Next(IEnumerator<IReadOnlyList<int>> indices) =>
        indices.Current ?? throw new TorchTypeException("'NoneType' object is not iterable");

    private protected void Give(TBatch batch)
    {
        Current = batch;
        given++;
        promised?.Check(given);
    }
}
