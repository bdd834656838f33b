using System.Globalization;
using TorchLite.Distributed;

namespace TorchLite.Probe.Distributed;

/// <summary>
/// One rank of a group, as the tests start them: RANK, WORLD_SIZE and INIT_METHOD say which and where. What it finds is written a line
/// each.
/// </summary>
internal static partial class DistributedRank
{
    internal static int Rank { get; } = int.Parse(Environment.GetEnvironmentVariable("RANK") ?? "0", CultureInfo.InvariantCulture);

    internal static int Size { get; } = int.Parse(Environment.GetEnvironmentVariable("WORLD_SIZE") ?? "1", CultureInfo.InvariantCulture);

    private static TimeSpan Timeout { get; } = TimeSpan.FromSeconds(
        double.Parse(Environment.GetEnvironmentVariable("TIMEOUT") ?? "30", CultureInfo.InvariantCulture));

    internal static int Run(string scenario)
    {
        switch (scenario)
        {
            case "collectives":
                Start();
                Collectives();
                break;
            case "mixed training":
                Start();
                DistributedTraining.TrainingPrograms.RunMixed();
                break;
            case "table":
                CollectiveTable.Run(Place["file://".Length..]);
                return 0;
            case "mixed collectives":
                MixedCollectives();
                return 0;
            case "soak":
                Start();
                return Soak();
            default:
                return Failures(scenario);
        }

        Torch.Distributed.DestroyProcessGroup();
        Say("left");
        return 0;
    }

    internal static void Start() => Torch.Distributed.InitProcessGroup("gloo", Place, Timeout, Size, Rank);

    private static string Place => Environment.GetEnvironmentVariable("INIT_METHOD") ?? "env://";

    internal static void Say(string text)
    {
        Console.WriteLine(text);
        Console.Out.Flush();
    }

    // What each collective gives, for numbers that show who gave them.
    private static void Collectives()
    {
        var own = Torch.Tensor([1.0, 2.0]) * (Rank + 1);
        Tensor Fresh() => own.Clone();
        var x = Fresh();
        Torch.Distributed.AllReduce(x);
        Say($"all_reduce {x}");
        x = Fresh();
        Torch.Distributed.Broadcast(x, Size - 1);
        Say($"broadcast {x}");
        x = Torch.Zeros(2 * Size);
        Torch.Distributed.AllGatherIntoTensor(x, own);
        Say($"all_gather_into_tensor {x}");
        var list = Enumerable.Range(0, Size).Select(_ => Torch.Zeros(2)).ToArray();
        Torch.Distributed.AllGather(list, own);
        Say($"all_gather {string.Join(" ", list.AsEnumerable())}");
        Torch.Distributed.Barrier();
        var work = Torch.Distributed.AllReduce(x, ReduceOp.Max, asyncOp: true)!;
        work.Wait();
        Say($"async {x} {work.IsCompleted()} {work.IsSuccess()}");
        var group = Torch.Distributed.NewGroup([0, 1]);
        x = Fresh();
        Torch.Distributed.AllReduce(x, group: group);
        Say($"group {Torch.Distributed.GetRank(group)} of {Torch.Distributed.GetWorldSize(group)}: {x}");
        var texts = new string[Size];
        Torch.Distributed.AllGatherObject(texts, $"rank {Rank}");
        string[] one = [$"rank {Rank}"];
        Torch.Distributed.BroadcastObjectList(one, src: 1);
        Say($"objects {string.Join(" ", texts)}, from 1: {one[0]}");
    }
}
