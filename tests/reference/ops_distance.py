"""Distances."""
from sweeps import INF
from tagged import FLOATS, Source, V

REAL = ["f32", "f64"]


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


def record(r):
    distances(r)
