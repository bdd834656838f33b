namespace TorchLite.Tests.Safety;

/// <summary>Thousands of mistakes that nobody wrote down: every public operation with wrong things in the place of each argument.</summary>
[TestFixture, Parallelizable]
public class SweepTests
{
    [Test]
    public void A_null_tensor_in_any_place_of_any_operation_is_an_ArgumentNullException_with_the_parameters_name() => Sweep("nulls", "1");

    [Test]
    public void Views_without_history_and_tensors_without_strided_memory_never_end_the_process() => Sweep("strange", "1");

    [Test]
    public void No_argument_of_any_operation_ends_the_process() => Sweep("any", TortureTests.IsLong ? "1" : "7");

    private static void Sweep(string kind, string every)
    {
        var result = Probe.Run(new Dictionary<string, string> { ["OMP_NUM_THREADS"] = "1" }, "sweep", "0", every, kind);

        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        TestContext.Progress.WriteLine($"Sweep of {kind}: {lines[^1]}");
        lines.Where(static line => line.StartsWith("WRONG", StringComparison.Ordinal)).Should().BeEmpty();
        result.ExitCode.Should().Be(0, "the last call was {0}", lines[^1]);
    }
}
