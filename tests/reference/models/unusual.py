"""Models that are made or exported in unusual ways: python exported.py FOLDER unusual exports them."""
import collections
from typing import NamedTuple

import torch
import torch.nn.functional as F
from torch import nn
from torch.export import Dim
from torch.utils._pytree import _register_namedtuple

from zoo import Model, dim, integers, randn

NEWER = tuple(int(part) for part in torch.__version__.split(".")[:2]) >= (2, 9)


class Function(nn.Module):
    """A function as a model."""

    def __init__(self, function):
        super().__init__()
        self.function = function

    def forward(self, *args, **kwargs):
        return self.function(*args, **kwargs)


def of(function, *args, **rest):
    # A class each, with the function's own arguments: names of arguments come from it.
    made = type(function.__name__, (nn.Module,), {"forward": lambda self, *a, **k: function(*a, **k)})
    import inspect
    names = inspect.signature(function)
    made.forward.__signature__ = names.replace(parameters=[inspect.Parameter("self", inspect.Parameter.POSITIONAL_OR_KEYWORD), *names.parameters.values()])
    return Model(made, args[0] if len(args) == 1 and callable(args[0]) else lambda: args, **rest)


class Branches(nn.Module):
    """Several results from branches that use the module's own weights, and tensors from around them."""

    def __init__(self):
        super().__init__()
        self.a = nn.Linear(4, 4)
        self.b = nn.Linear(4, 4)

    def forward(self, x, y):
        z = x * 2
        first, second = torch.cond(x.sum() > y.sum(), lambda t, u: (self.a(t) + z, u * 2), lambda t, u: (self.b(t) - z, u.sin() + t), (x, y))
        return first, second, first @ second.T


class Pick(nn.Module):
    """The branch depends on a size."""

    def forward(self, x):
        return torch.cond(x.shape[0] > 4, lambda t: t.cos(), lambda t: t + 2, (x,))


class Repeat(nn.Module):
    def forward(self, n, x):
        from torch._higher_order_ops.while_loop import while_loop
        return while_loop(lambda i, t: i > 0, lambda i, t: (i - 1, t * 1.5 + 1), (n, x))


class Each(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(3, 2)

    def forward(self, xs, y):
        from torch._higher_order_ops.map import map as each
        return each(lambda x, y: self.linear(x) + y, xs, y)


class Scanned(nn.Module):
    def forward(self, start, xs):
        from torch._higher_order_ops.scan import scan
        return scan(lambda c, x: (c * 0.5 + x, c + x.sin()), start, xs)


class Whole(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Transformer(8, 2, 1, 2, 16, batch_first=True)

    def forward(self, source, target, gap):
        mask = self.net.generate_square_subsequent_mask(target.shape[1])
        return self.net(source, target, tgt_mask=mask, tgt_is_causal=True, src_key_padding_mask=gap, memory_key_padding_mask=gap)


class MaskedHeads(nn.Module):
    def __init__(self):
        super().__init__()
        self.one = nn.MultiheadAttention(8, 2, kdim=6, vdim=4, batch_first=True, add_bias_kv=True)
        self.two = nn.MultiheadAttention(8, 4, add_zero_attn=True)

    def forward(self, q, k, v, gap, mask):
        y, weights = self.one(q, k, v, key_padding_mask=gap, average_attn_weights=False)
        z, none = self.two(q, q, q, attn_mask=mask, need_weights=False)
        return y, weights, z, none


class Training(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(2, 4, 3)
        self.norm = nn.BatchNorm2d(4)
        self.group = nn.GroupNorm(2, 4)
        self.last = nn.BatchNorm1d(4, affine=False)
        self.head = nn.Linear(4, 3)

    def forward(self, x):
        y = F.relu(self.norm(self.conv(x)))
        # Squared: the mean of what was normalized is the same for all weights, and the gradient nothing but rounding.
        return self.head(self.last(self.group(y).mean((2, 3)))).square() / 16


class Dropped(nn.Module):
    def __init__(self):
        super().__init__()
        self.drop = nn.Dropout(0.25)
        self.channels = nn.Dropout2d(0.5)
        self.alpha = nn.AlphaDropout(0.2)
        self.w = nn.Parameter(torch.ones(4))

    def forward(self, x):
        return self.drop(x * self.w), self.channels(x[..., None, None]), self.alpha(x), torch.rand(3), torch.randn(2, 2), torch.rand_like(x), torch.randint(0, 9, (3,)), torch.bernoulli(x.sigmoid())


class Point(NamedTuple):
    x: torch.Tensor
    y: torch.Tensor


_register_namedtuple(Point, serialized_type_name="unusual.Point")


class Nested(nn.Module):
    def forward(self, point, data, nothing, scale, count, flag, word, *, extra, rest=None):
        total = point.x * scale + point.y * count
        total = total + extra["b"] + extra["a"][0]
        if flag:
            total = total + len(word)
        ordered = collections.OrderedDict([("z", total), ("a", {"deep": [total * 2, (point.x, None, 3, "text", 2.5, True)]})])
        return Point(total, data[0][1]), ordered, [nothing, data[1]["k"], []], {}, ()


class Buffers(nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer("hidden", torch.arange(4.0), persistent=False)
        self.register_buffer("known", torch.ones(4))
        self.register_buffer("whole", torch.arange(4, dtype=torch.int32))
        self.register_buffer("same", self.known)
        self.frozen = nn.Parameter(torch.full((4,), 0.5), requires_grad=False)
        self.free = nn.Parameter(torch.full((4,), 2.0))
        self.ints = nn.Parameter(torch.arange(4, dtype=torch.int8), requires_grad=False)
        self.plain = torch.tensor([3.0, 1, 2, 5])
        self.inner = nn.ParameterList([nn.Parameter(torch.ones(4)), nn.Parameter(torch.full((4,), 3.0))])
        self.named = nn.ParameterDict({"k": nn.Parameter(torch.ones(4))})
        self.number = 4

    def forward(self, x):
        self.whole.add_(1)
        return (x + self.hidden * self.known + self.same + self.frozen + self.free + self.ints + self.plain + self.inner[0] * self.inner[1]
                + self.named["k"] + torch.tensor(1.5) + torch.tensor([1, 2, 3, 4]) + self.whole), self.known


class SharedModule(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Linear(4, 4)
        self.again = self.first
        self.seq = nn.Sequential(self.first, nn.Tanh(), nn.Linear(4, 4, bias=False))
        self.seq[2].weight = self.first.weight
        self.part = nn.Parameter(self.first.weight.detach()[:2])  # A view of the other's memory.

    def forward(self, x):
        return self.again(self.seq(x)) + self.first(x)


class Twice(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * 2

    @staticmethod
    def backward(ctx, g):
        return g * 2


class OwnGradient(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.ones(4))

    def forward(self, x):
        return Twice.apply(x * self.w) + 1


class Modes(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Linear(3, 3)
        self.b = nn.Linear(3, 3)

    def forward(self, x):
        with torch.no_grad():
            y = self.a(x)
            with torch.enable_grad():
                z = self.b(y)
            w = z * 2
        with torch.set_grad_enabled(True):
            v = self.a(x) + w
        return v + y.detach(), z


class CastParts(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Linear(4, 4)

    def forward(self, x):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            y = self.a(x)
            with torch.autocast("cpu", enabled=False):
                z = self.a(y.float())
            w = y @ y.T
        return y, z, w, self.a(x)


class Signature(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner = Inner()

    def forward(self, x):
        return self.inner(x, scale=2.0)["y"] + self.inner(x, scale=0.5)["y"]


class Inner(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(4, 4)

    def forward(self, x, scale=1.0):
        return {"y": self.linear(x) * scale}


class Cells(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTMCell(4, 5)
        self.gru = nn.GRUCell(4, 5)
        self.rnn = nn.RNNCell(4, 5, nonlinearity="relu")
        self.projected = nn.LSTM(4, 6, proj_size=3, batch_first=True)
        self.packed = nn.GRU(4, 5, bias=False)

    def forward(self, x, h):
        hx, c = h, h
        for step in x.unbind(0):
            hx, c = self.lstm(step, (hx, c))
        y, (hn, cn) = self.projected(x)
        return hx, c, self.gru(x[0], h), self.rnn(x[1], h), y, hn, cn, self.packed(x, h[None])


class Bags(nn.Module):
    def __init__(self):
        super().__init__()
        self.sum = nn.EmbeddingBag(9, 4, mode="sum", include_last_offset=True)
        self.max = nn.EmbeddingBag(9, 4, mode="max", padding_idx=1)
        self.words = nn.Embedding(9, 4, max_norm=None, scale_grad_by_freq=True, padding_idx=2)

    def forward(self, i, offsets, weights):
        return self.sum(i, offsets, per_sample_weights=weights), self.max(i, offsets[:-1]), self.words(i)


def long_chain(x):
    for i in range(1000):
        x = x * 0.999 + (0.001 * (i % 3))
    return x


def dot(q, k, v, bias):
    return (
        F.scaled_dot_product_attention(q, k, v), F.scaled_dot_product_attention(q, k, v, attn_mask=bias > 0),
        F.scaled_dot_product_attention(q, k, v, attn_mask=bias, scale=0.3), F.scaled_dot_product_attention(q, k, v, is_causal=True),
        F.scaled_dot_product_attention(q, k[:, :1], v[:, :1], enable_gqa=True))


def identity(x, y):
    return x, x, y, x + 1, (y, [x])


def views(x):
    x[1:3].mul_(2)
    x.view(-1)[0] = 9.0
    x.T[1].add_(1)
    return x[0], x


def changed_and_given(x, y):
    y.add_(x)
    x.copy_(y * 2)
    return x, y, x


def kinds(c, i, b, h, e):
    return (
        c * c.conj(), c.abs(), c.real + c.imag, torch.view_as_complex(torch.view_as_real(c)), i * i, i.to(torch.int32) << 2, i // 3, -i, b ^ True, ~b, b & ~b,
        h + 1, e.sum(), e * 2, torch.cat([e, e], 0), e.max(1)[0] if e.shape[1] else e, i.float() / 3, c.to(torch.complex128))


def scalars(x):
    return x.sum(), x.shape[0], x.shape[1] * 3 + 1, x.argmax(), 7, None, x.mean(0)[0]


def sorting(x, i):
    return (
        *torch.sort(x, dim=0, stable=True), *torch.topk(x, 2, largest=False), torch.unique(i), torch.unique(i, return_inverse=True, return_counts=True), torch.nonzero(i),
        *torch.kthvalue(x, 2), *torch.mode(i), torch.searchsorted(x.sort()[0], x), torch.bucketize(x, torch.tensor([-1.0, 0, 1])), torch.msort(x),
        torch.argsort(x, -1, True), torch.histc(x, 4), torch.masked_select(x, x > 0), torch.nonzero(i, as_tuple=True))


def resizing(x):
    return (
        F.interpolate(x, scale_factor=(2, 1.5), mode="nearest"), F.interpolate(x, size=5, mode="bilinear", align_corners=True), F.interpolate(x, (3, 3), mode="area"),
        F.interpolate(x, scale_factor=0.5, mode="bilinear", antialias=True), F.interpolate(x, scale_factor=2, mode="nearest-exact"),
        F.interpolate(x, scale_factor=2, mode="bicubic", recompute_scale_factor=True), F.interpolate(x[0], scale_factor=2, mode="linear"),
        F.pad(x, (1, 1, 2, 0)), F.pad(x, (1, 2, 0, 1), mode="circular"), F.pad(x, (1, 1, 1, 1), mode="reflect"), F.pad(x, (2, 0, 0, 1), mode="replicate"),
        F.pad(x, (-1, 0)), F.pixel_unshuffle(x, 2), F.fold(F.unfold(x, 2), (4, 4), 2), F.max_unpool2d(*F.max_pool2d(x, 2, return_indices=True), 2))


def spectra(x):
    return (
        torch.fft.fft(x, norm="ortho"), torch.fft.ifft2(x), torch.fft.rfftn(x), torch.fft.hfft(x), torch.fft.irfft(torch.fft.rfft(x, dim=0), dim=0),
        torch.fft.fftfreq(8), torch.istft(torch.stft(x.flatten(), 8, 4, window=torch.hann_window(8), return_complex=True), 8, 4, window=torch.hann_window(8)))


def sums(a, b, c):
    return (
        torch.einsum("bij,bjk->bik", a, b), torch.einsum("bij,bjk,k->i", a, b, c), torch.einsum("...ij->...ji", a), torch.einsum("bii->b", a[:, :, :2]),
        torch.tensordot(a, b, dims=([2], [1])), torch.baddbmm(c, a, b, beta=0.5), torch.kron(a[0], b[0]), torch.outer(c, c), torch.linalg.multi_dot([a[0], b[0], a[0]]),
        torch.logsumexp(a, (1, 2)), torch.linalg.vector_norm(a, 3), torch.linalg.matrix_norm(a), torch.trapezoid(a), torch.cross(a, a + 1, dim=-1), torch.svd(a)[1])


def quantized(x, w, scale):
    q = torch.clamp(torch.round(x / scale) + 3, -128, 127).to(torch.int8)
    product = q.to(torch.int32) @ w.to(torch.int32)
    back = (product >> 3).clamp(-128, 127).to(torch.uint8)
    return q, product, back, back.to(torch.float32) * scale, torch.div(product, 7, rounding_mode="floor"), torch.div(product, 7, rounding_mode="trunc"), product % 5, product.bitwise_and(15)


def pairs(x, y):
    return x + y, x.shape[0] * y.shape[1]


def derived(x, y, z):
    return x.sum() + y.reshape(2, -1).sum(0).mean() + z[1:] * 2, y.shape[0], z.shape[0] - 1


def derived_first(y, x):
    return y.reshape(2, -1).sum(0) + x.sum(1)


def even(x):
    a, b = x.chunk(2)
    return a + b, x.shape[0] // 2


def keywords(x, *, scale, other=None, name="n"):
    return {"y": x * scale + (0 if other is None else other["t"])}


def inplace_words(x):
    y = x.clone()
    y[:, 1] += 5
    y[y > 3] = 0.5
    y[torch.tensor([0, 2])] = y[torch.tensor([2, 0])]
    y[..., -1].fill_(4)
    y.masked_fill_(y < -1, 8)
    y.index_add_(0, torch.tensor([1]), torch.ones(1, 4))
    y.scatter_(1, torch.tensor([[0], [1], [2]]), 3.5)
    z = torch.empty(3, 4).copy_(y)
    return y.sigmoid_(), z, torch.stack([y, z]).unbind(0), torch.split(x, [1, 2]), torch.tensor_split(x, 3, 1), torch.meshgrid(x[0], x[1], indexing="ij")


def guards(x, n):
    k = n.item()
    torch._check(k >= 2)
    torch._check(k <= 6)
    return torch.zeros(k).scatter_add(0, torch.arange(2), x[:2]), k, k * 2 + 1


def distances(x):
    return torch.cdist(x, x, p=1.0), torch.pdist(x), F.pairwise_distance(x, x + 1), F.cosine_similarity(x[:, None], x[None], dim=-1)


def special(x):
    y = x.abs() + 0.5
    return (
        torch.special.gammaln(y), torch.erf(x), torch.special.i0(x), torch.special.expit(x), torch.special.xlogy(x, y), torch.polygamma(1, y), torch.digamma(y), torch.erfinv(x / 9),
        torch.nan_to_num(x / 0.0, nan=1.0, posinf=2.0), torch.heaviside(x, torch.tensor(0.5)), torch.hypot(x, y), torch.copysign(y, x), torch.logaddexp(x, y), torch.sinc(x),
        torch.deg2rad(x), torch.frac(x), torch.clamp(x, max=torch.tensor(0.3)), torch.nextafter(x, y), torch.ldexp(x, torch.tensor(2)), torch.frexp(x)[1], x.logit(eps=0.1))


def ways(x, d):
    """The graph is for one of the ways; PyTorch 2.14 says in the file for which sizes it is right."""
    other = d["k"][1]
    y = x * 2 if x.shape[0] % 2 == 0 else x * 3
    if x.shape[0] * other.shape[1] > 20:
        y = y + 1
    if other.shape[0] != 7 and max(x.shape[0], other.shape[0]) > 3:
        y = y - 2
    return y + other.sum()


class NamedOnly(nn.Module):
    """Called with names alone, as models of text are."""

    def __init__(self):
        super().__init__()
        self.words = nn.Embedding(10, 4)

    def forward(self, ids, mask=None):
        x = self.words(ids)
        return {"hidden": x.masked_fill(mask[..., None] == 0, 0.0), "pooled": x.mean(1)}


class KeptKeys(nn.Module):
    """Attention over keys and values that the model keeps, written at the places that it is told."""

    def __init__(self, width=8, heads=2, length=6):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.register_buffer("keys", torch.zeros(1, heads, length, width // heads))
        self.register_buffer("values", torch.zeros(1, heads, length, width // heads))

    def forward(self, x, at):
        q, k, v = (part.view(1, x.shape[1], self.heads, -1).transpose(1, 2) for part in self.qkv(x).chunk(3, -1))
        with torch.no_grad():
            self.keys[:, :, at] = k
            self.values[:, :, at] = v
        mask = torch.arange(self.keys.shape[2])[None, :] <= at[:, None]
        y = F.scaled_dot_product_attention(q, self.keys, self.values, attn_mask=mask)
        return self.out(y.transpose(1, 2).reshape(x.shape))


class Complex(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.complex(torch.eye(3) * 0.5, torch.ones(3, 3) * 0.25))
        self.register_buffer("turn", torch.polar(torch.ones(4, 3), torch.arange(12.0).view(4, 3)))

    def forward(self, x):
        z = torch.view_as_complex(x) * self.turn @ self.w + ((2 - 3j) if NEWER else 2)
        return torch.view_as_real(z), z.abs(), torch.angle(z), z.conj(), torch.fft.ifft(z), torch.einsum("ij,kj->ik", z, self.w)


class Experts(nn.Module):
    """Of four experts the two best, weighted."""

    def __init__(self):
        super().__init__()
        self.gate = nn.Linear(6, 4)
        self.experts = nn.ModuleList(nn.Linear(6, 6) for _ in range(4))

    def forward(self, x):
        weights, best = self.gate(x).softmax(-1).topk(2)
        all_of_them = torch.stack([expert(x) for expert in self.experts], 1)
        return (torch.gather(all_of_them, 1, best[..., None].expand(-1, -1, 6)) * (weights / weights.sum(-1, keepdim=True))[..., None]).sum(1), best


MODELS = {
    "named_only": Model(NamedOnly, tuple, lambda: {"ids": integers(10, 2, 3), "mask": torch.tensor([[1, 1, 0], [1, 1, 1]])}),
    "kept_keys": Model(KeptKeys, lambda: (randn(1, 3, 8), torch.tensor([0, 1, 2]))),
    "complex_numbers": Model(Complex, lambda: (randn(4, 3, 2),)),
    "experts": Model(Experts, lambda: (randn(5, 6),), trains=True),
    "branches": Model(Branches, lambda: (randn(3, 4), randn(3, 4).flip(0)), trains=True),
    "pick": Model(Pick, lambda: (randn(5, 2),), dynamic=lambda: ({0: dim("batch", 2, 64)},), other=lambda: (randn(3, 2),)),
    "repeat": Model(Repeat, lambda: (torch.tensor(5), randn(3))),
    "each": Model(Each, lambda: (randn(4, 3), randn(2))),
    "scanned": Model(Scanned, lambda: (randn(3), randn(4, 3))),
    "whole_transformer": Model(Whole, lambda: (randn(2, 5, 8), randn(2, 4, 8), torch.tensor([[False] * 5, [False] * 3 + [True] * 2])), trains=True,
                               dynamic=lambda: ({1: (s := dim("source", 2, 64))}, {1: dim("target", 2, 64)}, {1: s}),
                               other=lambda: (randn(2, 7, 8), randn(2, 6, 8), torch.tensor([[False] * 7, [False] * 3 + [True] * 4]))),
    "masked_heads": Model(MaskedHeads, lambda: (randn(2, 3, 8), randn(2, 5, 6), randn(2, 5, 4), torch.tensor([[False] * 5, [False] * 3 + [True] * 2]),
                                                torch.tensor([[False, True], [False, False]])), trains=True),
    "training": Model(Training, lambda: (randn(4, 2, 6, 6),), trains=True, training=True),
    "dropped": Model(Dropped, lambda: (randn(3, 4),), trains=True, training=True),
    "nested": Model(Nested, lambda: (Point(randn(3), randn(3) + 1), [(randn(2), randn(1)), {"k": randn(4)}], None, 2.5, 3, True, "word"),
                    lambda: {"extra": {"b": randn(3), "a": [randn(1)]}}),
    "buffers": Model(Buffers, lambda: (randn(4),), trains=True),
    "shared_module": Model(SharedModule, lambda: (randn(3, 4),), trains=True),
    "own_gradient": Model(OwnGradient, lambda: (randn(4),), trains=True),
    "modes": Model(Modes, lambda: (randn(2, 3),), trains=True),
    "modes_strict": Model(Modes, lambda: (randn(2, 3),), trains=True, options={"strict": True}),
    "cast_parts": Model(CastParts, lambda: (randn(2, 4),)),
    "signature": Model(Signature, lambda: (randn(3, 4),), trains=True, options={"preserve_module_call_signature": ("inner",)}),
    "cells": Model(Cells, lambda: (randn(3, 2, 4), randn(2, 5)), trains=True),
    "bags": Model(Bags, lambda: (integers(9, 6), torch.tensor([0, 2, 6]), randn(6)), trains=True),
    "long_chain": of(long_chain, randn(3)),
    "dot": of(dot, randn(1, 2, 3, 4), randn(1, 2, 3, 4).flip(2), randn(1, 2, 3, 4).flip(3), randn(3, 3)),
    "identity": of(identity, randn(3), integers(4, 2)),
    "views": of(views, randn(4, 3)),
    "changed_and_given": of(changed_and_given, randn(3), randn(3) + 1),
    "kinds": of(kinds, torch.complex(randn(3), randn(3) + 1), integers(9, 4).to(torch.int8), integers(2, 3).bool(), randn(2).half(), torch.zeros(0, 3)),
    "scalars": of(scalars, randn(3, 4), dynamic=lambda: ({0: dim("batch", 2, 64)},), other=lambda: (randn(6, 4),)),
    "sorting": of(sorting, randn(3, 5), integers(4, 6)),
    "resizing": of(resizing, randn(1, 4, 4, 4)),
    "resizing_any": of(lambda x: (F.interpolate(x, scale_factor=1.7, mode="bilinear"), F.pad(x, (1, 1, 1, 1), mode="reflect"), F.avg_pool2d(x, 2, ceil_mode=True)), randn(1, 2, 5, 6),
                       dynamic=lambda: ({2: dim("height", 4, 64), 3: dim("width", 4, 64)},), other=lambda: (randn(1, 2, 9, 8),)),
    "spectra": of(spectra, randn(4, 8)),
    "sums": of(sums, randn(2, 2, 3), randn(2, 3, 2), randn(2)),
    "quantized": of(quantized, randn(3, 4) * 20, integers(20, 4, 2).sub(10).to(torch.int8), torch.tensor(0.1)),
    "pairs": of(pairs, randn(3, 4), randn(3, 4) + 1, dynamic=lambda: ({0: (b := dim("batch", 2, 64))}, {0: b}), other=lambda: (randn(5, 4), randn(5, 4)),
                outside=lambda: (randn(5, 4), randn(4, 4))),
    "derived": of(derived, randn(3, 2), randn(6), randn(4), dynamic=lambda: ({0: (b := dim("batch", 2, 64))}, {0: 2 * b}, {0: b + 1}),
                  other=lambda: (randn(5, 2), randn(10), randn(6)), outside=lambda: (randn(5, 2), randn(9), randn(6))),
    "derived_first": of(derived_first, randn(6), randn(3, 2), dynamic=lambda: ({0: 2 * (b := dim("batch", 2, 64))}, {0: b}),
                        other=lambda: (randn(10), randn(5, 2)), outside=lambda: (randn(10), randn(4, 2))),
    "even": of(even, randn(6, 2), dynamic=lambda: ({0: 2 * dim("half", 2, 64)},), other=lambda: (randn(10, 2),), outside=lambda: (randn(9, 2),)),
    "automatic": of(derived, randn(3, 2), randn(6), randn(4), dynamic=lambda: ({0: Dim.AUTO, 1: Dim.AUTO}, {0: Dim.AUTO}, {0: Dim.AUTO}), other=lambda: (randn(5, 3), randn(12), randn(4)), outside=lambda: (randn(5, 3), randn(11), randn(4))),
    "automatic_pair": of(pairs, randn(3, 4), randn(3, 4) + 1, dynamic=lambda: ({0: Dim.AUTO, 1: Dim.AUTO}, {0: Dim.AUTO, 1: Dim.AUTO}), other=lambda: (randn(5, 6), randn(5, 6)),
                         outside=lambda: (randn(5, 6), randn(5, 4))),
    "ways": of(ways, randn(6, 2), {"k": [randn(1), randn(5, 4)]}, dynamic=lambda: ({0: Dim.AUTO}, {"k": [None, {0: Dim.AUTO, 1: Dim.AUTO}]}),
               other=lambda: (randn(8, 2), {"k": [randn(1), randn(2, 3)]}), outside=lambda: (randn(7, 2), {"k": [randn(1), randn(5, 4)]})),
    "ways_many": of(ways, randn(6, 2), {"k": [randn(1), randn(5, 4)]}, dynamic=lambda: ({0: Dim.AUTO}, {"k": [None, {0: Dim.AUTO, 1: Dim.AUTO}]}),
                    outside=lambda: (randn(4, 2), {"k": [randn(1), randn(5, 4)]})),
    "ways_seven": of(ways, randn(6, 2), {"k": [randn(1), randn(5, 4)]}, dynamic=lambda: ({0: Dim.AUTO}, {"k": [None, {0: Dim.AUTO, 1: Dim.AUTO}]}),
                     outside=lambda: (randn(6, 2), {"k": [randn(1), randn(7, 4)]})),
    "keywords": Model(lambda: of(keywords).make(), lambda: (randn(3),), lambda: {"scale": 3.0, "other": {"t": randn(3) + 2}}),
    "inplace_words": of(inplace_words, randn(3, 4)),
    "guards": of(guards, randn(4), torch.tensor(4)),
    "distances": of(distances, randn(3, 4)),
    "special": of(special, randn(3, 4)),
}
