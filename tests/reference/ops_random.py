"""Random numbers from a seed, and the state behind them."""
import torch

from tagged import DTYPES, FLOATS, INTS, Source, V, Var

REAL = [DTYPES[d] for d in FLOATS + INTS]
SEED = (None, "torch.manual_seed", [5])


def drawn(r, op, call, *args, seed=SEED, **options):
    r.case(op, call, *args, setup=[seed], **options)


def fillers(r):
    a = Source("random.fillers")
    for op, choices in [("cauchy_", [(), (2.0,), (1.0, 0.5), (0.0, 0.0), (0.0, -1.0)]), ("geometric_", [(0.5,), (0.1,), (0.99,), (0.0,), (1.0,), (2.0,)]),
                        ("log_normal_", [(), (0.0, 0.5), (2.0,), (0.0, 0.0), (0.0, -1.0)]), ("uniform_", [(), (-1.0, 1.0), (3.0, 3.0), (1.0, 0.0)]),
                        ("normal_", [(), (5.0,), (5.0, 0.5), (0.0, 0.0), (0.0, -1.0)]), ("exponential_", [(), (2.0,), (0.0,), (-1.0,)]),
                        ("bernoulli_", [(), (0.25,), (1.0,), (1.5,), (V([0.0, 1.0, 0.5]),)]), ("random_", [(10,), (5, 7), (0,), (7, 5), (-3, 3)])]:
        for arguments in choices:
            for x in (V([0.0, 0.0, 0.0]), a("f64", 2, 3)):
                drawn(r, op, f"Tensor.{op}", x, *arguments)
        usual = choices[0]
        for x in (a("f32", 20), a("f64", 33), a("f32", 2, 3).t(), a("f32", 0), V(1.0), a("f16", 4), a("bf16", 4), a("i64", 4), a("bool", 4), a("c64", 4)):
            drawn(r, op, f"Tensor.{op}", x, *usual)
    every = ("f32", "f64", "f16", "bf16", "i64", "i32", "i16", "i8", "u8", "bool", "c64")
    for dtype in every:
        drawn(r, "random_", "Tensor.random_", a(dtype, 5))
        drawn(r, "random_", "Tensor.random_", a(dtype, 2, 3).t())
        for least in (0, 1, -3, 300, 2 ** 40, -2 ** 63):
            drawn(r, "random_", "Tensor.random_", a(dtype, 5), least, to=None)
    drawn(r, "random_", "Tensor.random_", a("f32", 3).grad())
    for big in ((2 ** 60, 2 ** 60 + 1000), (2 ** 53 + 1, 2 ** 53 + 2), (-2 ** 62, 2 ** 62)):
        drawn(r, "random_", "Tensor.random_", a("i64", 4), *big)


def draws(r):
    a = Source("random.draws")
    chances = V([0.0, 0.25, 0.5, 1.0])
    for x in (chances, V([[0.5, 0.1], [0.9, 0.3]], "f64"), chances.expand(2, 4), V(0.5), a("f32", 0), V([0.5], "f16"), V([1.5]), V([float("nan")]), V([1], "i64")):
        for call in ("torch.bernoulli", "Tensor.bernoulli"):
            drawn(r, "bernoulli", call, x)
            drawn(r, "bernoulli", call, x, 0.5)
    drawn(r, "bernoulli", "torch.bernoulli", chances, p=2.0)
    drawn(r, "bernoulli", "torch.bernoulli", chances.grad(), backward=True)
    weights = V([0.1, 0.0, 3.0, 1.0])
    for x in (weights, V([[0.5, 0.5], [1.0, 0.0]]), weights.but(dtype="f32"), V([1.0, 2.0], "f64"), V([0.0, 0.0]), V([-1.0, 2.0]), V([float("nan"), 1.0]),
              V([float("inf"), 1.0]), V([1, 2], "i64"), V(1.0), a("f32", 2, 2, 2), a("f32", 0)):
        for count in (1, 2, 10):
            for call in ("torch.multinomial", "Tensor.multinomial"):
                drawn(r, "multinomial", call, x, count)
                drawn(r, "multinomial", call, x, count, replacement=True)
    drawn(r, "multinomial", "torch.multinomial", weights, 0)
    for x in (V([1.0, 5.0, 50.0]), V([[0.5, 0.0], [3.0, 100.0]], "f64"), V([2.0], "f16"), V([2.0], "bf16"), V(4.0), a("f32", 0), V([-1.0]), V([1], "i64"), V([float("nan")])):
        drawn(r, "poisson", "torch.poisson", x)
    for mean, std in [(V([0.0, 5.0, -5.0]), 2.0), (V([0.0, 5.0]), 0.0), (V([0.0]), -1.0), (1.0, V([1.0, 0.0])), (1.0, V([1.0, -1.0])), (V([0.0, 100.0]), V([1.0, 2.0])),
                      (V([0.0, 100.0]), V([[1.0], [2.0]])), (V([0.0, 1.0]), V([1.0, 2.0, 3.0])), (V([0.0, 1.0]), V([1.0, -1.0])), (V([0, 1], "i64"), 1.0), (a("f64", 20), 1.0),
                      (1.0, a("f64", 20, lo=0)), (V([0.0], "f64"), V([1.0])), (V([0.0]), V([1.0], "f64")), (V([0j], "c64"), 1.0), (a("f32", 0), 1.0), (V([1.0], "f16"), 1.0)]:
        drawn(r, "normal", "torch.normal", mean, std)
    drawn(r, "normal", "torch.normal", V([1.0, 2.0]))
    drawn(r, "normal", "torch.normal", V([1.0, 2.0]).grad(), 1.0, backward=True)
    drawn(r, "normal", "torch.normal", 0.0, 1.0, (2, 3))
    drawn(r, "normal", "torch.normal", 5.0, 0.5, (20,), dtype=torch.float64)
    drawn(r, "normal", "torch.normal", 0.0, -1.0, (2,))
    drawn(r, "normal", "torch.normal", 0.0, 1.0, (-2,))
    drawn(r, "normal", "torch.normal", 0.0, 1.0, (2,), dtype=torch.int64)
    drawn(r, "normal", "torch.normal", 0.0, 1.0, (2,), requires_grad=True)


def states(r):
    for seed in (0, 1, 42, -1, 2 ** 40, 2 ** 63 - 1, -2 ** 63):
        start = (None, "torch.manual_seed", [seed])
        for call in ("torch.get_rng_state", "torch.random.get_rng_state"):
            drawn(r, "get_rng_state", call, seed=start)
        if seed >= 0:
            for call in ("torch.initial_seed", "torch.random.initial_seed"):
                drawn(r, "initial_seed", call, seed=start)
        drawn(r, "manual_seed", "torch.rand", 3, seed=(None, "torch.random.manual_seed", [seed]))
        drawn(r, "manual_seed", "torch.randn", 3, seed=start)
    size = 5056
    for bad in (V([0.0, 1.0]), V([0, 0, 0], "u8"), V([0] * size, "u8"), V([0] * size, "i8"), V([0] * size, "u8").but(shape=(size // 2,), strides=(2,)), V(0, "u8")):
        for call in ("torch.set_rng_state", "torch.random.set_rng_state"):
            r.case("set_rng_state", call, bad)
    state = torch.Generator().manual_seed(3).get_state()
    for at, value in ((8, 0), (9, 255), (12, 0), (17, 255)):
        broken = state.clone()
        broken[at] = value
        r.case("set_rng_state", "torch.set_rng_state", V(broken.tolist(), "u8"))
    good = V(state.tolist(), "u8")
    for call in ("torch.set_rng_state", "torch.random.set_rng_state"):
        r.case("set_rng_state", "torch.rand", 3, setup=[(None, call, [good])])
        r.case("set_rng_state", "torch.randperm", 5, setup=[("s", "torch.get_rng_state", []), (None, "torch.rand", [3]), (None, call, [good])])
        r.case("set_rng_state", "torch.get_rng_state", setup=[(None, call, [good])])
    r.case("set_rng_state", "torch.equal", Var("a"), Var("b"), setup=[
        ("s", "torch.get_rng_state", []), ("a", "torch.rand", [3]), (None, "torch.set_rng_state", [Var("s")]), ("b", "torch.rand", [3])])


def made(r):
    def drawn(op, *args, seed=0, compare="exact", **kwargs):
        r.case(op, f"torch.{op}", *args, setup=[(None, "torch.manual_seed", [seed])], compare=compare, **kwargs)
    for op in ("rand", "randn"):
        # Normal numbers come from log and cos, whose last bit is the machine's.
        how = "exact" if op == "rand" else "close"
        for shape in [(1,), (5,), (3, 3), (2, 3, 4), (0,), (16,), (17,), (40,), (5, 8)]:
            drawn(op, *shape, compare=how)
        for seed in (1, 42, 123456789, -1, 2 ** 40):
            drawn(op, 6, seed=seed, compare=how)
            drawn(op, 20, seed=seed, compare=how)
        drawn(op, [2, 2], compare=how)
        drawn(op, [], compare=how)
        for dtype in ["f16", "bf16", "f64", "i64", "bool"] + (["c64", "c128"] if op == "randn" else []):
            drawn(op, 3, dtype=DTYPES[dtype], compare=how)
            drawn(op, 20, dtype=DTYPES[dtype], compare=how)
        drawn(op, 2, requires_grad=True, compare=how)
        drawn(op, -1)
        r.case(op, f"torch.{op}", 3, setup=[(None, "torch.manual_seed", [3]), (None, f"torch.{op}", [4])], compare=how)
        r.case(op, f"torch.{op}", 3, setup=[(None, "torch.set_default_dtype", [torch.float64]), (None, "torch.manual_seed", [3])],
               compare=how)
    drawn("randint", 10, [3, 3])
    drawn("randint", 0, 10, [3, 3])
    drawn("randint", 5, 8, (6,))
    drawn("randint", -5, 5, [2, 4])
    drawn("randint", 2 ** 40, [4])
    drawn("randint", 0, 2 ** 33, [4])
    drawn("randint", low=0, high=10, size=[3, 3])
    drawn("randint", 3, [0])
    drawn("randint", 100, [20], seed=7)
    for dtype in REAL:
        drawn("randint", 0, 100, [4], dtype=dtype)
    drawn("randint", 2, [4], dtype=torch.bool)
    drawn("randint", 5, 5, [2])
    drawn("randint", 5, 2, [2])
    drawn("randint", 0, [2])
    drawn("randint", 300, [2], dtype=torch.uint8)
    drawn("randint", 10, [-1])
    for n in (0, 1, 2, 5, 10, 33):
        drawn("randperm", n)
        drawn("randperm", n, seed=9)
    for dtype in ["i32", "i16", "u8", "i8", "f32", "f64", "f16"]:
        drawn("randperm", 6, dtype=DTYPES[dtype])
    drawn("randperm", -1)
    drawn("randperm", 300, dtype=torch.uint8)
    for seed in (0, 5, 2 ** 31, -3):
        r.case("manual_seed", "torch.randint", 1000, [4], setup=[(None, "torch.manual_seed", [seed])], compare="exact")
        r.case("manual_seed", "torch.rand", 4, setup=[(None, "torch.manual_seed", [seed])], compare="exact")
        r.case("manual_seed", "torch.rand", 4, compare="exact",
               setup=[(None, "torch.manual_seed", [seed]), (None, "torch.randn", [3]), (None, "torch.randperm", [5])])
    a = Source("fill random")
    for op, args in [("uniform_", ()), ("uniform_", (-2, 3)), ("normal_", ()), ("normal_", (5, 2)), ("random_", ()), ("random_", (10,)),
                     ("random_", (-3, 4)), ("bernoulli_", ()), ("bernoulli_", (0.25,)), ("exponential_", ()), ("normal_", (0, -1)),
                     ("uniform_", (3, 1)), ("bernoulli_", (1.5,))]:
        for dtype in ("f32", "f64", "i64"):
            r.case(op, f"Tensor.{op}", a(dtype, 2, 3), *args, setup=[(None, "torch.manual_seed", [0])])


def more_states(r):
    good = V(torch.Generator().manual_seed(3).get_state().tolist(), "u8")
    for call, get in (("torch.set_rng_state", "torch.get_rng_state"), ("torch.random.set_rng_state", "torch.random.get_rng_state")):
        for draw, args in (("torch.rand", [3]), ("torch.randn", [4]), ("torch.randperm", [6]), ("torch.bernoulli", [V([0.5, 0.5, 0.5])]), ("torch.randint", [9, [4]])):
            r.case("set_rng_state", draw, *args, setup=[(None, call, [good])])
            r.case("set_rng_state", draw, *args, setup=[("s", get, []), (None, "torch.rand", [2]), (None, call, [Var("s")]), (None, call, [good])])
    for seed in (0, 7, -3, 2 ** 33, 2 ** 63 - 1):
        for call in ("torch.manual_seed", "torch.random.manual_seed"):
            r.case("manual_seed", "torch.rand", 2, setup=[(None, call, [seed])])
        for call in ("torch.initial_seed", "torch.random.initial_seed"):
            if seed >= 0:
                r.case("initial_seed", call, setup=[(None, "torch.random.manual_seed", [seed]), (None, "torch.rand", [1])])


def record(r):
    for part in (made, fillers, draws, states, more_states):
        part(r)
