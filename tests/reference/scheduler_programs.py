"""Schedulers made at random, of others and those of others again: python3 scheduler_programs.py writes out/scheduler-programs.jsonl.

The lines are those of schedulers.jsonl: 60 steps, the state dict, and another one that goes on from the 30th. It is asked of one version,
for the earlier ones stumble over chains within sequences.
"""
import json
import pathlib
import random
import warnings

import torch

import schedulers
from schedulers import lambda_, lambdas, one, parts

COUNT, SEED = 250, 5
PLAIN = {
    "StepLR": {"step_size": [1, 2, 5, 20], "gamma": [0.1, 0.5, 0.9]},
    "MultiStepLR": {"milestones": [[], [2], [3, 7], [1, 4, 11, 35]], "gamma": [0.1, 0.5]},
    "ConstantLR": {"factor": [0.25, 0.5, 1.0], "total_iters": [0, 1, 5, 9, 40]},
    "LinearLR": {"start_factor": [0.1, 0.5, 1.0], "end_factor": [0.0, 0.5, 1.0], "total_iters": [1, 5, 9, 40]},
    "ExponentialLR": {"gamma": [0.9, 0.5, 1.01, 0.0]},
    "PolynomialLR": {"total_iters": [1, 5, 9, 40], "power": [1.0, 2.0, 0.5]},
    "CosineAnnealingLR": {"T_max": [1, 5, 9, 40], "eta_min": [0.0, 0.01, 0.2]},
    "CosineAnnealingWarmRestarts": {"T_0": [1, 3, 5], "T_mult": [1, 2, 3], "eta_min": [0.0, 0.01]},
    "LambdaLR": {"lr_lambda": [lambda_("half"), lambda_("inverse"), lambda_("slowly"), lambdas("half", "inverse")]},
    "MultiplicativeLR": {"lr_lambda": [lambda_("slowly"), lambda_("inverse"), lambdas("slowly", "half")]},
    "CyclicLR": {"base_lr": [0.01, [0.01, 0.02]], "max_lr": [0.1, [1.0, 0.1]], "step_size_up": [1, 3, 5], "gamma": [1.0, 0.95],
                 "mode": ["triangular", "triangular2", "exp_range"], "cycle_momentum": [True, True, False], "base_momentum": [0.5, [0.5, 0.6]]},
    "OneCycleLR": {"max_lr": [0.1, [1.0, 0.1]], "total_steps": [5, 30, 80], "pct_start": [0.1, 0.5], "anneal_strategy": ["cos", "linear"],
                   "three_phase": [False, True], "div_factor": [10.0, 2.0], "cycle_momentum": [True, True, False]},
}


class Maker:
    def __init__(self):
        self.random = random.Random(SEED)

    def plain(self):
        name = self.random.choice(list(PLAIN))
        return name, {key: self.random.choice(values) for key, values in PLAIN[name].items()}

    def tree(self, depth):
        kind = self.random.random()
        if depth > 0 and kind > (0.9, 0.4)[depth == 1]:
            return self.plain()
        is_chain = self.random.random() < (0.5 if depth == 0 else 0.2)
        count = self.random.choice([1, 2, 2, 3])
        kwargs = {"schedulers": parts(*(one(name, **given) for name, given in (self.part(depth, is_chain or i == 0) for i in range(count))))}
        if is_chain:
            return "ChainedScheduler", kwargs
        return "SequentialLR", {**kwargs, "milestones": sorted(self.random.sample(range(1, 40), count - 1))}

    def part(self, depth, may_be_several):
        # What begins later in a sequence must be a plain one; few are not, for the error.
        return self.tree(depth + 1) if depth < 2 and (may_be_several or self.random.random() < 0.1) else self.plain()


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    maker, lines = Maker(), [json.dumps({"recorded": [f"PyTorch {torch.__version__.split('+')[0]}"]})]
    while len(lines) <= COUNT:
        name, kwargs = maker.tree(0)
        case = schedulers.new(name, maker.random.choice(["SGD", "SGD", "AdamW"]), kwargs)
        schedulers.answer(case)
        lines.append(json.dumps(case, ensure_ascii=False, separators=(",", ":")))
    out = pathlib.Path("out")
    out.mkdir(exist_ok=True)
    (out / "scheduler-programs.jsonl").write_text("\n".join(lines) + "\n")
