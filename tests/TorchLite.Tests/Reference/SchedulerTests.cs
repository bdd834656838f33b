using System.Text.Json;

namespace TorchLite.Tests.Reference;

/// <summary>Every scheduler against PyTorch's: the learning rates and momenta of 60 steps, its state dict, and going on from one.</summary>
[TestFixture, NonParallelizable]
public sealed class SchedulerTests
{
    /// <summary>What stands for the operation in divergences.txt.</summary>
    internal const string Programs = "programs of schedulers";

    private static readonly Trial Trial = new(SchedulerReplay.Run);
    private static readonly ILookup<string, JsonElement> Cases =
        Corpus.Read("schedulers.jsonl")
            .ToLookup(static recorded => recorded.GetProperty("scheduler").GetString()!["torch.optim.".Length..]);

    internal static IEnumerable<string> Schedulers => Cases.Select(static group => group.Key);

    [Test]
    public void Schedulers_of_schedulers_set_learning_rates_as_in_PyTorch()
    {
        var programs = Corpus.Read("scheduler-programs.jsonl");
        programs.Count(static one => !one.TryGetProperty("error", out _)).Should().BeGreaterThan(150);
        new Trial(SchedulerReplay.Run).Check(Programs, programs);
    }

    [TestCaseSource(nameof(Schedulers))]
    public void Sets_learning_rates_as_in_PyTorch(string name) => Trial.Check(name, [.. Cases[name]]);

    [Test]
    public void Every_scheduler_has_its_cases()
    {
        Schedulers.Where(static name => name.EndsWith("LR", StringComparison.Ordinal) || name.StartsWith("lr_", StringComparison.Ordinal))
            .Should().HaveCount(16);
        Cases.Sum(static group => group.Count()).Should().BeGreaterThan(200);
        Cases.Where(static group => group.Count() < 3 && !group.Key.Contains("get_", StringComparison.Ordinal))
            .Select(static group => group.Key).Should().BeEmpty();
    }

    [OneTimeTearDown]
    public void Report()
    {
        Trial.Report("Schedulers", "none left out");
        if (Trial.Cases == Cases.Sum(static group => group.Count()))
        {
            // On another system other cosines and powers are computed; most of these are the same even there.
            Trial.Bits.Equal.Should().BeGreaterThan(Trial.Bits.Of / 2);
        }
    }
}
