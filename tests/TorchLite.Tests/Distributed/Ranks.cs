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
    internal static async Task<ProbeResult[]> Run(int count, string scenario, double timeout = 30)
    {
        var meeting = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            return await Task.WhenAll(Enumerable.Range(0, count).Select(rank => Task.Factory.StartNew(
                () => Probe.Run(
                    new Dictionary<string, string>
                    {
                        ["RANK"] = $"{rank}", ["WORLD_SIZE"] = $"{count}", ["INIT_METHOD"] = "file://" + meeting,
                        ["GLOO_SOCKET_IFNAME"] = "lo", ["TIMEOUT"] = FormattableString.Invariant($"{timeout}"),
                        ["OMP_NUM_THREADS"] = "1", ["DOTNET_DbgEnableMiniDump"] = "0",
                    },
                    "distributed", scenario),
                TaskCreationOptions.LongRunning)));
        }
        finally
        {
            File.Delete(meeting);
        }
    }

    /// <summary>What a rank wrote, without what Gloo writes of itself.</summary>
    internal static string[] Lines(this ProbeResult result) =>
        [.. result.Output.Split('\n').Where(line => line.Length > 0 && !line.StartsWith("[Gloo]", StringComparison.Ordinal))];
}
