"""torch.nn.functional: pooling."""
from nn_sweeps import Sweep, T, call, index
from tagged import V

SIZES = {1: (6,), 2: (4, 5), 3: (4, 3, 4)}


def average(r):
    for n in (1, 2, 3):
        s = Sweep(r, f"avg_pool{n}d")
        x = T(2, 2, *SIZES[n])
        s.each(
            call(x, 2), call(x, (2,) * n), call(x, 2, 1), call(x, 3, stride=2, padding=1), call(x, 2, ceil_mode=True), call(x, 3, 2, 1, True),
            call(x, 3, 2, 1, False, False), call(x, 3, padding=1, count_include_pad=False), call(T(2, *SIZES[n]), 2), call(T(0, 2, *SIZES[n]), 2),
            *([call(x, 2, divisor_override=3), call(x, 3, 1, 1, True, False, 5), call(x, 2, divisor_override=-2)] if n > 1 else []), others=("i64", "c64"))
        s.refused(call(T(*SIZES[n]), 2), call(x, 0), call(x, 9), call(x, 2, 0), call(x, 2, padding=2), call(x, 2, padding=-1), call(x, (2,) * (n + 1)),
                  call(T(2, 0, *SIZES[n]), 2), *([call(x, 2, divisor_override=0)] if n > 1 else []), call(x, -1), call(x, 2, -1))


def largest(r):
    for n in (1, 2, 3):
        s = Sweep(r, f"max_pool{n}d")
        x = T(2, 2, *SIZES[n])
        ways = [call(x, 2), call(x, (2,) * n), call(x, 2, 1), call(x, 3, stride=2, padding=1), call(x, 2, ceil_mode=True), call(x, 2, dilation=2),
                call(x, 3, 1, 1, 1, True), call(T(2, *SIZES[n]), 2), call(T(0, 2, *SIZES[n]), 2)]
        wrong = [call(T(*SIZES[n]), 2), call(x, 0), call(x, 9), call(x, 2, 0), call(x, 2, padding=2), call(x, 2, padding=-1), call(x, 2, dilation=0),
                 call(x, (2,) * (n + 1)), call(T(2, 0, *SIZES[n]), 2), call(x, -1)]
        s.each(*ways, others=("i64", "c64"))
        s.refused(*wrong)
        s.each(*[(args, {**kwargs, "return_indices": True}) for args, kwargs in ways], others=("i64",))
        s.refused(*[(args, {**kwargs, "return_indices": True}) for args, kwargs in wrong])
        s.each(call(V([[[1.0, float("nan"), 2.0, 2.0]]]) if n == 1 else T(1, 1, *SIZES[n]), 2), halves=(), others=(), layouts=())


def undone(r):
    for n in (1, 2, 3):
        s = Sweep(r, f"max_unpool{n}d")
        size = (2,) * n
        places = V(nested([0, 3, 1, 2, 4, 6, 1, 2], n)[:2] if n == 1 else nested([0, 3, 5, 6, 8, 9, 11, 14], n), "i64")
        x = T(1, *((2, 2) if n == 1 else (2,) if n == 2 else (1,)), *(size if n > 1 else ()))
        s.each(call(x, places, 2), call(x, places, (2,) * n, 2), call(x, places, 2, output_size=(4,) * n), call(x, places, 2, output_size=list(x.shape[:2]) + [4] * n),
               call(x, places, 2, 2, 0, (5,) * n), others=("i64",), layouts=())
        s.refused(call(x, places, 2, output_size=[9] * n), call(x, places, 2, output_size=[1] * n), call(x, places, 2, output_size=[4] * (n + 3)),
                  call(x, index(1, 1, *size, most=3), 2), call(x, T(*x.shape), 2), call(x, places, 0), call(x, places, 1, 1), call(T(2), places, 2),
                  call(x, V([99]), 2), call(x, places, 2, padding=2))


def nested(values, n):
    """A batch of n-dimensional images of two elements a side."""
    def cut(flat, depth):
        return flat[:2] if depth == 1 else [cut(flat[i * 2 ** (depth - 1):], depth - 1) for i in range(2)]

    channels = {1: 2, 2: 2, 3: 1}[n]
    return [[cut(values[i * 2 ** n:], n) for i in range(channels)]]


def powers(r):
    for n in (1, 2, 3):
        s = Sweep(r, f"lp_pool{n}d")
        x = T(2, 2, *SIZES[n], lo=0.1, hi=4)
        s.each(call(x, 2, 2), call(x, 1.5, (2,) * n if n > 1 else 2), call(x, 3.0, 2, 1), call(x, norm_type=2.0, kernel_size=2, ceil_mode=True), call(x, 1, 2), call(T(2, 2, *SIZES[n]), 2.0, 2),
               call(T(2, *SIZES[n], lo=0.1), 2, 2), call(x, float("inf"), 2), others=("i64",))
        s.refused(call(x, 2, 0), call(x, 2, 9), call(T(*SIZES[n]), 2, 2), call(x, 0, 2))


def adaptive(r):
    for kind in ("avg", "max"):
        for n in (1, 2, 3):
            s = Sweep(r, f"adaptive_{kind}_pool{n}d")
            x = T(2, 2, *SIZES[n])
            ways = [call(x, 2), call(x, 1), call(x, (2,) * n), call(x, SIZES[n]), call(x, 7), call(T(2, *SIZES[n]), 2), call(T(0, 2, *SIZES[n]), 2),
                    *([call(x, (None,) * (n - 1) + (2,)), call(x, (2,) + (None,) * (n - 1))] if n > 1 else [])]
            s.each(*ways, others=("i64", "c64"))
            s.refused(call(T(*SIZES[n]), 2), call(x, -1), call(x, (2,) * (n + 1)), call(T(2, 0, *SIZES[n]), 2), call(x, 0), call(T(2, 2, *(0 for _ in SIZES[n])), 2))
            if kind == "max":
                s.each(*[(args, {**kwargs, "return_indices": True}) for args, kwargs in ways], others=("i64",))
                s.refused(call(T(*SIZES[n]), 2, return_indices=True), call(x, -1, return_indices=True))


def fractional(r):
    for n in (2, 3):
        s = Sweep(r, f"fractional_max_pool{n}d", seed=True)
        x = T(2, 2, *((5, 6) if n == 2 else (4, 5, 4)))
        ways = [call(x, 2, output_size=3), call(x, (2,) * n, (3,) * n), call(x, 2, output_ratio=(0.75,) * n), call(x, 2, output_ratio=(0.5,) * n), call(T(*x.shape[1:]), 2, output_size=2),
                call(x, 2, output_size=3, _random_samples=T(2, 2, n, lo=0, hi=0.99, grad=False))]
        wrong = [call(x, 2), call(x, 2, 3, [0.5] * n), call(x, 2, 9), call(x, 9, 2), call(x, 2, output_ratio=[1.5] * n), call(T(5, 6), 2, 3), call(x, 2, output_size=(3,) * (n + 1)),
                 call(x, 2, output_size=3, _random_samples=T(2, 3, n, lo=0, hi=0.99)), call(x, 0, 2), call(x, 2, 0)]
        for indices in ({}, {"return_indices": True}):
            s.each(*[(args, {**kwargs, **indices}) for args, kwargs in ways], others=())
            s.refused(*[(args, {**kwargs, **indices}) for args, kwargs in wrong])


def record(r):
    for part in (average, largest, undone, powers, adaptive, fractional):
        part(r)
