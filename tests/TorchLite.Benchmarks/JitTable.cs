using System.Diagnostics;
using System.Globalization;

namespace TorchLite.Benchmarks;

/// <summary>
/// Models of TorchScript on one thread, against Python, which writes them: a network made fast by libtorch against the same as Python calls
/// it, loading 100 MB, the memory that takes, and what an adapter adds to a call.
/// </summary>
internal static class JitTable
{
    private const int Rounds = 25;

    internal static int Run(string? python)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Torch.SetNumThreads(1);
        using var off = Torch.NoGrad();
        var folder = Directory.CreateTempSubdirectory("torchlite-jit-").FullName;
        try
        {
            Adapters();
            if (python is null)
            {
                return 0;
            }

            using var reference = new PythonTurns(python, "jit.py", folder);
            reference.Ask("cnn 1");
            Memory(Path.Combine(folder, "large.pt"));
            Console.WriteLine($"{"",-32} {"TorchLite",10} {"Python",10} {"ratio",8}   (best of {Rounds} turns; "
                + "median of the ratios of each)");
            var script = Torch.Jit.Load(Path.Combine(folder, "cnn.pt"));
            var fast = Torch.Jit.OptimizeForInference(script);
            var x = Torch.Randn(2, 3, 32, 32);
            Compare(reference, "script / Python's script", "script", 20, () => script.Call<Tensor>(x).Dispose());
            Compare(reference, "made fast / Python's the same", "fast", 20, () => fast.Call<Tensor>(x).Dispose());
            Compare(reference, "made fast / Python eager", "cnn", 20, () => fast.Call<Tensor>(x).Dispose());
            Compare(reference, "load 100 MB", "load", 1, () =>
            {
                using var scope = Torch.Scope();
                foreach (var parameter in Torch.Jit.Load(Path.Combine(folder, "large.pt")).Parameters())
                {
                    parameter.Dispose();
                }
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static void Compare(PythonTurns reference, string what, string question, int times, Action run)
    {
        for (var i = 0; i < 3; i++)
        {
            Time(run, times);
            reference.Ask($"{question} {times}");
        }

        var (own, other) = (new double[Rounds], new double[Rounds]);
        for (var i = 0; i < Rounds; i++)
        {
            own[i] = i % 2 == 0 ? Time(run, times) : own[i];
            other[i] = reference.Ask($"{question} {times}");
            own[i] = i % 2 == 0 ? own[i] : Time(run, times);
        }

        var ratio = Measurement.Median(own.Zip(other, static (a, b) => a / b));
        Console.WriteLine($"{what,-32} {own.Min(),10:F1} {other.Min(),10:F1} {ratio,8:F2}");
    }

    private static double Time(Action run, int times)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++)
        {
            run();
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / times;
    }

    private static void Adapters()
    {
        var unit = Torch.Jit.Compile("""
            def plain(x: Tensor) -> Tensor:
                return x + 1

            def named(x: Dict[str, Tensor]) -> Dict[str, Tensor]:
                return {"y": x["x"] + 1}

            def pair(x: Tensor, names: List[str]) -> Tuple[Tensor, int]:
                return x + 1, len(names)
            """);
        var x = Torch.Ones(1);
        var (given, names) = (new Dictionary<string, Tensor> { ["x"] = x }, new[] { "a" });
        Action[] calls = [() => unit.Call("plain", x), () => unit.Call("named", given), () => unit.Call("pair", x, names)];
        var best = new double[calls.Length];
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < calls.Length; i++)
            {
                var call = calls[i];
                var time = Time(
                    () =>
                    {
                        using var scope = Torch.Scope();
                        call();
                    },
                    500);
                best[i] = round == 0 ? time : Math.Min(best[i], time);
            }
        }

        Console.WriteLine($"A call of tensors {best[0]:F1} us; of dictionaries {best[1] - best[0]:F1} us more, "
            + $"of texts and numbers {best[2] - best[0]:F1} us more.");
    }

    // The peak of the process's memory while it loads, above what it has before.
    private static void Memory(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        GC.Collect();
        File.WriteAllText("/proc/self/clear_refs", "5");
        var before = Status("VmRSS:");
        var net = Torch.Jit.Load(path);
        var peak = Status("VmHWM:") - before;
        GC.KeepAlive(net);
        Console.WriteLine($"Loading {new FileInfo(path).Length / 1e6:F0} MB takes {peak * 1.024e-3:F0} MB at its peak.");
    }

    private static long Status(string name) =>
        long.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith(name, StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture);
}
