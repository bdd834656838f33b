"""Reductions, cumulative operations, counting, statistics."""
import torch

from sweeps import INF, NAN
from tagged import DTYPES, FLOATS, INTS, Source, V

ALL_DTYPES = ["f32", "f64", "f16", "bf16", "i64", "i32", "u8", "bool", "c64"]
EXACT = {"max", "min", "amax", "amin", "argmax", "argmin", "all", "any", "median", "nanmedian", "mode", "count_nonzero", "aminmax",
         "cummax", "cummin"}
REAL = ["f32", "f64"]


def shapes(a, dtype="f32"):
    """Inputs whose layout differs: transposed, strided, expanded, three dimensions."""
    return [a(dtype, 4, 3).t(), a(dtype, 2, 6).cut(1, 1, 6, 2), a(dtype, 2, 3, 4), a(dtype, 3, 1).expand(3, 4)]


def reductions(r):
    # op: (takes several dims, result of the whole tensor exists, has an empty result)
    for op in ("sum", "mean", "nansum", "nanmean", "prod", "amax", "amin", "all", "any", "std", "var", "logsumexp", "max", "min",
               "argmax", "argmin", "median", "nanmedian", "mode", "count_nonzero", "aminmax", "std_mean", "var_mean", "norm"):
        a = Source(op)
        how = {"compare": "exact"} if op in EXACT else {}
        whole = op not in ("logsumexp", "mode")
        several = op in ("sum", "mean", "nansum", "nanmean", "amax", "amin", "all", "any", "std", "var", "logsumexp", "count_nonzero",
                         "std_mean", "var_mean")
        for dtype in ALL_DTYPES:
            if whole:
                r.forms(op, a(dtype, 2, 3), function=dtype in ("f32", "i64"), **how)
            if op != "norm":
                r.forms(op, a(dtype, 2, 3), dim=1, method=dtype != "f64", function=dtype in ("f64", "i64"), **how)
        # Which of equal elements is the median, or whether memory that nobody wrote is: PyTorch's own answers differ from run to run.
        for x in shapes(a)[:3 if op in ("median", "nanmedian", "mode") else 4]:
            if whole:
                r.forms(op, x, method=False, **how)
            if op == "norm":
                r.forms(op, x, dim=1, **how)
                continue
            for dim in (0, 1, -1):
                r.forms(op, x, dim=dim, function=dim == 0, **how)
            if op != "count_nonzero":
                r.forms(op, x, dim=0, keepdim=True, **how)
            if several:
                r.forms(op, x, dim=[0, 1], **how)
                if op != "count_nonzero":
                    r.forms(op, x, dim=(0, -1), keepdim=True, function=False, **how)
        if op == "norm":
            norms(r, a)
            continue
        for x in (a("f32"), a("i64"), a("f32", 0), a("f32", 0, 3), a("i64", 2, 0)):
            if whole:
                r.forms(op, x, function=False, **how)
            r.forms(op, x, dim=0, method=False, **how)
        r.forms(op, a("f32", 2, 3), dim=2)
        r.forms(op, a("f32", 2, 3), dim=-3)
        if several:
            r.forms(op, a("f32", 2, 3), dim=[0, 0])
        for x in (V([[NAN, 1.0, INF], [0.0, -INF, 2.0]]), V([[1.0, NAN], [-0.0, 0.0]], "f64")):
            if whole:
                r.forms(op, x, method=False, **how)
            r.forms(op, x, dim=1, **how)
        if op not in ("argmax", "argmin", "all", "any", "count_nonzero", "mode", "nanmean", "aminmax"):
            if whole:
                r.forms(op, a("f32", 2, 3).grad(), backward=True)
            r.forms(op, a("f32", 2, 3, 2).grad(), dim=1, backward=True)
    a = Source("reduce keywords")
    for op in ("sum", "mean", "prod", "nansum", "nanmean"):
        for x, dtype in [("i64", "f32"), ("f32", "f64"), ("i64", "f64"), ("bool", "i32"), ("f16", "f32"), ("f32", "i64")]:
            r.forms(op, a(x, 2, 3), dtype=DTYPES[dtype])
            r.forms(op, a(x, 2, 3), dim=0, keepdim=True, dtype=DTYPES[dtype])
    for op in ("std", "var", "std_mean", "var_mean"):
        for correction in (0, 1, 2):
            r.forms(op, a("f32", 3, 4), correction=correction)
            r.forms(op, a("f32", 3, 4), dim=1, correction=correction, keepdim=True)
        for unbiased in (True, False):
            r.forms(op, a("f32", 3, 4), unbiased=unbiased)
            r.forms(op, a("f32", 3, 4), dim=0, unbiased=unbiased)
        r.forms(op, V([3.0]))
        r.forms(op, a("f32", 2, 3).grad(), correction=0, backward=True)
    for op in ("argmax", "argmin"):
        r.forms(op, a("f32", 2, 3), keepdim=True, compare="exact")
        r.forms(op, V([1.0, 3.0, 3.0, 1.0]), compare="exact")
        r.forms(op, V([[1, 1], [1, 1]], "i64"), dim=0, compare="exact")
    for op in ("max", "min"):
        for x, y in [("f32", "f32"), ("i64", "f32"), ("f64", "f32"), ("bool", "bool"), ("u8", "i32")]:
            r.forms(op, a(x, 2, 3), a(y, 3), compare="exact")
        r.forms(op, a("f32", 2, 3), a("f32", 4))
        r.forms(op, a("f32", 2, 3), 1, compare="exact")
        r.forms(op, a("f32", 2, 3), 1, True, compare="exact")
    for op in ("sum", "mean", "amax", "logsumexp", "std", "var", "all", "any"):
        r.forms(op, a("f32", 2, 3, 2), [], function=False)
        r.forms(op, a("f32", 2, 3, 2), [0, 2], function=False)
        r.forms(op, a("f32", 2, 3, 2), -1, True, function=False)


def norms(r, a):
    for p in (1, 2, 2.0, 0, 3, INF, -INF, "fro", "nuc"):
        r.forms("norm", a("f32", 2, 3), p)
        if p != "nuc":
            r.forms("norm", a("f64", 2, 3), p, dim=1)
            r.forms("norm", a("f32", 2, 3), p, 0, True)
    r.forms("norm", a("f32", 2, 3, 2), dim=[0, 2])
    r.forms("norm", a("f32", 2, 3), p=1, dim=0, keepdim=True)
    r.forms("norm", a("i64", 2, 3))
    r.forms("norm", a("c64", 3))
    r.forms("norm", a("f32"))
    r.forms("norm", a("f32", 0))
    r.forms("norm", a("f32", 2, 3), dim=5)
    r.forms("norm", a("f32", 2, 3).grad(), backward=True)
    r.forms("norm", a("f32", 2, 3), dtype=torch.float64)


def cumulative(r):
    for op in ("cumsum", "cumprod", "cummax", "cummin", "logcumsumexp"):
        a = Source(op)
        how = {"compare": "exact"} if op in EXACT else {}
        for dtype in ALL_DTYPES:
            r.forms(op, a(dtype, 2, 3), 1, function=dtype == "f32", in_place=dtype == "f32", **how)
        for x in shapes(a):
            r.forms(op, x, dim=0, **how)
            r.forms(op, x, dim=-1, function=False, **how)
        for x in (a("f32"), a("f32", 0), a("f32", 0, 3)):
            r.forms(op, x, 0, method=False, **how)
        r.forms(op, V([1.0, NAN, 3.0, -INF, 2.0]), 0, **how)
        r.forms(op, a("f32", 2, 3), 2)
        r.forms(op, a("f32", 2, 3), -3)
        r.forms(op, a("f32", 2, 3, lo=1).grad(), 1, backward=True)
    a = Source("cumulative dtype")
    for op in ("cumsum", "cumprod"):
        for x, dtype in [("i64", "f32"), ("f32", "f64"), ("bool", "i64"), ("u8", "u8"), ("f32", "i64")]:
            r.forms(op, a(x, 2, 3), 0, dtype=DTYPES[dtype])
    for x in (a("f32", 5), a("i64", 2, 5), a("bool", 4), a("f32", 5, 2).t()):
        r.forms("diff", x)
        r.forms("diff", x, n=2)
        r.forms("diff", x, dim=0)
    r.forms("diff", a("f32", 2, 3), n=0)
    r.forms("diff", a("f32", 2, 3), n=5)
    r.forms("diff", a("f32", 3), prepend=a("f32", 2), append=a("f32", 1))
    r.forms("diff", a("f32"))
    r.forms("diff", a("f32", 2, 3), dim=2)
    r.forms("diff", a("f32", 4).grad(), backward=True)


def counting(r):
    a = Source("unique")
    inputs = [a("i64", 3, 3, lo=0, hi=3), a("f32", 6, lo=0, hi=2), a("bool", 4), a("u8", 5, lo=0, hi=2), V([]), V(3.0), V([2.0, 1.0, 2.0]),
              a("i64", 3, 3, lo=0, hi=2).t(), V([[1, 2], [1, 2], [0, 1]], "i64"), V([1, 1, 2, 2, 1], "i64")]
    for op in ("unique", "unique_consecutive"):
        for x in inputs:
            r.forms(op, x, compare="exact")
            r.forms(op, x, return_inverse=True, compare="exact")
            r.forms(op, x, return_counts=True, method=False, compare="exact")
            r.forms(op, x, return_inverse=True, return_counts=True, method=False, compare="exact")
        r.forms(op, inputs[-2], dim=0, compare="exact")
        r.forms(op, inputs[-2], dim=1, return_counts=True, compare="exact")
        r.forms(op, inputs[0], dim=2)
    r.forms("unique", inputs[-1], sorted=True, compare="exact")
    for x in (a("i64", 6, lo=0, hi=4), V([], "i64"), a("u8", 5, lo=0, hi=3), V([0, 5], "i32"), V([3], "i16")):
        r.forms("bincount", x, compare="exact")
        r.forms("bincount", x, minlength=8, compare="exact")
    r.forms("bincount", V([0, 1, 1], "i64"), V([0.5, 1.5, 2.0]), compare="exact")
    r.forms("bincount", V([0, 1, 1], "i64"), weights=V([1, 2, 3], "i64"), minlength=4, compare="exact")
    r.forms("bincount", V([-1], "i64"))
    r.forms("bincount", V([1.5]))
    r.forms("bincount", V([[1]], "i64"))
    r.forms("bincount", V([1, 2], "i64"), V([1.0]))
    r.forms("bincount", V([1, 2], "i64"), minlength=-1)
    for x in (a("f32", 10), a("f64", 2, 5), V([]), V([1.0, 2.0, 1.0])):
        r.forms("histc", x, bins=4)
        r.forms("histc", x, 5, -3, 3)
    r.forms("histc", a("f32", 10), bins=0)


def cumulative_in_place(r):
    a = Source("limits in place", past=1122)
    for op in ("cumsum_", "cumprod_"):
        for x in (a("f32", 2, 3), a("i64", 2, 3), a("c64", 3), a("bool", 3), a("f32"), a("f32", 3).grad(), a("f32", 3, 2).t(), a("u8", 4)):
            for dim in (0, -1, 1):
                r.case(op[:-1], f"Tensor.{op}", x, dim)
        r.case(op[:-1], f"Tensor.{op}", a("f32", 3), 0, dtype=torch.float64)
        r.case(op[:-1], f"Tensor.{op}", a("f32", 3), 0, dtype=torch.float32)


def renormed(r):
    a = Source("renorm")
    for dtype in ("f32", "f64", "c64", "f16"):
        for p, dim, maxnorm in ((2, 0, 1.5), (1, 1, 3), (0.5, -1, 2.0), (INF, 0, 2)):
            r.forms("renorm", a(dtype, 3, 4), p, dim, maxnorm, in_place=True)
    r.forms("renorm", a("f32", 2, 3, 4).permute(2, 0, 1), 2, 1, 1, in_place=True)
    r.forms("renorm", a("f32", 0, 3), 2, 0, 1)
    r.forms("renorm", a("f32", 2, 3), p=2, dim=0, maxnorm=1)
    r.case("renorm", "torch.renorm", a("f64", 2, 3).grad(), 2, 0, 1, backward=True)
    r.forms("renorm", a("f32", 3), 2, 0, 1, in_place=True)
    r.forms("renorm", a("f32", 2, 3), 2, 5, 1, in_place=True)
    r.forms("renorm", a("f32", 2, 3), -2, 0, 1)
    r.forms("renorm", a("f32", 2, 3), 2, 0, -1)
    r.forms("renorm", a("i64", 2, 3), 2, 0, 1)
    r.case("renorm", "Tensor.renorm_", a("f32", 2, 3).grad(), 2, 0, 1)
    for dtype in ("f32", "f64", "f16", "c64", "i64"):
        r.forms("dist", a(dtype, 2, 3), a(dtype, 2, 3))
        for p in (0, 1, 3, 0.5, INF, -INF):
            r.forms("dist", a(dtype, 2, 3), a(dtype, 3), p)
    r.forms("dist", a("f32", 2, 3), a("f64", 3), p=1.5)
    r.forms("dist", a("f32", 0), a("f32", 0))
    r.forms("dist", a("f32"), a("f32", 3, 2).t())
    r.forms("dist", a("f32", 2), a("f32", 3))
    r.case("dist", "torch.dist", a("f64", 3).grad(), a("f64", 2, 3).grad(), backward=True)
    r.case("dist", "torch.dist", a("f64", 3).grad(), a("f64", 2, 3), 1, backward=True)


def integrals(r):
    a = Source("distances", past=1796)
    for op in ("trapezoid", "trapz", "cumulative_trapezoid"):
        for dtype in ("f32", "f64", "i64", "c64", "f16"):
            r.case(op, f"torch.{op}", a(dtype, 3, 4))
            r.case(op, f"torch.{op}", a(dtype, 3, 4), a(dtype, 4))
        r.case(op, f"torch.{op}", a("f32", 3, 4), dx=0.5, dim=0)
        r.case(op, f"torch.{op}", a("f32", 3, 4), a("f32", 3, 4), dim=0)
        r.case(op, f"torch.{op}", a("f32", 3, 4).t(), a("f64", 3), dim=1)
        r.case(op, f"torch.{op}", a("f32", 3, 1))
        r.case(op, f"torch.{op}", a("f32", 0))
        r.case(op, f"torch.{op}", a("f64", 3).grad(), a("f64", 3).grad(), backward=True)
        r.case(op, f"torch.{op}", a("f32", 3, 4), dim=2)
        r.case(op, f"torch.{op}", a("f32", 3, 4), a("f32", 3))
        r.case(op, f"torch.{op}", a("f32"))
    for dtype in ("f32", "f64", "i64", "c64", "f16"):
        r.case("gradient", "torch.gradient", a(dtype, 5))
        r.case("gradient", "torch.gradient", a(dtype, 3, 4), spacing=2.0)
        r.case("gradient", "torch.gradient", a(dtype, 3, 4), spacing=0.5, dim=1, edge_order=2)
    r.case("gradient", "torch.gradient", a("f32", 3, 4), dim=[0, 1])
    r.case("gradient", "torch.gradient", a("f32", 3, 4).t(), dim=[1, -2], spacing=[2.0, 0.5])
    r.case("gradient", "torch.gradient", a("f32", 3, 4), spacing=[2.0, 0.5])
    r.case("gradient", "torch.gradient", a("f32", 3), spacing=[V([0.0, 1.0, 3.0])])
    r.case("gradient", "torch.gradient", a("f32", 3, 4), spacing=[V([0.0, 1.0, 3.0, 4.0]), V([1.0, 2.0, 4.0])], dim=[1, 0])
    r.case("gradient", "torch.gradient", a("f64", 4).grad(), spacing=[2.0], backward=True)
    r.case("gradient", "torch.gradient", a("f64", 4).grad(), spacing=[V([0.0, 1.0, 3.0, 4.0], "f64")], backward=True)
    r.case("gradient", "torch.gradient", a("f32", 3, 4), spacing=[1.0, 2.0, 3.0])
    r.case("gradient", "torch.gradient", a("f32", 3, 4), spacing=[1.0], dim=[0, 1])
    r.case("gradient", "torch.gradient", a("f32", 3, 4), spacing=[1.0, 2.0], dim=[0, 0])
    r.case("gradient", "torch.gradient", a("f32", 3, 4), spacing=[1.0, 2.0], dim=[0, 5])
    r.case("gradient", "torch.gradient", a("f32", 3, 4), edge_order=3)
    r.case("gradient", "torch.gradient", a("f32", 1))
    r.case("gradient", "torch.gradient", a("f32", 3), spacing=[V([0.0, 1.0])])
    r.case("gradient", "torch.gradient", a("u8", 3))


def quantiles(r):
    for op in ("quantile", "nanquantile"):
        a = Source(op)
        for dtype in REAL:
            for how in ("linear", "lower", "higher", "midpoint", "nearest"):
                r.forms(op, a(dtype, 3, 4), 0.3, interpolation=how)
                r.forms(op, a(dtype, 3, 4), V([0.0, 0.25, 1.0], dtype), 1, True, interpolation=how)
            r.forms(op, V([1.0, NAN, 3.0, 2.0, INF], dtype), 0.5)
        r.forms(op, a("f32", 3, 4).t(), 0.75, dim=0)
        r.forms(op, a("f32", 2, 3, 4), V(0.5), -2, keepdim=True)
        r.forms(op, a("f32"), 0.5)
        r.forms(op, a("f32", 2, 3), V([[0.5]]))
        r.forms(op, a("f32", 0), 0.5)
        r.forms(op, a("f32", 3), 1.5)
        r.forms(op, a("f32", 3), V([0.5, -0.1]))
        r.forms(op, a("f32", 3), V([0.5], "f64"))
        r.forms(op, a("i64", 3), 0.5)
        r.forms(op, a("f32", 3), 0.5, 1)
        r.case(op, f"torch.{op}", a("f64", 3, 4).grad(), V([0.2, 0.9], "f64"), 1, backward=True)


def histograms(r):
    a = Source("histogram")
    for dtype in REAL:
        for bins in (1, 4, 10):
            r.forms("histogram", a(dtype, 20), bins)
            r.forms("histogram", a(dtype, 3, 4), bins, range=(-2.0, 3.0))
            r.forms("histogram", a(dtype, 12), bins, weight=a(dtype, 12, lo=0), density=True)
        r.forms("histogram", a(dtype, 12), V([-4.0, -1.0, 0.0, 3.0], dtype))
        r.forms("histogram", a(dtype, 12), V([-4.0, -1.0, 0.0, 3.0], dtype), weight=a(dtype, 12), density=True)
        for bins in (2, [2, 3]):
            r.case("histogramdd", "torch.histogramdd", a(dtype, 8, 2), bins)
            r.case("histogramdd", "torch.histogramdd", a(dtype, 8, 2), bins, range=[-2.0, 2.0, -1.0, 3.0])
            r.case("histogramdd", "torch.histogramdd", a(dtype, 8, 2), bins, weight=a(dtype, 8, lo=0), density=True)
        r.case("histogramdd", "torch.histogramdd", a(dtype, 8, 2), [V([-4.0, 0.0, 4.0], dtype), V([-1.0, 1.0], dtype)])
    r.forms("histogram", a("f32", 3, 2).t())
    r.forms("histogram", a("f32", 0), 3)
    r.forms("histogram", V([1.0, 1.0]), 2)
    r.forms("histogram", a("f32", 4), 0)
    r.forms("histogram", a("f32", 4), 2, range=(3.0, 1.0))
    r.forms("histogram", a("f32", 4), 2, weight=a("f32", 3))
    r.forms("histogram", V([1.0, NAN]), 2)
    r.forms("histogram", a("i64", 4), 2)
    r.forms("histogram", a("f32", 4), V([0.0, 1.0], "f64"))
    r.forms("histogram", a("f32", 4), V([[0.0, 1.0]]))
    r.case("histogramdd", "torch.histogramdd", a("f32", 2, 3, 2), 2)
    r.case("histogramdd", "torch.histogramdd", a("f32", 8, 2), [2, 3, 4])
    r.case("histogramdd", "torch.histogramdd", a("f32", 8, 2), 2, range=[0.0, 1.0])
    r.case("histogramdd", "torch.histogramdd", a("f32"), 2)
    r.case("histogramdd", "torch.histogramdd", a("i64", 3, 2), 2)
    r.case("histogramdd", "torch.histogramdd", a("f32", 3, 2), 2, weight=a("f32", 2))


def covariances(r):
    a = Source("cov")
    for dtype in FLOATS + INTS + ["c64", "bool"]:
        r.forms("cov", a(dtype, 3, 5))
        r.forms("corrcoef", a(dtype, 3, 5))
    for correction in (0, 1, 2, 9):
        r.forms("cov", a("f32", 2, 4), correction=correction)
    r.forms("cov", a("f32", 5))
    r.forms("cov", a("f32"))
    r.forms("cov", a("f32", 4, 2).t(), fweights=V([1, 2, 1, 3], "i64"))
    r.forms("cov", a("f32", 2, 4), aweights=V([0.5, 1.0, 2.0, 0.1]))
    r.forms("cov", a("f64", 2, 4), correction=0, fweights=V([1, 2, 1, 3], "i64"), aweights=V([0.5, 1.0, 2.0, 0.1], "f64"))
    r.case("cov", "torch.cov", a("f64", 2, 4).grad(), backward=True)
    r.forms("cov", a("f32", 2, 2, 2))
    r.forms("cov", a("f32", 2, 4), fweights=V([1.0, 2.0, 1.0, 3.0]))
    r.forms("cov", a("f32", 2, 4), fweights=V([1, 2], "i64"))
    r.forms("cov", a("f32", 2, 4), aweights=V([-1.0, 1.0, 1.0, 1.0]))
    r.forms("corrcoef", a("f32", 5))
    r.forms("corrcoef", a("f64", 4, 3).t())
    r.forms("corrcoef", a("f32", 2, 2, 2))
    r.case("corrcoef", "torch.corrcoef", a("f64", 2, 4).grad(), backward=True)


def record(r):
    for part in (reductions, cumulative, counting, cumulative_in_place, renormed, integrals, quantiles, histograms, covariances):
        part(r)
