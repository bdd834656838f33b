"""Indexing, read and write; selecting, gathering and scattering."""
from sweeps import every_dtype, sweep
from tagged import FLOATS, INTS, Source, V

INDEX = [
    (0,), (-1,), (1, 2), (1, -1), (slice(None),), (slice(1, None),), (slice(None, 1),), (slice(None, None, 2),), (slice(-1, None),),
    (slice(None, -1),), (slice(0, 10),), (slice(5, 7),), (slice(2, 1),), (slice(-10, 2),), (slice(None), 0), (slice(None), slice(1, 3)),
    (slice(None), slice(None, None, 2)), (slice(0, 2), slice(1, None, 2)), (None,), (None, 0), (slice(None), None), (0, None, 1),
    (None, slice(None), None), (Ellipsis,), (Ellipsis, 0), (0, Ellipsis), (Ellipsis, slice(1, 3)), (Ellipsis, None), (None, Ellipsis, 0),
    (0, Ellipsis, 1), (slice(None), Ellipsis, 1), (), (True,), (False,),
]
CUBE = [
    (0, 1, 2), (slice(None), 1), (slice(None), slice(None), 1), (Ellipsis, 1), (0, Ellipsis, 1), (slice(None), 0, slice(1, 3)),
    (1, slice(None), -1),
    (None, 0, None, slice(None), 1), (Ellipsis, slice(None, None, 3)), (slice(0, 1), 1, slice(None, None, 2)), (Ellipsis, 0, 0),
]
BAD = [(3,), (-4,), (0, 4), (0, 0, 0), (slice(None), 9), (slice(None), slice(None), slice(None)), (0, 0, None, 0), (Ellipsis, Ellipsis),
       (slice(None, None, -1),), (slice(None, None, 0),), (Ellipsis, 0, 0, 0), (slice(None), -5)]
ONE_EACH = ["f32", "f64", "f16", "bf16", "i64", "u8", "bool", "c64"]
SOME = ["f32", "i64", "bool", "c64", "f16", "u8"]


def I(values):
    return V(values, "i64")


def B(values):
    return V(values, "bool")


def advanced():
    mask = B([[True, False, True, False], [False] * 4, [True] * 4])
    rows = B([True, False, True])
    return [
        ([0, 2],), ([0, 2, 0],), ([-1],), ([],), ([True, False, True],), (I([0, 2]),), (I([[0, 1], [2, 0]]),), (I([-1, 0]),), (I(1),),
        (I([]),),
        (V([0, 1], "i32"),), (V([1, 0], "u8"),), ([0, 1], [1, 2]), (I([0, 1]), I([1, 3])), (I([[0], [2]]), I([1, 3])), (I([0, 1]), 2),
        (1, I([0, 3])),
        (slice(None), I([0, 3])), (slice(None), [3, 0]), (I([0, 2]), slice(None)), (I([0, 2]), slice(1, 3)), (slice(0, 2), I([1, 1])),
        (None, I([0, 1])), (I([0, 1]), None), (Ellipsis, I([1, 0])), (I([1, 0]), Ellipsis), (mask,), (rows,), (rows, 0),
        (rows, slice(1, 3)),
        (slice(None), B([True, False, False, True])), (rows, I([1, 2])), (B([False] * 3),), (0, B([True, False, False, True])),
        (None, mask), (B(True),), (B(False),), (I([0]), I([0, 1, 2])), ([[0, 1], [1, 2]],), (I(0), I([1, 2])),
    ]


def advanced_bad():
    return [(I([3]),), (I([-4]),), ([0, 5],), (I([0, 1]), I([0, 1, 2])), (V([0.5]),), (B([True, False]),), (B([[True, False]]),),
            (slice(None), B([True])), (I([0]), I([0]), I([0])), (slice(None), I([4])), (B([[True] * 4] * 3), 0), (V([1.0, 0.0], "f64"), 0)]


def one(index):
    """A tuple of one is written without the tuple, as people write it."""
    return index[0] if len(index) == 1 else index


def reading(r):
    a = Source("getitem")
    def get(x, index, **options):
        r.case("__getitem__", "Tensor.__getitem__", x, one(index), compare="exact", **options)
    for index in INDEX:
        get(a("f32", 3, 4), index)
        get(a("i64", 4, 3).t(), index)
    for index in CUBE:
        get(a("f32", 2, 3, 4), index)
        get(a("i64", 4, 3, 2).permute(2, 1, 0), index)
    for index in advanced():
        get(a("f32", 3, 4), index)
        get(a("i64", 4, 3).t(), index)
    for index in BAD + advanced_bad():
        get(a("f32", 3, 4), index)
    for index in [(I([0, 1]), slice(None), I([1, 2])), (slice(None), I([0, 1]), I([1, 2])), (I([0, 1]), I([1, 2]), slice(None)),
                  (0, slice(None), I([1, 2])), (I([0, 1]), slice(None), 0), (slice(None), I([[0, 1]]), slice(1, 3)),
                  (I([0, 1]), None, I([1, 2])),
                  (B([True, False]), slice(None), I([1])), (B([[True, False, True], [False, True, False]]),), (Ellipsis, [0, 3]),
                  (slice(None), B([[True, False, False, True]] * 3)), ([1, 0], Ellipsis, [0, 3])]:
        get(a("f32", 2, 3, 4), index)
    for index in [(), (Ellipsis,), (None,), (None, None), (0,), (slice(None),), (True,), (I([0]),), (B(True),), (B([True]),)]:
        get(a("f32"), index)
    for index in [(0,), (slice(None),), (slice(0, 0),), (I([]),), (I([0]),), (Ellipsis,), ([],), (slice(None), 0), (B([]),)]:
        get(a("f32", 0), index)
    for dtype in ("f16", "bf16", "f64", "u8", "bool", "c64"):
        for index in [(1,), (slice(None), 1), (I([1, 0]),), (B([True, False]),), (1, 1)]:
            get(a(dtype, 2, 3), index)
    for index in [(0,), (slice(None), 1), (slice(0, 2), slice(1, None)), (I([0, 0, 1]),),
                  (B([[True, False], [False, True], [True, True]]),), (None, 0),
                  (1, 1), (Ellipsis, 0), (I([0, 1]), I([1, 1]))]:
        get(a("f32", 3, 2).grad(), index, backward=True)
    get(a("f32", 1, 3).expand(2, 3), (slice(None), 1))
    get(a("f32", 2, 6).cut(1, 1, 6, 2), (1, slice(None, None, 2)))


def writing(r):
    a = Source("setitem")
    def put(x, index, value, **options):
        r.case("__setitem__", "Tensor.__setitem__", x, one(index), value, compare="exact", **options)
    for index in INDEX:
        put(a("f32", 3, 4), index, 9.5)
        put(a("i64", 4, 3).t(), index, 7)
    for index in CUBE:
        put(a("f32", 2, 3, 4), index, -1)
    for index in advanced():
        put(a("f32", 3, 4), index, 9.5)
        put(a("i64", 3, 4), index, 7)
    for index in BAD + advanced_bad():
        put(a("f32", 3, 4), index, 1.0)
    for index, shape in [((0,), (4,)), ((0,), (1,)), ((0,), ()), ((slice(None),), (4,)), ((slice(None),), (3, 1)), ((slice(None),), (3, 4)),
                         ((slice(None), 1), (3,)), ((slice(None), 1), (1,)), ((slice(0, 2), slice(1, 3)), (2, 2)),
                         ((slice(0, 2), slice(1, 3)), (2,)),
                         ((1, 2), ()), ((1, 2), (1,)), ((Ellipsis,), (1, 1, 4)), ((None,), (3, 4)),
                         ((slice(None), slice(None, None, 2)), (3, 2)),
                         ((I([0, 2]),), (2, 4)), ((I([0, 2]),), (4,)), ((I([0, 2]),), (2, 1)), ((I([0, 1]), I([1, 2])), (2,)),
                         (([0, 2],), (4,)),
                         ((slice(None), I([0, 3])), (3, 2)), ((B([True, False, True]),), (2, 4)), ((B([True, False, True]),), (4,)),
                         ((B([[True, False, False, True]] * 3),), (6,)), ((B([[True, False, False, True]] * 3),), (1,)),
                         ((slice(2, 2),), (4,)),
                         ((slice(2, 2),), (0, 4))]:
        put(a("f32", 3, 4), index, a("f32", *shape))
        put(a("f32", 3, 4), index, a("f64", *shape))
        put(a("i64", 3, 4), index, a("f32", *shape))
    for index, shape in [((0,), (3,)), ((0,), (2, 4)), ((slice(None),), (2, 4)), ((slice(None), 1), (4,)), ((1, 2), (2,)),
                         ((I([0, 2]),), (3, 4)),
                         ((I([0, 1]), I([1, 2])), (3,)), ((B([True, False, True]),), (3, 4)),
                         ((B([[True, False, False, True]] * 3),), (4,)),
                         ((slice(0, 2), slice(1, 3)), (3, 3)), ((I([0]),), (2, 2, 4))]:
        put(a("f32", 3, 4), index, a("f32", *shape))
    for dtype, value in [("bool", True), ("bool", 2), ("u8", 300), ("u8", -1), ("i64", 2.7), ("f16", 1e-9), ("c64", 1 + 2j),
                         ("f32", 1 + 2j), ("f64", float("nan")),
                         ("i32", True), ("bf16", 3.14159)]:
        put(a(dtype, 2, 3), (0,), value)
        put(a(dtype, 2, 3), (slice(None), I([0, 2])), value)
        put(a(dtype, 2, 3), (B([True, False]),), value)
    put(a("f32", 3, 4).grad(), (0,), 1.0)
    put(a("f32", 1, 3).expand(2, 3), (0,), 1.0)
    put(a("f32"), (), 2.0)
    put(a("f32"), (Ellipsis,), 2.0)
    put(a("f32"), (0,), 2.0)
    put(a("f32", 2, 6).cut(1, 1, 6, 2), (slice(None), 1), a("f32", 2))


def selecting(r):
    sweep(r, "narrow", [((4, 3), (0, 1, 2)), ((4, 3), (1, 0, 3)), ((4, 3), (-1, 1, 1)), ((4,), (0, -2, 2)), ((4,), (0, 4, 0)),
                        ((4, 3), (), {"dim": 0, "start": 1, "length": 1})],
          [((4, 3), (0, 3, 2)), ((4, 3), (2, 0, 1)), ((4,), (0, 5, 1)), ((4,), (0, 0, -1)), ((), (0, 0, 1))])
    sweep(r, "select", [((4, 3), (0, 1)), ((4, 3), (1, 2)), ((4, 3), (-1, -1)), ((4,), (0, 3)), ((2, 3, 4), (1, 0))],
          [((4, 3), (0, 4)), ((4, 3), (0, -5)), ((4, 3), (2, 0)), ((), (0, 0))])
    every_dtype(r, "argwhere")


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


def choosing(r):
    a = Source("ternary", past=554)
    for x, y in [("f32", "f32"), ("i64", "f32"), ("f16", "f64"), ("bool", "u8"), ("c64", "f32"), ("i64", "i64")]:
        r.forms("where", a("bool", 2, 3), a(x, 3), a(y, 2, 1), compare="exact")
    r.forms("where", a("bool", 3), a("f32", 3), 0.0, method=False, compare="exact")
    r.forms("where", a("bool", 3), 1, a("i64", 3), method=False, compare="exact")
    r.forms("where", a("bool", 3), 1.5, a("i64", 3), method=False, compare="exact")
    r.forms("where", a("bool", 3), 1, 0, method=False, compare="exact")
    r.forms("where", a("bool", 3), 1.0, 0.0, method=False, compare="exact")
    r.forms("where", a("bool", 2, 3), method=False)
    r.forms("where", a("bool", 2, 3), a("f32", 4), a("f32", 3), method=False)
    r.forms("where", a("i64", 3), a("f32", 3), a("f32", 3), method=False)
    r.forms("where", a("bool"), a("f32", 3), a("f64"), method=False, compare="exact")
    r.forms("where", a("bool", 2, 3), a("f32", 3).grad(), a("f32", 2, 1).grad(), method=False, backward=True)
    r.case("where", "Tensor.where", a("f32", 2, 3), a("bool", 2, 3), a("f32", 3), compare="exact")
    r.case("where", "Tensor.where", a("f32", 2, 3), a("bool", 2, 3), 7.0, compare="exact")


def scatter_reduce_in_place(r):
    a = Source("limits in place", past=1324)
    index = V([[0, 1, 1], [1, 0, 0]], "i64")
    for reduce in ("sum", "prod", "mean", "amax", "amin"):
        for x in (a("f32", 2, 3), a("i64", 2, 3), a("f32", 2, 3).grad(), a("f32", 1, 3), a("c64", 2, 3), a("bool", 2, 3)):
            r.case("scatter_reduce", "Tensor.scatter_reduce_", x, 0, index, a(x.dtype, 2, 3), reduce)
        r.case("scatter_reduce", "Tensor.scatter_reduce_", a("f64", 2, 3), 1, index, a("f64", 2, 3), reduce, include_self=False)


def scattered_views(r):
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


def positions(r):
    for dtype in INTS:
        r.case("unravel_index", "torch.unravel_index", V([[1, 5], [0, 3]], dtype), (2, 3), compare="exact")
    r.case("unravel_index", "torch.unravel_index", V(7, "i64"), (2, 2, 2), compare="exact")
    r.case("unravel_index", "torch.unravel_index", V([5, 100, -3], "i64"), (2, 3), compare="exact")
    r.case("unravel_index", "torch.unravel_index", V([5], "i64"), (), compare="exact")
    r.case("unravel_index", "torch.unravel_index", V([5.0]), (2, 3))
    r.case("unravel_index", "torch.unravel_index", V([True], "bool"), (2, 3))
    r.case("unravel_index", "torch.unravel_index", V([5], "i64"), (-2, 3))


def record(r):
    for part in (reading, writing, selecting, gathering, scattering, putting, choosing, scatter_reduce_in_place, scattered_views,
                 positions):
        part(r)
