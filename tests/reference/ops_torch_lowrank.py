"""torch.lu, and the decompositions of low rank, which draw random numbers."""
from tagged import Source, V

SEED = (None, "torch.manual_seed", [5])


def factors(r):
    a = Source("torch.lu")
    tall = a("f32", 4, 3)
    for x in (a("f32", 3, 3), a("f64", 3, 3), a("c64", 2, 2), a("f32", 2, 3, 3), a("f32", 2, 4), tall, a("f32", 0, 0), a("f32", 3), a("i64", 2, 2),
              V([[1.0, 2.0], [2.0, 4.0]]), V([[0.0, 0.0], [0.0, 0.0]])):
        r.case("lu", "torch.lu", x)
        r.case("lu", "torch.lu", x, get_infos=True)
    r.case("lu", "torch.lu", tall, pivot=False)
    r.case("lu", "torch.lu", a("f64", 3, 3).grad(), backward=True)


def low_rank(r):
    """Vectors may be turned, and LAPACK does: of what comes out, the corpus has the shapes."""
    a = Source("lowrank")
    for x in (a("f32", 5, 4), a("f64", 5, 4), a("f64", 4, 6), a("c128", 5, 3), a("f64", 2, 5, 3)):
        for options in ({"q": 2}, {"q": 3, "niter": 0}, {"q": 1, "niter": 4}):
            for op in ("svd_lowrank", "pca_lowrank"):
                r.case(op, f"torch.{op}", x, setup=[SEED], compare="meta", **options)
        r.case("pca_lowrank", "torch.pca_lowrank", x, 2, center=False, setup=[SEED], compare="meta")
    mean = a("f64", 1, 4)
    r.case("svd_lowrank", "torch.svd_lowrank", a("f64", 7, 4), 2, setup=[SEED], compare="meta", M=mean)
    r.case("svd_lowrank", "torch.svd_lowrank", a("f64", 4, 7), 2, M=a("f64", 7), setup=[SEED], compare="meta")
    r.case("svd_lowrank", "torch.svd_lowrank", a("f64", 7, 4), 2, M=a("f64", 3), setup=[SEED])
    r.case("svd_lowrank", "torch.svd_lowrank", a("f64", 7), setup=[SEED])
    r.case("svd_lowrank", "torch.svd_lowrank", a("i64", 4, 4), setup=[SEED])
    r.case("svd_lowrank", "torch.svd_lowrank", a("f64", 4, 4), -1, setup=[SEED])
    r.case("pca_lowrank", "torch.pca_lowrank", a("f64", 7, 4), 5)
    r.case("pca_lowrank", "torch.pca_lowrank", a("f64", 7, 4), -1)
    r.case("pca_lowrank", "torch.pca_lowrank", a("f64", 7, 4), niter=-1)
    r.case("pca_lowrank", "torch.pca_lowrank", a("i64", 4, 4))
    for op in ("svd_lowrank", "pca_lowrank"):
        r.case(op, f"torch.{op}", a("f64", 5, 4).grad(), 2, setup=[SEED], compare="meta", backward=True)


def record(r):
    factors(r)
    low_rank(r)
