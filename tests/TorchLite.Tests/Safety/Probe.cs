using System.Diagnostics;
using TorchLite.Tests.Native;

namespace TorchLite.Tests.Safety;

/// <summary>The probe program as it was built, in a process of its own.</summary>
internal static class Probe
{
    internal static ProbeResult Run(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [ProbeFolder.BuiltFile("probe.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return ProbeResult.Of(process.ExitCode, output, error.Result);
    }
}
