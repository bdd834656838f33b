using System.Globalization;
using TorchLite.Distributed;
using D = TorchLite.Torch.Distributed;

namespace TorchLite.Probe.Distributed;

/// <content>A rank in C# among ranks in Python: build/distributed has theirs.</content>
internal static partial class DistributedRank
{
    private static void MixedCollectives()
    {
        D.InitProcessGroup("gloo");
        var own = Torch.Tensor([1.0, 2.0]) * (Rank + 1);
        void Told(string name, params Tensor[] values) =>
            Say($"= {name} {string.Join(" ", values.Select(value => value.ToString().Replace('\n', ' ')))}");

        Tensor Done(Action<Tensor> call, Tensor x)
        {
            call(x);
            return x;
        }

        Tensor All(Tensor part) => Done(x => D.AllGatherIntoTensor(x, part), Torch.Zeros(part.Numel() * Size));
        foreach (var op in new[] { ReduceOp.Sum, ReduceOp.Max, ReduceOp.Product })
        {
            Told("all_reduce", Done(x => D.AllReduce(x, op), own.Clone()));
        }

        for (var root = 0; root < Size; root++)
        {
            Told("broadcast", Done(x => D.Broadcast(x, root), own.Clone()));
            var reduced = own.Clone();
            D.Reduce(reduced, root);
            D.Broadcast(reduced, root);
            Told("reduce", reduced);
        }

        Told("all_gather_into_tensor", All(own));
        var list = Enumerable.Range(0, Size).Select(_ => Torch.Zeros(2)).ToArray();
        D.AllGather(list, own);
        Told("all_gather", list);
        Told("reduce_scatter_tensor", All(Done(x => D.ReduceScatterTensor(x, Torch.Arange(2.0 * Size) * (Rank + 1)), Torch.Zeros(2))));
        Told("all_to_all_single", All(Done(x => D.AllToAllSingle(x, Torch.Arange(1.0 * Size) + (10 * Rank)), Torch.Zeros(Size))));
        var mine = Torch.Zeros(2);
        D.Scatter(mine, Rank == 1 ? [.. Enumerable.Range(0, Size).Select(i => Torch.Full([2], 1.0 * i))] : null, src: 1);
        var all = Rank == 2 ? Enumerable.Range(0, Size).Select(_ => Torch.Zeros(2)).ToArray() : null;
        D.Gather(mine, all, dst: 2);
        var everything = all is null ? Torch.Zeros(2 * Size) : Torch.Cat(all);
        D.Broadcast(everything, 2);
        Told("scatter, gather", everything);
        var sending = D.Isend(own.Clone(), (Rank + 1) % Size, tag: 5)!;
        var got = Torch.Zeros(2);
        D.Recv(got, (Rank + Size - 1) % Size, tag: 5);
        sending.Wait();
        Told("ring", All(got));
        var group = D.NewGroup([1, 2]);
        Told("group", All(Done(x =>
        {
            if (group != GroupMember.NonGroupMember)
            {
                D.AllReduce(x, group: group);
            }
        }, own.Clone())));
        DType[] kinds =
        [
            DType.Float64, DType.Int64, DType.Int32, DType.Uint8, DType.Bool, DType.Complex64,
        ];
        foreach (var kind in kinds)
        {
            Told("dtype", Done(x => D.AllReduce(x), own.To(kind)));
        }

        var values = Enumerable.Range(0, 20).Select(i => Torch.Full([10000], 1.0 * i));
        var works = values.Select(x => (x, D.AllReduce(x, asyncOp: true)!)).ToList();
        works.ForEach(work => work.Item2.Wait());
        Say(string.Create(CultureInfo.InvariantCulture, $"= in flight {works.Sum(work => (double)work.x.Sum()):F1}"));
        D.MonitoredBarrier();
        D.Barrier();
        D.DestroyProcessGroup();
    }
}
