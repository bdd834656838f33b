"""The same calls for many operations: each dtype, shapes that broadcast, views, special values, gradients, errors."""
import torch

from tagged import COMPLEX, DTYPES, FLOATS, INTS, Source, V

INF, NAN = float("inf"), float("nan")
SPECIAL = [0.0, -0.0, 1.0, -1.0, 0.5, -2.5, INF, -INF, NAN, 3.0, 100.0, 1e-3]
EXACT = {"abs", "neg", "relu", "floor", "ceil", "trunc", "sign", "logical_not", "bitwise_not", "positive", "signbit", "maximum",
         "minimum", "fmax", "fmin", "sub", "add", "heaviside", "absolute", "negative", "fix", "greater", "greater_equal", "less",
         "less_equal", "not_equal", "subtract", "gcd", "lcm", "nextafter"}
SCALAR_TOO = {"add", "sub", "mul", "div", "floor_divide", "remainder", "fmod", "pow", "eq", "ne", "lt", "le", "gt", "ge",
              "bitwise_and", "bitwise_or", "bitwise_xor", "bitwise_left_shift", "bitwise_right_shift", "true_divide", "float_power",
              "copysign"}
NO_GRADIENT = {"logical_and", "logical_or", "logical_xor", "bitwise_and", "bitwise_or", "bitwise_xor", "bitwise_left_shift",
               "bitwise_right_shift", "heaviside", "eq", "ne", "lt", "le", "gt", "ge", "floor_divide"}
PAIRS = [("f32", "f32"), ("f64", "f32"), ("i64", "f32"), ("i32", "i64"), ("u8", "i8"), ("bool", "i64"), ("bool", "bool"),
         ("f16", "f32"), ("bf16", "f16"), ("c64", "f32"), ("c64", "f64"), ("i16", "f16"), ("i64", "i64")]
ONE_EACH = ["f32", "f64", "f16", "bf16", "i64", "u8", "bool", "c64"]


def unary(r, op, lo, hi):
    """lo, hi: the range of the inputs, here and below."""
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


def binary(r, op, lo, hi):
    """lo, hi: the range of the second input."""
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


def more_unary(r, op, lo, hi, backward=True):
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


def more_binary(r, op, lo, hi, pairs, scalars=(), backward=True):
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


def in_place(r, op, lo, hi):
    a, call = Source(op + "_"), f"Tensor.{op}_"
    for dtype in FLOATS + INTS + ["bool"] + COMPLEX:
        r.case(op, call, a(dtype, 2, 2, lo=lo, hi=hi))
    r.case(op, call, a("f32", lo=lo, hi=hi))
    r.case(op, call, a("f64", 0, 3))
    r.case(op, call, a("f32", 2, 6, lo=lo, hi=hi).cut(1, 1, 6, 2))
    r.case(op, call, a("f64", 3, 2, lo=lo, hi=hi).t())
    r.case(op, call, a("f32", 1, 3, lo=lo, hi=hi).expand(2, 3))
    r.case(op, call, a("f32", 2, lo=lo, hi=hi).grad())


def every_dtype(r, *ops):
    """One small tensor of each dtype for what takes one, as function and method."""
    for op in ops:
        a = Source(f"{op} every dtype")
        for dtype in DTYPES:
            shapes = [(2, 2), (), (3,)] if dtype in ("f32", "i64", "c64") else [(2, 2)]
            for shape in shapes:
                r.forms(op, a(dtype, *shape, lo=-1, hi=1))


def of_two_dtypes(r, op, past, *second):
    """past: see Source."""
    a = Source("special every dtype", past=past)
    for x in DTYPES:
        for y in ("bool", "i32", "f16", "c64"):
            r.forms(op, a(x, 2), a(y, *second))


def of_several(r, op):
    """Of tensors that are the arguments, one each."""
    a = Source(op)
    one = op in ("meshgrid", "cartesian_prod")
    for shapes in [[(3,), (2,)] if one else [(2, 1), (3,)], [(2,)], [(1,), (3,)], [(2,), (2,), (3,)] if one else [(1,), (2, 1), ()],
                   [(0,), (2,)] if one else [(0,), (1,)]]:
        for dtype in ("f32", "i64"):
            r.case(op, f"torch.{op}", *[a(dtype, *s) for s in shapes], compare="exact")
    r.case(op, f"torch.{op}", *[a("f32", 2), a("f32", 3)], compare="exact")
    r.case(op, f"torch.{op}", *[a("f32", 2, 2), a("f32", 3)], compare="exact")
    r.case(op, f"torch.{op}", *[a("f32", 1), a("f64", 3)], compare="exact")
    if op == "meshgrid":
        for indexing in ("ij", "xy", "zz"):
            r.case(op, f"torch.{op}", a("f32", 3), a("f32", 2), indexing=indexing, compare="exact")
            r.case(op, f"torch.{op}", a("f32"), a("f32", 2), indexing=indexing, compare="exact")
    else:
        r.case(op, f"torch.{op}", a("f32", 2).grad(), a("f32", 2 if op == "broadcast_tensors" else 3).grad(), compare="exact",
               backward=True)


def sweep(r, op, fit, misfit, method=True, function=True, gradient=True, in_place=False):
    """fit and misfit: (shape, arguments, keywords?) of the calls that work and of those that do not."""
    a = Source(op)
    how = {"compare": "exact", "function": function, "method": method}
    for shape, args, *kwargs in fit:
        r.forms(op, a("f32", *shape), *args, in_place=in_place, **how, **(kwargs[0] if kwargs else {}))
        if len(shape) >= 2:  # the same shape, not contiguous
            x = a("i64", *shape[:-2], shape[-1], shape[-2]).t()
            r.forms(op, x, *args, in_place=in_place, **how, **(kwargs[0] if kwargs else {}))
    shape, args, *kwargs = fit[0]
    kwargs = kwargs[0] if kwargs else {}
    for dtype in ONE_EACH[1:]:
        r.forms(op, a(dtype, *shape), *args, **{**how, "function": function and not method}, **kwargs)
    if gradient:
        r.forms(op, a("f32", *shape).grad(), *args, **how, **kwargs, backward=True)
        shape, args, *kwargs = fit[-1]
        r.forms(op, a("f64", *shape).grad(), *args, **how, **(kwargs[0] if kwargs else {}), backward=True)
    for shape, args, *kwargs in misfit:
        r.forms(op, a("f32", *shape), *args, function=function, method=method, in_place=in_place, **(kwargs[0] if kwargs else {}))
