using TorchLite.Nn;
using TorchLite.Optim;
using TorchLite.Tests.Reference;
using F = TorchLite.Torch.Nn.Functional;

namespace TorchLite.Tests.Distributed;

/// <summary>Training by several processes: what comes of it is what comes of Python's, and of one process on the whole batch.</summary>
[Platform("Linux")]
public sealed class TrainingTests
{
    // So far do the last bits of another processor's kernels grow in fifty steps.
    private const double Close = 1e-3;

    [TestCase(2)]
    [TestCase(4)]
    public void Processes_train_as_Pythons_do(int ranks)
    {
        var corpus = Corpus.Read("distributed.jsonl");
        var recorded = TrainingRanks.Read(corpus).Where(one => one.Ranks == ranks).ToArray();
        string[] programs = [.. recorded.Select(static one => one.Program).Distinct()];

        var results = TrainingRanks.Results(ranks, programs);

        programs.Should().HaveCount(16);
        results.Should().HaveCount(recorded.Length);
        var tolerance = corpus[0].GetProperty("processor").GetString() == RecordedMachine.Model ? 0 : Close;
        foreach (var (program, rank, _, losses, weights) in recorded)
        {
            var result = results[(program, rank)];
            result.Losses.Should().HaveCount(losses.Length, program);
            result.Losses.Zip(losses, static (one, other) => Math.Abs(one - other)).Max().Should().BeLessThanOrEqualTo(tolerance, program);
            (Math.Abs(result.Weights - weights) / weights).Should().BeLessThanOrEqualTo(tolerance, program);
        }
    }

    [Test]
    public void The_losses_are_those_of_one_process_on_the_whole_batch()
    {
        var results = TrainingRanks.Results(2, "plain", "accumulated", "synced", "synced_statistics");

        Differences(results[("plain", 0)].Losses, OneProcess(50, isNormalized: false)).Should().BeLessThanOrEqualTo(1e-6);
        Differences(results[("accumulated", 1)].Losses, OneProcess(20, isNormalized: false)).Should().BeLessThanOrEqualTo(1e-6);
        Differences(results[("synced", 0)].Losses, OneProcess(20, isNormalized: true)).Should().BeLessThanOrEqualTo(2e-6);
        Differences(results[("synced_statistics", 0)].Losses, OneProcessStatistics()).Should().BeLessThanOrEqualTo(1e-4);
        results[("synced_statistics", 1)].Losses.Should().Equal(results[("synced_statistics", 0)].Losses);
    }

    [Test]
    public void A_process_without_inputs_takes_part_in_common_statistics()
    {
        var results = TrainingRanks.Results(3, "synced_statistics");

        Differences(results[("synced_statistics", 2)].Losses, OneProcessStatistics()).Should().BeLessThanOrEqualTo(1e-4);
    }

    [Test]
    public void A_sharded_optimizer_goes_on_from_what_one_process_saved()
    {
        var results = TrainingRanks.Results(2, "sharded", "saved");

        // The losses of one are the mean's, those of the other each process's own.
        var mean = results[("saved", 0)].Losses.Zip(results[("saved", 1)].Losses, static (one, other) => (one + other) / 2).ToArray();
        Differences(mean, results[("sharded", 0)].Losses).Should().BeLessThanOrEqualTo(1e-6);
        results[("saved", 0)].Weights.Should().Be(results[("sharded", 0)].Weights);
    }

    [Test]
    public void Gradients_are_summed_up_while_the_backward_step_goes_on() => TrainingRanks.Run(2, "overlapped").Should().AllSatisfy(
        static said => said.Should().Contain("amid the backward step: 1.5"));

    [Test]
    public void Mistakes_are_told_as_PyTorch_tells_them()
    {
        var said = TrainingRanks.Run(2, "missing", "forgotten", "early");

        const string Same = "TorchException: DDP expects same model across all ranks, but ";
        said[0].Should().Contain(Same + "Rank 0 has 2 params, while rank 1 has inconsistent 1 params.");
        said[1].Should().Contain(Same + "Rank 1 has 1 params, while rank 0 has inconsistent 2 params.");
        said.Should().AllSatisfy(static one => one.Should().Contain(
            "TorchException: Expected to have finished reduction in the prior iteration before starting a new one. This error indicates "
            + "that your module has parameters that were not used in producing loss."));
        said[0].Should().Contain("TorchException: Rank 0 exhausted all inputs.");
        said[1].Should().Contain("TorchException: Detected at least one rank that exhausted inputs. Throwing across all ranks.");
    }

    private static double Differences(double[] some, double[] others)
    {
        some.Should().HaveCount(others.Length);
        return some.Zip(others, static (one, other) => Math.Abs(one - other)).Max();
    }

    // The network of rank 0, and all data.
    private static double[] OneProcess(int steps, bool isNormalized)
    {
        Torch.ManualSeed(7);
        var (x, y) = (Torch.Randn(64, 8), Torch.Randint(4, [64]));
        Torch.ManualSeed(0);
        List<Module<Tensor, Tensor>> layers = [new Linear(8, 32), new Tanh(), new Linear(32, 32), new Tanh(), new Linear(32, 4)];
        if (isNormalized)
        {
            layers.Insert(1, new BatchNorm1d(32));
        }

        var net = new Sequential([.. layers]);
        var optimizer = new SGD(net.Parameters(), lr: 0.1, momentum: 0.9);
        var losses = new List<double>();
        for (var step = 0; step < steps; step++)
        {
            optimizer.ZeroGrad();
            var loss = F.CrossEntropy(net.Call(x), y);
            loss.Backward();
            optimizer.Step();
            losses.Add((double)loss);
        }

        return [.. losses];
    }

    private static double[] OneProcessStatistics()
    {
        Torch.ManualSeed(11);
        var (x, weight) = ((Torch.Randn(12, 3, 5) * 2 + 1).Clone(), Torch.Randn(12, 3, 5));
        x.RequiresGrad = true;
        var norm = new BatchNorm1d(3);
        (norm.Call(x) * weight).Sum().Backward();
        return
        [
            .. norm.RunningMean!.ToArray<float>(), .. norm.RunningVar!.ToArray<float>(), (double)x.Grad!.Abs().Sum(),
            .. norm.Weight!.Grad!.ToArray<float>(), .. norm.Bias!.Grad!.ToArray<float>(),
        ];
    }
}
