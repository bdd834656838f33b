using System.Text.Json;

namespace TorchLite.Tests.Reference;

/// <summary>Samplers, loaders and splits against PyTorch's: what comes in which order, and where the generators are afterwards.</summary>
[TestFixture, NonParallelizable]
public sealed class DataTests
{
    // What C# does otherwise: by the call.
    private static readonly Dictionary<string, string> Otherwise = new()
    {
        ["DataLoader(dataset=list, n=10, sampler=[-1, 9])"] = "a list of C#'s has no negative indices",
    };

    private static readonly ILookup<string, JsonElement> Cases =
        Corpus.Read("data.jsonl").ToLookup(static recorded => recorded.GetProperty("kind").GetString()!);

    internal static IEnumerable<string> Kinds => Cases.Select(static group => group.Key);

    [TestCaseSource(nameof(Kinds))]
    public void Comes_in_PyTorchs_order(string kind)
    {
        var differences =
            from recorded in Cases[kind]
            let call = recorded.GetProperty("py").GetString()!
            from difference in DataReplay.Run(recorded)
            where !Otherwise.ContainsKey(call)
            select $"{call}\n  {difference}\n";
        string.Concat(differences).Should().BeEmpty();
        Cases[kind].Where(static recorded => Otherwise.ContainsKey(recorded.GetProperty("py").GetString()!))
            .Where(static recorded => DataReplay.Run(recorded).Count == 0).Should().BeEmpty("these are as in PyTorch now");
    }

    [Test]
    public void There_are_cases_of_every_kind()
    {
        Cases.Sum(static group => group.Count()).Should().BeGreaterThan(500);
        Kinds.Should().HaveCount(8);
        TestContext.Progress.WriteLine($"Data: {Cases.Sum(static group => group.Count())} cases");
    }
}
