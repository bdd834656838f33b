namespace TorchLite.Tests.Safety;

/// <summary>No collection at any moment can break a call.</summary>
[TestFixture, Parallelizable]
public class TortureTests
{
    // What is freed is overwritten or unmapped at once, so that whoever still uses it is noticed.
    internal static readonly Dictionary<string, string> Strict = new()
    {
        ["GLIBC_TUNABLES"] = "glibc.malloc.perturb=165:glibc.malloc.tcache_count=0:glibc.malloc.mmap_threshold=65536",
        ["OMP_NUM_THREADS"] = "1",
    };

    /// <summary>Set to a number of seconds (60 in CI) for the long form of these tests, which are short otherwise.</summary>
    private static readonly string? Seconds = Environment.GetEnvironmentVariable("TORCHLITE_TORTURE_SECONDS");

    internal static bool IsLong => Seconds is not null;

    [Test]
    public void Every_public_operation_survives_a_collector_that_never_pauses()
    {
        var result = Probe.Run(Strict, "torture", Seconds ?? "10");

        TestContext.Progress.WriteLine($"Torture: {result.Output}");
        result.ExitCode.Should().Be(0, "139 is a segmentation fault, 134 an abort, 1 a wrong value: {0}", result.Output);
        result.Output.Should().Contain("; 0 operations with wrong results");
    }
}
