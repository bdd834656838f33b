"""Conversion, copies, values; the order in memory that one asks for."""
import torch

from sweeps import of_two_dtypes, sweep
from tagged import DTYPES, Source, V

CPU = torch.device("cpu")


def conversion(r):
    a = Source("conversion")
    casts = ["double", "float", "half", "bfloat16", "int", "long", "short", "char", "byte", "bool", "cfloat", "cdouble"]
    inputs = [V([1.7, -2.3, 0.0, 255.0]), V([1, -2, 0, 255], "i64"), V([True, False], "bool"), V([1.5, 2.5], "f64"), V([1.5, 2.5], "f16"),
              V([3, 4], "u8"),
              V([1.5, -2.5], "bf16"), V([[1.0, 2.0], [3.0, 4.0]]).t(), V(3.7), V([])]
    for cast in casts:
        for x in inputs:
            if cast in ("byte",) and x.dtype in ("f32", "bf16", "i64"):
                x = V([1.7, 200.0])  # what a negative number becomes differs from machine to machine
            r.case(cast, f"Tensor.{cast}", x, compare="exact")
        r.case(cast, f"Tensor.{cast}", V([1 + 2j], "c64"), compare="exact")
    for dtype in ("f64", "f16"):
        r.case("double", "Tensor.double", V([1.5]).grad(), compare="exact", backward=True)
    for x in DTYPES:
        for y in DTYPES:
            r.case("to", "Tensor.to", a(x, 2, 2, lo=0), DTYPES[y], compare="exact")
            r.case("type_as", "Tensor.type_as", a(x, 2, lo=0), a(y, 1), compare="exact")
    x = a("f32", 3, 2).t()
    for args in [(CPU,), ("cpu",), (a("i64", 1),), (CPU, torch.float64), ("cpu", torch.int64), (torch.float16,)]:
        r.case("to", "Tensor.to", x, *args, compare="exact")
        r.case("to", "Tensor.to", a("i64", 2), *args, compare="exact")
        r.case("to", "Tensor.to", x, *args, copy=True, compare="exact")
        r.case("to", "Tensor.to", x, *args, non_blocking=True, compare="exact")
    r.case("to", "Tensor.to", x, dtype=torch.float64, compare="exact")
    r.case("to", "Tensor.to", x, device="cpu", dtype=torch.float64, compare="exact")
    r.case("to", "Tensor.to", x, device=CPU, compare="exact")
    r.case("to", "Tensor.to", a("f32", 2).grad(), torch.float64, compare="exact", backward=True)
    r.case("to", "Tensor.to", a("f32", 2), "meta", compare="meta")
    r.case("to", "Tensor.to", a("f32", 2), "bogus")
    r.case("cpu", "Tensor.cpu", a("f32", 2), compare="exact")
    for text in ("cpu", "cuda", "cuda:1", "meta", "cuda:0", "mps", "cpu:0", "bogus", "cuda:x", "cuda:-1", "", "cuda:", ":0", "xpu:3",
                 "cuda: 1"):
        r.case("device", "torch.device", text)
    for kind, index in [("cuda", 0), ("cpu", 0), ("cuda", 3), ("cuda", -1), ("bogus", 0), ("cuda:1", 0)]:
        r.case("device", "torch.device", kind, index)
    for op in ("unbind", "tolist"):
        r.case(op, f"Tensor.{op}", a("i64", 2, 3), compare="exact")


def contiguous(r):
    sweep(r, "contiguous", [((2, 3), ()), ((2, 3, 4), ()), ((), ()), ((0, 2), ()), ((1, 3), ())], [], function=False)


def layouts(r):
    a = Source("layout", past=20)
    image, volume = a("f32", 2, 3, 4, 5), a("f32", 1, 2, 3, 2, 2)
    formats = [torch.contiguous_format, torch.channels_last, torch.channels_last_3d, torch.preserve_format]
    for x in (image, volume, a("i64", 2, 3), a("f32", 1, 1, 1, 1), a("f32", 3, 2).t()):
        for to in formats:
            r.case("is_contiguous", "Tensor.is_contiguous", x, memory_format=to)
            r.case("contiguous", "Tensor.contiguous", x, memory_format=to, compare="exact")
            r.case("clone", "Tensor.clone", x, memory_format=to, compare="exact")
            r.case("to", "Tensor.to", x, memory_format=to, compare="exact")


def filling(r):
    a = Source("filling")
    for dtype in DTYPES:
        r.case("fill_", "Tensor.fill_", a(dtype, 2, 3), 1, compare="exact")
        r.case("zero_", "Tensor.zero_", a(dtype, 2, 3), compare="exact")
        r.case("copy_", "Tensor.copy_", a(dtype, 2, 3), a("f32", 2, 3, lo=0, hi=3), compare="exact")
        r.case("copy_", "Tensor.copy_", a("f64", 2, 3), a(dtype, 3), compare="exact")
    for value in (1.7, -1, True, 2j, V(4.0), V([1.0]), V([1.0, 2.0]), float("inf"), 300):
        for dtype in ("f32", "i64", "u8"):
            r.case("fill_", "Tensor.fill_", a(dtype, 3), value, compare="exact")
    for op, args in (("fill_", (2,)), ("zero_", ()), ("copy_", (a("f32", 2, 3),))):
        for x in (a("f32", 3, 2).t(), a("f32", 2, 6).cut(1, 0, 6, 2), a("f32", 1, 3).expand(2, 3), a("f32", 2, 3).grad()):
            r.case(op, f"Tensor.{op}", x, *args, compare="exact")
        r.case(op, f"Tensor.{op}", a("f32"), *(args if op != "copy_" else (a("f32"),)), compare="exact")
        r.case(op, f"Tensor.{op}", a("f32", 0), *(args if op != "copy_" else (a("f32", 1),)), compare="exact")
    r.case("copy_", "Tensor.copy_", a("f32", 2, 3), a("f32", 2, 4))
    r.case("copy_", "Tensor.copy_", a("f32", 3), a("f32", 2, 3))


def types(r):
    of_two_dtypes(r, "type_as", 744)


def record(r):
    for part in (conversion, contiguous, layouts, filling, types):
        part(r)
