using TorchLite.Cuda;

namespace TorchLite.CudaCheck;

/// <content>What only GPUs have.</content>
internal static partial class Basics
{
    private const long Mebi = 1 << 20;

    private static string Devices(Device device)
    {
        var properties = Torch.Cuda.GetDeviceProperties(device);
        var (free, total) = Torch.Cuda.MemGetInfo(device);
        That(free > 0 && free <= total, $"{free} of {total} bytes are free");
        That(Torch.Cuda.CurrentDevice() == 0, "the first is in use");
        Torch.Cuda.SetDevice("cuda:0");
        That((properties.Major, properties.Minor) == Torch.Cuda.GetDeviceCapability(), "the capability");
        return $"{Torch.Cuda.DeviceCount()}; {properties}; {free / Mebi} of {total / Mebi} MiB are free";
    }

    private static string Pinned(Device device)
    {
        var pinned = Torch.Arange(1000).PinMemory();
        That(pinned.IsPinned(), "it is pinned");
        Same(pinned.To(device, nonBlocking: true), Torch.Arange(1000), "what was moved from there");
        return "moved from";
    }

    private static string Mixed(Device device) =>
        Refused<TorchException>(() => Torch.Ones([2], device: device) + Torch.Ones(2), "Expected all tensors to be on the same device")
        + " | " + Refused<TorchException>(
            () => Torch.Ones([2, 2], device: device).Matmul(Torch.Ones(2, 2)), "Expected all tensors to be on the same device");

    private static string NoDevice(Device device)
    {
        var other = $"{device.Type}:{Torch.Cuda.DeviceCount() + 7}";
        return Refused<TorchException>(() => Torch.Ones([2], device: other), "CUDA error: invalid device ordinal")
            + " | " + Refused<TorchException>(() => Torch.Cuda.SetDevice(other), "CUDA error: invalid device ordinal")
            + " | " + Refused<TorchException>(() => Torch.Cuda.MemGetInfo(other), "CUDA error: invalid device ordinal");
    }

    private static string Memory(Device device)
    {
        Torch.Memory.Collect();
        Torch.Ones([1], device: device).Dispose();
        Torch.Cuda.EmptyCache();
        Torch.Cuda.ResetPeakMemoryStats(device);
        Torch.Cuda.ResetAccumulatedMemoryStats(device);
        var (before, reserved) = (Torch.Cuda.MemoryAllocated(device), Torch.Cuda.MemoryReserved(device));
        var requested = Torch.Cuda.MemoryStats(device)["requested_bytes.all.current"];
        var big = Torch.Empty([64 * Mebi], DType.Uint8, device);
        var odd = Torch.Empty([1001], DType.Uint8, device);
        var stats = Torch.Cuda.MemoryStats(device);
        Is(Torch.Cuda.MemoryAllocated(device) - before, (64 * Mebi) + 1024, "allocated");
        Is(stats["requested_bytes.all.current"] - requested, (64 * Mebi) + 1001, "requested");
        Is(stats["allocation.all.allocated"], 2, "allocations");
        Is(stats["allocation.large_pool.allocated"], 1, "large allocations");
        That(Torch.Cuda.MemoryReserved(device) >= reserved + (64 * Mebi), "what is reserved grows");
        big.Dispose();
        odd.Dispose();
        Is(Torch.Cuda.MemoryAllocated(device), before, "allocated afterwards");
        Is(Torch.Cuda.MaxMemoryAllocated(device) - before, (64 * Mebi) + 1024, "the most allocated");
        var kept = Torch.Cuda.MemoryReserved(device);
        Torch.Cuda.EmptyCache();
        That(Torch.Cuda.MemoryReserved(device) <= kept - (64 * Mebi), "what is kept is given back");
        Torch.Cuda.ResetPeakMemoryStats(device);
        Is(Torch.Cuda.MaxMemoryAllocated(device), before, "the most allocated, anew");
        return $"64 MiB and 1001 bytes are counted right; {stats.Count} numbers, {Torch.Cuda.MaxMemoryReserved(device) / Mebi} MiB reserved at most";
    }

    private static string Summary(Device device)
    {
        var table = Torch.Cuda.MemorySummary(device, abbreviated: true);
        That(table.Contains("| Allocated memory ", StringComparison.Ordinal), table);
        return "\n" + table.TrimEnd();
    }

    private static string Events(Device device)
    {
        using Event start = new(enableTiming: true), end = new(enableTiming: true), timeless = new();
        var x = Torch.Ones([2000, 2000], device: device);
        That(end.Query(), "one that is not recorded is done");
        var early = Refused<TorchValueException>(() => start.ElapsedTime(end), "Both events must be recorded before");
        Refused<TorchValueException>(() => start.ElapsedTime(timeless), "Both events must be created with argument 'enable_timing=True'.");
        start.Record();
        x.Matmul(x).Dispose();
        end.Record();
        end.Synchronize();
        That(end.Query() && start.ElapsedTime(end) > 0, "it takes time");
        return $"a product of 2000 x 2000 took {start.ElapsedTime(end)} ms; {early}";
    }

    private static string Streams(Device device)
    {
        var (main, side) = (Torch.Cuda.CurrentStream(), new TorchLite.Cuda.Stream());
        That(main.Equals(Torch.Cuda.DefaultStream()), $"{main} is the default one");
        That(!side.Equals(main), $"{side} is another");
        var x = Torch.Ones([1000, 1000], device: device);
        Tensor y;
        side.WaitStream(main);
        using (Torch.Cuda.Stream(side))
        {
            That(Torch.Cuda.CurrentStream().Equals(side), "the side's is in use");
            y = x.Matmul(x);
        }

        That(Torch.Cuda.CurrentStream().Equals(main), "the main one is in use again");
        main.WaitStream(side);
        Is((long)y.Sum().Item(), 1_000_000_000, "the sum");
        side.Synchronize();
        That(side.Query(), "its work is done");
        var first = new TorchLite.Cuda.Stream(priority: -1);
        That(!first.Equals(new TorchLite.Cuda.Stream(priority: -1)), "the next is another");
        return $"{main}, {side}, {first}";
    }

    private static string Refused<T>(Action act, string text)
        where T : Exception
    {
        try
        {
            act();
        }
        catch (T e)
        {
            That(e.Message.StartsWith(text, StringComparison.Ordinal), $"{text} is wanted, not {e.Message}");
            return e.Message.Split('\n')[0];
        }

        throw new InvalidOperationException($"nothing is refused where {text} is wanted");
    }

    private static string Refused<T>(Func<object> act, string text)
        where T : Exception => Refused<T>(() => { act(); }, text);

    private static void Is(long actual, long expected, string what) => That(actual == expected, $"{what}: {actual} for {expected}");
}
