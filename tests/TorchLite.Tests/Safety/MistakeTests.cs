using System.Text.Json;
using System.Text.RegularExpressions;
using TorchLite.Tests.Reference;

namespace TorchLite.Tests.Safety;

/// <summary>No mistake of the user's ends the process, and PyTorch's text says what was wrong.</summary>
[TestFixture, Parallelizable]
public partial class MistakeTests
{
    /// <summary>What stands for the operation in divergences.txt.</summary>
    internal const string Op = "mistake";

    private static readonly string[] Subclasses = ["NotImplementedError", "LinAlgError", "OutOfMemoryError"];

    [Test]
    public void Every_mistake_is_an_exception_with_PyTorchs_text()
    {
        var recorded = Corpus.Read("mistakes.jsonl").ToDictionary(
            static line => line.GetProperty("py").GetString()!,
            static line => line.GetProperty("answers").EnumerateArray().Select(static answer => answer.GetString()!).ToArray());
        var entries = KnownDifference.All.Where(static entry => entry.Op == Op).ToList();
        var unused = entries.ToHashSet();
        var (same, own, known) = (0, 0, 0);
        var failures = new List<string>();
        var rows = Rows(out var died, out var written);
        foreach (var row in rows)
        {
            var expected = row.Expected is { } here ? [here] : recorded.GetValueOrDefault(row.Python, ["nothing recorded"]);
            if (expected.Any(answer => IsSame(OfThisSystem(answer), row.Text!)))
            {
                (same, own) = row.Expected is null ? (same + 1, own) : (same, own + 1);
                continue;
            }

            var difference = $"expected {string.Join(" or ", expected)}, actual {row.Text}";
            if (entries.Find(entry => entry.Explains(Op, row.Python, difference)) is { } entry)
            {
                unused.Remove(entry);
                known++;
                continue;
            }

            failures.Add($"{row.Python}\n  {row.CSharp}\n  {difference}");
        }

        TestContext.Progress.WriteLine(
            $"Mistakes: {rows.Count}, of them {same} as PyTorch, {own} that only C# knows as expected, "
            + $"{known} that differ for a known reason, {failures.Count} wrong, {died.Count} that ended the process");
        died.Should().BeEmpty();
        Warning().Replace(written, "").Should().BeEmpty("a call that fails says so by its exception alone; only what PyTorch warns of is written");
        failures.AddRange(unused.Select(static entry => $"divergences.txt has a line that no mistake needs any more: {entry.Line}"));
        failures.Should().BeEmpty();
        rows.Should().HaveCountGreaterThan(1000);
        recorded.Keys.Except(rows.Select(static row => row.Python)).Should().BeEmpty("what is recorded is in the table");
    }

    [Test]
    public void No_culture_changes_what_an_error_says()
    {
        var result = Probe.Run(
            new Dictionary<string, string> { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "0" },
            "mistakes", "under", "sv-SE", "fa-IR", "de-DE", "tr-TR", "ar-SA");

        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        TestContext.Progress.WriteLine($"Mistakes under five cultures: {lines[^1]}");
        result.ExitCode.Should().Be(0, result.Error);
        lines.Where(static line => line.StartsWith("OTHER", StringComparison.Ordinal)).Should().BeEmpty();
        lines[^1].Should().EndWith(" 0 other");
    }

    // PyTorch's answers are those of Linux; elsewhere libtorch asks another function of the C library for memory.
    private static string OfThisSystem(string answer) => OperatingSystem.IsLinux() ? answer : Regex.Replace(
        answer,
        @"alloc_cpu\.cpp:\d+\] err == 0\. DefaultCPUAllocator: can't allocate memory: (you tried to allocate \d+ bytes\.).*",
        "alloc_cpu.cpp:117] data. DefaultCPUAllocator: not enough memory: $1");

    // Python's AssertionError is no error of PyTorch's, and has no counterpart; its errors of names have .NET's.
    private static bool IsSame(string expected, string actual) =>
        IsSameText(expected, actual) || OfNames(expected).Contains(ParameterName().Replace(actual, ""));

    // What KeyError says is quoted, as Python quotes texts.
    private static string[] OfNames(string expected) => expected.Split(": ", 2) switch
    {
        ["KeyError", ['\'' or '"', .. var text, '\'' or '"']] => OfNames($"AttributeError: {text.Replace("\\'", "'", StringComparison.Ordinal)}"),
        ["AttributeError" or "ValueError", var text] => [$"KeyNotFoundException: {text}", $"ArgumentException: {text}"],
        ["AssertionError", var text] => [$"RuntimeError: {text}", $"ValueError: {text}"],
        _ => [],
    };

    [GeneratedRegex(@" \(Parameter '\w+'\)$")]
    private static partial Regex ParameterName();

    private static bool IsSameText(string expected, string actual)
    {
        var (type, text) = (expected.Split(": ")[0], expected[(expected.IndexOf(": ", StringComparison.Ordinal) + 1)..]);
        return expected.EndsWith('*') ? actual.StartsWith(expected[..^1], StringComparison.Ordinal)
            : actual == expected || (type == "RuntimeError" && Subclasses.Any(subclass => actual == $"{subclass}:{text}"));
    }

    // "[W1128 19:17:16.112295331 ReduceOps.cpp:1857] Warning: … (function f)", and an anomaly's is of many lines.
    [GeneratedRegex(@"\[W\d{4} [^\n]*?\] Warning: .*?\(function [^)]*\)+\s*", RegexOptions.Singleline)]
    private static partial Regex Warning();

    // One child makes them all; where it dies, another goes on behind the mistake that it died of.
    private static List<Row> Rows(out List<string> died, out string written)
    {
        var rows = new List<Row>();
        (died, written) = ([], "");
        for (var next = 0; ;)
        {
            var result = Probe.Run(new Dictionary<string, string>(), "mistakes", $"{next}");
            written += result.Error;
            var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var answered = lines.Skip(1).Select(static line => JsonSerializer.Deserialize<Row>(line)!).ToList();
            rows.AddRange(answered.Where(static row => row.Text is not null));
            if (result.ExitCode == 0)
            {
                return rows;
            }

            if (answered.Count == 0)
            {
                died.Add($"exit code {result.ExitCode} before the first row: {result.Error}");
                return rows;
            }

            var last = answered[^1];
            died.Add($"exit code {result.ExitCode}: {last.Python} {last.CSharp}");
            next = last.Index + 1;
        }
    }

    private sealed record Row(int Index, string Python, string CSharp, string? Expected, string? Text);
}
