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
                CollectiveTable.Run(PlaceFile);
                return 0;
            case "mixed collectives":
                MixedCollectives();
                return 0;
            case "soak":
                Start();
                return Soak();
            case "wraps":
                Start();
                return Wraps();
            default:
                return Failures(scenario);
        }

        Torch.Distributed.DestroyProcessGroup();
        Say("left");
        return 0;
    }

    internal static void Start() => Torch.Distributed.InitProcessGroup("gloo", Place, Timeout, Size, Rank);

    private static string PlaceFile => Place["file://".Length..];

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
        SomeObjects();
        var (next, before, got) = ((Rank + 1) % Size, (Rank + Size - 1) % Size, Torch.Zeros(2));
        foreach (var part in Torch.Distributed.BatchIsendIrecv(
            [new(Torch.Distributed.Isend, own, next, tag: 5), new(Torch.Distributed.Irecv, got, groupPeer: before, tag: 5)]))
        {
            part.Wait();
        }

        Say($"ring {got}");
        var (pair, pairs) = Torch.Distributed.NewSubgroups(Size / 2);
        x = Fresh();
        Torch.Distributed.AllReduce(x, group: pair);
        Say($"subgroup {pair!.Rank()} of {pair.Size()}, {pairs.Count} in all: {x}");
        var (some, _) = Torch.Distributed.NewSubgroupsByEnumeration([[0, Size - 1], [1]]);
        Say($"enumerated {some?.Rank()} of {some?.Size()}, {Torch.Distributed.GetPgCount()} were made");
    }

    // Of different lengths, to and from one rank.
    private static void SomeObjects()
    {
        var last = Size - 1;
        var gathered = Rank == last ? new string[Size] : null;
        Torch.Distributed.GatherObject(new string('a', Rank), gathered, dst: last);
        var scattered = new string[1];
        Torch.Distributed.ScatterObjectList(
            scattered, Rank == last ? [.. Enumerable.Range(0, Size).Select(rank => new string('b', rank))] : null, src: last);
        var (sent, sender) = (new string[2], -1);
        if (Rank == 0)
        {
            Torch.Distributed.SendObjectList([$"to {last}", null], dst: last);
        }
        else if (Rank == last)
        {
            sender = Torch.Distributed.RecvObjectList(sent);
        }

        Say($"gathered {string.Join(" ", gathered ?? [])}, scattered {scattered[0]}, sent {sent[0]} {sent[1] is null} by {sender}");
    }
}
