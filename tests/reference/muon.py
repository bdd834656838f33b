"""What Muon makes of two matrices in 10 steps: out/muon.jsonl, a line for each choice of options. Only PyTorch 2.9 and later have it.

    python3 muon.py

It computes in bfloat16 what it adds, so that two libraries agree only to that precision.
"""
import json
import pathlib

import torch

from recorder import written
from tagged import encode

STEPS = 10
CASES = [{}, {"lr": 0.1}, {"lr": 0.1, "momentum": 0.5}, {"lr": 0.1, "nesterov": False}, {"lr": 0.1, "weight_decay": 0.5}, {"lr": 0.1, "ns_steps": 3},
         {"lr": 0.1, "eps": 1e-2}, {"lr": 0.1, "adjust_lr_fn": "original"}, {"lr": 0.1, "adjust_lr_fn": "match_rms_adamw"},
         {"lr": 0.1, "ns_coefficients": (2.0, -1.5, 0.5)}]


def answer(kwargs):
    torch.manual_seed(5)
    params = [torch.nn.Parameter(torch.randn(shape)) for shape in ((4, 6), (8, 3))]
    optimizer = torch.optim.Muon(params, **kwargs)
    case = {"kwargs": {key: encode(value) for key, value in kwargs.items()}, "params": [written(p.detach().clone()) for p in params], "grads": [], "steps": []}
    for _ in range(STEPS):
        for p in params:
            p.grad = torch.randn_like(p)
        case["grads"].append([written(p.grad) for p in params])
        optimizer.step()
        case["steps"].append([written(p.detach().clone()) for p in params])
    case["buffers"] = [written(optimizer.state[p]["momentum_buffer"]) for p in params]
    return json.dumps(case, separators=(",", ":"))


out = pathlib.Path("out")
out.mkdir(exist_ok=True)
lines = [json.dumps({"recorded": [f"PyTorch {torch.__version__.split('+')[0]}"]}), *(answer(kwargs) for kwargs in CASES)]
(out / "muon.jsonl").write_text("\n".join(lines) + "\n")
