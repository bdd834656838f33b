using System.Collections;

namespace TorchLite.Utils.Data;

/// <summary>An asynchronous sequence as one that waits, for a worker has nothing else to do.</summary>
internal sealed class BlockingSequence<T>(IAsyncEnumerable<T> items) : IEnumerable<T>
{
    public IEnumerator<T> GetEnumerator()
    {
        var walk = items.GetAsyncEnumerator();
        try
        {
            while (Wait(walk.MoveNextAsync()))
            {
                yield return walk.Current;
            }
        }
        finally
        {
            walk.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Off the thread's context, which this wait keeps from going on.
    private static bool Wait(ValueTask<bool> step) =>
        step.IsCompleted ? step.GetAwaiter().GetResult() : step.AsTask().GetAwaiter().GetResult();
}
