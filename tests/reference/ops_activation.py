"""Activations."""
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


def record(r):
    for part in (element_wise, activations):
        part(r)
