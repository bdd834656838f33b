"""Python's operators."""
from sweeps import NAN, PAIRS
from tagged import Source, V


def operators(r):
    arithmetic = ["+", "-", "*", "/", "//", "%", "**"]
    comparisons = ["==", "!=", "<", "<=", ">", ">="]
    bitwise = ["&", "|", "^"]
    for sign in arithmetic + comparisons + bitwise + ["<<", ">>", "@"]:
        op, a = f"operator {sign}", Source(sign)
        exact = {"compare": "exact"} if sign in comparisons + bitwise else {}
        for x, y in PAIRS:
            r.case(op, f"op:{sign}", a(x, 2, 2), a(y, 2, 2, lo=1, hi=3), **exact)
        r.case(op, f"op:{sign}", a("f32", 2, 3), a("f32", 3, lo=1, hi=3), **exact)
        r.case(op, f"op:{sign}", a("i64", 2, 3), a("i64", 2, 1, lo=1, hi=3), **exact)
        r.case(op, f"op:{sign}", a("f32", 2, 3), a("f32", 2, 4, lo=1, hi=3))
        r.case(op, f"op:{sign}", a("i64", 2, 3).t(), a("i64", 4, lo=1, hi=3))
        r.case(op, f"op:{sign}", a("f32"), a("f64", 2, lo=1, hi=3), **exact)
        if sign != "@":
            for dtype in ("f32", "i64", "bool", "u8", "f16", "c64"):
                r.case(op, f"op:{sign}", a(dtype, 3, lo=1, hi=3), 2, **exact)
                r.case(op, f"op:{sign}", a(dtype, 3, lo=1, hi=3), 1.5, **exact)
                if sign not in ("//", "<<", ">>"):
                    r.case(op, f"op:{sign}", 2, a(dtype, 3, lo=1, hi=3), **exact)
                    r.case(op, f"op:{sign}", 1.5, a(dtype, 3, lo=1, hi=3), **exact)
            r.case(op, f"op:{sign}", a("bool", 3), True, **exact)
            r.case(op, f"op:{sign}", a("f64", 0), 2, **exact)
        if sign in arithmetic + ["@"] and sign != "//":
            r.case(op, f"op:{sign}", a("f32", 2, 2, lo=1, hi=3).grad(), a("f32", 2, 2, lo=1, hi=3).grad(), backward=True)
    for sign in ("~", "neg", "pos"):
        op, a = f"operator {sign}", Source(sign)
        for dtype in ["f32", "f64", "f16", "i64", "i32", "u8", "i8", "bool", "c64"]:
            r.case(op, f"op:{sign}", a(dtype, 2, 3), compare="exact")
        r.case(op, f"op:{sign}", a("i64", 2, 3).t(), compare="exact")
        r.case(op, f"op:{sign}", a("i64"), compare="exact")
        r.case(op, f"op:{sign}", a("i64", 0), compare="exact")
    a = Source("bool")
    for x in [V(1.0), V(0.0), V([0]), V([[2]]), V(NAN), V(0j, "c64"), V(True, "bool"), V([1, 2], "i64"), V([], "f32"),
              a("bool", 2, 3), V(-0.0), V([[True]], "bool")]:
        r.case("operator bool", "op:bool", x)


def record(r):
    operators(r)
