using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TorchLite.Tests.Native;

namespace TorchLite.Tests.Distributed;

/// <summary>The probe's training programs, in as many processes as are asked for, which meet by a file of their own.</summary>
internal static class TrainingRanks
{
    /// <summary>What each process says, in order of their ranks.</summary>
    internal static string[] Run(int ranks, params string[] programs)
    {
        var run = Guid.NewGuid().ToString("N");
        var meeting = Path.Combine(Path.GetTempPath(), $"torchlite-{run}");
        var processes = Enumerable.Range(0, ranks).Select(rank => Start(rank, ranks, meeting, run, programs)).ToArray();
        try
        {
            var said = Array.ConvertAll(
                processes, static process => (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()));
            foreach (var (process, (_, error)) in processes.Zip(said))
            {
                process.WaitForExit(TimeSpan.FromMinutes(2)).Should().BeTrue("no process may hang");
                process.ExitCode.Should().Be(0, error.Result);
            }

            return Array.ConvertAll(said, static one => one.Item1.Result);
        }
        finally
        {
            foreach (var process in processes)
            {
                process.Kill();
                process.Dispose();
            }

            File.Delete(meeting);
        }
    }

    /// <summary>What they say of a program: of each rank the losses, and the sum of the weights.</summary>
    internal static Dictionary<(string Program, int Rank), (double[] Losses, double Weights)> Results(
        int ranks, params string[] programs) =>
        Read(Run(ranks, programs).SelectMany(static said => said.Split('\n')).Where(static line => line.StartsWith('{'))
            .Select(static line => JsonDocument.Parse(line).RootElement))
            .ToDictionary(static one => (one.Program, one.Rank), static one => (one.Losses, one.Weights));

    internal static IEnumerable<(string Program, int Rank, int Ranks, double[] Losses, double Weights)> Read(
        IEnumerable<JsonElement> lines) =>
        lines.Where(static line => line.TryGetProperty("program", out _)).Select(static line => (
            line.GetProperty("program").GetString()!, line.GetProperty("rank").GetInt32(), line.GetProperty("ranks").GetInt32(),
            line.GetProperty("losses").EnumerateArray().Select(static loss => loss.GetDouble()).ToArray(),
            line.GetProperty("weights").GetDouble()));

    private static Process Start(int rank, int ranks, string meeting, string run, string[] programs)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                ProbeFolder.BuiltFile("probe.dll"), "distributed-training", rank.ToString(CultureInfo.InvariantCulture),
                ranks.ToString(CultureInfo.InvariantCulture), $"file://{meeting}", .. programs,
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        (start.Environment["GLOO_SOCKET_IFNAME"], start.Environment["OMP_NUM_THREADS"], start.Environment["RUN"]) = ("lo", "1", run);
        return Process.Start(start)!;
    }
}
