using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using TorchLite.Tests.Native;

namespace TorchLite.Tests.Safety;

/// <summary>A process ends with its own status while other threads compute; 139 would be a segmentation fault in libtorch's destructors.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
[Platform("Linux")]
public partial class ExitTests
{
    // 134 is .NET's own way with what nobody handles.
    private const int Aborted = 134;

    private const int Interrupt = 2;
    private const int Terminate = 15;

    /// <summary>How often each way is gone.</summary>
    private static readonly int Times = int.Parse(
        Environment.GetEnvironmentVariable("TORCHLITE_EXITS") ?? (TortureTests.IsLong ? "4" : "2"), CultureInfo.InvariantCulture);

    [TestCase("return", 3)]
    [TestCase("products", 3)]
    [TestCase("environment", 3)]
    [TestCase("hook", 3)]
    [TestCase("thread", 3)]
    [TestCase("unhandled", Aborted)]
    [TestCase("loading50", 3)]
    [TestCase("loading200", 3)]
    [TestCase("loading350", 3)]
    [TestCase("loading500", 3)]
    public void Leaving_while_other_threads_compute_keeps_the_exit_code(string way, int code)
    {
        for (var i = 0; i < Times; i++)
        {
            var result = Probe.Run(NoDump, "exit", way);

            result.ExitCode.Should().Be(code, "exit {0} of {1}: {2}", i + 1, Times, result.Error);
        }
    }

    [TestCase(Terminate)]
    [TestCase(Interrupt)]
    public void A_signal_ends_the_process_while_threads_compute(int signal)
    {
        // A shell's job in the background ignores the interrupt, and hands that on to all that it starts.
        if (IsIgnored(signal))
        {
            Assert.Ignore("the signal is ignored by whoever started the tests");
        }

        for (var i = 0; i < Times; i++)
        {
            var start = new ProcessStartInfo("dotnet", [ProbeFolder.BuiltFile("probe.dll"), "exit", "signal"]) { RedirectStandardOutput = true };
            using var process = Process.Start(start)!;
            process.StandardOutput.ReadLine().Should().Be("ready");
            SendSignal(process.Id, signal).Should().Be(0);

            var hasEnded = process.WaitForExit(TimeSpan.FromMinutes(2));
            process.Kill();
            hasEnded.Should().BeTrue();
            process.ExitCode.Should().Be(128 + signal, "exit {0} of {1}", i + 1, Times);
        }
    }

    [Test]
    public void What_the_program_does_at_its_end_is_done_before_and_may_use_tensors()
    {
        var result = Probe.Run(NoDump, "exit", "handler");

        result.Output.Should().Be("sum 6.0");
        result.ExitCode.Should().Be(3);
    }

    private static bool IsIgnored(int signal)
    {
        var line = File.ReadLines("/proc/self/status").Single(static line => line.StartsWith("SigIgn:", StringComparison.Ordinal));
        return (long.Parse(line.AsSpan("SigIgn:".Length), NumberStyles.HexNumber | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture)
            >> (signal - 1) & 1) != 0;
    }

    private static Dictionary<string, string> NoDump => new() { ["DOTNET_DbgEnableMiniDump"] = "0" };

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
