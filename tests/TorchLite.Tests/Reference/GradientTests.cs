using System.Text.Json;
using System.Text.Json.Nodes;
using TorchLite.Tests.Autograd;

namespace TorchLite.Tests.Reference;

/// <summary>First and second derivatives of every operation against those that PyTorch gave of the same calls.</summary>
[TestFixture, NonParallelizable]
public sealed class GradientTests
{
    private const int Enough = 3;

    private static readonly Trial Trial = new(GradientReplay.Run);
    private static readonly ILookup<string, JsonElement> Cases =
        Corpus.Read("gradients.jsonl").ToLookup(static recorded => recorded.GetProperty("op").GetString()!);

    private static readonly Dictionary<string, Kind> Kinds = Differentiation.Operations.ToDictionary(static name => name, KindOf);

    // "operation: reason"
    private static readonly Dictionary<string, string> Excused =
        Repository.Lines("reference", "few-gradients.txt")
            .Select(static line => line.Split(": ", 2)).ToDictionary(static parts => parts[0], static parts => parts[1]);

    private static ILookup<string, JsonElement>? byOperation;

    private enum Kind
    {
        /// <summary>There are first and second derivatives, or no second of PyTorch's, of calls with tensors of three shapes.</summary>
        Enough,

        /// <summary>No result requires a gradient.</summary>
        Flat,

        /// <summary>PyTorch refuses to differentiate.</summary>
        Refused,

        /// <summary>There is less.</summary>
        Few,
    }

    internal static IEnumerable<string> Ops => Cases.Select(static group => group.Key);

    [TestCaseSource(nameof(Ops))]
    public void Differentiates_as_PyTorch(string op) => Trial.Check(op, [.. Cases[op]]);

    [Test]
    public void Another_gradient_is_a_difference()
    {
        var recorded = Cases["gradient of sin"].First();
        var swapped = JsonNode.Parse(recorded.GetRawText())!;
        (swapped["first"], swapped["second"]) = (swapped["second"]!.DeepClone(), swapped["first"]!.DeepClone());

        GradientReplay.Run(recorded).Differences.Should().BeEmpty();
        GradientReplay.Run(JsonElement.Parse(swapped.ToJsonString())).Differences
            .Should().ContainSingle().Which.Should().StartWith("first gradient of tensor 0: expected [");
    }

    [Test]
    public void Every_differentiable_operation_has_gradients_of_three_shapes()
    {
        // What PyTorch refuses, and what takes no numbers to differentiate by, the other list tells.
        var missing = Kinds.Where(static pair => pair.Value is Kind.Few or Kind.Refused).Select(static pair => pair.Key)
            .Where(static operation => !EveryOperationTests.Listed.TryGetValue(operation, out var entry)
                || (entry.Missing, Kinds[operation]) is not (("Call", _) or ("First", Kind.Refused)))
            .ToArray();
        string.Join("\n", missing.Except(Excused.Keys)).Should().BeEmpty();
        Excused.Keys.Except(missing).Should().BeEmpty("few-gradients.txt tells what is still missing");
        Excused.Keys.Should().BeInAscendingOrder(StringComparer.Ordinal);
        Excused.Values.Should().OnlyContain(static reason => reason.Length > 0);
    }

    [OneTimeTearDown]
    public void Report() => Trial.Report(
        "Recorded gradients",
        $"first derivatives of {GradientReplay.First} calls compared and second of {GradientReplay.Second}; of {Kinds.Count} operations "
        + $"{Count(Kind.Enough)} have three shapes, {Count(Kind.Flat)} no gradients, {Count(Kind.Refused)} PyTorch refuses, "
        + $"{Count(Kind.Few)} are left out");

    private static int Count(Kind kind) => Kinds.Values.Count(one => one == kind);

    private static Kind KindOf(string operation)
    {
        byOperation ??= Cases.SelectMany(static group => group)
            .SelectMany(static one => Naming.Methods(one.GetProperty("call").GetString()!)
                .Select(Differentiation.Name).Distinct().Select(name => (name, one)))
            .ToLookup(static pair => pair.name, static pair => pair.one);
        var calls = byOperation[operation].ToArray();
        var withGradients = Array.FindAll(
            calls, static call => call.TryGetProperty("first", out var first) && first.ValueKind == JsonValueKind.Array);
        var twice = Array.FindAll(withGradients, static call => call.TryGetProperty("second", out _));
        return twice.Select(Shapes).Distinct().Count() >= Enough ? Kind.Enough
            : withGradients.Length > 0 || calls.Length == 0 ? Kind.Few
            : Array.Exists(calls, static call => call.TryGetProperty("error", out _)) ? Kind.Refused
            : Kind.Flat;
    }

    private static string Shapes(JsonElement call) => string.Join(
        " ", call.List("args").Concat(call.Fields("kwargs").Select(static pair => pair.Value)).SelectMany(Tensors)
            .Select(static tensor => tensor.GetProperty("shape").GetRawText()));

    private static IEnumerable<JsonElement> Tensors(JsonElement coded) =>
        coded.ValueKind != JsonValueKind.Object ? []
        : coded.TryGetProperty("t", out var tensor) ? [tensor]
        : coded.List("list").Concat(coded.List("tuple")).SelectMany(Tensors);
}
