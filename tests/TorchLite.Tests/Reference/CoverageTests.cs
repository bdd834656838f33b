namespace TorchLite.Tests.Reference;

/// <summary>No operation without proof: each has several recorded cases, one of them an error.</summary>
[TestFixture]
public sealed class CoverageTests
{
    private static readonly Coverage[] Counted = Coverage.All(Corpus.Read("ops.jsonl").Concat(Corpus.Read("nn.jsonl")));

    // "op: cases | error | both: reason"
    private static readonly (string Op, string Missing, string Reason)[] Excused =
    [
        .. Repository.Lines("reference", "few-cases.txt")
            .Select(static line => line.Split(": ", 3)).Select(static parts => (parts[0], parts[1], parts[2])),
    ];

    [Test]
    public void Every_operation_has_eight_cases_and_an_error() =>
        string.Join("\n", Counted.Where(static op => op.Missing.Length > 0)
            .ExceptBy(Excused.Select(static entry => entry.Op), static op => op.Op)
            .Select(static op => $"{op.Op}: {op.Cases} cases, {op.Errors} errors"))
            .Should().BeEmpty();

    [Test]
    public void What_is_excused_has_a_reason_and_still_needs_it()
    {
        Excused.Select(static entry => entry.Op).Should().BeInAscendingOrder(StringComparer.Ordinal).And.OnlyHaveUniqueItems();
        Excused.Should().OnlyContain(static entry => entry.Reason.Length > 0);
        Excused.Select(static entry => $"{entry.Op}: {entry.Missing}")
            .Should().BeSubsetOf(Counted.Select(static op => $"{op.Op}: {op.Missing}"), "few-cases.txt tells what is still missing");
    }

    [OneTimeTearDown]
    public void Report() =>
        TestContext.Progress.WriteLine(
            $"Coverage: {Counted.Length} operations, {Counted.Count(static op => op.Missing.Length == 0)} with 8 cases and an error, "
            + $"{Excused.Length} excused; fewest cases {Counted.Where(static op => op.Missing.Length == 0).Min(static op => op.Cases)}");
}
