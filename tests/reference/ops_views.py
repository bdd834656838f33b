"""Shapes: views, joining and splitting, gathering and scattering."""
from tagged import DTYPES, Source, V

import torch

ONE_EACH = ["f32", "f64", "f16", "bf16", "i64", "u8", "bool", "c64"]


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
    sweep(r, "contiguous", [((2, 3), ()), ((2, 3, 4), ()), ((), ()), ((0, 2), ()), ((1, 3), ())], [], function=False)
    sweep(r, "narrow", [((4, 3), (0, 1, 2)), ((4, 3), (1, 0, 3)), ((4, 3), (-1, 1, 1)), ((4,), (0, -2, 2)), ((4,), (0, 4, 0)),
                        ((4, 3), (), {"dim": 0, "start": 1, "length": 1})],
          [((4, 3), (0, 3, 2)), ((4, 3), (2, 0, 1)), ((4,), (0, 5, 1)), ((4,), (0, 0, -1)), ((), (0, 0, 1))])
    sweep(r, "select", [((4, 3), (0, 1)), ((4, 3), (1, 2)), ((4, 3), (-1, -1)), ((4,), (0, 3)), ((2, 3, 4), (1, 0))],
          [((4, 3), (0, 4)), ((4, 3), (0, -5)), ((4, 3), (2, 0)), ((), (0, 0))])
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
    for op in ("broadcast_tensors", "meshgrid", "cartesian_prod", "block_diag"):
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


def gathering(r):
    index = V([[0, 1], [2, 0]], "i64")
    for op, values in (("index_select", V([0, 2, 0], "i64")), ("gather", index), ("take_along_dim", index)):
        a = Source(op)
        order = (lambda x, dim, i: (x, i, dim)) if op == "take_along_dim" else (lambda x, dim, i: (x, dim, i))
        for dtype in ONE_EACH:
            r.forms(op, *order(a(dtype, 3, 3), 0, values), function=dtype == "f32", compare="exact")
        for dim in (1, -1, 2, -3):
            r.forms(op, *order(a("f32", 3, 3), dim, values), compare="exact")
        for bad in (V([0, 3], "i64"), V([-1], "i64"), V([0.5]), V([[[0]]], "i64"), V(0, "i64"), V([0, 1], "i32"), V([True, False], "bool")):
            r.forms(op, *order(a("f32", 3), 0, bad), compare="exact")
        r.forms(op, *order(a("f32", 4, 3).t(), 1, values), compare="exact")
        r.forms(op, *order(a("f32", 3, 3).grad(), 1, values), compare="exact", backward=True)
        r.forms(op, *order(a("f32", 3, 3), 0, values.cut(0, 0, 0)), compare="exact")
    r.forms("take_along_dim", Source("tad")("f32", 3, 3), index, compare="exact")
    a = Source("take")
    for x in (a("f32", 2, 3), a("i64", 2, 3).t(), a("bool", 6), a("f32")):
        for i in (V([0, -1], "i64"), V([[0], [0]], "i64"), V(0, "i64"), V([], "i64"), V([6], "i64"), V([0.0])):
            r.forms("take", x, i, compare="exact")
    r.forms("take", a("f32", 2, 3).grad(), V([1, 1, 5], "i64"), backward=True)
    for op in ("masked_select", "nonzero", "argwhere"):
        a = Source(op)
        for dtype in ONE_EACH:
            for shape in [(2, 3), (3,), ()]:
                mask = (a("bool", *shape),) if op == "masked_select" else ()
                r.forms(op, a(dtype, *shape, lo=0, hi=1), *mask, function=dtype in ("f32", "bool"), compare="exact")
        mask = (a("bool", 2, 3),) if op == "masked_select" else ()
        r.forms(op, a("i64", 3, 2, lo=0, hi=1).t(), *mask, compare="exact")
        if op == "masked_select":
            r.forms(op, a("f32", 3), a("bool", 2, 1), compare="exact")
            r.forms(op, a("f32", 3), a("bool", 4))
            r.forms(op, a("f32", 3), a("i64", 3))
            r.forms(op, a("f32", 2, 3).grad(), a("bool", 3), backward=True)
        elif op == "nonzero":
            for shape in [(2, 3), (), (0, 2)]:
                r.forms(op, a("i64", *shape, lo=0, hi=1), as_tuple=True, compare="exact")
                r.forms(op, a("i64", *shape, lo=0, hi=1), as_tuple=False, compare="exact")
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


def scattering(r):
    index = V([[0, 2], [1, 0]], "i64")
    for op in ("scatter", "scatter_add"):
        a = Source(op)
        for dtype in ONE_EACH:
            r.forms(op, a(dtype, 3, 3), 0, index, a(dtype, 2, 2), function=dtype == "f32", in_place=True)
        for dim in (1, -1, 2, -3):
            r.forms(op, a("f32", 3, 3), dim, index, a("f32", 2, 2), in_place=True)
        for bad, src in [(V([3], "i64"), a("f32", 1)), (V([-1], "i64"), a("f32", 1)), (V([0.0]), a("f32", 1)),
                         (V([0, 1], "i64"), a("f32", 1)),
                         (V([0], "i64"), a("f64", 1)), (V([[0]], "i64"), a("f32", 1, 1)), (V([], "i64"), a("f32", 0))]:
            r.forms(op, a("f32", 3), 0, bad, src, in_place=True)
        r.forms(op, a("f32", 3, 4).t(), 0, index, a("f32", 2, 2))
        r.forms(op, a("f32", 3).grad(), 0, V([0, 2], "i64"), a("f32", 2).grad(), backward=True)
    a = Source("scatter value")
    for value in (1.5, 2, 0):
        r.forms("scatter", a("f32", 3, 3), 1, index, value, in_place=True, compare="exact")
        r.forms("scatter", a("i64", 3, 3), 0, index, value, compare="exact")
    for reduce in ("add", "multiply", "divide"):
        r.forms("scatter", a("f32", 3), 0, V([0, 2, 0], "i64"), a("f32", 3), reduce=reduce)
    for reduce in ("sum", "prod", "mean", "amax", "amin", "other"):
        r.forms("scatter_reduce", a("f32", 3), 0, V([0, 2, 0], "i64"), a("f32", 3), reduce=reduce, in_place=True)
        r.forms("scatter_reduce", a("f32", 3), 0, V([0, 2, 0], "i64"), a("f32", 3), reduce=reduce, include_self=False)
    for op in ("index_add", "index_copy", "index_fill"):
        a = Source(op)
        source = (lambda dtype, *shape: 7) if op == "index_fill" else a
        i = V([0, 2], "i64")
        for dtype in ONE_EACH:
            r.forms(op, a(dtype, 3, 2), 0, i, source(dtype, 2, 2), function=dtype == "f32", in_place=True)
        for dim in (1, -1, 2, -3):
            r.forms(op, a("f32", 2, 3), dim, i, source("f32", 2, 2), in_place=True)
        for bad in (V([0, 3], "i64"), V([-1, -4], "i64"), V([0.0, 1.0]), V([[0, 1]], "i64"), V([0, 1, 2], "i64"), V([0, 1], "i32")):
            r.forms(op, a("f32", 3, 2), 0, bad, source("f32", 2, 2))
        r.forms(op, a("f32", 2, 3).t(), 0, i, source("f32", 2, 2))
        r.forms(op, a("f32", 3, 2).grad(), 0, i, source("f32", 2, 2), backward=True)
        if op != "index_fill":
            r.forms(op, a("f32", 3, 2), 0, i, a("f64", 2, 2))
            r.forms(op, a("f32", 3, 2), 0, i, a("f32", 2, 3))
    a = Source("index_add alpha")
    r.forms("index_add", a("f32", 3), 0, V([0, 0], "i64"), a("f32", 2), alpha=2, in_place=True)
    r.forms("index_fill", a("f32", 3), 0, V([0], "i64"), V(2.0), in_place=True)
    for op in ("masked_fill", "masked_scatter"):
        a = Source(op)
        mask = V([[True, False, True], [False, True, False]], "bool")
        source = (lambda dtype, n: 2) if op == "masked_fill" else a
        for dtype in ONE_EACH:
            r.forms(op, a(dtype, 2, 3), mask, source(dtype, 3), in_place=True, compare="exact")
        r.forms(op, a("f32", 3, 2).t(), mask, source("f32", 5), in_place=True, compare="exact")
        r.forms(op, a("f32", 2, 3), mask.cut(0, 0, 1), source("f32", 6), in_place=True, compare="exact")
        r.forms(op, a("f32", 3), mask, source("f32", 6), in_place=True, compare="exact")
        r.forms(op, a("f32", 2, 4), mask, source("f32", 6), in_place=True)
        r.forms(op, a("f32", 2, 3), a("i64", 2, 3), source("f32", 6), in_place=True)
        r.forms(op, a("f32", 2, 3).grad(), mask, source("f32", 3), backward=True)
    for value in (1.5, True, 2j, float("nan"), V(3.0), V(3, "i64"), V([1.0, 2.0]), V(2.5, "f64")):
        for dtype in ("f32", "i64", "bool"):
            r.forms("masked_fill", a(dtype, 2, 3), mask, value, in_place=True, compare="exact")
    r.forms("masked_scatter", a("f32", 2, 3), mask, a("f32", 2))
    r.forms("masked_scatter", a("f32", 2, 3), mask, a("f64", 3))
    for args, shape in [((0, 1), (3,)), ((1, -1), (2,)), ((0, 5), (3,)), ((0, 1), (2,))]:
        r.forms("select_scatter", a("f32", 2, 3), a("f32", *shape), *args)
    for args, shape in [((0, 0, 1), (1, 3)), ((0, 1, 9), (1, 3)), ((0, 0, 2, 2), (1, 3)), ((1, 1, 3), (2, 2)), ((0, 0, 2), (1, 3))]:
        r.forms("slice_scatter", a("f32", 2, 3), a("f32", *shape), *args)
    filling(r)


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
    for kwargs in ({}, {"wrap": True}):
        for shape in [(3, 3), (2, 4), (5, 2), (3,), (2, 2, 2), (2, 3, 2)]:
            r.case("fill_diagonal_", "Tensor.fill_diagonal_", a("f32", *shape), 9, compare="exact", **kwargs)


def record(r):
    for part in (shapes, order, joining, splitting, gathering, scattering):
        part(r)
