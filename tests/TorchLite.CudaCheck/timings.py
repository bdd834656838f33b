"""The same steps as Timings.cs, in Python: microseconds of a call, with and without waiting for the device."""
import sys
import time

import torch

device = sys.argv[1]


def wait():
    if device.startswith("cuda"):
        torch.cuda.synchronize()


def measure(name, step):
    for _ in range(20):
        step()
    wait()
    best = float("inf")
    many, rounds, began = 20, 0, time.perf_counter()
    while rounds < 2 or time.perf_counter() - began < 0.6:
        rounds += 1
        start = time.perf_counter()
        for _ in range(many):
            step()
        wait()
        best = min(best, (time.perf_counter() - start) / many)
    print(f"measured\t{name}\t{best * 1e6}")


torch.manual_seed(0)
small = torch.rand(16, device=device)
vector = torch.rand(1_000_000, device=device)
square = torch.rand(1024, 1024, device=device)
x, w1, w2 = (torch.rand(*size, device=device) for size in ((256, 512), (512, 512), (512, 64)))
w1.requires_grad_()
w2.requires_grad_()
host = torch.rand(1_000_000)


def train():
    loss = ((x @ w1).relu() @ w2).square().mean()
    loss.backward()
    w1.grad = None
    w2.grad = None


net = torch.nn.Sequential(
    torch.nn.Conv2d(1, 16, 3, padding=1), torch.nn.ReLU(), torch.nn.MaxPool2d(2), torch.nn.Flatten(), torch.nn.Linear(256, 10)).to(device)
optimizer = torch.optim.Adam(net.parameters())
images, labels = torch.rand(256, 1, 8, 8, device=device), torch.randint(10, (256,), device=device)
kind = torch.device(device).type
half = torch.bfloat16 if kind == "cpu" else torch.float16


def step(dtype):
    optimizer.zero_grad()
    with torch.autocast(kind, dtype, enabled=dtype is not None):
        loss = torch.nn.functional.cross_entropy(net(images), labels)
    loss.backward()
    optimizer.step()


print(f"python\t{torch.__version__}\t0")
measure("add of 16", lambda: small + small)
measure("add of 1e6", lambda: vector + vector)
measure("add_ of 1e6", lambda: vector.add_(1))
measure("sum of 1e6", lambda: vector.sum())
measure("softmax of 1024 x 1024", lambda: square.softmax(1))
measure("matmul of 1024 x 1024", lambda: square @ square)
measure("sort of 1e6", lambda: vector.sort())
measure("item", lambda: small[0].item())
measure("1e6 to the device", lambda: host.to(device, copy=True))
measure("1e6 to the host", lambda: vector.to("cpu", copy=True))
measure("forward and backward", train)
measure("step of a network", lambda: step(None))
measure("the same in half precision", lambda: step(half))
