"""Training programs that are made at random: python3 programs.py writes out/programs.jsonl, a line for each, with what became of it.

An optimizer with groups of parameters of several dtypes and shapes takes steps. In between gradients are missing or large, options are
changed, groups come, and states are loaded, also of parameters of another dtype. A program ends with an error, or with its parameters and
states. It is asked of the Python whose libtorch TorchLite runs on.
"""
import copy
import json
import pathlib
import random
import warnings

import torch

from recorder import written
from tagged import encode, show

COUNT, SEED = 500, 11
REAL = ["float32", "float64", "bfloat16", "float16"]
DTYPES = [*REAL, "complex64"]
SHAPES = [[3, 4], [5], [2, 3, 2], [], [0], [1], [4, 1], [17]]
HALVES = {"bfloat16", "float16"}
RATES = [0.1, 0.01, 1e-3, 0.5, 1.0, 0.0]
WAYS = {"foreach": [None, True, False]}
FUSED = {"fused": [None, None, True, False]}
STEP = {"weight_decay": [0.0, 0.1, 0.01], "maximize": [False, True], **WAYS}
RARE = {"capturable": 0.05, "differentiable": 0.06}
ADAM = {"betas": [(0.9, 0.999), (0.8, 0.99), (0.0, 0.0)], "eps": [1e-8, 1e-3], **STEP, "capturable": [True], "differentiable": [True]}
CAPTURED = {"capturable": [True], "differentiable": [True]}
OPTIMIZERS = {
    "SGD": {"momentum": [0.0, 0.9, 0.5], "dampening": [0.0, 0.1], "nesterov": [False, False, True], **STEP, **FUSED, "differentiable": [True]},
    "Adam": {**ADAM, "amsgrad": [False, True], **FUSED},
    "AdamW": {**ADAM, "amsgrad": [False, True], **FUSED},
    "Adamax": ADAM,
    "NAdam": {**ADAM, "momentum_decay": [4e-3, 0.1], "decoupled_weight_decay": [False, True]},
    "RAdam": {**ADAM, "decoupled_weight_decay": [False, True]},
    "Adagrad": {"lr_decay": [0.0, 0.1], "initial_accumulator_value": [0.0, 0.5], "eps": [1e-10, 1e-3], **STEP, **FUSED, "differentiable": [True]},
    "Adadelta": {"rho": [0.9, 0.5, 0.0], "eps": [1e-6, 1e-3], **STEP, **CAPTURED},
    "RMSprop": {"alpha": [0.99, 0.5], "eps": [1e-8, 1e-3], "momentum": [0.0, 0.9], "centered": [False, True], **STEP, **CAPTURED},
    "Rprop": {"etas": [(0.5, 1.2), (0.4, 1.3)], "step_sizes": [(1e-6, 50.0), (1e-3, 0.2)], "maximize": [False, True], **WAYS, **CAPTURED},
    "ASGD": {"lambd": [1e-4, 0.1], "alpha": [0.75, 0.5], "t0": [1e6, 2.0], **STEP, **CAPTURED},
    "Adafactor": {"beta2_decay": [-0.8, -0.5], "eps": [(None, 1e-3), (1e-3, 1e-2)], "d": [1.0, 2.0], **STEP},
    # Its line search is that of later versions: trajectories.py.
    "LBFGS": {"max_iter": [1, 2, 4, 20], "tolerance_grad": [1e-7, 1e-2], "tolerance_change": [1e-9, 1e-2], "history_size": [1, 3, 100]},
}


class Maker:
    """Makes programs, always the same ones."""

    def __init__(self):
        self.random = random.Random(SEED)

    def rate(self):
        value = self.random.choice(RATES)
        return value if self.random.random() < 0.65 else {"tensor": value, "dtype": self.random.choice(["float32", "float64"])}

    def options(self, name, share):
        given = {}
        for key, values in OPTIMIZERS[name].items():
            if self.random.random() < RARE.get(key, share):
                given[key] = self.random.choice(values)
        return given

    def group(self, name, dtype):
        params = [[self.random.choice(SHAPES), dtype if self.random.random() < 0.75 else self.random.choice(DTYPES)]
                  for _ in range(self.random.choice([1, 2, 3, 4]))]
        options = {"lr": self.rate()} if self.random.random() < 0.5 else {}
        if name != "LBFGS":
            options |= {key: value for key, value in self.options(name, 0.15).items() if key not in RARE}
        return {"params": params, "options": options}

    def steps(self):
        for _ in range(self.random.choice([1, 2, 3])):
            if self.random.random() < 0.9:
                yield ["grads", self.random.randrange(10 ** 6), self.random.choice([0, 0, 0, 0.2, 0.5]), self.random.choice([1.0, 1.0, 1.0, 30.0, 0.0])]
            yield ["step"]
            if self.random.random() < 0.3:
                yield ["zero", self.random.random() < 0.5]

    def between(self, name, dtype, kwargs, groups):
        kind = self.random.random()
        if kind < 0.25 and name != "LBFGS":
            return [["add", self.group(name, dtype)]]
        if kind < 0.65 and "differentiable" in kwargs:
            return []
        if kind < 0.5:
            return [["load", self.random.choice(REAL), self.random.choice([1, 2]), self.random.random() < 0.2]]
        if kind < 0.65:
            return [["self"]]
        key = self.random.choice(["lr", *(key for key in OPTIMIZERS[name] if key not in RARE and key != "history_size")])
        value = self.rate() if key == "lr" else self.random.choice(OPTIMIZERS[name][key])
        return [["set", self.random.randrange(len(groups)), key, value]]

    def program(self):
        name, dtype = self.random.choice(list(OPTIMIZERS)), self.random.choice(DTYPES)
        kwargs = {"lr": self.random.choice(RATES), **self.options(name, 0.45)}
        groups = [self.group(name, dtype)]
        while name != "LBFGS" and self.random.random() < 0.4:
            groups.append(self.group(name, dtype))
        actions = [*self.steps()]
        for _ in range(self.random.choice([0, 1, 2, 3])):
            actions += self.between(name, dtype, kwargs, groups)
            actions += self.steps()
        return {"optimizer": name, "kwargs": kwargs, "groups": groups, "actions": actions, "seed": self.random.randrange(10 ** 6),
                "default": "float64" if self.random.random() < 0.15 else "float32"}


def is_known_wrong(program):
    """Fused SGD of half precision leaves parameters as they are."""
    groups = [*program["groups"], *(action[1] for action in program["actions"] if action[0] == "add")]
    is_fused = program["kwargs"].get("fused") or any(group["options"].get("fused") for group in groups) or any(
        action[0] == "set" and action[2:] == ["fused", True] for action in program["actions"])
    return program["optimizer"] == "SGD" and is_fused and any(dtype in HALVES for group in groups for _, dtype in group["params"])


def plain(value):
    return torch.tensor(value["tensor"], dtype=getattr(torch, value["dtype"])) if isinstance(value, dict) else value


class Run:
    def __init__(self, program):
        self.program, self.leaves, self.params, self.added = program, [], [], []
        self.is_differentiable = "differentiable" in program["kwargs"]
        torch.manual_seed(program["seed"])
        self.optimizer = self.new(program["groups"], program["kwargs"], None)

    def group(self, told, dtype):
        params = []
        for shape, own in told["params"]:
            leaf = torch.randn(shape, dtype=getattr(torch, dtype or own)).requires_grad_()
            params.append(leaf.clone() if self.is_differentiable and dtype is None else leaf)
            if dtype is None:
                self.leaves.append(leaf)
                self.params.append(params[-1])
        return {"params": params, **{key: plain(value) for key, value in told["options"].items()}}

    def new(self, groups, kwargs, dtype):
        return getattr(torch.optim, self.program["optimizer"])([self.group(told, dtype) for told in groups], **kwargs)

    def grads(self, seed, missing, size):
        torch.manual_seed(seed)
        for p in self.params:
            is_missing = torch.rand(1, dtype=torch.float32).item() < missing
            grad = torch.randn(p.shape, dtype=p.dtype) * size + p.detach() * 0.5
            p.grad = None if is_missing else grad if size else torch.zeros_like(grad)

    @staticmethod
    def take(optimizer, params):
        def loss():
            optimizer.zero_grad()
            value = sum(((p - 1).abs() ** 2).sum().double() * (i + 1) + (p.abs() ** 4).sum().double() * 0.1 for i, p in enumerate(params))
            value.backward()
            return value
        optimizer.step(*([loss] if isinstance(optimizer, torch.optim.LBFGS) else []))

    def load(self, dtype, steps, is_partly):
        torch.manual_seed(7)
        other = self.new([*self.program["groups"], *self.added], self.program["kwargs"], dtype)
        for step in range(steps):
            torch.manual_seed(50 + step)
            for group in other.param_groups:
                for p in group["params"]:
                    p.grad = torch.randn(p.shape, dtype=p.dtype)
            self.take(other, other.param_groups[0]["params"])
        state = other.state_dict()
        if is_partly and state["state"]:
            state["state"].pop(next(iter(state["state"])))
        self.optimizer.load_state_dict(state)

    def act(self, name, *args):
        if name == "grads":
            self.grads(*args)
        elif name == "step":
            self.take(self.optimizer, self.params)
        elif name == "zero":
            self.optimizer.zero_grad(set_to_none=args[0])
        elif name == "add":
            self.optimizer.add_param_group(self.group(args[0], None))
            self.added.append(args[0])
        elif name == "set":
            self.optimizer.param_groups[args[0]][args[1]] = plain(args[2])
        elif name == "self":
            self.optimizer.load_state_dict(copy.deepcopy(self.optimizer.state_dict()))
        else:
            self.load(*args)


def state_value(value):
    if isinstance(value, torch.Tensor):
        return written(value.detach())
    return {"list": [state_value(item) for item in value]} if isinstance(value, list) else encode(value)


def answer(program):
    torch.set_default_dtype(getattr(torch, program["default"]))
    try:
        run = Run(program)
        for action in program["actions"]:
            run.act(*action)
        told = {"params": [written(p.detach().clone()) for p in run.params]}
        if run.is_differentiable:
            sum(p.sum().abs() for p in run.params).backward()
            told["grads"] = [written(leaf.grad) for leaf in run.leaves]
        state = run.optimizer.state_dict()["state"]
        told["state"] = [[number, key, state_value(value)] for number, parts in sorted(state.items()) for key, value in sorted(parts.items())]
    except Exception as error:
        told = {"error": {"type": type(error).__name__, "text": str(error).split("\n")[0]}}
    finally:
        torch.set_default_dtype(torch.float32)
    return told


def coded(value):
    return value if isinstance(value, dict) else encode(value)


def line(program, number):
    def options(given):
        return {key: coded(value) for key, value in given.items()}

    def group(told):
        return {**told, "options": options(told["options"])}

    def action(told):
        if told[0] == "add":
            return ["add", group(told[1])]
        return [*told[:3], coded(told[3])] if told[0] == "set" else told

    shown = ", ".join(f"{key}={show(coded(value))}" for key, value in program["kwargs"].items())
    return json.dumps({
        **program, "kwargs": options(program["kwargs"]), "groups": [group(told) for told in program["groups"]],
        "actions": [action(told) for told in program["actions"]], "py": f"{program['optimizer']}({shown}), program {number}",
        "bits": True, **answer(program)}, separators=(",", ":"))


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    torch.set_num_threads(1)
    maker, lines = Maker(), []
    while len(lines) < COUNT:
        program = maker.program()
        if not is_known_wrong(program):
            lines.append(line(program, len(lines)))
    out = pathlib.Path("out")
    out.mkdir(exist_ok=True)
    (out / "programs.jsonl").write_text("\n".join([json.dumps({"recorded": [f"Python's front end {torch.__version__.split('+')[0]}"]}), *lines]) + "\n")
