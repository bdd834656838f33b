using System.Globalization;
using TorchLite.Tests.Native;

namespace TorchLite.Tests.Safety;

/// <summary>Calls that fail by the thousand, and calls that find no memory, in a process of their own.</summary>
public class FailingCallTests
{
    private static readonly Dictionary<string, string> Plain = new() { ["TORCHLITE_CPP_STACKTRACES"] = "" };

    [Test]
    public void Thousands_of_failing_calls_of_each_kind_leave_nothing_behind()
    {
        OnlyOnLinux();
        var result = Probe.Run(Plain, "failing", "9000");

        TestContext.Progress.WriteLine($"Kind, microseconds and bytes lost a call, frame, error:\n{result.Output}");
        result.ExitCode.Should().Be(0, result.Error);
        var kinds = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split('|')).ToArray();
        kinds.Should().HaveCount(20);
        kinds.Where(static kind => double.Parse(kind[2], CultureInfo.InvariantCulture) > 20).Select(static kind => string.Join('|', kind))
            .Should().BeEmpty("a text is 60 bytes, and a tensor 400");
    }

    [Test]
    public void The_frames_of_libtorch_come_where_they_are_asked_for()
    {
        OnlyOnLinux();
        var plain = Probe.Run(Plain, "failing", "frames");
        var asked = Probe.Run(new Dictionary<string, string> { ["TORCHLITE_CPP_STACKTRACES"] = "1" }, "failing", "frames");

        Counts(plain).Should().Equal(0, 0, 0);
        var counts = Counts(asked);
        counts.Should().HaveCount(3);
        counts[..2].Should().OnlyContain(static count => count > 5);
        counts[2].Should().Be(0, "TorchScript keeps the frames of its operators to itself");

        static int[] Counts(ProbeResult result) =>
            [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(static line => int.Parse(line, CultureInfo.InvariantCulture))];
    }

    [Test]
    public void Operations_that_find_no_memory_under_a_limit_say_so_and_all_goes_on()
    {
        OnlyOnLinux();
        var result = Probe.Run(Plain, "capped");

        result.ExitCode.Should().Be(0, result.Error);
        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[^1].Should().Be("filled: True, without memory: 32 of 32, computes afterwards: True", result.Output);
    }

    private static void OnlyOnLinux()
    {
        if (!OperatingSystem.IsLinux() || System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture
            != System.Runtime.InteropServices.Architecture.X64)
        {
            Assert.Ignore("The guard, the limit and the count of native memory are Linux x64's.");
        }
    }
}
