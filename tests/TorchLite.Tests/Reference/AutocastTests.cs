using System.Text.Json;

namespace TorchLite.Tests.Reference;

/// <summary>The C# API in mixed precision, against what PyTorch answered to the same calls.</summary>
[TestFixture, NonParallelizable]
public sealed class AutocastTests
{
    private static readonly Trial Trial = new(Replay.Run);
    private static readonly ILookup<string, JsonElement> Cases =
        Corpus.Read("autocast.jsonl").ToLookup(static recorded => recorded.GetProperty("op").GetString()!);

    internal static IEnumerable<string> Ops => Cases.Select(static group => group.Key);

    [TestCaseSource(nameof(Ops))]
    public void Casts_as_PyTorch(string op) => Trial.Check(op, [.. Cases[op]]);

    [OneTimeTearDown]
    public void Report() => Trial.Report("Mixed precision", $"{Trial.Bits.Equal} of {Trial.Bits.Of} equal to the last bit");
}
