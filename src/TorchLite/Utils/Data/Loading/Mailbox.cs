using System.Collections.Concurrent;

namespace TorchLite.Utils.Data;

/// <summary>What threads tell one that waits for it, in order.</summary>
internal sealed class Mailbox<T>
{
    private readonly ConcurrentQueue<T> letters = new();
    private readonly SemaphoreSlim count = new(0);

    internal void Post(T letter)
    {
        letters.Enqueue(letter);
        count.Release();
    }

    /// <summary>Waits for the next; false: none came in time.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    internal bool TryTake(TimeSpan timeout, CancellationToken cancellationToken, out T letter)
    {
        letter = default!;
        return count.Wait(timeout, cancellationToken) && letters.TryDequeue(out letter!);
    }

    /// <summary>The same without a thread that waits.</summary>
    internal async ValueTask<(bool Came, T Letter)> TryTakeAsync(TimeSpan timeout, CancellationToken cancellationToken) =>
        await count.WaitAsync(timeout, cancellationToken).ConfigureAwait(false) && letters.TryDequeue(out var letter)
            ? (true, letter) : (false, default!);
}
