"""Pixels and channels moved about; with them what joins tensors."""
from tagged import Source


def joined(r):
    a = Source("joined")
    for op, alias in (("cat", "concatenate"), ("cat", "concat"), ("vstack", "row_stack")):
        for tensors in ([a("f32", 2, 3), a("f32", 1, 3)], [a("i64", 2), a("f32", 2)], [a("c64", 1, 2)], [a("f32"), a("f32")], [], [a("f32", 2), a("f32", 2, 2)],
                        [a("f32", 2, 3), a("f32", 2, 4)], [a("bool", 2), a("u8", 2)], [a("f32", 0), a("f32", 2, 2)], [a("f64", 2, 2).t(), a("f64", 3, 2)],
                        [a("f32", 2).grad(), a("f32", 2)]):
            r.case(op, f"torch.{alias}", tensors)
            if op == "cat":
                r.case(op, f"torch.{alias}", tensors, dim=-1)
    image = a("f32", 1, 4, 2, 2)
    for op in ("channel_shuffle", "native_channel_shuffle", "pixel_shuffle", "pixel_unshuffle"):
        for x in (image, a("f32", 4, 2, 2), a("i64", 1, 4, 2, 2), a("f64", 2, 4, 4, 2), a("c64", 1, 4, 2, 2), a("f32", 2, 3), a("f32", 1, 3, 3, 3), a("bool", 1, 4, 2, 2), a("f32", 0, 4, 2, 2)):
            for n in (1, 2, 3, 0, -1):
                if op != "native_channel_shuffle" or n in (1, 2):  # which checks nothing
                    r.case(op, f"torch.{op}", x, n)
        r.case(op, f"torch.{op}", image.grad(), 2, backward="channel" not in op)
    for x, weight, bias in [((3, 1, 2), (2, 2, 4), (4,)), ((5, 2, 3), (3, 3, 2), (2,)), ((3, 2), (2, 2, 4), (4,)), ((3, 1, 2), (2, 2, 4), (3,)), ((3, 1, 2), (2, 3, 4), (4,)),
                            ((3, 1, 2), (2, 2), (4,)), ((3, 1, 2), (2, 2, 4), (1, 4))]:
        for dtype in ("f32", "f64", "i64"):
            r.case("conv_tbc", "torch.conv_tbc", a(dtype, *x), a(dtype, *weight), a(dtype, *bias))
            r.case("conv_tbc", "torch.conv_tbc", a(dtype, *x), a(dtype, *weight), a(dtype, *bias), 1)
    for tensors in ([a("f32", 2, 2), a("f32", 1, 3)], [a("f32", 1, 2, 3)], [a("f32"), a("i64", 2)], [a("f32", 2), a("f32", 2, 2, 2)]):
        r.case("block_diag", "torch.block_diag", *tensors)


def record(r):
    joined(r)
