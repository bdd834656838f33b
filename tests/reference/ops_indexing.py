"""Indexing, read and write."""
from tagged import Source, V

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


def record(r):
    reading(r)
    writing(r)
