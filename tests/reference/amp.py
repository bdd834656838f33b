"""Training in mixed precision: steps of a small network, which tests/TorchLite.Tests/Amp makes in C#."""
import json

import torch
import torch.nn.functional as F
from torch import nn

from recorder import written

# Of each run: the dtype, whether casts are kept, and whether autocast is enabled at all.
RUNS = [("bfloat16", True, True), ("bfloat16", False, True), ("float16", True, True), ("float16", False, True), ("bfloat16", True, False)]


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 3, 3)
        self.norm = nn.LayerNorm(48)
        self.first = nn.Linear(48, 16)
        self.shared = nn.Linear(16, 16)
        self.last = nn.Linear(16, 4)

    def forward(self, x):
        x = self.norm(F.relu(self.conv(x)).flatten(1))
        x = self.shared(torch.tanh(self.shared(self.first(x))))  # twice, so that a cast that is kept is used
        with torch.autocast("cpu", enabled=False):
            x = x.float() * F.softmax(x.float(), 1)
        return self.last(x)


def answer(case):
    dtype, cached, enabled = case["run"]
    torch.manual_seed(5)
    net = Net()
    x, target = torch.randn(6, 1, 6, 6), torch.tensor([0, 1, 2, 3, 0, 1])
    case["steps"] = []
    for _ in range(3):
        with torch.autocast("cpu", dtype=getattr(torch, dtype), enabled=enabled, cache_enabled=cached):
            output = net(x)
            loss = F.cross_entropy(output, target)
        net.zero_grad()
        loss.backward()
        case["steps"].append({"output": written(output.detach()), "loss": written(loss.detach()),
                              "gradients": [written(p.grad) for p in net.parameters()]})
        with torch.no_grad():
            for p in net.parameters():
                p -= 0.1 * p.grad


def record():
    cases = [{"module": "autocast", "py": f"{run}", "run": list(run), "compare": "halves"} for run in RUNS]
    for case in cases:
        answer(case)
    return "".join(json.dumps(case, separators=(",", ":")) + "\n" for case in cases)
