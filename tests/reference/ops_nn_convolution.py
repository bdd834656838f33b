"""torch.nn.functional: convolutions."""
from nn_sweeps import Sweep, T, call

SIZES = {1: (5,), 2: (4, 5), 3: (3, 4, 3)}
KERNELS = {1: (3,), 2: (2, 3), 3: (2, 2, 3)}


def forward(r):
    for n in (1, 2, 3):
        s = Sweep(r, f"conv{n}d")
        size, kernel = SIZES[n], KERNELS[n]
        x, w, b = T(2, 2, *size, lo=-1, hi=1), T(2, 2, *kernel, lo=-1, hi=1), T(2)
        s.each(
            call(x, w, b), call(x, w), call(x, w, b, 2), call(x, w, b, stride=(1,) * (n - 1) + (2,)), call(x, w, b, 1, 1),
            call(x, w, b, padding=(1,) * (n - 1) + (2,)), call(x, w, b, padding="valid"), call(x, w, b, padding="same"),
            call(x, w, b, 1, "same", 2) if n == 1 else call(x, w, b, padding="same", dilation=1),
            call(x, w, b, padding=2, dilation=2), call(x, T(4, 1, *kernel), T(4), groups=2), call(x, w, None, 1, 0, 1, 1),
            call(T(2, *size), w, b), call(T(2, *size), w, padding="same"), call(T(0, 2, *size), w, b), call(T(1, 2, *size), w, b, 2, 2),
            others=("i64", "c64"))
        s.refused(
            call(T(2, 3, *size), w, b), call(x, w, T(3)), call(x, w, T(2, 1)), call(x, w, b, 0), call(x, w, b, padding=-1), call(x, w, b, dilation=0),
            call(x, w, b, groups=2), call(x, w, b, groups=0), call(x, w, b, groups=-1), call(x, w, b, 2, "same"), call(x, w, b, padding="sam"),
            call(T(2, 2, *(1 for _ in size)), w, b), call(T(*size), w), call(x, T(2, 2), b), call(x, w, b, (1,) * (n + 1)), call(x, w, b, padding=(1,) * (n + 1)),
            call(x, T(2, 2, *kernel, dtype="f64"), b), call(x, w, T(2, dtype="f64")), call(T(2, 2, *size, dtype="i64"), w), call(x, T(0, 2, *kernel)),
            call(x, w, b, stride=-1), call(x, T(3, 1, *kernel), None, groups=2))


def transposed(r):
    for n in (1, 2, 3):
        s = Sweep(r, f"conv_transpose{n}d")
        size, kernel = tuple(2 + i for i in range(n)), KERNELS[n]
        x, w, b = T(2, 2, *size, lo=-1, hi=1), T(2, 2, *kernel, lo=-1, hi=1), T(2)
        s.each(
            call(x, w, b), call(x, w), call(x, w, b, 2), call(x, w, b, stride=(1,) * (n - 1) + (2,)), call(x, w, b, 1, 1),
            call(x, w, b, 2, 0, 1), call(x, w, b, stride=2, output_padding=1), call(x, w, b, dilation=2), call(x, T(2, 1, *kernel), T(2), groups=2),
            call(x, w, None, 1, 0, 0, 1, 1), call(T(2, *size), w, b), call(T(0, 2, *size), w, b), others=("i64", "c64"))
        s.refused(
            call(T(2, 3, *size), w, b), call(x, w, T(3)), call(x, w, b, 0), call(x, w, b, padding=-1), call(x, w, b, output_padding=1),
            call(x, w, b, dilation=0), call(x, w, b, groups=3), call(T(*size), w), call(x, T(2, 2), b), call(x, w, b, 2, output_padding=(1,) * (n + 1)),
            call(x, T(2, 2, *kernel, dtype="f64"), b))


def folds(r):
    s = Sweep(r, "unfold")
    x = T(2, 2, 4, 5)
    s.each(call(x, 2), call(x, (2, 3)), call(x, kernel_size=3, padding=1), call(x, 2, 2), call(x, 2, 1, 1, 2), call(x, (2, 2), (1, 1), (0, 1), (2, 1)),
           call(T(2, 4, 5), 2), call(T(0, 2, 4, 5), 2), others=("i64", "c64"))
    s.refused(call(T(4, 5), 2), call(x, 6), call(x, 0), call(x, 2, 0), call(x, 2, padding=-1), call(x, 2, stride=0), call(T(2, 0, 4, 5), 2), call(x, (2, 2, 2)), call(x, -1))
    s = Sweep(r, "fold")
    s.each(call(T(2, 8, 6), (3, 4), 2), call(T(8, 6), (3, 4), (2, 2)), call(T(1, 8, 4), 4, 2, stride=2), call(T(1, 4, 20), (3, 4), 2, padding=1),
           call(T(1, 4, 2), (3, 4), 2, (2, 1), (0, 0), (1, 2)), call(T(0, 8, 6), (3, 4), 2), others=("i64", "c64"))
    s.refused(call(T(2, 7, 6), (3, 4), 2), call(T(2, 8, 5), (3, 4), 2), call(T(8), (3, 4), 2), call(T(2, 8, 6), (3, 4), 0), call(T(2, 8, 6), (3, 4), 2, stride=0),
              call(T(2, 8, 6), (3, 4), 5), call(T(2, 8, 6), (3, 4, 1), 2), call(T(2, 8, 6), (-3, 4), 2), call(T(2, 8, 6), (3, 4), 2, padding=-1))


def record(r):
    forward(r)
    transposed(r)
    folds(r)
