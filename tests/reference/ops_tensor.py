"""What a tensor says about itself, conversion, iteration, and autograd."""
from tagged import DTYPES, Source, V, Var

import torch

CPU = torch.device("cpu")


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


def autograd(r):
    x, y = V([1.0, 2.0]).grad(), V(3.0).grad()
    def backward(setup, *args, **kwargs):
        r.case("backward", "Tensor.backward", *args, setup=setup, **kwargs)
    def grad(setup, name="x"):
        r.case("grad", "attr:grad", Var(name), setup=setup)
    leaf = ("x", "torch.clone", [V([1.0, 2.0])])
    asked = (None, "Tensor.requires_grad_", [Var("x")])
    square = ("y", "op:*", [Var("x"), Var("x")])
    total = ("z", "Tensor.sum", [Var("y")])
    back = (None, "Tensor.backward", [Var("z")])
    backward([], x)
    backward([], V([1.0, 2.0]))
    backward([], V(1.0))
    backward([leaf, square, total], Var("z"))
    backward([leaf, asked, square], Var("y"))
    backward([leaf, asked, square, total, back], Var("z"))
    backward([leaf, asked, square], Var("y"), V([1.0, 2.0, 3.0]))
    backward([leaf, asked, square], Var("y"), V([[1.0, 2.0]]))
    backward([leaf, asked, square, total], Var("z"), V(1.0, "f64"))
    backward([leaf, asked, square, total, (None, "Tensor.backward", [Var("z")], {"retain_graph": True})], Var("z"), after=["z"])
    backward([leaf, asked, square, ("d", "Tensor.detach", [Var("y")])], Var("d"))
    backward([leaf, asked, ("y", "Tensor.exp", [Var("x")]), (None, "Tensor.add_", [Var("y"), 1]), total], Var("z"))
    backward([leaf, asked, square, (None, "Tensor.mul_", [Var("y"), 2]), total], Var("z"))
    grad([leaf, asked, square, total, back])
    grad([leaf, asked, square, total])
    grad([leaf, asked, square, (None, "Tensor.backward", [Var("y"), V([1.0, 10.0])])])
    grad([leaf, asked, square, (None, "Tensor.backward", [Var("y")], {"gradient": V([1.0, 10.0])})])
    grad([leaf, asked, square, total, (None, "Tensor.backward", [Var("z")], {"retain_graph": True}), back])
    grad([leaf, asked, square, total, back, ("y", "Tensor.exp", [Var("x")]), ("z", "Tensor.sum", [Var("y")]), back])
    grad([leaf, asked, square, (None, "Tensor.retain_grad", [Var("y")]), total, back], "y")
    grad([leaf, asked, square, total, back, ("g", "attr:grad", [Var("x")]), (None, "Tensor.zero_", [Var("g")])])
    grad([leaf, asked, square, total, back, (None, "setattr:grad", [Var("x"), None])])
    grad([leaf, asked, ("d", "Tensor.detach", [Var("x")]), ("y", "op:*", [Var("x"), Var("d")]), total, back])
    grad([leaf, asked, ("y", "op:**", [Var("x"), 3]), total, back])
    grad([leaf, asked, ("v", "Tensor.__getitem__", [Var("x"), 0]), ("z", "op:*", [Var("v"), 5]), back])
    grad([leaf, asked, ("y", "Tensor.clone", [Var("x")]), (None, "Tensor.__setitem__", [Var("y"), 0, 7.0]), total, back])
    grad([("x", "torch.ones", [2], {"requires_grad": True}), ("y", "op:+", [Var("x"), V([[1.0], [2.0]])]), total, back])
    for op, args in [("add_", (1,)), ("mul_", (2,)), ("zero_", ()), ("exp_", ()), ("fill_", (1,)), ("relu_", ()), ("sub_", (V(1.0),)),
                     ("copy_", (V([1.0, 2.0]),)),
                     ("clamp_", (0, 1)), ("unsqueeze_", (0,)), ("t_", ()), ("squeeze_", ())]:
        r.case("in place on a leaf", f"Tensor.{op}", x, *args)
    r.case("in place on a leaf", "Tensor.add_", Var("v"), 1, setup=[leaf, asked, ("v", "Tensor.view", [Var("x"), 2])])
    for dtype in DTYPES:
        r.case("requires_grad_", "Tensor.requires_grad_", V([1, 0], dtype), compare="exact")
        r.case("requires_grad_", "Tensor.requires_grad_", V([1, 0], dtype), False, compare="exact")
        r.case("requires_grad_", "setattr:requires_grad", V([1, 0], dtype), True)
    r.case("requires_grad_", "Tensor.requires_grad_", Var("y"), False, setup=[leaf, asked, square])
    r.case("requires_grad_", "setattr:requires_grad", Var("y"), False, setup=[leaf, asked, square])
    r.case("requires_grad_", "Tensor.requires_grad_", Var("y"), setup=[leaf, asked, square])
    for name in ("detach", "detach_"):
        for setup in ([leaf], [leaf, asked]):
            r.case(name, f"Tensor.{name}", Var("x"), setup=setup, compare="exact")
            r.case(name, f"Tensor.{name}", Var("y"), setup=[*setup, square], compare="exact")
            r.case(name, f"Tensor.{name}", Var("y"), setup=[*setup, ("y", "Tensor.view", [Var("x"), [2, 1]])], compare="exact")
            r.case("is_leaf", "attr:is_leaf", Var("y"), setup=[*setup, square])
            r.case("is_leaf", "attr:is_leaf", Var("x"), setup=setup)
            r.case("requires_grad", "attr:requires_grad", Var("y"), setup=[*setup, square])
            r.case("retain_grad", "Tensor.retain_grad", Var("y"), setup=[*setup, square])
            r.case("retain_grad", "Tensor.retain_grad", Var("x"), setup=setup)
    for dtype in ("f32", "f64"):
        r.case("detach", "Tensor.detach", V([[1, 2], [3, 4]], dtype).t().grad(), compare="exact")
    r.case("setattr grad", "setattr:grad", Var("x"), V([1.0, 2.0, 3.0]), setup=[leaf, asked])
    r.case("setattr grad", "setattr:grad", Var("x"), V([1, 2], "i64"), setup=[leaf, asked])
    r.case("setattr grad", "setattr:grad", Var("x"), V([1.0, 2.0]), setup=[leaf, asked], after=["x"])
    outputs = [leaf, asked, square, total]
    def gradients(setup, *args, **kwargs):
        r.case("autograd.grad", "torch.autograd.grad", *args, setup=setup, **kwargs)
    gradients(outputs, Var("z"), Var("x"))
    gradients(outputs, Var("z"), [Var("x"), Var("y")])
    gradients(outputs, Var("y"), Var("x"))
    gradients(outputs, Var("y"), Var("x"), V([1.0, 10.0]))
    gradients(outputs, [Var("y"), Var("z")], [Var("x")], [V([1.0, 1.0]), None])
    gradients([leaf, square, total], Var("z"), Var("x"))
    gradients([*outputs, ("w", "torch.ones", [2], {"requires_grad": True})], Var("z"), [Var("w")])
    gradients([*outputs, ("w", "torch.ones", [2], {"requires_grad": True})], Var("z"), [Var("x"), Var("w")], allow_unused=True)
    gradients(outputs, Var("z"), Var("x"), create_graph=True)
    gradients([*outputs, (None, "torch.autograd.grad", [Var("z"), Var("x")])], Var("z"), Var("x"))
    gradients([*outputs, (None, "torch.autograd.grad", [Var("z"), Var("x")], {"retain_graph": True})], Var("z"), Var("x"))


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
    for part in (attributes, conversion, autograd, functions_in_place):
        part(r)
