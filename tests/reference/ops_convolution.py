"""Convolutions over time."""
from tagged import Source


def conv_tbc(r):
    a = Source("joined", past=907)
    for x, weight, bias in [((3, 1, 2), (2, 2, 4), (4,)), ((5, 2, 3), (3, 3, 2), (2,)), ((3, 2), (2, 2, 4), (4,)), ((3, 1, 2), (2, 2, 4), (3,)), ((3, 1, 2), (2, 3, 4), (4,)),
                            ((3, 1, 2), (2, 2), (4,)), ((3, 1, 2), (2, 2, 4), (1, 4))]:
        for dtype in ("f32", "f64", "i64"):
            r.case("conv_tbc", "torch.conv_tbc", a(dtype, *x), a(dtype, *weight), a(dtype, *bias))
            r.case("conv_tbc", "torch.conv_tbc", a(dtype, *x), a(dtype, *weight), a(dtype, *bias), 1)


def record(r):
    conv_tbc(r)
