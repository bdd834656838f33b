using TorchLite.Tests.Native;
using TorchLite.Tests.Safety;

namespace TorchLite.Tests.Distributed;

/// <summary>A group of processes, each of which runs the probe.</summary>
internal static class Ranks
{
    /// <summary>Starts one probe a rank, which meet in a file of their own, and waits for all of them.</summary>
    /// <param name="count">How many.</param>
    /// <param name="scenario">What they do.</param>
    /// <param name="timeout">How many seconds the group's operations may take.</param>
    /// <param name="environment">More variables, or other ones.</param>
    internal static async Task<ProbeResult[]> Run(
        int count, string scenario, double timeout = 30, params (string Name, string Value)[] environment)
    {
        var meeting = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            return await Task.WhenAll(Enumerable.Range(0, count).Select(rank => Task.Factory.StartNew(
                () => Probe.Run(Variables(rank, count, "file://" + meeting, timeout, environment), "distributed", scenario),
                TaskCreationOptions.LongRunning)));
        }
        finally
        {
            File.Delete(meeting);
        }
    }

    private static Dictionary<string, string> Variables(
        int rank, int count, string meeting, double timeout, (string Name, string Value)[] environment)
    {
        var variables = new Dictionary<string, string>
        {
            ["RANK"] = $"{rank}", ["WORLD_SIZE"] = $"{count}", ["INIT_METHOD"] = meeting, ["GLOO_SOCKET_IFNAME"] = "lo",
            ["TIMEOUT"] = FormattableString.Invariant($"{timeout}"), ["OMP_NUM_THREADS"] = "1", ["DOTNET_DbgEnableMiniDump"] = "0",
        };
        foreach (var (name, value) in environment)
        {
            variables[name] = value;
        }

        return variables;
    }

    /// <summary>What a rank wrote, without what Gloo writes of itself.</summary>
    internal static string[] Lines(this ProbeResult result) =>
        [.. result.Output.Split('\n').Where(line => line.Length > 0 && !line.StartsWith("[Gloo]", StringComparison.Ordinal))];
}
