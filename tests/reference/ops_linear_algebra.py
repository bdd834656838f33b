"""Products of vectors and matrices, decompositions, equations; torch.linalg."""
from sweeps import NAN, of_two_dtypes
from tagged import Source, V

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
REGULAR = V([[4.0, 1.0, 0.5], [1.0, 3.0, -1.0], [0.25, -2.0, 5.0]])
POSITIVE = V([[4.0, 1.0, 0.5], [1.0, 3.0, -1.0], [0.5, -1.0, 5.0]])
DOUBLE = V([[1.0, 2.0], [3.0, 4.0]], "f64")
COMPLEX = V([[2 + 1j, 0.5], [1j, 3]], "c64")
HERMITIAN = V([[3, 1j], [-1j, 2]], "c64")
STACK = V([[[2.0, 0.0], [0.0, 4.0]], [[3.0, 1.0], [1.0, 2.0]]])
SINGULAR = V([[1.0, 2.0], [2.0, 4.0]])
TALL = V([[1.0, 1.0], [1.0, 2.0], [1.0, 4.0]])
INFINITY = float("inf")
SEED = (None, "torch.manual_seed", [5])


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


def sums_of_products(r):
    a = Source("sums of products")
    for op, shapes in (("addmm", ((2, 2), (2, 3), (3, 2))), ("addmv", ((2,), (2, 3), (3,))), ("addbmm", ((2, 2), (4, 2, 3), (4, 3, 2))),
                       ("baddbmm", ((4, 2, 2), (4, 2, 3), (4, 3, 2))), ("addr", ((2, 3), (2,), (3,)))):
        for dtype in ("f32", "f64", "i64", "u8", "bool", "bf16", "c64"):
            x, y, z = (a(dtype, *shape) for shape in shapes)
            r.forms(op, x, y, z, in_place=True)
            r.forms(op, x, y, z, in_place=True, beta=2, alpha=-1)
            r.forms(op, x, y, z, function=dtype != "bf16", method=False, beta=0.5, alpha=0.25)
            r.forms(op, x, y, z, method=False, in_place=True, beta=0)
            r.forms(op, x, y, z, function=False, beta=1.5j)
        x, y, z = (a("f32", *shape) for shape in shapes)
        r.forms(op, V([NAN] * shapes[0][-1]), y, z, beta=0)
        r.forms(op, V(1.0), y, z, in_place=True)
        r.forms(op, a("f32", 7), y, z, in_place=True)
        r.forms(op, x, z, a("f32", 5), in_place=True)
        r.forms(op, x, y, a("f64", *shapes[2]), in_place=True)
        r.forms(op, x.grad(), y.grad(), z.grad(), in_place=False, backward=True, beta=0.3, alpha=0.7)
        r.forms(op, x.grad(), y, z, function=False, method=False, in_place=True)


def kron(r):
    of_two_dtypes(r, "kron", 280, 2)


def both(r, op, call, *args, **options):
    r.case(f"linalg.{op}", f"torch.linalg.{call}", *args, **options)


def linalg_square(r):
    """Functions of one square matrix; the vectors of eigenvalues are anybody's choice, so only their shapes are compared."""
    a = Source("linalg.square")
    loose = {"eig", "eigh", "ldl_factor", "ldl_factor_ex"}
    for op in ("inv", "det", "slogdet", "cholesky", "cholesky_ex", "inv_ex", "eig", "eigvals", "eigh", "eigvalsh", "matrix_exp",
               "lu", "lu_factor", "lu_factor_ex", "ldl_factor", "ldl_factor_ex"):
        compare = {"compare": "meta"} if op in loose else {}
        inputs = [POSITIVE, POSITIVE.t(), V([[2.0]]), STACK, STACK.cut(0, 1, 2), HERMITIAN, V([[2.0, 1.0], [1.0, 2.0]], "f64"), V([[-2.0, 0.0], [0.0, 1.0]])]
        if op not in ("cholesky", "cholesky_ex", "eigh", "eigvalsh", "ldl_factor", "ldl_factor_ex"):
            inputs += [REGULAR, DOUBLE] + ([COMPLEX] if op not in ("eigvals", "eig") else [])
        for x in inputs:
            if op in ("eigvals", "eig") and x is STACK:
                continue
            both(r, op, op, x, **compare)
        both(r, op, op, a("f32", 0, 0), **compare)
        both(r, op, op, a("f32", 2, 3), **compare)
        both(r, op, op, a("f32", 3), **compare)
        both(r, op, op, a("i64", 2, 2), **compare)
        both(r, op, op, a("f16", 2, 2), **compare)
        both(r, op, op, SINGULAR, **compare)
    for op in ("inv", "det", "slogdet", "cholesky", "matrix_exp", "eigvalsh"):
        both(r, op, op, (STACK if op != "cholesky" else POSITIVE).grad(), backward=True)
    for x in (POSITIVE, HERMITIAN, V([[1.0, 2.0], [2.0, 1.0]])):
        for op in ("cholesky", "cholesky_ex"):
            both(r, op, op, x, upper=True)
            both(r, op, op, x, upper=False)
    both(r, "cholesky_ex", "cholesky_ex", V([[1.0, 2.0], [2.0, 1.0]]), check_errors=True)
    both(r, "inv_ex", "inv_ex", SINGULAR, check_errors=True)
    both(r, "lu_factor_ex", "lu_factor_ex", SINGULAR, check_errors=True)
    both(r, "lu_factor_ex", "lu_factor_ex", V([[0.0, 0.0], [0.0, 0.0]]), check_errors=True)
    both(r, "ldl_factor", "ldl_factor", HERMITIAN, hermitian=True, compare="meta")
    both(r, "ldl_factor_ex", "ldl_factor_ex", POSITIVE, hermitian=True, compare="meta")
    both(r, "ldl_factor_ex", "ldl_factor_ex", V([[0.0, 0.0], [0.0, 0.0]]), check_errors=True, compare="meta")
    for op in ("eigh", "eigvalsh"):
        for uplo in ("L", "U"):
            both(r, op, op, V([[2.0, 1.0], [5.0, 3.0]]), uplo, compare="meta" if op == "eigh" else "close")
    both(r, "eigvals", "eigvals", V([[float("nan"), 1.0], [0.0, 1.0]]))
    for x in (REGULAR, TALL, TALL.t()):
        for op in ("lu", "lu_factor"):
            both(r, op, op, x, pivot=True)
            both(r, op, op, x, pivot=False)
    both(r, "lu", "lu", REGULAR.grad(), backward=True)


def rectangular(r):
    a = Source("linalg.rectangular")
    shapes = [TALL, TALL.t(), REGULAR, STACK, DOUBLE, COMPLEX, SINGULAR, a("f32", 0, 3), a("f32", 2, 0), a("f32", 3), a("i64", 2, 2), a("f16", 2, 2)]
    for x in shapes:
        both(r, "svd", "svd", x, compare="meta")
        both(r, "svd", "svd", x, full_matrices=False, compare="meta")
        both(r, "svdvals", "svdvals", x)
        both(r, "pinv", "pinv", x)
        both(r, "matrix_rank", "matrix_rank", x)
        both(r, "qr", "qr", x)
        for mode in ("reduced", "complete", "r"):
            both(r, "qr", "qr", x, mode)
        if x is not SINGULAR:  # which would give the noise of the last digit
            r.forms("pinverse", x)
        r.forms("svd", x, compare="meta")
        r.forms("svd", x, some=False, compare="meta")
        r.forms("geqrf", x)
    r.forms("svd", TALL, compute_uv=False)
    r.forms("pinverse", SINGULAR, rcond=0.5)
    both(r, "svd", "svd", REGULAR, driver="gesvd", compare="meta")
    both(r, "svdvals", "svdvals", REGULAR, driver="gesvdj")
    both(r, "svdvals", "svdvals", TALL.grad(), backward=True)
    both(r, "pinv", "pinv", TALL.grad(), backward=True)
    both(r, "qr", "qr", TALL.grad(), backward=True)
    for options in ({"atol": 0.5}, {"rtol": 0.5}, {"atol": 0.5, "rtol": 0.1}, {"hermitian": True}, {"atol": V(0.5)}, {"atol": V([0.5, 3.0])},
                    {"atol": V(0.5), "rtol": V(0.1)}, {"atol": V(0.5), "hermitian": True}):
        for op in ("pinv", "matrix_rank"):
            both(r, op, op, V([[3.0, 0.0], [0.0, 0.25]]) if op == "pinv" or "atol" in options else POSITIVE, **options)
    both(r, "matrix_rank", "matrix_rank", REGULAR, atol=V(1j, "c64"))


def norms(r):
    a = Source("linalg.norms")
    orders = [None, 0, 1, 2, 3, -1, -2, 0.5, INFINITY, -INFINITY]
    vector = V([3.0, -4.0, 0.0])
    for order in orders:
        for x in (vector, V([3 + 4j, 1.0], "c64"), V([[1.0, -2.0], [2.0, 0.0]]), a("f64", 4), a("f32", 2, 6).cut(1, 0, 6, 2)):
            both(r, "norm", "norm", x, order)
            if order is not None:
                both(r, "vector_norm", "vector_norm", x, order)
        both(r, "norm", "norm", V([[1.0, -2.0], [2.0, 0.0]]), order, dim=1)
        both(r, "norm", "norm", V([[1.0, -2.0], [2.0, 0.0]]), order, dim=(0, 1), keepdim=True)
        if order is not None:
            both(r, "vector_norm", "vector_norm", V([[1.0, -2.0], [2.0, 0.0]]), order, dim=0, keepdim=True)
            both(r, "vector_norm", "vector_norm", a("f32", 0), order)
            both(r, "matrix_norm", "matrix_norm", V([[1.0, 2.0], [3.0, 4.0]]), order)
            both(r, "cond", "cond", V([[1.0, 2.0], [3.0, 4.0]]), order)
    for order in ("fro", "nuc"):
        for op in ("norm", "matrix_norm", "cond"):
            both(r, op, op, V([[1.0, 2.0], [3.0, 4.0]]), order)
            both(r, op, op, STACK if op == "cond" else V([[1.0, 2.0], [3.0, 4.0]], "f64"), order)
        both(r, "matrix_norm", "matrix_norm", STACK, order, dim=(0, 1), keepdim=True)
        both(r, "norm", "norm", STACK, order, dim=(1, 2))
        both(r, "norm", "norm", vector, order)
        both(r, "cond", "cond", TALL, order)
    for x in (REGULAR, STACK, TALL, V([[0.0, 0.0], [0.0, 0.0]]), COMPLEX, a("f32", 0, 0), a("f32", 3), a("i64", 2, 2)):
        both(r, "cond", "cond", x)
        both(r, "matrix_norm", "matrix_norm", x)
        both(r, "norm", "norm", x)
        both(r, "vector_norm", "vector_norm", x)
    for op in ("norm", "vector_norm", "matrix_norm"):
        both(r, op, op, REGULAR, dtype=__import__("torch").float64)
        both(r, op, op, REGULAR.grad(), backward=True)
    both(r, "vector_norm", "vector_norm", STACK, 2, dim=(0, 2))
    both(r, "vector_norm", "vector_norm", STACK, 2, dim=5)
    both(r, "matrix_norm", "matrix_norm", STACK, 2, dim=(0, 0))
    both(r, "matrix_norm", "matrix_norm", STACK, 2, dim=(0, 5))
    both(r, "norm", "norm", STACK, 2, dim=(0, 1, 2))


def linalg_products(r):
    a = Source("linalg.products")
    for dtype in ("f32", "f64", "i64", "c64"):
        both(r, "cross", "cross", a(dtype, 3), a(dtype, 3))
        both(r, "cross", "cross", a(dtype, 2, 3), a(dtype, 1, 3))
        both(r, "cross", "cross", a(dtype, 3, 2), a(dtype, 3, 2), dim=0)
        both(r, "vecdot", "vecdot", a(dtype, 3), a(dtype, 3))
        both(r, "vecdot", "vecdot", a(dtype, 2, 3), a(dtype, 3))
        both(r, "vecdot", "vecdot", a(dtype, 3, 2), a(dtype, 3, 2), dim=0)
        both(r, "matmul", "matmul", a(dtype, 2, 3), a(dtype, 3, 2))
        both(r, "matmul", "matmul", a(dtype, 2, 2, 3), a(dtype, 3))
        both(r, "multi_dot", "multi_dot", [a(dtype, 2, 3), a(dtype, 3, 4), a(dtype, 4, 1)])
        both(r, "multi_dot", "multi_dot", [a(dtype, 3), a(dtype, 3, 4), a(dtype, 4)])
        both(r, "vander", "vander", a(dtype, 3))
        both(r, "vander", "vander", a(dtype, 2, 2), N=4)
    both(r, "cross", "cross", a("f32", 2), a("f32", 2))
    both(r, "cross", "cross", a("f32", 2, 3), a("f32", 3))
    both(r, "cross", "cross", a("f32", 2, 3), a("f32", 2, 3), dim=5)
    both(r, "cross", "cross", a("f32", 3).grad(), a("f32", 3).grad(), backward=True)
    both(r, "vecdot", "vecdot", a("f32", 3), a("f32", 2))
    both(r, "vecdot", "vecdot", a("f32", 3), a("f64", 3))
    both(r, "vecdot", "vecdot", a("f32", 3).grad(), a("f32", 3).grad(), backward=True)
    both(r, "matmul", "matmul", a("f32", 2, 3), a("f32", 2, 3))
    both(r, "multi_dot", "multi_dot", [a("f32", 2, 3)])
    both(r, "multi_dot", "multi_dot", [a("f32", 2, 3), a("f32", 2, 3)])
    both(r, "multi_dot", "multi_dot", [a("f32", 2, 3), a("f64", 3, 3)])
    both(r, "multi_dot", "multi_dot", [a("f32", 2, 3, 1), a("f32", 3, 3)])
    both(r, "vander", "vander", V(2.0))
    both(r, "vander", "vander", a("f32", 3), N=0)
    both(r, "vander", "vander", a("f32", 3).grad(), backward=True)
    for x in (REGULAR, STACK, DOUBLE, COMPLEX, V([[1.0, 1.0], [0.0, 1.0]])):
        for n in (0, 1, 3, -2):
            both(r, "matrix_power", "matrix_power", x, n)
    both(r, "matrix_power", "matrix_power", SINGULAR, -1)
    both(r, "matrix_power", "matrix_power", TALL, 2)
    both(r, "matrix_power", "matrix_power", REGULAR.grad(), 3, backward=True)
    cube = a("i64", 2, 3, 3)
    for x, options in [(cube, {}), (cube, {"offset": 1}), (cube, {"offset": -1}), (cube, {"dim1": 0, "dim2": 1}), (cube, {"dim1": 0, "dim2": 0}),
                       (cube, {"dim1": 5}), (a("f32", 2, 3), {}), (a("f32", 2, 3).t(), {}), (a("f32", 3), {}), (a("f32", 0, 2), {})]:
        both(r, "diagonal", "diagonal", x, **options)


def equations(r):
    a = Source("linalg.equations")
    lower, upper = V([[2.0, 0.0], [1.0, 4.0]]), V([[2.0, 1.0], [0.0, 4.0]])
    for x, y in [(REGULAR, a("f32", 3)), (REGULAR, a("f32", 3, 2)), (STACK, a("f32", 2, 2)), (STACK, a("f32", 2, 2, 3)), (DOUBLE, a("f64", 2, 1)),
                 (COMPLEX, a("c64", 2)), (REGULAR.t(), a("f32", 3, 2)), (REGULAR, a("f32", 2, 3).t()), (SINGULAR, a("f32", 2)), (TALL, a("f32", 3)),
                 (REGULAR, a("f32", 2)), (REGULAR, a("f64", 3)), (a("f32", 0, 0), a("f32", 0)), (a("i64", 2, 2), a("i64", 2))]:
        for op in ("solve", "solve_ex"):
            both(r, op, op, x, y)
    for op in ("solve", "solve_ex"):
        both(r, op, op, REGULAR, a("f32", 2, 3), left=False)
        both(r, op, op, REGULAR, a("f32", 3, 2), left=False)
    both(r, "solve_ex", "solve_ex", SINGULAR, a("f32", 2), check_errors=True)
    both(r, "solve", "solve", REGULAR.grad(), a("f32", 3).grad(), backward=True)
    for x, is_upper in ((lower, False), (upper, True), (upper, False), (V([[2.0, 0.0], [1.0, 4.0]], "f64"), False)):
        y = a("f64" if x.dtype == "f64" else "f32", 2, 2)
        for options in ({}, {"left": False}, {"unitriangular": True}):
            both(r, "solve_triangular", "solve_triangular", x, y, upper=is_upper, **options)
    both(r, "solve_triangular", "solve_triangular", upper, a("f32", 2), upper=True)
    both(r, "solve_triangular", "solve_triangular", upper, a("f32", 3, 2), upper=True)
    both(r, "solve_triangular", "solve_triangular", TALL, a("f32", 3, 2), upper=True)
    both(r, "solve_triangular", "solve_triangular", upper.grad(), a("f32", 2, 2).grad(), upper=True, backward=True)
    for x, y in [(TALL, a("f32", 3, 1)), (TALL, a("f32", 3, 2)), (REGULAR, a("f32", 3, 2)), (TALL.t(), a("f32", 2, 2)), (DOUBLE, a("f64", 2, 2)),
                 (TALL, a("f32", 2, 1)), (TALL, a("f64", 3, 1)), (a("i64", 3, 2), a("i64", 3, 1)), (a("f32", 3), a("f32", 3))]:
        both(r, "lstsq", "lstsq", x, y)
        for driver in ("gels", "gelsd"):
            both(r, "lstsq", "lstsq", x, y, driver=driver)
    both(r, "lstsq", "lstsq", V([[1.0, 1.0], [1.0, 1.0]]), a("f32", 2, 1), rcond=0.01, driver="gelsy")
    for dtype in ("f32", "f64"):
        both(r, "tensorinv", "tensorinv", V([[2.0, 0, 0, 1], [0, 3, 0, 0], [0, 0, 4, 0], [1, 0, 0, 5]], dtype).but(shape=(4, 2, 2), strides=(4, 2, 1)), 1)
        both(r, "tensorinv", "tensorinv", V([[2.0, 0, 0, 1], [0, 3, 0, 0], [0, 0, 4, 0], [1, 0, 0, 5]], dtype).but(shape=(2, 2, 2, 2), strides=(8, 4, 2, 1)))
    both(r, "tensorinv", "tensorinv", a("f32", 2, 3, 2), 1)
    both(r, "tensorinv", "tensorinv", a("f32", 2, 2), 0)
    both(r, "tensorinv", "tensorinv", SINGULAR, 1)
    both(r, "tensorinv", "tensorinv", REGULAR, ind=1)
    both(r, "tensorinv", "tensorinv", REGULAR.grad(), ind=1, backward=True)
    sides = V([[2.0, 0, 0, 1], [0, 3, 0, 0], [0, 0, 4, 0], [1, 0, 0, 5]]).but(shape=(2, 2, 4), strides=(8, 4, 1))
    for b in (a("f32", 2, 2), a("f32", 2, 2).t()):
        both(r, "tensorsolve", "tensorsolve", sides, b)
        both(r, "tensorsolve", "tensorsolve", sides.permute(2, 0, 1), b, dims=(0,))
    both(r, "tensorsolve", "tensorsolve", REGULAR, a("f32", 3))
    both(r, "tensorsolve", "tensorsolve", REGULAR, a("f32", 2))
    both(r, "tensorsolve", "tensorsolve", SINGULAR, a("f32", 2))
    both(r, "tensorsolve", "tensorsolve", REGULAR.grad(), a("f32", 3).grad(), backward=True)


def factored(r):
    """What works on decompositions made before."""
    a = Source("linalg.factored")
    lu, pivots = V([[4.0, 1.0], [0.5, 2.0]]), V([2, 2], "i32")
    for b in (a("f32", 2, 1), a("f32", 2, 3), a("f32", 3, 2).t(), a("f32", 2), a("f32", 3, 1), a("f64", 2, 1)):
        both(r, "lu_solve", "lu_solve", lu, pivots, b)
        both(r, "lu_solve", "lu_solve", lu, pivots, b, adjoint=True)
        both(r, "ldl_solve", "ldl_solve", V([[4.0, 0.0], [0.5, 2.0]]), V([1, 2], "i32"), b)
        r.forms("lu_solve", b, lu, pivots)
        r.forms("cholesky_solve", b, V([[2.0, 0.0], [1.0, 3.0]]))
        r.forms("cholesky_solve", b, V([[2.0, 1.0], [0.0, 3.0]]), upper=True)
    both(r, "lu_solve", "lu_solve", lu, pivots, a("f32", 3, 2), left=False)
    both(r, "lu_solve", "lu_solve", lu, V([2, 2], "i64"), a("f32", 2, 1))
    both(r, "ldl_solve", "ldl_solve", V([[4.0, 0.0], [0.5, 2.0]]), V([1, 2], "i64"), a("f32", 2, 1))
    both(r, "ldl_solve", "ldl_solve", V([[4.0, 0.0], [0.5, 2.0]]), V([1, 2], "i32"), a("f32", 2, 1), hermitian=True)
    for options in ({}, {"unpack_data": False}, {"unpack_pivots": False}):
        r.case("lu_unpack", "torch.lu_unpack", lu, pivots, **options)
        r.case("lu_unpack", "torch.lu_unpack", V([[4.0, 1.0], [0.5, 2.0]], "f64"), pivots, **options)
    r.case("lu_unpack", "torch.lu_unpack", V([[4.0, 1.0], [0.5, 2.0], [0.25, 0.5]]), pivots)
    r.case("lu_unpack", "torch.lu_unpack", lu.grad(), pivots, backward=True)
    r.case("lu_unpack", "torch.lu_unpack", lu, V([2, 2], "i64"))
    r.case("lu_unpack", "torch.lu_unpack", V(1.0), pivots)
    for x in (V([[2.0, 0.0], [1.0, 3.0]]), V([[2.0, 0.0], [1.0, 3.0]], "f64"), STACK, V([[2.0, 0], [1j, 3]], "c64"), a("f32", 0, 0), TALL, a("i64", 2, 2)):
        r.forms("cholesky_inverse", x)
        r.forms("cholesky_inverse", x, upper=True)
    for x in (POSITIVE, STACK, HERMITIAN, DOUBLE, a("f32", 0, 0), TALL, a("i64", 2, 2), V([[1.0, 2.0], [2.0, 1.0]])):
        both(r, "cholesky", "cholesky", x, upper=True)
    r.forms("cholesky_inverse", V([[2.0, 0.0], [1.0, 3.0]]).grad(), backward=True)
    for x in (REGULAR, STACK, DOUBLE, COMPLEX, a("f32", 0, 0), TALL, a("i64", 2, 2)):
        r.forms("matrix_exp", x)
    r.forms("matrix_exp", REGULAR.grad(), backward=True)
    q, tau = V([[1.0, 0.5], [0.5, 1.0], [0.25, -0.5]]), V([1.5, 1.2])
    for dtype in ("f32", "f64", "c64"):
        q, tau = V([[1.0, 0.5], [0.5, 1.0], [0.25, -0.5]], dtype), V([1.5, 1.2], dtype)
        both(r, "householder_product", "householder_product", q, tau)
        both(r, "householder_product", "householder_product", q, tau.cut(0, 0, 1))
        r.forms("orgqr", q, tau)
        r.forms("orgqr", q, tau.cut(0, 0, 1))
        r.forms("ormqr", q, tau, a(dtype, 3, 2))
        r.forms("ormqr", q, tau, a(dtype, 2, 3), left=False)
        r.forms("ormqr", q, tau, a(dtype, 3, 2), transpose=True)
    both(r, "householder_product", "householder_product", TALL.t(), tau)
    both(r, "householder_product", "householder_product", q, a("f64", 2))
    both(r, "householder_product", "householder_product", TALL.grad(), a("f32", 2).grad(), backward=True)
    r.forms("orgqr", TALL.t(), tau)
    r.forms("orgqr", TALL, a("f32", 3))
    r.forms("ormqr", TALL, a("f32", 2), a("f32", 2, 2))


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
    for part in (products, added, summed, square, sums_of_products, kron, linalg_square, rectangular, norms, linalg_products, equations,
                 factored, factors, low_rank):
        part(r)
