"""Other names of element-wise ops, the gamma function and its kin, the parts of numbers."""
from tagged import FLOATS, INTS, Source, V
from ops_pointwise import INF, NAN, SPECIAL

import torch

# Other names: the range of the inputs.
UNARY_NAMES = {
    "absolute": (-4, 4), "negative": (-4, 4), "fix": (-4, 4), "arccos": (-1, 1), "arccosh": (1, 9), "arcsin": (-1, 1),
    "arcsinh": (-4, 4), "arctan": (-4, 4), "arctanh": (-0.9, 0.9),
}
BINARY_NAMES = {
    "subtract": (-4, 4), "multiply": (-4, 4), "divide": (1, 5), "greater": (-1, 1), "greater_equal": (-1, 1), "less": (-1, 1),
    "less_equal": (-1, 1), "not_equal": (-1, 1), "arctan2": (-4, 4),
}
EXACT = {"absolute", "negative", "fix", "greater", "greater_equal", "less", "less_equal", "not_equal", "subtract", "gcd", "lcm",
         "nextafter", "hardshrink", "frexp", "clip"}
GAMMA = {"lgamma": (0.1, 6), "digamma": (0.1, 6), "erfinv": (-0.95, 0.95), "i0": (-4, 4), "sinc": (-3, 3), "logit": (0.05, 0.95)}


def unary(r, op, lo, hi, backward=True):
    a = Source(op)
    how = {"compare": "exact"} if op in EXACT else {}
    for dtype in FLOATS + INTS + ["bool", "c64"]:
        r.forms(op, a(dtype, 2, 3, lo=lo, hi=hi), function=dtype in ("f32", "i64"), in_place=dtype in ("f32", "f64", "i64"), **how)
    r.forms(op, a("f32", lo=lo, hi=hi), method=False, **how)
    r.forms(op, a("f64", 0, 3), method=False, **how)
    r.forms(op, a("f32", 3, 4, lo=lo, hi=hi).t(), function=False, in_place=True, **how)
    r.forms(op, a("f64", 2, 6, lo=lo, hi=hi).cut(1, 1, 6, 2), method=False, in_place=True, **how)
    r.forms(op, a("f32", 3, 1, lo=lo, hi=hi).expand(2, 3, 2), function=False, in_place=True, **how)
    r.forms(op, V(SPECIAL), method=False, **how)
    r.forms(op, V(SPECIAL, "f64"), function=False, **how)
    if backward:
        r.case(op, f"torch.{op}", a("f64", 2, 3, lo=lo, hi=hi).grad(), backward=True)
    if hasattr(torch.Tensor, op + "_"):
        r.case(op, f"Tensor.{op}_", a("f32", 2, lo=lo, hi=hi).grad())


def binary(r, op, lo, hi, pairs, scalars=(), backward=True):
    a = Source(op)
    how = {"compare": "exact"} if op in EXACT else {}
    for first, second in pairs:
        r.forms(op, a(first, 2, 3), a(second, 2, 3, lo=lo, hi=hi), in_place=True, **how)
    first, second = pairs[0]
    r.forms(op, a(first, 2, 3), a(second, 3, lo=lo, hi=hi), in_place=True, **how)
    r.forms(op, a(first, 3), a(second, 2, 3, lo=lo, hi=hi), in_place=True, **how)
    r.forms(op, a(first, 2, 1, 3), a(second, 4, 1, lo=lo, hi=hi), method=False, **how)
    r.forms(op, a(first), a(second, 2, lo=lo, hi=hi), **how)
    r.forms(op, a(first, 0, 3), a(second, 1, 3, lo=lo, hi=hi), method=False, **how)
    r.forms(op, a(first, 3, 2).t(), a(second, 4, 3, lo=lo, hi=hi).cut(0, 0, 4, 2), in_place=True, **how)
    r.forms(op, a(first, 2, 3), a(second, 2, lo=lo, hi=hi), in_place=True, **how)
    r.case(op, f"torch.{op}", input=a(first, 2, 2), other=a(second, 2, 2, lo=lo, hi=hi), **how)
    for number in scalars:
        for dtype in ("f32", "i64", "bool"):
            r.forms(op, a(dtype, 2, 2), number, in_place=True, **how)
    if backward:
        r.case(op, f"torch.{op}", a("f64", 2, 3).grad(), a("f64", 3, lo=lo, hi=hi).grad(), backward=True)


def names(r):
    for op, (lo, hi) in UNARY_NAMES.items():
        unary(r, op, lo, hi)
    pairs = [("f32", "f32"), ("i64", "f32"), ("f16", "f64"), ("bool", "i64"), ("c64", "f32"), ("u8", "i8")]
    for op, (lo, hi) in BINARY_NAMES.items():
        ordered = "great" in op or "less" in op or "equal" in op
        binary(r, op, lo, hi, pairs, () if op == "arctan2" else (2, 1.5, True), backward=not ordered)
    a = Source("names")
    for mode in ("trunc", "floor", None):
        r.forms("divide", a("f32", 2, 3), a("f32", 3, lo=1), in_place=True, rounding_mode=mode)
        r.forms("divide", a("i64", 2, 3), 3, rounding_mode=mode)
    r.forms("subtract", a("i32", 2, 3), a("i32", 3), in_place=True, alpha=2)
    for dtype in FLOATS + INTS:
        r.forms("clip", a(dtype, 2, 3), 0, 2, in_place=True, compare="exact")
        r.forms("clip", a(dtype, 2, 3), a(dtype, 3), in_place=True, compare="exact")
    r.forms("clip", a("f32", 2, 3), max=1.5, in_place=True, compare="exact")
    r.forms("clip", a("i64", 2, 3), min=1.5, compare="exact")
    r.forms("clip", a("f32", 2, 3), compare="exact")
    r.forms("clip", a("c64", 2, 3), 1)
    r.case("clip", "torch.clip", a("f32", 3).grad(), -1, 1, backward=True)


def gamma(r):
    for op, (lo, hi) in GAMMA.items():
        unary(r, op, lo, hi)
    a = Source("gamma")
    for eps in (None, 0.1, 1e-6, 0.0, 0.6):
        r.forms("logit", a("f32", 2, 3, lo=-1, hi=2), eps, in_place=True)
        r.case("logit", "torch.logit", a("f64", 3, lo=0, hi=1).grad(), eps=eps, backward=True)
    for n in (0, 1, 2, 5):
        for dtype in ("f32", "f64", "i64", "f16", "bool"):
            r.case("polygamma", "torch.polygamma", n, a(dtype, 2, 3, lo=0.5, hi=6))
            r.case("polygamma", "Tensor.polygamma", a(dtype, 2, 3, lo=0.5, hi=6), n)
        r.case("polygamma", "Tensor.polygamma_", a("f32", 3, 2, lo=0.5, hi=6).t(), n)
        r.case("polygamma", "torch.polygamma", n, a("f64", 3, lo=0.5, hi=6).grad(), backward=True)
    r.case("polygamma", "torch.polygamma", -1, a("f32", 2))
    r.case("polygamma", "Tensor.polygamma_", a("i64", 2, lo=1), 1)
    r.case("polygamma", "torch.polygamma", 2, a("c64", 2))
    for p in (1, 2, 4):
        for dtype in ("f32", "f64", "i64", "bf16"):
            r.forms("mvlgamma", a(dtype, 2, 3, lo=3, hi=8), p, in_place=dtype != "i64")
        r.case("mvlgamma", "torch.mvlgamma", a("f64", 3, lo=3, hi=8).grad(), p, backward=True)
        r.forms("mvlgamma", a("f32", lo=3, hi=8), p=p)
    r.forms("mvlgamma", a("f32", 2, lo=3), 0, in_place=True)
    r.forms("mvlgamma", a("c64", 2, lo=3), 2)
    for op in ("igamma", "igammac"):
        binary(r, op, 0.5, 6, [("f32", "f32"), ("f64", "f32"), ("f64", "f64"), ("bf16", "bf16"), ("i64", "f32"), ("i64", "i64")],
               backward=False)
        r.forms(op, V([0.0, 1.0, INF, 2.0, -1.0, NAN, 0.0]), V([1.0, 0.0, 2.0, INF, 1.0, 1.0, 0.0]))
        r.case(op, f"torch.{op}", a("f64", 2, lo=0.5), a("f64", 2, lo=0.5).grad(), backward=True)


def numbers(r):
    for op in ("gcd", "lcm"):
        binary(r, op, -12, 12, [("i64", "i64"), ("i32", "i32"), ("u8", "u8"), ("i16", "i64"), ("i8", "i32"), ("bool", "i64"),
                                ("f32", "i64"), ("bool", "bool")], backward=False)
        r.forms(op, V([0, 0, 12, -12, 2**40], "i64"), V([0, 5, 18, 18, 2**38], "i64"), compare="exact")
    binary(r, "nextafter", -4, 4, [("f32", "f32"), ("f64", "f64"), ("bf16", "bf16"), ("f32", "f64"), ("i64", "i64"), ("f16", "f16")],
           backward=False)
    r.forms("nextafter", V([0.0, -0.0, INF, NAN, 1.0, 3e38]), V([1.0, -1.0, 0.0, 1.0, 1.0, INF]), compare="exact")
    binary(r, "ldexp", -3, 5, [("f32", "i64"), ("f64", "i32"), ("f16", "i64"), ("i64", "i64"), ("f32", "f32"), ("c64", "i64")],
           backward=False)
    a = Source("numbers")
    r.case("ldexp", "torch.ldexp", a("f64", 2, 3).grad(), a("i64", 3), backward=True)
    binary(r, "logaddexp2", -4, 4, [("f32", "f32"), ("f64", "f32"), ("f16", "f16"), ("f64", "f64"), ("i64", "i64"), ("c64", "c64")])
    r.forms("logaddexp2", V([INF, -INF, -INF, NAN, 1000.0]), V([INF, -INF, 0.0, 0.0, 1000.0]))
    for dtype in FLOATS:
        r.forms("frexp", a(dtype, 2, 3), compare="exact")
    r.forms("frexp", a("f32"), compare="exact")
    r.forms("frexp", a("f64", 0, 2), compare="exact")
    r.forms("frexp", a("f64", 3, 4).t(), compare="exact")
    r.forms("frexp", V([0.0, -0.0, 1.0, 0.5, 1e-40, 3e38]), compare="exact")
    r.forms("frexp", a("i64", 2))
    r.forms("frexp", a("c64", 2))
    r.case("frexp", "torch.frexp", a("f64", 3).grad(), backward=True)
    for dtype in FLOATS:
        r.forms("hardshrink", a(dtype, 2, 3), compare="exact")
        r.forms("hardshrink", a(dtype, 3, 2).t(), 1.5, compare="exact")
    r.forms("hardshrink", a("f32", 2, 3), lambd=0, compare="exact")
    r.forms("hardshrink", V(SPECIAL), compare="exact")
    r.forms("hardshrink", a("f32"), compare="exact")
    r.forms("hardshrink", a("i64", 2))
    r.forms("hardshrink", a("c64", 2))
    r.case("hardshrink", "torch.hardshrink", a("f64", 6).grad(), backward=True)


def norms(r):
    a = Source("renorm")
    for dtype in ("f32", "f64", "c64", "f16"):
        for p, dim, maxnorm in ((2, 0, 1.5), (1, 1, 3), (0.5, -1, 2.0), (INF, 0, 2)):
            r.forms("renorm", a(dtype, 3, 4), p, dim, maxnorm, in_place=True)
    r.forms("renorm", a("f32", 2, 3, 4).permute(2, 0, 1), 2, 1, 1, in_place=True)
    r.forms("renorm", a("f32", 0, 3), 2, 0, 1)
    r.forms("renorm", a("f32", 2, 3), p=2, dim=0, maxnorm=1)
    r.case("renorm", "torch.renorm", a("f64", 2, 3).grad(), 2, 0, 1, backward=True)
    r.forms("renorm", a("f32", 3), 2, 0, 1, in_place=True)
    r.forms("renorm", a("f32", 2, 3), 2, 5, 1, in_place=True)
    r.forms("renorm", a("f32", 2, 3), -2, 0, 1)
    r.forms("renorm", a("f32", 2, 3), 2, 0, -1)
    r.forms("renorm", a("i64", 2, 3), 2, 0, 1)
    r.case("renorm", "Tensor.renorm_", a("f32", 2, 3).grad(), 2, 0, 1)
    for dtype in ("f32", "f64", "f16", "c64", "i64"):
        r.forms("dist", a(dtype, 2, 3), a(dtype, 2, 3))
        for p in (0, 1, 3, 0.5, INF, -INF):
            r.forms("dist", a(dtype, 2, 3), a(dtype, 3), p)
    r.forms("dist", a("f32", 2, 3), a("f64", 3), p=1.5)
    r.forms("dist", a("f32", 0), a("f32", 0))
    r.forms("dist", a("f32"), a("f32", 3, 2).t())
    r.forms("dist", a("f32", 2), a("f32", 3))
    r.case("dist", "torch.dist", a("f64", 3).grad(), a("f64", 2, 3).grad(), backward=True)
    r.case("dist", "torch.dist", a("f64", 3).grad(), a("f64", 2, 3), 1, backward=True)


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
    names(r)
    gamma(r)
    numbers(r)
    norms(r)
    activations(r)
