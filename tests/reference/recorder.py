"""Runs the cases of the corpus and writes down what PyTorch answers.

A case is one call: torch.<name>, Tensor.<name> (the receiver is the first argument), attr:<name> and setattr:<name> (a property of
the first argument), or op:<Python's operator>. Setup steps, calls too, run before it and name their results.
"""
import base64
import json
import operator
import re
import warnings

import torch

from tagged import decode, encode, raw, show

OPERATORS = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "//": operator.floordiv, "%": operator.mod,
    "**": operator.pow, "@": operator.matmul, "&": operator.and_, "|": operator.or_, "^": operator.xor, "<<": operator.lshift,
    ">>": operator.rshift, "==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt,
    ">=": operator.ge, "~": operator.invert, "neg": operator.neg, "pos": operator.pos, "bool": operator.truth,
}

# What only Python's argument parser says: a C# compiler says these before the program runs.
PARSER_TALK = re.compile(r"^\w+\(\)(: argument '| received an invalid combination| missing \d| got (an|multiple)| takes )"
                         r"|^Please look up dimensions by name|^Overloaded torch operator|unsupported operand type")


def invoke(call, args, kwargs):
    kind, _, name = call.partition(":")
    if kind == "attr":
        return getattr(args[0], name)
    if kind == "setattr":
        return setattr(args[0], name, args[1])
    if kind == "op":
        return OPERATORS[name](*args)
    target = torch
    path = call.split(".")
    if path[0] == "Tensor":
        return getattr(args[0], path[1])(*args[1:], **kwargs)
    for part in path[1:]:
        target = getattr(target, part)
    return target(*args, **kwargs)


def written(value, arguments=()):
    """A result as a tagged value. A tensor that shares an argument's storage also has its strides and offset."""
    if isinstance(value, torch.Tensor):
        coded = {"dtype": str(value.dtype).removeprefix("torch."), "shape": list(value.shape)}
        if value.is_meta:
            coded["device"] = "meta"
            return {"t": coded}
        coded["data"] = base64.b64encode(raw(value)).decode()
        if value.numel() and any(value.untyped_storage().data_ptr() == other.untyped_storage().data_ptr()
                                 for other in arguments if not other.is_meta):
            coded["strides"], coded["offset"] = list(value.stride()), value.storage_offset()
        if value.requires_grad:
            coded["requires_grad"] = True
            if value.grad_fn is not None:
                coded["grad_fn"] = value.grad_fn.name().split("::")[-1]
        return {"t": coded}
    if isinstance(value, tuple) and not isinstance(value, torch.Size):
        coded = {"tuple": [written(item, arguments) for item in value]}
        names = getattr(type(value), "__match_args__", None) or getattr(type(value), "_fields", None)
        return {**coded, "names": list(names)} if names else coded
    if isinstance(value, (torch.finfo, torch.iinfo)):
        names = ("bits", "max", "min", *(("eps", "tiny", "smallest_normal", "resolution") if isinstance(value, torch.finfo) else ()))
        return {"tuple": [encode(getattr(value, name)) for name in names]}
    if isinstance(value, list):
        return {"list": [written(item, arguments) for item in value]}
    return encode(value)


def tensors(value):
    if isinstance(value, torch.Tensor):
        return [value]
    if isinstance(value, (list, tuple)):
        return [tensor for item in value for tensor in tensors(item)]
    return []


class Recorder:
    def __init__(self):
        self.cases, self.dropped = [], []

    def case(self, op, call, *args, setup=(), compare="close", backward=False, after=(), **kwargs):
        """One case. compare: exact, close (assert_close's tolerances of the dtype) or meta (dtype and shape only).
        setup: (variable or None, call, args, kwargs) steps. after: variables to look at when the call is done.
        backward: whether to record the gradients of (result * result).sum() as well; a plain sum would not notice moved elements.
        """
        steps = [self.step(name, step, arguments, options) for name, step, arguments, options in map(self.full, setup)]
        record = {"op": op, "call": call, "args": [encode(a) for a in args]}
        if kwargs:
            record["kwargs"] = {name: encode(value) for name, value in kwargs.items()}
        if steps:
            record["setup"] = steps
        if compare != "close":
            record["compare"] = compare
        record["py"] = "; ".join([step["py"] for step in steps] + [self.python(call, record["args"], record.get("kwargs", {}))])
        torch.set_default_dtype(torch.float32)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.answer(record, backward, after)
        torch.set_default_dtype(torch.float32)
        self.off()
        if "error" in record and PARSER_TALK.search(record["error"]["text"]):
            self.dropped.append(record)
        else:
            self.cases.append(record)

    @staticmethod
    def off():
        """Full precision, after a case of mixed precision."""
        torch.set_autocast_enabled("cpu", False)
        torch.set_autocast_dtype("cpu", torch.bfloat16)
        torch.clear_autocast_cache()

    @staticmethod
    def full(step):
        name, call, args, *kwargs = step
        return name, call, args, kwargs[0] if kwargs else {}

    def step(self, name, call, args, kwargs):
        coded = {"call": call, "args": [encode(a) for a in args]}
        if name:
            coded["set"] = name
        if kwargs:
            coded["kwargs"] = {key: encode(value) for key, value in kwargs.items()}
        text = self.python(call, coded["args"], coded.get("kwargs", {}))
        return {**coded, "py": f"{name} = {text}" if name else text}

    @staticmethod
    def answer(record, backward, after):
        variables = {}
        for step in record.get("setup", ()):
            args = [decode(a, variables) for a in step["args"]]
            result = invoke(step["call"], args, {k: decode(v, variables) for k, v in step.get("kwargs", {}).items()})
            if "set" in step:
                variables[step["set"]] = result
        args = [decode(a, variables) for a in record["args"]]
        kwargs = {name: decode(value, variables) for name, value in record.get("kwargs", {}).items()}
        given = tensors(args) + tensors(list(kwargs.values()))
        try:
            result = invoke(record["call"], args, kwargs)
        except Exception as error:
            kind = type(error).__name__.lstrip("_")
            record["error"] = {"type": kind, "text": (str(error).splitlines() or [""])[0]}
        else:
            in_place = record["call"].startswith(("Tensor.", "torch.nn.")) and (record["call"].endswith("_") or "setitem" in record["call"])
            same = args and result is args[0] and isinstance(result, torch.Tensor)
            record["result"] = {"self": True} if same else written(result, given)
            if in_place:
                record["self"] = written(args[0])
            if backward:
                losses = [(t * t).sum() for t in tensors(result) if t.requires_grad]
                sum(losses[1:], losses[0]).backward()
                record["backward"] = [None if t.grad is None else written(t.grad) for t in given if t.requires_grad and t.is_leaf]
        if record.get("compare") == "meta" and "t" in (record.get("result") or {}):
            record["result"]["t"].pop("data", None)  # memory that nobody wrote
        for name in after:
            record.setdefault("after", {})[name] = written(variables[name])

    @staticmethod
    def python(call, args, kwargs):
        kind, _, name = call.partition(":")
        texts = [show(a) for a in args]
        if kind == "attr":
            return f"{texts[0]}.{name}"
        if kind == "setattr":
            return f"{texts[0]}.{name} = {texts[1]}"
        if kind == "op":
            return f"{texts[0]} {name} {texts[1]}" if len(texts) == 2 else f"{ {'neg': '-', 'pos': '+'}.get(name, name)}{texts[0]}"
        if call == "Tensor.__getitem__" or call == "Tensor.__setitem__":
            index = ", ".join(map(show, args[1]["tuple"])) or "()" if args[1] and "tuple" in args[1] else texts[1]
            return f"{texts[0]}[{index}]" + (f" = {texts[2]}" if len(texts) == 3 else "")
        named = [f"{key}={show(value)}" for key, value in kwargs.items()]
        if call.startswith("Tensor."):
            return f"{texts[0]}.{call[7:]}({', '.join(texts[1:] + named)})"
        return f"{call}({', '.join(texts + named)})"

    def forms(self, op, *args, function=True, method=True, in_place=False, **options):
        """The same call as a function, as a method and in place, as PyTorch has it."""
        if function and hasattr(torch, op):
            self.case(op, f"torch.{op}", *args, **options)
        if method and hasattr(torch.Tensor, op):
            self.case(op, f"{'Tensor.' if callable(getattr(torch.Tensor, op)) else 'attr:'}{op}", *args, **options)
        if in_place and hasattr(torch.Tensor, op + "_"):
            self.case(op, f"Tensor.{op}_", *args, **options)

    def lines(self):
        return "".join(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n" for record in self.cases)
