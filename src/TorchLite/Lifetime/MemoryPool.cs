namespace TorchLite.Lifetime;

/// <summary>The counters of one device.</summary>
internal sealed class MemoryPool
{
    private readonly bool isCpu;
    private readonly bool isMeta;
    private readonly CollectionPlan plan;
    private long tensors;
    private long bytes;
    private long peak;

    internal MemoryPool(Device device)
    {
        Device = device;
        isCpu = device == default;
        isMeta = device.Type == "meta";
        plan = new CollectionPlan(isCpu);
    }

    internal Device Device { get; }

    /// <summary>When to collect.</summary>
    internal CollectionPlan Plan => plan;

    internal long Tensors => isCpu ? ThreadLedger.Sum().Tensors : Volatile.Read(ref tensors);

    internal long Bytes => isCpu ? ThreadLedger.Sum().Bytes : Volatile.Read(ref bytes);

    /// <summary>What the tensors weigh on the device; libtorch's objects lie on the CPU, and so does what is in no ledger.</summary>
    internal long Weight => isCpu ? MemoryLedger.Booked + HiddenMemory.Bytes : Bytes;

    internal long Peak
    {
        get
        {
            Raise(Bytes);
            return Volatile.Read(ref peak);
        }
    }

    internal void ResetPeak() => Volatile.Write(ref peak, Bytes);

    /// <summary>Adds a tensor, and tells whether it is one too much. Not for the CPU, whose threads have ledgers of their own.</summary>
    internal bool Add(long size)
    {
        Interlocked.Increment(ref tensors);
        if (isMeta)
        {
            return false;
        }

        var sum = Interlocked.Add(ref bytes, size);
        Raise(sum);
        return sum > plan.Limit;
    }

    /// <summary>Takes a tensor out again.</summary>
    internal void Remove(long size)
    {
        Interlocked.Decrement(ref tensors);
        if (!isMeta)
        {
            Interlocked.Add(ref bytes, -size);
        }
    }

    /// <summary>Whether the threads of the CPU hold more than the limit together.</summary>
    internal bool IsOver()
    {
        var (count, sum, left) = ThreadLedger.Sum();
        Raise(sum);
        return sum + (count * MemoryLedger.TensorCost) + HiddenMemory.With(left) > plan.Limit;
    }

    private void Raise(long sum)
    {
        for (var seen = Volatile.Read(ref peak); sum > seen;)
        {
            var before = Interlocked.CompareExchange(ref peak, sum, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }
}
