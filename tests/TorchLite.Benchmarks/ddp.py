"""One rank of the table of DistributedDataParallel: python3 ddp.py RANK INIT. Each line on the input is what to measure, and how often."""
import os
import sys
import time
import types

import torch
import torch.distributed as dist
from torch import nn
from torch.nn import functional as F

try:
    torch._dynamo.config._get_optimize_ddp_mode()
except AttributeError:
    # Python's front end on another libtorch has no compiler, which DistributedDataParallel asks for its options: one that has none.
    class Nothing(types.ModuleType):
        def __getattr__(self, name):
            if name.startswith("__"):
                raise AttributeError(name)
            return self

        def __call__(self, *args, **kwargs):
            return args[0] if args and callable(args[0]) else self

    torch._dynamo = sys.modules["torch._dynamo"] = Nothing("torch._dynamo")

from torch.nn.parallel import DistributedDataParallel



class Wait(torch.autograd.Function):
    """Its gradient takes ten milliseconds, in which the processor has nothing to do."""

    @staticmethod
    def forward(ctx, x):
        return x.clone()

    @staticmethod
    def backward(ctx, gradient):
        time.sleep(0.01)
        return gradient


class Waiting(nn.Module):
    def forward(self, x):
        return Wait.apply(x)


def layers(between):
    return nn.Sequential(*(layer for _ in range(6) for layer in (nn.Linear(1024, 1024), between())), nn.Linear(1024, 10))


torch.set_num_threads(1)
dist.init_process_group("gloo", init_method=sys.argv[2], rank=int(sys.argv[1]), world_size=2)
torch.manual_seed(0)
MODELS = {
    "cnn": (lambda: nn.Sequential(
        nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),
        nn.Linear(32 * 7 * 7, 64), nn.ReLU(), nn.Linear(64, 10)), lambda: torch.randn(64, 1, 28, 28)),
    "mlp": (lambda: layers(nn.ReLU), lambda: torch.randn(64, 1024)),
    "device": (lambda: layers(Waiting), lambda: torch.randn(1, 1024)),
}
made = {}
for line in sys.stdin:
    what, name, count = line.split()
    if name not in made:
        module, x = (make() for make in MODELS[name])
        ddp = DistributedDataParallel(module, bucket_cap_mb=None if name == "cnn" else 4)
        made[name] = ddp, torch.optim.SGD(ddp.parameters(), lr=1e-3), x, torch.zeros(len(x), dtype=torch.long)
    ddp, optimizer, x, y = made[name]
    flat = torch.zeros(sum(parameter.numel() for parameter in ddp.parameters()))

    def step():
        optimizer.zero_grad()
        F.cross_entropy(ddp(x), y).backward()
        optimizer.step()

    dist.barrier()
    begin = time.perf_counter()
    for _ in range(int(count)):
        if what == "step":
            step()
        elif what == "compute":
            with ddp.no_sync():
                step()
        else:
            dist.all_reduce(flat)
    print((time.perf_counter() - begin) * 1e6 / int(count), flush=True)
