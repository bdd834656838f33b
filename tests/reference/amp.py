"""Training in mixed precision: steps of a small network, and of scalers, which tests/TorchLite.Tests/Amp makes in C#."""
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


# Of each run of a scaler: the optimizer, whether it is fused, the interval of growth, whether gradients are clipped before the step, and the steps
# whose loss is infinite.
SCALED = [("SGD", False, 3, False, [2, 7]), ("SGD", True, 3, False, [2, 7]), ("Adam", False, 2, True, [0, 1]), ("Adam", True, 2, False, [0, 1, 9]),
          ("AdamW", False, 4, False, []), ("AdamW", True, 1, True, [4]), ("SGD", False, 2000, True, list(range(12)))]
OPTIONS = {"SGD": {"lr": 0.1, "momentum": 0.9}, "Adam": {"lr": 0.05}, "AdamW": {"lr": 0.05}}


def weights():
    return [torch.nn.Parameter(torch.arange(12.).reshape(4, 3) / 10), torch.nn.Parameter(torch.ones(3))]


def scaled(case):
    name, fused, interval, clips, infinite = case["run"]
    w, b = weights()
    optimizer = getattr(torch.optim, name)([w, b], fused=fused, **OPTIONS[name])
    scaler = torch.amp.GradScaler("cpu", init_scale=64.0, growth_factor=3.0, backoff_factor=0.25, growth_interval=interval)
    x = torch.arange(8.).reshape(2, 4) / 5 - 1
    case["steps"] = []
    for step in range(12):
        loss = ((x @ w + b) ** 2).mean() * (float("inf") if step in infinite else 1.0)
        optimizer.zero_grad()
        scaler.scale(loss).backward()
        if clips:
            scaler.unscale_(optimizer)
            torch.nn.utils.clip_grad_norm_([w, b], 0.5)
        scaler.step(optimizer)
        scaler.update()
        case["steps"].append({"scale": scaler.get_scale(), "tracker": scaler.state_dict()["_growth_tracker"],
                              "w": written(w.detach()), "b": written(b.detach()), "grad": written(w.grad)})
    case["state"] = scaler.state_dict()


def mistakes(case):
    """What a scaler says to a call at the wrong time."""
    def said(*calls, **options):
        (w, b), half = weights(), torch.nn.Parameter(torch.ones(2, dtype=torch.float16))
        scaler = torch.amp.GradScaler("cpu", **options)
        names = {"scaler": scaler, "sgd": torch.optim.SGD([w, b], lr=0.1), "other": torch.optim.SGD([torch.nn.Parameter(torch.ones(1))]), "w": w, "torch": torch,
                 "half": half, "halves": torch.optim.SGD([half])}
        try:
            for call in calls:
                exec(call, names)
        except Exception as error:
            return f"{type(error).__name__}: {error}"
        return "nothing"

    begun = "scaler.scale(w.sum()).backward()"
    case["steps"] = [{"calls": list(calls), "said": said(*calls)} for calls in (
        ["scaler.unscale_(sgd)"], ["scaler.step(sgd)"], ["scaler.update()"], ["scaler.update(2.0)"], [begun, "scaler.update()"],
        [begun, "scaler.unscale_(sgd)", "scaler.unscale_(sgd)"], [begun, "scaler.step(sgd)", "scaler.step(sgd)"],
        [begun, "scaler.step(sgd)", "scaler.unscale_(sgd)"], [begun, "scaler.step(other)"], [begun, "scaler.step(sgd, closure=lambda: w.sum())"],
        ["scaler.scale(half.sum()).backward()", "scaler.step(halves)"], ["scaler.load_state_dict({})"], ["scaler.scale(w)", "scaler.update(torch.ones(2))"],
        ["scaler.scale(w)", "scaler.update(torch.ones(1, requires_grad=True))"], ["scaler.scale(w)", "scaler.update(torch.ones(1, device='meta'))"],
        ["torch.amp.GradScaler('cpu', growth_factor=1.0)"], ["torch.amp.GradScaler('cpu', backoff_factor=1.0)"])]
    for step in case["steps"]:
        step["said"] = step["said"].replace(" " * 20, "")  # within a text of 2.6


KINDS = {"autocast": answer, "scaler": scaled, "mistakes": mistakes}


def asked(case):
    KINDS[case["module"]](case)


def record():
    cases = [{"module": "autocast", "py": f"{run}", "run": list(run), "compare": "halves"} for run in RUNS]
    cases += [{"module": "scaler", "py": f"{run}", "run": list(run)} for run in SCALED]
    cases.append({"module": "mistakes", "py": "mistakes"})
    for case in cases:
        asked(case)
    return "".join(json.dumps(case, separators=(",", ":")) + "\n" for case in cases)
