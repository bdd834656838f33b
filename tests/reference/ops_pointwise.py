"""Element-wise ops: function, method, in place; operators; comparison."""
from tagged import COMPLEX, FLOATS, INTS, Source, V

import torch

INF, NAN = float("inf"), float("nan")
SPECIAL = [0.0, -0.0, 1.0, -1.0, 0.5, -2.5, INF, -INF, NAN, 3.0, 100.0, 1e-3]

# name: the range of its inputs
UNARY = {
    "abs": (-4, 4), "neg": (-4, 4), "sqrt": (0, 9), "rsqrt": (1, 9), "square": (-4, 4), "exp": (-4, 4), "exp2": (-4, 4),
    "expm1": (-2, 2), "log": (1, 9), "log2": (1, 9), "log10": (1, 9), "log1p": (0, 9), "sin": (-4, 4), "cos": (-4, 4),
    "tan": (-1, 1), "asin": (-1, 1), "acos": (-1, 1), "atan": (-4, 4), "sinh": (-3, 3), "cosh": (-3, 3), "tanh": (-3, 3),
    "asinh": (-4, 4), "acosh": (1, 9), "atanh": (-0.9, 0.9), "sigmoid": (-4, 4), "relu": (-4, 4), "floor": (-4, 4),
    "ceil": (-4, 4), "round": (-4, 4), "trunc": (-4, 4), "frac": (-4, 4), "sign": (-4, 4), "sgn": (-4, 4), "reciprocal": (1, 4),
    "erf": (-2, 2), "erfc": (-2, 2), "angle": (-4, 4), "conj_physical": (-4, 4), "logical_not": (-1, 1), "bitwise_not": (-4, 4),
    "nan_to_num": (-4, 4), "positive": (-4, 4), "signbit": (-4, 4), "deg2rad": (-180, 180), "rad2deg": (-3, 3),
}
TESTS = ["isnan", "isinf", "isfinite", "isposinf", "isneginf", "isreal"]
EXACT = {"abs", "neg", "relu", "floor", "ceil", "trunc", "sign", "logical_not", "bitwise_not", "positive", "signbit", "maximum",
         "minimum", "fmax", "fmin", "sub", "add", "clamp", "clamp_min", "clamp_max", "heaviside"} | set(TESTS)

# name: the range of the second input
BINARY = {
    "add": (-4, 4), "sub": (-4, 4), "mul": (-4, 4), "div": (1, 5), "floor_divide": (1, 5), "remainder": (1, 5), "fmod": (1, 5),
    "pow": (0, 3), "atan2": (-4, 4), "maximum": (-4, 4), "minimum": (-4, 4), "fmax": (-4, 4), "fmin": (-4, 4),
    "logical_and": (-1, 1), "logical_or": (-1, 1), "logical_xor": (-1, 1), "bitwise_and": (0, 7), "bitwise_or": (0, 7),
    "bitwise_xor": (0, 7), "bitwise_left_shift": (0, 3), "bitwise_right_shift": (0, 3), "hypot": (-4, 4), "heaviside": (-1, 1),
    "eq": (-1, 1), "ne": (-1, 1), "lt": (-1, 1), "le": (-1, 1), "gt": (-1, 1), "ge": (-1, 1), "xlogy": (1, 4),
    "logaddexp": (-4, 4), "copysign": (-4, 4), "float_power": (0, 3), "true_divide": (1, 5),
}
SCALAR_TOO = {"add", "sub", "mul", "div", "floor_divide", "remainder", "fmod", "pow", "eq", "ne", "lt", "le", "gt", "ge",
              "bitwise_and", "bitwise_or", "bitwise_xor", "bitwise_left_shift", "bitwise_right_shift", "true_divide", "float_power",
              "copysign"}
PAIRS = [("f32", "f32"), ("f64", "f32"), ("i64", "f32"), ("i32", "i64"), ("u8", "i8"), ("bool", "i64"), ("bool", "bool"),
         ("f16", "f32"), ("bf16", "f16"), ("c64", "f32"), ("c64", "f64"), ("i16", "f16"), ("i64", "i64")]


def unary(r):
    for op, (lo, hi) in UNARY.items():
        a = Source(op)
        how = {"compare": "exact"} if op in EXACT else {}
        for dtype in FLOATS:
            r.forms(op, a(dtype, 2, 3, lo=lo, hi=hi), in_place=dtype == "f32", **how)
        for dtype in ["i64", "u8", "bool", "c64"]:
            r.forms(op, a(dtype, 2, 3, lo=lo, hi=hi), function=False, in_place=dtype == "i64", **how)
        r.forms(op, a("i32", 2, 2, lo=lo, hi=hi), method=False, **how)
        r.forms(op, a("c128", 2, lo=lo, hi=hi), method=False)
        r.forms(op, a("f32", lo=lo, hi=hi), method=False, **how)
        r.forms(op, a("f64", 0, 3), method=False, **how)
        r.forms(op, a("f32", 3, 4, lo=lo, hi=hi).t(), function=False, **how)
        r.forms(op, a("f64", 2, 6, lo=lo, hi=hi).cut(1, 1, 6, 2), method=False, in_place=True, **how)
        r.forms(op, a("f32", 3, 1, lo=lo, hi=hi).expand(2, 3, 2), function=False, in_place=True, **how)
        r.forms(op, V(SPECIAL), method=False, **how)
        r.forms(op, V(SPECIAL, "f64"), function=False, **how)
        if op not in ("logical_not", "bitwise_not", "signbit", "conj_physical"):
            r.case(op, f"torch.{op}", a("f32", 2, 3, lo=lo, hi=hi).grad(), backward=True)
            r.case(op, f"torch.{op}", a("f64", 3, 2, lo=lo, hi=hi).t().grad(), backward=True)
        r.case(op, f"Tensor.{op}_", a("f32", 2, lo=lo, hi=hi).grad()) if hasattr(torch.Tensor, op + "_") else None


def tests(r):
    for op in TESTS:
        a = Source(op)
        for dtype in FLOATS + INTS + ["bool", "c64"]:
            r.forms(op, a(dtype, 2, 2), function=dtype == "i64", compare="exact")
        r.forms(op, V(SPECIAL), compare="exact")
        r.forms(op, V(SPECIAL, "f64"), compare="exact")
        r.forms(op, V(SPECIAL, "bf16"), compare="exact")
        r.forms(op, V(SPECIAL[6:], "f16"), compare="exact")
        r.forms(op, V([complex(NAN, 1), complex(1, INF), 1 + 0j], "c64"), compare="exact")
        r.forms(op, V(NAN), compare="exact")
        r.forms(op, a("f32", 0), compare="exact")
        r.forms(op, V([[INF, 1.0], [NAN, -INF]]).t(), compare="exact")


def binary(r):
    for op, (lo, hi) in BINARY.items():
        a = Source(op)
        how = {"compare": "exact"} if op in EXACT else {}
        for first, second in PAIRS:
            r.forms(op, a(first, 2, 3), a(second, 2, 3, lo=lo, hi=hi), function=first == second, in_place=True, **how)
        r.forms(op, a("f32", 2, 3), a("f32", 3, lo=lo, hi=hi), in_place=True, **how)
        r.forms(op, a("i64", 3), a("i64", 2, 3, lo=lo, hi=hi), in_place=True, **how)
        r.forms(op, a("f32", 2, 1, 3), a("f32", 4, 1, lo=lo, hi=hi), method=False, **how)
        r.forms(op, a("f32"), a("f64", 2, lo=lo, hi=hi), **how)
        r.forms(op, a("f32", 2, 2), a("f64", lo=lo, hi=hi), function=False, **how)
        r.forms(op, a("i32", 2), a("i64", lo=lo, hi=hi), function=False, **how)
        r.forms(op, a("i64", 2), a("f32", lo=lo, hi=hi), function=False, **how)
        r.forms(op, a("f32", 0, 3), a("f32", 1, 3, lo=lo, hi=hi), method=False, **how)
        r.forms(op, a("f32", 3, 2).t(), a("f32", 2, 3, lo=lo, hi=hi), **how)
        r.forms(op, a("i64", 3, 2).t(), a("i64", 2, 1, lo=lo, hi=hi).expand(2, 3), **how)
        r.forms(op, a("f32", 1, 3).expand(2, 3), a("f32", 2, 3, lo=lo, hi=hi), function=False, in_place=True, **how)
        r.forms(op, a("f32", 2, 3), a("f32", 2, 4, lo=lo, hi=hi), in_place=True)
        r.forms(op, a("i64", 2, 3), a("i64", 4, lo=lo, hi=hi))
        if op in SCALAR_TOO:
            scalars(r, op, a, lo, hi, how)
        r.case(op, f"torch.{op}", a("f32", 2, 3, lo=1, hi=4).grad(), a("f32", 3, lo=1, hi=4).grad(), backward=op not in NO_GRADIENT)
        r.case(op, f"Tensor.{op}", a("f64", 2, 3, lo=1, hi=4).grad(), a("f64", 2, 1, lo=1, hi=4), backward=op not in NO_GRADIENT)


NO_GRADIENT = {"logical_and", "logical_or", "logical_xor", "bitwise_and", "bitwise_or", "bitwise_xor", "bitwise_left_shift",
               "bitwise_right_shift", "heaviside", "eq", "ne", "lt", "le", "gt", "ge", "floor_divide"}


def scalars(r, op, a, lo, hi, how):
    for dtype in ["f32", "f64", "i64", "u8", "bool", "f16", "c64"]:
        r.forms(op, a(dtype, 2, 2), max(2, lo), function=False, in_place=dtype in ("f32", "i64"), **how)
        r.forms(op, a(dtype, 2, 2), 1.5, function=False, in_place=dtype in ("f32", "i64"), **how)
    r.forms(op, a("i32", 3), True, function=False, **how)
    r.forms(op, a("f32", 2, 2), 3, method=False, **how)
    r.forms(op, a("i32"), 2, method=False, **how)
    if op in ("pow", "float_power"):
        r.case(op, f"torch.{op}", 2, a("f32", 2, 2))
        r.case(op, f"torch.{op}", 2, a("i64", 3, lo=0, hi=5))
        r.case(op, f"torch.{op}", 2.5, a("i64", 3, lo=0, hi=5))
        r.forms(op, a("i64", 3), -1)
        r.forms(op, a("f32", 3), -1)
        r.forms(op, a("f32", 3), 0.5)
    if op in ("div", "floor_divide", "remainder", "fmod"):
        r.forms(op, a("i64", 3), 0)
        r.forms(op, V(SPECIAL), 0.0)
        r.forms(op, V(SPECIAL), -1.5)


def keywords(r):
    a = Source("keywords")
    for op in ("add", "sub"):
        r.forms(op, a("f32", 2, 3), a("f32", 3), in_place=True, alpha=2)
        r.forms(op, a("f64", 2, 3), a("f32", 3), alpha=0.5)
        r.forms(op, a("i64", 2, 3), a("i64", 2, 1), in_place=True, alpha=-3)
        r.forms(op, a("i64", 2, 3), a("i64", 2, 1), alpha=1.5)
        r.forms(op, a("f32", 2), 2, alpha=3)
        r.forms(op, a("f32", 2).grad(), a("f32", 2).grad(), method=False, alpha=3, backward=True)
    for mode in (None, "trunc", "floor"):
        for x, y in [("f32", "f32"), ("i64", "i64"), ("u8", "i32"), ("f64", "i64"), ("f16", "f16"), ("bool", "i64"), ("c64", "f32")]:
            r.forms("div", a(x, 2, 3, lo=-9, hi=9), a(y, 3, lo=1, hi=4), function=x == y, in_place=x == "f32", rounding_mode=mode)
        r.forms("div", V(SPECIAL), 2, rounding_mode=mode)
        r.forms("div", a("i64", 4, lo=-9, hi=9), -2, rounding_mode=mode)
        r.forms("div", a("i64", 2, lo=1, hi=9), a("i64", 2, lo=0, hi=0), rounding_mode=mode)
        r.forms("div", a("f32", 2, lo=1, hi=9).grad(), a("f32", 2, lo=1, hi=9).grad(), method=False, rounding_mode=mode, backward=True)
    r.forms("div", a("f32", 2), 2, rounding_mode="nearest")
    for decimals in (0, 1, 2, -1):
        r.forms("round", a("f32", 2, 3, lo=-40, hi=40), in_place=True, decimals=decimals)
        r.forms("round", a("f64", 4, lo=-400, hi=400), decimals=decimals)
    r.forms("round", V([0.5, 1.5, 2.5, -0.5, -1.5]), compare="exact")
    r.forms("round", a("i64", 2), decimals=1)
    for kwargs in ({"nan": 7.0}, {"posinf": 9.0}, {"neginf": -9.0}, {"nan": 1.0, "posinf": 2.0, "neginf": 3.0}):
        for dtype in ("f32", "f64", "f16"):
            r.forms("nan_to_num", V(SPECIAL, dtype), in_place=True, **kwargs)


def clamping(r):
    a = Source("clamp")
    for dtype in ("f32", "f64", "i64", "u8", "bf16", "bool", "c64"):
        r.forms("clamp", a(dtype, 2, 3), 0, 2, function=False, in_place=dtype == "f32", compare="exact")
        r.forms("clamp", a(dtype, 2, 3), function=False, min=1, compare="exact")
        r.forms("clamp", a(dtype, 2, 3), method=False, max=1, compare="exact")
        r.forms("clamp_min", a(dtype, 2, 3), 1, in_place=dtype == "f32", compare="exact")
        r.forms("clamp_max", a(dtype, 2, 3), 1, in_place=dtype == "i64", compare="exact")
    r.forms("clamp", a("i64", 4), 0.5, 1.5)
    r.forms("clamp", a("f32", 4), -0.5, 0.5, in_place=True)
    r.forms("clamp", a("f32", 4), 2, 1)
    r.forms("clamp", a("f32", 4))
    r.forms("clamp", V(SPECIAL), -1, 1, compare="exact")
    r.forms("clamp", a("f32", 2, 3), a("f32", 3), a("f32", 2, 1), compare="exact")
    r.forms("clamp", a("f32", 2, 3), min=a("f32", 3), compare="exact")
    r.forms("clamp", a("f32", 2, 3), max=a("f32", 4))
    r.forms("clamp", a("i64", 2, 3), min=a("f32", 3))
    r.forms("clamp", a("f32", 3, 2).t().grad(), -1, 1, backward=True)
    for op in ("clamp_min", "clamp_max"):
        r.forms(op, a("f32", 2, 3), a("f32", 3), compare="exact")
        r.forms(op, a("f32", 2, 3), a("f32", 4))
        r.forms(op, a("i64", 3), 1.5)
        r.forms(op, a("f32", 2, 3).grad(), 0.5, backward=True)


def ternary(r):
    a = Source("ternary")
    for dtype in ("f32", "f64", "f16", "bf16", "c64", "i64"):
        r.forms("lerp", a(dtype, 2, 3), a(dtype, 3), 0.25, in_place=dtype == "f32")
        r.forms("lerp", a(dtype, 2, 3), a(dtype, 3), a(dtype, 2, 1))
        for op in ("addcmul", "addcdiv"):
            r.forms(op, a(dtype, 2, 3), a(dtype, 3), a(dtype, 2, 1, lo=1, hi=4), in_place=dtype == "f32")
            r.forms(op, a(dtype, 2, 3), a(dtype, 3), a(dtype, 2, 1, lo=1, hi=4), value=2)
    for op in ("addcmul", "addcdiv"):
        r.forms(op, a("f32", 2, 3), a("f32", 4), a("f32", 2, 1))
        r.forms(op, a("f32", 3).grad(), a("f32", 3).grad(), a("f32", 3, lo=1, hi=4).grad(), value=0.5, backward=True)
        r.forms(op, a("f32", 3), a("f64", 3), a("f32", 3, lo=1, hi=4))
        r.forms(op, a("f32", 3), a("i64", 3), a("i64", 3, lo=1, hi=4), value=0.5)
        r.forms(op, a("f32", 0), a("f32", 0), a("f32", 0))
    r.forms("lerp", a("f32", 3), a("f32", 4), 0.5)
    r.forms("lerp", a("f32", 3), a("f64", 3), 0.5)
    r.forms("lerp", a("f32", 3).grad(), a("f32", 3).grad(), 0.75, backward=True)
    r.forms("lerp", a("f32", 3).grad(), a("f32", 3).grad(), a("f32", 3).grad(), backward=True)
    for x, y in [("f32", "f32"), ("i64", "f32"), ("f16", "f64"), ("bool", "u8"), ("c64", "f32"), ("i64", "i64")]:
        r.forms("where", a("bool", 2, 3), a(x, 3), a(y, 2, 1), compare="exact")
    r.forms("where", a("bool", 3), a("f32", 3), 0.0, method=False, compare="exact")
    r.forms("where", a("bool", 3), 1, a("i64", 3), method=False, compare="exact")
    r.forms("where", a("bool", 3), 1.5, a("i64", 3), method=False, compare="exact")
    r.forms("where", a("bool", 3), 1, 0, method=False, compare="exact")
    r.forms("where", a("bool", 3), 1.0, 0.0, method=False, compare="exact")
    r.forms("where", a("bool", 2, 3), method=False)
    r.forms("where", a("bool", 2, 3), a("f32", 4), a("f32", 3), method=False)
    r.forms("where", a("i64", 3), a("f32", 3), a("f32", 3), method=False)
    r.forms("where", a("bool"), a("f32", 3), a("f64"), method=False, compare="exact")
    r.forms("where", a("bool", 2, 3), a("f32", 3).grad(), a("f32", 2, 1).grad(), method=False, backward=True)
    r.case("where", "Tensor.where", a("f32", 2, 3), a("bool", 2, 3), a("f32", 3), compare="exact")
    r.case("where", "Tensor.where", a("f32", 2, 3), a("bool", 2, 3), 7.0, compare="exact")
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
    complexes(r, a)


def complexes(r, a):
    for op in ("conj", "real", "imag"):
        for dtype in ("c64", "c128", "f32", "i64", "bool"):
            r.forms(op, a(dtype, 2, 3), compare="exact")
        r.forms(op, a("c64", 3, 2).t(), compare="exact")
        r.forms(op, a("c64", 2).conjugate(), compare="exact")
        r.forms(op, a("c64"), compare="exact")
        r.forms(op, a("c64", 0, 2), compare="exact")
    for dtype in COMPLEX:
        x = a(dtype, 2, 2).conjugate()
        r.forms("abs", x)
        r.forms("exp", x)
        r.forms("angle", x)
        r.forms("neg", x, compare="exact")
        for op in ("resolve_conj", "conj_physical", "is_conj"):
            r.forms(op, x, compare="exact")
            r.forms(op, a(dtype, 2), compare="exact")


def operators(r):
    arithmetic = ["+", "-", "*", "/", "//", "%", "**"]
    comparisons = ["==", "!=", "<", "<=", ">", ">="]
    bitwise = ["&", "|", "^"]
    for sign in arithmetic + comparisons + bitwise + ["<<", ">>", "@"]:
        op, a = f"operator {sign}", Source(sign)
        exact = {"compare": "exact"} if sign in comparisons + bitwise else {}
        for x, y in PAIRS:
            r.case(op, f"op:{sign}", a(x, 2, 2), a(y, 2, 2, lo=1, hi=3), **exact)
        r.case(op, f"op:{sign}", a("f32", 2, 3), a("f32", 3, lo=1, hi=3), **exact)
        r.case(op, f"op:{sign}", a("i64", 2, 3), a("i64", 2, 1, lo=1, hi=3), **exact)
        r.case(op, f"op:{sign}", a("f32", 2, 3), a("f32", 2, 4, lo=1, hi=3))
        r.case(op, f"op:{sign}", a("i64", 2, 3).t(), a("i64", 4, lo=1, hi=3))
        r.case(op, f"op:{sign}", a("f32"), a("f64", 2, lo=1, hi=3), **exact)
        if sign != "@":
            for dtype in ("f32", "i64", "bool", "u8", "f16", "c64"):
                r.case(op, f"op:{sign}", a(dtype, 3, lo=1, hi=3), 2, **exact)
                r.case(op, f"op:{sign}", a(dtype, 3, lo=1, hi=3), 1.5, **exact)
                if sign not in ("//", "<<", ">>"):
                    r.case(op, f"op:{sign}", 2, a(dtype, 3, lo=1, hi=3), **exact)
                    r.case(op, f"op:{sign}", 1.5, a(dtype, 3, lo=1, hi=3), **exact)
            r.case(op, f"op:{sign}", a("bool", 3), True, **exact)
            r.case(op, f"op:{sign}", a("f64", 0), 2, **exact)
        if sign in arithmetic + ["@"] and sign != "//":
            r.case(op, f"op:{sign}", a("f32", 2, 2, lo=1, hi=3).grad(), a("f32", 2, 2, lo=1, hi=3).grad(), backward=True)
    for sign in ("~", "neg", "pos"):
        op, a = f"operator {sign}", Source(sign)
        for dtype in ["f32", "f64", "f16", "i64", "i32", "u8", "i8", "bool", "c64"]:
            r.case(op, f"op:{sign}", a(dtype, 2, 3), compare="exact")
        r.case(op, f"op:{sign}", a("i64", 2, 3).t(), compare="exact")
        r.case(op, f"op:{sign}", a("i64"), compare="exact")
        r.case(op, f"op:{sign}", a("i64", 0), compare="exact")
    a = Source("bool")
    for x in [V(1.0), V(0.0), V([0]), V([[2]]), V(NAN), V(0j, "c64"), V(True, "bool"), V([1, 2], "i64"), V([], "f32"),
              a("bool", 2, 3), V(-0.0), V([[True]], "bool")]:
        r.case("operator bool", "op:bool", x)


def comparison(r):
    a = Source("comparison")
    x = a("f32", 2, 3)
    for y in (x, a("f32", 2, 3), a("f32", 3, 2), a("f64", 2, 3)):
        r.forms("equal", x, y)
        r.forms("allclose", x, y)
        r.forms("isclose", x, y)
    for op in ("equal", "allclose", "isclose"):
        r.forms(op, V([NAN, 1.0]), V([NAN, 1.0]))
        r.forms(op, V([1, 2], "i64"), V([1, 2], "i64"))
        r.forms(op, V([1, 2], "i64"), V([1.0, 2.0]))
        r.forms(op, V([True], "bool"), V([True], "bool"))
        r.forms(op, V([INF, -INF, 1]), V([INF, -INF, 1.0000001]))
        r.forms(op, V([]), V([]))
        r.forms(op, V(1 + 1j, "c64"), V(1 + 1j, "c64"))
        r.forms(op, V([1.0, 2.0]), V([1.0, 2.0, 3.0]))
    for op in ("allclose", "isclose"):
        for kwargs in ({"rtol": 0.1}, {"atol": 0.5}, {"equal_nan": True}, {"rtol": 0.0, "atol": 0.01, "equal_nan": True}):
            r.forms(op, V([1.0, 2.0, NAN, 100.0]), V([1.05, 2.3, NAN, 100.005]), **kwargs)
        r.forms(op, V([1.0]), V([1.0]), rtol=-1.0)
    for x, y in [("i64", "i64"), ("f32", "f32"), ("i32", "i64"), ("bool", "bool"), ("u8", "u8"), ("f32", "i64")]:
        r.forms("isin", a(x, 2, 4), a(y, 3), method=False, compare="exact")
        r.forms("isin", a(x, 5), a(y, 12), method=False, invert=True, compare="exact")
    r.forms("isin", a("i64", 5), 2, method=False)
    r.forms("isin", 2, a("i64", 5), method=False)
    r.forms("isin", a("i64", 0), a("i64", 3), method=False)
    r.forms("isin", a("i64", 3), a("i64", 3), assume_unique=True, method=False)


def record(r):
    for part in (unary, tests, binary, keywords, clamping, ternary, operators, comparison):
        part(r)
