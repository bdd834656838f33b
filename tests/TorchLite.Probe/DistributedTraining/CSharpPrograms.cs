using System.Diagnostics;
using TorchLite.Distributed.Optim;
using TorchLite.Nn;
using TorchLite.Nn.Parallel;
using TorchLite.Optim;

namespace TorchLite.Probe.DistributedTraining;

/// <summary>What is tried with processes of C# only.</summary>
internal static class CSharpPrograms
{
    internal static readonly (string Name, Func<(List<double> Losses, double Weights)> Run)[] All =
    [
        ("synced", static () => TrainingPrograms.Trained(
            20, (Module<Tensor, Tensor>)SyncBatchNorm.ConvertSyncBatchnorm(TrainingPrograms.Normalized()))),
        ("synced_statistics", SyncedStatistics),
        ("saved", Saved),
        ("mismatched", static () => Wrapped(new Linear(8, Torch.Distributed.GetRank() == 0 ? 4 : 5))),
        ("missing", static () => Wrapped(new Linear(8, 4, bias: Torch.Distributed.GetRank() == 0))),
        ("forgotten", Forgotten),
        ("early", Early),
        ("overlapped", Overlapped),
    ];

    // Of batches of different sizes, which are empty from the third process on: the statistics and the gradients.
    private static (List<double> Losses, double Weights) SyncedStatistics()
    {
        Torch.ManualSeed(11);
        var (all, weight) = (Torch.Randn(12, 3, 5) * 2 + 1, Torch.Randn(12, 3, 5));
        var (from, to) = Torch.Distributed.GetRank() switch { 0 => (0, 4), 1 => (4, 12), _ => (12, 12) };
        var x = all[from..to].Clone();
        x.RequiresGrad = true;
        var norm = new SyncBatchNorm(3);
        (norm.Call(x) * weight[from..to]).Sum().Backward();
        var (ofInput, ofWeight, ofBias) = (x.Grad!.Abs().Sum(), norm.Weight!.Grad!, norm.Bias!.Grad!);
        foreach (var one in new[] { ofInput, ofWeight, ofBias })
        {
            Torch.Distributed.AllReduce(one);
        }

        return (
            [
                .. norm.RunningMean!.ToArray<float>(), .. norm.RunningVar!.ToArray<float>(), (double)ofInput,
                .. ofWeight.ToArray<float>(), .. ofBias.ToArray<float>(),
            ],
            0);
    }

    // Adam's state comes to one process, which saves it; all load it and go on as if nothing had been.
    private static (List<double> Losses, double Weights) Saved()
    {
        var (x, y) = TrainingPrograms.Data();
        var ddp = new DistributedDataParallel<Tensor, Tensor>(TrainingPrograms.Network());
        ZeroRedundancyOptimizer Optimizer() => new(ddp.Parameters(), static shard => new Adam(shard, lr: 0.01));
        var (optimizer, losses) = (Optimizer(), new List<double>());
        for (var step = 0; step < 20; step++)
        {
            if (step == 10)
            {
                var path = Path.Combine(Path.GetTempPath(), $"torchlite-{Environment.GetEnvironmentVariable("RUN")}.pt");
                optimizer.ConsolidateStateDict();
                if (Torch.Distributed.GetRank() == 0)
                {
                    Torch.Save(
                        new Dictionary<object, object?> { ["net"] = ddp.Module.StateDict(), ["optimizer"] = optimizer.StateDict() }, path);
                }

                Torch.Distributed.Barrier();
                var saved = (OrderedDictionary<object, object?>)Torch.Load(path)!;
                ddp = new(TrainingPrograms.Network());
                ddp.Module.LoadStateDict((OrderedDictionary<object, object?>)saved["net"]!);
                optimizer = Optimizer();
                optimizer.LoadStateDict((OrderedDictionary<object, object?>)saved["optimizer"]!);
                Torch.Distributed.Barrier();
                File.Delete(path);
            }

            losses.Add(TrainingPrograms.OneStep(ddp, optimizer, x, y));
        }

        return (losses, TrainingPrograms.Weights(ddp));
    }

    private static (List<double> Losses, double Weights) Wrapped(Module<Tensor, Tensor> module)
    {
        try
        {
            _ = new DistributedDataParallel<Tensor, Tensor>(module);
            Console.WriteLine("no error");
        }
        catch (TorchException error)
        {
            Console.WriteLine($"{error.GetType().Name}: {error.Message}");
        }

        return ([], 0);
    }

    // A parameter without a gradient, which nobody was told of.
    private static (List<double> Losses, double Weights) Forgotten()
    {
        var ddp = new DistributedDataParallel<Tensor, Tensor>(new Half());
        try
        {
            for (var step = 0; step < 2; step++)
            {
                ddp.Call(Torch.Ones(1, 2)).Sum().Backward();
            }
        }
        catch (TorchException error)
        {
            Console.WriteLine($"{error.GetType().Name}: {error.Message.Split('\n')[0]}");
        }

        return ([], 0);
    }

    private static (List<double> Losses, double Weights) Early()
    {
        var ddp = new DistributedDataParallel<Tensor, Tensor>(new Linear(2, 1));
        try
        {
            ddp.Join(
                () =>
                {
                    for (var step = 0; step < 2 + Torch.Distributed.GetRank(); step++)
                    {
                        ddp.Call(Torch.Ones(1, 2)).Sum().Backward();
                    }
                },
                throwOnEarlyTermination: true);
        }
        catch (TorchException error)
        {
            Console.WriteLine($"{error.GetType().Name}: {error.Message}");
        }

        return ([], 0);
    }

    // The backward step does not come to the first layer before the gradients of the last one are those of all processes.
    private static (List<double> Losses, double Weights) Overlapped()
    {
        var (last, waits) = (new Linear(4, 4, bias: false), false);
        var wait = Torch.Autograd.Function.Create<Tensor, Tensor>(
            static (_, x) => x.Clone(),
            (_, grad) =>
            {
                if (!waits)
                {
                    return [grad];
                }

                // Until now it is a half or one.
                var watch = Stopwatch.StartNew();
                while (!(last.Weight.Grad is { } summed && (double)summed[0, 0] == 1.5) && watch.Elapsed < TimeSpan.FromSeconds(10))
                {
                    Thread.Sleep(1);
                }

                Console.WriteLine($"amid the backward step: {(double)last.Weight.Grad![0, 0]}");
                return [grad];
            },
            "Wait");
        var first = new Linear(4, 4, bias: false);
        first.Weight.Data.Fill_(0.25);
        var ddp = new DistributedDataParallel<Tensor, Tensor>(
            new Sequential(first, new Through(wait), last), bucketCapMb: 1e-5, gradientAsBucketView: true);
        var x = Torch.Full([1, 4], Torch.Distributed.GetRank() + 1.0);
        for (var step = 0; step < 2; step++)
        {
            // From the second step on each layer has a bucket of its own.
            waits = step == 1;
            ddp.ZeroGrad(setToNone: false);
            ddp.Call(x).Sum().Backward();
        }

        return ([], 0);
    }

    private sealed class Through(Func<Tensor, Tensor> function) : Module<Tensor, Tensor>
    {
        protected override Tensor Forward(Tensor x) => function(x);
    }

    private sealed class Half : Module<Tensor, Tensor>
    {
        private readonly Linear used = new(2, 1);
        private readonly Linear unused = new(2, 1);

        protected override Tensor Forward(Tensor x)
        {
            _ = unused;
            return used.Call(x);
        }
    }
}
