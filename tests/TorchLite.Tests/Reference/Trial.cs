using System.Diagnostics;
using System.Text.Json;

namespace TorchLite.Tests.Reference;

/// <summary>
/// Replays the recorded cases of one operation after the other, and counts. A difference needs a line of divergences.txt, and the line
/// a difference.
/// </summary>
internal sealed class Trial(Func<JsonElement, (string Call, IReadOnlyList<string> Differences, bool IsExact)> replay)
{
    private readonly Dictionary<string, int> explained = [];
    private readonly Stopwatch clock = new();

    private int operations, cases, passed;

    /// <summary>How many were replayed.</summary>
    internal int Cases => cases;

    /// <summary>How many of those whose values PyTorch computed with this very libtorch are equal to the last bit, of so many.</summary>
    internal (int Equal, int Of) Bits { get; private set; }

    internal void Check(string op, IReadOnlyCollection<JsonElement> recorded)
    {
        clock.Start();
        operations++;
        var failures = new List<string>();
        var entries = KnownDifference.All.Where(entry => entry.Op == op).ToList();
        var unused = entries.ToHashSet();
        foreach (var one in recorded)
        {
            cases++;
            var python = one.GetProperty("py").GetString()!;
            var (call, differences, isExact) = OnOneThread(one);
            if (differences.Count == 0)
            {
                passed++;
                if (one.TryGetProperty("bits", out _))
                {
                    Bits = (Bits.Equal + (isExact ? 1 : 0), Bits.Of + 1);
                }

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
                explained[explaining[0].Reason] = explained.GetValueOrDefault(explaining[0].Reason) + 1;
            }
        }

        clock.Stop();
        failures.AddRange(unused.Select(static entry => $"divergences.txt has a line that no case needs any more: {entry.Line}"));
        if (failures.Count > 0)
        {
            Assert.Fail($"{failures.Count} of {recorded.Count}:\n{string.Join("\n", failures)}");
        }
    }

    // As it was recorded: several threads add in another order.
    private (string Call, IReadOnlyList<string> Differences, bool IsExact) OnOneThread(JsonElement recorded)
    {
        var threads = Torch.GetNumThreads();
        Torch.SetNumThreads(1);
        try
        {
            return replay(recorded);
        }
        finally
        {
            Torch.SetNumThreads(threads);
        }
    }

    internal void Report(string what, string more)
    {
        TestContext.Progress.WriteLine(
            $"{what}: {cases} calls of {operations} operations in {clock.Elapsed.TotalSeconds:F0} s, {passed} as PyTorch, "
            + $"{explained.Values.Sum()} that differ for a known reason, {more}"
            + (Bits.Of > 0 ? $"; of {Bits.Of} with the values of this very libtorch {Bits.Equal} are equal to the last bit" : ""));
        foreach (var (reason, count) in explained.OrderByDescending(static pair => pair.Value))
        {
            TestContext.Progress.WriteLine($"  {count,5}  {reason}");
        }
    }
}
