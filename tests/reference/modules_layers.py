"""Modules that compute one tensor from another: layers, activations, padding, pooling, normalization."""
import inspect

import torch

from modules import M, Class
from nn_sweeps import T, call, index
from tagged import V

SIZES = {1: (5,), 2: (4, 5), 3: (3, 4, 3)}


def activations(m):
    for name, ways in {
        "ELU": [call(), call(0.5)], "Hardshrink": [call(), call(1.5)], "Hardsigmoid": [call()], "Hardtanh": [call(), call(-2.0, 0.5), call(min_val=-1.0, max_val=2.0)],
        "Hardswish": [call()], "LeakyReLU": [call(), call(0.2)], "LogSigmoid": [call()], "PReLU": [call(), call(3), call(init=0.5), call(3, 0.1)], "ReLU": [call()], "ReLU6": [call()],
        "RReLU": [call(), call(0.1, 0.3)], "SELU": [call()], "CELU": [call(), call(0.5)], "GELU": [call(), call("tanh")], "Sigmoid": [call()], "SiLU": [call()], "Mish": [call()],
        "Softplus": [call(), call(2.0, 1.0), call(0.5)], "Softshrink": [call(), call(1.5)], "Softsign": [call()], "Tanh": [call()], "Tanhshrink": [call()], "Threshold": [call(0.1, 20), call(0.5, -1.0)],
        "Softmin": [call(1), call(), call(dim=0)], "Softmax": [call(1), call(), call(dim=-1)], "LogSoftmax": [call(1), call(), call(dim=0)], "GLU": [call(), call(dim=0)], "Identity": [call()],
    }.items():
        c = Class(m, name)
        shape = (2, 3) if name != "GLU" else (2, 4)
        c.each(ways, (T(*shape),), (T(2, *shape[1:], 2),), (T(0, *shape[1:]),))
        if "inplace" in inspect.signature(getattr(torch.nn, name).__init__).parameters:
            c.one(*[(args, {**kwargs, "inplace": True}) for args, kwargs in ways][-1], (T(*shape),))
            c.one((), {"inplace": True} if name != "Threshold" else {"threshold": 0.1, "value": 2, "inplace": True}, (T(*shape),), grad=True)
    c = Class(m, "Softmax2d")
    c.each([call()], (T(2, 3, 2, 2),), (T(3, 2, 2),))
    c.refused(((), {}, (T(2, 3),)))
    Class(m, "Softmax").refused(((2,), {}, (T(2, 3),)))
    Class(m, "GLU").refused(((), {}, (T(2, 3),)), ((2,), {}, (T(2, 4),)))
    Class(m, "PReLU").refused(((2,), {}, (T(2, 3),)))
    Class(m, "Hardtanh").refused(((2.0, 1.0), {}, (T(2, 3),)))
    Class(m, "Softshrink").refused(((-1.0,), {}, (T(2, 3),)))
    Class(m, "RReLU").refused(((0.5, 0.1), {}, (T(2, 3),)))


def linear(m):
    c = Class(m, "Linear")
    c.each([call(3, 4), call(3, 4, False), call(in_features=3, out_features=1), call(3, 30)], (T(2, 3),), (T(3),), (T(2, 2, 3),), (T(0, 3),))
    c.refused(((3, 4), {}, (T(2, 4),)), ((3, 4), {}, (T(),)), ((-1, 4), {}, (T(2, 3),)), ((3, 0), {}, (T(2, 3),)), ((0, 4), {}, (T(2, 0),)), ((3, 4), {}, (T(2, 3, dtype="i64"),)), ((3, 4), {}, (T(2, 3, dtype="f64"),)))
    c = Class(m, "Bilinear")
    c.each([call(3, 2, 4), call(3, 2, 4, bias=False), call(3, 2, 1)], (T(2, 3), T(2, 2)), (T(3), T(2)), (T(2, 2, 3), T(2, 2, 2)))
    c.refused(((3, 2, 4), {}, (T(2, 2), T(2, 2))), ((0, 2, 4), {}, (T(2, 3), T(2, 2))), ((3, 2, 4), {}, (T(3, 3), T(2, 2))))
    c = Class(m, "LazyLinear")
    c.each([call(4), call(4, False), call(out_features=2)], (T(2, 3),), (T(2, 2, 3),))
    c = Class(m, "Flatten")
    c.each([call(), call(0), call(1, 2), call(start_dim=0, end_dim=-2)], (T(2, 3, 2, 2),), (T(0, 3, 2, 2),))
    c.refused(((2, 1), {}, (T(2, 3, 2),)), ((5,), {}, (T(2, 3),)))
    c = Class(m, "Unflatten")
    c.each([call(1, (2, 3)), call(dim=-1, unflattened_size=(3, 2)), call(1, (2, -1))], (T(2, 6),))
    c.refused(((1, (2, 2)), {}, (T(2, 6),)), ((2, (2, 3)), {}, (T(2, 6),)))


def dropped(m):
    for name, shape in (("Dropout", (4, 5)), ("Dropout1d", (2, 3, 2)), ("Dropout2d", (2, 3, 2, 2)), ("Dropout3d", (1, 3, 2, 2, 1)), ("AlphaDropout", (4, 5)), ("FeatureAlphaDropout", (2, 3, 2))):
        c = Class(m, name, seed=5)
        c.each([call(), call(0.2), call(p=0.7), call(0.0), call(1.0)], (T(*shape),), (T(*shape[1:]),), (T(0, *shape[1:]),))
        c.one((0.5, True), {}, (T(*shape),))
        c.refused(((1.5,), {}, (T(*shape),)), ((-0.1,), {}, (T(*shape),)), ((), {}, (T(2),)))


def embeddings(m):
    c = Class(m, "Embedding")
    i = index(2, 3, most=5)
    c.each([call(5, 3), call(5, 3, 1), call(5, 3, padding_idx=-1), call(5, 3, max_norm=0.5), call(5, 3, max_norm=0.5, norm_type=1.0), call(5, 3, scale_grad_by_freq=True), call(5, 60)], (i,), (index(4, most=5),), (index(most=5),), (index(0, most=5),), low=False)
    c.one((5, 3), {}, (i,), dtype="f64")
    c.refused(((5, 3), {}, (T(2, lo=5, hi=8, dtype="i64"),)), ((5, 3, 5), {}, (i,)), ((5, 3, -6), {}, (i,)), ((5, 3), {}, (T(2),)), ((-5, 3), {}, (i,)))
    c = Class(m, "EmbeddingBag")
    flat, offsets = index(5, most=5), V([0, 2], "i64")
    c.each([call(5, 3), call(5, 3, mode="sum"), call(5, 3, mode="max"), call(5, 3, padding_idx=1), call(5, 3, max_norm=0.5), call(5, 3, scale_grad_by_freq=True), call(5, 3, include_last_offset=True)], (i,), (flat, offsets), low=False)
    c.one((5, 3), {"mode": "sum"}, (i, None, T(2, 3)))
    c.one((5, 3), {"mode": "sum"}, (flat, offsets, {"per_sample_weights": T(5)}))
    c.one((5, 3), {"include_last_offset": True}, (flat, V([0, 2, 5], "i64")))
    c.refused(((5, 3), {}, (flat,)), ((5, 3), {}, (flat, V([1, 2], "i64"))), ((5, 3), {"padding_idx": 7}, (i,)), ((5, 3), {"mode": "mean"}, (i, None, T(2, 3))), ((5, 3), {}, (i, offsets)))


def padded(m):
    for n, amounts in ((1, (1, 2)), (2, (1, 2, 0, 1)), (3, (1, 1, 0, 1, 1, 0))):
        size = SIZES[n]
        for kind in ("Reflection", "Replication", "Zero", "Constant", "Circular"):
            name = f"{kind}Pad{n}d"
            more = (1.5,) if kind == "Constant" else ()
            c = Class(m, name)
            c.each([call(1, *more), call(amounts, *more), call(padding=amounts, **({"value": -1} if more else {}))], (T(2, 2, *size),), (T(2, *size),), (T(0, 2, *size),))
            c.one((tuple(-1 if i == 1 else 1 for i in range(2 * n)), *more), {}, (T(1, 2, *size),))
            c.refused(((9, *more), {}, (T(1, 2, *size),)), ((1, *more), {}, (T(3),)), ((-9, *more), {}, (T(1, 2, *size),)))


def convolutions(m):
    for n in (1, 2, 3):
        size = SIZES[n]
        for lazy in ("", "Lazy"):
            c = Class(m, f"{lazy}Conv{n}d")
            first = () if lazy else (2,)
            ways = [call(*first, 4, 2), call(*first, 4, 3, padding=1), call(*first, 4, 2, 2, bias=False), call(*first, 4, kernel_size=3, padding="same"), call(*first, 4, 2, groups=2), call(*first, 2, (2,) * n, stride=(1,) * n, padding=(1,) * n, dilation=(1,) * n),
                    call(*first, 2, 3, padding=1, padding_mode="reflect"), call(*first, 2, 3, padding=1, padding_mode="replicate"), call(*first, 2, 3, padding=1, padding_mode="circular"), call(*first, 2, 2, padding="valid"), call(*first, 2, 3, padding="same", padding_mode="circular"),
                    call(*first, 2, 2, dilation=2)]
            c.each(ways if not lazy else ways[:4], (T(2, 2, *size, lo=-1, hi=1),), (T(2, *size, lo=-1, hi=1),), (T(0, 2, *size),))
            x = T(1, 2, *size)
            if not lazy:
                c.refused(((2, 4, 2), {}, (T(1, 3, *size),)), ((2, 3, 2), {"groups": 2}, (x,)), ((3, 4, 2), {"groups": 2}, (x,)), ((2, 4, 2), {"groups": 0}, (x,)), ((2, 4, 2, 2), {"padding": "same"}, (x,)), 
                          ((2, 4, 9), {}, (x,)), ((2, 4, 0), {}, (x,)), ((2, 4, 2, 0), {}, (x,)), ((2, 4, 2), {"padding": -1}, (x,)), ((2, 4, 2), {}, (T(3),)), ((2, 0, 2), {}, (x,)), ((2, 4, (2,) * (n + 1)), {}, (x,)), ((2, 4, 2), {}, (T(1, 2, *size, dtype="f64"),)))
            else:
                c.refused(((4, 2), {}, (T(3),)), ((4, 2), {"groups": 4}, (x,)))
            c = Class(m, f"{lazy}ConvTranspose{n}d")
            size = tuple(2 + i for i in range(n))
            ways = [call(*first, 4, 2), call(*first, 4, 2, 2), call(*first, 4, 3, padding=1), call(*first, 4, 2, 2, output_padding=1), call(*first, 4, 2, groups=2), call(*first, 4, 2, bias=False), call(*first, 4, 2, dilation=2), call(*first, 2, (2,) * n, (2,) * n, (1,) * n)]
            c.each(ways if not lazy else ways[:3], (T(1, 2, *size, lo=-1, hi=1),), (T(2, *size, lo=-1, hi=1),))
            if not lazy:
                x = T(1, 2, *size)
                c.one((2, 4, 2, 2), {}, (x, tuple(2 * s for s in size)))
                c.one((2, 4, 2, 2), {}, (x, {"output_size": [2 * s + 1 for s in size]}))
                c.refused(((2, 4, 2), {}, (T(1, 3, *size),)), ((2, 4, 2), {"padding_mode": "reflect"}, (x,)), ((3, 4, 2), {"groups": 2}, (x,)), ((2, 4, 2), {"output_padding": 1}, (x,)), ((2, 4, 2, 2), {}, (x, [99] * n)), ((2, 4, 2, 2), {}, (x, [4] * (n + 3))), ((2, 4, 2, 0), {}, (x,)))
            size = SIZES[n]
    c = Class(m, "Unfold")
    c.each([call(2), call((2, 3), padding=1), call(kernel_size=2, stride=2), call(2, 2)], (T(1, 2, 4, 5),), (T(2, 4, 5),))
    c.refused(((9,), {}, (T(1, 2, 4, 5),)), ((2,), {}, (T(2, 3),)))
    c = Class(m, "Fold")
    c.each([call((3, 4), 2), call(output_size=(3, 4), kernel_size=(2, 2))], (T(2, 8, 6),), (T(8, 6),))
    c.refused((((3, 4), 2), {}, (T(2, 7, 6),)), (((3, 4), 2), {}, (T(2, 8, 5),)))


def pooling(m):
    for n in (1, 2, 3):
        size = {1: (6,), 2: (4, 5), 3: (4, 3, 4)}[n]
        x, alone, none = (T(2, 2, *size),), (T(2, *size),), (T(0, 2, *size),)
        c = Class(m, f"MaxPool{n}d")
        ways = [call(2), call(2, 1), call(3, stride=2, padding=1), call(2, ceil_mode=True), call((2,) * n if n > 1 else 2, dilation=2), call(kernel_size=2)]
        c.each([*ways, *[(args, {**kwargs, "return_indices": True}) for args, kwargs in ways]], x, alone, none)
        c.refused(((2,), {"padding": 2}, x), ((9,), {}, x), ((0,), {}, x), ((2,), {}, (T(3),)))
        c = Class(m, f"AvgPool{n}d")
        c.each([call(2), call(2, 1), call(3, 2, 1), call(2, ceil_mode=True), call(3, padding=1, count_include_pad=False), *([call(2, divisor_override=3)] if n > 1 else [])], x, alone, none)
        c.refused(((2,), {"padding": 2}, x), ((9,), {}, x), ((0,), {}, x), ((2,), {}, (T(3),)))
        c = Class(m, f"LPPool{n}d")
        c.each([call(2, 2), call(1.5, 2, 1), call(norm_type=2, kernel_size=2, ceil_mode=True)], (T(2, 2, *size, lo=0.1),), (T(2, *size, lo=0.1),))
        for kind in ("Avg", "Max"):
            c = Class(m, f"Adaptive{kind}Pool{n}d")
            ways = [call(2), call(1), call((2,) * n), *([call((None,) * (n - 1) + (2,))] if n > 1 else [])]
            c.each([*ways, *[(args, {**kwargs, "return_indices": True}) for args, kwargs in ways if kind == "Max"]], x, alone, none)
            c.refused(((-1,), {}, x), ((2,), {}, (T(3),)))
        c = Class(m, f"MaxUnpool{n}d")
        places = index(1, 1, *(2,) * n, most=3)
        c.each([call(2), call((2,) * n, 2)], (T(1, 1, *(2,) * n, grad=False), V(unpooled(n), "i64")), (T(1, 1, *(2,) * n), V(unpooled(n), "i64"), (5,) * n), low=False)
        c.refused(((2,), {}, (T(1, 1, *(2,) * n), places, [99] * n)), ((0,), {}, (T(1, 1, *(2,) * n), V(unpooled(n), "i64"))))
    for n in (2, 3):
        c = Class(m, f"FractionalMaxPool{n}d", seed=7)
        x = T(2, 2, *((5, 6) if n == 2 else (4, 5, 4)))
        ways = [call(2, output_size=3), call(2, 2), call(2, output_ratio=(0.75,) * n), call((2,) * n, output_size=(3,) * n), call(2, output_ratio=(0.5,) * n)]
        c.each([*ways, *[(args, {**kwargs, "return_indices": True}) for args, kwargs in ways]], (x,), (T(*x.shape[1:]),))
        c.refused(((2,), {}, (x,)), ((2,), {"output_size": 2, "output_ratio": (0.5,) * n}, (x,)), ((2,), {"output_ratio": (1.5,) * n}, (x,)), ((2, 9), {}, (x,)))


def unpooled(n):
    flat = list(range(0, 2 ** n * 2, 2))
    for _ in range(n - 1):
        flat = [flat[i:i + 2] for i in range(0, len(flat), 2)]
    return [[flat]]


def normalized(m):
    for n, shape in ((1, (4, 3)), (2, (2, 3, 2, 2)), (3, (2, 3, 2, 1, 2))):
        for lazy in ("", "Lazy"):
            first = () if lazy else (3,)
            c = Class(m, f"{lazy}BatchNorm{n}d")
            c.each([call(*first), call(*first, affine=False), call(*first, track_running_stats=False), call(*first, momentum=0.3, eps=1e-3), call(*first, momentum=None), call(*first, affine=False, track_running_stats=False)],
                   (T(*shape),), *([(T(4, 3, 2),)] if n == 1 else []), (T(0, *shape[1:]),))
            c.refused((first, {}, (T(2),)), (first, {}, (T(1, 3, *(1,) * (n if n > 1 else 0)),)), *([((2,), {}, (T(*shape),))] if not lazy else []), (first, {}, (T(1, 2, 3, 4, 5, 6),)))
            c = Class(m, f"{lazy}InstanceNorm{n}d")
            inst = (2, 3, 4) if n == 1 else shape
            c.each([call(*first), call(*first, affine=True), call(*first, track_running_stats=True), call(*first, affine=True, track_running_stats=True, momentum=0.3, eps=1e-3)], (T(*inst),), (T(*inst[1:]),))
            c.refused((first, {}, (T(2),)), (first, {}, (T(2, 3, *(1,) * n),)), *([((2,), {"affine": True}, (T(*inst),)), ((2,), {}, (T(*inst),))] if not lazy else []))
    c = Class(m, "LayerNorm")
    c.each([call(4), call((3, 4)), call([4], 0.1), call(4, elementwise_affine=False), call(4, bias=False)], (T(2, 3, 4),), (T(0, 3, 4),))
    c.refused(((3,), {}, (T(2, 3, 4),)), (((2, 3, 4, 5),), {}, (T(2, 3, 4),)), (((),), {}, (T(2, 3, 4),)))
    c = Class(m, "RMSNorm")
    c.each([call(4), call((3, 4)), call([4], 0.1), call(4, elementwise_affine=False)], (T(2, 3, 4),), (T(0, 3, 4),))
    c.refused(((3,), {}, (T(2, 3, 4),)))
    c = Class(m, "GroupNorm")
    c.each([call(2, 4), call(1, 4), call(4, 4), call(2, 4, 0.1), call(2, 4, affine=False)], (T(2, 4, 3),), (T(2, 4),), (T(2, 4, 2, 2),), (T(0, 4, 3),))
    c.refused(((3, 4), {}, (T(2, 4, 3),)), ((0, 4), {}, (T(2, 4, 3),)), ((2, 4), {}, (T(2, 6, 3),)), ((2, 4), {}, (T(4),)))
    c = Class(m, "LocalResponseNorm")
    c.each([call(2), call(3, 0.1, 0.5, 2.0), call(2, k=0.5)], (T(2, 4, 3),), (T(1, 3, 2, 2),))
    c.refused(((0,), {}, (T(2, 4, 3),)), ((2,), {}, (T(4),)))


def vision(m):
    c = Class(m, "PixelShuffle")
    c.each([call(2), call(1)], (T(1, 4, 2, 3),), (T(4, 2, 3),))
    c.refused(((3,), {}, (T(1, 4, 2, 3),)), ((0,), {}, (T(1, 4, 2, 3),)))
    c = Class(m, "PixelUnshuffle")
    c.each([call(2), call(1)], (T(1, 2, 4, 2),), (T(2, 4, 2),))
    c.refused(((3,), {}, (T(1, 2, 4, 2),)))
    c = Class(m, "ChannelShuffle")
    c.each([call(2), call(4)], (T(1, 4, 2, 3),), (T(2, 4, 2),))
    c.refused(((3,), {}, (T(1, 4, 2, 3),)), ((0,), {}, (T(1, 4, 2, 3),)))
    c = Class(m, "Upsample")
    c.each([call(5), call(scale_factor=2), call((5, 3), mode="bilinear"), call(scale_factor=(2.0, 1.5), mode="bicubic"), call(scale_factor=1.7, mode="bilinear", align_corners=True), call(scale_factor=1.7, recompute_scale_factor=True), call(size=5, mode="nearest-exact")], (T(1, 2, 3, 4),))
    c.each([call(5, mode="linear"), call(scale_factor=2, mode="nearest")], (T(1, 2, 3),))
    c.each([call(4, mode="trilinear"), call(scale_factor=2.0)], (T(1, 1, 2, 3, 2),))
    c.refused(((), {}, (T(1, 2, 3, 4),)), ((5, 2.0), {}, (T(1, 2, 3, 4),)), ((5,), {"mode": "linear"}, (T(1, 2, 3, 4),)), ((5,), {"align_corners": True}, (T(1, 2, 3, 4),)))
    for name in ("UpsamplingNearest2d", "UpsamplingBilinear2d"):
        c = Class(m, name)
        c.each([call(5), call(scale_factor=2), call((5, 3))], (T(1, 2, 3, 4),))
        c.refused(((), {}, (T(1, 2, 3, 4),)))


def containers(m):
    c = Class(m, "Sequential")
    c.each([call(M("Linear", 3, 4), M("ReLU"), M("Linear", 4, 2)), call(M("Linear", 3, 3)), call(M("Sequential", M("Linear", 3, 4), M("Tanh")), M("LayerNorm", 4)), call(M("Linear", 3, 3), M("Linear", 3, 3), M("Linear", 3, 3), M("ReLU"), M("ReLU")), call(),
            call(M("BatchNorm1d", 3), M("Dropout", 0.5), M("Linear", 3, 2))], (T(4, 3),), low=False)
    c = Class(m, "Sequential")
    c.each([call(M("Conv2d", 1, 2, 3), M("BatchNorm2d", 2), M("ReLU"), M("MaxPool2d", 2), M("Flatten"), M("Linear", 8, 2))], (T(2, 1, 6, 6, lo=-1, hi=1),), low=False)
    c.refused(((M("Linear", 3, 4), M("Linear", 3, 4)), {}, (T(4, 3),)))


def record(m):
    for part in (activations, linear, dropped, embeddings, padded, convolutions, pooling, normalized, vision, containers):
        part(m)
