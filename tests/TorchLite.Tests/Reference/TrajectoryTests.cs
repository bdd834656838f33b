using System.Text.Json;

namespace TorchLite.Tests.Reference;

/// <summary>Every optimizer against PyTorch's: how it prints, what it makes of parameters in 20 steps, and its state dict.</summary>
[TestFixture, NonParallelizable]
public sealed class TrajectoryTests
{
    private static readonly Trial Trial = new(TrajectoryReplay.Run);
    private static readonly ILookup<string, JsonElement> Cases =
        Corpus.Read("trajectories.jsonl").ToLookup(static recorded => recorded.GetProperty("optimizer").GetString()!["torch.".Length..]);

    internal static IEnumerable<string> Optimizers => Cases.Select(static group => group.Key);

    [TestCaseSource(nameof(Optimizers))]
    public void Changes_parameters_as_in_PyTorch(string name) => Trial.Check(name, [.. Cases[name]]);

    [Test]
    public void Every_optimizer_has_its_cases()
    {
        Cases.Should().HaveCount(13);
        Cases.Sum(static group => group.Count()).Should().BeGreaterThan(550);
        Cases.Where(static group => group.Count() < 20).Select(static group => group.Key).Should().BeEmpty();
    }

    [OneTimeTearDown]
    public void Report()
    {
        Trial.Report("Optimizers", "none left out");
        if (Trial.Cases == Cases.Sum(static group => group.Count()))
        {
            // On another processor other kernels run; most of these are the same even there.
            Trial.Bits.Equal.Should().BeGreaterThan(Trial.Bits.Of / 2);
        }
    }
}
