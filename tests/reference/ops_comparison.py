"""Comparison, extremes, kinds of numbers, sorting and searching."""
from sweeps import INF, NAN, SPECIAL, binary, every_dtype, more_binary, of_two_dtypes
from tagged import FLOATS, INTS, Source, V

TESTS = ["isnan", "isinf", "isfinite", "isposinf", "isneginf", "isreal"]
# name: the range of the second input
BINARY = {
    "maximum": (-4, 4), "minimum": (-4, 4), "fmax": (-4, 4), "fmin": (-4, 4), "eq": (-1, 1), "ne": (-1, 1), "lt": (-1, 1), "le": (-1, 1),
    "gt": (-1, 1), "ge": (-1, 1),
}
# Other names: the range of the second input.
BINARY_NAMES = {"greater": (-1, 1), "greater_equal": (-1, 1), "less": (-1, 1), "less_equal": (-1, 1), "not_equal": (-1, 1)}


def element_wise(r):
    for op, (lo, hi) in BINARY.items():
        binary(r, op, lo, hi)
    pairs = [("f32", "f32"), ("i64", "f32"), ("f16", "f64"), ("bool", "i64"), ("c64", "f32"), ("u8", "i8")]
    for op, (lo, hi) in BINARY_NAMES.items():
        more_binary(r, op, lo, hi, pairs, (2, 1.5, True), backward=False)
    every_dtype(r, "isnan", "isinf", "isposinf", "isneginf", "isfinite", "msort")
    of_two_dtypes(r, "equal", 512, 2)


def tests(r):
    for op in TESTS:
        a = Source(op)
        for dtype in FLOATS + INTS + ["bool", "c64"]:
            r.forms(op, a(dtype, 2, 2), function=dtype == "i64", compare="exact")
        r.forms(op, V(SPECIAL), compare="exact")
        r.forms(op, V(SPECIAL, "f64"), compare="exact")
        r.forms(op, V(SPECIAL, "bf16"), compare="exact")
        r.forms(op, V(SPECIAL[6:], "f16"), compare="exact")
        r.forms(op, V([complex(NAN, 1), complex(1, INF), 1 + 0j], "c64"), compare="exact")
        r.forms(op, V(NAN), compare="exact")
        r.forms(op, a("f32", 0), compare="exact")
        r.forms(op, V([[INF, 1.0], [NAN, -INF]]).t(), compare="exact")


def comparison(r):
    a = Source("comparison")
    x = a("f32", 2, 3)
    for y in (x, a("f32", 2, 3), a("f32", 3, 2), a("f64", 2, 3)):
        r.forms("equal", x, y)
        r.forms("allclose", x, y)
        r.forms("isclose", x, y)
    for op in ("equal", "allclose", "isclose"):
        r.forms(op, V([NAN, 1.0]), V([NAN, 1.0]))
        r.forms(op, V([1, 2], "i64"), V([1, 2], "i64"))
        r.forms(op, V([1, 2], "i64"), V([1.0, 2.0]))
        r.forms(op, V([True], "bool"), V([True], "bool"))
        r.forms(op, V([INF, -INF, 1]), V([INF, -INF, 1.0000001]))
        r.forms(op, V([]), V([]))
        r.forms(op, V(1 + 1j, "c64"), V(1 + 1j, "c64"))
        r.forms(op, V([1.0, 2.0]), V([1.0, 2.0, 3.0]))
    for op in ("allclose", "isclose"):
        for kwargs in ({"rtol": 0.1}, {"atol": 0.5}, {"equal_nan": True}, {"rtol": 0.0, "atol": 0.01, "equal_nan": True}):
            r.forms(op, V([1.0, 2.0, NAN, 100.0]), V([1.05, 2.3, NAN, 100.005]), **kwargs)
        r.forms(op, V([1.0]), V([1.0]), rtol=-1.0)
    for x, y in [("i64", "i64"), ("f32", "f32"), ("i32", "i64"), ("bool", "bool"), ("u8", "u8"), ("f32", "i64")]:
        r.forms("isin", a(x, 2, 4), a(y, 3), method=False, compare="exact")
        r.forms("isin", a(x, 5), a(y, 12), method=False, invert=True, compare="exact")
    r.forms("isin", a("i64", 5), 2, method=False)
    r.forms("isin", 2, a("i64", 5), method=False)
    r.forms("isin", a("i64", 0), a("i64", 3), method=False)
    r.forms("isin", a("i64", 3), a("i64", 3), assume_unique=True, method=False)


def ordering(r):
    for op in ("sort", "argsort"):
        a = Source(op)
        for dtype in FLOATS + ["i64", "i32", "u8", "bool"]:
            # Only a stable sort says which of two equal elements comes first.
            r.case(op, f"torch.{op}", a(dtype, 3, 4), stable=True, compare="exact")
            r.case(op, f"Tensor.{op}", a(dtype, 3, 4), stable=True, dim=0, descending=True, compare="exact")
        x = V([[3.0, 1.0, 2.0], [0.5, 2.5, 1.5]])
        r.forms(op, x, compare="exact")
        r.forms(op, x, 0, compare="exact")
        r.forms(op, x, -1, True, compare="exact")
        r.forms(op, x, descending=True, compare="exact")
        r.forms(op, x.t(), dim=0, compare="exact")
        r.forms(op, x.cut(1, 0, 3, 2), compare="exact")
        r.forms(op, V([2.0, NAN, -INF, INF, 1.0]), compare="exact")
        r.forms(op, V([2.0, NAN, -INF, INF, 1.0]), descending=True, compare="exact")
        r.forms(op, a("f32"), compare="exact")
        r.forms(op, a("f32", 0), compare="exact")
        r.forms(op, x, 2)
        r.forms(op, a("c64", 3))
    r.forms("sort", V([[3.0, 1.0, 2.0]]).grad(), backward=True)
    for x in (V([[3.0, 1.0], [2.0, 5.0]]), V([3, 1, 2], "i64"), V([[3, 1], [2, 5]], "i64").t(), V([]), V(2.0), V([True, False], "bool"),
              V([NAN, 1.0]), V([[1.5], [0.5]], "f16"), V([3, 1], "u8"), V([[2.0, 1.0]], "f64")):
        r.forms("msort", x, compare="exact")
    a = Source("topk")
    x = V([[3.0, 1.0, 2.0, 7.0], [0.5, 2.5, 1.5, -4.0]])
    for op in ("topk", "kthvalue"):
        for y in (x, x.t(), V([5, 2, 9, 4], "i64"), V([5, 2, 9, 4], "u8"), V([1.5, 0.5, 2.5], "f64"), V([1.5, 0.5, 2.5], "f16"),
                  x.cut(1, 0, 4, 2), V([1.0, NAN, 2.0])):
            r.forms(op, y, 2, compare="exact")
            r.forms(op, y, 1, 0, compare="exact")
        r.forms(op, x, 3, dim=-1, compare="exact")
        r.forms(op, x, 5)
        r.forms(op, x, -1)
        r.forms(op, x, 1, 2)
        r.forms(op, V(3.0), 1, compare="exact")
        r.forms(op, x.grad(), 2, backward=True)
    r.forms("topk", x, 0, compare="exact")
    r.forms("topk", x, 2, largest=False, compare="exact")
    r.forms("topk", x, 2, dim=0, largest=False, sorted=True, compare="exact")
    r.forms("kthvalue", x, 2, keepdim=True, compare="exact")
    r.forms("kthvalue", x, 2, dim=0, keepdim=True, compare="exact")
    r.forms("kthvalue", x, 0)


def searching(r):
    a = Source("search")
    s = V([-3, -1, 0, 0, 2, 3], "i64")
    for dtype in ["f32", "f64", "f16", "i64", "i32", "u8"]:
        line = V([0, 1, 1, 2, 3], dtype)
        for right in (False, True):
            r.case("searchsorted", "torch.searchsorted", line, a(dtype, 2, 3), right=right)
            r.case("searchsorted", "torch.searchsorted", line, a(dtype, 3), out_int32=True, right=right)
            r.case("bucketize", "torch.bucketize", a(dtype, 2, 3), line, right=right)
            r.case("bucketize", "torch.bucketize", a(dtype, 3, 2).t(), line, out_int32=True, right=right)
    for side in ("left", "right"):
        r.case("searchsorted", "torch.searchsorted", s, a("i64", 4), side=side)
        r.case("searchsorted", "torch.searchsorted", s, 2, side=side)
    r.case("searchsorted", "torch.searchsorted", s, 0, right=True)
    r.case("searchsorted", "torch.searchsorted", V([0.5, 1.5]), 1.0)
    r.case("searchsorted", "torch.searchsorted", V([[0, 2, 4], [1, 3, 5]], "i64"), V([[3], [3]], "i64"))
    r.case("searchsorted", "torch.searchsorted", V([4.0, 2.0, 9.0]), V([3.0, 5.0]), sorter=V([1, 0, 2], "i64"))
    r.case("searchsorted", "torch.searchsorted", V([0.0, NAN]), V([1.0, NAN]))
    r.case("searchsorted", "torch.searchsorted", s, a("i64", 0))
    r.case("searchsorted", "torch.searchsorted", s, a("f32", 2))
    r.case("searchsorted", "torch.searchsorted", s, a("i64", 2), right=True, side="left")
    r.case("searchsorted", "torch.searchsorted", V([[0, 2], [1, 3]], "i64"), V([3], "i64"))
    r.case("searchsorted", "torch.searchsorted", s, a("i64", 2), sorter=V([0], "i64"))
    r.case("searchsorted", "torch.searchsorted", V([[0, 2]], "i64"), 1)
    r.case("bucketize", "torch.bucketize", 2, s)
    r.case("bucketize", "torch.bucketize", 0.0, V([0.0, 1.0]), right=True)
    r.case("bucketize", "torch.bucketize", a("f32", 0), V([0.0, 1.0]))
    r.case("bucketize", "torch.bucketize", a("f32", 2), V([[0.0, 1.0]]))
    r.case("bucketize", "torch.bucketize", a("f32", 2), s)


def record(r):
    for part in (element_wise, tests, comparison, ordering, searching):
        part(r)
