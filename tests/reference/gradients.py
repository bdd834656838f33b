"""The first and second derivatives that PyTorch gives, of calls that other cases make, in double precision.

The floating-point tensors of a call are float64 or complex128 then, and require a gradient. What is differentiated is loss() of all
results, and then loss() of the gradients. A line has the gradients of those tensors, in order, or what PyTorch says instead.
"""
import json
import math
import warnings

import torch

import ops_gradients
from recorder import Recorder, invoke, tensors, written
from tagged import Arr, decode, decode_tensor, encode, raw

LARGEST, SMALL = 130, 40  # elements of a call
MOST = 14  # recorded of an operation; fewer are kept (some)
SHAPES, KINDS = 3, 8

# What differentiates itself, and what writes an attribute.
NOT_OPERATIONS = ("setattr:", "torch.autograd.", "Tensor.backward", "Tensor.retain_grad")
# Vectors that may be turned: their moduli are what is defined.
TURNED = {"svd", "linalg.svd", "linalg.eig", "linalg.eigh", "qr", "linalg.qr", "torch.svd_lowrank", "torch.pca_lowrank"}


def loss(values, modulus=False):
    """A number that every element of these tensors changes otherwise, and not in a straight line."""
    total = torch.zeros((), dtype=torch.float64)
    for value in values:
        value = value.abs() if modulus else value
        real = torch.view_as_real(value.resolve_conj()) if value.is_complex() else value
        weights = ((torch.arange(real.numel(), dtype=torch.float64) % 7 + 1) / 8).reshape(real.shape)
        total = total + (real * (real + 1) * weights).sum()
    return total


def operation(call):
    """torch.add and Tensor.add are one, functional twins; what is in a module says so."""
    name = call.removeprefix("Tensor.").removeprefix("torch.")
    return name if callable(getattr(torch.Tensor, name, None)) or "." in name or ":" in name else call


def moved(coded):
    """A tensor in double precision, each number moved otherwise: away from ties, from steps and from the edges of cells."""
    tensor = decode_tensor(coded)
    if not tensor.is_floating_point() and not tensor.is_complex():
        return {"t": coded}
    short, dtype = ("c128", torch.complex128) if tensor.is_complex() else ("f64", torch.float64)
    exact = tensor.detach().resolve_conj().to(dtype)
    moves = (torch.arange(1, exact.numel() + 1, dtype=torch.float64) * 1.7).sin().reshape(exact.shape) * 0.01
    return encode(Arr(raw(short_digits(exact + moves)), short, exact.shape, requires_grad=True))


def short_digits(tensor):
    """Numbers of few binary digits: they pack well."""
    if tensor.is_complex():
        return torch.complex(short_digits(tensor.real), short_digits(tensor.imag))
    return torch.round(tensor * 16384) / 16384


def prepared(coded):
    """An argument of a case as one to differentiate by."""
    if coded and "t" in coded:
        return moved(coded["t"])
    for several in ("list", "tuple"):
        if coded and several in coded:
            return {**coded, several: [prepared(item) for item in coded[several]]}
    return coded


def given(case):
    """The tensors among the arguments."""
    def inside(coded):
        if not coded:
            return []
        return [coded["t"]] if "t" in coded else [t for kind in ("list", "tuple") for item in coded.get(kind, ()) for t in inside(item)]

    return [t for value in [*case["args"], *case.get("kwargs", {}).values()] for t in inside(value)]


def shapes(case):
    """What tells the tensors of two calls apart."""
    return tuple(tuple(t["shape"]) for t in given(case))


def sizes(case):
    return [math.prod(t["shape"]) for t in given(case)]


def kind(case):
    """What tells the other arguments of two calls of the same operation apart."""
    return (case["call"], *(next(iter(coded)) if coded else None for coded in case["args"]), *sorted(case.get("kwargs", {})))


def candidate(case, exact=False):
    """The case with arguments to differentiate by, or None where it is not fit. exact: it has them."""
    random = all(step["call"] == "torch.manual_seed" for step in case.get("setup", ()))
    if "error" in case or not random or case["call"].startswith(NOT_OPERATIONS) or any("device" in t for t in given(case)):
        return None
    change = (lambda coded: coded) if exact else prepared
    coded = {"op": f"gradient of {operation(case['call'])}", "call": case["call"], "args": [change(a) for a in case["args"]]}
    if "kwargs" in case:
        coded["kwargs"] = {name: change(value) for name, value in case["kwargs"].items()}
    if not any(t.get("requires_grad") for t in given(coded)) or 0 in sizes(coded) or sum(sizes(coded)) > LARGEST:
        return None
    if operation(case["call"]) in TURNED:
        coded["modulus"] = True
    coded["py"] = Recorder.python(coded["call"], coded["args"], coded.get("kwargs", {}))
    coded["sampled"] = True  # which calls are taken hangs on which samples a version makes
    return coded


def wanted(case):
    """A case of ops_gradients.py. Where it says which gradients it asks for, it is taken as it is."""
    case.pop("error", None)  # of tensors that are views, and do not require a gradient
    return candidate(case, exact=any("requires_grad" in t for t in given(case)))


def is_in_place(call):
    return call.startswith(("Tensor.", "torch.")) and (call.endswith("__setitem__") or call[-1] == "_" != call[-2])


def differentiate(case):
    """Adds the gradients to a candidate; False where they are not numbers to compare."""
    torch.manual_seed(0)
    args = [decode(a, {}) for a in case["args"]]
    kwargs = {name: decode(value, {}) for name, value in case.get("kwargs", {}).items()}
    leaves = [t for t in tensors(args) + tensors(list(kwargs.values())) if t.requires_grad]
    writes = is_in_place(case["call"])
    try:
        if writes:
            args[0] = args[0].clone()  # a leaf is not changed in place
        result = invoke(case["call"], args, kwargs)
        results = tensors(args[0] if result is None and writes else result)
        recorded = [value for value in results if value.requires_grad]
        if not results or not all(value.isfinite().all() for value in recorded):
            return False
        case["first"] = None
        if not recorded:
            return True
        first = torch.autograd.grad(loss(recorded, case.get("modulus")), leaves, create_graph=True, allow_unused=True)
    except Exception as error:
        case.pop("first", None)
        case["error"] = said(error)
        return True
    if all(g is None for g in first):
        return False  # a new tensor with a gradient of its own
    again = [g for g in first if g is not None and g.requires_grad]
    second = [None] * len(leaves)
    case["first"] = [None if g is None else written(g.detach()) for g in first]
    try:
        if again:
            second = torch.autograd.grad(loss(again), leaves, allow_unused=True)
        case["second"] = [None if g is None else written(g) for g in second]
    except RuntimeError as error:
        case["second"] = said(error)
    return all(g is None or g.isfinite().all() for g in (*first, *second))


def said(error):
    return {"type": type(error).__name__.lstrip("_"), "text": (str(error).splitlines() or [""])[0]}


def choose(cases, fit, most, most_shapes):
    """Calls of other shapes than those before, as many as are asked for, and then of other arguments."""
    kept, seen, kinds = [], set(), set()
    for case in cases:
        if len(seen) < most_shapes and shapes(case) not in seen and fit(case):
            kept.append(case)
            seen.add(shapes(case))
            kinds.add(kind(case))
    for case in cases:
        if len(kept) < most and kind(case) not in kinds and fit(case):
            kept.append(case)
            kinds.add(kind(case))
    return kept


def some(cases):
    """What is kept of the calls that were recorded: of an operation with gradients those with them, else those without an error."""
    by_operation = {}
    for case in cases:
        by_operation.setdefault(case["op"], []).append(case)
    groups = ([case for case in group if case.get("first")] or [case for case in group if "error" not in case] or group
              for group in by_operation.values())
    return [case for group in groups for case in choose(sorted(group, key=is_zero), lambda case: True, KINDS, SHAPES)]


def is_zero(case):
    """Whether the gradients tell little."""
    return not any(g and decode(g, {}).any() for g in case.get("first") or ())


def record(cases):
    """The lines for what recorder.py recorded, and for what ops_gradients.py adds: more calls than are kept."""
    more = Recorder()
    ops_gradients.record(more)
    candidates = {}
    for case in [*map(wanted, more.cases), *map(candidate, cases)]:
        if case:
            candidates.setdefault(case["op"], []).append(case)
    lines = []
    torch.set_default_dtype(torch.float32)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for found in candidates.values():
            # Small ones first; of those that say which dtype they want, the results may have fewer digits.
            found.sort(key=lambda case: (sum(sizes(case)) > SMALL, "dtype" in kind(case)))
            lines += choose(found, differentiate, MOST, MOST - 4)
    return "".join(json.dumps(case, ensure_ascii=False, separators=(",", ":")) + "\n" for case in lines)
