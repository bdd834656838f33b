"""Quantiles, histograms, covariance, searching, distances, integrals and differences."""
from tagged import FLOATS, INTS, Source, V
from ops_pointwise import INF, NAN

import torch

REAL = ["f32", "f64"]


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
    for dtype in INTS:
        r.case("unravel_index", "torch.unravel_index", V([[1, 5], [0, 3]], dtype), (2, 3), compare="exact")
    r.case("unravel_index", "torch.unravel_index", V(7, "i64"), (2, 2, 2), compare="exact")
    r.case("unravel_index", "torch.unravel_index", V([5, 100, -3], "i64"), (2, 3), compare="exact")
    r.case("unravel_index", "torch.unravel_index", V([5], "i64"), (), compare="exact")
    r.case("unravel_index", "torch.unravel_index", V([5.0]), (2, 3))
    r.case("unravel_index", "torch.unravel_index", V([True], "bool"), (2, 3))
    r.case("unravel_index", "torch.unravel_index", V([5], "i64"), (-2, 3))
    for shapes in (((2, 1), (3,)), ((2,), (3, 1), (1, 1, 1)), ((), (2,)), ((0,), (1,)), ((5, 1, 4), (3, 1)), ((1,), (1,)),
                   ((2, 3), (2, 3)), ((2, 3), (1, 3)), ((2, 3), (4,)), ((0,), (1,), (2,)), ((2, -3), (4,)), ((3,), (2,))):
        r.case("broadcast_shapes", "torch.broadcast_shapes", *shapes)
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


def distances(r):
    a = Source("distances")
    for p in (2.0, 0.0, 1.0, 0.5, 3.0, INF):
        for dtype in REAL:
            r.case("cdist", "torch.cdist", a(dtype, 3, 4), a(dtype, 2, 4), p)
            r.case("pdist", "torch.pdist", a(dtype, 4, 3), p)
        r.case("cdist", "torch.cdist", a("f64", 3, 4).grad(), a("f64", 2, 4).grad(), p, backward=True)
        r.case("pdist", "torch.pdist", a("f64", 4, 3).grad(), p, backward=True)
        for keepdim in (False, True):
            r.case("pairwise_distance", "torch.pairwise_distance", a("f32", 3, 4), a("f32", 3, 4), p, 1e-6, keepdim)
    for mode in ("use_mm_for_euclid_dist_if_necessary", "use_mm_for_euclid_dist", "donot_use_mm_for_euclid_dist"):
        r.case("cdist", "torch.cdist", a("f64", 3, 4), a("f64", 30, 4), compute_mode=mode)
    r.case("cdist", "torch.cdist", a("f32", 2, 1, 3, 4), a("f32", 5, 2, 4))
    r.case("cdist", "torch.cdist", a("f32", 4, 3).t(), a("f32", 0, 4))
    r.case("cdist", "torch.cdist", a("f32", 3, 4), a("f32", 2, 3))
    r.case("cdist", "torch.cdist", a("f32", 3), a("f32", 2, 3))
    r.case("cdist", "torch.cdist", a("f32", 3, 4), a("f32", 2, 4), -1.0)
    r.case("cdist", "torch.cdist", a("i64", 3, 4), a("i64", 2, 4))
    r.case("pdist", "torch.pdist", a("f32", 3, 4).t())
    r.case("pdist", "torch.pdist", a("f32", 1, 4))
    r.case("pdist", "torch.pdist", a("f32", 3))
    r.case("pdist", "torch.pdist", a("f32", 3, 4), -1.0)
    r.case("pdist", "torch.pdist", a("i64", 3, 4))
    for dtype in FLOATS:
        r.case("cosine_similarity", "torch.cosine_similarity", a(dtype, 3, 4), a(dtype, 3, 4))
        r.case("pairwise_distance", "torch.pairwise_distance", a(dtype, 3, 4), a(dtype, 4))
    r.case("cosine_similarity", "torch.cosine_similarity", a("f32", 3, 4), a("f32", 4), dim=-1)
    r.case("cosine_similarity", "torch.cosine_similarity", a("f32", 4, 3).t(), a("f32", 3, 4), 0, 1e-3)
    r.case("cosine_similarity", "torch.cosine_similarity", V([[0.0, 0.0]]), V([[1.0, 0.0]]))
    r.case("cosine_similarity", "torch.cosine_similarity", a("f64", 3, 4).grad(), a("f64", 3, 4).grad(), backward=True)
    r.case("cosine_similarity", "torch.cosine_similarity", a("f32", 3, 4), a("f32", 3, 4), dim=2)
    r.case("cosine_similarity", "torch.cosine_similarity", a("f32", 3, 4), a("f32", 3, 5))
    r.case("cosine_similarity", "torch.cosine_similarity", a("i64", 3, 4), a("i64", 3, 4))
    r.case("pairwise_distance", "torch.pairwise_distance", a("f64", 3, 4).grad(), a("f64", 3, 4).grad(), backward=True)
    r.case("pairwise_distance", "torch.pairwise_distance", a("f32", 3, 4), a("f32", 3, 5))
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


def record(r):
    quantiles(r)
    histograms(r)
    covariances(r)
    searching(r)
    distances(r)
