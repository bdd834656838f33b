using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.ConstrainedExecution;

namespace TorchLite.Lifetime;

/// <summary>
/// Asks the garbage collector to look where tensors that nobody refers to any more may hold much memory. .NET would not: it sees a few
/// dozen bytes of each.
/// </summary>
internal static class Collector
{
    // Long enough for any finalizer of ours. One of the user's may wait for a lock that the waiting thread holds, or hang.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LittlePatience = TimeSpan.FromMilliseconds(50);

    private static readonly Lock Turn = new();
    private static readonly long[] Counts = new long[3];

    private static bool isLate;
    private static long lastFull;
    private static TimeSpan fullTook;
    private static Thread? waiting;

    /// <summary>How much garbage there may be.</summary>
    internal static long Budget
    {
        get => Volatile.Read(ref field);
        set
        {
            Volatile.Write(ref field, value);
            NativeMemory.Rebudget();
        }
    }
    = MemoryBudget.Start();

    /// <summary>How often each generation was collected on request.</summary>
    internal static long Count(int generation) => Volatile.Read(ref Counts[generation]);

    /// <summary>Frees the garbage of a device that is over its limit.</summary>
    internal static void Collect(MemoryPool pool)
    {
        // One thread asks, and the others wait for it: went they on, four of them would make garbage faster than the one thread of
        // .NET's that runs finalizers can free it.
        lock (Turn)
        {
            var before = pool.Weight;
            if (before <= pool.Plan.Limit)
            {
                return;
            }

            HeapReserve.Keep();
            var looked = 0;
            var took = Run(0);
            while (pool.Plan.Next(pool.Weight, looked) is > 0 and var older)
            {
                took += Run(looked = older);
            }

            pool.Plan.Collected(before, pool.Weight, looked, took);
        }
    }

    /// <summary>Brings down memory that is in no books: see <see cref="HiddenMemory"/>.</summary>
    internal static void Collect(Func<bool> isTooMuch)
    {
        lock (Turn)
        {
            HeapReserve.Keep();
            for (var step = 0; step < 3 && isTooMuch(); step++)
            {
                // Where the heap of .NET is so large that a full collection takes long, it had better be worth it.
                if (step < 2 || Stopwatch.GetElapsedTime(lastFull) > 20 * fullTook)
                {
                    Run(step);
                }
            }
        }
    }

    /// <summary>Frees all that nobody refers to any more.</summary>
    internal static void CollectAll()
    {
        lock (Turn)
        {
            // What an object with a finalizer refers to is garbage only when that finalizer has run; and so on, where functions of one's
            // own refer to the results of such functions.
            long before;
            RunWhole();
            do
            {
                before = NativeMemory.LiveTensors;
                RunWhole();
            }
            while (NativeMemory.LiveTensors < before);
        }
    }

    // Other critical finalizers than the one that Run waits for may come after it: those of .NET's safe handles are such.
    private static void RunWhole()
    {
        Run(2);
        if (waiting is not { IsAlive: true })
        {
            waiting = new(GC.WaitForPendingFinalizers) { IsBackground = true, Name = "TorchLite: waits for finalizers" };
            waiting.Start();
        }

        waiting.Join(isLate ? LittlePatience : Patience);
    }

    // How long the collection took: what the finalizers do would have to be done anyway.
    private static TimeSpan Run(int upTo)
    {
        Interlocked.Increment(ref Counts[upTo]);
        var start = Stopwatch.GetTimestamp();
        var isDone = Last.Drop();
        GC.Collect(upTo, GCCollectionMode.Forced, blocking: true);
        var took = Stopwatch.GetElapsedTime(start);
        isLate = !isDone.Wait(isLate ? LittlePatience : Patience);
        if (upTo == 2)
        {
            (lastFull, fullTook) = (Stopwatch.GetTimestamp(), took);
        }

        return took;
    }

    /// <summary>
    /// Garbage whose finalizer is the last to run: critical finalizers come after all others of the same collection. Waiting for it, unlike
    /// for <see cref="GC.WaitForPendingFinalizers"/>, can be given up.
    /// </summary>
    private sealed class Last(ManualResetEventSlim isDone) : CriticalFinalizerObject
    {
        ~Last() => isDone.Set();

        [MethodImpl(MethodImplOptions.NoInlining)]
        internal static ManualResetEventSlim Drop()
        {
            var isDone = new ManualResetEventSlim();
            _ = new Last(isDone);
            return isDone;
        }
    }
}
