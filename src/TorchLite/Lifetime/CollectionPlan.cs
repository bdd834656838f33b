using System.Diagnostics;

namespace TorchLite.Lifetime;

/// <summary>
/// When the garbage of a device is collected, and how thoroughly. Garbage may pile up to the room: the budget, or half of what is in use
/// where that is more.
/// </summary>
/// <param name="isCpu">Whether it is the CPU, where it matters that memory is used again while it is in the cache.</param>
internal sealed class CollectionPlan(bool isCpu)
{
    // How much to make before the youngest generation is collected: the less, the more of it is still in the cache when it is used again.
    // More than the cache holds is only worth it where a collection takes long.
    private const long SmallStep = 2L << 20;
    private const long Cache = 32L << 20;

    private long step = Cache;

    // What was left by the last collection that looked at generation 1, and at all.
    private long afterFirst;
    private long afterFull;

    // What of it tensors held, and not libtorch for itself.
    private long held;
    private long lastTime = Stopwatch.GetTimestamp();

    /// <summary>The weight from which on to collect.</summary>
    internal long Limit { get => Volatile.Read(ref field); private set => Volatile.Write(ref field, value); }
        = isCpu ? Math.Min(Cache, Collector.Budget) : Collector.Budget;

    /// <summary>
    /// How much garbage there may be: a program that holds much on purpose is asked less often, or it would collect all the time for
    /// nothing, but not so seldom that garbage fills the machine.
    /// </summary>
    private long Room
    {
        get
        {
            var free = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes - afterFull;
            return Math.Max(Collector.Budget, Math.Min(held / 2, free / 4));
        }
    }

    private long Hidden => isCpu ? HiddenMemory.Bytes : 0;

    /// <summary>The generation that it is worth looking at when the younger ones were: 0 for none.</summary>
    internal int Next(long weight, int looked)
    {
        var room = Room;
        return looked < 2 && weight > afterFull + (room / 2) ? looked + 1
            : looked < 1 && weight > afterFirst + (room / 8) ? 1
            : 0;
    }

    /// <summary>Takes note of what a collection left.</summary>
    /// <param name="before">The weight before the collection.</param>
    /// <param name="weight">The weight after it.</param>
    /// <param name="looked">Which generations it looked at.</param>
    /// <param name="took">How long it took.</param>
    internal void Collected(long before, long weight, int looked, TimeSpan took)
    {
        if (looked >= 1)
        {
            afterFirst = weight;
        }

        if (looked == 2)
        {
            // What is in use goes up and down in each step of a training; it is worth keeping in mind how much it was.
            afterFull = Math.Max(weight, afterFull - ((afterFull - weight) / 4));
            held = afterFull - Hidden;
        }

        // A collection takes some 20 to 200 microseconds, and more where .NET's own heap is large or has many threads to stop. One that found
        // little came too soon.
        var between = Stopwatch.GetElapsedTime(lastTime) - took;
        if (took * (step < Cache ? 8 : 2) > between || before - weight < step / 2)
        {
            step *= 2;
        }
        else if (took * (step > Cache ? 4 : 16) < between)
        {
            step /= 2;
        }

        lastTime = Stopwatch.GetTimestamp();
        Set(weight);
    }

    /// <summary>Records what is left after a full collection: all of it is in use.</summary>
    internal void Emptied(long weight)
    {
        (afterFirst, afterFull, held) = (weight, weight, weight - Hidden);
        Set(weight);
    }

    /// <summary>Sets the limit anew, after the budget was changed.</summary>
    internal void Set(long weight)
    {
        var room = Room;
        step = isCpu ? Math.Clamp(step, Math.Min(SmallStep, room), room) : room;
        Limit = Math.Max(weight + Math.Min(step, room / 8), Math.Min(weight + step, afterFull + room));
    }
}
