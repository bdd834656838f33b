"""Training programs of several processes, and what comes of them.

    python3 training.py                                   one process of a group: RANK, WORLD_SIZE, MASTER_ADDR, MASTER_PORT say which
    python3 training.py worker RANK SIZE INIT [NAME...]   the same, which meets the others at INIT; says all digits
    python3 training.py refused                           names the programs that this build of PyTorch can not run
    python3 training.py record                            runs all, with 2 and 4 processes on this machine: out/distributed.jsonl

tests/TorchLite.Probe/DistributedTraining has the same programs by the same names, and may run some of the processes. Of a group that
meets by the environment, LEFT_OUT names the programs that it leaves out.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
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

    if not hasattr(torch, "compile") or "2.6" in torch.__version__:
        torch._dynamo = sys.modules["torch._dynamo"] = Nothing("torch._dynamo")

from torch.distributed.algorithms.join import Join
from torch.distributed.optim import ZeroRedundancyOptimizer
from torch.nn.parallel import DistributedDataParallel


def data():
    torch.manual_seed(7)
    return torch.randn(64, 8), torch.randint(4, (64,))


def own(tensor):
    per = len(tensor) // dist.get_world_size()
    return tensor[dist.get_rank() * per:(dist.get_rank() + 1) * per]


def layers():
    # Others in each process: those of rank 0 are to count.
    torch.manual_seed(dist.get_rank())
    return nn.Sequential(nn.Linear(8, 32), nn.Tanh(), nn.Linear(32, 32), nn.Tanh(), nn.Linear(32, 4))


def mean(loss):
    total = loss.detach().clone()
    dist.all_reduce(total)
    return total.item() / dist.get_world_size()


def weights(module):
    return sum(parameter.detach().double().abs().sum().item() for parameter in module.parameters())


def steps(ddp, optimizer, count, loss_of):
    losses = []
    for step in range(count):
        optimizer.zero_grad()
        loss = loss_of(step)
        loss.backward()
        optimizer.step()
        losses.append(mean(loss))
    return losses, weights(ddp)


def sgd(module):
    return torch.optim.SGD(module.parameters(), lr=0.1, momentum=0.9)


def hooked(ddp, hook):
    if hook:
        ddp._register_builtin_comm_hook(hook)
    return ddp


def trained(count, module=None, optimizer=sgd, hook=None, **options):
    x, y = (own(tensor) for tensor in data())
    ddp = hooked(DistributedDataParallel(module or layers(), **options), hook)
    return steps(ddp, optimizer(ddp), count, lambda step: F.cross_entropy(ddp(x), y))


def plain():
    return trained(50)


def views():
    return trained(20, gradient_as_bucket_view=True, bucket_cap_mb=0.002)


def buckets():
    return trained(20, bucket_cap_mb=0.001)


def frozen():
    module = layers()
    module[2].weight.requires_grad_(False)
    return trained(20, module)


def normalized():
    module = layers()
    module.insert(1, nn.BatchNorm1d(32))
    return trained(20, module)


def convolutions():
    torch.manual_seed(3)
    images, y = torch.randn(32, 1, 8, 8), torch.randint(4, (32,))
    torch.manual_seed(dist.get_rank())
    module = nn.Sequential(
        nn.Conv2d(1, 8, 3, padding=1), nn.ReLU(), nn.Conv2d(8, 8, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(128, 4))
    ddp = DistributedDataParallel(module)
    x, y = own(images), own(y)
    return steps(ddp, sgd(ddp), 10, lambda step: F.cross_entropy(ddp(x), y))


class Chosen(nn.Module):
    """Layers of which each step uses some, and two outputs of which the loss may use one."""

    def __init__(self):
        super().__init__()
        torch.manual_seed(dist.get_rank())
        self.first = nn.Linear(8, 16)
        self.a = nn.Linear(16, 16)
        self.b = nn.Linear(16, 16)
        self.last = nn.Linear(16, 4)
        self.side = nn.Linear(16, 4)
        self.never = nn.Linear(3, 3)

    def forward(self, x, choice):
        hidden = self.first(x).tanh()
        hidden = (self.a if choice % 2 == 0 else self.b)(hidden).tanh()
        return self.last(hidden), self.side(hidden)


def unused():
    x, y = (own(tensor) for tensor in data())
    ddp = DistributedDataParallel(Chosen(), find_unused_parameters=True)

    def loss(step):
        # In every third step each process uses another layer than its neighbour.
        one, two = ddp(x, step + dist.get_rank() if step % 3 == 2 else step)
        return F.cross_entropy(one, y) + (F.cross_entropy(two, y) if step % 2 == 0 else 0)
    return steps(ddp, sgd(ddp), 20, loss)


class Repeated(nn.Module):
    """A layer that is used twice, and one that is never used."""

    def __init__(self):
        super().__init__()
        torch.manual_seed(dist.get_rank())
        self.first = nn.Linear(8, 16)
        self.twice = nn.Linear(16, 16)
        self.last = nn.Linear(16, 4)
        self.never = nn.Linear(3, 3)

    def forward(self, x):
        hidden = self.first(x).tanh()
        return self.last(self.twice(self.twice(hidden).tanh()).tanh())


def static():
    return trained(20, Repeated(), static_graph=True)


def accumulated():
    x, y = (own(tensor) for tensor in data())
    half = len(x) // 2
    ddp = DistributedDataParallel(layers())
    optimizer, losses = sgd(ddp), []
    for _ in range(20):
        optimizer.zero_grad()
        with ddp.no_sync():
            first = F.cross_entropy(ddp(x[:half]), y[:half]) / 2
            first.backward()
        second = F.cross_entropy(ddp(x[half:]), y[half:]) / 2
        second.backward()
        optimizer.step()
        losses.append(mean(first + second))
    return losses, weights(ddp)


def uneven(hook=None, **options):
    x, y = (own(tensor) for tensor in data())
    module = layers()
    module.insert(1, nn.BatchNorm1d(32))
    ddp = hooked(DistributedDataParallel(module), hook)
    optimizer, losses = sgd(ddp), []
    with ddp.join(**options):
        for step in range(5 + 2 * dist.get_rank()):
            optimizer.zero_grad()
            loss = F.cross_entropy(ddp(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses, weights(ddp)


def uneven_remaining():
    return uneven(divide_by_initial_world_size=False)


def sharded():
    return trained(20, optimizer=lambda ddp: ZeroRedundancyOptimizer(ddp.parameters(), torch.optim.Adam, lr=0.01))


def sharded_uneven():
    x, y = (own(tensor) for tensor in data())
    ddp = DistributedDataParallel(layers())
    optimizer, losses = ZeroRedundancyOptimizer(ddp.parameters(), torch.optim.Adam, lr=0.01), []
    with Join([ddp, optimizer]):
        for step in range(5 + dist.get_rank()):
            optimizer.zero_grad()
            loss = F.cross_entropy(ddp(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses, weights(ddp)


def summed():
    return trained(20, hook=dist.BuiltinCommHookType.ALLREDUCE)


def compressed():
    return trained(20, hook=dist.BuiltinCommHookType.FP16_COMPRESS)


def compressed_uneven():
    return uneven(hook=dist.BuiltinCommHookType.FP16_COMPRESS)


PROGRAMS = [plain, views, buckets, frozen, normalized, convolutions, unused, static, accumulated, uneven, uneven_remaining, sharded,
            sharded_uneven, summed, compressed, compressed_uneven]


def run(init, names, say, **who):
    torch.set_num_threads(1)
    dist.init_process_group("gloo", init_method=init, **who)
    for program in PROGRAMS:
        if not names or program.__name__ in names:
            say(program.__name__, *program())
    dist.barrier()
    dist.destroy_process_group()


def digits(name, losses, total):
    print(json.dumps({"program": name, "rank": dist.get_rank(), "ranks": dist.get_world_size(), "losses": losses, "weights": total}), flush=True)


def common(name, losses, total):
    # What all processes say alike; with inputs of which some have fewer, each has its own losses.
    shown = [] if "uneven" in name else [f"{loss:.5f}" for loss in losses]
    print("=", name, *shown, f"weights {total:.4f}", flush=True)


def refused():
    # Not every build of Gloo adds in half precision.
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
    try:
        dist.all_reduce(torch.ones(1, dtype=torch.float16))
    except RuntimeError:
        print(*[program.__name__ for program in PROGRAMS if "compressed" in program.__name__])
    dist.destroy_process_group()


def record():
    # Another model of processor rounds otherwise.
    told = dict(line.split(":", 1) for line in pathlib.Path("/proc/cpuinfo").read_text().split("\n\n")[0].splitlines())
    told = {name.strip(): value.strip() for name, value in told.items()}
    lines = [json.dumps({"recorded": [torch.__version__.split("+")[0]]}),
             json.dumps({"processor": f"{told['vendor_id']} {told['cpu family']} {told['model']}"})]
    for size in (2, 4):
        meeting = pathlib.Path(tempfile.mkdtemp()) / "meeting"
        children = [subprocess.Popen([sys.executable, "-W", "ignore", __file__, "worker", str(rank), str(size), f"file://{meeting}"],
                                     stdout=subprocess.PIPE, text=True) for rank in range(size)]
        for child in children:
            lines += [line for line in child.communicate()[0].splitlines() if line.startswith("{")]
            assert child.returncode == 0
    out = pathlib.Path("out")
    out.mkdir(exist_ok=True)
    (out / "distributed.jsonl").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    os.environ.setdefault("GLOO_SOCKET_IFNAME", "lo")

    # Some builds have no libuv, and who serves the store tells the others nothing of it.
    os.environ.setdefault("USE_LIBUV", "0")
    if sys.argv[1:] == ["record"]:
        record()
    elif sys.argv[1:] == ["refused"]:
        refused()
    elif sys.argv[1:2] == ["worker"]:
        run(sys.argv[4], sys.argv[5:], digits, rank=int(sys.argv[2]), world_size=int(sys.argv[3]))
    else:
        left_out = os.environ.get("LEFT_OUT", "").split()
        run("env://", [program.__name__ for program in PROGRAMS if program.__name__ not in left_out], common)
