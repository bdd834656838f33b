namespace TorchLite.Lifetime;

/// <summary>
/// What .NET cannot see: the bytes that tensors hold. When those made since the last collection pass the budget, the garbage
/// collector is asked to look, so that code which never disposes stays in bounded memory.
/// </summary>
internal static class NativeMemory
{
    // Long enough for any finalizer of ours; a finalizer of the user's that hangs must not hang the computation.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly Lock Turn = new();
    private static readonly SemaphoreSlim Wanted = new(0);
    private static readonly SemaphoreSlim Done = new(0);
    private static Thread? collector;
    private static bool full;

    private static long live;
    private static long kept;
    private static long limit = Budget;

    [ThreadStatic]
    private static bool isFinalizer;

    /// <summary>Bytes that may be made before the collector is asked.</summary>
    internal const long Budget = 256L << 20;

    /// <summary>Bytes held by tensors that own their storage.</summary>
    internal static long Live => Interlocked.Read(ref live);

    internal static void Add(long bytes)
    {
        if (Interlocked.Add(ref live, bytes) > Volatile.Read(ref limit) && !isFinalizer)
        {
            Collect();
        }
    }

    internal static void Remove(long bytes) => Interlocked.Add(ref live, -bytes);

    /// <summary>Says that this thread runs finalizers, which must never wait for finalizers.</summary>
    internal static void EnterFinalizer() => isFinalizer = true;

    /// <summary>Frees all that nobody refers to any more, for an allocation that failed.</summary>
    internal static void CollectAll()
    {
        if (!isFinalizer)
        {
            Ask(fully: true);
        }
    }

    private static void Collect()
    {
        // Another thread is at it already: go on, it frees for both.
        if (!Turn.TryEnter())
        {
            return;
        }

        try
        {
            var before = Live;
            Ask(fully: false);

            // What survived the youngest generation is garbage only a full collection finds, or in use. Which, one collection tells.
            if (before - Live < Budget / 2 || Live - kept > 2 * Budget)
            {
                Ask(fully: true);
                kept = Live;
            }

            // A program that holds much on purpose is asked less often, or it would collect all the time for nothing.
            Volatile.Write(ref limit, Live + Math.Max(Budget, kept / 2));
        }
        finally
        {
            Turn.Exit();
        }
    }

    private static void Ask(bool fully)
    {
        if (collector is null)
        {
            collector = new Thread(Serve) { IsBackground = true, Name = "TorchLite memory" };
            collector.Start();
        }

        Volatile.Write(ref full, fully);
        while (Done.Wait(0))
        {
            // An answer that came after its asker had lost patience.
        }

        Wanted.Release();
        Done.Wait(Patience);
    }

    private static void Serve()
    {
        while (true)
        {
            Wanted.Wait();
            if (Volatile.Read(ref full))
            {
                GC.Collect();
            }
            else
            {
                GC.Collect(0);
            }

            GC.WaitForPendingFinalizers();
            Done.Release();
        }
    }
}
