namespace TorchLite.Lifetime;

/// <summary>
/// The ledger of what .NET cannot see: how many tensors live on each device, and the bytes that they hold. Every operation passes here, so
/// on the CPU each thread keeps a ledger of its own, without locks; these are added up where somebody asks.
/// </summary>
internal static unsafe class MemoryLedger
{
    /// <summary>
    /// What a tensor costs in addition to its elements: libtorch's tensor, its storage and what malloc adds. Measured as the growth of the
    /// process by tensors of one element; without it a million of them would seem to weigh nothing.
    /// </summary>
    internal const long TensorCost = 512;

    private const byte CpuPool = 0;

    // The first is the CPU. One byte in each tensor tells which is its own; there are as many as devices in use.
    private static readonly MemoryPool[] Pools = new MemoryPool[256];
    private static readonly Lock Opening = new();

    static MemoryLedger()
    {
        Pools[CpuPool] = new MemoryPool(default);
        Sweep.Start();
    }

    /// <summary>Enters a tensor, and collects garbage where the sums say that it is time.</summary>
    /// <param name="tensor">The native tensor.</param>
    /// <param name="bytes">The bytes that only it holds.</param>
    /// <returns>The number under which <see cref="Remove"/> removes it.</returns>
    internal static byte Add(nint tensor, long bytes)
    {
        if (TensorLeakTracker.IsOn)
        {
            TensorLeakTracker.Made(tensor, bytes);
        }

        int type;
        if (LibTorch.GetDeviceType(tensor, &type) == 0 && type == 0)
        {
            var ledger = ThreadLedger.Current;
            ledger.Tensors++;
            ledger.Bytes += bytes;
            ledger.Made += bytes + TensorCost;
            if (ledger.Made >= ThreadLedger.Grain)
            {
                Settle(ledger);
            }

            return CpuPool;
        }

        var number = NumberOf(LibTorch.DeviceOf(tensor));
        if (Pools[number].Add(bytes))
        {
            Collector.Collect(Pools[number]);
        }

        return number;
    }

    /// <summary>Strikes a tensor out, just before it is freed.</summary>
    internal static void Remove(TensorTable.Held tensor)
    {
        if (TensorLeakTracker.IsOn)
        {
            TensorLeakTracker.Freed(tensor.Native);
        }

        if (tensor.Pool == CpuPool)
        {
            var ledger = ThreadLedger.Current;
            ledger.Tensors--;
            ledger.Bytes -= tensor.Bytes;
            ledger.Left += LeftBehind(tensor);
        }
        else
        {
            Pools[tensor.Pool].Remove(tensor.Bytes);
        }
    }

    /// <summary>Says that this thread runs finalizers, which must never wait for finalizers.</summary>
    internal static void EnterFinalizer() => ThreadLedger.Current.IsFinalizer = true;

    /// <summary>Frees everything that is no longer referenced, for an allocation that failed, or on request.</summary>
    internal static void CollectAll()
    {
        Collector.CollectAll();
        lock (Opening)
        {
            foreach (var pool in Pools.TakeWhile(pool => pool is not null))
            {
                pool.Plan.Emptied(pool.Weight);
            }
        }
    }

    /// <summary>The number of tensors on all devices.</summary>
    internal static long LiveTensors => Pools.TakeWhile(static pool => pool is not null).Sum(static pool => pool.Tensors);

    /// <summary>What the tensors on the CPU weigh by the ledger.</summary>
    internal static long Booked
    {
        get
        {
            var (count, sum, _) = ThreadLedger.Sum();
            return sum + (count * TensorCost);
        }
    }

    /// <summary>The counters of a device.</summary>
    internal static MemoryPool Of(Device device) => Pools[NumberOf(device)];

    /// <summary>The limits of all devices, after the budget was changed.</summary>
    internal static void Rebudget()
    {
        lock (Opening)
        {
            foreach (var pool in Pools.TakeWhile(pool => pool is not null))
            {
                pool.Plan.Set(pool.Weight);
            }
        }
    }

    // What counted and stays, for somebody else holds the memory; or, of what did not count, what goes with it.
    private static long LeftBehind(TensorTable.Held tensor) =>
        tensor.IsBorrowed || tensor.Bytes is > 0 and < Tensor.SmallStorage || !UseCount.IsKnown ? 0
        : UseCount.IsMemoryShared(tensor.Native) ? tensor.Bytes
        : tensor.Bytes == 0 && LibTorch.TryGetStorageBytes(tensor.Native, out var bytes) ? -bytes
        : 0;

    private static void Settle(ThreadLedger ledger)
    {
        (var made, ledger.Made) = (ledger.Made, 0);
        HiddenMemory.Look();
        if (HiddenMemory.IsDue(made))
        {
            Collector.CollectUnseen();
        }

        var cpu = Pools[CpuPool];
        if (cpu.IsOver())
        {
            Collector.Collect(cpu);
        }
    }

    private static byte NumberOf(Device device)
    {
        for (var i = 0; i < Pools.Length; i++)
        {
            if (Volatile.Read(ref Pools[i]) is not { } pool)
            {
                break;
            }

            if (pool.Device == device)
            {
                return (byte)i;
            }
        }

        lock (Opening)
        {
            var number = Array.FindIndex(Pools, pool => pool is null || pool.Device == device);
            Volatile.Write(ref Pools[number], Pools[number] ?? new MemoryPool(device));
            return (byte)number;
        }
    }
}
