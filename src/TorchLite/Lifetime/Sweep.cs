using System.Runtime.InteropServices;

namespace TorchLite.Lifetime;

/// <summary>
/// Frees the native tensors whose objects .NET has collected: at once where TorchLite asked for the collection, on the thread that asked;
/// on the finalizer thread after a collection of .NET's own, which nobody of ours may ever notice otherwise.
/// </summary>
internal static class Sweep
{
    // Collected with the youngest objects, unless it is disarmed before; its finalizer tells that there was a collection.
    private static WeakGCHandle<Bell> bell = new(null!);

    // How often .NET had collected each generation at the last look.
    private static readonly int[] Seen = new int[3];

    // Kept for the next time. Freeing may call back, and so lead here again: that one makes its own.
    [ThreadStatic]
    private static List<TensorTable.Held>? spare;

    /// <summary>Listens to .NET's collections from here on.</summary>
    internal static void Start() => Arm();

    /// <summary>Collects, and frees what died.</summary>
    /// <returns>The duration of the collection.</returns>
    internal static TimeSpan Collect(int generation)
    {
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        if (bell.TryGetTarget(out var armed))
        {
            GC.SuppressFinalize(armed);
        }

        GC.Collect(generation, GCCollectionMode.Forced, blocking: true);
        var took = System.Diagnostics.Stopwatch.GetElapsedTime(start);
        Arm();
        Run(generation);
        return took;
    }

    private static void Run(int generation)
    {
        var dead = spare ?? [];
        spare = null;
        ThreadLedger.Sweep(generation, dead);
        foreach (var tensor in dead)
        {
            MemoryLedger.Remove(tensor);
            LibTorch.Delete(tensor.Native);
        }

        dead.Clear();
        spare = dead;
        Companions.LoosenWhereAlone();
    }

    private static void Arm()
    {
        for (var i = 0; i < Seen.Length; i++)
        {
            Seen[i] = GC.CollectionCount(i);
        }

        bell.SetTarget(new Bell());
    }

    private sealed class Bell
    {
        ~Bell()
        {
            if (Environment.HasShutdownStarted)
            {
                return;
            }

            MemoryLedger.EnterFinalizer();
            var generation = GC.CollectionCount(2) != Seen[2] ? 2 : GC.CollectionCount(1) != Seen[1] ? 1 : 0;
            Arm();
            Run(generation);
        }
    }
}
