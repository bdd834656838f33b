"""What schedulers make of learning rates, and averages of networks. schedulers.jsonl has a line for each scheduler and its options.

An optimizer has two groups, with a parameter each. After each of 60 steps there are the learning rates and, where they are cycled, the momenta or betas of
both; then the state dict. A second scheduler loads what was told after 30 steps, and goes on.
"""
import copy
import json
import warnings

import torch
from torch.optim import lr_scheduler, swa_utils

from recorder import written
from tagged import encode

STEPS = 60
LAMBDAS = {"half": lambda epoch: 0.5 ** epoch, "inverse": lambda epoch: 1 / (1 + epoch), "slowly": lambda epoch: 0.95, "up": lambda x: 1 / (5 ** (x * 0.0001))}


def lambdas(*names):
    return {"lambdas": list(names)}


def lambda_(name):
    return {"lambda": name}


def one(name, **kwargs):
    """A scheduler that is a part of another."""
    return {"scheduler": name, "kwargs": {key: coded(value) for key, value in kwargs.items()}}


def parts(*schedulers):
    return {"parts": list(schedulers)}


def coded(value):
    if isinstance(value, dict):
        return value
    return encode(value)


SGD, ADAM = "SGD", "AdamW"
WARM = [one("LinearLR", start_factor=0.1, total_iters=10), one("CosineAnnealingLR", T_max=20)]
# Each a scheduler, an optimizer, and options; then how it steps: "epoch" gives it, "metrics" a loss.
CASES = [
    *(("LambdaLR", SGD, row) for row in ({"lr_lambda": lambda_("half")}, {"lr_lambda": lambda_("inverse")}, {"lr_lambda": lambdas("half", "inverse")})),
    *(("MultiplicativeLR", SGD, row) for row in ({"lr_lambda": lambda_("slowly")}, {"lr_lambda": lambdas("slowly", "inverse")})),
    *(("StepLR", SGD, row) for row in ({"step_size": 7}, {"step_size": 1, "gamma": 0.9}, {"step_size": 30, "gamma": 0.5}, {"step_size": 100})),
    *(("MultiStepLR", SGD, row) for row in ({"milestones": [5, 20]}, {"milestones": [3, 3, 40, 10], "gamma": 0.5}, {"milestones": []}, {"milestones": [0, 1]})),
    *(("ConstantLR", SGD, row) for row in ({}, {"factor": 0.5}, {"factor": 0.25, "total_iters": 40}, {"total_iters": 0}, {"factor": 1.0})),
    *(("LinearLR", SGD, row) for row in ({}, {"start_factor": 0.5}, {"start_factor": 0.1, "end_factor": 0.5, "total_iters": 40},
                                         {"start_factor": 1.0, "end_factor": 0.0, "total_iters": 10}, {"total_iters": 0}, {"total_iters": 1})),
    *(("ExponentialLR", SGD, row) for row in ({"gamma": 0.9}, {"gamma": 0.5}, {"gamma": 1.01}, {"gamma": 0.0})),
    *(("PolynomialLR", SGD, row) for row in ({}, {"total_iters": 40}, {"total_iters": 40, "power": 2.0}, {"total_iters": 50, "power": 0.5}, {"power": 3.0})),
    *(("CosineAnnealingLR", SGD, row) for row in ({"T_max": 10}, {"T_max": 60}, {"T_max": 7, "eta_min": 0.01}, {"T_max": 1}, {"T_max": 100, "eta_min": 0.2})),
    *(("CosineAnnealingWarmRestarts", SGD, row) for row in ({"T_0": 10}, {"T_0": 5, "T_mult": 2}, {"T_0": 3, "T_mult": 3, "eta_min": 0.01}, {"T_0": 1}, {"T_0": 1, "T_mult": 2})),
    *(("CyclicLR", optimizer, {"base_lr": 0.01, "max_lr": 0.1, **row}) for optimizer in (SGD, ADAM) for row in (
        {"step_size_up": 10}, {"step_size_up": 5, "step_size_down": 15}, {"step_size_up": 8, "mode": "triangular2"}, {},
        {"step_size_up": 8, "mode": "exp_range", "gamma": 0.95}, {"step_size_up": 8, "cycle_momentum": False},
        {"step_size_up": 8, "base_momentum": 0.5, "max_momentum": 0.99}, {"step_size_up": 8, "max_lr": [0.1, 1.0], "base_lr": [0.02, 0.03]},
        {"step_size_up": 8, "scale_fn": lambda_("up")}, {"step_size_up": 8, "scale_fn": lambda_("half"), "scale_mode": "iterations"},
        {"step_size_up": 3, "base_momentum": [0.5, 0.6], "max_momentum": [0.7, 0.8]})),
    *(("OneCycleLR", optimizer, {"max_lr": 0.1, **row}) for optimizer in (SGD, ADAM) for row in (
        {"total_steps": 61}, {"total_steps": 100}, {"epochs": 7, "steps_per_epoch": 10}, {"total_steps": 80, "pct_start": 0.1},
        {"total_steps": 80, "anneal_strategy": "linear"}, {"total_steps": 80, "cycle_momentum": False}, {"total_steps": 80, "three_phase": True},
        {"total_steps": 80, "three_phase": True, "pct_start": 0.4, "anneal_strategy": "linear"}, {"total_steps": 80, "div_factor": 10.0, "final_div_factor": 100.0},
        {"total_steps": 80, "base_momentum": 0.5, "max_momentum": 0.99}, {"total_steps": 80, "max_lr": [0.1, 1.0]})),
    *(("SWALR", SGD, {"swa_lr": 0.05, **row}) for row in ({}, {"anneal_epochs": 5}, {"anneal_strategy": "linear"}, {"anneal_epochs": 40, "anneal_strategy": "linear"},
                                                           {"anneal_epochs": 0}, {"anneal_epochs": 1}, {"swa_lr": [0.05, 0.5]})),
    *(("ReduceLROnPlateau", SGD, row) for row in (
        {}, {"mode": "max"}, {"factor": 0.5, "patience": 3}, {"patience": 0, "cooldown": 5}, {"threshold": 0.1}, {"threshold": 0.05, "threshold_mode": "abs", "patience": 2},
        {"mode": "max", "threshold_mode": "abs", "threshold": 0.2, "patience": 2}, {"patience": 1, "min_lr": 0.01}, {"patience": 1, "min_lr": [0.01, 0.1]},
        {"patience": 0, "eps": 0.01}, {"mode": "max", "threshold": 0.5, "patience": 1})),
    *(("ChainedScheduler", SGD, {"schedulers": parts(*row)}) for row in (
        [one("ConstantLR", factor=0.1, total_iters=20), one("ExponentialLR", gamma=0.9)], [one("StepLR", step_size=7, gamma=0.5)],
        [one("LinearLR", total_iters=10), one("CosineAnnealingLR", T_max=25), one("MultiStepLR", milestones=[30])],
        [one("LambdaLR", lr_lambda=lambda_("inverse")), one("PolynomialLR", total_iters=50)])),
    *(("SequentialLR", SGD, {"schedulers": parts(*row), "milestones": milestones}) for row, milestones in (
        (WARM, [10]), ([one("ConstantLR", factor=0.1, total_iters=20), one("ExponentialLR", gamma=0.9)], [20]),
        ([one("LinearLR", total_iters=5), one("StepLR", step_size=10, gamma=0.5), one("ExponentialLR", gamma=0.95)], [5, 35]),
        ([one("ConstantLR", total_iters=3), one("MultiStepLR", milestones=[10, 20], gamma=0.5)], [4]), ([one("StepLR", step_size=9)], []),
        ([one("LinearLR", total_iters=8), one("LambdaLR", lr_lambda=lambda_("half"))], [8]),
        ([one("PolynomialLR", total_iters=20), one("CosineAnnealingWarmRestarts", T_0=5, T_mult=2)], [30]))),
    *((name, SGD, row, "epoch") for name, row in (
        ("StepLR", {"step_size": 7}), ("MultiStepLR", {"milestones": [5, 20], "gamma": 0.5}), ("ConstantLR", {"total_iters": 7}), ("LinearLR", {"total_iters": 9}),
        ("ExponentialLR", {"gamma": 0.9}), ("PolynomialLR", {"total_iters": 40, "power": 2.0}), ("CosineAnnealingLR", {"T_max": 10, "eta_min": 0.01}),
        ("LambdaLR", {"lr_lambda": lambda_("half")}), ("CosineAnnealingWarmRestarts", {"T_0": 4, "T_mult": 2}), ("CosineAnnealingWarmRestarts", {"T_0": 7}))),
    ("CosineAnnealingWarmRestarts", SGD, {"T_0": 4, "T_mult": 2}, "part"), ("CosineAnnealingWarmRestarts", SGD, {"T_0": 7, "eta_min": 0.01}, "part"),
    *((name, SGD, {**row, "last_epoch": 4}) for name, row in (
        ("StepLR", {"step_size": 7}), ("MultiStepLR", {"milestones": [5, 20]}), ("ExponentialLR", {"gamma": 0.9}), ("LambdaLR", {"lr_lambda": lambda_("half")}),
        ("ConstantLR", {"total_iters": 9}), ("LinearLR", {"total_iters": 9}), ("PolynomialLR", {"total_iters": 40}), ("CosineAnnealingLR", {"T_max": 10}),
        ("CosineAnnealingWarmRestarts", {"T_0": 10}))),
]
MISTAKES = [
    ("LambdaLR", SGD, {"lr_lambda": lambdas("half")}), ("MultiplicativeLR", SGD, {"lr_lambda": lambdas("half", "half", "half")}),
    ("ConstantLR", SGD, {"factor": 1.5}), ("ConstantLR", SGD, {"factor": -0.5}), ("ConstantLR", SGD, {"factor": 0.0}), ("LinearLR", SGD, {"start_factor": 0.0}),
    ("LinearLR", SGD, {"start_factor": 1.5}), ("LinearLR", SGD, {"end_factor": -0.1}), ("LinearLR", SGD, {"end_factor": 1.1}),
    ("CosineAnnealingWarmRestarts", SGD, {"T_0": 0}), ("CosineAnnealingWarmRestarts", SGD, {"T_0": -5}), ("CosineAnnealingWarmRestarts", SGD, {"T_0": 5, "T_mult": 0}),
    ("CosineAnnealingWarmRestarts", SGD, {"T_0": 5}, "negative"),
    ("CyclicLR", SGD, {"base_lr": [0.1], "max_lr": 1.0}), ("CyclicLR", SGD, {"base_lr": 0.1, "max_lr": [1.0, 2.0, 3.0]}), ("CyclicLR", "Adagrad", {"base_lr": 0.1, "max_lr": 1.0}),
    ("CyclicLR", SGD, {"base_lr": 0.1, "max_lr": 1.0, "base_momentum": [0.5]}), ("CyclicLR", SGD, {"base_lr": 0.1, "max_lr": 1.0, "max_momentum": [0.5]}),
    ("OneCycleLR", SGD, {"max_lr": 0.1}), ("OneCycleLR", SGD, {"max_lr": 0.1, "epochs": 3}), ("OneCycleLR", SGD, {"max_lr": 0.1, "total_steps": 0}),
    ("OneCycleLR", SGD, {"max_lr": 0.1, "total_steps": -5}), ("OneCycleLR", SGD, {"max_lr": 0.1, "epochs": 0, "steps_per_epoch": 3}),
    ("OneCycleLR", SGD, {"max_lr": 0.1, "epochs": 3, "steps_per_epoch": -1}), ("OneCycleLR", SGD, {"max_lr": 0.1, "total_steps": 80, "pct_start": 1.5}),
    ("OneCycleLR", SGD, {"max_lr": 0.1, "total_steps": 80, "pct_start": -0.5}), ("OneCycleLR", SGD, {"max_lr": [0.1], "total_steps": 80}),
    ("OneCycleLR", "Adagrad", {"max_lr": 0.1, "total_steps": 80}), ("OneCycleLR", SGD, {"max_lr": 0.1, "total_steps": 20}),
    ("OneCycleLR", SGD, {"max_lr": 0.1, "total_steps": 80, "max_momentum": [0.9]}),
    ("SWALR", SGD, {"swa_lr": [0.1]}), ("SWALR", SGD, {"swa_lr": 0.1, "anneal_epochs": -1}),
    ("ReduceLROnPlateau", SGD, {"factor": 1.0}), ("ReduceLROnPlateau", SGD, {"factor": 1.5}), ("ReduceLROnPlateau", SGD, {"min_lr": [0.1]}),
    ("ChainedScheduler", SGD, {"schedulers": parts()}), ("SequentialLR", SGD, {"schedulers": parts(), "milestones": []}),
    ("ChainedScheduler", SGD, {"schedulers": parts(one("StepLR", step_size=3), one("ReduceLROnPlateau"))}),
    ("SequentialLR", SGD, {"schedulers": parts(one("StepLR", step_size=3), one("ReduceLROnPlateau")), "milestones": [3]}),
    ("SequentialLR", SGD, {"schedulers": parts(one("StepLR", step_size=3), one("ExponentialLR", gamma=0.9)), "milestones": []}),
    ("SequentialLR", SGD, {"schedulers": parts(one("StepLR", step_size=3)), "milestones": [1, 2]}),
    ("ChainedScheduler", SGD, {"schedulers": parts(one("StepLR", step_size=3))}, "epoch"), ("SequentialLR", SGD, {"schedulers": parts(one("StepLR", step_size=3)), "milestones": []}, "epoch"),
]
# Averages: of which network, how, and whether buffers are averaged too.
AVERAGES = [(net, how, use_buffers) for net in ("plain", "double", "normed") for how in ("default", "swa", "swa_multi", "ema", "ema_multi") for use_buffers in (False, True)]
AVERAGING = {"default": lambda: {}, "swa": lambda: {"avg_fn": swa_utils.get_swa_avg_fn()}, "swa_multi": lambda: {"multi_avg_fn": swa_utils.get_swa_multi_avg_fn()},
             "ema": lambda: {"avg_fn": swa_utils.get_ema_avg_fn(0.9)}, "ema_multi": lambda: {"multi_avg_fn": swa_utils.get_ema_multi_avg_fn(0.9)}}
WRONG_AVERAGES = [{"decay": 1.5}, {"decay": -0.5}]


def optimizer_of(name, is_resumed):
    groups = [{"params": [torch.nn.Parameter(torch.ones(2))]}, {"params": [torch.nn.Parameter(torch.ones(3))], "lr": 0.3}]
    if is_resumed:
        groups = [{**group, "initial_lr": lr} for group, lr in zip(groups, (0.2, 0.4))]
    return getattr(torch.optim, name)(groups, lr=0.1, **({"momentum": 0.9} if name == "SGD" else {}))


def scheduler_of(name, optimizer, kwargs):
    given = {key: plain(value, optimizer) for key, value in kwargs.items()}
    if name == "ChainedScheduler":
        return lr_scheduler.ChainedScheduler(**given)
    return getattr(swa_utils if name == "SWALR" else lr_scheduler, name)(optimizer, **given)


def plain(value, optimizer):
    from tagged import decode
    if value is not None and "lambda" in value:
        return LAMBDAS[value["lambda"]]
    if value is not None and "lambdas" in value:
        return [LAMBDAS[name] for name in value["lambdas"]]
    if value is not None and "parts" in value:
        return [scheduler_of(part["scheduler"], optimizer, part["kwargs"]) for part in value["parts"]]
    return decode(value, {})


def step(scheduler, way, number):
    """The loss falls to a plateau, from which it falls once more."""
    if way == "metrics":
        scheduler.step(10 / number if number < 10 else 1.0 if number < 40 else 0.5)
    elif way == "epoch":
        scheduler.step(number)
    elif way == "part":
        scheduler.step(number / 4 + 0.125)
    elif way == "negative":
        scheduler.step(-number)
    else:
        scheduler.step()


def told(optimizer):
    """The learning rates, and momenta or betas."""
    return [encode(value) for group in optimizer.param_groups for value in (group["lr"], group.get("momentum", group.get("betas")))]


def state(value):
    """A state dict as pairs, without the functions that 2.6 has there, and "verbose", which later versions have no more."""
    if isinstance(value, dict):
        return {"dict": [[state(key), state(item)] for key, item in value.items() if key != "verbose" and not callable(item)]}
    if isinstance(value, (list, tuple)):
        return {"list": [state(item) for item in value]}
    return encode(value)


def answer(case):
    for key in ("steps", "state", "groups", "resumed", "error", "averaged", "repr"):
        case.pop(key, None)
    try:
        if "average" in case:
            average(case)
        elif "decay" in case:
            getattr(swa_utils, case["scheduler"].rsplit(".", 1)[-1])(case["decay"])
        else:
            schedule(case)
    except Exception as error:
        for key in ("steps", "state", "groups", "resumed", "averaged"):
            case.pop(key, None)
        case["error"] = {"type": type(error).__name__, "text": str(error).split("\n")[0]}


def schedule(case):
    name, way = case["scheduler"].rsplit(".", 1)[-1], case.get("way", "metrics" if "Plateau" in case["scheduler"] else None)
    optimizer = optimizer_of(case["optimizer"], "last_epoch" in case["kwargs"])
    scheduler = scheduler_of(name, optimizer, case["kwargs"])
    steps, middle = [told(optimizer)], None
    for number in range(1, STEPS + 1):
        optimizer.step()
        step(scheduler, way, number)
        steps.append(told(optimizer))
        if number == STEPS // 2:
            middle = copy.deepcopy((optimizer.state_dict(), scheduler.state_dict()))
    case["steps"], case["state"] = steps, state(scheduler.state_dict())
    # What an optimizer keeps there itself differs with the versions.
    case["groups"] = state({key: value for key, value in optimizer.param_groups[1].items() if key not in ("params", *optimizer.defaults)})
    # Another one, made anew, goes on from the middle.
    other = optimizer_of(case["optimizer"], "last_epoch" in case["kwargs"])
    resumed = scheduler_of(name, other, case["kwargs"])
    other.load_state_dict(middle[0])
    resumed.load_state_dict(middle[1])
    case["resumed"] = []
    for number in range(STEPS // 2 + 1, STEPS + 1):
        other.step()
        step(resumed, way, number)
        case["resumed"].append(told(other))


def network(name):
    torch.manual_seed(3)
    if name == "normed":
        return torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.BatchNorm1d(4), torch.nn.Linear(4, 2))
    net = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.ReLU(), torch.nn.Linear(4, 2))
    return net.double() if name == "double" else net


def average(case):
    net = network(case["average"])
    averaged = swa_utils.AveragedModel(net, use_buffers=case["use_buffers"], **AVERAGING[case["how"]]())
    if case["average"] == "plain":
        case["repr"] = repr(averaged)
    for number in range(10):
        torch.manual_seed(100 + number)
        with torch.no_grad():
            for tensor in [*net.parameters(), *net.buffers()]:
                tensor.copy_(torch.randn(tensor.shape) if tensor.is_floating_point() else torch.tensor(number * 3))
        averaged.update_parameters(net)
    if case["average"] == "normed":
        torch.manual_seed(7)
        swa_utils.update_bn([torch.randn(5, 3) for _ in range(3)], averaged)
    case["averaged"] = [[key, written(value.detach().clone())] for key, value in averaged.state_dict().items()]


def record():
    """All cases, asked."""
    warnings.simplefilter("ignore")
    cases = [new(*row) for row in (*CASES, *MISTAKES)]
    cases += [{"scheduler": "torch.optim.swa_utils.AveragedModel", "average": net, "how": how, "use_buffers": use_buffers,
               "py": f"AveragedModel({net}, {how}, use_buffers={use_buffers})"} for net, how, use_buffers in AVERAGES]
    cases += [{"scheduler": f"torch.optim.swa_utils.{function}", **row, "py": f"{function}({row['decay']})"}
              for row in WRONG_AVERAGES for function in ("get_ema_avg_fn", "get_ema_multi_avg_fn")]
    for case in cases:
        answer(case)
    return "".join(json.dumps(case, ensure_ascii=False, separators=(",", ":")) + "\n" for case in cases)


def new(name, optimizer, kwargs, way=None):
    given = {key: coded(value) for key, value in kwargs.items()}
    module = "swa_utils" if name == "SWALR" else "lr_scheduler"
    shown = ", ".join([optimizer, *(f"{key}={value}" for key, value in kwargs.items())])
    return {"scheduler": f"torch.optim.{module}.{name}", "optimizer": optimizer, "kwargs": given, **({"way": way} if way else {}),
            "py": f"{name}({shown})" + (f", by {way}" if way else "")}
