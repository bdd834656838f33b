"""Views in place, memory that is resized or shared, copies of views, writing at positions."""
from tagged import FLOATS, INTS, Source, V, Var

import torch

SOME = ["f32", "i64", "bool", "c64", "f16", "u8"]


def in_place_views(r):
    for op in ("transpose_", "swapaxes_", "swapdims_"):
        a = Source(op)
        for dtype in SOME:
            r.case(op, f"Tensor.{op}", a(dtype, 2, 3), 0, 1, compare="exact")
        r.case(op, f"Tensor.{op}", a("f32", 2, 3, 4), -1, 0, compare="exact")
        r.case(op, f"Tensor.{op}", a("f32", 4, 3).t(), 0, -1, compare="exact")
        r.case(op, f"Tensor.{op}", a("f32", 0, 3), 1, 0, compare="exact")
        r.case(op, f"Tensor.{op}", a("f32"), 0, -1, compare="exact")
        r.case(op, f"Tensor.{op}", a("f32", 2, 3), 0, 2)
        r.case(op, f"Tensor.{op}", a("f32", 2, 3).grad(), 0, 1)
    a = Source("as_strided_")
    for dtype in SOME:
        r.case("as_strided_", "Tensor.as_strided_", a(dtype, 3, 4), [2, 2], [4, 1], compare="exact")
    r.case("as_strided_", "Tensor.as_strided_", a("f32", 6), (2, 2), (0, 1), 2, compare="exact")
    r.case("as_strided_", "Tensor.as_strided_", a("f32", 6).cut(0, 2, 6), [2], [1], compare="exact")
    r.case("as_strided_", "Tensor.as_strided_", a("f32", 6), [], [], storage_offset=3, compare="exact")
    r.case("as_strided_", "Tensor.as_strided_", a("f32", 6), [3, 3], [3, 1])
    r.case("as_strided_", "Tensor.as_strided_", a("f32", 6), [2], [1, 1])
    r.case("as_strided_", "Tensor.as_strided_", a("f32", 6), [2], [-1])
    r.case("as_strided", "torch.as_strided", a("f32", 6).cut(0, 2, 6), [2], [1], compare="exact")
    a = Source("resize_")
    for dtype in SOME:
        r.case("resize_", "Tensor.resize_", a(dtype, 3, 4), 2, 2, compare="exact")
    r.case("resize_", "Tensor.resize_", a("f32", 3, 4), [12], compare="exact")
    r.case("resize_", "Tensor.resize_", a("f32", 3, 4).t(), (2, 3), compare="exact")
    r.case("resize_", "Tensor.resize_", a("f32", 3, 4), 5, 5, compare="meta")
    r.case("resize_", "Tensor.resize_", a("f32", 3), 0, compare="exact")
    r.case("resize_", "Tensor.resize_", a("f32", 3), [], compare="exact")
    r.case("resize_", "Tensor.resize_", a("f32", 3), 2, -1)
    r.case("resize_", "Tensor.resize_", a("f32", 3).grad(), 2)
    for dtype in SOME:
        r.case("resize_as_", "Tensor.resize_as_", a(dtype, 3, 4), a("f32", 2, 5), compare="exact")
    r.case("resize_as_", "Tensor.resize_as_", a("f32", 3, 4).t(), a("f32", 3, 2).t(), compare="exact")
    r.case("resize_as_", "Tensor.resize_as_", a("f32", 3), a("f32"), compare="exact")
    r.case("resize_as_", "Tensor.resize_as_", a("f32", 3).grad(), a("f32", 2))
    r.case("resize_as_", "torch.resize_as_", a("f32", 3, 4), a("f32", 2, 5), compare="exact")
    r.case("resize_as_", "torch.resize_as_", a("f32", 3).grad(), a("f32", 2))
    a = Source("set_")
    for dtype in SOME:
        r.case("set_", "Tensor.set_", a(dtype, 3), a(dtype, 2, 2), compare="exact")
    r.case("set_", "Tensor.set_", a("f32", 3), a("f32", 3, 4).t(), compare="exact")
    r.case("set_", "Tensor.set_", a("f32", 3), compare="exact")
    r.case("set_", "Tensor.set_", a("f32", 1), a("f32", 12), 2, [2, 2], [4, 1], compare="exact")
    r.case("set_", "Tensor.set_", a("f32", 1), a("f32", 12), 2, [2, 2], compare="exact")
    r.case("set_", "Tensor.set_", a("f32", 1), a("i64", 2))
    r.case("set_", "Tensor.set_", a("f32", 1).grad(), a("f32", 2))
    for x, y in ((a("f32", 3), a("f32", 3)), (a("f32", 2, 2), a("i64", 2, 2)), (a("f32", 0), a("f32", 3)), (a("c64", 2), a("c64", 2))):
        r.case("is_set_to", "Tensor.is_set_to", x, y)
    for step in (("Tensor.view", [-1]), ("Tensor.detach", []), ("Tensor.t", []), ("Tensor.clone", [])):
        r.case("is_set_to", "Tensor.is_set_to", Var("x"), Var("y"),
               setup=[("x", "torch.ones", [2, 3]), ("y", step[0], [Var("x"), *step[1]])])
    for dtype in SOME + ["f64", "i32"]:
        r.case("is_pinned", "Tensor.is_pinned", a(dtype, 2))


def scattering(r):
    a = Source("scattering")
    for dtype in SOME:
        r.forms("diagonal_scatter", a(dtype, 3, 3), a(dtype, 3), compare="exact")
        r.forms("diagonal_scatter", a(dtype, 3, 4), a(dtype, 3), 1, compare="exact")
        r.forms("as_strided_scatter", a(dtype, 3, 4), a(dtype, 2, 2), [2, 2], [4, 1], compare="exact")
        r.forms("narrow_copy", a(dtype, 3, 4), 1, 1, 2, compare="exact")
        r.forms("sum_to_size", a(dtype, 3, 4), 1, 4)
        r.forms("unsafe_chunk", a(dtype, 5, 2), 2, compare="exact")
        r.forms("unsafe_split", a(dtype, 5, 2), 2, compare="exact")
    r.forms("diagonal_scatter", a("f32", 2, 3, 4), a("f32", 3, 2), -1, 2, 0)
    r.forms("diagonal_scatter", a("f32", 2, 3, 3), a("f32", 2, 2), offset=1, dim1=1, dim2=-1, compare="exact")
    r.case("diagonal_scatter", "torch.diagonal_scatter", a("f64", 3, 3).grad(), a("f64", 3).grad(), backward=True)
    r.forms("diagonal_scatter", a("f32", 3, 3), a("f32", 2))
    r.forms("diagonal_scatter", a("f32", 3, 3), a("f32", 3), 0, 0, 5)
    r.forms("diagonal_scatter", a("f32", 3, 3), a("f32", 3), 0, 1, 1)
    r.forms("as_strided_scatter", a("f32", 6), a("f32", 2), [2], [2], 1, compare="exact")
    r.forms("as_strided_scatter", a("f32", 3, 4).t(), a("f32", 2), size=[2], stride=[1], storage_offset=3, compare="exact")
    r.case("as_strided_scatter", "torch.as_strided_scatter", a("f64", 6).grad(), a("f64", 2).grad(), [2], [2], backward=True)
    r.forms("as_strided_scatter", a("f32", 6), a("f32", 3), [2], [2])
    r.forms("as_strided_scatter", a("f32", 6), a("f32", 9), [3, 3], [3, 1])
    r.forms("narrow_copy", a("f32", 3, 4).t(), 0, -2, 2, compare="exact")
    r.forms("narrow_copy", a("f32", 3), dim=0, start=1, length=0, compare="exact")
    r.forms("narrow_copy", a("f32", 3), 0, 2, 2)
    r.forms("narrow_copy", a("f32", 3), 1, 0, 1)
    r.forms("narrow_copy", a("f32"), 0, 0, 1)
    r.forms("sum_to_size", a("f32", 2, 3, 4), [3, 1])
    r.forms("sum_to_size", a("f32", 2, 3), 2, 3, compare="exact")
    r.forms("sum_to_size", a("f32", 2, 3), [])
    r.forms("sum_to_size", a("f32", 2, 3).t(), (3, 1))
    r.case("sum_to_size", "Tensor.sum_to_size", a("f64", 2, 3).grad(), 1, 3, backward=True)
    r.forms("sum_to_size", a("f32", 2, 3), 2, 2)
    r.forms("sum_to_size", a("f32", 3), 2, 3)
    for op in ("unsafe_chunk", "unsafe_split"):
        r.forms(op, a("f32", 4, 5), 3, 1, compare="exact")
        r.forms(op, a("f32", 4, 5).t(), 2, dim=-1, compare="exact")
        r.forms(op, a("f32", 0, 5), 2, compare="exact")
        r.case(op, f"torch.{op}", a("f64", 5).grad(), 2, backward=True)
        r.forms(op, a("f32", 4), 0)
        r.forms(op, a("f32", 4), -1)
        r.forms(op, a("f32", 4), 2, 3)
        r.forms(op, a("f32"), 2)


def putting(r):
    a = Source("putting")
    for dtype in FLOATS + INTS + ["bool", "c64"]:
        r.forms("put", a(dtype, 2, 3), V([4, 0], "i64"), a(dtype, 2), in_place=True, compare="exact")
        r.forms("index_put", a(dtype, 3, 4), (V([0, 2], "i64"), V([1, 3], "i64")), a(dtype, 2), in_place=True, compare="exact")
    for accumulate in (False, True):
        r.forms("put", a("f32", 3, 2).t(), V([[-1, 0]], "i64"), a("f32", 1, 2), accumulate, in_place=True)
        r.forms("index_put", a("f32", 3, 2).t(), (V([[-1, 0]], "i64"),), a("f32", 3), accumulate, in_place=True)
    r.forms("put", a("f32", 3), V([1, 1, 1], "i64"), a("f32", 3), accumulate=True, in_place=True)
    r.forms("put", a("f32", 3), V([], "i64"), a("f32", 0), in_place=True, compare="exact")
    r.forms("put", a("f32"), V(0, "i64"), a("f32"), in_place=True, compare="exact")
    r.case("put", "torch.put", a("f64", 4).grad(), V([2, 0], "i64"), a("f64", 2).grad(), backward=True)
    r.case("put", "torch.put", a("f64", 4).grad(), V([2, 0], "i64"), a("f64", 2).grad(), True, backward=True)
    r.forms("put", a("f32", 3), V([3], "i64"), a("f32", 1), in_place=True)
    r.forms("put", a("f32", 3), V([0, 1], "i64"), a("f32", 1), in_place=True)
    r.forms("put", a("f32", 3), V([0], "i32"), a("f32", 1), in_place=True)
    r.forms("put", a("f32", 3), V([0], "i64"), a("f64", 1), in_place=True)
    r.case("put", "Tensor.put_", a("f32", 3).grad(), V([0], "i64"), a("f32", 1))
    r.forms("index_put", a("f32", 3, 4), (V([True, False, True], "bool"),), a("f32", 4), in_place=True, compare="exact")
    r.forms("index_put", a("f32", 2, 2), (V([[True, False], [True, True]], "bool"),), V(7.0), in_place=True, compare="exact")
    r.forms("index_put", a("f32", 3), (V([1, 1, 1], "i64"),), a("f32", 3), accumulate=True, in_place=True)
    r.case("index_put", "torch.index_put", a("f64", 4).grad(), (V([2, 0], "i64"),), a("f64", 2).grad(), backward=True)
    r.forms("index_put", a("f32", 3), (V([3], "i64"),), a("f32", 1), in_place=True)
    r.forms("index_put", a("f32", 3), (V([0], "i64"), V([0], "i64")), a("f32", 1), in_place=True)
    r.forms("index_put", a("f32", 3), (V([0.0]),), a("f32", 1), in_place=True)
    r.forms("index_put", a("f32", 3), (V([0, 1], "i64"),), a("f32", 3), in_place=True)
    r.forms("index_put", a("f32", 3), (V([0], "i64"),), a("f64", 1), in_place=True)
    r.case("index_put", "Tensor.index_put_", a("f32", 3).grad(), (V([0], "i64"),), a("f32", 1))
    for reduce in ("prod", "mean", "amax", "amin"):
        for dtype in ("f32", "f64", "i64", "f16", "u8"):
            for include in (True, False):
                r.forms("index_reduce", a(dtype, 3, 2), 0, V([0, 2, 0], "i64"), a(dtype, 3, 2), reduce, in_place=True,
                        include_self=include)
        r.forms("index_reduce", a("f32", 2, 3).t(), -1, V([1], "i32"), a("f32", 3, 1), reduce, in_place=True)
        r.case("index_reduce", "torch.index_reduce", a("f64", 3, lo=1).grad(), 0, V([0, 2], "i64"), a("f64", 2, lo=1).grad(), reduce,
               backward=True)
    r.forms("index_reduce", a("f32", 3), 0, V([0], "i64"), a("f32", 1), "sum", in_place=True)
    r.forms("index_reduce", a("f32", 3), 1, V([0], "i64"), a("f32", 1), "prod", in_place=True)
    r.forms("index_reduce", a("f32", 3), 0, V([0], "i64"), a("f64", 1), "prod", in_place=True)
    r.forms("index_reduce", a("f32", 3), 0, V([0.0]), a("f32", 1), "prod", in_place=True)
    r.forms("index_reduce", a("f32", 3), 0, V([0, 1], "i64"), a("f32", 1), "prod", in_place=True)
    for dtype in SOME:
        r.forms("nonzero_static", a(dtype, 2, 3, lo=-1, hi=1), size=4, compare="exact")
        r.forms("nonzero_static", V([0, 1, 2, 0], dtype), size=3, fill_value=9, compare="exact")
    r.forms("nonzero_static", V([[0, 1], [2, 0]]).t(), size=1, compare="exact")
    r.forms("nonzero_static", V([0, 1]), size=0, compare="exact")
    r.forms("nonzero_static", V(3.0), size=2, compare="exact")
    r.forms("nonzero_static", V([0, 1]), size=-1)


# name: (shape of the tensor, arguments, keywords), and what fails
COPIES = {
    "alias": ([((2, 3), (), {})], []),
    "as_strided": ([((3, 4), ([2, 2], [4, 1]), {}), ((6,), ([2, 3], [1, 2]), {"storage_offset": 1})], [((3,), ([5], [1]), {})]),
    "detach": ([((2, 3), (), {})], []),
    "diagonal": ([((3, 4), (), {}), ((3, 4), (1,), {}), ((2, 3, 4), (-1,), {"dim1": 0, "dim2": 2})], [((3, 3), (0, 1, 1), {})]),
    "expand": ([((2, 1), ([2, 3],), {}), ((3,), ([2, -1],), {"implicit": True})], [((2, 3), ([2, 4],), {})]),
    "permute": ([((2, 3), ([1, 0],), {}), ((2, 3, 4), ([-1, 0, 1],), {})], [((2, 3), ([0, 0],), {}), ((2, 3), ([0],), {})]),
    "select": ([((2, 3), (0, 1), {}), ((2, 3), (-1, -1), {})], [((2, 3), (0, 2), {}), ((2, 3), (2, 0), {})]),
    "slice": ([((5,), (), {}), ((5, 2), (0, 1, 4), {"step": 2}), ((2, 5), (), {"dim": 1, "start": -3})], [((5,), (0, 0, 5, 0), {})]),
    "split": ([((5, 2), (2,), {}), ((2, 5), (3,), {"dim": 1})], [((5,), (-1,), {}), ((5,), (2, 1), {})]),
    "split_with_sizes": ([((5, 2), ([2, 3],), {}), ((2, 5), ([1, 0, 4], 1), {})], [((5,), ([2, 2],), {}), ((5,), ([-1, 6],), {})]),
    "squeeze": ([((1, 2, 1), (), {}), ((1, 2, 1), (0,), {}), ((1, 2, 1), ([0, 2],), {})], [((1, 2), (3,), {})]),
    "t": ([((2, 3), (), {}), ((3,), (), {})], [((2, 2, 2), (), {})]),
    "transpose": ([((2, 3), (0, 1), {}), ((2, 3, 4), (-1, 0), {})], [((2, 3), (0, 2), {})]),
    "unbind": ([((2, 3), (), {}), ((2, 3), (1,), {})], [((2, 3), (2,), {})]),
    "unfold": ([((6,), (0, 2, 1), {}), ((2, 6), (1, 3, 2), {})], [((6,), (0, 7, 1), {}), ((6,), (0, 2, 0), {})]),
    "unsqueeze": ([((2, 3), (0,), {}), ((2, 3), (-1,), {})], [((2, 3), (4,), {})]),
    "view": ([((2, 3), ([3, 2],), {}), ((2, 3), ([-1],), {}), ((2, 4), (torch.uint8,), {})], [((2, 3), ([4],), {})]),
    "view_as_complex": ([((3, 2), (), {})], [((3, 3), (), {})]),
}


def copies(r):
    for name, (good, bad) in COPIES.items():
        op = f"{name}_copy"
        a = Source(op)
        dtypes = ("f32", "f64", "f16") if "complex" in name else ("f32", "i64", "bool", "c64", "bf16")
        for shape, args, kwargs in good:
            for dtype in dtypes:
                r.case(op, f"torch.{op}", a(dtype, *shape), *args, compare="exact", **kwargs)
            if name != "as_strided" and "complex" not in name:
                flipped = a("f32", *reversed(shape)).permute(*reversed(range(len(shape))))
                r.case(op, f"torch.{op}", flipped, *args, compare="exact", **kwargs)
            if torch.uint8 not in args and name != "detach":
                r.case(op, f"torch.{op}", a("f64", *shape).grad(), *args, backward=True, **kwargs)
        for shape, args, kwargs in bad:
            for dtype in ("f32", "i64"):
                r.case(op, f"torch.{op}", a(dtype, *shape), *args, **kwargs)
    a = Source("view_as_real_copy")
    for shape in ((2,), (2, 3), (), (0, 2)):
        for dtype in ("c64", "c128"):
            r.case("view_as_real_copy", "torch.view_as_real_copy", a(dtype, *shape), compare="exact")
    r.case("view_as_real_copy", "torch.view_as_real_copy", a("f32", 2))
    for op in ("alias_copy", "detach_copy", "t_copy", "squeeze_copy", "view_as_complex_copy"):
        r.case(op, f"torch.{op}", a("f32"), compare="exact")


def record(r):
    in_place_views(r)
    scattering(r)
    putting(r)
    copies(r)
