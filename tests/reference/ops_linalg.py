"""Products of vectors and matrices."""
from tagged import Source, V

import torch

# op: shapes that fit, then shapes that do not
PRODUCTS = {
    "matmul": ([((3,), (3,)), ((2, 3), (3,)), ((2,), (2, 3)), ((2, 3), (3, 4)), ((2, 2, 3), (3, 2)), ((2, 2, 3), (2, 3, 2)),
                ((2, 1, 2, 3), (3, 3, 2)), ((0, 3), (3, 2)), ((2, 0), (0, 3)), ((3,), (2, 3, 2)), ((2, 2, 3), (3,))],
               [((2, 3), (2, 3)), ((3,), (4,)), ((2, 3), (4,)), ((2,), (3, 2)), ((2, 2, 3), (3, 3, 2)), ((), (3,)), ((2, 3), ()),
                ((2, 2, 3), (2, 2)), ((2, 10), (5, 2))]),
    "mm": ([((2, 3), (3, 4)), ((1, 1), (1, 1)), ((0, 3), (3, 2)), ((2, 0), (0, 2))], [((2, 3), (2, 3)), ((3,), (3, 2)), ((2, 3), (3,)),
                                                                                    ((2, 2, 3), (3, 2))]),
    "bmm": ([((2, 2, 3), (2, 3, 2)), ((1, 1, 2), (1, 2, 1)), ((0, 2, 3), (0, 3, 2))], [((2, 2, 3), (3, 3, 2)), ((2, 3), (3, 2)),
                                                                                      ((2, 2, 3), (2, 2, 3))]),
    "mv": ([((2, 3), (3,)), ((1, 1), (1,)), ((0, 3), (3,)), ((2, 0), (0,))], [((2, 3), (2,)), ((3,), (3,)), ((2, 3), (3, 1))]),
    "dot": ([((3,), (3,)), ((0,), (0,)), ((1,), (1,))], [((3,), (4,)), ((2, 3), (3,)), ((), ())]),
    "vdot": ([((3,), (3,)), ((0,), (0,)), ((1,), (1,))], [((3,), (4,)), ((2, 3), (3,)), ((), ())]),
    "inner": ([((3,), (3,)), ((2, 3), (3,)), ((2, 3), (4, 3)), ((), ()), ((2, 3), ()), ((2, 2, 3), (3,))],
              [((3,), (4,)), ((2, 3), (2, 2))]),
    "outer": ([((3,), (2,)), ((0,), (2,)), ((1,), (1,))], [((2, 3), (3,)), ((3,), ())]),
    "kron": ([((2, 2), (2, 3)), ((2,), (3,)), ((), (2,)), ((2, 1, 2), (2, 2)), ((0,), (2,))], []),
}


def products(r):
    for op, (fit, misfit) in PRODUCTS.items():
        a = Source(op)
        for x, y in fit:
            for dtype in ("f32", "f64", "i64"):
                r.forms(op, a(dtype, *x), a(dtype, *y), function=dtype == "f32")
        for x, y in misfit:
            r.forms(op, a("f32", *x), a("f32", *y))
        x, y = fit[0]
        for dtype in ("f16", "bf16", "c64", "c128", "u8", "i32", "bool"):
            r.forms(op, a(dtype, *x), a(dtype, *y), method=False)
        for first, second in [("f32", "f64"), ("f32", "i64"), ("c64", "f32"), ("f16", "f32"), ("i32", "i64")]:
            r.forms(op, a(first, *x), a(second, *y), method=False)
        r.forms(op, a("f32", *x).grad(), a("f32", *y).grad(), backward=True)
        if len(x) == 2:
            r.forms(op, a("f32", *x[::-1]).t(), a("f32", *y) if len(y) == 1 else a("f32", *y[::-1]).t())
        r.forms(op, a("f32", *x[:-1], 2 * x[-1]).cut(len(x) - 1, 0, 2 * x[-1], 2), a("f32", *y), function=False)
    a = Source("conjugate products")
    r.forms("matmul", a("c64", 2, 3).conjugate(), a("c64", 3, 2))
    r.forms("vdot", a("c64", 3), a("c64", 3).conjugate())


def added(r):
    shapes = {"addmm": ((2, 4), (2, 3), (3, 4)), "addmv": ((2,), (2, 3), (3,)), "addbmm": ((2, 2), (3, 2, 4), (3, 4, 2)),
              "baddbmm": ((3, 2, 2), (3, 2, 4), (3, 4, 2)), "addr": ((2, 3), (2,), (3,))}
    for op, (m, x, y) in shapes.items():
        a = Source(op)
        for dtype in ("f32", "f64", "f16", "bf16", "i64", "c64"):
            r.forms(op, a(dtype, *m), a(dtype, *x), a(dtype, *y), function=dtype in ("f32", "i64"), in_place=dtype == "f32")
        for kwargs in ({"beta": 2}, {"alpha": 0.5}, {"beta": 0}, {"beta": -1, "alpha": 3}):
            r.forms(op, a("f32", *m), a("f32", *x), a("f32", *y), in_place=True, **kwargs)
        r.forms(op, a("f32", m[-1]), a("f32", *x), a("f32", *y))
        r.forms(op, a("f32"), a("f32", *x), a("f32", *y), method=False)
        r.forms(op, a("f32", 5), a("f32", *x), a("f32", *y))
        r.forms(op, a("f32", *m), a("f32", *y), a("f32", *y))
        r.forms(op, a("f32", *m), a("f64", *x), a("f32", *y))
        r.forms(op, a("f32", *m), a("f32"), a("f32", *y))
        r.forms(op, a("f32", *m).grad(), a("f32", *x).grad(), a("f32", *y).grad(), beta=0.5, alpha=2, backward=True)


def summed(r):
    a = Source("einsum")
    for equation, *operands in [
            ("ij,jk->ik", (2, 3), (3, 4)), ("i,i->", (3,), (3,)), ("i,j->ij", (2,), (3,)), ("ii->i", (3, 3)), ("ii", (3, 3)),
            ("ij->ji", (2, 3)), ("bij,bjk->bik", (2, 2, 3), (2, 3, 2)), ("ij->", (2, 3)), ("ij,ij->i", (2, 3), (2, 3)),
            ("...ij->...ji", (2, 2, 3)), ("ij,jk", (2, 3), (3, 2)), ("ij,jk,kl->il", (2, 3), (3, 2), (2, 2)), ("i->i", (3,)),
            ("ij,kl->ik", (2, 3), (2, 4)), (" ij , jk -> ik", (2, 3), (3, 2)), ("ij,jk->ik", (2, 3), (2, 4)), ("ij->ik", (2, 3)),
            ("ij", (2,)), ("ij,jk->ik", (2, 3)), ("i!j->ij", (2, 3)), ("ij->iij", (2, 3)), ("", ())]:
        r.case("einsum", "torch.einsum", equation, *[a("f32", *s) for s in operands])
    r.case("einsum", "torch.einsum", "ij,jk->ik", a("i64", 2, 3), a("i64", 3, 2))
    r.case("einsum", "torch.einsum", "ij,jk->ik", a("f64", 3, 2).t(), a("f64", 3, 2))
    r.case("einsum", "torch.einsum", "ij,jk->ik", a("f32", 2, 3).grad(), a("f32", 3, 2).grad(), backward=True)
    r.case("einsum", "torch.einsum", "ij,jk->ik", a("f32", 2, 3), a("f64", 3, 2))
    a = Source("tensordot")
    for x, y, dims in [((2, 3), (3, 4), 1), ((2, 3), (2, 3), 2), ((2,), (3,), 0), ((2, 3, 4), (4, 3, 2), ([1, 0], [1, 2])),
                       ((2, 3), (2, 4), ([0], [0])), ((2, 3), (3, 2), ([1], [0])), ((2, 3), (3, 2), ([-1], [0])),
                       ((2, 3), (2, 3), 1), ((2, 3), (3, 2), ([0, 1], [0])), ((2, 3), (3, 2), ([0], [0])), ((2, 3, 2), (3, 2, 2), 2)]:
        for dtype in ("f32", "i64"):
            r.case("tensordot", "torch.tensordot", a(dtype, *x), a(dtype, *y), dims=dims)
    r.case("tensordot", "torch.tensordot", a("f32", 2, 3).grad(), a("f32", 3, 2).grad(), dims=1, backward=True)
    a = Source("cross")
    for dtype in ("f32", "f64", "i64", "c64", "f16"):
        r.forms("cross", a(dtype, 3), a(dtype, 3), dim=0)
        r.forms("cross", a(dtype, 2, 3), a(dtype, 2, 3), dim=1)
    r.forms("cross", a("f32", 3, 2), a("f32", 3, 2), dim=0)
    r.forms("cross", a("f32", 3, 2).t(), a("f32", 2, 3), dim=-1)
    r.forms("cross", a("f32", 2, 4), a("f32", 2, 4), dim=1)
    r.forms("cross", a("f32", 2, 3), a("f32", 4, 3), dim=1)
    r.forms("cross", a("f32", 2, 3), a("f32", 2, 3), dim=2)
    r.forms("cross", a("f32", 3).grad(), a("f32", 3).grad(), dim=0, backward=True)


def square(r):
    a = Source("square")
    regular = V([[4.0, 1.0, 0.5], [1.0, 3.0, -1.0], [0.25, -2.0, 5.0]])
    for op in ("trace", "det", "inverse", "logdet", "slogdet"):
        for x in (regular, regular.t(), V([[2.0]]), V([[1.0, 2.0], [3.0, 4.0]], "f64"), V([[2 + 1j, 0], [1j, 3]], "c64"),
                  V([[-2.0, 0.0], [0.0, 1.0]])):
            r.forms(op, x)
        r.forms(op, regular.grad(), backward=op != "slogdet")
        r.forms(op, a("f32", 2, 3))
        r.forms(op, a("f32", 3))
        r.forms(op, a("i64", 2, 2))
        r.forms(op, a("f16", 2, 2))
        r.forms(op, V([[1.0, 2.0], [2.0, 4.0]]))
        r.forms(op, V([[[2.0, 0.0], [0.0, 4.0]], [[1.0, 1.0], [0.0, 1.0]]]))
        r.forms(op, a("f32", 0, 0))
    for n in (0, 1, 2, 3, -1, -2):
        r.forms("matrix_power", regular, n)
    r.forms("matrix_power", a("f32", 2, 3), 2)
    r.forms("matrix_power", a("i64", 2, 2), 2)
    r.forms("matrix_power", V([[1.0, 2.0], [2.0, 4.0]]), -1)
    r.forms("matrix_power", V([[1.0, 2.0], [3.0, 4.0]]).grad(), 3, backward=True)


def record(r):
    for part in (products, added, summed, square):
        part(r)
