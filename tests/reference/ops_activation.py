"""Activations."""
import torch

from sweeps import SPECIAL, every_dtype, in_place, unary
from tagged import FLOATS, Source, V


def element_wise(r):
    unary(r, "relu", -4, 4)
    in_place(r, "relu", -4, 4)
    every_dtype(r, "relu")


def activations(r):
    a = Source("activations")
    calls = {"relu_": [()], "selu_": [()], "celu_": [(), (2.0,), (0.5,)], "rrelu_": [(), (0.1, 0.3), (0.25, 0.25)],
             "threshold_": [(0, 7), (0.5, -1.5)]}
    for op, arguments in calls.items():
        for given in arguments:
            for dtype in FLOATS + ["i64"]:
                r.case(op, f"torch.{op}", a(dtype, 2, 3), *given)
            r.case(op, f"torch.{op}", a("f32", 3, 2).t(), *given)
            r.case(op, f"torch.{op}", a("f32"), *given)
            r.case(op, f"torch.{op}", V(SPECIAL), *given)
            r.case(op, f"torch.{op}", a("c64", 2), *given)
            r.case(op, f"torch.{op}", a("f32", 2).grad(), *given)
    r.case("celu_", "torch.celu_", a("f32", 4), alpha=3)
    r.case("celu_", "torch.celu_", a("f32", 4), alpha=0)
    r.case("rrelu_", "torch.rrelu_", a("f32", 4), lower=0.2, upper=0.1)
    r.case("rrelu_", "torch.rrelu_", a("f32", 12), training=True, setup=[(None, "torch.manual_seed", [3])])
    for dtype in FLOATS:
        r.forms("prelu", a(dtype, 2, 3), V([0.25], dtype))
        r.case("prelu", "torch.prelu", a(dtype, 2, 3, 2), V([0.25, 0.5, -1.0], dtype))
    r.case("prelu", "torch.prelu", a("f32"), V(0.25))
    r.case("prelu", "torch.prelu", a("f32", 0, 3), V([0.25]))
    r.case("prelu", "torch.prelu", input=a("f32", 3, 2).t(), weight=V([0.25, 0.5, 1.0]))
    r.case("prelu", "torch.prelu", a("f64", 2, 3).grad(), V([0.25, 0.5, 1.0], "f64").grad(), backward=True)
    r.case("prelu", "torch.prelu", a("f32", 2, 3), V([0.25, 0.5]))
    r.case("prelu", "torch.prelu", a("f32", 2, 3), V([[0.25]]))
    r.case("prelu", "torch.prelu", a("f32", 2, 3), V([0.25], "f64"))
    r.case("prelu", "torch.prelu", a("i64", 2, 3), V([0.25]))


def softmax(r):
    a = Source("ternary", past=718)
    for op in ("softmax", "log_softmax"):
        for dtype in ("f32", "f64", "f16", "bf16"):
            for dim in (0, 1, -1):
                r.forms(op, a(dtype, 3, 4), dim, method=dim == -1)
        r.forms(op, a("i64", 3, 4), 1)
        r.forms(op, a("i64", 3, 4), 1, dtype=torch.float64)
        r.forms(op, a("f32", 3, 4), dim=0, dtype=torch.float64)
        r.forms(op, a("f32"), 0)
        r.forms(op, a("f32", 0, 3), 1)
        r.forms(op, a("f32", 3, 4), 2)
        r.forms(op, a("f32", 3, 4), -3)
        r.forms(op, a("f32", 4, 3).t(), 1)
        r.forms(op, a("f32", 2, 3).grad(), 1, backward=True)


def hardshrink(r):
    a = Source("numbers", past=55)
    for dtype in FLOATS:
        r.forms("hardshrink", a(dtype, 2, 3), compare="exact")
        r.forms("hardshrink", a(dtype, 3, 2).t(), 1.5, compare="exact")
    r.forms("hardshrink", a("f32", 2, 3), lambd=0, compare="exact")
    r.forms("hardshrink", V(SPECIAL), compare="exact")
    r.forms("hardshrink", a("f32"), compare="exact")
    r.forms("hardshrink", a("i64", 2))
    r.forms("hardshrink", a("c64", 2))
    r.case("hardshrink", "torch.hardshrink", a("f64", 6).grad(), backward=True)


def record(r):
    for part in (element_wise, activations, softmax, hardshrink):
        part(r)
