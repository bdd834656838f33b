"""What the other scripts have too few cases of (few-cases.txt): forms in place, aliases, dtypes, tensors that are only looked at."""
import torch

from tagged import COMPLEX, DTYPES, FLOATS, INTS, Source, V, Var

NAN, INF = float("nan"), float("inf")

# Written in place: the range of the inputs.
IN_PLACE = {
    "abs": (-4, 4), "absolute": (-4, 4), "acos": (-1, 1), "acosh": (1, 9), "arccos": (-1, 1), "arccosh": (1, 9), "arcsin": (-1, 1),
    "arcsinh": (-4, 4), "arctan": (-4, 4), "arctanh": (-0.9, 0.9), "asin": (-1, 1), "asinh": (-4, 4), "atan": (-4, 4), "atanh": (-0.9, 0.9),
    "bitwise_not": (-4, 4), "ceil": (-4, 4), "conj_physical": (-4, 4), "cos": (-4, 4), "cosh": (-3, 3), "deg2rad": (-100, 100),
    "digamma": (1, 4), "erf": (-2, 2), "erfc": (-2, 2), "erfinv": (-0.9, 0.9), "exp": (-4, 4), "exp2": (-4, 4), "expm1": (-2, 2),
    "fix": (-4, 4), "floor": (-4, 4), "frac": (-4, 4), "i0": (-4, 4), "lgamma": (1, 4), "log": (1, 9), "log10": (1, 9), "log1p": (0, 9),
    "log2": (1, 9), "logical_not": (-1, 1), "neg": (-4, 4), "negative": (-4, 4), "rad2deg": (-3, 3), "reciprocal": (1, 4), "relu": (-4, 4),
    "round": (-4, 4), "rsqrt": (1, 9), "sgn": (-4, 4), "sigmoid": (-4, 4), "sign": (-4, 4), "sin": (-4, 4), "sinc": (-4, 4),
    "sinh": (-3, 3), "sqrt": (0, 9), "square": (-4, 4), "tan": (-1, 1), "tanh": (-3, 3), "trunc": (-4, 4), "nan_to_num": (-4, 4),
}


def in_place(r):
    for op, (lo, hi) in IN_PLACE.items():
        a, call = Source(op + "_"), f"Tensor.{op}_"
        for dtype in FLOATS + INTS + ["bool"] + COMPLEX:
            r.case(op, call, a(dtype, 2, 2, lo=lo, hi=hi))
        r.case(op, call, a("f32", lo=lo, hi=hi))
        r.case(op, call, a("f64", 0, 3))
        r.case(op, call, a("f32", 2, 6, lo=lo, hi=hi).cut(1, 1, 6, 2))
        r.case(op, call, a("f64", 3, 2, lo=lo, hi=hi).t())
        r.case(op, call, a("f32", 1, 3, lo=lo, hi=hi).expand(2, 3))
        r.case(op, call, a("f32", 2, lo=lo, hi=hi).grad())


def every_dtype(r):
    """One small tensor of each dtype for what takes one, as function and method."""
    for op in ("asin", "asinh", "atan", "atanh", "expm1", "log1p", "sgn", "sin", "sinh", "sqrt", "tan", "tanh", "angle", "arcsin", "arcsinh",
               "arctan", "arctanh", "deg2rad", "rad2deg", "erf", "floor", "ceil", "trunc", "round", "sign", "signbit", "isnan", "isinf",
               "isposinf", "isneginf", "isfinite", "neg", "abs", "relu", "conj_physical", "frac", "msort", "adjoint", "is_neg", "resolve_neg",
               "resolve_conj", "detach_copy", "alias_copy", "atleast_1d", "atleast_2d", "atleast_3d", "block_diag", "diagflat", "argwhere",
               "is_nonzero"):
        a = Source(f"{op} every dtype")
        for dtype in DTYPES:
            shapes = [(2, 2), (), (3,)] if dtype in ("f32", "i64", "c64") else [(2, 2)]
            for shape in shapes:
                r.forms(op, a(dtype, *shape, lo=-1, hi=1))
    a = Source("special every dtype")
    for op in ("exp2", "expit", "expm1", "log1p", "sinc"):
        for dtype in DTYPES:
            r.case(f"special.{op}", f"torch.special.{op}", a(dtype, 2, 2, lo=0, hi=1))
    for op, second in (("kron", (2,)), ("equal", (2,)), ("type_as", ()), ("result_type", ())):
        for x in DTYPES:
            for y in ("bool", "i32", "f16", "c64"):
                r.forms(op, a(x, 2), a(y, *second))


def promotion(r):
    a = Source("promotion")
    dtypes = list(DTYPES.values())
    for x in dtypes:
        for y in dtypes:
            r.case("promote_types", "torch.promote_types", x, y)
            r.case("can_cast", "torch.can_cast", x, y)
    for x in DTYPES:
        for y in DTYPES:
            r.case("result_type", "torch.result_type", a(x, 2), a(y))
            r.case("result_type", "torch.result_type", a(x, 1), a(y, 2))
        for number in (True, 2, 1.5, 1j):
            r.case("result_type", "torch.result_type", a(x, 2), number)
            r.case("result_type", "torch.result_type", number, a(x))
    for number in (True, 2, 1.5, 1j):
        for other in (True, 2, 1.5, 1j):
            r.case("result_type", "torch.result_type", number, other)
    for dtype in dtypes:
        r.case("finfo", "torch.finfo", dtype, compare="exact")
        r.case("iinfo", "torch.iinfo", dtype, compare="exact")
    r.case("finfo", "torch.finfo", compare="exact")
    for default in dtypes:
        if default.is_floating_point:
            setup = [(None, "torch.set_default_dtype", [default])]
            r.case("get_default_dtype", "torch.get_default_dtype", setup=setup)
            r.case("finfo", "torch.finfo", setup=setup, compare="exact")
            for call, *args in [("torch.ones", 2), ("torch.arange", 0, 2, 0.5), ("torch.linspace", 0, 1, 3), ("torch.eye", 2), ("torch.tensor", [1.5]),
                                ("torch.tensor", [1]), ("torch.full", [2], 1.5), ("torch.true_divide", a("i64", 2), 2), ("torch.exp", a("i32", 2)),
                                ("torch.result_type", a("i64", 2), 1.5), ("torch.result_type", a("f16", 2), 1.5), ("torch.add", a("bool", 2), 0.5),
                                ("torch.hann_window", 4), ("torch.fft.fftfreq", 4), ("torch.mul", a("i8", 2), a("f16", 2)), ("torch.where", a("bool", 2), 1.0, 0.0)]:
                r.case("set_default_dtype", call, *args, setup=setup)
        else:
            r.case("set_default_dtype", "torch.set_default_dtype", default)
    for default in (torch.float32, torch.float64):
        r.case("set_default_dtype", "torch.tensor", [1j], setup=[(None, "torch.set_default_dtype", [default])])
        r.case("set_default_dtype", "torch.set_default_dtype", default)


def products(r):
    a = Source("sums of products")
    for op, shapes in (("addmm", ((2, 2), (2, 3), (3, 2))), ("addmv", ((2,), (2, 3), (3,))), ("addbmm", ((2, 2), (4, 2, 3), (4, 3, 2))),
                       ("baddbmm", ((4, 2, 2), (4, 2, 3), (4, 3, 2))), ("addr", ((2, 3), (2,), (3,)))):
        for dtype in ("f32", "f64", "i64", "u8", "bool", "bf16", "c64"):
            x, y, z = (a(dtype, *shape) for shape in shapes)
            r.forms(op, x, y, z, in_place=True)
            r.forms(op, x, y, z, in_place=True, beta=2, alpha=-1)
            r.forms(op, x, y, z, function=dtype != "bf16", method=False, beta=0.5, alpha=0.25)
            r.forms(op, x, y, z, method=False, in_place=True, beta=0)
            r.forms(op, x, y, z, function=False, beta=1.5j)
        x, y, z = (a("f32", *shape) for shape in shapes)
        r.forms(op, V([NAN] * shapes[0][-1]), y, z, beta=0)
        r.forms(op, V(1.0), y, z, in_place=True)
        r.forms(op, a("f32", 7), y, z, in_place=True)
        r.forms(op, x, z, a("f32", 5), in_place=True)
        r.forms(op, x, y, a("f64", *shapes[2]), in_place=True)
        r.forms(op, x.grad(), y.grad(), z.grad(), in_place=False, backward=True, beta=0.3, alpha=0.7)
        r.forms(op, x.grad(), y, z, function=False, method=False, in_place=True)


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
    for op in ("cumsum_", "cumprod_"):
        for x in (a("f32", 2, 3), a("i64", 2, 3), a("c64", 3), a("bool", 3), a("f32"), a("f32", 3).grad(), a("f32", 3, 2).t(), a("u8", 4)):
            for dim in (0, -1, 1):
                r.case(op[:-1], f"Tensor.{op}", x, dim)
        r.case(op[:-1], f"Tensor.{op}", a("f32", 3), 0, dtype=torch.float64)
        r.case(op[:-1], f"Tensor.{op}", a("f32", 3), 0, dtype=torch.float32)
    for op in ("tril_", "triu_"):
        for x in (a("f32", 3, 3), a("i64", 2, 3), a("bool", 3, 2), a("c64", 2, 2), a("f32", 2, 3, 3), a("f32", 3, 2).t(), a("f32", 3), a("f32", 2, 2).grad()):
            for diagonal in (0, 1, -1):
                r.case(op[:-1], f"Tensor.{op}", x, diagonal)
    index = V([[0, 1, 1], [1, 0, 0]], "i64")
    for reduce in ("sum", "prod", "mean", "amax", "amin"):
        for x in (a("f32", 2, 3), a("i64", 2, 3), a("f32", 2, 3).grad(), a("f32", 1, 3), a("c64", 2, 3), a("bool", 2, 3)):
            r.case("scatter_reduce", "Tensor.scatter_reduce_", x, 0, index, a(x.dtype, 2, 3), reduce)
        r.case("scatter_reduce", "Tensor.scatter_reduce_", a("f64", 2, 3), 1, index, a("f64", 2, 3), reduce, include_self=False)


def joined(r):
    a = Source("joined")
    for op, alias in (("cat", "concatenate"), ("cat", "concat"), ("vstack", "row_stack")):
        for tensors in ([a("f32", 2, 3), a("f32", 1, 3)], [a("i64", 2), a("f32", 2)], [a("c64", 1, 2)], [a("f32"), a("f32")], [], [a("f32", 2), a("f32", 2, 2)],
                        [a("f32", 2, 3), a("f32", 2, 4)], [a("bool", 2), a("u8", 2)], [a("f32", 0), a("f32", 2, 2)], [a("f64", 2, 2).t(), a("f64", 3, 2)],
                        [a("f32", 2).grad(), a("f32", 2)]):
            r.case(op, f"torch.{alias}", tensors)
            if op == "cat":
                r.case(op, f"torch.{alias}", tensors, dim=-1)
    image = a("f32", 1, 4, 2, 2)
    for op in ("channel_shuffle", "native_channel_shuffle", "pixel_shuffle", "pixel_unshuffle"):
        for x in (image, a("f32", 4, 2, 2), a("i64", 1, 4, 2, 2), a("f64", 2, 4, 4, 2), a("c64", 1, 4, 2, 2), a("f32", 2, 3), a("f32", 1, 3, 3, 3), a("bool", 1, 4, 2, 2), a("f32", 0, 4, 2, 2)):
            for n in (1, 2, 3, 0, -1):
                if op != "native_channel_shuffle" or n in (1, 2):  # which checks nothing
                    r.case(op, f"torch.{op}", x, n)
        r.case(op, f"torch.{op}", image.grad(), 2, backward="channel" not in op)
    for x, weight, bias in [((3, 1, 2), (2, 2, 4), (4,)), ((5, 2, 3), (3, 3, 2), (2,)), ((3, 2), (2, 2, 4), (4,)), ((3, 1, 2), (2, 2, 4), (3,)), ((3, 1, 2), (2, 3, 4), (4,)),
                            ((3, 1, 2), (2, 2), (4,)), ((3, 1, 2), (2, 2, 4), (1, 4))]:
        for dtype in ("f32", "f64", "i64"):
            r.case("conv_tbc", "torch.conv_tbc", a(dtype, *x), a(dtype, *weight), a(dtype, *bias))
            r.case("conv_tbc", "torch.conv_tbc", a(dtype, *x), a(dtype, *weight), a(dtype, *bias), 1)
    for tensors in ([a("f32", 2, 2), a("f32", 1, 3)], [a("f32", 1, 2, 3)], [a("f32"), a("i64", 2)], [a("f32", 2), a("f32", 2, 2, 2)]):
        r.case("block_diag", "torch.block_diag", *tensors)
    for sizes in (((2,), (3,)), ((2, 1), (1, 3)), ((-1,), (2,)), ((), (2,)), ((2, 3), (4, 3)), ((0,), (1,)), ((0,), (2,))):
        r.case("broadcast_shapes", "torch.broadcast_shapes", *sizes)
    for n in (1, 4, 5):
        for kwargs in ({"d": 0.5}, {"dtype": torch.float64}, {"dtype": torch.int64}, {"dtype": torch.complex64}, {"d": -2.0}, {"d": 0.0}):
            r.case("fft.rfftfreq", "torch.fft.rfftfreq", n, **kwargs)


def looked_at(r):
    a = Source("looked at")
    meta = a("f32", 2).but(device="meta")
    for op in ("half", "float", "double", "bfloat16", "int", "long", "short", "char", "byte", "bool", "cfloat", "cdouble", "cpu"):
        for x in (a("f32", 2, 2), a("i64", 2, 2), a("bool", 2, 2), a("c64", 2), V([NAN, 1.5], "f64"), a("f32", 2, 3).t(), a("f32", 0), a("u8"), a("f16", 2).grad()):
            r.case(op, f"Tensor.{op}", x)
    r.case("cpu", "Tensor.cpu", meta)
    for dtype in DTYPES.values():
        for x in (a("f32", 2), a("i64", 2, 2).t(), a("c64")):
            r.case("type", "Tensor.type", x, dtype)
    for op in ("is_cpu", "is_cuda", "is_meta", "H", "T", "mT", "mH", "ndim", "is_leaf", "retains_grad", "requires_grad", "real", "imag"):
        for x in (a("f32", 2, 2), a("i64", 2, 3, 2), a("bool"), a("c64", 2, 2).conjugate(), meta, a("f32", 2, 2).grad(), a("f64", 0, 2), a("f16", 2, 1), a("f32", 3)):
            r.case(op, f"attr:{op}", x)
    for x in (V(0.0), V(1.0), V([NAN]), V([[0]]), V(False, "bool"), V(0j, "c64"), V(-0.0), V([]), V([1, 0], "i64"), V(2, "u8")):
        r.case("is_nonzero", "torch.is_nonzero", x)
    for value in (a("f32", 2), V(True, "bool"), meta, 1, 1.5, "a", None, [1], True):
        r.case("is_tensor", "torch.is_tensor", value)
    for x in (a("f32", 2), a("f32", 2).grad(), a("f64", 0).grad(), a("i64", 2), a("c64", 2).grad(), a("f32").grad(), meta, a("f32", 2, 3).t(), a("f32", 2, 3).t().grad()):
        r.case("detach_", "Tensor.detach_", x)
        r.case("retain_grad", "Tensor.retain_grad", x)
        r.case("detach", "Tensor.detach", x)
    y = [("x", "torch.relu", [a("f32", 2).grad()])]
    r.case("detach_", "Tensor.detach_", Var("x"), setup=y)
    r.case("retain_grad", "attr:retains_grad", Var("x"), setup=y + [(None, "Tensor.retain_grad", [Var("x")])])
    r.case("detach_", "Tensor.detach_", Var("y"), setup=y + [("y", "Tensor.view", [Var("x"), [2, 1]])])
    for x in (a("f32", 3, 2), a("f64", 2), a("f32", 2, 3), a("f32"), a("i64", 2), a("f32", 2, 2).t(), a("f32", 3, 2).grad(), a("f16", 2), a("f32", 0, 2)):
        r.forms("view_as_complex_copy", x)
        r.forms("view_as_complex", x)
    for op in ("nonzero", "argwhere", "tolist", "is_contiguous", "contiguous", "numel", "dim", "element_size", "nelement", "equal"):
        for x in (meta, a("f32", 2, 2).expand(2, 2, 2)):
            r.forms(op, x, *([a("f32", 2)] if op == "equal" else []))
    for op, args in (("adjoint", ()), ("ravel", ()), ("clone", ()), ("kron", (a("f32", 2),)), ("msort", ()), ("nan_to_num", (1.0, 2.0, 3.0))):
        for x in (a("f32"), a("f32", 3), a("f32", 2, 3), a("c64", 2, 2), a("f32", 2, 2, 3), a("f32", 2, 2).grad(), a("i64", 0, 2)):
            r.forms(op, x, *args)


def states(r):
    good = V(torch.Generator().manual_seed(3).get_state().tolist(), "u8")
    for call, get in (("torch.set_rng_state", "torch.get_rng_state"), ("torch.random.set_rng_state", "torch.random.get_rng_state")):
        for draw, args in (("torch.rand", [3]), ("torch.randn", [4]), ("torch.randperm", [6]), ("torch.bernoulli", [V([0.5, 0.5, 0.5])]), ("torch.randint", [9, [4]])):
            r.case("set_rng_state", draw, *args, setup=[(None, call, [good])])
            r.case("set_rng_state", draw, *args, setup=[("s", get, []), (None, "torch.rand", [2]), (None, call, [Var("s")]), (None, call, [good])])
    for seed in (0, 7, -3, 2 ** 33, 2 ** 63 - 1):
        for call in ("torch.manual_seed", "torch.random.manual_seed"):
            r.case("manual_seed", "torch.rand", 2, setup=[(None, call, [seed])])
        for call in ("torch.initial_seed", "torch.random.initial_seed"):
            if seed >= 0:
                r.case("initial_seed", call, setup=[(None, "torch.random.manual_seed", [seed]), (None, "torch.rand", [1])])


def record(r):
    for part in (in_place, every_dtype, promotion, products, limits, joined, looked_at, states):
        part(r)
