using System.Globalization;
using TorchLite.Distributed;
using D = TorchLite.Torch.Distributed;

namespace TorchLite.Probe.Distributed;

/// <summary>The cases of tests/reference/distributed.py, in its order and under its names, a line each.</summary>
internal static class CollectiveTable
{
    private static readonly (string Name, DType DType)[] DTypes =
    [
        ("float16", DType.Float16), ("bfloat16", DType.Bfloat16), ("float32", DType.Float32), ("float64", DType.Float64),
        ("int8", DType.Int8), ("uint8", DType.Uint8), ("int16", DType.Int16), ("int32", DType.Int32),
        ("int64", DType.Int64), ("bool", DType.Bool),
        ("complex64", DType.Complex64), ("complex128", DType.Complex128),
    ];

    private static int Rank => DistributedRank.Rank;

    internal static void Run(string store)
    {
        Tensor Own(DType dtype, long count = 4)
        {
            if (dtype == DType.Bool)
            {
                return Torch.Tensor([true, false, true, Rank == 0])[..(int)count];
            }

            var value = (Torch.Arange(count) + 1) * (Rank + 1);
            return dtype.IsComplex ? Torch.Complex(value.To(DType.Float64), value.To(DType.Float64)).To(dtype) : value.To(dtype);
        }

        Tensor[] Zeros(int count, DType dtype, params long[] size) =>
            [.. Enumerable.Range(0, count).Select(_ => Torch.Zeros(size, dtype: dtype))];

        Tensor Done(Tensor tensor, Action<Tensor> call)
        {
            call(tensor);
            return tensor;
        }

        Tensor[] AllDone(Tensor[] tensors, Action<Tensor[]> call)
        {
            call(tensors);
            return tensors;
        }

        Case("before", () => D.AllReduce(Torch.Ones(1)));
        Case("rank before", () => D.GetRank());
        Case("no scheme", () => D.InitProcessGroup("gloo", "nowhere://x", rank: Rank, worldSize: 2));
        Case("no port", () => D.InitProcessGroup("gloo", "tcp://127.0.0.1", rank: Rank, worldSize: 2));
        Case("no rank", () => D.InitProcessGroup("gloo", "tcp://127.0.0.1:29500", worldSize: 2));
        Case("no size", () => D.InitProcessGroup("gloo", "tcp://127.0.0.1:29500", rank: 0));
        Case("no path", () => D.InitProcessGroup("gloo", "file://", rank: 0, worldSize: 2));
        Environment.SetEnvironmentVariable("RANK", null);
        Case("no environment", () => D.InitProcessGroup("gloo"));
        Case("bad port", () => D.InitProcessGroup("gloo", "tcp://127.0.0.1:129500", rank: Rank, worldSize: 2));
        Case("no nccl", () => D.InitProcessGroup("nccl", $"file://{store}2", rank: Rank, worldSize: 2));
        D.InitProcessGroup("gloo", $"file://{store}", rank: Rank, worldSize: 2, timeout: TimeSpan.FromSeconds(30));
        Case("twice", () => D.InitProcessGroup("gloo", $"file://{store}", rank: Rank, worldSize: 2));
        foreach (var (name, dtype) in DTypes)
        {
            foreach (var op in Enum.GetValues<ReduceOp>())
            {
                var how = op.ToString().ToUpperInvariant();
                Case($"all_reduce {how} {name}", () => Done(Own(dtype), x => D.AllReduce(x, op)));
                Case($"reduce {how} {name}", () =>
                {
                    var reduced = Done(Own(dtype), x => D.Reduce(x, 1, op));
                    return Rank == 1 ? reduced : (object)reduced.Numel();
                });
                Case($"reduce_scatter_tensor {how} {name}", () =>
                    Done(Torch.Zeros([2], dtype: dtype), x => D.ReduceScatterTensor(x, Own(dtype), op)));
            }

            Case($"broadcast {name}", () => Done(Own(dtype), x => D.Broadcast(x, 1)));
            Case($"gathered {name}", () => AllDone(Zeros(2, dtype, 4), x => D.AllGather(x, Own(dtype))));
            Case($"gathered_into {name}", () => Done(Torch.Zeros([8], dtype: dtype), x => D.AllGatherIntoTensor(x, Own(dtype))));
            Case($"to_one {name}", () =>
            {
                var x = Rank == 0 ? Zeros(2, dtype, 4) : null;
                D.Gather(Own(dtype), x, 0);
                return x ?? (object)"'none'";
            });
            Case($"from_one {name}", () => Done(Torch.Zeros([4], dtype: dtype), x => D.Scatter(
                x, Rank == 0 ? [Own(dtype), dtype == DType.Bool ? Own(dtype) : Own(dtype) * 2] : null, 0)));
            Case($"exchanged {name}", () => Done(Torch.Zeros([4], dtype: dtype), x => D.AllToAllSingle(x, Own(dtype))));
            Case($"unevenly {name}", () => Done(
                Torch.Zeros([Rank == 0 ? 2 : 6], dtype: dtype), x => D.AllToAllSingle(x, Own(dtype), Rank == 0 ? [1, 1] : [3, 3], [1, 3])));
            Case($"sent {name}", () => Done(Own(dtype), x => Exchange(x, () => D.Send(x, 1, tag: 3), () => D.Recv(x, 0, tag: 3))));
            Case($"anyone {name}", () => Done(Own(dtype), x => Exchange(x, () => D.Send(x, 1), () => D.Recv(x))));
        }

        var ones = Torch.Ones(4);
        Tensor Floats() => Own(DType.Float32);
        Tensor Strided() => Floats().View(2, 2).T;
        Case("reduce_scatter", () => Done(Torch.Zeros(4), x => D.ReduceScatter(x, [Floats(), Floats()])));
        Case("all_to_all", () => D.AllToAll([Torch.Zeros(2), Torch.Zeros(2)], [Torch.Ones(2), Torch.Ones(2)]));
        Case("strided", () => Done(Strided(), x => D.AllReduce(x)));
        Case("with_gradient", () => Done(Floats().RequiresGrad_(), x => D.AllReduce(x)));
        Case("strided_with_gradient", () => Done(Strided().Detach().RequiresGrad_(), x => D.AllReduce(x)));
        Case("empty", () => Done(Torch.Zeros(0), x => D.AllReduce(x)));
        Case("zero_dim", () => Done(Torch.Tensor(3.0), x => D.AllReduce(x)));
        Case("broadcast strided", () => Done(Strided(), x => D.Broadcast(x, 0)));
        Case("gather strided", () => AllDone(Zeros(2, DType.Float32, 2, 2), x => D.AllGather(x, Strided())));
        Case("gather into strided", () => AllDone(
            [.. Zeros(2, DType.Float32, 2, 2).Select(x => x.T)], x => D.AllGather(x, Floats().View(2, 2))));
        Case("into tensor strided", () => Done(Torch.Zeros(4, 2), x => D.AllGatherIntoTensor(x, Strided())));
        Case("into tensor stacked", () => Done(Torch.Zeros(2, 4), x => D.AllGatherIntoTensor(x, Floats())));
        Case("into tensor small", () => D.AllGatherIntoTensor(Torch.Zeros(7), Floats()));
        Case("into tensor dtype", () => D.AllGatherIntoTensor(Torch.Zeros([8], dtype: DType.Float64), Floats()));
        Case("short list", () => D.AllGather([Torch.Zeros(4)], ones));
        Case("no list", () => D.AllGather([], ones));
        Case("list of other sizes", () => D.AllGather([Torch.Zeros(4), Torch.Zeros(3)], ones));
        Case("list of other dtypes", () => D.AllGather([Torch.Zeros(4), Torch.Zeros([4], dtype: DType.Int64)], ones));
        Case("list of a smaller size", () => D.AllGather([Torch.Zeros(3), Torch.Zeros(3)], ones));
        Case("gather without list", () => D.Gather(ones, dst: Rank));
        Case("gather with list", () => D.Gather(ones, [Torch.Zeros(4), Torch.Zeros(4)], dst: 1 - Rank));
        Case("gather short", () => D.Gather(ones, [Torch.Zeros(4)], dst: Rank));
        Case("scatter without list", () => D.Scatter(Torch.Zeros(4), src: Rank));
        Case("scatter with list", () => D.Scatter(Torch.Zeros(4), [ones, ones], src: 1 - Rank));
        Case("scatter short", () => D.Scatter(Torch.Zeros(4), [ones], src: Rank));
        Case("scatter other size", () => D.Scatter(Torch.Zeros(4), [ones, Torch.Ones(3)], src: Rank));
        Case("reduce_scatter short", () => D.ReduceScatter(Torch.Zeros(4), [ones]));
        Case("all_to_all_single odd", () => D.AllToAllSingle(Torch.Zeros(3), Torch.Ones(3)));
        Case("all_to_all_single splits", () => D.AllToAllSingle(Torch.Zeros(4), Torch.Ones(4), [1, 1], [2, 2]));
        Case("all_to_all_single short splits", () => D.AllToAllSingle(Torch.Zeros(4), Torch.Ones(4), [4], [4]));
        Case("root out of range", () => D.Broadcast(ones, 2));
        Case("root negative", () => D.Broadcast(ones, -1));
        Case("no root", () => D.Broadcast(ones));
        Case("two roots", () => D.Broadcast(ones, 0, groupSrc: 0));
        Case("reduce root", () => D.Reduce(ones, 5));
        Case("send to itself", () => D.Send(ones, Rank));
        Case("other backend", () => D.NewGroup([0, 1], backend: "nccl"));
        var group = D.NewGroup([1]);
        Case("size of a group", () => D.GetWorldSize(group));
        Case("rank in a group", () => D.GetRank(group));
        Case("group of one", () => Done(Floats(), x => D.AllReduce(x, group: group)));
        var both = D.NewGroup([1, 0]);
        Case("ranks of a group", () => string.Join(
            " | ", [D.GetGroupRank(both, 1), D.GetGlobalRank(both, 0), .. D.GetProcessGroupRanks(both)]));
        Case("group's broadcast", () => Done(Floats(), x => D.Broadcast(x, group: both, groupSrc: 1)));
        Case("destroy", () => D.DestroyProcessGroup(both));
        Case("destroy all", () => D.DestroyProcessGroup());
        Case("after", () => D.AllReduce(ones));
    }

    private static void Exchange(Tensor tensor, Action send, Func<int> receive)
    {
        if (Rank == 0)
        {
            send();
        }
        else if (receive() != 0)
        {
            throw new InvalidOperationException("not from rank 0");
        }
    }

    private static void Case(string name, Action call) => Case(name, () =>
    {
        call();
        return null;
    });

    private static void Case(string name, Func<object?> call)
    {
        string said;
        try
        {
            said = Text(call());
        }
        catch (TorchException error)
        {
            said = $"{Python(error)}: {error.Message.Split('\n')[0]}";
            said = said.Contains(": [/", StringComparison.Ordinal)
                ? $"{Python(error)}: {error.Message.Split('\n')[0][(error.Message.IndexOf("] ", StringComparison.Ordinal) + 2)..]}"
                : said;
        }

        DistributedRank.Say($"{name}: {said}");
    }

    private static string Text(object? value) => value switch
    {
        null => "None",
        Tensor[] list => string.Join(" | ", list.Select(Text)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!.Replace('\n', ' '),
    };

    private static string Python(TorchException error) => error switch
    {
        TorchValueException => "ValueError",
        TorchTypeException => "TypeError",
        TorchNotImplementedException => "NotImplementedError",
        DistributedNetworkException => "DistNetworkError",
        DistributedStoreException => "DistStoreError",
        _ => "RuntimeError",
    };
}
