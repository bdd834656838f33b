"""Pixels and channels moved about."""
from tagged import Source


def shuffled(r):
    a = Source("joined", past=183)
    image = a("f32", 1, 4, 2, 2)
    for op in ("channel_shuffle", "native_channel_shuffle", "pixel_shuffle", "pixel_unshuffle"):
        for x in (image, a("f32", 4, 2, 2), a("i64", 1, 4, 2, 2), a("f64", 2, 4, 4, 2), a("c64", 1, 4, 2, 2), a("f32", 2, 3), a("f32", 1, 3, 3, 3), a("bool", 1, 4, 2, 2), a("f32", 0, 4, 2, 2)):
            for n in (1, 2, 3, 0, -1):
                if op != "native_channel_shuffle" or n in (1, 2):  # which checks nothing
                    r.case(op, f"torch.{op}", x, n)
        r.case(op, f"torch.{op}", image.grad(), 2, backward="channel" not in op)


def record(r):
    shuffled(r)
