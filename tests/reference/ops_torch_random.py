"""Random numbers from a seed, and the state behind them."""
from tagged import Source, V, Var

import torch

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


def record(r):
    for part in (fillers, draws, states):
        part(r)
