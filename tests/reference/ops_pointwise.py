"""Element-wise operations: function, method, in place."""
from sweeps import INF, NAN, SPECIAL, binary, every_dtype, in_place, more_binary, more_unary, unary
from tagged import COMPLEX, FLOATS, INTS, Source, V, Var

# name: the range of its inputs
UNARY = {
    "abs": (-4, 4), "neg": (-4, 4), "sqrt": (0, 9), "rsqrt": (1, 9), "square": (-4, 4), "exp": (-4, 4), "exp2": (-4, 4), "expm1": (-2, 2),
    "log": (1, 9), "log2": (1, 9), "log10": (1, 9), "log1p": (0, 9), "sin": (-4, 4), "cos": (-4, 4), "tan": (-1, 1), "asin": (-1, 1),
    "acos": (-1, 1), "atan": (-4, 4), "sinh": (-3, 3), "cosh": (-3, 3), "tanh": (-3, 3), "asinh": (-4, 4), "acosh": (1, 9),
    "atanh": (-0.9, 0.9), "floor": (-4, 4), "ceil": (-4, 4), "round": (-4, 4), "trunc": (-4, 4), "frac": (-4, 4), "sign": (-4, 4),
    "sgn": (-4, 4), "reciprocal": (1, 4), "angle": (-4, 4), "conj_physical": (-4, 4), "logical_not": (-1, 1), "bitwise_not": (-4, 4),
    "nan_to_num": (-4, 4), "positive": (-4, 4), "signbit": (-4, 4), "deg2rad": (-180, 180), "rad2deg": (-3, 3),
}
# name: the range of the second input
BINARY = {
    "add": (-4, 4), "sub": (-4, 4), "mul": (-4, 4), "div": (1, 5), "floor_divide": (1, 5), "remainder": (1, 5), "fmod": (1, 5),
    "pow": (0, 3), "atan2": (-4, 4), "logical_and": (-1, 1), "logical_or": (-1, 1), "logical_xor": (-1, 1), "bitwise_and": (0, 7),
    "bitwise_or": (0, 7), "bitwise_xor": (0, 7), "bitwise_left_shift": (0, 3), "bitwise_right_shift": (0, 3), "hypot": (-4, 4),
    "heaviside": (-1, 1), "xlogy": (1, 4), "logaddexp": (-4, 4), "copysign": (-4, 4), "float_power": (0, 3), "true_divide": (1, 5),
}
# Other names: the range of the inputs.
UNARY_NAMES = {
    "absolute": (-4, 4), "negative": (-4, 4), "fix": (-4, 4), "arccos": (-1, 1), "arccosh": (1, 9), "arcsin": (-1, 1), "arcsinh": (-4, 4),
    "arctan": (-4, 4), "arctanh": (-0.9, 0.9),
}
BINARY_NAMES = {"subtract": (-4, 4), "multiply": (-4, 4), "divide": (1, 5), "arctan2": (-4, 4)}
# Written in place: the range of the inputs.
IN_PLACE = {
    "abs": (-4, 4), "absolute": (-4, 4), "acos": (-1, 1), "acosh": (1, 9), "arccos": (-1, 1), "arccosh": (1, 9), "arcsin": (-1, 1),
    "arcsinh": (-4, 4), "arctan": (-4, 4), "arctanh": (-0.9, 0.9), "asin": (-1, 1), "asinh": (-4, 4), "atan": (-4, 4),
    "atanh": (-0.9, 0.9), "bitwise_not": (-4, 4), "ceil": (-4, 4), "conj_physical": (-4, 4), "cos": (-4, 4), "cosh": (-3, 3),
    "deg2rad": (-100, 100), "exp": (-4, 4), "exp2": (-4, 4), "expm1": (-2, 2), "fix": (-4, 4), "floor": (-4, 4), "frac": (-4, 4),
    "log": (1, 9), "log10": (1, 9), "log1p": (0, 9), "log2": (1, 9), "logical_not": (-1, 1), "neg": (-4, 4), "negative": (-4, 4),
    "rad2deg": (-3, 3), "reciprocal": (1, 4), "round": (-4, 4), "rsqrt": (1, 9), "sgn": (-4, 4), "sign": (-4, 4), "sin": (-4, 4),
    "sinh": (-3, 3), "sqrt": (0, 9), "square": (-4, 4), "tan": (-1, 1), "tanh": (-3, 3), "trunc": (-4, 4), "nan_to_num": (-4, 4),
}


def element_wise(r):
    for op, (lo, hi) in UNARY.items():
        unary(r, op, lo, hi)
    for op, (lo, hi) in BINARY.items():
        binary(r, op, lo, hi)
    for op, (lo, hi) in IN_PLACE.items():
        in_place(r, op, lo, hi)
    every_dtype(r, "asin", "asinh", "atan", "atanh", "expm1", "log1p", "sgn", "sin", "sinh", "sqrt", "tan", "tanh", "angle", "arcsin",
                "arcsinh", "arctan", "arctanh", "deg2rad", "rad2deg", "floor", "ceil", "trunc", "round", "sign", "signbit", "neg",
                "abs", "conj_physical", "frac", "is_neg", "resolve_neg", "resolve_conj")


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


def complexes(r):
    a = Source("ternary", past=1164)
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


def names(r):
    for op, (lo, hi) in UNARY_NAMES.items():
        more_unary(r, op, lo, hi)
    pairs = [("f32", "f32"), ("i64", "f32"), ("f16", "f64"), ("bool", "i64"), ("c64", "f32"), ("u8", "i8")]
    for op, (lo, hi) in BINARY_NAMES.items():
        more_binary(r, op, lo, hi, pairs, () if op == "arctan2" else (2, 1.5, True))
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


def numbers(r):
    for op in ("gcd", "lcm"):
        more_binary(r, op, -12, 12, [("i64", "i64"), ("i32", "i32"), ("u8", "u8"), ("i16", "i64"), ("i8", "i32"), ("bool", "i64"),
                                ("f32", "i64"), ("bool", "bool")], backward=False)
        r.forms(op, V([0, 0, 12, -12, 2**40], "i64"), V([0, 5, 18, 18, 2**38], "i64"), compare="exact")
    more_binary(r, "nextafter", -4, 4, [("f32", "f32"), ("f64", "f64"), ("bf16", "bf16"), ("f32", "f64"), ("i64", "i64"), ("f16", "f16")],
           backward=False)
    r.forms("nextafter", V([0.0, -0.0, INF, NAN, 1.0, 3e38]), V([1.0, -1.0, 0.0, 1.0, 1.0, INF]), compare="exact")
    more_binary(r, "ldexp", -3, 5, [("f32", "i64"), ("f64", "i32"), ("f16", "i64"), ("i64", "i64"), ("f32", "f32"), ("c64", "i64")],
           backward=False)
    a = Source("numbers")
    r.case("ldexp", "torch.ldexp", a("f64", 2, 3).grad(), a("i64", 3), backward=True)
    more_binary(r, "logaddexp2", -4, 4, [("f32", "f32"), ("f64", "f32"), ("f16", "f16"), ("f64", "f64"), ("i64", "i64"), ("c64", "c64")])
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


def limits(r):
    a = Source("limits in place")
    for op in ("clamp_", "clip_"):
        for args, kwargs in [((-1, 1), {}), ((), {"min": 0}), ((), {"max": 0.5}), ((a("f32", 3), a("f32", 3)), {}), ((), {"min": a("f32", 1)}),
                             ((), {"max": a("f64", 3)}), ((), {}), ((), {"max": a("f32", 2)})]:
            for x in (a("f32", 3), a("i64", 3), a("f32", 2, 3), a("f32", 3).grad(), a("c64", 3)):
                r.case(op[:-1], f"Tensor.{op}", x, *args, **kwargs)
    for op in ("lerp_", "lerp"):
        for x, y in (("f32", "f32"), ("f64", "f64"), ("f16", "f16"), ("bf16", "bf16"), ("c64", "c64"), ("i64", "i64"), ("f32", "f64")):
            for weight in (0.3, 0, 1.5, 1j, a(x, 2), a(x)):
                r.case("lerp", f"Tensor.{op}", a(x, 2), a(y, 2), weight)
        r.case("lerp", f"Tensor.{op}", a("f32", 2), a("f32", 3, 2), 0.5)
    for op in ("addcmul_", "addcdiv_"):
        for dtype in ("f32", "f64", "i64", "c64", "bf16"):
            for kwargs in ({}, {"value": 2}, {"value": 0.5}, {"value": 1j}):
                r.case(op[:-1], f"Tensor.{op}", a(dtype, 2), a(dtype, 2), a(dtype, 2, lo=1, hi=3), **kwargs)
        r.case(op[:-1], f"Tensor.{op}", a("f32", 2), a("f32", 3, 1), a("f32", 2, lo=1))
        r.case(op[:-1], f"Tensor.{op}", a("f32", 2).grad(), a("f32", 2), a("f32", 2, lo=1))


def functions_in_place(r):
    """What PyTorch has as a method and, undescribed, as a function too."""
    a = Source("functions in place")

    def case(op, x, *args):
        r.case(op, f"torch.{op}_", Var("x"), *args, setup=[("x", "Tensor.clone", [x])], after=("x",))

    for op in ("abs", "acos", "acosh", "arccos", "arccosh", "arcsin", "arcsinh", "arctan", "arctanh", "asin", "asinh", "atan", "atanh", "ceil", "conj_physical",
               "cos", "cosh", "deg2rad", "erf", "erfc", "exp", "exp2", "expm1", "fix", "floor", "frac", "i0", "log", "log10", "log1p", "log2", "logit",
               "nan_to_num", "neg", "negative", "rad2deg", "reciprocal", "round", "rsqrt", "sigmoid", "sin", "sinc", "sinh", "sqrt", "square", "tan", "tanh",
               "trunc", "zero", "relu", "detach"):
        for dtype in ("f32", "i64"):
            case(op, a(dtype, 2, 3))
    for op, args in (("addmv", (a("f32", 3, 4), a("f32", 4))), ("clamp", (-0.5, 0.5)), ("clip", (0.0,)), ("fill", (2,)), ("ldexp", (a("f32", 3),)), ("xlogy", (a("f32", 3),)),
                     ("index_put", ((V([0, 2], "i64"),), V(7.0)))):
        case(op, a("f32", 3), *args)
    for op in ("gcd", "lcm"):
        case(op, a("i64", 3), a("i64", 3))
    case("as_strided", a("f32", 6), (2, 2), (1, 2))
    for op in ("detach", "get_device", "is_signed"):
        for x in (a("f32", 2), a("u8", 2), a("f32", 2).grad()):
            r.case(op, f"torch.{op}", x)


def record(r):
    for part in (element_wise, keywords, clamping, ternary, complexes, names, numbers, limits, functions_in_place):
        part(r)
