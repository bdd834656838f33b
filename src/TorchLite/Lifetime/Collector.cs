using System.Diagnostics;

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
    private static readonly SemaphoreSlim Wanted = new(0);
    private static readonly SemaphoreSlim Done = new(0);
    private static readonly long[] Counts = new long[3];

    private static Thread? server;
    private static int generation;
    private static bool isLate;
    private static long lastFull;
    private static TimeSpan fullTook;

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
            var start = Stopwatch.GetTimestamp();
            var looked = 0;
            Run(0);
            while (pool.Plan.Next(pool.Weight, looked) is > 0 and var older)
            {
                Run(looked = older);
            }

            pool.Plan.Collected(before, pool.Weight, looked, Stopwatch.GetElapsedTime(start));
        }
    }

    /// <summary>Brings down memory that is in no books: see <see cref="HiddenMemory"/>.</summary>
    internal static void Collect(Func<bool> isTooMuch)
    {
        lock (Turn)
        {
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
            Run(2);
        }
    }

    private static void Run(int upTo)
    {
        if (server is null)
        {
            server = new Thread(Serve) { IsBackground = true, Name = "TorchLite memory" };
            server.Start();
        }

        if (!isLate)
        {
            Volatile.Write(ref generation, upTo);
            Wanted.Release();
        }

        var start = Stopwatch.GetTimestamp();
        isLate = !Done.Wait(isLate ? LittlePatience : Patience);
        if (upTo == 2)
        {
            (lastFull, fullTook) = (Stopwatch.GetTimestamp(), Stopwatch.GetElapsedTime(start));
        }
    }

    // On a thread of its own, because waiting for finalizers cannot be given up.
    private static void Serve()
    {
        while (true)
        {
            Wanted.Wait();
            var upTo = Volatile.Read(ref generation);
            Interlocked.Increment(ref Counts[upTo]);
            GC.Collect(upTo, GCCollectionMode.Forced, blocking: true);
            GC.WaitForPendingFinalizers();
            Done.Release();
        }
    }
}
