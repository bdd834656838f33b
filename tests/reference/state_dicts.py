"""State dicts of every class of torch.nn, as torch.save and safetensors write them: out/files/torch-<version>/state-dicts.zip.

Its expected.jsonl has a line a file: the module (`class`, `args` and `kwargs` as in modules.jsonl, or the `network` of NETWORKS), the
`value` and the `metadata` of its state dict. A safetensors file holds the
tensors of the .pt of its name. The values are counted up, so that none is like another.
"""
import gzip
import io
import json
import math
import pathlib
import zipfile
from collections import OrderedDict

import torch
from torch import nn
from torch.nn.utils import prune

import files
import modules
from tagged import decode


class Counting(nn.Module):
    """Has a buffer that is not kept, and an extra state."""
    def __init__(self):
        super().__init__()
        self.inner = nn.Linear(2, 1)
        self.register_buffer("kept", torch.zeros(2, dtype=torch.int64))
        self.register_buffer("scratch", torch.zeros(2), persistent=False)
        self.steps = 0

    def get_extra_state(self):
        return {"steps": self.steps}

    def set_extra_state(self, state):
        self.steps = state["steps"]


class Tied(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(4, 3)
        self.lm_head = nn.Linear(3, 4, bias=False)
        self.lm_head.weight = self.embedding.weight


def pruned():
    linear = nn.Linear(3, 2)
    prune.l1_unstructured(linear, "weight", 2)
    return linear


# What is made by hand here is made by hand in C# too, by these names.
NETWORKS = {
    "ModuleList": lambda: nn.ModuleList([nn.Linear(2, 3), nn.ReLU(), nn.BatchNorm1d(3)]),
    "ModuleDict": lambda: nn.ModuleDict({"first": nn.Linear(2, 3), "second": nn.ModuleList([nn.PReLU()])}),
    "ParameterList": lambda: nn.ParameterList([nn.Parameter(torch.ones(2)), nn.Parameter(torch.ones(1, 3))]),
    "ParameterDict": lambda: nn.ParameterDict({"b": nn.Parameter(torch.ones(2)), "a": nn.Parameter(torch.ones(()))}),
    "Named": lambda: nn.Sequential(OrderedDict([("in", nn.Linear(2, 3)), ("out", nn.Sequential(nn.Tanh(), nn.Linear(3, 1)))])),
    "Counting": lambda: Counting(),
    "Tied": lambda: Tied(),
    "Bfloat16": lambda: nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3)).to(torch.bfloat16),
    "ChannelsLast": lambda: nn.Conv2d(2, 3, 2).to(memory_format=torch.channels_last),
    "weight_norm": lambda: nn.utils.weight_norm(nn.Linear(2, 3)),
    "spectral_norm": lambda: nn.utils.spectral_norm(nn.Linear(2, 3)),
    "parametrizations.weight_norm": lambda: nn.utils.parametrizations.weight_norm(nn.Linear(2, 3)),
    "parametrizations.spectral_norm": lambda: nn.utils.parametrizations.spectral_norm(nn.Linear(2, 3)),
    "parametrizations.orthogonal": lambda: nn.utils.parametrizations.orthogonal(nn.Linear(3, 3)),
    "prune": pruned,
}


def make(record):
    return NETWORKS[record["network"]]() if "network" in record else modules.build(record)


def chosen():
    """Of each class the smallest module for every list of names and dtypes that there is in its cases."""
    best = {}
    with gzip.open("corpus/modules.jsonl.gz", "rt") as lines:
        next(lines)
        for case in map(json.loads, lines):
            if "error" in case or not case.get("state"):
                continue
            named = [(name, value.get("t")) for name, value in case["state"] if value]
            kind = case["class"], str([(name, t and t["dtype"]) for name, t in named])
            size = sum(math.prod(t["shape"]) for _, t in named if t)
            if kind not in best or size < best[kind][0]:
                best[kind] = size, {key: case[key] for key in ("class", "args", "kwargs")}, case["inputs"]
    return sorted(best.items(), key=lambda item: item[0])


def filled(module):
    """Writes numbers into the module's state, each only once if its dtype can."""
    seen, start = {}, 0
    for x in module.state_dict().values():
        if isinstance(x, torch.Tensor) and x.data_ptr() not in seen:
            seen[x.data_ptr()] = True
            x.copy_((torch.arange(start, start + x.numel(), dtype=torch.float64) / (8 if x.is_floating_point() else 1)).reshape(x.shape))
            start += x.numel()
    return module


def coded(state):
    tree = files.tagged(dict(state))
    files.renumber(tree, {})
    return tree


def all_modules():
    for network in NETWORKS:
        yield {"network": network}, make({"network": network})
    for _, (_, record, inputs) in chosen():
        module = make(record)
        if "Lazy" in record["class"]:
            module(*[decode(value, {}) for value in inputs])
        yield record, module


def main():
    lines, counts = [], {}
    with zipfile.ZipFile(files.out / "state-dicts.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        def add(name, content):
            packed.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)

        for record, module in all_modules():
            kind = record.get("network") or record["class"].removeprefix("torch.nn.")
            counts[kind] = counts.get(kind, 0) + 1
            name = f"{kind}-{counts[kind]}"
            state = filled(module).state_dict()
            content = io.BytesIO()
            torch.save(state, content)
            add(f"{name}.pt", content.getvalue())
            lines.append({"file": f"{name}.pt", **record, "value": coded(state), "metadata": state._metadata})
            if files.safetensors and kind not in ("Counting", "Tied"):
                add(f"{name}.safetensors", files.safetensors.torch.save({key: x.contiguous() for key, x in state.items()}))
                lines.append({"file": f"{name}.safetensors", **record})
        add("expected.jsonl", "".join(json.dumps(line) + "\n" for line in lines))
