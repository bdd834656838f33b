namespace TorchLite.Tests.Safety;

/// <summary>
/// A null reference is an exception after any computation. Where the processor has Intel's AMX, the signal it begins with needs 12 KB for the
/// registers from the first product in bfloat16 on, and .NET has 12 KB for it and its handler.
/// </summary>
[TestFixture, Parallelizable]
[Platform("Linux")]
public class NullReferenceTests
{
    private static readonly Dictionary<string, string> NoDump = new() { ["DOTNET_DbgEnableMiniDump"] = "0" };

    [Test]
    public void Null_references_are_caught_on_threads_that_computed_in_half_precision()
    {
        var result = Probe.Run(NoDump, "null-references");

        result.ExitCode.Should().Be(0, result.Error);
        result.Output.Trim().Split('\n').Should().Equal(
            "before: True", "main: True", "threads: 1000 of 1000, mappings grow by 0 x 500", "pool: True");
    }

    [Test]
    public void A_recursion_without_end_is_told()
    {
        var result = Probe.Run(NoDump, "overflow");

        result.ExitCode.Should().Be(134);
        result.Error.Should().StartWith("Stack overflow.").And.Contain("NullReferences.Endless");
    }
}
