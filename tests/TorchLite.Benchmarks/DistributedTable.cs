using System.Diagnostics;
using System.Globalization;
using D = TorchLite.Torch.Distributed;

namespace TorchLite.Benchmarks;

/// <summary>All-reduces between two processes over the loopback, in turns with Python's. A turn is a group of its own.</summary>
internal static class DistributedTable
{
    private const int Turns = 5;
    private static readonly (int Count, int Rounds)[] Sizes = [(1_000, 400), (1_000_000, 40), (100_000_000, 3)];

    /// <summary>Starts the ranks, turn by turn, and compares the least medians.</summary>
    internal static int Run(string? python)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var (lite, other) = (new Dictionary<int, double>(), new Dictionary<int, double>());
        for (var turn = 0; turn < Turns; turn++)
        {
            Keep(lite, Group(static () => new("dotnet", [typeof(DistributedTable).Assembly.Location, "distributed", "rank"])));
            if (python is not null)
            {
                Keep(other, Group(() => PythonTurns.Start(python, "distributed.py")));
            }
        }

        Console.WriteLine("all_reduce of floats, 2 ranks        ms      GB/s   of Python's time");
        foreach (var (count, _) in Sizes)
        {
            var ratio = python is null ? "" : $"{lite[count] / other[count],10:F2}";
            Console.WriteLine($"{count,20:N0} {lite[count] / 1000,18:F3} {count * 4 / lite[count] / 1000,9:F2} {ratio}");
        }

        return 0;
    }

    /// <summary>One rank: what distributed.py does.</summary>
    internal static int Rank()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        D.InitProcessGroup(
            "gloo", Environment.GetEnvironmentVariable("INIT_METHOD"), worldSize: 2,
            rank: int.Parse(Environment.GetEnvironmentVariable("RANK")!));
        foreach (var (count, rounds) in Sizes)
        {
            var x = Torch.Ones(count);
            var times = new double[rounds];
            for (var i = -2; i < rounds; i++)
            {
                D.Barrier();
                var start = Stopwatch.GetTimestamp();
                D.AllReduce(x);
                if (i >= 0)
                {
                    times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
                }
            }

            Array.Sort(times);
            Console.WriteLine($"= {count} {times[rounds / 2]:F2}");
        }

        D.Barrier();
        D.DestroyProcessGroup();
        return 0;
    }

    private static Dictionary<int, double> Group(Func<ProcessStartInfo> info)
    {
        var meeting = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var ranks = Enumerable.Range(0, 2).Select(rank =>
        {
            var start = info();
            start.RedirectStandardOutput = true;
            start.Environment["RANK"] = $"{rank}";
            start.Environment["INIT_METHOD"] = $"file://{meeting}";
            start.Environment["GLOO_SOCKET_IFNAME"] = "lo";
            start.Environment["OMP_NUM_THREADS"] = "1";
            return Process.Start(start)!;
        }).ToList();
        var output = ranks.ConvertAll(rank => rank.StandardOutput.ReadToEndAsync());
        ranks.ForEach(rank => rank.WaitForExit());
        ranks.ForEach(rank => rank.Dispose());
        File.Delete(meeting);
        return output[0].Result.Split('\n').Where(line => line.StartsWith("= ", StringComparison.Ordinal)).Select(line => line.Split(' '))
            .ToDictionary(words => int.Parse(words[1]), words => double.Parse(words[2]));
    }

    private static void Keep(Dictionary<int, double> best, Dictionary<int, double> times)
    {
        foreach (var (count, time) in times)
        {
            best[count] = Math.Min(time, best.GetValueOrDefault(count, double.MaxValue));
        }
    }
}
