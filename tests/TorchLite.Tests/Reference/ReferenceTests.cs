using System.Text.Json;

namespace TorchLite.Tests.Reference;

/// <summary>The C# API against what PyTorch answered to the same calls.</summary>
[TestFixture, NonParallelizable]
public sealed class ReferenceTests
{
    private static readonly Trial Trial = new(Replay.Run);
    private static readonly ILookup<string, JsonElement> Cases =
        Corpus.Read("ops.jsonl").Concat(Corpus.Read("nn.jsonl")).ToLookup(static recorded => recorded.GetProperty("op").GetString()!);

    private static int absent;

    private static IEnumerable<string> Ops => Cases.Select(static group => group.Key);

    [TestCaseSource(nameof(Ops))]
    public void Answers_as_PyTorch(string op)
    {
        var there = Cases[op]
            .Where(static recorded => !KnownDifference.NotYet.Contains(recorded.GetProperty("call").GetString())).ToArray();
        absent += Cases[op].Count() - there.Length;
        Trial.Check(op, there);
    }

    [Test]
    public void Every_divergence_names_an_operation_of_the_corpus() =>
        KnownDifference.All.Select(static entry => entry.Op)
            .Except([
                Safety.MistakeTests.Op, SchedulerTests.Programs, .. ProgramTests.Optimizers.Select(static name => $"programs of {name}"),
                .. GradientTests.Ops, .. ModuleTests.Classes, .. AutocastTests.Ops, .. TrajectoryTests.Optimizers,
            ])
            .Should().BeSubsetOf(Ops);

    [Test]
    public void What_is_not_there_yet_is_in_the_corpus_and_not_in_CSharp()
    {
        var calls = Cases.SelectMany(static group => group).Select(static call => call.GetProperty("call").GetString()!).ToHashSet();
        KnownDifference.NotYet.Should().BeSubsetOf(calls);
        KnownDifference.NotYet.Where(static call => Naming.Methods(call).Length > 0)
            .Should().BeEmpty("these are there now: take them off not-yet.txt");
    }

    [OneTimeTearDown]
    public void Report() => Trial.Report("Reference corpus", $"{absent} not there yet");
}
