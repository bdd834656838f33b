using System.Diagnostics;

namespace TorchLite.Lifetime;

/// <summary>
/// Asks the garbage collector to look where tensors that are no longer referenced may hold much memory. .NET would not: it sees a few
/// dozen bytes of each.
/// </summary>
internal static class Collector
{
    // Long enough for any finalizer of ours. One of the user's may wait for a lock that the waiting thread holds, or hang.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LittlePatience = TimeSpan.FromMilliseconds(50);

    private static readonly Lock Turn = new();
    private static readonly Lock Waiting = new();
    private static readonly long[] Counts = new long[3];

    private static bool isLate;
    private static int unseen;
    private static Thread? waiting;

    /// <summary>How much garbage there may be.</summary>
    internal static long Budget
    {
        get => Volatile.Read(ref field);
        set
        {
            Volatile.Write(ref field, value);
            MemoryLedger.Rebudget();
        }
    }
    = MemoryBudget.Start();

    /// <summary>How often each generation was collected on request.</summary>
    internal static long Count(int generation) => Volatile.Read(ref Counts[generation]);

    /// <summary>Frees the garbage of a device that is over its limit.</summary>
    internal static void Collect(MemoryPool pool)
    {
        // One thread asks, and the others wait for it: went they on, four of them would make garbage faster than one can free it. The thread
        // that runs finalizers must not wait for one that waits for finalizers.
        if (!Turn.TryEnter(ThreadLedger.Current.IsFinalizer ? TimeSpan.Zero : Timeout.InfiniteTimeSpan))
        {
            return;
        }

        using var late = ForeignMemory.ReleaseLater();
        try
        {
            if (pool.Weight <= pool.Plan.Limit)
            {
                return;
            }

            var before = pool.Weight;
            var looked = 0;
            var took = Run(0);
            while (pool.Plan.Next(pool.Weight, looked) is > 0 and var older)
            {
                took += Run(looked = older);
            }

            pool.Plan.Collected(before, pool.Weight, looked, took);
        }
        finally
        {
            Turn.Exit();
        }
    }

    /// <summary>Frees what may hold memory that the ledger does not have: seldom, so all but the oldest objects, and now and then those too.</summary>
    internal static void CollectUnseen()
    {
        if (!Turn.TryEnter())
        {
            return;
        }

        using var late = ForeignMemory.ReleaseLater();
        try
        {
            Run(++unseen % 4 == 0 ? 2 : 1);
        }
        finally
        {
            Turn.Exit();
        }
    }

    /// <summary>Frees everything that is no longer referenced.</summary>
    internal static void CollectAll()
    {
        if (ThreadLedger.Current.IsFinalizer)
        {
            // It can wait neither for itself nor for others who do.
            Run(2);
            return;
        }

        // What an object with a finalizer refers to is garbage only when that finalizer has run, and what keeps memory for a tensor when that
        // was released; and so on, where functions of one's own refer to the results of such functions.
        long before;
        RunWhole();
        do
        {
            before = MemoryLedger.LiveTensors;
            RunWhole();
        }
        while (MemoryLedger.LiveTensors < before);
    }

    // The objects behind tensors are ours to look after. Others, such as those behind operations of a graph, have finalizers, which are
    // waited for, but not for ever.
    private static void RunWhole()
    {
        using (ForeignMemory.ReleaseLater())
        {
            lock (Turn)
            {
                Run(2);
            }
        }

        // Not in our turn: a finalizer of the user's may compute, and need one.
        if (Waiting.TryEnter(Patience))
        {
            try
            {
                WaitForFinalizers();
            }
            finally
            {
                Waiting.Exit();
            }
        }
    }

    private static void WaitForFinalizers()
    {
        try
        {
            if (waiting is not { IsAlive: true })
            {
                waiting = new(GC.WaitForPendingFinalizers) { IsBackground = true, Name = "TorchLite: waits for finalizers" };
                waiting.Start();
            }

            isLate = !waiting.Join(isLate ? LittlePatience : Patience);
        }
        catch (OutOfMemoryException)
        {
            // No memory is left for a thread either, and what called this needs what was freed.
            waiting = null;
        }
    }

    private static TimeSpan Run(int upTo)
    {
        Interlocked.Increment(ref Counts[upTo]);
        var took = Sweep.Collect(upTo);
        var start = Stopwatch.GetTimestamp();
        HiddenMemory.LookAgain();
        return took + Stopwatch.GetElapsedTime(start);
    }
}
