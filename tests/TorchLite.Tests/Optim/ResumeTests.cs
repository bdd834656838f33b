using System.Diagnostics;
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
    public void A_run_killed_at_any_moment_ends_with_the_weights_of_one_that_was_not([Range(0, 2)] int run)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "run.pt");
        var moment = Random.Shared.Next(0, 500);
        Kill(path, (_, since) => since.ElapsedMilliseconds >= moment);
        var (step, weights) = Finish(path);

        TestContext.Out.WriteLine($"run {run}: killed after {moment} ms, resumed from step {step}");
        weights.Should().Be(Unbroken.Value);
    }

    [Test]
    public void A_run_killed_while_it_writes_leaves_the_checkpoint_before()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "run.pt");

        // Not the first: there must be a file that can be spoilt, and the next must have begun.
        Kill(path, (temporary, _) => File.Exists(path) && temporary is { Length: > 1_000_000 });
        Directory.GetFiles(folder.Path).Should().HaveCount(2, "the process had no time to clear away the half of a file");
        var (step, weights) = Finish(path);

        TestContext.Out.WriteLine($"killed while it wrote, resumed from step {step}");
        step.Should().BeInRange(10, 90);
        weights.Should().Be(Unbroken.Value);
    }

    private static (int Step, string Weights) Finish(string path)
    {
        var result = Probe.Run(new Dictionary<string, string>(), "resume", path);
        result.ExitCode.Should().Be(0, result.Error);
        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return (int.Parse(lines[0], System.Globalization.CultureInfo.InvariantCulture), lines[1].Trim());
    }

    /// <summary>Starts a run and ends it as soon as the moment has come.</summary>
    /// <param name="path">Where the run writes.</param>
    /// <param name="isMoment">Gets the file that is being written and the time since the training began.</param>
    private static void Kill(string path, Func<FileInfo?, Stopwatch, bool> isMoment)
    {
        var start = new ProcessStartInfo("dotnet", [ProbeFolder.BuiltFile("probe.dll"), "resume", path]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadLine().Should().Be("0");
        var since = Stopwatch.StartNew();
        var folder = new DirectoryInfo(Path.GetDirectoryName(path)!);
        while (!process.HasExited && !isMoment(folder.EnumerateFiles("*.tmp").FirstOrDefault(), since))
        {
            Thread.Yield();
        }

        process.Kill();
        process.WaitForExit();
    }
}
