using System.Text.Json;

namespace TorchLite.Tests.Reference;

/// <summary>Every class of <c>torch.nn</c> against PyTorch's: how it prints, its first weights, outputs and gradients.</summary>
[TestFixture, NonParallelizable]
public sealed class ModuleTests
{
    private static readonly Trial Trial = new(ModuleReplay.Run);
    private static readonly ILookup<string, JsonElement> Cases =
        Corpus.Read("modules.jsonl").ToLookup(static recorded => recorded.GetProperty("class").GetString()!["torch.".Length..]);

    private static int absent;

    internal static IEnumerable<string> Classes => Cases.Select(static group => group.Key);

    [TestCaseSource(nameof(Classes))]
    public void Is_as_in_PyTorch(string name)
    {
        var there = Cases[name].Where(static one => !KnownDifference.NotYet.Contains(one.GetProperty("class").GetString())).ToArray();
        absent += Cases[name].Count() - there.Length;
        Trial.Check(name, there);
    }

    [Test]
    public void Every_class_has_its_cases()
    {
        Cases.Sum(static group => group.Count()).Should().BeGreaterThan(6000);
        Cases.Where(static group => group.Count() < 8).Select(static group => group.Key).Should().BeEmpty();
        Cases.Should().HaveCountGreaterThan(130);
    }

    [OneTimeTearDown]
    public void Report()
    {
        Trial.Report("Modules", $"{absent} not there yet");
        if (Trial.Cases == Cases.Sum(static group => group.Count()) - absent)
        {
            // On another processor other kernels run; most of these are the same even there.
            Trial.Bits.Equal.Should().BeGreaterThan(Trial.Bits.Of / 2);
        }
    }
}
