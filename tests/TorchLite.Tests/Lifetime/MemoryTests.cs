using System.Globalization;
using System.Text.RegularExpressions;
using TorchLite.Tests.Native;
using TorchLite.Tests.Safety;

namespace TorchLite.Tests.Lifetime;

/// <summary>Loops in processes of their own, which dispose nothing and stay in bounded memory.</summary>
[TestFixture, Parallelizable]
public class MemoryTests
{
    private const long Megabyte = 1 << 20;

    // Where the C library does not tell what is allocated, garbage is looked for blindly: each fourth time among the oldest objects too.
    private static readonly int FullCollections = OperatingSystem.IsLinux() ? 10 : 30;

    // Short forms of the probe's loops. Each makes several GB and disposes nothing; the limit is twice what the same loop with using
    // takes, and the budget.
    [TestCase("results", 4000)]
    [TestCase("training", 200)]
    [TestCase("model", 150)]
    [TestCase("adam", 2000)]
    [TestCase("kept", 6000)]
    [TestCase("tiny", 300_000)]
    [TestCase("threads", 4000)]
    [TestCase("tinythreads", 300_000)]
    [TestCase("async", 4000)]
    [TestCase("graphs", 200)]
    [TestCase("views", 2000)]
    [TestCase("finalizers", 400)]
    [TestCase("locks", 400)]
    public void A_loop_that_disposes_nothing_stays_in_bounded_memory(string loop, int count)
    {
        var (peak, full) = Loop(loop, count);
        var (disposing, _) = Loop(loop, "using", count);

        peak.Should().BeLessThan((2 * disposing) + Torch.Memory.Budget);
        full.Should().BeLessThan(FullCollections);
    }

    [Test]
    public void Calls_of_modules_by_the_thousand_leave_nothing_behind()
    {
        var kinds = Start(["modules", "200000"]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => line.Split('|')).ToArray();
        TestContext.Out.WriteLine("Kind, calls, tensors, bytes of tensors, of libtorch and of .NET that are left, microseconds:");
        Array.ForEach(kinds, static kind => TestContext.Out.WriteLine(string.Join('|', kind)));

        kinds.Should().HaveCount(10);
        foreach (var kind in kinds)
        {
            var numbers = Array.ConvertAll(kind[1..6], static text => long.Parse(text, CultureInfo.InvariantCulture));
            numbers[1..3].Should().Equal([0, 0], kind[0]);
            (numbers[3] / numbers[0]).Should().BeLessThan(kind[0] == "a failing call" ? 100 : 10, "a tensor has 400 bytes: {0}", kind[0]);
            (numbers[4] / numbers[0]).Should().BeLessThan(10, "the smallest object has 24 bytes: {0}", kind[0]);
        }
    }

    // As on Windows, macOS and musl. Unbounded it would be 4 and 3 GB.
    [TestCase("views", 4000)]
    [TestCase("graphs", 300)]
    public void Memory_is_bounded_where_the_C_library_does_not_tell_what_is_allocated(string loop, int count)
    {
        var (peak, _) = Loop(loop, "blind", count);

        peak.Should().BeLessThan(6 * Torch.Memory.Budget);
    }

    [Test]
    public void A_finalizer_that_computes_is_not_waited_for_in_vain() =>
        Run("finalizer").Should().Be("done 20000000", "it needs what the thread that waits for it has");

    [Test]
    public void The_budget_of_the_environment_bounds_what_tensors_hold()
    {
        var output = Start(["memory", "results", "1000"], ("TORCHLITE_MEMORY_BUDGET", "8M")).Output;

        int.Parse(Regex.Match(output, "tensors' peak (\\d+) MB").Groups[1].Value, CultureInfo.InvariantCulture).Should().BeInRange(4, 16);
    }

    [Test]
    public void A_budget_that_is_no_number_is_told_and_not_used()
    {
        var result = Start(["memory", "tiny", "10"], ("TORCHLITE_MEMORY_BUDGET", "lots"));

        result.Error.Should().StartWith("TorchLite: TORCHLITE_MEMORY_BUDGET=lots is no number of bytes, such as 268435456 or 256M;");
    }

    [Test]
    public void Operations_on_temporaries_survive_a_collector_that_never_pauses() => Run("collect", "3").Should().Be("survived");

    private static (long Peak, int Full) Loop(params object[] words)
    {
        string[] arguments = ["memory", .. words.Select(word => Convert.ToString(word, CultureInfo.InvariantCulture)!)];
        var output = Start(arguments).Output;
        TestContext.Out.WriteLine($"{string.Join(' ', arguments)}: {output.Trim()}");
        var numbers = Regex.Match(output, "peak (\\d+) MB.* gen2 (\\d+)");
        return (Number(1) * Megabyte, Number(2));

        int Number(int group) => int.Parse(numbers.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    private static string Run(params string[] arguments) => Start(arguments).Output.Trim();

    private static ProbeResult Start(string[] arguments, params (string Name, string Value)[] environment)
    {
        var result = Probe.Run(environment.ToDictionary(static one => one.Name, static one => one.Value), arguments);
        result.ExitCode.Should().Be(0, result.Error);
        return result;
    }
}
