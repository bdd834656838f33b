namespace TorchLite.Tests.Safety;

/// <summary>Memory that .NET and libtorch share, under a collector that never pauses.</summary>
[TestFixture, Parallelizable]
public class InteropTortureTests
{
    // Compiled at once as a shipped program is in the end, or as it is at the beginning.
    [TestCase("0")]
    [TestCase("1")]
    public void A_span_a_view_or_a_part_keeps_the_memory_that_it_is_on(string tiered)
    {
        var environment = new Dictionary<string, string>(TortureTests.Strict) { ["DOTNET_TieredCompilation"] = tiered };

        var result = Probe.Run(environment, "interop", TortureTests.IsLong ? "30" : "3");

        result.ExitCode.Should().Be(0, "139 is a segmentation fault, 134 an abort, 1 a wrong value: {0}{1}", result.Output, result.Error);
        result.Output.Should().EndWith(" rounds\n");
    }
}
