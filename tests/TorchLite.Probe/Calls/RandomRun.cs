using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TorchLite.Probe.Calls;

/// <summary>
/// Makes random calls, each from a seed of its own, and says before each what it will be: what the process dies of can be read, and
/// another process can go on behind it.
/// </summary>
internal static partial class RandomRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static long began;

    internal static int Run(IRandomCalls source, int seed, int from, int count)
    {
        new Thread(Watch) { IsBackground = true }.Start();
        LimitMemory();
        var output = Console.OpenStandardOutput();
        var results = 0;
        for (var i = from; i < from + count; i++)
        {
            using var scope = Torch.Scope();
            var (text, call) = source.Next(new RandomValues(new Random(HashCode(seed, i))));
            output.Write(System.Text.Encoding.UTF8.GetBytes($"{i} {text.ReplaceLineEndings(" ")}\n"));
            Volatile.Write(ref began, Stopwatch.GetTimestamp());
            try
            {
                call();
                results++;
            }
            catch (Exception error) when (error is not (NullReferenceException or IndexOutOfRangeException or InvalidCastException))
            {
                // PyTorch's or .NET's own: what it says is looked at elsewhere.
            }
            catch (Exception error)
            {
                Console.WriteLine($"WRONG {error.GetType().Name} {text}");
            }

            if (Stopwatch.GetElapsedTime(began) is { TotalSeconds: > 5 } time)
            {
                Console.WriteLine($"SLOW {time.TotalSeconds:F0} s {text}");
            }

            Volatile.Write(ref began, 0);
        }

        Console.WriteLine($"{count} calls, {results} results, {Process.GetCurrentProcess().WorkingSet64 >> 20} MB");
        return 0;
    }

    private static int HashCode(int seed, int number) => unchecked((seed * 1_000_003) ^ (number * 7919));

    private static void Watch()
    {
        while (true)
        {
            Thread.Sleep(1000);
            if (Volatile.Read(ref began) is not 0 and var since && Stopwatch.GetElapsedTime(since) > Patience)
            {
                Console.WriteLine("the call does not end");
                Environment.FailFast("the call does not end");
            }
        }
    }

    // What asks for the memory of the whole machine is to be refused, not to take it from all others.
    private static void LimitMemory()
    {
        if (OperatingSystem.IsLinux())
        {
            Torch.Ones(1);
            var limit = (ulong)Process.GetCurrentProcess().VirtualMemorySize64 + (1UL << 30);
            _ = SetLimit(9, [limit, limit]);
        }
    }

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, ulong[] limits);
}
