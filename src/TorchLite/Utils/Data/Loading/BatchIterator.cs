using System.Collections;

namespace TorchLite.Utils.Data;

/// <summary>
/// One walk over the batches of a loader. Only one thread at a time may move it on; another one may dispose it meanwhile, and then the one
/// that moves it puts it away.
/// </summary>
internal abstract class BatchIterator<TBatch>(LoaderLength? promised, CancellationToken cancellationToken)
    : IEnumerator<TBatch>, IAsyncEnumerator<TBatch>
{
    private const int Idle = 0, Moving = 1, MovingAndDisposed = 2, Disposed = 3;

    private int state;
    private int given;

    public TBatch Current { get; private set; } = default!;

    object? IEnumerator.Current => Current;

    /// <summary>What cancels an asynchronous walk.</summary>
    private protected CancellationToken CancellationToken => cancellationToken;

    /// <summary>Whether it was disposed by a thread while another one moved it on.</summary>
    private protected bool IsDisposedMeanwhile => Volatile.Read(ref state) == MovingAndDisposed;

    public bool MoveNext()
    {
        if (!Enter())
        {
            return false;
        }

        try
        {
            return Move();
        }
        finally
        {
            if (Leave())
            {
                Close();
            }
        }
    }

    public async ValueTask<bool> MoveNextAsync()
    {
        if (!Enter())
        {
            return false;
        }

        try
        {
            return await MoveAsync().ConfigureAwait(false);
        }
        finally
        {
            if (Leave())
            {
                await CloseAsync().ConfigureAwait(false);
            }
        }
    }

    public void Dispose()
    {
        if (End())
        {
            Close();
        }
    }

    public ValueTask DisposeAsync() => End() ? CloseAsync() : ValueTask.CompletedTask;

    public void Reset() => throw new NotSupportedException("A walk over batches does not begin again; the loader begins a new one.");

    private protected abstract bool Move();

    private protected abstract ValueTask<bool> MoveAsync();

    /// <summary>Puts everything away, once.</summary>
    private protected abstract void Close();

    private protected abstract ValueTask CloseAsync();

    /// <summary>Lets a thread that waits for a batch see that it waits in vain.</summary>
    private protected abstract void Wake();

    // The indices of a batch, which a sampler of one's own may have forgotten.
    private protected static IReadOnlyList<int> Next(IEnumerator<IReadOnlyList<int>> indices) =>
        indices.Current ?? throw new TorchTypeException("'NoneType' object is not iterable");

    private protected void Give(TBatch batch)
    {
        Current = batch;
        given++;
        promised?.Check(given);
    }

    // Whether there is something to move.
    private bool Enter() => Interlocked.CompareExchange(ref state, Moving, Idle) switch
    {
        Idle => true,
        Disposed => false,
        _ => throw new InvalidOperationException(
            "Another thread asks this walk over a DataLoader for its next batch; each thread begins its own walk, or they take turns."),
    };

    // Whether it was disposed meanwhile, and is to be put away.
    private bool Leave()
    {
        if (Interlocked.CompareExchange(ref state, Idle, Moving) == Moving)
        {
            return false;
        }

        Volatile.Write(ref state, Disposed);
        return true;
    }

    // Whether nobody moves it, and it is to be put away.
    private bool End()
    {
        while (true)
        {
            switch (Volatile.Read(ref state))
            {
                case Idle when Interlocked.CompareExchange(ref state, Disposed, Idle) == Idle:
                    return true;
                case Moving when Interlocked.CompareExchange(ref state, MovingAndDisposed, Moving) == Moving:
                    Wake();
                    return false;
                case MovingAndDisposed or Disposed:
                    return false;
            }
        }
    }
}
