"""torch.nn.functional: images."""
from nn_sweeps import Sweep, T, call


def shuffled(r):
    for name, x in (("pixel_shuffle", (1, 4, 2, 3)), ("pixel_unshuffle", (1, 2, 4, 2))):
        s = Sweep(r, name, compare="exact")
        s.each(call(T(*x), 2), call(T(*x), 1), call(T(2, *x), 2), call(T(*x[1:]), 2), call(T(0, *x[1:]), 2), others=("i64", "c64", "bool"))
        s.refused(call(T(*x), 3), call(T(*x), 0), call(T(*x), -1), call(T(2, 3), 2), call(T(*x), 16))


def padded(r):
    s = Sweep(r, "pad", compare="exact")
    s.each(call(T(2, 3), (1, 1)), call(T(2, 3), (1, 0, 0, 2)), call(T(2, 3), (1, 1), "constant", 7.0), call(T(2, 3), [1, 1], value=-0.5), call(T(2, 4), (-1, 1)), call(T(2, 4), (-1, -2)), call(T(3), (2, 2)),
           call(T(1, 2, 3), (1, 1), mode="reflect"), call(T(2, 3), (1, 2), mode="reflect"), call(T(1, 2, 3), (1, 1), mode="replicate"), call(T(1, 2, 3), (1, 2), mode="circular"),
           call(T(1, 1, 3, 4), (1, 1, 2, 1), mode="reflect"), call(T(1, 3, 4), (1, 1, 2, 1), "reflect"), call(T(1, 1, 3, 4), (1, 1, 2, 3), mode="replicate"), call(T(1, 1, 3, 4), (1, 1, 2, 3), mode="circular"),
           call(T(1, 1, 3, 3, 4), (1, 1, 2, 1, 0, 1), mode="reflect"), call(T(1, 1, 2, 3, 4), (1, 1, 2, 1, 0, 1), mode="replicate"), call(T(1, 1, 2, 2, 3), (1, 1, 0, 1, 2, 0), mode="circular"),
           call(T(0, 2, 3), (1, 1), mode="reflect"), call(T(0, 2, 3), (1, 1)), call(T(2, 3), ()), call(T(2, 3), (0, 0)), call(T(1, 2, 3), (-1, 1), mode="replicate"), call(T(1, 2, 4), (-1, 1), mode="circular"),
           others=("i64", "c64", "bool"))
    s.refused(call(T(2, 3), (1,)), call(T(3), (1, 1, 1, 1)), call(T(1, 2, 3), (3, 1), mode="reflect"), call(T(1, 2, 3), (4, 1), mode="circular"), call(T(2, 3), (1, 1), mode="mirror"),
              call(T(2, 3), (-2, -2)), call(T(3), (1, 1), mode="reflect"), call(T(1, 2, 3), (1, 1, 1, 1), mode="circular"), call(T(1, 2, 3), (1, 1), mode="reflect", value=1.0),
              call(T(1, 2, 3), (1, 1), mode="reflect", value=0.0), call(T(1, 1, 3, 4), (1, 1), mode="replicate"), call(T(1, 2, 0), (1, 1), mode="replicate"))
    for mode in ("reflect", "replicate", "circular"):
        for shape, amounts in (((1, 2, 4), (1, 2)), ((1, 1, 3, 4), (1, 2, 1, 1)), ((1, 1, 3, 3, 3), (1, 1, 1, 1, 1, 1))):
            for dtype in ("f32", "bf16", "i64", "c64"):
                s.one((T(*shape), amounts, mode), {}, dtype=dtype)


def scaled(r):
    s = Sweep(r, "interpolate")
    for n, modes in ((1, ("nearest", "nearest-exact", "linear", "area")), (2, ("nearest", "nearest-exact", "bilinear", "bicubic", "area")), (3, ("nearest", "nearest-exact", "trilinear", "area"))):
        x = T(1, 2, *(4, 3, 3)[:n])
        for mode in modes:
            ways = [call(x, 5, mode=mode), call(x, (5, 2, 4)[:n], mode=mode), call(x, scale_factor=2, mode=mode), call(x, scale_factor=1.7, mode=mode), call(x, scale_factor=(0.6, 1.5, 2.0)[:n], mode=mode),
                    call(x, scale_factor=1.7, mode=mode, recompute_scale_factor=True), call(x, 2, mode=mode)]
            if "linear" in mode or mode == "bicubic":
                ways += [call(x, 5, mode=mode, align_corners=True), call(x, scale_factor=1.7, mode=mode, align_corners=True), call(x, 5, None, mode, False), call(x, scale_factor=0.6, mode=mode, align_corners=False)]
            if mode in ("bilinear", "bicubic"):
                ways += [call(x, 2, mode=mode, antialias=True), call(x, 5, mode=mode, antialias=True), call(x, scale_factor=0.6, mode=mode, antialias=True, align_corners=True)]
            s.each(*ways, call(T(0, 2, *x.shape[2:]), 5, mode=mode), others=("i64", "u8"))
        s.refused(call(x), call(x, 3, 2.0), call(x, [3] * (n + 1)), call(x, scale_factor=[2.0] * (n + 1)), call(x, 5, align_corners=True), call(x, 5, mode="cubic"), call(x, 5, mode="bilinear" if n != 2 else "linear"),
                  call(x, 5, mode="nearest", antialias=True), call(x, 5, recompute_scale_factor=True), call(x, 0), call(x, -1), call(x, scale_factor=0.1), call(x, scale_factor=-1.0), call(T(2, 3), 4), call(x, 5, mode="area", align_corners=False))
    s.refused(call(T(1, 2, 3, 4), 5, mode="trilinear"), call(T(1, 0, 3, 4), 5))
    s = Sweep(r, "upsample")
    x = T(1, 2, 3, 4)
    s.each(call(x, 5), call(x, (5, 6)), call(x, scale_factor=2), call(x, scale_factor=2, mode="bilinear", align_corners=True), call(x, 5, mode="bilinear"), call(x, 5, None, "bicubic", False), others=())
    s.refused(call(x), call(x, 5, mode="linear"), call(x, 5, 2.0))
    s = Sweep(r, "upsample_nearest")
    s.each(call(x, 5), call(x, (5, 6)), call(x, scale_factor=2), call(T(1, 2, 3), 5), call(T(1, 2, 2, 2, 2), 3), others=("u8",))
    s.refused(call(x), call(x, 5, 2))
    s = Sweep(r, "upsample_bilinear")
    s.each(call(x, 5), call(x, (5, 6)), call(x, scale_factor=2), others=("u8",))
    s.refused(call(x), call(x, 5, 2), call(T(1, 2, 3), 5))


def sampled(r):
    s = Sweep(r, "grid_sample")
    for x, grid in ((T(1, 2, 3, 4), T(1, 2, 3, 2, lo=-1.4, hi=1.4)), (T(1, 1, 2, 3, 3), T(1, 2, 2, 2, 3, lo=-1.4, hi=1.4))):
        for mode in ("bilinear", "nearest", "bicubic") if len(x.shape) == 4 else ("bilinear", "nearest"):
            s.each(*[call(x, grid, mode=mode, padding_mode=padding, align_corners=corners) for padding in ("zeros", "border", "reflection") for corners in (True, False)], call(x, grid, mode), others=("i64",))
        s.each(call(x, grid), call(x, grid, "bilinear", "border", True), call(T(0, *x.shape[1:]), T(0, *grid.shape[1:])), others=())
        s.refused(call(x, grid, "linear"), call(x, grid, padding_mode="wrap"), call(x, T(2, *grid.shape[1:])), call(x, T(*grid.shape[:-1], 4)), call(T(2, 3), grid), call(x, T(*grid.shape, dtype="f64")),
                  call(T(1, 2, *(0 for _ in x.shape[2:])), grid), call(x, T(1, 2, 2)))
    s.refused(call(T(1, 1, 2, 3, 3), T(1, 2, 2, 2, 3), "bicubic"))
    s = Sweep(r, "affine_grid")
    s.each(call(T(2, 2, 3), (2, 1, 3, 4)), call(T(2, 2, 3), [2, 1, 3, 4], True), call(T(2, 2, 3), (2, 1, 3, 4), align_corners=False), call(T(1, 3, 4), (1, 1, 2, 3, 2)), call(T(1, 3, 4), (1, 1, 2, 3, 2), align_corners=True), others=("i64",))
    s.refused(call(T(2, 2, 3), [2, 1, 3]), call(T(2, 3, 3), [2, 1, 3, 4]), call(T(2, 3), [2, 1, 3, 4]), call(T(2, 2, 3), [1, 1, 3, 4]), call(T(2, 2, 3), [2, 1, 0, 4]), call(T(2, 2, 3), [2, 1, -3, 4]), call(T(1, 2, 3), [1, 1, 2, 3, 2]))


def record(r):
    for part in (shuffled, padded, scaled, sampled):
        part(r)
