using System.Text.Json;

namespace TorchLite.Tests.Reference;

/// <summary>Training programs that were made at random, against PyTorch: parameters, states and errors.</summary>
[TestFixture, NonParallelizable]
public sealed class ProgramTests
{
    private static readonly Trial Trial = new(ProgramReplay.Run);
    private static readonly ILookup<string, JsonElement> Programs =
        Corpus.Read("programs.jsonl").ToLookup(static recorded => recorded.GetProperty("optimizer").GetString()!);

    internal static IEnumerable<string> Optimizers => Programs.Select(static group => group.Key);

    [TestCaseSource(nameof(Optimizers))]
    public void Programs_do_what_they_do_in_PyTorch(string name) => Trial.Check($"programs of {name}", [.. Programs[name]]);

    [Test]
    public void Every_optimizer_has_its_programs()
    {
        Programs.Should().HaveCount(13);
        Programs.Where(static group => group.Count() < 20).Select(static group => group.Key).Should().BeEmpty();
        Programs.Where(static group => group.Count(static one => !one.TryGetProperty("error", out _)) < 12)
            .Select(static group => group.Key).Should().BeEmpty();
    }

    [OneTimeTearDown]
    public void Report()
    {
        Trial.Report("Programs", "none left out");
        if (Trial.Cases == Programs.Sum(static group => group.Count()))
        {
            // On another processor other kernels run; most of these are the same even there.
            Trial.Bits.Equal.Should().BeGreaterThan(Trial.Bits.Of / 2);
        }
    }
}
