namespace TorchLite.Tests.Safety;

/// <summary>What threads, depth and cycles do to gradients, in processes of their own.</summary>
[TestFixture, Parallelizable]
public class AutogradSafetyTests
{
    private static readonly Dictionary<string, string> Plain = [];

    [Test, Platform("Linux")]
    public void Threads_that_share_a_tensor_get_errors_at_worst()
    {
        var result = Safety.Probe.Run(TortureTests.Strict, "autograd", "0.7");

        TestContext.Progress.WriteLine(result.Output);
        result.ExitCode.Should().Be(0, "139 is a segmentation fault, 134 an abort: {0}{1}", result.Output, result.Error);
        result.Output.Should().Contain("survived");
    }

    [Test, Platform("Linux")]
    public void However_deep_something_is_nested_the_stack_does_not_end()
    {
        var result = Safety.Probe.Run(Plain, "depths");

        result.ExitCode.Should().Be(0, "{0}{1}", result.Output, result.Error);
        result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().Equal(
            "literal: TorchValueException: too many dimensions 'list'",
            "text: TorchException: maximum recursion depth exceeded",
            "repeats: TorchException: a tensor is repeated along 1024 dimensions at most, but there are 50000",
            "tiles: TorchException: a tensor is repeated along 1024 dimensions at most, but there are 50000",
            "list: 200000",
            "text of nothing: 600024",
            "safetensors: 200000",
            "npy: TorchValueException: number of dimensions must be within [0, 64]",
            "dlpack: TorchException: A DLPack tensor of 200000 dimensions without sizes, or of too many",
            "backward in hooks: 2000.0",
            "backward in hooks, small stack: TorchException: maximum recursion depth exceeded",
            "backward in hooks without end: TorchException: maximum recursion depth exceeded",
            "backward in hooks after that: 200.0",
            "custom functions in each other: 101.0");
    }

    [Test, Platform("Linux")]
    public void Cycles_through_hooks_and_custom_functions_are_collected()
    {
        var result = Safety.Probe.Run(Plain, "cycles");

        TestContext.Progress.WriteLine(result.Output);
        result.ExitCode.Should().Be(0, "{0}{1}", result.Output, result.Error);
        foreach (var line in result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            int.Parse(line.Split(": ")[1].Split(' ')[0]).Should().BeLessThan(20, line);
        }
    }
}
