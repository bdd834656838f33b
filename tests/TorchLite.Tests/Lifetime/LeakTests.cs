using System.Globalization;
using TorchLite.Tests.Safety;

namespace TorchLite.Tests.Lifetime;

/// <summary>Programs of all kinds, each run again and again, in a process of their own.</summary>
[TestFixture, Parallelizable]
public class LeakTests
{
    [Test]
    public void Programs_of_all_kinds_leave_no_tensor_and_no_native_memory()
    {
        var result = Probe.Run(new Dictionary<string, string>(), "leaks");

        result.ExitCode.Should().Be(0, result.Error);
        var programs = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split('|')).ToArray();
        TestContext.Out.WriteLine($"Program, tensors, their bytes and those of libtorch that are left:\n{result.Output}");
        programs.Should().HaveCountGreaterThanOrEqualTo(16);
        foreach (var program in programs)
        {
            var numbers = Array.ConvertAll(program[1..], static text => long.Parse(text, CultureInfo.InvariantCulture));
            numbers[..2].Should().Equal([0, 0], "{0}: tensors and their bytes", program[0]);
            numbers[2].Should().BeLessThanOrEqualTo(100, "{0}: a tensor is 400 bytes", program[0]);
        }
    }
}
