using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TorchLite.Benchmarks;

/// <summary>One operation's times, a round an element, and the bytes of managed memory that one call takes.</summary>
internal sealed class Measurement
{
    // Short, so that few are interrupted where other work wants the processor too.
    private const double BatchMilliseconds = 0.5;
    private const double LongNanoseconds = 5e6;

    private readonly Action[] sides;
    private readonly List<double>[] times;
    private int calls = 1;

    internal Measurement(Operation operation)
    {
        Operation = operation;
        sides = operation.Native is { } native ? [operation.Lite, operation.Sharp, native] : [operation.Lite, operation.Sharp];
        times = Array.ConvertAll(sides, _ => new List<double>());
        Bytes = new long[sides.Length];
    }

    internal Operation Operation { get; }

    internal long[] Bytes { get; }

    internal double Lite => Median(times[0]);

    internal double Sharp => Median(times[1]);

    internal double? Native => sides.Length > 2 ? Median(times[2]) : null;

    // The two sides of one round ran one right after the other, under the same load: their ratio is steadier than their times.
    internal double ToSharp => Median(times[0].Zip(times[1], (lite, sharp) => lite / sharp));

    internal double? ToNative => sides.Length > 2 ? Median(times[0].Zip(times[2], (lite, native) => lite / native)) : null;

    /// <summary>Measures all operations: every round runs each side of each once, so that a busy machine slows all alike.</summary>
    internal static Measurement[] Run(IEnumerable<Operation> operations, int rounds)
    {
        var all = operations.Select(operation => new Measurement(operation)).ToArray();

        // Three times with a pause, in which the runtime compiles what was called often, first to measure it, then for good.
        for (var pass = 0; pass < 4; pass++)
        {
            foreach (var one in all)
            {
                one.WarmUp();
            }

            Thread.Sleep(400);
        }

        for (var round = 0; round < rounds; round++)
        {
            // What takes longer than a batch alone is measured in every fourth.
            foreach (var one in all.Where(one => one.calls > 1 || round % 4 == 0))
            {
                one.Round(round / (one.calls > 1 ? 1 : 4));
            }
        }

        return all;
    }

    internal static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;
    }

    // Small tensors leave crumbs on glibc's heap, which the next larger allocation sweeps up: 10 ms after 100,000 operations. Without
    // this, the first operation that allocates so much, a backward(), would pay for all that were measured before it.
    private static unsafe void TidyHeap()
    {
        for (var i = 0; i < 100; i++)
        {
            NativeMemory.Free(NativeMemory.Alloc(100_000));
        }
    }

    private void WarmUp()
    {
        var slowest = sides.Max(side =>
        {
            var watch = Stopwatch.StartNew();
            var count = 0;
            for (; watch.Elapsed.TotalMilliseconds < 4; count++)
            {
                side();
            }

            return watch.Elapsed.TotalMilliseconds / count;
        });

        // Of all passes the fastest: what is not compiled well yet, or was interrupted, looks slower than it is.
        calls = Math.Max(calls, (int)(BatchMilliseconds / slowest));
    }

    private void Round(int round)
    {
        for (var i = 0; i < sides.Length; i++)
        {
            // Who begins changes from round to round.
            var side = (i + round) % sides.Length;
            TidyHeap();
            if (times[side] is not [.., > LongNanoseconds])
            {
                // Its code comes back into the processor's cache, untimed.
                sides[side]();
            }

            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            for (var call = calls; call > 0; call--)
            {
                sides[side]();
            }

            times[side].Add(Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls);
            Bytes[side] = (GC.GetAllocatedBytesForCurrentThread() - bytes) / calls;
        }
    }
}
