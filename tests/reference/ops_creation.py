"""Making tensors: literals, constants, ranges, and the forms made after another tensor."""
import torch

from sweeps import of_several
from tagged import DTYPES, FLOATS, INTS, Source

CPU = torch.device("cpu")
REAL = [DTYPES[d] for d in FLOATS + INTS]
ALL = list(DTYPES.values())


def literals(r):
    def tensor(values, **kwargs):
        r.case("tensor", "torch.tensor", values, compare="exact", **kwargs)
    for values in [5, 5.0, True, 2 + 3j, -1, 0.1, [1, 2, 3], [1.0, 2.0], [True, False], [1, 2.5], [True, 2], [1, 2j], [True, 1.5],
                   [], [[]], [[], []], [[[]]], [[1, 2, 3], [4, 5, 6]], [[1.5, 2], [3, 4]], [[[1], [2]], [[3], [4]]], [[True], [False]],
                   [float("nan"), float("inf"), -float("inf")], [-0.0], [1e300], [9223372036854775807], [[[[1.0]]]], [0.1 + 0.2j]]:
        tensor(values)
    for dtype in ALL:
        tensor([[1, 2], [3, 0]], dtype=dtype)
        tensor([1.7, 0.0, 2.2], dtype=dtype)
        tensor(3, dtype=dtype)
        tensor([], dtype=dtype)
    tensor([-1.7, 1.7], dtype=torch.int32)
    tensor([1.0, 2.0], requires_grad=True)
    tensor(5.0, requires_grad=True)
    tensor([1.0], device=CPU)
    tensor([1, 2], requires_grad=True)
    tensor([True], dtype=torch.bool, requires_grad=True)
    for ragged in [[[1, 2], [3]], [[1], [2, 3]], [1, [2]], [[1], 2], [[[1, 2]], [[3]]], [[1, 2], [3, [4]]], [[], [1]], [[1.0, 2.0], []]]:
        tensor(ragged)
    for values, dtype in [(300, "u8"), (-1, "u8"), (200, "i8"), (1e40, "f32"), (2 ** 40, "i32"), (1 + 1j, "f32")]:
        tensor([values], dtype=DTYPES[dtype])
    for default in (torch.float64, torch.float16, torch.bfloat16):
        for values in (1.5, [1.5, 2], [1, 2], [1j], [True]):
            r.case("tensor", "torch.tensor", values, setup=[(None, "torch.set_default_dtype", [default])], compare="exact")


def constants(r):
    for op in ("zeros", "ones", "empty"):
        compare = "meta" if op == "empty" else "exact"
        def make(*args, **kwargs):
            r.case(op, f"torch.{op}", *args, compare=compare, **kwargs)
        for shape in [(3,), (2, 3), (1, 2, 3), (0,), (2, 0, 3), (2, 1, 1, 2)]:
            make(*shape)
            make(list(shape))
        make([])
        make((2, 2))
        for dtype in ALL:
            make(2, 3, dtype=dtype)
        make(2, requires_grad=True)
        make(2, 2, device=CPU)
        make(2, 2, device="cpu")
        make(-1)
        make(2, -3)
        make(2, dtype=torch.int64, requires_grad=True)
        make(2, setup=[(None, "torch.set_default_dtype", [torch.float64])])
    for value in (0, 7, -1, 1.5, True, False, 2j, float("nan"), float("inf"), 2 ** 40):
        r.case("full", "torch.full", [2, 2], value, compare="exact")
        r.case("full", "torch.full", [], value, compare="exact")
        r.case("full", "torch.full", [2], value, compare="exact", setup=[(None, "torch.set_default_dtype", [torch.float64])])
    for dtype in ALL:
        r.case("full", "torch.full", [2], 3, compare="exact", dtype=dtype)
        r.case("full", "torch.full", [2], 1.5, compare="exact", dtype=dtype)
    r.case("full", "torch.full", [0, 2], 3.0, compare="exact")
    r.case("full", "torch.full", [2], 3.0, compare="exact", requires_grad=True)
    r.case("full", "torch.full", [-2], 3.0, compare="exact")
    r.case("full", "torch.full", [2], 1j, dtype=torch.float32)
    for args in [(3,), (2, 3), (3, 2), (0,), (1,), (0, 2)]:
        r.case("eye", "torch.eye", *args, compare="exact")
    for dtype in ALL:
        r.case("eye", "torch.eye", 2, dtype=dtype, compare="exact")
    r.case("eye", "torch.eye", 2, requires_grad=True, compare="exact")
    r.case("eye", "torch.eye", -1)
    r.case("eye", "torch.eye", 2, -1)
    for real, imag in [("f32", "f32"), ("f64", "f64"), ("f32", "f64"), ("i64", "i64"), ("f16", "f16")]:
        a = Source("complex")
        r.case("complex", "torch.complex", a(real, 2, 3), a(imag, 2, 3), compare="exact")
        r.case("complex", "torch.complex", a(real, 3), a(imag, 2, 1), compare="exact")
        r.case("complex", "torch.complex", a(real), a(imag), compare="exact")
    a = Source("polar")
    for dtype in ("f32", "f64"):
        r.case("polar", "torch.polar", a(dtype, 2, 3), a(dtype, 2, 3))
        r.case("polar", "torch.polar", a(dtype, 2, 3), a(dtype, 2, 4))
        r.case("polar", "torch.polar", a(dtype), a(dtype))
        r.case("polar", "torch.polar", a(dtype, 0), a(dtype, 0))
        r.case("polar", "torch.polar", a(dtype, 3, 2).t(), a(dtype, 3))
    r.case("polar", "torch.polar", a("i64", 2), a("i64", 2))


def ranges(r):
    def arange(*args, **kwargs):
        r.case("arange", "torch.arange", *args, compare="exact", **kwargs)
    for args in [(5,), (2, 7), (1, 10, 3), (0,), (5.0,), (0, 1, 0.25), (10, 0, -3), (1, 2.5, 0.5), (0.5, 3), (3, 3), (-3, 3), (5, 0, -1),
                 (0, 1, 0.1), (1, 10, 3.0)]:
        arange(*args)
    for dtype in REAL:
        arange(4, dtype=dtype)
        arange(0, 6, 2, dtype=dtype)
    arange(5, dtype=torch.bool)
    arange(3.0, requires_grad=True)
    arange(3, requires_grad=True)
    arange(1, 5, 0)
    arange(1, 5, -1)
    arange(5, 1)
    arange(0, float("inf"))
    arange(float("nan"))
    arange(3.0, setup=[(None, "torch.set_default_dtype", [torch.float64])])
    arange(start=1, end=4, step=2)
    for op in ("linspace", "logspace"):
        def make(*args, **kwargs):
            r.case(op, f"torch.{op}", *args, **kwargs)
        for args in [(0, 1, 5), (-2, 2, 5), (3, 3, 3), (1, 0, 4), (0, 10, 1), (0, 10, 0), (0.5, 2.5, 7), (0, 3, 2)]:
            make(*args)
        for dtype in ["f16", "bf16", "f32", "f64", "i64", "i32", "u8", "c64"]:
            make(0, 4, 5, dtype=DTYPES[dtype])
        make(0, 1, 3, requires_grad=True)
        make(0, 1, -1)
        make(0, 1, steps=4)
        make(0, 1, 3, setup=[(None, "torch.set_default_dtype", [torch.float64])])
    for base in (2, 2.0, 0.5, 10, 3):
        r.case("logspace", "torch.logspace", 0, 3, 4, base=base)
        r.case("logspace", "torch.logspace", -1, 1, 3, base)


def after(r):
    for name in ("zeros", "ones", "full", "empty", "rand", "randn", "randint"):
        op, a = f"{name}_like", Source(name)
        compare = {"empty": "meta", "randn": "close"}.get(name, "exact")
        extra = {"full": (7,), "randint": (10,)}.get(name, ())
        def like(x, *args, **kwargs):
            r.case(op, f"torch.{op}", x, *(args or extra), compare=compare, setup=[(None, "torch.manual_seed", [0])], **kwargs)
        for dtype in DTYPES:
            like(a(dtype, 2, 3))
        for shape in [(), (0,), (2, 0), (2, 3, 2)]:
            like(a("f32", *shape))
        like(a("f32", 2, 3).t())
        like(a("f32", 1, 3).expand(2, 3))
        like(a("f32", 2, 3).grad())
        like(a("f32", 2, 3), dtype=torch.float64)
        like(a("i64", 2, 3), dtype=torch.float32)
        like(a("f32", 2, 3), dtype=torch.int64)
        like(a("f32", 2), requires_grad=True)
        like(a("i64", 2), requires_grad=True)
        like(a("f32", 2), device=CPU)
    r.case("full_like", "torch.full_like", Source("x")("i64", 2), 1.5, compare="exact")
    r.case("full_like", "torch.full_like", Source("x")("bool", 2), 3, compare="exact")
    r.case("randint_like", "torch.randint_like", Source("x")("f32", 4), 5, 9, compare="exact", setup=[(None, "torch.manual_seed", [0])])
    for name in ("zeros", "ones", "empty", "full"):
        op, a = f"new_{name}", Source(name)
        compare = "meta" if name == "empty" else "exact"
        fill = (7,) if name == "full" else ()
        def new(x, size, **kwargs):
            r.case(op, f"Tensor.{op}", x, size, *fill, compare=compare, **kwargs)
        for dtype in DTYPES:
            new(a(dtype, 2), [2, 3])
        new(a("f32", 2), [])
        new(a("f32", 2), [0, 3])
        new(a("i64", 2), (4, 3), dtype=torch.float64)
        new(a("f32", 2).grad(), [2])
        new(a("f32", 2), [2], requires_grad=True)
        new(a("i64", 2), [2], requires_grad=True)
        new(a("f32", 2), [2], device=CPU)
        new(a("f32", 2), [-1])
        if not fill:
            r.case(op, f"Tensor.{op}", a("f64", 2), 4, 3, compare=compare)
            r.case(op, f"Tensor.{op}", a("f64", 2), 4, 3, compare=compare, dtype=torch.double)
            r.case(op, f"Tensor.{op}", a("i32", 2), 2, compare=compare)
    a = Source("new_tensor")
    for dtype in DTYPES:
        r.case("new_tensor", "Tensor.new_tensor", a(dtype, 2), [[1, 2], [3, 4]], compare="exact")
    for values in (3, 2.5, [1.5, 2.5], [True], []):
        r.case("new_tensor", "Tensor.new_tensor", a("i64", 2), values, compare="exact")
        r.case("new_tensor", "Tensor.new_tensor", a("f64", 2), values, dtype=torch.float32, compare="exact")
    r.case("new_tensor", "Tensor.new_tensor", a("f32", 2), [1.0], requires_grad=True, compare="exact")
    r.case("new_tensor", "Tensor.new_tensor", a("f32", 2), [[1.0], [2.0, 3.0]])


def lists(r):
    for call in ("torch.as_tensor", "torch.asarray"):
        for data in [[1, 2], [1.5, 2], [True, False], [[1, 2], [3, 4]], 5, 2.5, [], [[]], [1, 2.5, 3], [1 + 2j]]:
            r.case(call[6:], call, data, compare="exact")
        r.case(call[6:], call, [1, 2], dtype=torch.float64, compare="exact")
        r.case(call[6:], call, [1.9, 2], dtype=torch.int32, compare="exact")
        r.case(call[6:], call, [[1, 2], [3]], compare="exact")


def strided(r):
    a = Source("layout")
    for size, stride in [((2, 3), (1, 2)), ((2, 3), (3, 1)), ((3,), (2,)), ((), ()), ((0, 2), (2, 1)), ((2, 2), (0, 1)), ((1, 3), (9, 3)),
                         ((2, 3), (1,)), ((2, -3), (1, 2)), ((2, 3), (-1, 2))]:
        r.case("empty_strided", "torch.empty_strided", size, stride, compare="meta")
        r.case("new_empty_strided", "Tensor.new_empty_strided", a("i64", 2), size, stride, compare="meta")
    for size, order in [((2, 3, 5), (0, 2, 1)), ((2, 3), (1, 0)), ((3,), (0,)), ((), ()), ((0, 2), (1, 0)), ((2, 3, 4), (2, 1, 0)),
                        ((1, 2, 3, 4), (0, 2, 3, 1)), ((2, 3, 5), (0, 2)), ((2, 3, 5), (0, 2, 2)), ((2, 3), (0, 2))]:
        r.case("empty_permuted", "torch.empty_permuted", size, order, compare="meta")
    for dtype in (torch.float64, torch.bool, torch.complex64):
        r.case("empty_strided", "torch.empty_strided", (2, 3), (1, 2), dtype=dtype, compare="meta")


def grids(r):
    for op in ("meshgrid", "cartesian_prod"):
        of_several(r, op)
    for op in ("tril_indices", "triu_indices"):
        for args in [(3, 3), (2, 4), (4, 2), (0, 3), (3, 3, 1), (3, 3, -1), (2, 5, 2), (1, 1), (3, 2, -2), (-1, 2)]:
            r.case(op, f"torch.{op}", *args, compare="exact")
        r.case(op, f"torch.{op}", 2, 2, dtype=torch.int32, compare="exact")
        r.case(op, f"torch.{op}", 3, 3, offset=1, compare="exact")


def combined(r):
    a = Source("search", past=270)
    for dtype in ("f32", "i64", "bool", "c64"):
        r.case("combinations", "torch.combinations", a(dtype, 4), compare="exact")
        r.case("combinations", "torch.combinations", a(dtype, 4), 3, True, compare="exact")
        r.case("vander", "torch.vander", a(dtype, 4))
        r.case("vander", "torch.vander", a(dtype, 3), 5, True)
    r.case("combinations", "torch.combinations", a("f32", 3), r=0)
    r.case("combinations", "torch.combinations", a("f32", 3), r=1, with_replacement=True, compare="exact")
    r.case("combinations", "torch.combinations", a("f32", 0))
    r.case("combinations", "torch.combinations", a("f64", 3).grad(), backward=True)
    r.case("combinations", "torch.combinations", a("f32", 2, 2))
    r.case("combinations", "torch.combinations", a("f32", 3), -1)
    r.case("vander", "torch.vander", a("f32", 3), N=0)
    r.case("vander", "torch.vander", a("f64", 3), increasing=True)
    r.case("vander", "torch.vander", a("f32", 2, 2))
    r.case("vander", "torch.vander", a("f32", 2), -1)


def record(r):
    for part in (literals, constants, ranges, after, lists, strided, grids, combined):
        part(r)
