using System.Diagnostics;
using System.Globalization;

namespace TorchLite.Benchmarks;

/// <summary>Two processes that form a group, and measure what they are asked for, a line each.</summary>
internal sealed class RankPair : IDisposable
{
    private readonly string meeting = Path.Combine(Path.GetTempPath(), $"torchlite-{Guid.NewGuid():N}");
    private readonly Process[] ranks;

    /// <summary>Starts them.</summary>
    /// <param name="start">How one is started, of its rank and where they meet.</param>
    internal RankPair(Func<int, string, ProcessStartInfo> start) => ranks =
    [
        .. Enumerable.Range(0, 2).Select(rank =>
        {
            var info = start(rank, $"file://{meeting}");
            (info.RedirectStandardInput, info.RedirectStandardOutput) = (true, true);
            (info.Environment["GLOO_SOCKET_IFNAME"], info.Environment["OMP_NUM_THREADS"]) = ("lo", "1");
            return Process.Start(info)!;
        }),
    ];

    /// <summary>What the slower of them answers.</summary>
    internal double Ask(string question)
    {
        foreach (var rank in ranks)
        {
            rank.StandardInput.WriteLine(question);
            rank.StandardInput.Flush();
        }

        return ranks.Max(static rank =>
        {
            while (true)
            {
                // Gloo says something of its own at first.
                if (double.TryParse(rank.StandardOutput.ReadLine()!, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                {
                    return number;
                }
            }
        });
    }

    public void Dispose()
    {
        foreach (var rank in ranks)
        {
            rank.StandardInput.Close();
        }

        foreach (var rank in ranks)
        {
            rank.WaitForExit();
            rank.Dispose();
        }

        File.Delete(meeting);
    }
}
