"""Writes the models of JitTable.cs as TorchScript, and measures the same in Python: python jit.py FOLDER.

Reads lines "<what> <times>", and answers each with the microseconds of one: "cnn" is a call of the network as it is, "script" one of
its script, "fast" one made fast by libtorch, "load" reads 100 MB.
"""
import sys
import time

import torch
from torch import nn

# Python's front end on another libtorch has no compiler, which scripts ask when they are called.
if not hasattr(torch.compiler, "is_exporting"):
    torch.compiler.is_exporting = lambda: False

torch.set_num_threads(1)
folder = sys.argv[1]
x = torch.randn(2, 3, 32, 32)
# Of PyTorch's own classes: this script is passed as text, and of a class in it there would be no source to script.
model = nn.Sequential(
    nn.Conv2d(3, 32, 3, padding=1), nn.BatchNorm2d(32), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(32, 64, 3, padding=1),
    nn.BatchNorm2d(64), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, 10)).eval()
script = torch.jit.script(model)
script.save(folder + "/cnn.pt")
large = torch.jit.script(nn.Sequential(*[nn.Linear(2500, 1000) for _ in range(10)]).eval())
large.save(folder + "/large.pt")
fast = torch.jit.optimize_for_inference(script)
RUNS = {"cnn": lambda: model(x), "script": lambda: script(x), "fast": lambda: fast(x), "load": lambda: torch.jit.load(folder + "/large.pt")}
with torch.no_grad():
    for line in sys.stdin:
        what, times = line.split()
        start = time.perf_counter()
        for _ in range(int(times)):
            RUNS[what]()
        print((time.perf_counter() - start) * 1e6 / int(times), flush=True)
