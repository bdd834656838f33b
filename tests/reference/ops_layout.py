"""The order in memory: strides given, formats, and tensors made of lists."""
from tagged import Source

import torch


def layouts(r):
    a = Source("layout")
    for size, stride in [((2, 3), (1, 2)), ((2, 3), (3, 1)), ((3,), (2,)), ((), ()), ((0, 2), (2, 1)), ((2, 2), (0, 1)), ((1, 3), (9, 3)),
                         ((2, 3), (1,)), ((2, -3), (1, 2)), ((2, 3), (-1, 2))]:
        r.case("empty_strided", "torch.empty_strided", size, stride, compare="meta")
        r.case("new_empty_strided", "Tensor.new_empty_strided", a("i64", 2), size, stride, compare="meta")
    for size, order in [((2, 3, 5), (0, 2, 1)), ((2, 3), (1, 0)), ((3,), (0,)), ((), ()), ((0, 2), (1, 0)), ((2, 3, 4), (2, 1, 0)),
                        ((1, 2, 3, 4), (0, 2, 3, 1)), ((2, 3, 5), (0, 2)), ((2, 3, 5), (0, 2, 2)), ((2, 3), (0, 2))]:
        r.case("empty_permuted", "torch.empty_permuted", size, order, compare="meta")
    for dtype in (torch.float64, torch.bool, torch.complex64):
        r.case("empty_strided", "torch.empty_strided", (2, 3), (1, 2), dtype=dtype, compare="meta")
    image, volume = a("f32", 2, 3, 4, 5), a("f32", 1, 2, 3, 2, 2)
    formats = [torch.contiguous_format, torch.channels_last, torch.channels_last_3d, torch.preserve_format]
    for x in (image, volume, a("i64", 2, 3), a("f32", 1, 1, 1, 1), a("f32", 3, 2).t()):
        for to in formats:
            r.case("is_contiguous", "Tensor.is_contiguous", x, memory_format=to)
            r.case("contiguous", "Tensor.contiguous", x, memory_format=to, compare="exact")
            r.case("clone", "Tensor.clone", x, memory_format=to, compare="exact")
            r.case("to", "Tensor.to", x, memory_format=to, compare="exact")
    for x in [a("f32", 2, 3), a("f32", 3, 2).t(), a("f32", 1, 1), a("f32", 3).expand(2, 3), a("f32"),
              a("f32", 2, 1, 3), a("f32", 0, 2), a("i64", 2, 3, 4, 5), a("i64", 4), a("bool", 4, 1).t(), a("f32", 1, 3).expand(2, 3)]:
        r.case("dim_order", "Tensor.dim_order", x)
        r.case("dim_order", "Tensor.dim_order", x, ambiguity_check=True)


def lists(r):
    for call in ("torch.as_tensor", "torch.asarray"):
        for data in [[1, 2], [1.5, 2], [True, False], [[1, 2], [3, 4]], 5, 2.5, [], [[]], [1, 2.5, 3], [1 + 2j]]:
            r.case(call[6:], call, data, compare="exact")
        r.case(call[6:], call, [1, 2], dtype=torch.float64, compare="exact")
        r.case(call[6:], call, [1.9, 2], dtype=torch.int32, compare="exact")
        r.case(call[6:], call, [[1, 2], [3]], compare="exact")


def record(r):
    layouts(r)
    lists(r)
