"""Shapes: views, joining and splitting, diagonals, copies of views, memory that is resized or shared."""
import torch

from sweeps import every_dtype, of_several, sweep
from tagged import DTYPES, Source, V, Var

SOME = ["f32", "i64", "bool", "c64", "f16", "u8"]
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


def shapes(r):
    for op in ("view", "reshape"):
        sweep(r, op, [((2, 3), ([3, 2],)), ((2, 3), ([6],)), ((2, 3), ([-1, 2],)), ((2, 3), ([1, 2, 1, 3],)), ((6,), ([2, -1],)),
                      ((0, 3), ([3, 0],)), ((1,), ([],)), ((), ([1, 1],)), ((4, 1, 2), ([4, 2],))],
              [((2, 3), ([4, 2],)), ((2, 3), ([16],)), ((2, 3), ([-1, 8],)), ((2, 3), ([-1, -1],)), ((2, 3), ([-2, 3],)),
               ((0, 3), ([-1, 0],))])
        a = Source(op + " varargs")
        for args in [(3, 2), (6,), (-1,), (1, 6), (2, -1), (7,), (-1, 5)]:
            r.case(op, f"Tensor.{op}", a("i64", 2, 3), *args, compare="exact")
        r.case(op, f"Tensor.{op}", a("f32", 2, 6).cut(1, 0, 6, 2), -1, compare="exact")
        r.case(op, f"Tensor.{op}", a("f32", 1, 3).expand(2, 3), 6, compare="exact")
    a = Source("view dtype")
    for x, y in [("f32", "i32"), ("f64", "i64"), ("i16", "f16"), ("f32", "u8"), ("u8", "i8"), ("c64", "f32"), ("f64", "f32"),
                 ("i32", "i64"),
                 ("u8", "bool"), ("f16", "bf16")]:
        r.case("view", "Tensor.view", a(x, 2, 4, lo=0, hi=1), DTYPES[y], compare="exact")
    r.case("view", "Tensor.view", a("u8", 2, 3), torch.float32)
    r.case("view", "Tensor.view", a("f32"), torch.float64)
    r.case("view", "Tensor.view", a("f32", 4, 2).t(), torch.float64)
    for op in ("view_as", "reshape_as", "expand_as"):
        a = Source(op)
        shape = (2, 3) if op != "expand_as" else (1, 3)
        for other in [(2, 3), (3, 2), (6,), (1, 6), (1, 2, 3), (2, 2, 3), (4, 3), ()]:
            r.case(op, f"Tensor.{op}", a("f32", *shape), a("i64", *other), compare="exact")
            r.case(op, f"Tensor.{op}", a("i64", *shape[::-1]).t(), a("f32", *other), compare="exact")
        r.case(op, f"Tensor.{op}", a("f32", *shape).grad(), a("f32", 2, 3), backward=True)
    sweep(r, "flatten", [((2, 3, 4), ()), ((2, 3, 4), (1,)), ((2, 3, 4), (0, 1)), ((2, 3), (-2, -1)), ((3,), ()), ((), ()),
                         ((2, 0, 3), (1,)),
                         ((2, 3, 2), (), {"start_dim": 1}), ((2, 3, 2), (), {"start_dim": 0, "end_dim": -2})],
          [((2, 3), (2,)), ((2, 3), (1, 0)), ((2, 3), (0, 2))])
    sweep(r, "unflatten", [((6,), (0, [2, 3])), ((2, 6), (1, [3, -1])), ((2, 6), (-1, [2, 3])), ((4, 2), (0, (2, 2)))],
          [((6,), (0, [4, 2])), ((6,), (1, [2, 3])), ((6,), (0, [])), ((6,), (0, [-1, -1]))])
    sweep(r, "ravel", [((2, 3), ()), ((3,), ()), ((), ()), ((2, 3, 2), ()), ((0, 2), ())], [])
    sweep(r, "squeeze", [((1, 2, 1, 3), ()), ((1, 2, 1), (0,)), ((1, 2, 1), (-1,)), ((2, 3), (0,)), ((1, 2, 1), ((0, 2),)),
                         ((1, 2, 1), ([0, 1],)),
                         ((1,), ()), ((), ()), ((1, 1), (), {"dim": 1})], [((1, 2), (2,)), ((1, 2), (-3,)), ((1, 2), ((0, 0),))],
                         in_place=True)
    sweep(r, "unsqueeze", [((2, 3), (0,)), ((2, 3), (1,)), ((2, 3), (2,)), ((2, 3), (-1,)), ((2, 3), (-3,)), ((), (0,)), ((0,), (1,)),
                           ((3,), (), {"dim": 0})], [((2, 3), (3,)), ((2, 3), (-4,))], in_place=True)
    for op in ("transpose", "swapaxes", "swapdims"):
        names = ("dim0", "dim1") if op != "swapaxes" else ("axis0", "axis1")
        sweep(r, op, [((2, 3), (0, 1)), ((2, 3, 4), (0, 2)), ((2, 3, 4), (-1, 0)), ((2, 3), (1, 1)), ((3,), (0, 0)), ((), (0, -1)),
                      ((2, 0), (0, 1)), ((2, 3, 2), (), dict(zip(names, (1, 2))))], [((2, 3), (0, 2)), ((2, 3), (-3, 1))])
    sweep(r, "t", [((2, 3), ()), ((3,), ()), ((), ()), ((1, 2), ())], [((2, 3, 4), ())], in_place=True)
    sweep(r, "permute", [((2, 3, 4), ([2, 0, 1],)), ((2, 3), ([1, 0],)), ((2, 3, 4), ([-1, 0, -2],)), ((3,), ([0],)), ((), ([],)),
                         ((2, 3), ((1, 0),))], [((2, 3), ([0, 0],)), ((2, 3), ([0],)), ((2, 3), ([0, 2],)), ((2, 3), ([0, 1, 2],))])
    r.case("permute", "Tensor.permute", Source("p")("f32", 2, 3, 4), 1, 2, 0, compare="exact")
    for op in ("movedim", "moveaxis"):
        sweep(r, op, [((2, 3, 4), (0, 2)), ((2, 3, 4), (-1, 0)), ((2, 3, 4), ([0, 1], [2, 0])), ((2, 3), (0, 0)),
                      ((2, 3, 4), ((0, 2), (1, 0)))],
              [((2, 3), (0, 2)), ((2, 3), ([0, 1], [0])), ((2, 3), ([0, 0], [0, 1])), ((2, 3), (-3, 0))])
    sweep(r, "expand", [((1, 3), ([2, 3],)), ((3,), ([2, 3],)), ((1, 3), ([2, -1],)), ((), ([2, 2],)), ((2, 1), ([4, 2, 3],)),
                        ((1, 0), ([2, 0],))],
          [((2, 3), ([4, 3],)), ((2, 3), ([3],)), ((3,), ([-1, 3],)), ((1, 3), ([-2, 3],))], function=False)
    r.case("expand", "Tensor.expand", Source("e")("i64", 1, 3), 2, 3, compare="exact")
    sweep(r, "broadcast_to", [((1, 3), ([2, 3],)), ((3,), ([2, 3],)), ((), ([2],)), ((2, 1), ([4, 2, 3],)), ((1, 3), ((2, 3),))],
          [((2, 3), ([4, 3],)), ((2, 3), ([3],))])
    sweep(r, "repeat", [((2, 3), ([2, 1],)), ((3,), ([2, 2],)), ((), ([3],)), ((2,), ([0],)), ((2, 1), ([1, 2, 3],))],
          [((2, 3), ([2],)), ((2, 3), ([2, -1],))], function=False)
    r.case("repeat", "Tensor.repeat", Source("r")("i64", 3), 2, 2, compare="exact")
    sweep(r, "tile", [((2, 3), ([2, 1],)), ((3,), ([2, 2],)), ((2, 3), ([2],)), ((), ([3],)), ((2, 1), ([1, 2, 3],))],
          [((2, 3), ([2, -1],))])
    for op, dims in [("T", [2, 2, 1, 0]), ("mT", [2, 3]), ("mH", [2, 3]), ("H", [2, 2])]:
        a = Source(op)
        for count in dims + ([3, 1, 0] if op in ("mT", "mH", "H") else [3]):
            for dtype in ("f32", "c64", "i64"):
                r.case(op, f"attr:{op}", a(dtype, *(2, 3, 2)[:count]), compare="exact")
        r.case(op, f"attr:{op}", a("c64", 2, 3).t(), compare="exact")
        r.case(op, f"attr:{op}", a("f32", 2, 3).grad(), compare="exact", backward=True)
        if op == "H":
            r.forms("adjoint", a("c64", 2, 3), compare="exact")
    sweep(r, "unfold", [((7,), (0, 3, 2)), ((4, 5), (1, 2, 1)), ((4,), (-1, 4, 1)), ((4,), (0, 1, 3)), ((5, 2), (0, 2, 2))],
          [((4,), (0, 5, 1)), ((4,), (0, 2, 0)), ((4,), (1, 2, 1)), ((4,), (0, -1, 1))], function=False)
    sweep(r, "as_strided", [((3, 4), ([2, 2], [4, 1])), ((3, 4), ([3], [5])), ((6,), ([2, 3], [1, 2], 1)), ((6,), ([2, 2], [0, 1])),
                            ((6,), ([], [], 5))], [((3,), ([2, 2], [2, 2])), ((3,), ([2], [1, 1])), ((3,), ([-1], [1])),
                                                   ((3,), ([2], [-1]))])
    a = Source("complex views")
    for shape in [(2, 3), (), (0,), (3, 1, 2)]:
        for dtype in ("c64", "c128"):
            r.case("view_as_real", "torch.view_as_real", a(dtype, *shape), compare="exact")
        for dtype in ("f32", "f64"):
            r.case("view_as_complex", "torch.view_as_complex", a(dtype, *shape, 2), compare="exact")
    for x in (a("f32", 2), a("i64", 2), a("c64", 2).conjugate(), a("c64", 3, 2).t()):
        r.case("view_as_real", "torch.view_as_real", x, compare="exact")
    for x in (a("f32", 3), a("i64", 2), a("f32"), a("f32", 3, 2, 2).permute(1, 0, 2), a("f32", 2, 3).t(), a("f16", 2, 2)):
        r.case("view_as_complex", "torch.view_as_complex", x, compare="exact")
    for n in (1, 2, 3):
        a = Source(f"atleast_{n}d")
        for shape in [(), (3,), (2, 3), (2, 3, 4), (0,), (1, 2, 3, 2)]:
            for dtype in ("f32", "i64"):
                r.case(f"atleast_{n}d", f"torch.atleast_{n}d", a(dtype, *shape), compare="exact")
        r.case(f"atleast_{n}d", f"torch.atleast_{n}d", [a("f32"), a("f32", 2)], compare="exact")
        r.case(f"atleast_{n}d", f"torch.atleast_{n}d", a("f32", 2).grad(), compare="exact", backward=True)


def order(r):
    sweep(r, "flip", [((2, 3), ([0],)), ((2, 3), ([0, 1],)), ((2, 3), ([-1],)), ((2, 3), ([],)), ((0, 2), ([0],)), ((3,), ((0,),))],
          [((2, 3), ([2],)), ((2, 3), ([0, 0],)), ((), ([1],))])
    sweep(r, "fliplr", [((2, 3), ()), ((2, 3, 2), ()), ((1, 2), ()), ((3, 0), ())], [((3,), ())])
    sweep(r, "flipud", [((2, 3), ()), ((3,), ()), ((2, 3, 2), ())], [((), ())])
    sweep(r, "roll", [((2, 3), (1,)), ((2, 3), (1, 0)), ((2, 3), (-1, 1)), ((2, 3), ([1, 2], [0, 1])), ((5,), (7,)),
                      ((2, 3), (), {"shifts": 1, "dims": -1}),
                      ((0, 3), (1, 0))], [((2, 3), (1, 2)), ((2, 3), ([1, 2], [0])), ((2, 3), ([1, 2],))])
    sweep(r, "rot90", [((2, 3), ()), ((2, 3), (2,)), ((2, 3), (-1,)), ((2, 3, 2), (1, [1, 2])), ((2, 3), (4, [0, 1])),
                       ((2, 3), (), {"k": 3})],
          [((3,), ()), ((2, 3), (1, [0, 0])), ((2, 3), (1, [0, 2])), ((2, 3), (1, [0]))])


def joining(r):
    for op in ("cat", "concat", "stack", "hstack", "vstack", "dstack", "column_stack"):
        a = Source(op)
        def join(shapes, dtypes=("f32",) * 3, **kwargs):
            r.case(op, f"torch.{op}", [a(d, *s) for d, s in zip(dtypes, shapes)], compare="exact", **kwargs)
        for shapes in [[(2, 3), (2, 3)], [(3,), (3,)], [(2, 3)], [(2, 3), (2, 3), (2, 3)], [(1, 2, 2), (1, 2, 2)], [(0,), (0,)]]:
            join(shapes)
        for dtypes in [("f32", "f64"), ("i64", "f32"), ("bool", "u8"), ("c64", "f32"), ("f16", "bf16"), ("i64", "i64"), ("bool", "bool")]:
            join([(2, 3), (2, 3)], dtypes)
        join([(), ()])
        join([(2, 3), (2, 4)])
        join([(2, 3), (3,)])
        join([(2, 3), (0,)])
        join([])
        r.case(op, f"torch.{op}", [a("f32", 3, 2).t(), a("f32", 2, 3)], compare="exact")
        r.case(op, f"torch.{op}", (a("f32", 1, 3).expand(2, 3), a("f32", 2, 3)), compare="exact")
        r.case(op, f"torch.{op}", [a("f32", 2, 3).grad(), a("f32", 2, 3).grad()], compare="exact", backward=True)
        if op in ("cat", "concat", "stack"):
            for dim in (1, -1, -2, 2, 3, -4):
                join([(2, 3), (2, 3)], dim=dim)
            join([(2, 3), (2, 4)], dim=1)
            r.case(op, f"torch.{op}", [a("i64", 2, 2), a("i64", 2, 2)], 1, compare="exact")
    for op in ("broadcast_tensors", "block_diag"):
        of_several(r, op)


def splitting(r):
    sweep(r, "unbind", [((2, 3), ()), ((2, 3), (1,)), ((2, 3), (-1,)), ((3,), ()), ((0, 2), ()), ((2, 3, 2), (), {"dim": 1})],
          [((), ()), ((2, 3), (2,))])
    sweep(r, "chunk", [((5, 2), (2,)), ((5, 2), (3, 0)), ((2, 5), (2, 1)), ((2, 5), (7, -1)), ((4,), (4,)), ((0,), (2,)),
                       ((4, 2), (), {"chunks": 2, "dim": 0})], [((4,), (0,)), ((4,), (2, 1)), ((), (1,)), ((4,), (-1,))])
    sweep(r, "split", [((5, 2), (2,)), ((5, 2), ([1, 4],)), ((2, 5), (3, 1)), ((2, 5), ([2, 3], -1)), ((5, 2), ([0, 5],)), ((4,), (9,)),
                       ((0,), (1,)), ((4, 2), (1,), {"dim": 1})],
          [((5,), ([1, 2],)), ((5,), (-1,)), ((5,), (0,)), ((5,), (2, 1)), ((5,), ([-1, 6],)), ((), (1,))])
    sweep(r, "split_with_sizes", [((5, 2), ([1, 4],)), ((2, 5), ([2, 3], -1)), ((5, 2), ([0, 5],)), ((0,), ([0],)), ((4, 2), ([1, 1],), {"dim": 1})],
          [((5,), ([1, 2],)), ((5,), ([5], 1)), ((5,), ([-1, 6],)), ((), ([1],))])
    sweep(r, "tensor_split", [((5, 2), (2,)), ((5, 2), ([1, 3],)), ((2, 5), (3, 1)), ((5,), ((2, 9),)), ((2,), (4,)), ((5, 2), ([-1],)),
                              ((4, 2), (2,), {"dim": -1})], [((5,), (0,)), ((5,), (-1,)), ((), (1,)), ((5,), (2, 1))])
    for op, shape in (("hsplit", (2, 4)), ("vsplit", (4, 2)), ("dsplit", (1, 2, 4))):
        sweep(r, op, [(shape, (2,)), (shape, ([1, 3],)), (shape, ([1],))], [(shape, (3,)), ((), (1,)), (shape, (0,))])


def diagonals(r):
    a = Source("parts")
    for dtype in DTYPES:
        r.forms("clone", a(dtype, 2, 3), compare="exact")
        r.forms("tril", a(dtype, 3, 3), compare="exact")
        r.forms("triu", a(dtype, 3, 3), in_place=True, compare="exact")
        r.forms("diag", a(dtype, 3), compare="exact")
        r.forms("diagonal", a(dtype, 3, 3), compare="exact")
    for x in (a("f32", 3, 2).t(), a("f32", 1, 3).expand(2, 3), a("f32"), a("f32", 0, 2), a("f32", 2, 6).cut(1, 1, 6, 2)):
        r.forms("clone", x, compare="exact")
        r.case("clone", "Tensor.stride", Var("y"), setup=[("y", "Tensor.clone", [x])])
    r.forms("clone", a("f32", 2).grad(), backward=True)
    for op in ("tril", "triu"):
        for k in (-3, -1, 0, 1, 2):
            r.forms(op, a("f32", 3, 4), k, in_place=k == 1, compare="exact")
        r.forms(op, a("f32", 2, 3, 3), diagonal=1, compare="exact")
        r.forms(op, a("f32", 4, 3).t(), compare="exact")
        r.forms(op, a("f32", 0, 3), compare="exact")
        r.forms(op, a("f32", 3))
        r.forms(op, a("f32"))
        r.forms(op, a("f32", 3, 3).grad(), backward=True)
    for k in (-2, -1, 1, 2, 4):
        r.forms("diag", a("f32", 3), k, compare="exact")
        r.forms("diag", a("f32", 3, 4), diagonal=k, compare="exact")
        r.forms("diagonal", a("f32", 3, 4), k, compare="exact")
    r.forms("diag", a("f32", 2, 2, 2))
    r.forms("diag", a("f32"))
    r.forms("diag", a("f32", 3).grad(), backward=True)
    for dims in ((0, 2), (1, 0), (-1, -2), (-2, -1), (1, 1), (0, 3)):
        r.forms("diagonal", a("f32", 2, 3, 4), 0, *dims, compare="exact")
        r.forms("diagonal", a("f32", 2, 3, 4), offset=1, dim1=dims[0], dim2=dims[1], compare="exact")
    r.forms("diagonal", a("f32", 3))
    r.forms("diagonal", a("f32", 3, 3).grad(), backward=True)
    for op in ("diag_embed", "diagflat"):
        r.forms(op, a("f32", 2, 3), compare="exact")
        r.forms(op, a("f32", 2, 3), 1, compare="exact")
        r.forms(op, a("i64", 3), offset=-1, compare="exact")
        r.forms(op, a("i64"), compare="exact")


def repeated(r):
    a = Source("repeat_interleave")
    for x in (a("f32", 2, 3), a("i64", 3, 2).t(), a("bool", 4), a("f32")):
        r.forms("repeat_interleave", x, 2, compare="exact")
        r.forms("repeat_interleave", x, 2, dim=0, compare="exact")
        r.forms("repeat_interleave", x, 0, compare="exact")
    for counts in (V([1, 2], "i64"), V([0, 3], "i64"), V([1, -1], "i64"), V([1, 2, 3], "i64"), V([1.0, 2.0]), V([[1, 2]], "i64")):
        r.forms("repeat_interleave", a("f32", 2, 3), counts, dim=0, compare="exact")
        r.forms("repeat_interleave", counts, method=False, compare="exact")
    r.forms("repeat_interleave", a("f32", 2, 3), -1)
    r.forms("repeat_interleave", a("f32", 2, 3), 2, dim=2)
    r.forms("repeat_interleave", a("f32", 2).grad(), 2, backward=True)


def broadcast(r):
    for shapes in (((2, 1), (3,)), ((2,), (3, 1), (1, 1, 1)), ((), (2,)), ((0,), (1,)), ((5, 1, 4), (3, 1)), ((1,), (1,)),
                   ((2, 3), (2, 3)), ((2, 3), (1, 3)), ((2, 3), (4,)), ((0,), (1,), (2,)), ((2, -3), (4,)), ((3,), (2,))):
        r.case("broadcast_shapes", "torch.broadcast_shapes", *shapes)
    for sizes in (((2,), (3,)), ((2, 1), (1, 3)), ((-1,), (2,)), ((), (2,)), ((2, 3), (4, 3)), ((0,), (1,)), ((0,), (2,))):
        r.case("broadcast_shapes", "torch.broadcast_shapes", *sizes)
    every_dtype(r, "adjoint", "detach_copy", "alias_copy", "atleast_1d", "atleast_2d", "atleast_3d", "block_diag", "diagflat")


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


def joined(r):
    a = Source("joined")
    for op, alias in (("cat", "concatenate"), ("cat", "concat"), ("vstack", "row_stack")):
        for tensors in ([a("f32", 2, 3), a("f32", 1, 3)], [a("i64", 2), a("f32", 2)], [a("c64", 1, 2)], [a("f32"), a("f32")], [], [a("f32", 2), a("f32", 2, 2)],
                        [a("f32", 2, 3), a("f32", 2, 4)], [a("bool", 2), a("u8", 2)], [a("f32", 0), a("f32", 2, 2)], [a("f64", 2, 2).t(), a("f64", 3, 2)],
                        [a("f32", 2).grad(), a("f32", 2)]):
            r.case(op, f"torch.{alias}", tensors)
            if op == "cat":
                r.case(op, f"torch.{alias}", tensors, dim=-1)
    a = Source("joined", past=2113)
    for tensors in ([a("f32", 2, 2), a("f32", 1, 3)], [a("f32", 1, 2, 3)], [a("f32"), a("i64", 2)], [a("f32", 2), a("f32", 2, 2, 2)]):
        r.case("block_diag", "torch.block_diag", *tensors)


def triangles_in_place(r):
    a = Source("limits in place", past=1204)
    for op in ("tril_", "triu_"):
        for x in (a("f32", 3, 3), a("i64", 2, 3), a("bool", 3, 2), a("c64", 2, 2), a("f32", 2, 3, 3), a("f32", 3, 2).t(), a("f32", 3), a("f32", 2, 2).grad()):
            for diagonal in (0, 1, -1):
                r.case(op[:-1], f"Tensor.{op}", x, diagonal)


def filled_diagonals(r):
    a = Source("filling", past=634)
    for kwargs in ({}, {"wrap": True}):
        for shape in [(3, 3), (2, 4), (5, 2), (3,), (2, 2, 2), (2, 3, 2)]:
            r.case("fill_diagonal_", "Tensor.fill_diagonal_", a("f32", *shape), 9, compare="exact", **kwargs)


def record(r):
    for part in (shapes, order, joining, splitting, diagonals, repeated, broadcast, in_place_views, copies, joined, triangles_in_place,
                 filled_diagonals):
        part(r)
