using System.Globalization;
using TorchLite.Distributed;
using TorchLite.Distributed.Algorithms;
using TorchLite.Distributed.Optim;
using TorchLite.Nn;
using TorchLite.Nn.Parallel;
using TorchLite.Optim;
using F = TorchLite.Torch.Nn.Functional;

namespace TorchLite.Probe.DistributedTraining;

/// <summary>The programs of build/distributed/training.py, by the same names; some of the processes may be Python's.</summary>
internal static class TrainingPrograms
{
    internal static readonly (string Name, Func<(List<double> Losses, double Weights)> Run)[] All =
    [
        ("plain", static () => Trained(50)),
        ("views", static () => Trained(20, wrap: static net => new(net, gradientAsBucketView: true, bucketCapMb: 0.002))),
        ("buckets", static () => Trained(20, wrap: static net => new(net, bucketCapMb: 0.001))),
        ("frozen", Frozen),
        ("normalized", static () => Trained(20, Normalized())),
        ("convolutions", Convolutions),
        ("unused", Unused),
        ("static", static () => Trained(20, new Repeated(), static net => new(net, staticGraph: true))),
        ("accumulated", Accumulated),
        ("uneven", static () => Uneven(dividesByInitialWorldSize: true)),
        ("uneven_remaining", static () => Uneven(dividesByInitialWorldSize: false)),
        ("sharded", static () => Trained(20, optimizer: Sharded)),
        ("sharded_uneven", ShardedUneven),
        ("summed", static () => Trained(20, wrap: static net => Hooked(net, BuiltinCommHookType.Allreduce))),
        ("compressed", static () => Trained(20, wrap: static net => Hooked(net, BuiltinCommHookType.Fp16Compress))),
        ("compressed_uneven", static () => Uneven(dividesByInitialWorldSize: true, BuiltinCommHookType.Fp16Compress)),
    ];

    /// <summary>Runs one process of them, and says all digits.</summary>
    internal static int Run(string rank, string size, string init, string[] names)
    {
        Torch.SetNumThreads(1);
        Torch.Distributed.InitProcessGroup(
            "gloo", init, worldSize: int.Parse(size, CultureInfo.InvariantCulture), rank: int.Parse(rank, CultureInfo.InvariantCulture));
        foreach (var name in names.Length > 0 ? names : [.. All.Select(static one => one.Name)])
        {
            var (losses, weights) = Array.Find([.. All, .. CSharpPrograms.All], one => one.Name == name).Run();
            Console.WriteLine(FormattableString.Invariant(
                $"{{\"program\": \"{name}\", \"rank\": {rank}, \"ranks\": {size}, \"losses\": [")
                + string.Join(", ", losses.Select(static loss => loss.ToString("R", CultureInfo.InvariantCulture)))
                + FormattableString.Invariant($"], \"weights\": {weights:R}}}"));
        }

        Torch.Distributed.Barrier();
        Torch.Distributed.DestroyProcessGroup();
        return 0;
    }

    /// <summary>Runs one process of a group in which others are Python's, and says what all say alike.</summary>
    internal static void RunMixed()
    {
        Torch.SetNumThreads(1);
        var leftOut = Environment.GetEnvironmentVariable("LEFT_OUT")?.Split(' ') ?? [];
        foreach (var (name, run) in All.Where(one => !leftOut.Contains(one.Name)))
        {
            var (losses, weights) = run();
            var shown = name.Contains("uneven", StringComparison.Ordinal)
                ? "" : string.Concat(losses.Select(static loss => FormattableString.Invariant($" {loss:F5}")));
            Console.WriteLine(FormattableString.Invariant($"= {name}{shown} weights {weights:F4}"));
        }

        // Who leaves first would end the others' last collective.
        Torch.Distributed.Barrier();
    }

    internal static double Weights(Module module) =>
        module.Parameters().Sum(static parameter => (double)parameter.Detach().Double().Abs().Sum());

    internal static (Tensor X, Tensor Y) Data()
    {
        Torch.ManualSeed(7);
        return (Own(Torch.Randn(64, 8)), Own(Torch.Randint(4, [64])));
    }

    internal static Tensor Own(Tensor tensor)
    {
        var per = tensor.Size(0) / Torch.Distributed.GetWorldSize();
        return tensor.Narrow(0, Torch.Distributed.GetRank() * per, per);
    }

    private static List<Module<Tensor, Tensor>> Layers()
    {
        Torch.ManualSeed(Torch.Distributed.GetRank());
        return [new Linear(8, 32), new Tanh(), new Linear(32, 32), new Tanh(), new Linear(32, 4)];
    }

    internal static Sequential Network() => new([.. Layers()]);

    internal static Sequential Normalized()
    {
        var layers = Layers();
        layers.Insert(1, new BatchNorm1d(32));
        return new([.. layers]);
    }

    private static double Mean(Tensor loss)
    {
        var total = loss.Detach().Clone();
        Torch.Distributed.AllReduce(total);
        return (double)total / Torch.Distributed.GetWorldSize();
    }

    private static SGD Descent(Module module) => new(module.Parameters(), lr: 0.1, momentum: 0.9);

    private static ZeroRedundancyOptimizer Sharded(Module module) => new(module.Parameters(), static shard => new Adam(shard, lr: 0.01));

    private static (List<double> Losses, double Weights) Steps(Module ddp, Optimizer optimizer, int count, Func<int, Tensor> lossOf)
    {
        var losses = new List<double>();
        for (var step = 0; step < count; step++)
        {
            optimizer.ZeroGrad();
            var loss = lossOf(step);
            loss.Backward();
            optimizer.Step();
            losses.Add(Mean(loss));
        }

        return (losses, Weights(ddp));
    }

    internal static (List<double> Losses, double Weights) Trained(
        int count, Module<Tensor, Tensor>? module = null,
        Func<Module<Tensor, Tensor>, DistributedDataParallel<Tensor, Tensor>>? wrap = null, Func<Module, Optimizer>? optimizer = null)
    {
        var (x, y) = Data();
        module ??= Network();
        var ddp = wrap?.Invoke(module) ?? new DistributedDataParallel<Tensor, Tensor>(module);
        return Steps(ddp, optimizer?.Invoke(ddp) ?? Descent(ddp), count, _ => F.CrossEntropy(ddp.Call(x), y));
    }

    private static (List<double> Losses, double Weights) Frozen()
    {
        var module = Network();
        module.GetParameter("2.weight").RequiresGrad = false;
        return Trained(20, module);
    }

    private static (List<double> Losses, double Weights) Convolutions()
    {
        Torch.ManualSeed(3);
        var (x, y) = (Own(Torch.Randn(32, 1, 8, 8)), Own(Torch.Randint(4, [32])));
        Torch.ManualSeed(Torch.Distributed.GetRank());
        var ddp = new DistributedDataParallel<Tensor, Tensor>(new Sequential(
            new Conv2d(1, 8, 3, padding: 1), new ReLU(), new Conv2d(8, 8, 3, padding: 1), new ReLU(), new MaxPool2d(2), new Flatten(),
            new Linear(128, 4)));
        return Steps(ddp, Descent(ddp), 10, _ => F.CrossEntropy(ddp.Call(x), y));
    }

    private static (List<double> Losses, double Weights) Unused()
    {
        var (x, y) = Data();
        var ddp = new DistributedDataParallel<Tensor, int, (Tensor, Tensor)>(new Chosen(), findUnusedParameters: true);
        return Steps(ddp, Descent(ddp), 20, step =>
        {
            var (one, two) = ddp.Call(x, step % 3 == 2 ? step + Torch.Distributed.GetRank() : step);
            var loss = F.CrossEntropy(one, y);
            return step % 2 == 0 ? loss + F.CrossEntropy(two, y) : loss;
        });
    }

    private static (List<double> Losses, double Weights) Accumulated()
    {
        var (x, y) = Data();
        var half = x.Size(0) / 2;
        var ddp = new DistributedDataParallel<Tensor, Tensor>(Network());
        var (optimizer, losses) = (Descent(ddp), new List<double>());
        for (var step = 0; step < 20; step++)
        {
            optimizer.ZeroGrad();
            Tensor first;
            using (ddp.NoSync())
            {
                first = F.CrossEntropy(ddp.Call(x.Narrow(0, 0, half)), y.Narrow(0, 0, half)) / 2;
                first.Backward();
            }

            var second = F.CrossEntropy(ddp.Call(x.Narrow(0, half, half)), y.Narrow(0, half, half)) / 2;
            second.Backward();
            optimizer.Step();
            losses.Add(Mean(first + second));
        }

        return (losses, Weights(ddp));
    }

    private static DistributedDataParallel<Tensor, Tensor> Hooked(Module<Tensor, Tensor> module, BuiltinCommHookType? hook)
    {
        var ddp = new DistributedDataParallel<Tensor, Tensor>(module);
        if (hook is { } given)
        {
            ddp.RegisterCommHook(given);
        }

        return ddp;
    }

    private static (List<double> Losses, double Weights) Uneven(bool dividesByInitialWorldSize, BuiltinCommHookType? hook = null)
    {
        var (x, y) = Data();
        var ddp = Hooked(Normalized(), hook);
        var (optimizer, losses) = (Descent(ddp), new List<double>());
        ddp.Join(
            () =>
            {
                for (var step = 0; step < 5 + (2 * Torch.Distributed.GetRank()); step++)
                {
                    losses.Add(OneStep(ddp, optimizer, x, y));
                }
            },
            dividesByInitialWorldSize);
        return (losses, Weights(ddp));
    }

    private static (List<double> Losses, double Weights) ShardedUneven()
    {
        var (x, y) = Data();
        var ddp = new DistributedDataParallel<Tensor, Tensor>(Network());
        var (optimizer, losses) = (Sharded(ddp), new List<double>());
        new Join([ddp, optimizer]).Run(() =>
        {
            for (var step = 0; step < 5 + Torch.Distributed.GetRank(); step++)
            {
                losses.Add(OneStep(ddp, optimizer, x, y));
            }
        });
        return (losses, Weights(ddp));
    }

    internal static double OneStep(DistributedDataParallel<Tensor, Tensor> ddp, Optimizer optimizer, Tensor x, Tensor y)
    {
        optimizer.ZeroGrad();
        var loss = F.CrossEntropy(ddp.Call(x), y);
        loss.Backward();
        optimizer.Step();
        return (double)loss;
    }

    /// <summary>Layers of which each step uses some, and two outputs of which the loss may use one.</summary>
    private sealed class Chosen : Module<Tensor, int, (Tensor, Tensor)>
    {
        private readonly Linear first = Seeded(static () => new Linear(8, 16));
        private readonly Linear a = new(16, 16);
        private readonly Linear b = new(16, 16);
        private readonly Linear last = new(16, 4);
        private readonly Linear side = new(16, 4);
        private readonly Linear never = new(3, 3);

        protected override (Tensor, Tensor) Forward(Tensor x, int choice)
        {
            _ = never;
            var hidden = (choice % 2 == 0 ? a : b).Call(first.Call(x).Tanh()).Tanh();
            return (last.Call(hidden), side.Call(hidden));
        }
    }

    /// <summary>A layer that is used twice, and one that is never used.</summary>
    private sealed class Repeated : Module<Tensor, Tensor>
    {
        private readonly Linear first = Seeded(static () => new Linear(8, 16));
        private readonly Linear twice = new(16, 16);
        private readonly Linear last = new(16, 4);
        private readonly Linear never = new(3, 3);

        protected override Tensor Forward(Tensor x)
        {
            _ = never;
            return last.Call(twice.Call(twice.Call(first.Call(x).Tanh()).Tanh()).Tanh());
        }
    }

    private static Linear Seeded(Func<Linear> layer)
    {
        Torch.ManualSeed(Torch.Distributed.GetRank());
        return layer();
    }
}
