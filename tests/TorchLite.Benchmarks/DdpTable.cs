using System.Diagnostics;
using System.Globalization;
using TorchLite.Nn;
using TorchLite.Nn.Parallel;
using TorchLite.Optim;
using F = TorchLite.Torch.Nn.Functional;

namespace TorchLite.Benchmarks;

/// <summary>
/// A step of DistributedDataParallel of two processes on this machine, one thread each: TorchLite's and Python's by turns. And what a step
/// is made of: computing without telling each other, and summing up as many numbers as there are gradients. Where the processor computes and
/// communicates, neither leaves it time for the other; the last model's layers wait, as for a device, so that overlapping shows.
/// </summary>
internal static class DdpTable
{
    private const int Rounds = 15;

    private static readonly (string Name, int Steps)[] Models = [("cnn", 10), ("mlp", 6), ("device", 6)];

    internal static int Run(string[] options)
    {
        var python = Array.IndexOf(options, "--python") is >= 0 and var at ? options[at + 1] : null;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        using var lite = new RankPair((rank, init) => new(Environment.ProcessPath!, [.. Own(), "ddp", "worker", $"{rank}", init]));
        using var reference = python is null ? null : new RankPair((rank, init) => PythonTurns.Start(python, "ddp.py", $"{rank}", init));
        Console.WriteLine(
            $"Microseconds a step, 2 processes of 1 thread: medians of {Rounds} turns; and the median of the ratios of each turn.");
        Console.WriteLine($"{"",-18} {"TorchLite",10} {"Python",10} {"/Python",8}");
        foreach (var (name, steps) in Models)
        {
            var medians = new List<(double Lite, double Python)>();
            foreach (var what in new[] { "step", "compute", "communicate" })
            {
                var (a, b) = (new double[Rounds], new double[Rounds]);
                var question = $"{what} {name} {steps}";
                lite.Ask(question);
                reference?.Ask(question);
                for (var i = 0; i < Rounds; i++)
                {
                    for (var turn = 0; turn < 2; turn++)
                    {
                        if ((i + turn) % 2 == 0)
                        {
                            a[i] = lite.Ask(question);
                        }
                        else
                        {
                            b[i] = reference?.Ask(question) ?? double.NaN;
                        }
                    }
                }

                Console.WriteLine(
                    $"{name + " " + what,-18} {Measurement.Median(a),10:F0} {Measurement.Median(b),10:F0} "
                    + $"{Measurement.Median(a.Zip(b, static (one, other) => one / other)),8:F2}");
                medians.Add((Measurement.Median(a), Measurement.Median(b)));
            }

            var (step, compute, communicate) = (medians[0], medians[1], medians[2]);
            Console.WriteLine(
                $"{name + " share",-18} {step.Lite / (compute.Lite + communicate.Lite),10:F2} "
                + $"{step.Python / (compute.Python + communicate.Python),10:F2}   of the two one after the other");
        }

        return 0;
    }

    /// <summary>One process.</summary>
    internal static int Worker(string rank, string init)
    {
        Torch.SetNumThreads(1);
        Torch.Distributed.InitProcessGroup("gloo", init, worldSize: 2, rank: int.Parse(rank, CultureInfo.InvariantCulture));
        Torch.ManualSeed(0);
        var made = new Dictionary<string, (DistributedDataParallel<Tensor, Tensor> Ddp, SGD Optimizer, Tensor X, Tensor Y)>();
        while (Console.ReadLine()?.Split(' ') is [var what, var name, var count])
        {
            if (!made.TryGetValue(name, out var one))
            {
                var (module, x) = Model(name);
                var wrapped = new DistributedDataParallel<Tensor, Tensor>(module, bucketCapMb: name == "cnn" ? null : 4);
                made[name] = one = (wrapped, new SGD(wrapped.Parameters(), lr: 1e-3), x, Torch.Zeros([x.Size(0)], DType.Int64));
            }

            var flat = Torch.Zeros(one.Ddp.Parameters().Sum(static parameter => parameter.Numel()));
            var steps = int.Parse(count, CultureInfo.InvariantCulture);
            Torch.Distributed.Barrier();
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < steps; i++)
            {
                switch (what)
                {
                    case "step":
                        Step(one.Ddp, one.Optimizer, one.X, one.Y);
                        break;
                    case "compute":
                        using (one.Ddp.NoSync())
                        {
                            Step(one.Ddp, one.Optimizer, one.X, one.Y);
                        }

                        break;
                    default:
                        Torch.Distributed.AllReduce(flat);
                        break;
                }
            }

            Console.WriteLine((Stopwatch.GetElapsedTime(start).TotalMicroseconds / steps).ToString(CultureInfo.InvariantCulture));
        }

        Torch.Distributed.DestroyProcessGroup();
        return 0;
    }

    private static void Step(DistributedDataParallel<Tensor, Tensor> ddp, SGD optimizer, Tensor x, Tensor y)
    {
        using var scope = Torch.Scope();
        optimizer.ZeroGrad();
        F.CrossEntropy(ddp.Call(x), y).Backward();
        optimizer.Step();
    }

    private static (Module<Tensor, Tensor> Module, Tensor X) Model(string name) => name switch
    {
        "cnn" => (new Sequential(
            new Conv2d(1, 16, 3, padding: 1), new ReLU(), new MaxPool2d(2), new Conv2d(16, 32, 3, padding: 1), new ReLU(), new MaxPool2d(2),
            new Flatten(), new Linear(32 * 7 * 7, 64), new ReLU(), new Linear(64, 10)), Torch.Randn(64, 1, 28, 28)),
        "mlp" => (Layers(static () => new ReLU()), Torch.Randn(64, 1024)),
        _ => (Layers(static () => new Waiting()), Torch.Randn(1, 1024)),
    };

    private static Sequential Layers(Func<Module<Tensor, Tensor>> between) => new(
        [.. Enumerable.Range(0, 6).SelectMany(_ => new Module<Tensor, Tensor>[] { new Linear(1024, 1024), between() }), new Linear(1024, 10)]);

    // Run as dotnet X.dll, or by itself.
    private static string[] Own() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(DdpTable).Assembly.Location] : [];

    /// <summary>Its gradient takes ten milliseconds, in which the processor has nothing to do.</summary>
    private sealed class Waiting : Module<Tensor, Tensor>
    {
        private static readonly Func<Tensor, Tensor> Wait = Torch.Autograd.Function.Create<Tensor, Tensor>(
            static (_, x) => x.Clone(),
            static (_, gradient) =>
            {
                Thread.Sleep(10);
                return [gradient];
            });

        protected override Tensor Forward(Tensor x) => Wait(x);
    }
}
