using System.Globalization;
using D = TorchLite.Torch.Distributed;

namespace TorchLite.Probe.Distributed;

/// <content>What takes its time.</content>
internal static partial class DistributedRank
{
    // ROUNDS small reductions: the memory at the end is that at a tenth.
    private static int Soak()
    {
        var rounds = int.Parse(Environment.GetEnvironmentVariable("ROUNDS") ?? "100000", CultureInfo.InvariantCulture);
        var early = 0L;
        for (var round = 0; round < rounds; round++)
        {
            var x = Torch.Ones(16);
            var work = D.AllReduce(x, asyncOp: round % 2 == 0);
            work?.Wait();
            if ((float)x[0] != Size)
            {
                Say($"wrong in round {round}");
                return 1;
            }

            early = round == rounds / 10 ? Resident() : early;
        }

        Say(string.Create(
            CultureInfo.InvariantCulture, $"{rounds} rounds, {early / 1024} MiB after a tenth, {Resident() / 1024} MiB at the end"));
        return Leave();
    }

    private static long Resident()
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmRSS", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
