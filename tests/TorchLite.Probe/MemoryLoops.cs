using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using TorchLite;
using TorchLite.Nn;
using TorchLite.Optim;

/// <summary>
/// Loops that make much and dispose nothing, each beside the same loop with <c>using</c>: <c>probe memory LOOP [using|blind] [COUNT]</c> prints
/// the most memory that the process held, the time, and the collections of each generation, .NET's own included.
/// </summary>
internal static class MemoryLoops
{
    private static readonly Dictionary<string, (int Count, Action<int> Free, Action<int> Using)> Loops = new()
    {
        ["results"] = (100_000, Results, UsingResults),
        ["training"] = (3_000, count => Train(count, false), count => Train(count, true)),
        ["model"] = (2_000, count => TrainModel(count, false), count => TrainModel(count, true)),
        ["adam"] = (20_000, count => TrainByAdam(count, false), count => TrainByAdam(count, true)),
        ["kept"] = (100_000, count => Keep(count, false), count => Keep(count, true)),
        ["tiny"] = (5_000_000, Tiny, UsingTiny),
        ["threads"] = (100_000, count => OnFourThreads(count, Results), count => OnFourThreads(count, UsingResults)),
        ["tinythreads"] = (5_000_000, count => OnFourThreads(count, Tiny), count => OnFourThreads(count, UsingTiny)),
        ["async"] = (100_000, count => Requests(count, false), count => Requests(count, true)),
        ["graphs"] = (10_000, count => Graphs(count, false), count => Graphs(count, true)),
        ["finalizers"] = (2_000, count => Finalizers(count, false), count => Finalizers(count, true)),
        ["locks"] = (20_000, count => Locks(count, false), count => Locks(count, true)),
        ["views"] = (100_000, count => Views(count, false), count => Views(count, true)),
    };

    internal static int Run(ReadOnlySpan<string> arguments)
    {
        if (arguments is not [var name, ..] || !Loops.TryGetValue(name, out var loop))
        {
            Console.Error.WriteLine($"usage: probe memory {string.Join('|', Loops.Keys)} [using|blind] [COUNT]");
            return 2;
        }

        var disposes = arguments.Length > 1 && arguments[1] == "using";
        var isBlind = arguments.Length > 1 && arguments[1] == "blind";
        if (isBlind)
        {
            // As where the C library does not tell what is allocated.
            typeof(TorchLite.Lifetime.HiddenMemory).GetField("hasNoMallinfo", BindingFlags.Static | BindingFlags.NonPublic)!.SetValue(null, true);
        }

        var count = arguments.Length > (disposes || isBlind ? 2 : 1) ? int.Parse(arguments[^1], CultureInfo.InvariantCulture) : loop.Count;
        Torch.Ones(2).Dispose();
        var process = Process.GetCurrentProcess();
        var (before, watch) = (process.TotalProcessorTime, Stopwatch.StartNew());
        (disposes ? loop.Using : loop.Free)(count);
        var seconds = watch.Elapsed.TotalSeconds;
        process.Refresh();
        var asked = Torch.Memory.Collections;
        Console.WriteLine(FormattableString.Invariant(
            $"peak {process.PeakWorkingSet64 >> 20} MB, {seconds:F1} s, cpu {(process.TotalProcessorTime - before).TotalSeconds:F1} s, ")
            + $"gen0 {GC.CollectionCount(0)}, gen1 {GC.CollectionCount(1)}, gen2 {GC.CollectionCount(2)}, "
            + $"asked {asked.Gen0}+{asked.Gen1}+{asked.Gen2}, tensors' peak {Torch.Memory.PeakBytes() >> 20} MB");
        return 0;
    }

    private static void Results(int count)
    {
        var megabyte = Torch.Ones(512, 512);
        for (var i = 0; i < count; i++)
        {
            _ = megabyte + 1;
        }
    }

    private static void UsingResults(int count)
    {
        using var megabyte = Torch.Ones(512, 512);
        for (var i = 0; i < count; i++)
        {
            using var sum = megabyte + 1;
        }
    }

    private static void Tiny(int count)
    {
        var four = Torch.Ones(4);
        for (var i = 0; i < count; i++)
        {
            _ = four + 1;
        }
    }

    private static void UsingTiny(int count)
    {
        using var four = Torch.Ones(4);
        for (var i = 0; i < count; i++)
        {
            using var sum = four + 1;
        }
    }

    private static void Keep(int count, bool disposes)
    {
        var megabyte = Torch.Ones(512, 512);
        var kept = new List<Tensor>();
        for (var i = 0; i < count; i++)
        {
            var sum = megabyte + 1;
            if (i % 100 == 0)
            {
                kept.Add(sum);
            }
            else if (disposes)
            {
                sum.Dispose();
            }
        }

        GC.KeepAlive(kept);
    }

    private static void OnFourThreads(int count, Action<int> loop)
    {
        var threads = Enumerable.Range(0, 4).Select(_ => new Thread(() => loop(count / 4))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
    }

    // A perceptron with 64 rows of input: some 2 MB of activations and 2 MB of parameters and gradients in each step.
    private static void Train(int count, bool disposes)
    {
        Torch.ManualSeed(0);
        var (x, target) = (Torch.Randn(64, 256), Torch.Randn(64, 16));
        Tensor[] weights = [Weight(256, 1024), Weight(1024, 256), Weight(256, 16)];
        for (var i = 0; i < count; i++)
        {
            if (disposes)
            {
                using var scope = Torch.Scope();
                Step();
            }
            else
            {
                Step();
            }
        }

        static Tensor Weight(long from, long to) => (Torch.Randn(from, to) * 0.05).RequiresGrad_();

        void Step()
        {
            var hidden = x.Matmul(weights[0]).Relu().Matmul(weights[1]).Tanh();
            var loss = (hidden.Matmul(weights[2]) - target).Pow(2).Mean();
            loss.Backward();
            using var _ = Torch.NoGrad();
            foreach (var weight in weights)
            {
                weight.Sub_(0.01 * weight.Grad!);
                weight.Grad = null;
            }
        }
    }

    // A network as users write it: some 3 MB of activations and 2 MB of parameters and gradients in each step.
    private static void TrainModel(int count, bool disposes)
    {
        Torch.SetNumThreads(1);
        Torch.ManualSeed(0);
        var (x, target) = (Torch.Randn(16, 1, 28, 28), Torch.Randint(0, 10, [16]));
        var model = new Sequential(
            new Conv2d(1, 8, 3), new BatchNorm2d(8), new ReLU(), new MaxPool2d(2), new Dropout(0.1), new Flatten(), new Linear(1352, 256),
            new ReLU(), new Linear(256, 10));
        var loss = new CrossEntropyLoss();
        for (var i = 0; i < count; i++)
        {
            if (disposes)
            {
                using var scope = Torch.Scope();
                Step();
            }
            else
            {
                Step();
            }
        }

        void Step()
        {
            loss.Call(model.Call(x), target).Backward();
            using var none = Torch.NoGrad();
            foreach (var parameter in model.Parameters())
            {
                parameter.Sub_(0.01 * parameter.Grad!);
            }

            model.ZeroGrad();
        }
    }

    // A small perceptron, some 200 KB in each step: what the optimizer remembers outlives the scopes.
    private static void TrainByAdam(int count, bool disposes)
    {
        Torch.SetNumThreads(1);
        Torch.ManualSeed(0);
        var (x, target) = (Torch.Randn(32, 64), Torch.Randint(0, 10, [32]));
        var model = new Sequential(new Linear(64, 128), new ReLU(), new Linear(128, 10));
        var loss = new CrossEntropyLoss();
        var adam = new Adam(model.Parameters());
        for (var i = 0; i < count; i++)
        {
            if (disposes)
            {
                using var scope = Torch.Scope();
                Step();
            }
            else
            {
                Step();
            }
        }

        void Step()
        {
            adam.ZeroGrad();
            loss.Call(model.Call(x), target).Backward();
            adam.Step();
        }
    }

    // Eight requests at a time, which go from thread to thread.
    private static void Requests(int count, bool disposes)
    {
        var megabyte = Torch.Ones(512, 512);
        Task.WaitAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < count / 8; i++)
            {
                var sum = megabyte + 1;
                await Task.Yield();
                if (disposes)
                {
                    sum.Dispose();
                }
            }
        })));
    }

    // All that has a name is disposed, but for the loss: a few bytes, and behind it 8 MB that its gradient would need.
    private static void Graphs(int count, bool disposes)
    {
        var weight = Torch.Ones([1024, 1024], requiresGrad: true);
        for (var i = 0; i < count; i++)
        {
            using var product = weight * 2;
            using var root = product.Exp();
            var loss = root.Sum();
            if (disposes)
            {
                loss.Dispose();
            }
        }
    }

    // What is disposed is only what the view was taken of.
    private static void Views(int count, bool disposes)
    {
        var megabyte = Torch.Ones(512, 512);
        for (var i = 0; i < count; i++)
        {
            using var sum = megabyte + 1;
            var row = sum[0];
            if (disposes)
            {
                row.Dispose();
            }
        }
    }

    // Garbage whose finalizers compute, on the thread that runs them.
    private static void Finalizers(int count, bool disposes)
    {
        for (var i = 0; i < count; i++)
        {
            _ = new Computing(disposes);
            if (i % 100 == 99)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
    }

    // Memory of one's own whose release waits for a lock, in the hands of threads that make garbage while they hold it.
    private static void Locks(int count, bool disposes)
    {
        var (gate, memory) = (new Lock(), System.Runtime.InteropServices.Marshal.AllocHGlobal(40));
        OnFourThreads(count, part =>
        {
            for (var i = 0; i < part; i++)
            {
                var borrowed = Torch.FromPointer(memory, [10], DType.Float32, _ =>
                {
                    lock (gate)
                    {
                    }
                });
                lock (gate)
                {
                    for (var j = 0; j < 10; j++)
                    {
                        var made = Torch.Ones(100_000);
                        if (disposes)
                        {
                            made.Dispose();
                        }
                    }
                }

                if (disposes)
                {
                    borrowed.Dispose();
                }
            }
        });
    }

    private sealed class Computing(bool disposes)
    {
        private readonly Tensor tensor = Torch.Ones(100_000);

        ~Computing()
        {
            for (var i = 0; i < 50; i++)
            {
                var sum = tensor + 1.5;
                if (disposes)
                {
                    sum.Dispose();
                }
            }
        }
    }
}
