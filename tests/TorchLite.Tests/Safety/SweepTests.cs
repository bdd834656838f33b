namespace TorchLite.Tests.Safety;

/// <summary>Thousands of mistakes that nobody wrote down: every public operation with wrong things in the place of each argument.</summary>
[TestFixture, Parallelizable]
public class SweepTests
{
    [Test]
    public void No_argument_of_any_operation_ends_the_process()
    {
        var result = Probe.Run(new Dictionary<string, string> { ["OMP_NUM_THREADS"] = "1" }, "sweep", "0", TortureTests.IsLong ? "1" : "7");

        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        TestContext.Progress.WriteLine($"Sweep: {lines[^1]}");
        lines.Where(static line => line.StartsWith("WRONG", StringComparison.Ordinal)).Should().BeEmpty();
        result.ExitCode.Should().Be(0, "the last call was {0}", lines[^1]);
    }
}
