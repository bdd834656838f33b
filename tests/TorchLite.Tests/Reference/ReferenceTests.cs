using System.Diagnostics;
using System.Text.Json;

namespace TorchLite.Tests.Reference;

/// <summary>The C# API against what PyTorch answered to the same calls.</summary>
[TestFixture, NonParallelizable]
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, int> Explained = [];
    private static readonly Stopwatch Clock = new();
    private static readonly ILookup<string, JsonElement> Cases =
        Corpus.Read("ops.jsonl").ToLookup(static recorded => recorded.GetProperty("op").GetString()!);

    private static int cases, passed, ops, absent;

    private static IEnumerable<string> Ops => Cases.Select(static group => group.Key);

    [TestCaseSource(nameof(Ops))]
    public void Answers_as_PyTorch(string op)
    {
        Clock.Start();
        ops++;
        var failures = new List<string>();
        var entries = KnownDifference.All.Where(entry => entry.Op == op).ToList();
        var unused = entries.ToHashSet();
        foreach (var recorded in Cases[op])
        {
            if (KnownDifference.NotYet.Contains(recorded.GetProperty("call").GetString()))
            {
                absent++;
                continue;
            }

            cases++;
            var python = recorded.GetProperty("py").GetString()!;
            var (call, differences) = Replay.Run(recorded);
            if (differences.Count == 0)
            {
                passed++;
                continue;
            }

            var unexplained = differences.Where(difference => !entries.Any(entry => entry.Explains(op, python, difference))).ToArray();
            var explaining = entries.Where(entry => differences.Any(difference => entry.Explains(op, python, difference))).ToArray();
            unused.ExceptWith(explaining);
            if (unexplained.Length > 0)
            {
                failures.Add($"{python}\n    {call}\n    {string.Join("\n    ", unexplained)}");
            }
            else
            {
                Explained[explaining[0].Reason] = Explained.GetValueOrDefault(explaining[0].Reason) + 1;
            }
        }

        Clock.Stop();
        failures.AddRange(unused.Select(static entry => $"divergences.txt has a line that no case needs any more: {entry.Line}"));
        if (failures.Count > 0)
        {
            Assert.Fail($"{failures.Count} of {Cases[op].Count()}:\n{string.Join("\n", failures)}");
        }
    }

    [Test]
    public void Every_divergence_names_an_operation_of_the_corpus() =>
        KnownDifference.All.Select(static entry => entry.Op).Except([Safety.MistakeTests.Op]).Should().BeSubsetOf(Ops);

    [Test]
    public void What_is_not_there_yet_is_in_the_corpus_and_not_in_CSharp()
    {
        var calls = Cases.SelectMany(static group => group).Select(static call => call.GetProperty("call").GetString()!).ToHashSet();
        KnownDifference.NotYet.Should().BeSubsetOf(calls);
        KnownDifference.NotYet.Where(static call => Naming.Methods(call).Length > 0)
            .Should().BeEmpty("these are there now: take them off not-yet.txt");
    }

    [OneTimeTearDown]
    public void Report()
    {
        TestContext.Progress.WriteLine(
            $"Reference corpus: {cases} calls of {ops} operations in {Clock.Elapsed.TotalSeconds:F0} s, {passed} as PyTorch, "
            + $"{Explained.Values.Sum()} that differ for a known reason, {absent} not there yet");
        foreach (var (reason, count) in Explained.OrderByDescending(static pair => pair.Value))
        {
            TestContext.Progress.WriteLine($"  {count,5}  {reason}");
        }
    }
}
