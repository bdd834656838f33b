using System.Globalization;

namespace TorchLite.Tests.Safety;

/// <summary>
/// Calls with arguments that are right in their types and nothing else. The environment variable TORCHLITE_RANDOM_CALLS sets how many, a
/// million for instance.
/// </summary>
[TestFixture, Parallelizable]
public class RandomCallTests
{
    private const int Each = 5000;

    private static readonly int Count =
        int.TryParse(Environment.GetEnvironmentVariable("TORCHLITE_RANDOM_CALLS"), CultureInfo.InvariantCulture, out var count)
            ? count : 2 * Each;

    private static readonly Dictionary<string, string> Plain = new() { ["OMP_NUM_THREADS"] = "1" };

    [TestCase("operators")]
    [TestCase("members")]
    public void No_call_whatsoever_ends_the_process(string kind)
    {
        var (deaths, wrong, results) = (new List<string>(), new List<string>(), 0);
        for (var next = 0; next < Count;)
        {
            var count = Math.Min(Each, Count - next);
            var result = Probe.Run(Plain, "calls", kind, "7", $"{next}", $"{count}");
            var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            wrong.AddRange(lines.Where(static line => line.StartsWith("WRONG", StringComparison.Ordinal)));
            if (result.ExitCode == 0)
            {
                next += count;
                results += int.Parse(lines[^1].Split(' ')[2], CultureInfo.InvariantCulture);
                continue;
            }

            // What it died of is the last call that it began; another goes on behind it.
            var last = lines.LastOrDefault(static line => char.IsAsciiDigit(line[0])) ?? "";
            deaths.Add($"{result.ExitCode}: {last} {result.Error}");
            next = int.TryParse(last.Split(' ')[0], CultureInfo.InvariantCulture, out var number) ? number + 1 : Count;
        }

        TestContext.Progress.WriteLine($"Random calls of {kind}: {Count}, {results} results, {deaths.Count} deaths");
        deaths.Should().BeEmpty();
        wrong.Should().BeEmpty();
        results.Should().BePositive();
    }
}
