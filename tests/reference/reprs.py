"""The printed form of tensors: every dtype, shape, range of values, option and history."""
import json
import random
import struct

import torch

from recorder import Recorder, invoke
from tagged import COMPLEX, DTYPES, FLOATS, INTS, Source, V, Var, bits, decode, encode

INF, NAN = float("inf"), float("nan")
LAYOUT = {"f16": "e", "f32": "f", "f64": "d", "u8": "B", "i8": "b", "i16": "h", "i32": "i", "i64": "q"}
LIMITS = {"u8": (0, 255), "i8": (-128, 127), "i16": (-2 ** 15, 2 ** 15 - 1), "i32": (-2 ** 31, 2 ** 31 - 1), "i64": (-2 ** 63, 2 ** 63 - 1)}
SHAPES = [(), (1,), (2,), (7,), (1, 1), (2, 3), (3, 1), (1, 4), (2, 2, 3), (1, 2, 2), (2, 1, 3), (2, 2, 2, 2), (1, 1, 1, 2),
          (2, 1, 2, 1, 2)]
EMPTY = [(0,), (0, 3), (3, 0), (2, 0, 4), (0, 0), (1, 2, 0), (0, 2, 1, 3), (1, 1, 1, 0, 1)]


class Reprs:
    def __init__(self):
        self.records = []

    def add(self, group, value, setup=(), options=None, default_dtype=None):
        """value: an Arr, or a Var that the setup made. options: of set_printoptions.
        The text is a tensor's repr, and the str of anything else."""
        recorder = Recorder()
        steps = [recorder.step(*recorder.full(step)) for step in setup]
        record = {"group": group, "value": encode(value)}
        if steps:
            record["setup"] = steps
        if options is not None:
            record["options"] = {name: encode(option) for name, option in options.items()}
        if default_dtype is not None:
            record["default_dtype"] = str(default_dtype).removeprefix("torch.")
        told = [f"set_default_dtype({default_dtype})"] * bool(default_dtype) + [f"set_printoptions({options})"] * bool(options)
        record["py"] = "; ".join(told + [step["py"] for step in steps] + [recorder.python("torch.repr", [record["value"]], {})[6:]])
        try:
            torch.set_default_dtype(default_dtype or torch.float32)
            variables = {}
            for step in steps:
                result = invoke(step["call"], [decode(a, variables) for a in step["args"]],
                                {name: decode(a, variables) for name, a in step.get("kwargs", {}).items()})
                if "set" in step:
                    variables[step["set"]] = result
            torch.set_printoptions(profile="default")
            torch.set_printoptions(sci_mode=None)
            if options:
                torch.set_printoptions(**options)
            told = decode(record["value"], variables)
            record["text"] = repr(told) if isinstance(told, torch.Tensor) else str(told)
        finally:
            torch.set_default_dtype(torch.float32)
            torch.set_printoptions(profile="default")
            torch.set_printoptions(sci_mode=None)
        self.records.append(record)


def reals(values, dtype, *shape):
    """Values packed as they are, so that nothing rounds them but the dtype itself."""
    if dtype == "bf16":
        return bits(b"".join(struct.pack("<f", v)[2:] for v in values), dtype, *(shape or (len(values),)))
    return bits(struct.pack(f"<{len(values)}{LAYOUT[dtype]}", *values), dtype, *(shape or (len(values),)))


def shapes(out):
    for name in DTYPES:
        a = Source(f"shapes {name}")
        for shape in SHAPES:
            out.add("shapes", a(name, *shape))
            if name not in ("bool", "u8"):
                out.add("shapes", a(name, *shape, lo=-120, hi=120))
        for shape in EMPTY:
            out.add("empty", a(name, *shape))
        for x in (a(name, 3, 2).t(), a(name, 2, 6).cut(1, 1, 6, 2), a(name, 3, 1).expand(3, 4), a(name, 4, 3, 2).permute(2, 0, 1),
                  a(name, 6).cut(0, 4, 6),
                  a(name, 1).expand(5), a(name).expand(2, 2), a(name, 3, 3).cut(0, 1, 1)):
            out.add("views", x)
        for x in (a(name, 2), a(name), a(name, 0), a(name, 2, 2)):
            out.add("meta", x.but(device="meta"))


def integers(out):
    for name in INTS:
        low, high = LIMITS[name]
        for values in ([low, high], [low], [high], [0, high], [low, 0, high, 1], [1, 10, 100], [-1 if low else 1, 0, 100]):
            out.add("integers", reals(values, name))
            out.add("integers", reals(values[:1], name).but(shape=(), strides=()))
        out.add("integers", reals([low, high, 0, 5], name, 2, 2))
        if low:
            out.add("integers", reals([-1, -10, -100, 3], name, 2, 2))
    for values in ([True, False, True], [True], [False], [True, True], [False, False]):
        out.add("bool", V(values, "bool"))
        out.add("bool", V(values[0], "bool"))


# Mixtures of values that push the choice between integer, fixed and scientific form, and the width of a column.
MIXES = [
    [0.0], [-0.0], [1.0], [-1.0], [0.5], [NAN], [INF], [-INF], [NAN, INF, -INF], [NAN, 1.0], [INF, 1.5], [0.0, -0.0], [-0.0, 1.0],
    [1.0, 2.0, 3.0],
    [1.0, 2.5], [1.0, NAN], [1.0, INF, -2.0], [10.0, 100.0, 1000.0], [1000.0], [9999.0], [10000.0], [99999.0], [100000.0], [1e3, 0.5],
    [1e4, 0.5], [1e5, 0.5],
    [1e-3], [1e-4], [1e-5], [1e-4, 1.0], [1e-5, 1.0], [1e-3, 0.5], [0.0001, 0.00011], [0.1, 99.99], [0.1, 100.5], [0.1, 101.0],
    [0.001, 1.0], [0.0009, 1.0],
    [0.001, 1.5], [0.0009, 0.9], [1.5, 1500.5], [1.5, 1501.6], [0.3, 299.0], [0.3, 301.0], [123.456, 7.0], [-123.456, 7.0], [12345.678],
    [-12345.678],
    [0.1 + 0.2], [1 / 3], [2 / 3, 1 / 3], [3.14159265, 2.71828183, 1.41421356], [-1.5, 2.25, -3.125], [0.00005], [0.00004], [0.99995],
    [0.99994], [9.99995],
    [1.00005, 1.00004], [0.0, 0.5], [0.0, 1e-5], [0.0, 1e5, 0.5], [-0.0, 0.5], [0.0, NAN], [0.0, INF], [NAN, 0.001, INF, 2.0], [NAN, 1e-6],
    [INF, 1e-6], [-INF, 1e6, 0.5],
    [1.0, 1e4], [1.0, 1e5], [2.0, 30000.0], [60000.0], [60000.0, 0.25], [1.0, 1.0, 1.0], [5.0, -5.0], [100.0, -1000.0, 3.0],
    [0.25, 0.125, 0.0625],
    [6e-8], [6e-8, 1.0], [1e-7, 1e-3], [-1e-7], [65504.0], [-65504.0, 1.5], [0.333, 33.3, 3330.0],
]
WIDE = [
    [1e8], [99999999.0], [100000000.0], [100000001.0], [123456789.0], [1e8, 1.0], [1e9, 0.1], [1e10], [1e15], [1e16], [1e20], [1e30, 1.0],
    [1e38], [-1e38],
    [1e-10], [1e-20], [1e-30], [1e-38], [1e-45], [3e-39], [1e-10, 1.0], [1e-38, 1e38], [NAN, 1e10], [INF, 1e-10], [16777216.0, 16777217.0],
    [1e7, 1e-7],
    [3.4028234e38], [-3.4028234e38, 1.1754944e-38], [1.1920929e-07], [1e8, 2e8], [99999999.0, 0.5], [1234567.8], [123456.789, 0.001],
    [1e12, 1e12 + 1e6],
]
DEEP = [
    [1e100], [1e200, 1e-200], [1e300], [1.7976931348623157e308], [-1.7976931348623157e308], [2.2250738585072014e-308], [5e-324],
    [1e-310, 1.0], [1e-300],
    [1e16, 1e16 + 2], [123456789.123456789], [0.1 + 1e-17], [1e22], [4.35], [2.675], [0.5 + 2 ** -50], [1e-5, 1e100], [9007199254740993.0],
]


def fits(values, name):
    limit = {"f16": 65504.0, "bf16": 3.38e38, "f32": 3.41e38, "f64": INF}[name]
    return all(v != v or abs(v) == INF or abs(v) <= limit for v in values)


def floats(out):
    for name in FLOATS:
        for values in MIXES + WIDE + (DEEP if name == "f64" else []):
            if fits(values, name):
                out.add("floats", reals(values, name))
                if len(values) == 1:
                    out.add("floats", reals(values, name).but(shape=(), strides=()))
                else:
                    out.add("floats", reals((values * 2)[:2 * len(values)], name, 2, len(values)))
        # Every pattern of bits is a number: a fixed choice of them.
        draw = random.Random(name)
        size = DTYPES[name].itemsize
        for count in (1, 1, 2, 3, 4, 6) * 3:
            out.add("bits", bits(draw.randbytes(size * count), name, count))
        for scale in range(-12, 13):
            if abs(scale) <= 4 or name != "f16":
                out.add("scales", reals([round(draw.uniform(-1, 1), 4) * 10.0 ** scale for _ in range(5)], name))


def complexes(out):
    parts = [0.0, -0.0, 1.0, -1.0, 0.5, -2.25, 1e-5, 1e5, 1e10, NAN, INF, -INF, 100.0, 1234.5]
    for name in COMPLEX:
        kind = "f32" if name == "c64" else "f64"
        for real in parts:
            for imag in parts:
                x = reals([real, imag], kind)
                out.add("complex", bits(x.data, name, 1))
        draw = random.Random(name)
        for scale in (-8, -5, -4, -2, 0, 1, 3, 5, 9):
            for shape in ((3,), (2, 2)):
                values = [draw.uniform(-1, 1) * 10.0 ** scale for _ in range(8)]
                x = reals(values[:6 if shape == (3,) else 8], kind)
                out.add("complex", bits(x.data, name, *shape))
        x = reals([1.0, 2.0, 3.0, -4.0, 0.0, 1.0], kind)
        for y in (bits(x.data, name, 3), bits(x.data, name, 3, 1), bits(x.data, name, 1, 3).expand(2, 3)):
            out.add("conj", y.conjugate())
        out.add("conj", Var("y"), [("y", "attr:imag", [bits(x.data, name, 3).conjugate()])])
        out.add("conj", Var("y"), [("y", "attr:real", [bits(x.data, name, 3).conjugate()])])
        out.add("complex", bits(x.data, name, 3).grad())


def long(out):
    """Lines that wrap, and tensors of more than 1000 elements, of which only the edges are shown."""
    for name in ("f32", "f64", "f16", "bf16", "i64", "u8", "bool", "c64"):
        a = Source(f"long {name}")
        for shape in [(20,), (27,), (30,), (60,), (2, 20), (3, 33), (2, 2, 17), (1000,)]:
            out.add("wrapping", a(name, *shape))
    def made(shape, name, *more):
        count = 1
        for size in shape:
            count *= size
        return [("x", "torch.arange", [count]), ("x", "Tensor.to", [Var("x"), DTYPES[name]]),
                ("x", "Tensor.reshape", [Var("x"), list(shape)]), *more]
    for shape in [(1001,), (5000,), (40, 30), (2, 600), (600, 2), (7, 200), (6, 200), (200, 6), (200, 7), (10, 11, 12), (2, 3, 400),
                  (7, 7, 7, 7), (1, 1, 1001),
                  (3, 1, 400), (6, 7, 30), (2, 2, 3, 100), (1001, 1), (1, 1001), (8, 1, 9, 20)]:
        for name in ("f32", "i64"):
            out.add("summarised", Var("x"), made(shape, name))
        out.add("summarised", Var("x"), made(shape, "f64", ("x", "op:*", [Var("x"), 0.37])))
        if len(shape) > 1:
            out.add("summarised", Var("x"), made(shape, "f32", ("x", "Tensor.transpose", [Var("x"), 0, -1])))
    for name in ("f16", "bf16", "u8", "i8", "i16", "i32", "bool", "c64", "c128"):
        for shape in ((10, 12), (30, 40)):
            x = Source(f"cell {name}")(name, *shape)
            out.add("summarised", x)
        out.add("summarised", Source(f"one {name}")(name, 1).expand(1200))
    for steps in ([("x", "op:*", [Var("x"), 1e-6])], [("x", "op:/", [Var("x"), 7])], [("x", "op:+", [Var("x"), 0.5])],
                  [("x", "op:*", [Var("x"), 1e6])],
                  [(None, "Tensor.__setitem__", [Var("x"), (5, 5), NAN])], [(None, "Tensor.__setitem__", [Var("x"), (0, 0), INF])],
                  [(None, "Tensor.__setitem__", [Var("x"), (20, 20), 1e30])], [("x", "op:neg", [Var("x")])]):
        out.add("summarised", Var("x"), made((40, 30), "f32", *steps))
    out.add("summarised", Var("x"), [("x", "torch.zeros", [0, 2000])])
    out.add("summarised", Var("x"), [("x", "torch.ones", [1], {"dtype": torch.float64}), ("x", "Tensor.expand", [Var("x"), [3000, 3000]])])


def histories(out):
    """requires_grad and grad_fn, alone and at the end of several lines."""
    for x in (V([1.0, 2.0]), V(3.0), V([]), V([[1.0, 2.0], [3.0, 4.5]]), V([1.0], "f64"), V([1.0], "f16"), V([1.0], "bf16"), V([[], []])):
        out.add("requires_grad", x.grad())
    for n in (12, 13, 14, 20, 24, 25, 26):
        out.add("requires_grad", Source("wrap")("f32", n).grad())
        out.add("requires_grad", Source("wrap")("f64", n).grad())
    i = V([0, 1], "i64")
    mask = V([[True, False], [True, True]], "bool")
    ops = [("op:-", 1), ("op:*", 2), ("op:+", 1), ("op:/", 2), ("op:**", 2), ("op:neg",), ("op:@", V([[1.0, 0.0], [2.0, 1.0]])),
           ("Tensor.exp",), ("Tensor.log",),
           ("Tensor.sin",), ("Tensor.cos",), ("Tensor.tanh",), ("Tensor.sqrt",), ("Tensor.sigmoid",), ("Tensor.relu",), ("Tensor.abs",),
           ("Tensor.reciprocal",),
           ("Tensor.sum",), ("Tensor.sum", 0), ("Tensor.mean",), ("Tensor.mean", 1), ("Tensor.prod",), ("Tensor.max",), ("Tensor.min",),
           ("Tensor.amax", 0),
           ("Tensor.std",), ("Tensor.var", 0), ("Tensor.norm",), ("Tensor.cumsum", 0), ("Tensor.logsumexp", 0), ("Tensor.softmax", 0),
           ("Tensor.log_softmax", 0),
           ("Tensor.view", 4), ("Tensor.reshape", 4), ("Tensor.t",), ("attr:T",), ("attr:mT",), ("Tensor.transpose", 0, 1),
           ("Tensor.permute", 1, 0),
           ("Tensor.unsqueeze", 0), ("Tensor.squeeze",), ("Tensor.flatten",), ("Tensor.expand", [2, 2, 2]), ("Tensor.repeat", 2, 1),
           ("Tensor.clone",),
           ("Tensor.contiguous",), ("Tensor.double",), ("Tensor.__getitem__", 0), ("Tensor.__getitem__", (0, 1)), ("Tensor.__getitem__", i),
           ("Tensor.__getitem__", (slice(None), 1)), ("Tensor.__getitem__", mask), ("Tensor.__getitem__", slice(0, 1)),
           ("Tensor.select", 0, 1), ("Tensor.narrow", 0, 0, 1),
           ("Tensor.index_select", 0, i), ("Tensor.gather", 0, V([[0, 1]], "i64")), ("Tensor.masked_fill", mask, 0.0),
           ("Tensor.masked_select", mask),
           ("Tensor.flip", [0]), ("Tensor.roll", 1), ("Tensor.diag",), ("Tensor.diagonal",), ("Tensor.tril",), ("Tensor.triu",),
           ("Tensor.trace",),
           ("Tensor.mm", V([[1.0, 0.0], [2.0, 1.0]])), ("Tensor.mv", V([1.0, 2.0])), ("torch.matmul", V([[1.0], [2.0]])),
           ("torch.addmm", V([[1.0, 0.0], [2.0, 1.0]]), V([[1.0, 0.0], [2.0, 1.0]])),
           ("Tensor.clamp", 0, 2), ("Tensor.pow", 3), ("Tensor.pow", V([[1.0, 2.0], [3.0, 4.0]])), ("Tensor.det",), ("Tensor.inverse",),
           ("Tensor.floor",),
           ("Tensor.detach",), ("Tensor.sign",), ("Tensor.expm1",), ("Tensor.rsqrt",), ("Tensor.log1p",), ("Tensor.square",),
           ("Tensor.half",),
           ("Tensor.atan2", V([[1.0, 2.0], [3.0, 4.0]])), ("torch.maximum", V([[1.0, 9.0], [3.0, 4.0]])),
           ("Tensor.lerp", V([[1.0, 2.0], [3.0, 4.0]]), 0.5)]
    for call, *args in ops:
        x = V([[1.0, 2.5], [3.0, 4.0]]).grad()
        out.add("grad_fn", Var("y"), [("y", call, [x, *args])])
        out.add("grad_fn", Var("z"), [("y", call, [V([[0.25, 1e-3], [3.5, 1e2]]).grad(), *args]), ("z", "Tensor.sum", [Var("y")])])
    leaf = ("x", "torch.ones", [2, 3], {"requires_grad": True})
    y = ("y", "op:*", [Var("x"), 2])
    for steps in ([leaf, y, (None, "Tensor.add_", [Var("y"), 1])], [leaf, y, (None, "Tensor.__setitem__", [Var("y"), 0, 5.0])],
                  [leaf, y, ("v", "Tensor.__getitem__", [Var("y"), 0]), (None, "Tensor.mul_", [Var("v"), 3])],
                  [leaf, y, (None, "Tensor.relu_", [Var("y")])],
                  [leaf, ("y", "torch.cat", [[Var("x"), Var("x")]])], [leaf, ("y", "torch.stack", [[Var("x"), Var("x")]])],
                  [leaf, ("y", "torch.where", [V([True, False, True], "bool"), Var("x"), 0.0])],
                  [leaf, ("y", "torch.einsum", ["ij,kj->ik", Var("x"), Var("x")])],
                  [leaf, ("y", "torch.outer", [V([1.0, 2.0]), V([1.0, 2.0]).grad()])],
                  [leaf, ("y", "torch.dot", [V([1.0, 2.0]).grad(), V([3.0, 4.0])])],
                  [leaf, ("y", "torch.bmm", [V([[[1.0]]]).grad(), V([[[2.0]]])])],
                  [leaf, ("y", "Tensor.view", [Var("x"), 6]), ("y", "op:*", [Var("y"), Var("y")])],
                  [leaf, y, ("y", "Tensor.zero_", [Var("y")])],
                  [leaf, ("y", "torch.zeros_like", [Var("x")]), ("y", "Tensor.copy_", [Var("y"), Var("x")])],
                  [leaf, ("y", "op:==", [Var("x"), 1])], [leaf, ("y", "Tensor.argmax", [Var("x")])], [leaf, ("y", "op:-", [1, Var("x")])],
                  [leaf, ("y", "op:/", [1, Var("x")])],
                  [leaf, ("y", "op:**", [2, Var("x")])], [leaf, ("y", "Tensor.double", [Var("x")]), ("y", "op:+", [Var("y"), 1])],
                  [("x", "torch.ones", [30, 40], {"requires_grad": True}), ("y", "op:+", [Var("x"), 0.5])],
                  [("x", "torch.zeros", [0, 3], {"requires_grad": True}), ("y", "op:+", [Var("x"), 0.5])],
                  [("x", "torch.ones", [2], {"requires_grad": True, "dtype": torch.complex64}), ("y", "op:*", [Var("x"), 2])],
                  [("x", "torch.ones", [2], {"requires_grad": True, "dtype": torch.float64}), ("y", "op:*", [Var("x"), 2])]):
        out.add("grad_fn", Var("y"), steps)
    for n in (8, 9, 10, 11, 12, 20, 22, 23):
        out.add("grad_fn", Var("y"), [("y", "Tensor.exp", [Source("fn")("f32", n).grad()])])
        out.add("grad_fn", Var("y"), [("y", "Tensor.neg", [Source("fn")("f64", n).grad()])])


def defaults(out):
    for default in (torch.float64, torch.float16, torch.bfloat16):
        for name in DTYPES:
            a = Source(f"default {name}")
            for x in (a(name, 2, 2), a(name), a(name, 0), V([1, 0], name)):
                out.add("default dtype", x, default_dtype=default)


def names(out):
    for sizes in ([], [0], [3], [2, 3], [1, 2, 3, 4], [0, 5], [10000000000]):
        out.add("str", torch.Size(sizes))
    for dtype in DTYPES.values():
        out.add("str", dtype)
    for device in ("cpu", "cuda", "cuda:0", "cuda:3", "meta", "cpu:0", "mps"):
        out.add("str", torch.device(device))


def options(out):
    a = Source("options")
    values = [V([1.0, 2.5, -3.123456789]), V([1.0, 2.0]), V([1e-6, 1.0]), V([1e6, 1.5]), V([NAN, INF, 0.123456]),
              V([[123.456, 0.001], [5.0, 6.0]], "f64"),
              V([1 + 2j, 0.123456 - 3j], "c64"), V([1, 20, 300], "i64"), V(3.14159265), V([0.1], "f16"), V([1 / 3], "bf16"),
              V([True], "bool")]
    settings = [{"precision": p} for p in (0, 1, 2, 3, 5, 6, 8, 10)] + [{"sci_mode": mode} for mode in (True, False, None)]
    settings += [{"profile": name} for name in ("default", "short", "full")] + [{"precision": 2, "sci_mode": True},
                                                                                {"precision": 8, "sci_mode": False}]
    for setting in settings:
        for x in values:
            out.add("options", x, options=setting)
    lines = [a("f32", 30), a("i64", 4, 30), a("f64", 2, 12), a("c64", 8), a("bool", 25), a("f32", 20).grad()]
    for setting in [{"linewidth": w} for w in (20, 40, 60, 80, 100, 120, 200)] + [{"linewidth": 40, "precision": 2}]:
        for x in lines:
            out.add("options", x, options=setting)
    cells = [a("f32", 30), a("i64", 10, 12), a("f32", 3, 4, 5), a("f32", 2), a("i64", 8, 3), a("f32", 4, 4, 4, 4), a("u8", 7)]
    for setting in [{"threshold": t} for t in (0, 5, 20, 60, 119, 120, 121)] + [{"threshold": 0, "edgeitems": e} for e in (0, 1, 2, 4,
                                                                                                                           5)] + \
                   [{"edgeitems": 1}, {"threshold": 10, "edgeitems": 2, "linewidth": 40, "precision": 1},
                    {"profile": "short", "threshold": 10},
                    {"profile": "full", "precision": 2}, {"threshold": 10, "profile": "short", "edgeitems": 1, "sci_mode": True}]:
        for x in cells:
            out.add("options", x, options=setting)
    for profile in ("default", "short", "full"):
        for shape in ((1200,), (40, 30)):
            out.add("options", Var("x"), [("x", "torch.ones", list(shape))], options={"profile": profile})


def record():
    out = Reprs()
    for part in (shapes, integers, floats, complexes, long, histories, defaults, names, options):
        part(out)
    return "".join(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n" for record in out.records)
