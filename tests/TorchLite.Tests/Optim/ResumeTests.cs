using System.Diagnostics;
using System.Globalization;
using TorchLite.Tests.Native;
using TorchLite.Tests.Safety;
using TorchLite.Tests.Serialization;

namespace TorchLite.Tests.Optim;

/// <summary>A training that is killed goes on from its last checkpoint as if nothing had been.</summary>
[NonParallelizable]
public class ResumeTests
{
    private static readonly Lazy<string> Unbroken = new(static () =>
    {
        using var folder = new TemporaryFolder();
        return Finish(Path.Combine(folder.Path, "run.pt")).Weights;
    });

    [Test]
    public void A_run_killed_at_any_moment_ends_with_the_weights_of_one_that_was_not([Range(0, 1)] int run)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "run.pt");
        var last = Random.Shared.Next(1, 100);
        Kill(path, last, static _ => true);
        var (step, weights) = Finish(path);

        TestContext.Out.WriteLine($"run {run}: killed about step {last}, resumed from step {step}");
        weights.Should().Be(Unbroken.Value);
    }

    [Test]
    public void A_run_killed_while_it_writes_leaves_the_checkpoint_before()
    {
        for (var trial = 0; ; trial++)
        {
            using var folder = new TemporaryFolder();
            var path = Path.Combine(folder.Path, "run.pt");

            // Not the first checkpoint: there must be a file that can be spoilt.
            Kill(path, 50, static half => half is { Length: > 1_000_000 });
            var halves = Directory.GetFiles(folder.Path, "*.tmp").Length;
            var (step, weights) = Finish(path);
            weights.Should().Be(Unbroken.Value);
            if (halves > 0)
            {
                TestContext.Out.WriteLine($"killed while it wrote, resumed from step {step}");
                step.Should().BeInRange(40, 90);
                return;
            }

            trial.Should().BeLessThan(5, "the file is written while the process is killed");
        }
    }

    private static (int Step, string Weights) Finish(string path)
    {
        var result = Probe.Run(new Dictionary<string, string>(), "resume", path);
        result.ExitCode.Should().Be(0, result.Error);
        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return (int.Parse(lines[0], CultureInfo.InvariantCulture), lines[^1].Trim());
    }

    /// <summary>Starts a run and ends it as soon as the moment has come.</summary>
    /// <param name="path">Where the run writes.</param>
    /// <param name="last">The step after which the moment may come.</param>
    /// <param name="isMoment">Gets the file that is being written.</param>
    private static void Kill(string path, int last, Func<FileInfo?, bool> isMoment)
    {
        var start = new ProcessStartInfo("dotnet", [ProbeFolder.BuiltFile("probe.dll"), "resume", path]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        for (var step = -1; step < last;)
        {
            step = int.Parse(process.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
        }

        _ = process.StandardOutput.ReadToEndAsync(); // or the run would wait for its reader
        var folder = new DirectoryInfo(Path.GetDirectoryName(path)!);
        while (!process.HasExited && !isMoment(folder.EnumerateFiles("*.tmp").FirstOrDefault()))
        {
            Thread.Yield();
        }

        process.Kill();
        process.WaitForExit();
    }
}
