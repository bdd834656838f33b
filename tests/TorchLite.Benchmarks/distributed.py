"""A rank of a group in Python, for the table "distributed": what an all-reduce takes, in microseconds, the median of each size."""
import os
import time

import torch
import torch.distributed as dist

dist.init_process_group("gloo", init_method=os.environ["INIT_METHOD"], rank=int(os.environ["RANK"]), world_size=2)
for count, rounds in ((1_000, 400), (1_000_000, 40), (100_000_000, 3)):
    x = torch.ones(count)
    times = []
    for i in range(rounds + 2):
        dist.barrier()
        start = time.perf_counter()
        dist.all_reduce(x)
        times.append((time.perf_counter() - start) * 1e6)
    times = sorted(times[2:])
    print(f"= {count} {times[rounds // 2]:.2f}", flush=True)
dist.barrier()
dist.destroy_process_group()
