using TorchLite.Tests.Reference;
using TorchLite.Tests.Safety;

namespace TorchLite.Tests.Jit;

/// <summary>TorchScript archives that are damaged, or that a stranger changed, are read and run in a child process.</summary>
[TestFixture]
public class DamagedScriptTests
{
    private static readonly Dictionary<string, string> Plain = new() { ["OMP_NUM_THREADS"] = "1" };

    [TestCase("2.6", 0)]
    [TestCase("2.14", 100_000)]
    public void No_file_ends_the_process_or_is_answered_by_anything_but_an_exception_of_its_own(string version, int from)
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Ignore("Elsewhere a source that does not compile ends the process: libtorch's exception can not be caught.");
        }

        const int Count = 200;
        var path = Path.Combine(Corpus.Folder, "..", "models", $"scripted-{version}.zip");

        var result = Probe.Run(Plain, "damaged-scripts", path, $"{from}", $"{Count}");

        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        TestContext.Progress.WriteLine($"Damaged TorchScript archives of {version}: {lines[^1]}");
        result.ExitCode.Should().Be(0, lines[^1] + result.Error);
        lines.Where(static line => line.StartsWith("WRONG", StringComparison.Ordinal)).Should().BeEmpty();
        var numbers = lines[^1].Split(' ');
        int.Parse(numbers[^2], null).Should().BeLessThan(1000, "memory stays bounded, in MB");
        int.Parse(numbers[4], null).Should().BePositive("some still run");
    }
}
