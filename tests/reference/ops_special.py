"""Special functions, of torch and of torch.special."""
import torch

from sweeps import INF, NAN, every_dtype, in_place, more_binary, more_unary, unary
from tagged import DTYPES, Source, V

INFINITY = float("inf")
OF_ONE = ["airy_ai", "bessel_j0", "bessel_j1", "bessel_y0", "bessel_y1", "modified_bessel_i0", "modified_bessel_i1", "modified_bessel_k0",
          "modified_bessel_k1", "scaled_modified_bessel_k0", "scaled_modified_bessel_k1", "spherical_bessel_j0", "i0", "i0e", "i1", "i1e",
          "digamma", "psi", "gammaln", "entr", "erf", "erfc", "erfcx", "erfinv", "exp2", "expit", "expm1", "log1p", "ndtr", "ndtri",
          "log_ndtr", "sinc", "logit"]
WITH_GRADIENT = ["i0", "i0e", "i1", "i1e", "digamma", "gammaln", "entr", "erf", "erfc", "erfcx", "erfinv", "exp2", "expit", "expm1", "log1p",
                 "ndtr", "ndtri", "log_ndtr", "sinc", "logit"]
POLYNOMIALS = [prefix + f"chebyshev_polynomial_{kind}" for prefix in ("", "shifted_") for kind in "tuvw"] + [
    "hermite_polynomial_h", "hermite_polynomial_he", "laguerre_polynomial_l", "legendre_polynomial_p"]
# name: the range of its inputs
UNARY = {"sigmoid": (-4, 4), "erf": (-2, 2), "erfc": (-2, 2)}
GAMMA = {
    "lgamma": (0.1, 6), "digamma": (0.1, 6), "erfinv": (-0.95, 0.95), "i0": (-4, 4), "sinc": (-3, 3), "logit": (0.05, 0.95),
}
# Written in place: the range of the inputs.
IN_PLACE = {
    "digamma": (1, 4), "erf": (-2, 2), "erfc": (-2, 2), "erfinv": (-0.9, 0.9), "i0": (-4, 4), "lgamma": (1, 4), "sigmoid": (-4, 4),
    "sinc": (-4, 4),
}


def element_wise(r):
    for op, (lo, hi) in UNARY.items():
        unary(r, op, lo, hi)
    for op, (lo, hi) in IN_PLACE.items():
        in_place(r, op, lo, hi)
    every_dtype(r, "erf")
    a = Source("special every dtype")
    for op in ("exp2", "expit", "expm1", "log1p", "sinc"):
        for dtype in DTYPES:
            r.case(f"special.{op}", f"torch.special.{op}", a(dtype, 2, 2, lo=0, hi=1))


def gamma(r):
    for op, (lo, hi) in GAMMA.items():
        more_unary(r, op, lo, hi)
    a = Source("gamma")
    for eps in (None, 0.1, 1e-6, 0.0, 0.6):
        r.forms("logit", a("f32", 2, 3, lo=-1, hi=2), eps, in_place=True)
        r.case("logit", "torch.logit", a("f64", 3, lo=0, hi=1).grad(), eps=eps, backward=True)
    for n in (0, 1, 2, 5):
        for dtype in ("f32", "f64", "i64", "f16", "bool"):
            r.case("polygamma", "torch.polygamma", n, a(dtype, 2, 3, lo=0.5, hi=6))
            r.case("polygamma", "Tensor.polygamma", a(dtype, 2, 3, lo=0.5, hi=6), n)
        r.case("polygamma", "Tensor.polygamma_", a("f32", 3, 2, lo=0.5, hi=6).t(), n)
        r.case("polygamma", "torch.polygamma", n, a("f64", 3, lo=0.5, hi=6).grad(), backward=True)
    r.case("polygamma", "torch.polygamma", -1, a("f32", 2))
    r.case("polygamma", "Tensor.polygamma_", a("i64", 2, lo=1), 1)
    r.case("polygamma", "torch.polygamma", 2, a("c64", 2))
    for p in (1, 2, 4):
        for dtype in ("f32", "f64", "i64", "bf16"):
            r.forms("mvlgamma", a(dtype, 2, 3, lo=3, hi=8), p, in_place=dtype != "i64")
        r.case("mvlgamma", "torch.mvlgamma", a("f64", 3, lo=3, hi=8).grad(), p, backward=True)
        r.forms("mvlgamma", a("f32", lo=3, hi=8), p=p)
    r.forms("mvlgamma", a("f32", 2, lo=3), 0, in_place=True)
    r.forms("mvlgamma", a("c64", 2, lo=3), 2)
    for op in ("igamma", "igammac"):
        more_binary(r, op, 0.5, 6, [("f32", "f32"), ("f64", "f32"), ("f64", "f64"), ("bf16", "bf16"), ("i64", "f32"), ("i64", "i64")],
                    backward=False)
        r.forms(op, V([0.0, 1.0, INF, 2.0, -1.0, NAN, 0.0]), V([1.0, 0.0, 2.0, INF, 1.0, 1.0, 0.0]))
        r.case(op, f"torch.{op}", a("f64", 2, lo=0.5), a("f64", 2, lo=0.5).grad(), backward=True)


def of_one(r):
    for op in OF_ONE:
        a = Source(f"special.{op}")
        call = f"torch.special.{op}"
        name = f"special.{op}"
        for x in (V([0.1, 0.25, 0.5, 0.75, 0.99]), V([0.3, 0.6], "f64"), a("f32", 2, 3, lo=0.1, hi=0.9).t(), V([-3.5, -1.25, 2.5, 7.0]), V([0.0, 1.0, -1.0]),
                  V([INFINITY, -INFINITY, NAN]), V(0.5), a("f32", 0), V([0.5], "f32").expand(3), V([1, 2, 0], "i64"), V([True, False], "bool"),
                  V([0.5, 0.25], "f16"), V([0.5, 0.25], "bf16"), V([0.5 + 1j], "c64")):
            r.case(name, call, x)
        if op in WITH_GRADIENT:
            r.case(name, call, V([0.25, 0.5, 0.75]).grad(), backward=True)
    for x in (V([0.0, 0.5, 1.0]), V([0.2, 0.8], "f64"), V([2.0, -1.0])):
        for eps in (None, 0.1, 0.0, 0.5):
            r.case("special.logit", "torch.special.logit", x, eps)
            r.case("special.logit", "torch.special.logit", x, eps=eps)


def orders(r):
    a = Source("special.orders")
    inputs = (V([0.5, 1.0, 2.5]), V([3.5], "f64"), V([2, 3], "i64"), a("f32", 2, 3, lo=1, hi=5).t(), V(2.0), a("f32", 0))
    for x in inputs:
        for n in (0, 1, 3, -1):
            r.case("special.polygamma", "torch.special.polygamma", n, x)
        for p in (1, 2, 0):
            r.case("special.multigammaln", "torch.special.multigammaln", x, p)
        for decimals in (0, 1, -1):
            r.case("special.round", "torch.special.round", x, decimals=decimals)
    for n in (0, 2):
        r.case("special.polygamma", "torch.special.polygamma", n, V([0.5, 2.0]).grad(), backward=True)
    r.case("special.multigammaln", "torch.special.multigammaln", V([3.5, 2.0]).grad(), 2, backward=True)
    r.case("special.round", "torch.special.round", V([1j], "c64"))
    for x in (a("f32", 4), a("f64", 2, 3), a("f32", 2, 3).t(), a("f16", 3), a("i64", 3), a("f32", 0), V(1.0), V([INFINITY, 1.0])):
        for dim in (0, -1, 1):
            r.case("special.softmax", "torch.special.softmax", x, dim)
            r.case("special.log_softmax", "torch.special.log_softmax", x, dim)
            r.case("special.logsumexp", "torch.special.logsumexp", x, dim)
        for op in ("softmax", "log_softmax"):
            r.case(f"special.{op}", f"torch.special.{op}", x, 0, dtype=torch.float64)
        r.case("special.logsumexp", "torch.special.logsumexp", x, 0, keepdim=True)
    r.case("special.logsumexp", "torch.special.logsumexp", a("f32", 2, 3, 4), (0, 2))
    for op in ("softmax", "log_softmax", "logsumexp"):
        r.case(f"special.{op}", f"torch.special.{op}", a("f32", 2, 3).grad(), 1, backward=True)


def of_two(r):
    a = Source("special.binary")
    for op in ("xlogy", "xlog1py", "zeta", "gammainc", "gammaincc"):
        call, name = f"torch.special.{op}", f"special.{op}"
        for x, y in ((V([0.5, 1.5, 3.0]), V([1.0, 2.0, 0.5])), (V([2.5], "f64"), V([1.0, 2.0, 0.5], "f64")), (V([[1.0], [2.0]]), V([1.0, 3.0])), (V([2.0]), V([3.0], "f64")),
                     (V([2, 3], "i64"), V([1, 2], "i64")), (V([2.0], "f16"), V([3.0], "f16")), (V([0.0, 0.0, INFINITY]), V([0.0, NAN, 1.0])), (V([-1.0, 1.0]), V([1.0, -1.0])),
                     (V(2.0), V(3.0)), (a("f32", 0), a("f32", 0)), (V([1.0, 2.0]), V([1.0, 2.0, 3.0])), (V([1j], "c64"), V([1.0])), (a("f32", 2, 3, lo=1).t(), V([1.0, 2.0]))):
            r.case(name, call, x, y)
        if op in ("xlogy", "xlog1py", "zeta"):
            for number in (2, 2.5, 0):
                r.case(name, call, V([1.5, 2.0]), number)
                r.case(name, call, number, V([1.5, 2.0]))
                r.case(name, call, V([1, 2], "i64"), number)
        r.case(name, call, V([1.5, 2.0]), V([1.0, 2.0]).grad(), backward=op != "zeta")
    r.case("special.xlogy", "torch.special.xlogy", V([1.5, 2.0]).grad(), V([1.0, 2.0]).grad(), backward=True)


def polynomials(r):
    # Not of nan: libtorch leaves its result uninitialised there.
    for op in POLYNOMIALS:
        call, name = f"torch.special.{op}", f"special.{op}"
        points = V([-1.0, -0.4, 0.0, 0.3, 1.0])
        for n in (0, 1, 2, 3, 5, -1):
            r.case(name, call, points, n)
        for x, n in ((V([0.3, 0.6], "f64"), 4), (points, V([0, 1, 2, 3, 4], "i64")), (V([[0.5], [0.25]]), V([1.0, 2.0])), (0.5, V([1.0, 2.0])), (V([1, 2], "i64"), 2), (V(0.5), 3),
                     (V([]), 2), (V([0.5, 0.1], "f16"), 2), (V([1j], "c64"), 2), (V([0.5, 0.5]), V([1.0, 2.0, 3.0])), (V([INFINITY, 4.0]), 2), (V([2.0, -3.0]), 3)):
            r.case(name, call, x, n)


def record(r):
    for part in (element_wise, gamma, of_one, orders, of_two, polynomials):
        part(r)
