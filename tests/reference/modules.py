"""Modules of torch.nn: how each is made, what it looks like, and what it answers. modules.jsonl has a line for each.

The seed is set before the module is made, and one more before it is called. The gradients are those of (result * result).sum(), summed
over all results.
"""
import base64
import inspect
import json
import warnings
import zlib

import torch

from nn_sweeps import T, made
from recorder import Recorder, tensors, written
from tagged import DTYPES, Source, decode, encode, show

MOST = 200  # elements of a parameter that are all recorded


class M:
    """A module as an argument of another."""
    def __init__(self, name, *args, **kwargs):
        self.name, self.args, self.kwargs = name, args, kwargs


class Packed:
    """A packed sequence as an input."""
    def __init__(self, *sequences):
        self.sequences = sequences


def coded(value):
    if isinstance(value, M):
        return {"module": {"class": f"torch.nn.{value.name}", "args": [coded(arg) for arg in value.args],
                           "kwargs": {name: coded(arg) for name, arg in value.kwargs.items()}, "py": value.name}}
    if isinstance(value, Packed):
        return {"packed": [encode(one) for one in value.sequences]}
    if isinstance(value, (list, tuple)) and any(isinstance(item, (M, Packed)) for item in value):
        return {"list" if isinstance(value, list) else "tuple": [coded(item) for item in value]}
    return encode(value)


def python(value):
    if value and "module" in value:
        return made_as(value["module"])
    if value and "packed" in value:
        return f"pack_sequence([{', '.join(map(show, value['packed']))}], enforce_sorted=False)"
    return show(value)


def made_as(record):
    return f"{record['class']}({', '.join([*map(python, record['args']), *(f'{name}={python(value)}' for name, value in record['kwargs'].items())])})"


def read(value):
    if value and "module" in value:
        return build(value["module"])
    if value and "packed" in value:
        return torch.nn.utils.rnn.pack_sequence([decode(one, {}) for one in value["packed"]], enforce_sorted=False)
    return decode(value, {})


def build(record):
    return getattr(torch.nn, record["class"].removeprefix("torch.nn."))(
        *map(read, record["args"]), **{name: read(value) for name, value in record["kwargs"].items()})


def cut(tensor):
    """A tensor as a result; of a large one some elements, and a checksum of all."""
    if tensor is None:
        return None
    if isinstance(tensor, (torch.nn.UninitializedParameter, torch.nn.UninitializedBuffer)):
        return {"s": "uninitialized"}
    whole = written(tensor)
    if "data" in whole["t"] and tensor.numel() > MOST:
        step = -(-tensor.numel() // 64)
        bytes_ = base64.b64decode(whole["t"]["data"])
        size = tensor.element_size()
        few = b"".join(bytes_[i * size:(i + 1) * size] for i in range(0, tensor.numel(), step))
        whole["t"].update(data=base64.b64encode(few).decode(), every=step, crc=zlib.crc32(bytes_))
    return whole


def named(pairs):
    return [[name, cut(tensor)] for name, tensor in pairs]


def answer(record):
    """Makes and calls the module, and writes down what it answers."""
    try:
        torch.manual_seed(record["seed"])
        module = build(record)
        record["repr"] = repr(module)
        record["state"] = named((name, tensor) for name, tensor in module.state_dict().items())
        if record.get("eval"):
            module.eval()
        torch.manual_seed(record["seed"] + 1)
        inputs = [read(value) for value in record["inputs"]]
        options = {name: read(value) for name, value in record.get("input_kwargs", {}).items()}
        given = tensors(inputs) + tensors(list(options.values()))
        with torch.set_grad_enabled(not record.get("no_grad")):
            output = module(*inputs, **options)
        record["output"] = written(output, given)
        losses = [(t * t).sum() for t in tensors(output) if t.requires_grad]
        if losses:
            try:
                sum(losses[1:], losses[0]).backward()
            except RuntimeError:
                pass
            else:
                record["gradients"] = [None if t.grad is None else written(t.grad) for t in given if t.requires_grad and t.is_leaf]
                record["parameters"] = named((name, parameter.grad) for name, parameter in module.named_parameters())
        buffers = named((name, buffer.detach()) for name, buffer in module.named_buffers())
        if buffers:
            record["buffers"] = buffers
        if repr(module) != record["repr"]:
            record["repr_after"] = repr(module)
    except Exception as error:
        for key in ("output", "gradients", "parameters", "buffers"):
            record.pop(key, None)
        record["error"] = {"type": type(error).__name__.lstrip("_"), "text": (str(error).splitlines() or [""])[0]}


class Modules:
    def __init__(self):
        self.cases = []

    def case(self, name, args, kwargs, inputs, options=None, seed=0, eval=False, no_grad=False, sampled=False):
        record = {"class": f"torch.nn.{name}", "args": [coded(arg) for arg in args], "kwargs": {key: coded(value) for key, value in kwargs.items()},
                  "seed": seed, "inputs": [coded(value) for value in inputs]}
        if options:
            record["input_kwargs"] = {key: coded(value) for key, value in options.items()}
        for flag, value in (("eval", eval), ("no_grad", no_grad)):
            if value:
                record[flag] = True
        called = ", ".join([*map(python, record["inputs"]), *(f"{key}={python(value)}" for key, value in record.get("input_kwargs", {}).items())])
        record["py"] = f"{made_as(record)}{'.eval()' if eval else ''}({called})"
        if sampled:
            record["sampled"] = True
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            answer(record)
        torch.set_default_dtype(torch.float32)
        self.cases.append(record)

    def lines(self):
        return "".join(json.dumps(case, ensure_ascii=False, separators=(",", ":")) + "\n" for case in self.cases)


class Class:
    """The cases of one class."""
    def __init__(self, modules, name, seed=0):
        self.modules, self.name, self.source, self.seed = modules, name, Source(name), seed
        self.has_dtype = name in ("RNN", "LSTM", "GRU") or "dtype" in inspect.signature(getattr(torch.nn, name).__init__).parameters

    def make(self, value, dtype, grad):
        if isinstance(value, Packed):
            return Packed(*[self.make(one, dtype, grad) for one in value.sequences])
        return made(value, self.source, dtype, grad=grad)

    def one(self, args, kwargs, inputs, dtype="f32", grad=False, **how):
        if self.has_dtype and dtype != "f32":
            kwargs = {**kwargs, "dtype": DTYPES[dtype]}
        *inputs, options = inputs if inputs and isinstance(inputs[-1], dict) else (*inputs, {})
        self.modules.case(self.name, args, kwargs, [self.make(value, dtype, grad) for value in inputs],
                          {key: self.make(value, dtype, grad) for key, value in options.items()}, seed=self.seed, **how)

    def each(self, ways, *inputs, low=True, eval=True):
        """ways: (args, kwargs) of the constructor; inputs: tuples of what goes in, at the end perhaps a dictionary of what goes by name."""
        for i, (args, kwargs) in enumerate(ways):
            for j, given in enumerate(inputs if i == 0 else inputs[:1]):
                self.one(args, kwargs, given, grad=True)
                self.one(args, kwargs, given, dtype="f64", grad=True)
                if eval:
                    self.one(args, kwargs, given, grad=True, eval=True)
                    self.one(args, kwargs, given, eval=True, no_grad=True)
        if low:
            for dtype in ("bf16", "f16", "i64"):
                self.one(*ways[0], inputs[0], dtype=dtype)

    def refused(self, *calls):
        """(args, kwargs, inputs) of modules that cannot be made or called."""
        for args, kwargs, given in calls:
            self.one(args, kwargs, given)


def record():
    import modules_layers
    import modules_losses
    import modules_opinfo
    import modules_sequences
    modules = Modules()
    for part in (modules_layers, modules_losses, modules_sequences, modules_opinfo):
        part.record(modules)
    return modules
