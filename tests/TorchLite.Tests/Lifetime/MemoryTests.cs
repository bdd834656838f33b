using System.Diagnostics;
using System.Globalization;
using TorchLite.Lifetime;
using TorchLite.Tests.Loading;

namespace TorchLite.Tests.Lifetime;

public class MemoryTests
{
    [Test]
    public void Undisposed_results_stay_in_bounded_memory()
    {
        // 4 GB in all; the budget, the libraries and the runtime make less than 1 GB.
        var peak = long.Parse(Run("memory", "4000"), CultureInfo.InvariantCulture);

        peak.Should().BeLessThan(1L << 30);
    }

    [Test]
    public void Operations_on_temporaries_survive_a_collector_that_never_pauses() => Run("collect", "3").Should().Be("survived");

    [Test]
    public void A_view_counts_no_bytes_of_its_own()
    {
        using var scope = Torch.Scope();
        var x = Torch.Zeros(1000, 1000);
        var before = Torch.Memory.LiveBytes();
        var view = x[..10].T;
        var copy = x.Clone();

        (Torch.Memory.LiveBytes() - before).Should().Be(4_000_000);
        view.Dispose();
        copy.Dispose();
        Torch.Memory.LiveBytes().Should().Be(before);
    }

    private static string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [ProbeFolder.BuiltFile("probe.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(0, error.Result);
        return output.Trim();
    }
}
