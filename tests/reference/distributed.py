"""What collectives give for each dtype and operation, and what they say of mistakes: two ranks, a line a case, of rank 0 and of rank 1.

    python distributed.py OUTPUT     starts the two ranks itself

tests/TorchLite.Probe/Distributed writes the same lines, and tests/TorchLite.Tests/Distributed compares them.
"""
import datetime
import os
import sys
import tempfile

import torch
import torch.distributed as dist
import torch.multiprocessing as mp

DTYPES = ["float16", "bfloat16", "float32", "float64", "int8", "uint8", "int16", "int32", "int64", "bool", "complex64", "complex128"]
OPS = ["SUM", "AVG", "PRODUCT", "MIN", "MAX", "BAND", "BOR", "BXOR"]


def text(value):
    if isinstance(value, (list, tuple)):
        return " | ".join(text(one) for one in value)
    return repr(value).replace("\n", " ")


def run(rank, store, output):
    os.environ["GLOO_SOCKET_IFNAME"] = "lo"
    file = open(f"{output}.{rank}", "w")

    def case(name, action):
        try:
            line = f"{name}: {text(action())}"
        except Exception as error:  # the text is what is compared
            said = str(error).split("\n")[0]
            line = f"{name}: {type(error).__name__}: {said[said.find('] ') + 2:] if said.startswith('[/') else said}"
        file.write(line + "\n")
        file.flush()

    case("before", lambda: dist.all_reduce(torch.ones(1)))
    case("rank before", lambda: dist.get_rank())
    case("no scheme", lambda: dist.init_process_group("gloo", init_method="nowhere://x", rank=rank, world_size=2))
    case("no port", lambda: dist.init_process_group("gloo", init_method="tcp://127.0.0.1", rank=rank, world_size=2))
    case("no rank", lambda: dist.init_process_group("gloo", init_method="tcp://127.0.0.1:29500", world_size=2))
    case("no size", lambda: dist.init_process_group("gloo", init_method="tcp://127.0.0.1:29500", rank=0))
    case("no path", lambda: dist.init_process_group("gloo", init_method="file://", rank=0, world_size=2))
    case("no environment", lambda: dist.init_process_group("gloo"))
    case("bad port", lambda: dist.init_process_group("gloo", init_method="tcp://127.0.0.1:129500", rank=rank, world_size=2))
    case("no nccl", lambda: dist.init_process_group("nccl", init_method=f"file://{store}2", rank=rank, world_size=2))
    dist.init_process_group("gloo", init_method=f"file://{store}", rank=rank, world_size=2, timeout=datetime.timedelta(seconds=30))
    case("twice", lambda: dist.init_process_group("gloo", init_method=f"file://{store}", rank=rank, world_size=2))

    def own(dtype, count=4):
        kind = getattr(torch, dtype)
        if dtype == "bool":
            return torch.tensor([True, False, True, rank == 0] * 2)[:count]
        value = (torch.arange(count) + 1) * (rank + 1)
        return (value + value * 1j).to(kind) if kind.is_complex else value.to(kind)

    for dtype in DTYPES:
        for op in OPS:
            def reduced(call):
                x = own(dtype)
                call(x)
                return x

            how = getattr(dist.ReduceOp, op)
            case(f"all_reduce {op} {dtype}", lambda: reduced(lambda x: dist.all_reduce(x, how)))
            case(f"reduce {op} {dtype}", lambda: (reduced(lambda x: dist.reduce(x, 1, how)) if rank == 1 else
                 reduced(lambda x: dist.reduce(x, 1, how)).shape))

            def scattered():
                x = torch.zeros(2, dtype=getattr(torch, dtype))
                dist.reduce_scatter_tensor(x, own(dtype), how)
                return x

            case(f"reduce_scatter_tensor {op} {dtype}", scattered)

        def broadcast():
            x = own(dtype)
            dist.broadcast(x, 1)
            return x

        def gathered():
            x = [torch.zeros(4, dtype=getattr(torch, dtype)) for _ in range(2)]
            dist.all_gather(x, own(dtype))
            return x

        def gathered_into():
            x = torch.zeros(8, dtype=getattr(torch, dtype))
            dist.all_gather_into_tensor(x, own(dtype))
            return x

        def to_one():
            x = [torch.zeros(4, dtype=getattr(torch, dtype)) for _ in range(2)] if rank == 0 else None
            dist.gather(own(dtype), x, 0)
            return x or "none"

        def from_one():
            x = torch.zeros(4, dtype=getattr(torch, dtype))
            dist.scatter(x, [own(dtype), own(dtype) * 2 if dtype != "bool" else own(dtype)] if rank == 0 else None, 0)
            return x

        def exchanged():
            x = torch.zeros(4, dtype=getattr(torch, dtype))
            dist.all_to_all_single(x, own(dtype))
            return x

        def unevenly():
            x = torch.zeros(2 if rank == 0 else 6, dtype=getattr(torch, dtype))
            dist.all_to_all_single(x, own(dtype), [1, 1] if rank == 0 else [3, 3], [1, 3])
            return x

        def sent():
            x = own(dtype)
            if rank == 0:
                dist.send(x, 1, tag=3)
            else:
                assert dist.recv(x, 0, tag=3) == 0
            return x

        def anyone():
            x = own(dtype)
            if rank == 0:
                dist.send(x, 1)
            else:
                assert dist.recv(x) == 0
            return x

        for call in (broadcast, gathered, gathered_into, to_one, from_one, exchanged, unevenly, sent, anyone):
            case(f"{call.__name__} {dtype}", call)

    ones = torch.ones(4)
    case("reduce_scatter", lambda: (lambda x: (dist.reduce_scatter(x, [own("float32"), own("float32")]), x)[1])(torch.zeros(4)))
    case("all_to_all", lambda: dist.all_to_all([torch.zeros(2), torch.zeros(2)], [torch.ones(2), torch.ones(2)]))

    def strided():
        x = own("float32").view(2, 2).T
        dist.all_reduce(x)
        return x

    def with_gradient():
        x = own("float32").requires_grad_()
        dist.all_reduce(x)
        return x

    def strided_with_gradient():
        x = own("float32").view(2, 2).T.detach().requires_grad_()
        dist.all_reduce(x)
        return x

    def empty():
        x = torch.zeros(0)
        dist.all_reduce(x)
        return x

    def zero_dim():
        x = torch.tensor(3.0)
        dist.all_reduce(x)
        return x

    for call in (strided, with_gradient, strided_with_gradient, empty, zero_dim):
        case(call.__name__, call)
    case("broadcast strided", lambda: (lambda x: (dist.broadcast(x, 0), x)[1])(own("float32").view(2, 2).T))
    case("gather strided", lambda: (lambda x: (dist.all_gather(x, own("float32").view(2, 2).T), x)[1])([torch.zeros(2, 2), torch.zeros(2, 2)]))
    case("gather into strided", lambda: (lambda x: (dist.all_gather(x, own("float32").view(2, 2)), x)[1])([torch.zeros(2, 2).T, torch.zeros(2, 2).T]))
    case("into tensor strided", lambda: (lambda x: (dist.all_gather_into_tensor(x, own("float32").view(2, 2).T), x)[1])(torch.zeros(4, 2)))
    case("into tensor stacked", lambda: (lambda x: (dist.all_gather_into_tensor(x, own("float32")), x)[1])(torch.zeros(2, 4)))
    case("into tensor small", lambda: dist.all_gather_into_tensor(torch.zeros(7), own("float32")))
    case("into tensor dtype", lambda: dist.all_gather_into_tensor(torch.zeros(8, dtype=torch.float64), own("float32")))
    case("short list", lambda: dist.all_gather([torch.zeros(4)], ones))
    case("no list", lambda: dist.all_gather([], ones))
    case("list of other sizes", lambda: dist.all_gather([torch.zeros(4), torch.zeros(3)], ones))
    case("list of other dtypes", lambda: dist.all_gather([torch.zeros(4), torch.zeros(4, dtype=torch.int64)], ones))
    case("list of a smaller size", lambda: dist.all_gather([torch.zeros(3), torch.zeros(3)], ones))
    case("gather without list", lambda: dist.gather(ones, dst=rank))
    case("gather with list", lambda: dist.gather(ones, [torch.zeros(4), torch.zeros(4)], dst=1 - rank))
    case("gather short", lambda: dist.gather(ones, [torch.zeros(4)], dst=rank))
    case("scatter without list", lambda: dist.scatter(torch.zeros(4), src=rank))
    case("scatter with list", lambda: dist.scatter(torch.zeros(4), [ones, ones], src=1 - rank))
    case("scatter short", lambda: dist.scatter(torch.zeros(4), [ones], src=rank))
    case("scatter other size", lambda: dist.scatter(torch.zeros(4), [ones, torch.ones(3)], src=rank))
    case("reduce_scatter short", lambda: dist.reduce_scatter(torch.zeros(4), [ones]))
    case("all_to_all_single odd", lambda: dist.all_to_all_single(torch.zeros(3), torch.ones(3)))
    case("all_to_all_single splits", lambda: dist.all_to_all_single(torch.zeros(4), torch.ones(4), [1, 1], [2, 2]))
    case("all_to_all_single short splits", lambda: dist.all_to_all_single(torch.zeros(4), torch.ones(4), [4], [4]))
    case("root out of range", lambda: dist.broadcast(ones, 2))
    case("root negative", lambda: dist.broadcast(ones, -1))
    case("no root", lambda: dist.broadcast(ones))
    case("two roots", lambda: dist.broadcast(ones, 0, group_src=0))
    case("reduce root", lambda: dist.reduce(ones, 5))
    case("send to itself", lambda: dist.send(ones, rank))
    case("other backend", lambda: dist.new_group([0, 1], backend="nccl"))
    group = dist.new_group([1])
    case("size of a group", lambda: dist.get_world_size(group))
    case("rank in a group", lambda: dist.get_rank(group))
    case("group of one", lambda: (lambda x: (dist.all_reduce(x, group=group), x)[1])(own("float32")))
    both = dist.new_group([1, 0])
    case("ranks of a group", lambda: (dist.get_group_rank(both, 1), dist.get_global_rank(both, 0), *dist.get_process_group_ranks(both)))
    case("group's broadcast", lambda: (lambda x: (dist.broadcast(x, group=both, group_src=1), x)[1])(own("float32")))
    case("destroy", lambda: dist.destroy_process_group(both))
    case("destroy all", lambda: dist.destroy_process_group())
    case("after", lambda: dist.all_reduce(ones))


if __name__ == "__main__":
    where = tempfile.mktemp()
    mp.spawn(run, (where, sys.argv[1]), nprocs=2)
