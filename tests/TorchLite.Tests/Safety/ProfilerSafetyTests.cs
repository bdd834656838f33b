namespace TorchLite.Tests.Safety;

/// <summary>What could end a process that records a profile, in processes of their own.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
[Platform("Linux")]
public class ProfilerSafetyTests
{
    private static readonly Dictionary<string, string> NoDump = new() { ["DOTNET_DbgEnableMiniDump"] = "0" };

    [TestCase("again", 0, 30)]
    [TestCase("threads", 0, 1)]
    [TestCase("dead", 0, 10)]
    [TestCase("ranges", 0, 50)]
    [TestCase("hooks", 0, 20)]
    [TestCase("throws", 0, 0)]
    [TestCase("memory", 0, 2)]
    [TestCase("exit", 3, 0)]
    [TestCase("exit elsewhere", 3, 0)]
    public void Nothing_that_is_done_to_a_profile_ends_the_process(string kind, int code, int recorded)
    {
        var result = Probe.Run(NoDump, "profile", kind);

        result.ExitCode.Should().Be(code, "{0}{1}", result.Output, result.Error);
        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Count(static line => line == "True").Should().Be(recorded, result.Output);
        lines.Should().NotContain("False").And.NotContain("no error");
        if (kind is "again" or "threads" or "hooks" or "throws")
        {
            lines.Should().Contain(static line => line.Contains("Exception: ", StringComparison.Ordinal));
        }
    }
}
