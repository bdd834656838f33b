using System.Diagnostics;
using System.Globalization;

namespace TorchLite.Benchmarks;

/// <summary>
/// One call of four networks that Python exported (<c>exported.py export FOLDER</c>), as one function of TorchScript and node by node, and
/// of the same networks in Python, by turns.
/// </summary>
internal static class ExportedTable
{
    private const int Rounds = 41;

    private static readonly (string Name, int Calls)[] Networks = [("mlp", 100), ("cnn", 20), ("encoder", 40), ("lstm", 20)];

    internal static int Run(string folder, string? python)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Torch.SetNumThreads(1);
        using var reference = python is null ? null : new PythonTurns(python, "exported.py", "1");
        using var off = Torch.NoGrad();
        Console.WriteLine($"Microseconds a call, 1 thread: medians of {Rounds} turns; and the median of the ratios of each turn.");
        Console.WriteLine($"{"",-10} {"function",10} {"nodes",10} {"Python",10} {"f/Python",10} {"n/Python",10}");
        foreach (var (name, calls) in Networks)
        {
            var (one, other) = (Call(folder, name, nodeByNode: false), Call(folder, name, nodeByNode: true));
            double[][] times = [new double[Rounds], new double[Rounds], new double[Rounds]];
            foreach (var warm in Enumerable.Range(0, 6))
            {
                Time(one, calls);
                Time(other, calls);
                reference?.Ask($"{name} {calls}");
                Thread.Sleep(warm < 3 ? 200 : 0);
            }

            for (var i = 0; i < Rounds; i++)
            {
                // Each is the first as often as the others.
                for (var turn = 0; turn < 3; turn++)
                {
                    var who = (i + turn) % 3;
                    times[who][i] = who == 0 ? Time(one, calls) : who == 1 ? Time(other, calls)
                        : reference?.Ask($"{name} {calls}") ?? double.NaN;
                }
            }

            var medians = Array.ConvertAll(times, Measurement.Median);
            Console.WriteLine(
                $"{name,-10} {medians[0],10:F1} {medians[1],10:F1} {medians[2],10:F1} "
                + $"{Measurement.Median(times[0].Zip(times[2], Ratio)),10:F2} {Measurement.Median(times[1].Zip(times[2], Ratio)),10:F2}");

            static double Ratio(double a, double b) => a / b;
        }

        return 0;
    }

    private static Action Call(string folder, string name, bool nodeByNode)
    {
        var net = Torch.Export.Load(Path.Combine(folder, name + ".pt2")).Module();
        net.NodeByNode = nodeByNode;
        var x = name switch
        {
            "mlp" => Torch.Randn(8, 64),
            "cnn" => Torch.Randn(2, 3, 32, 32),
            "encoder" => Torch.Randn(2, 7, 64),
            _ => Torch.Arange(24).Reshape(2, 12),
        };
        return () => net.Call<Tensor>(x).Dispose();
    }

    private static double Time(Action call, int calls)
    {
        // A few untimed, as its code comes back into the processor's cache.
        call();
        call();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < calls; i++)
        {
            call();
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / calls;
    }
}
