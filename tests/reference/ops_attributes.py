"""What a tensor says about itself, and which dtypes go together."""
import torch

from sweeps import NAN, every_dtype, of_two_dtypes
from tagged import DTYPES, Source, V, Var


def attributes(r):
    names = ["shape", "ndim", "itemsize", "nbytes", "dtype", "device", "requires_grad", "is_leaf", "grad", "is_cuda", "is_meta",
             "retains_grad"]
    methods = ["size", "dim", "numel", "nelement", "stride", "storage_offset", "is_contiguous", "element_size", "is_floating_point",
               "is_complex",
               "is_signed", "ndimension", "is_conj", "get_device", "__len__", "is_inference", "tolist", "item"]
    for name in names + methods:
        a = Source(name)
        call = f"attr:{name}" if name in names else f"Tensor.{name}"
        inputs = [a("f32", 2, 3), a("i64"), a("f64", 0, 3), a("u8", 3, 2).t(), a("c64", 4), a("bool", 1),
                  a("f16", 2, 3, 4).permute(2, 0, 1),
                  a("f32", 2, 6).cut(1, 1, 6, 2), a("bf16", 1, 3).expand(2, 3), a("f32", 2).grad(), a("i32", 1, 1),
                  a("c128", 2).conjugate(),
                  a("i16", 1), a("i8", 2, 2)]
        for x in inputs:
            r.case(name, call, x)
    a = Source("size of")
    for op in ("size", "stride"):
        for dim in (0, 1, -1, 2, -3):
            r.case(op, f"Tensor.{op}", a("f32", 2, 3), dim)
            r.case(op, f"Tensor.{op}", a("f32", 2, 3).t(), dim=dim)
        r.case(op, f"Tensor.{op}", a("f32"), 0)
    for name in ("numel", "is_floating_point", "is_complex", "is_tensor", "is_nonzero"):
        for x in (a("f32"), a("i64", 1), a("c64", 2), a("bool", 0)):
            r.case(name, f"torch.{name}", x)
    for values, dtype in [(1.5, "f32"), (0.1, "f32"), (0.1, "f16"), (0.1, "bf16"), (0.1, "f64"), (7, "i64"), (2 ** 62, "i64"), (255, "u8"),
                          (True, "bool"),
                          (1 + 2j, "c64"), (float("nan"), "f32"), (-float("inf"), "f64"), (-0.0, "f32")]:
        for shape in (values, [values], [[values]]):
            r.case("item", "Tensor.item", V(shape, dtype), compare="exact")
        r.case("tolist", "Tensor.tolist", V([values, values], dtype), compare="exact")
    for x in (a("f32", 2), a("f32", 0), a("i64", 2, 2), a("f32", 3, 4)):
        r.case("item", "Tensor.item", x)
    pairs = [("f32", "f32"), ("f32", "f64"), ("i64", "f32"), ("u8", "i8"), ("bool", "u8"), ("c64", "f64"), ("f16", "bf16"), ("i64", "i32"),
             ("bool", "bool"),
             ("f16", "i64"), ("bf16", "f32"), ("i16", "u8"), ("c64", "c128"), ("i8", "bool")]
    for x, y in pairs:
        r.case("promote_types", "torch.promote_types", DTYPES[x], DTYPES[y])
        r.case("can_cast", "torch.can_cast", DTYPES[x], DTYPES[y])
        r.case("result_type", "torch.result_type", a(x, 2), a(y, 2))
        r.case("result_type", "torch.result_type", a(x, 2), a(y))
        r.case("result_type", "torch.result_type", a(x, 2), 1.5)
        r.case("result_type", "torch.result_type", a(x), 1)


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


def order_of_dimensions(r):
    a = Source("layout", past=177)
    for x in [a("f32", 2, 3), a("f32", 3, 2).t(), a("f32", 1, 1), a("f32", 3).expand(2, 3), a("f32"),
              a("f32", 2, 1, 3), a("f32", 0, 2), a("i64", 2, 3, 4, 5), a("i64", 4), a("bool", 4, 1).t(), a("f32", 1, 3).expand(2, 3)]:
        r.case("dim_order", "Tensor.dim_order", x)
        r.case("dim_order", "Tensor.dim_order", x, ambiguity_check=True)


def every(r):
    every_dtype(r, "is_nonzero")
    of_two_dtypes(r, "result_type", 916)


def record(r):
    for part in (attributes, promotion, looked_at, order_of_dimensions, every):
        part(r)
