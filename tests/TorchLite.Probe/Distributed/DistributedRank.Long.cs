using System.Globalization;
using TorchLite.Lifetime;
using TorchLite.Nn;
using TorchLite.Nn.Parallel;
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

    // Models are wrapped, and forgotten: what C has allocated more after each hundred. .NET allocates with it too, now and then.
    private static int Wraps()
    {
        const int Rounds = 100;
        var grown = new List<long>();
        var before = 0L;
        for (var window = 0; window < 6; window++)
        {
            for (var round = 0; round < Rounds; round++)
            {
                Wrap();
            }

            // What the collector finds is freed when the next one is made.
            Torch.Memory.Collect();
            Wrap();
            var now = HiddenMemory.Allocated();
            grown.Add((now - before) / Rounds);
            before = now;
        }

        Say(string.Create(CultureInfo.InvariantCulture, $"{grown.Skip(1).Order().ElementAt(2)} bytes for each model"));
        return Leave();
    }

    private static void Wrap()
    {
        var ddp = new DistributedDataParallel<Tensor, Tensor>(new Linear(4, 4));
        ddp.Call(Torch.Ones(1, 4)).Sum().Backward();
    }

    private static long Resident()
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmRSS", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
