namespace TorchLite.Utils.Data;

/// <summary>Ends the threads of a pool when it is disposed, or when nobody refers to it any more.</summary>
internal sealed class PoolOwner<TBatch>(WorkerPool<TBatch> pool) : IDisposable, IAsyncDisposable
{
    // As long as Python waits for a worker that does not end.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    ~PoolOwner() => pool.Stop();

    internal WorkerPool<TBatch> Pool => pool;

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        pool.Stop();
        pool.Join(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        pool.Stop();
        try
        {
            await pool.Ended.WaitAsync(Patience).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // They end when what they wait for comes.
        }
    }
}
