"""A rank in Python of the group that build/check-distributed.sh makes; tests/TorchLite.Probe's "mixed collectives" is one in C#."""
import torch
import torch.distributed as dist

dist.init_process_group("gloo")
rank, size = dist.get_rank(), dist.get_world_size()
own = torch.tensor([1.0, 2.0]) * (rank + 1)


def say(name, *values):
    print("=", name, *(repr(value).replace("\n", " ") for value in values), flush=True)


def done(call, x):
    call(x)
    return x


for op in (dist.ReduceOp.SUM, dist.ReduceOp.MAX, dist.ReduceOp.PRODUCT):
    say("all_reduce", done(lambda x: dist.all_reduce(x, op), own.clone()))
for root in range(size):
    say("broadcast", done(lambda x: dist.broadcast(x, root), own.clone()))
    x = own.clone()
    dist.reduce(x, root)
    dist.broadcast(x, root)
    say("reduce", x)
say("all_gather_into_tensor", done(lambda x: dist.all_gather_into_tensor(x, own), torch.zeros(2 * size)))
say("all_gather", *done(lambda x: dist.all_gather(x, own), [torch.zeros(2) for _ in range(size)]))
part = done(lambda x: dist.reduce_scatter_tensor(x, torch.arange(2.0 * size) * (rank + 1)), torch.zeros(2))
say("reduce_scatter_tensor", done(lambda x: dist.all_gather_into_tensor(x, part), torch.zeros(2 * size)))
part = done(lambda x: dist.all_to_all_single(x, torch.arange(1.0 * size) + 10 * rank), torch.zeros(size))
say("all_to_all_single", done(lambda x: dist.all_gather_into_tensor(x, part), torch.zeros(size * size)))
x = torch.zeros(2)
dist.scatter(x, [torch.full((2,), 1.0 * i) for i in range(size)] if rank == 1 else None, src=1)
all_ = [torch.zeros(2) for _ in range(size)] if rank == 2 else None
dist.gather(x, all_, dst=2)
everything = torch.cat(all_) if rank == 2 else torch.zeros(2 * size)
dist.broadcast(everything, 2)
say("scatter, gather", everything)
x = own.clone()
work = dist.isend(x, (rank + 1) % size, tag=5)
y = torch.zeros(2)
dist.recv(y, (rank - 1) % size, tag=5)
work.wait()
say("ring", done(lambda x: dist.all_gather_into_tensor(x, y), torch.zeros(2 * size)))
group = dist.new_group([1, 2])
x = own.clone()
if rank in (1, 2):
    dist.all_reduce(x, group=group)
say("group", done(lambda z: dist.all_gather_into_tensor(z, x), torch.zeros(2 * size)))
for kind in (torch.float64, torch.int64, torch.int32, torch.uint8, torch.bool, torch.complex64):
    say("dtype", done(lambda x: dist.all_reduce(x), own.to(kind)))
works = [(x, dist.all_reduce(x, async_op=True)) for x in (torch.full((10000,), 1.0 * i) for i in range(20))]
for _, work in works:
    work.wait()
say("in flight", sum(x.sum().item() for x, _ in works))
dist.monitored_barrier()
dist.barrier()
dist.destroy_process_group()
