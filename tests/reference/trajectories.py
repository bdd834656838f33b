"""What optimizers make of parameters in 20 steps. trajectories.jsonl has a line for each optimizer, options, way and dtype.

There are three parameters, whose gradients depend on them and on random numbers; the second has none in steps 1 and 4
unless the case says "whole". An optimizer that
needs a closure minimizes a function of them instead, in 5 steps.
"""
import json
import warnings

import torch

from recorder import written
from tagged import encode, show

STEPS = 20
SHAPES = [(3, 4), (5,), (2, 3, 2)]
SHOWN = (1, 5, 20)
PLAIN, WAYS, FUSED = ["loop"], ["loop", "foreach"], ["loop", "foreach", "fused"]


def options(**each):
    """One option after the other, and a few of them together."""
    singles = [{name: value} for name, values in each.items() for value in (values if isinstance(values, list) else [values])]
    together = {name: values[0] if isinstance(values, list) else values for name, values in each.items()}
    return [{}, *singles, together]


ADAM = options(lr=0.1, betas=[(0.8, 0.99), (0.0, 0.0)], eps=1e-3, weight_decay=[0.1, 0.0], amsgrad=True, maximize=True)
CASES = {
    "SGD": (FUSED, [{}, *({"lr": 0.1, **more} for more in (
        {}, {"momentum": 0.9}, {"momentum": 0.9, "dampening": 0.5}, {"weight_decay": 0.1}, {"momentum": 0.9, "nesterov": True}, {"maximize": True},
        {"momentum": 0.9, "weight_decay": 0.1, "nesterov": True}, {"momentum": 0.8, "dampening": 0.1, "weight_decay": 0.01, "maximize": True}))]),
    "Adam": (FUSED, ADAM + [{"weight_decay": 0.1, "amsgrad": True}]),
    "AdamW": (FUSED, ADAM + [{"weight_decay": 0.1, "amsgrad": True}]),
    "Adamax": (WAYS, options(lr=0.1, betas=(0.8, 0.99), eps=1e-3, weight_decay=0.1, maximize=True)),
    "NAdam": (WAYS, options(lr=0.1, betas=(0.8, 0.99), eps=1e-3, weight_decay=0.1, momentum_decay=0.1, maximize=True)
              + [{"weight_decay": 0.1, "decoupled_weight_decay": True}]),
    "RAdam": (WAYS, options(lr=0.1, betas=(0.8, 0.9), eps=1e-3, weight_decay=0.1, maximize=True)
              + [{"weight_decay": 0.1, "decoupled_weight_decay": True}]),
    "Adagrad": (FUSED, options(lr=0.1, lr_decay=0.1, weight_decay=0.1, initial_accumulator_value=0.5, eps=1e-3, maximize=True)),
    "Adadelta": (WAYS, options(lr=0.1, rho=0.5, eps=1e-3, weight_decay=0.1, maximize=True)),
    "RMSprop": (WAYS, options(lr=0.1, alpha=0.5, eps=1e-3, weight_decay=0.1, momentum=0.9, centered=True, maximize=True)
                + [{"momentum": 0.9, "centered": True}]),
    "Rprop": (WAYS, options(lr=0.1, etas=(0.4, 1.3), step_sizes=(1e-3, 0.2), maximize=True)),
    "ASGD": (WAYS, options(lr=0.1, lambd=0.1, alpha=0.5, t0=5.0, weight_decay=0.1, maximize=True)),
    "Adafactor": (WAYS, options(lr=0.1, beta2_decay=-0.5, eps=(None, 1e-2), d=0.5, weight_decay=0.1, maximize=True)),
    "LBFGS": (PLAIN, [*options(lr=0.1, max_iter=[3, 1], max_eval=2, tolerance_grad=1e-2, tolerance_change=1e-2, history_size=2,
                               line_search_fn="strong_wolfe"), {"line_search_fn": "strong_wolfe", "history_size": 3},
                      {"max_iter": 2, "history_size": 1}, {"max_iter": 2, "lr": 0.3}, {"max_iter": 4, "line_search_fn": "strong_wolfe"}]),
}
MISTAKES = {
    "SGD": [{"lr": -1.0}, {"momentum": -0.5}, {"weight_decay": -0.1}, {"nesterov": True}, {"nesterov": True, "momentum": 0.9, "dampening": 0.1},
            {"fused": True, "foreach": True}, {"fused": True, "differentiable": True}],
    "Adam": [{"lr": -1.0}, {"eps": -1.0}, {"betas": (1.0, 0.9)}, {"betas": (0.9, -0.5)}, {"weight_decay": -0.1}, {"capturable": True},
             {"fused": True, "foreach": True}, {"fused": True, "differentiable": True}],
    "AdamW": [{"lr": -1.0}, {"eps": -1.0}, {"betas": (1.0, 0.9)}, {"betas": (0.9, 1.5)}, {"weight_decay": -0.1}, {"capturable": True},
              {"capturable": True, "foreach": True}],
    "Adamax": [{"lr": -1.0}, {"eps": -1.0}, {"betas": (1.0, 0.9)}, {"betas": (0.9, 1.5)}, {"weight_decay": -0.1}, {"capturable": True}],
    "NAdam": [{"lr": -1.0}, {"eps": -1.0}, {"betas": (1.0, 0.9)}, {"betas": (0.9, 1.5)}, {"weight_decay": -0.1}, {"momentum_decay": -1.0},
              {"capturable": True}],
    "RAdam": [{"lr": -1.0}, {"eps": -1.0}, {"betas": (1.0, 0.9)}, {"betas": (0.9, 1.5)}, {"weight_decay": -0.1}, {"capturable": True}],
    "Adagrad": [{"lr": -1.0}, {"lr_decay": -1.0}, {"weight_decay": -0.1}, {"initial_accumulator_value": -1.0}, {"eps": -1.0},
                {"fused": True, "foreach": True}, {"fused": True, "differentiable": True}],
    "Adadelta": [{"lr": -1.0}, {"rho": 1.5}, {"eps": -1.0}, {"weight_decay": -0.1}, {"capturable": True}],
    "RMSprop": [{"lr": -1.0}, {"eps": -1.0}, {"momentum": -1.0}, {"weight_decay": -0.1}, {"alpha": -1.0}, {"capturable": True}],
    "Rprop": [{"lr": -1.0}, {"etas": (1.5, 1.2)}, {"etas": (0.5, 0.9)}, {"capturable": True}],
    "ASGD": [{"lr": -1.0}, {"weight_decay": -0.1}, {"capturable": True}],
    "Adafactor": [{"lr": -1.0}, {"beta2_decay": 0.5}, {"eps": (-1.0, 1e-3)}, {"eps": (1e-3, -1.0)}, {"d": 0.5}, {"weight_decay": -0.1}],
    "LBFGS": [{"lr": -1.0}],
}


def parameters(dtype):
    torch.manual_seed(5)
    return [torch.nn.Parameter(torch.randn(shape, dtype=dtype)) for shape in SHAPES]


def closure(optimizer, params):
    """A valley without corners, of all numbers."""
    def loss():
        optimizer.zero_grad()
        x = torch.cat([p.flatten() for p in params])
        value = ((x - 1) ** 2 * torch.arange(1, len(x) + 1)).sum() / 20 + ((x[1:] - x[:-1]) ** 4).sum() / 50
        value.backward()
        return value
    return loss


def state(optimizer):
    told = optimizer.state_dict()
    return [[number, name, coded(value)] for number, parts in told["state"].items() for name, value in sorted(parts.items())]


def coded(value):
    if isinstance(value, torch.Tensor):
        return written(value)
    return {"list": [coded(item) for item in value]} if isinstance(value, list) else encode(value)


def answer(case):
    name, dtype = case["optimizer"].rsplit(".", 1)[-1], getattr(torch, case["dtype"])
    kwargs = {key: plain(value) for key, value in case["kwargs"].items()}
    params = parameters(dtype)
    try:
        optimizer = getattr(torch.optim, name)(params, **kwargs)
        case["repr"] = repr(optimizer)
        case["steps"] = []
        for step in range(1, (5 if name == "LBFGS" else STEPS) + 1):
            if name == "LBFGS":
                optimizer.step(closure(optimizer, params))
            else:
                torch.manual_seed(100 + step)
                for i, p in enumerate(params):
                    p.grad = None if i == 1 and step in (1, 4) and "whole" not in case else torch.randn_like(p) + p.detach() * 0.5
                optimizer.step()
            if step in SHOWN:
                case["steps"].append([written(p.detach().clone()) for p in params])
        case["state"] = state(optimizer)
        case["groups"] = [[key, encode(value)] for key, value in optimizer.state_dict()["param_groups"][0].items()]
    except Exception as error:
        for key in ("repr", "steps"):
            case.pop(key, None)
        case["error"] = {"type": type(error).__name__, "text": str(error)}


def plain(value):
    from tagged import decode
    return decode(value, {}) if value is not None else None


def record():
    """All cases, asked."""
    warnings.simplefilter("ignore")
    told = []
    for name, (ways, rows) in CASES.items():
        for row in rows:
            for way in ways:
                for dtype in ("float32", "float64"):
                    told.append(new(name, {**row, **({} if way == "loop" else {way: True})}, dtype))
                    if name == "SGD" and way == "fused":
                        told.append({**told[-1], "whole": True, "py": f"{told[-1]['py']}, all gradients"})
        told += [new(name, row, "float32") for row in MISTAKES[name]]
    for case in told:
        answer(case)
    return "".join(json.dumps(case, ensure_ascii=False, separators=(",", ":")) + "\n" for case in told)


def new(name, kwargs, dtype):
    coded_ = {key: encode(value) for key, value in kwargs.items()}
    shown = ", ".join(f"{key}={show(value)}" for key, value in coded_.items())
    case = {"optimizer": f"torch.optim.{name}", "kwargs": coded_, "dtype": dtype, "py": f"{name}({shown}), {dtype}"}
    # Sums, whose roundings grow from step to step.
    return {**case, "compare": "near"} if name == "LBFGS" else case
