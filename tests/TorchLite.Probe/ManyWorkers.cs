using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using TorchLite.Utils.Data;

namespace TorchLite.Probe;

/// <summary>More workers than there are addresses for their stacks. Linux only.</summary>
internal static partial class ManyWorkers
{
    private const int AddressSpace = 9;

    internal static int Run()
    {
        int[] items = [1, 2, 3];
        _ = new DataLoader<int, Tensor>(items, numWorkers: 2).Count();
        var size = File.ReadLines("/proc/self/status").First(static line => line.StartsWith("VmSize:", StringComparison.Ordinal))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1];
        var most = (ulong.Parse(size, CultureInfo.InvariantCulture) << 10) + (1UL << 30);
        var limit = new Limit { Current = most, Most = most };
        if (SetLimit(AddressSpace, in limit) != 0)
        {
            return 1;
        }

        using var process = Process.GetCurrentProcess();
        var before = process.Threads.Count;
        try
        {
            _ = new DataLoader<int, Tensor>(items, numWorkers: 1000).Count();
        }
        catch (TorchException refused)
        {
            Console.WriteLine(refused.Message);
        }

        // The system counts a thread a little longer than it runs, and the runtime begins some of its own.
        var left = 0;
        SpinWait.SpinUntil(
            () =>
            {
                process.Refresh();
                return (left = process.Threads.Count - before) <= 3;
            },
            TimeSpan.FromSeconds(5));
        Console.WriteLine($"{(left <= 3 ? "none" : left)} left, {new DataLoader<int, Tensor>(items, numWorkers: 2).Count()} items");
        return 0;
    }

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, in Limit limit);

    private struct Limit
    {
        public ulong Current, Most;
    }
}
