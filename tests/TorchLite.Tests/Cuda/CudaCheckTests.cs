using System.Diagnostics;
using TorchLite.Native.Loading;

namespace TorchLite.Tests.Cuda;

/// <summary>The program for machines with a GPU, as far as it goes on the CPU; <c>build/check-cuda.sh --try</c> is all of it.</summary>
public class CudaCheckTests
{
    [Test]
    public void The_check_for_GPUs_says_what_loads() =>
        Run("load").Should().Contain("memory of GPUs       " + (OperatingSystem.IsLinux() ? "known" : ""))
            .And.NotContain("FAILED");

    [Test]
    public void The_checks_that_need_no_GPU_pass_on_the_CPU() =>
        Run("basics").Should().EndWith("19 checks, 0 failed").And.Contain("streams              not run: needs a GPU");

    // As the program runs its own parts.
    private static string Run(string part)
    {
        var program = Path.Combine(
            AppContext.BaseDirectory.Replace("TorchLite.Tests", "TorchLite.CudaCheck", StringComparison.Ordinal), "cuda-check.dll");
        var start = new ProcessStartInfo("dotnet", [program, "worker", part, "cpu", "0"]) { RedirectStandardOutput = true };
        NativeLoader.EnsureLoaded();
        start.Environment[LibraryFolders.OverrideVariable] = NativeLoader.Loaded!.Folder;
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd().TrimEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(0, said);
        return said;
    }
}
