using System.Diagnostics;

namespace TorchLite.CudaCheck;

/// <summary>Runs the parts in children, one after the other, within the time that there is; and makes the table of what they say.</summary>
internal sealed class Check(string device, string python, TimeSpan limit)
{
    // The most examples of one kind that are shown.
    private const int Shown = 40;

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly List<string> lines = [];
    private string lastWords = "";

    internal int Run(string path)
    {
        Say($"TorchLite on {device}, {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} processors");
        var isLoaded = Part("load");
        var isRight = isLoaded && All();
        Say("");
        Say($"{(isRight ? "All as it should be" : "SOMETHING IS WRONG")}; took {clock.Elapsed.TotalSeconds:F0} s");
        File.WriteAllLines(path, lines);
        Console.WriteLine($"Saved as {Path.GetFullPath(path)}");
        return isRight ? 0 : 1;
    }

    private bool All()
    {
        var isWrong = !Part("basics");
        isWrong |= !Cases("ops", "Results of the corpus", 0.55, ["differs", "died", "poisoned"]);
        isWrong |= !Cases("gradients", "Derivatives of the corpus", 0.7, ["differs", "died", "poisoned"]);

        // A GPU's kernels do not look at every number that the CPU's do, and one that they can not bear is the end of it for the process.
        isWrong |= !Cases("errors", "Errors of the corpus", 0.88, ["died"]);
        Part("timings");
        return !isWrong;
    }

    // What a part says is the table's text; "FAILED" at the beginning of a line tells that it is wrong. One that dies at a check, which it said
    // that it begins with, goes on behind that.
    private bool Part(string part)
    {
        Say("");
        Say($"== {part}");
        var isRight = true;
        for (var (next, code) = (0, 1); code != 0;)
        {
            var (from, begun) = (next, "");
            code = Child(part, next, limit - clock.Elapsed, Take);
            if (code != 0)
            {
                isRight = false;
                Say($"FAILED {begun}: the process ended with {code}: {lastWords}");
            }

            if (next == from)
            {
                break; // it does not say where it is
            }

            void Take(string line)
            {
                if (line.Split('\t') is ["begin", var number, var name])
                {
                    (next, begun) = (int.Parse(number, null) + 1, name);
                    return;
                }

                Say(line);
                isRight &= !line.StartsWith("FAILED", StringComparison.Ordinal);
            }
        }

        return isRight;
    }

    // A child makes the cases in order and says a line of each: number, operation, verdict, text. One that dies, or whose GPU is of no use
    // any more, is followed by another.
    private bool Cases(string part, string title, double share, string[] bad)
    {
        var counts = new SortedDictionary<string, SortedDictionary<string, int>>(StringComparer.Ordinal);
        var examples = new List<string>();
        var (next, total, starts) = (0, 0, 0);
        var until = limit * share;
        var isDone = false;
        var poisoned = new HashSet<string>();
        while (!isDone && clock.Elapsed < until && starts < 200)
        {
            starts++;
            var began = next;
            var current = "";
            var code = Child(part, next, until - clock.Elapsed, Take, string.Join(',', poisoned));
            isDone |= code == 0;
            if (!isDone && clock.Elapsed < until && code != Worker.Poisoned)
            {
                Note(current, "died", $"exit {code}: {lastWords}");
                next++;
            }

            if (next == began && starts > 3 && code != 0)
            {
                break; // it does not even start
            }

            void Take(string line)
            {
                var cells = line.Split('\t');
                switch (cells)
                {
                    case ["total", var count]:
                        total = int.Parse(count, null);
                        break;
                    case ["begin", var number, var op]:
                        (next, current) = (int.Parse(number, null), op);
                        break;
                    case ["end", var number, var op, var verdict, var text]:
                        next = int.Parse(number, null) + 1;
                        Note(op, verdict, text);
                        break;
                }
            }

            void Note(string op, string verdict, string text)
            {
                if (!counts.TryGetValue(op, out var row))
                {
                    counts.Add(op, row = new(StringComparer.Ordinal));
                }

                row[verdict] = row.GetValueOrDefault(verdict) + 1;
                if (verdict == "poisoned")
                {
                    poisoned.Add(op);
                }

                if (text.Length > 0 && examples.Count(example => example.StartsWith(verdict, StringComparison.Ordinal)) < Shown)
                {
                    examples.Add($"{verdict}: {op}: {text}");
                }
            }
        }

        Say("");
        Say($"== {title}: {counts.Values.Sum(static row => row.Values.Sum())} of {total} calls of {counts.Count} operations, "
            + $"{starts} processes, until {clock.Elapsed.TotalSeconds:F0} s");
        foreach (var verdict in counts.Values.SelectMany(static row => row.Keys).Distinct().Order(StringComparer.Ordinal))
        {
            var rows = counts.Where(row => row.Value.ContainsKey(verdict)).ToArray();
            Say($"{rows.Sum(row => row.Value[verdict]),7} {verdict}, of {rows.Length} operations"
                + (verdict == "as on the CPU" ? "" : $": {string.Join(", ", rows.Select(row => $"{row.Key} {row.Value[verdict]}"))}"));
        }

        examples.ForEach(Say);
        return total > 0 && !counts.Values.Any(row => bad.Any(row.ContainsKey));
    }

    private int Child(string part, int from, TimeSpan time, Action<string> take, string poisoned = "")
    {
        if (time <= TimeSpan.Zero)
        {
            take("not run: there was no time left");
            return 0;
        }

        var start = new ProcessStartInfo(Environment.ProcessPath!, ["worker", part, device, $"{from}"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["CUDA_CHECK_POISONED"] = poisoned;
        start.Environment["CUDA_CHECK_PYTHON"] = python;
        using var child = Process.Start(start)!;

        // libtorch warns of much there; what it says last tells of its end.
        lastWords = "";
        child.ErrorDataReceived += (_, said) => lastWords = said.Data is { Length: > 0 } words ? words : lastWords;
        child.BeginErrorReadLine();
        using var timer = new Timer(_ => child.Kill(entireProcessTree: true), null, time, Timeout.InfiniteTimeSpan);
        while (child.StandardOutput.ReadLine() is { } line)
        {
            take(line);
        }

        child.WaitForExit();
        return child.ExitCode;
    }

    private void Say(string line)
    {
        Console.WriteLine(line);
        lines.Add(line);
    }
}
