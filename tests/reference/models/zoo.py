"""The models that are exported, scripted and traced: small ones of the kinds that people make.

Each entry of MODELS says how a model is made, what it is called with, and which of its sizes may vary. Parameters have few different
values in a pattern, so that a file of megabytes packs into kilobytes.
"""
import math
from collections import OrderedDict
from dataclasses import dataclass, field

import torch
import torch.nn.functional as F
from torch import nn


@dataclass
class Model:
    make: object
    args: object
    kwargs: object = dict
    dynamic: object = None  # Gives the dynamic shapes, where the export is to be for more than one size.
    other: object = None  # Arguments of other sizes for it.
    outside: object = None  # Arguments of sizes that it refuses.
    script: bool = True
    trace: bool = True
    export: bool = True
    trains: bool = False  # Gradients are compared too.
    strict: bool = True
    options: dict = field(default_factory=dict)  # Of torch.export.export.
    training: bool = False  # Exported in training mode.


def fill(module):
    """Parameters with values of a pattern: about as large as PyTorch's own, and different from one to the next."""
    for number, (name, value) in enumerate([*module.named_parameters(), *module.named_buffers()]):
        if not value.is_floating_point() or name.endswith("running_var") or "keep" in name:
            continue
        index = torch.arange(value.numel(), dtype=torch.int64) % 4093
        steps = ((index * 40503 + number * 977) >> 5) % 31 - 15
        scale = 1.0 if value.dim() < 2 else 1.8 / math.sqrt(value[0].numel())
        start = 1.0 if name.endswith("weight") and value.dim() < 2 else 0.0
        with torch.no_grad():
            value.copy_((start + steps.to(torch.float64) / 15 * scale * (0.3 if value.dim() < 2 else 1)).reshape(value.shape))
    return module


def randn(*sizes):
    return torch.randn(*sizes, generator=torch.Generator().manual_seed(sum(sizes) + len(sizes))).mul(64).round().div(64)


def integers(high, *sizes):
    return torch.randint(0, high, sizes, generator=torch.Generator().manual_seed(high + sum(sizes)))


class Mlp(nn.Module):
    def __init__(self, inputs=16, hidden=24, outputs=5):
        super().__init__()
        self.seq = nn.Sequential(nn.Linear(inputs, hidden), nn.GELU(), nn.LayerNorm(hidden), nn.Linear(hidden, outputs))

    def forward(self, x):
        return torch.softmax(self.seq(x), -1)


class Cnn(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 8, 3, padding=1), nn.BatchNorm2d(8), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(8, 12, 3, padding=1), nn.BatchNorm2d(12), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten())
        self.drop = nn.Dropout(0.5)
        self.head = nn.Linear(12, 10)

    def forward(self, x):
        return self.head(self.drop(self.features(x)))


class Depthwise(nn.Module):
    """A block of MobileNet: wide, by channel, narrow, and squeezed."""

    def __init__(self, width=8, wide=24):
        super().__init__()
        self.expand = nn.Conv2d(width, wide, 1, bias=False)
        self.norm1 = nn.BatchNorm2d(wide)
        self.depth = nn.Conv2d(wide, wide, 3, padding=1, groups=wide, bias=False)
        self.norm2 = nn.BatchNorm2d(wide)
        self.squeeze = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Conv2d(wide, 6, 1), nn.ReLU(), nn.Conv2d(6, wide, 1), nn.Hardsigmoid())
        self.project = nn.Conv2d(wide, width, 1, bias=False)
        self.norm3 = nn.BatchNorm2d(width)

    def forward(self, x):
        y = F.relu6(self.norm1(self.expand(x)))
        y = F.hardswish(self.norm2(self.depth(y)))
        y = y * self.squeeze(y)
        return x + self.norm3(self.project(y))


class UNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.down1 = nn.Conv2d(1, 6, 3, padding=1)
        self.down2 = nn.Conv2d(6, 10, 3, stride=2, padding=1)
        self.group = nn.GroupNorm(2, 10)
        self.instance = nn.InstanceNorm2d(6, affine=True)
        self.up = nn.ConvTranspose2d(10, 6, 2, 2)
        self.out = nn.Conv2d(12, 1, 1)

    def forward(self, x):
        a = F.silu(self.instance(self.down1(x)))
        b = F.leaky_relu(self.group(self.down2(a)))
        c = self.out(torch.cat([a, self.up(b)], 1))
        return torch.sigmoid(c), F.interpolate(b, scale_factor=2.0, mode="bilinear", align_corners=False)


class Recurrent(nn.Module):
    def __init__(self, kind):
        super().__init__()
        self.embed = nn.Embedding(40, 8)
        self.cell = kind(8, 10, num_layers=2, batch_first=True, bidirectional=True)
        self.out = nn.Linear(20, 4)

    def forward(self, ids):
        y = self.cell(self.embed(ids))[0]
        return self.out(y[:, -1])


class Attention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.proj = nn.Linear(width, width)

    def forward(self, x):
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        y = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        return self.proj(y.transpose(1, 2).reshape(batch, length, width))


class Gpt(nn.Module):
    def __init__(self, letters=20, width=16, heads=4, length=24):
        super().__init__()
        self.tok = nn.Embedding(letters, width)
        self.pos = nn.Embedding(length, width)
        self.norm1 = nn.LayerNorm(width)
        self.attention = Attention(width, heads)
        self.norm2 = nn.LayerNorm(width)
        self.mlp = nn.Sequential(nn.Linear(width, 4 * width), nn.GELU(approximate="tanh"), nn.Linear(4 * width, width))
        self.norm = nn.LayerNorm(width)
        self.head = nn.Linear(width, letters, bias=False)
        self.head.weight = self.tok.weight

    def forward(self, ids):
        x = self.tok(ids) + self.pos(torch.arange(ids.shape[1], device=ids.device))
        x = x + self.attention(self.norm1(x))
        x = x + self.mlp(self.norm2(x))
        return self.head(self.norm(x))


class GptStep(nn.Module):
    """One token more, with the keys and values of those before."""

    def __init__(self, letters=20, width=16):
        super().__init__()
        self.tok = nn.Embedding(letters, width)
        self.q = nn.Linear(width, width)
        self.k = nn.Linear(width, width)
        self.v = nn.Linear(width, width)
        self.out = nn.Linear(width, letters)

    def forward(self, token, keys, values):
        x = self.tok(token)
        keys = torch.cat([keys, self.k(x)], 1)
        values = torch.cat([values, self.v(x)], 1)
        weights = torch.softmax(self.q(x) @ keys.transpose(1, 2) / 4.0, -1)
        return self.out(weights @ values), keys, values


class KeptCache(nn.Module):
    """Keys are kept in a buffer that the model itself writes."""

    def __init__(self, width=8, length=6):
        super().__init__()
        self.register_buffer("cache", torch.zeros(2, length, width))
        self.register_buffer("count", torch.zeros((), dtype=torch.int64))
        self.key = nn.Linear(width, width)

    def forward(self, x, at):
        self.cache.index_copy_(1, at, self.key(x))
        self.count.add_(1)
        return self.cache.sum(1), self.count.clone()


class Bert(nn.Module):
    def __init__(self, width=16):
        super().__init__()
        self.words = nn.Embedding(60, width, padding_idx=0)
        self.kinds = nn.Embedding(2, width)
        self.places = nn.Embedding(32, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layer = nn.TransformerEncoderLayer(width, 4, 32, activation="gelu", batch_first=True)
        self.pool = nn.Linear(width, width)

    def forward(self, ids, mask):
        kinds = torch.zeros_like(ids)
        x = self.norm(self.words(ids) + self.kinds(kinds) + self.places(torch.arange(ids.shape[1])))
        x = self.layer(x, src_key_padding_mask=mask == 0)
        return x, torch.tanh(self.pool(x[:, 0]))


class Encoder(nn.Module):
    def __init__(self, width=16):
        super().__init__()
        layer = nn.TransformerEncoderLayer(width, 4, 24, batch_first=True, dropout=0.1)
        self.encoder = nn.TransformerEncoder(layer, 2, enable_nested_tensor=False)
        self.head = nn.Linear(width, 3)

    def forward(self, x):
        return self.head(self.encoder(x).mean(1))


class Vit(nn.Module):
    def __init__(self, width=16):
        super().__init__()
        self.patch = nn.Conv2d(3, width, 4, 4)
        self.first = nn.Parameter(torch.zeros(1, 1, width))
        self.place = nn.Parameter(torch.zeros(1, 17, width))
        self.layer = nn.TransformerEncoderLayer(width, 2, 32, batch_first=True, norm_first=True)
        self.head = nn.Linear(width, 6)

    def forward(self, x):
        y = self.patch(x).flatten(2).transpose(1, 2)
        y = torch.cat([self.first.expand(y.shape[0], -1, -1), y], 1) + self.place
        return self.head(self.layer(y)[:, 0])


class Vae(nn.Module):
    def __init__(self):
        super().__init__()
        self.encode = nn.Linear(20, 8)
        self.decode = nn.Linear(4, 20)

    def forward(self, x, noise):
        mean, logvar = self.encode(x).chunk(2, 1)
        z = mean + noise * torch.exp(0.5 * logvar)
        divergence = -0.5 * (1 + logvar - mean.pow(2) - logvar.exp()).sum(1)
        return torch.sigmoid(self.decode(z)), divergence.mean()


class Detection(nn.Module):
    """What comes behind a detector: the best boxes, by score, clipped to the picture."""

    def forward(self, boxes, scores):
        best, label = scores.max(1)
        order = torch.argsort(best, descending=True)[:4]
        x1, y1, x2, y2 = boxes[order].unbind(1)
        area = (x2 - x1).clamp(min=0) * (y2 - y1).clamp(min=0)
        corners = torch.stack([x1.clamp(0, 10), y1.clamp(0, 10), x2.clamp(0, 10), y2.clamp(0, 10)], 1)
        left = torch.maximum(corners[:, None, :2], corners[None, :, :2])
        right = torch.minimum(corners[:, None, 2:], corners[None, :, 2:])
        both = (right - left).clamp(min=0).prod(-1)
        overlap = both / (area[:, None] + area[None, :] - both).clamp(min=1e-6)
        return {"boxes": corners, "scores": best[order], "labels": label[order], "overlap": overlap, "kept": overlap.triu(1).amax(0) < 0.5}


class Indexing(nn.Module):
    def forward(self, x, i):
        values, places = x.topk(3, -1)
        ordered, order = x.sort(descending=True)
        positive = x > 0
        return {
            "rows": x[i], "part": x[i, :2], "gather": x.gather(1, places), "where": torch.where(positive, x, torch.zeros_like(x)),
            "filled": x.masked_fill(positive, -1.0), "running": x.cumsum(1),
            "added": torch.zeros(5, 6).scatter_add(0, i.view(-1, 1).expand(-1, 6), x[:3]), "step": x[::2, 1:-1:2], "flip": x.flip(0),
            "one_hot": F.one_hot(i, 7), "roll": x.roll(1, 0), "lower": torch.tril(x @ x.T), "diagonal": torch.diagonal(x @ x.T),
            "values": values, "ordered": ordered, "order": order, "put": x.index_put((i,), torch.ones(3, 6)), "take": torch.take_along_dim(x, places, 1),
        }


class Reducing(nn.Module):
    def forward(self, x):
        variance, mean = torch.var_mean(x, 1)
        return [
            x.max(), x.argmax(1), x.std(1, unbiased=False), F.normalize(x), x.logsumexp(1), variance, mean, x.prod(1), x.norm(dim=1),
            x.amin((0, 1)), torch.median(x, 1)[0], x.cumprod(1), (x > 0).any(1), (x > -9).all(), x.mean((0, 1)), torch.cdist(x, x)]


class Arithmetic(nn.Module):
    def forward(self, x):
        whole = (x * 10).long()
        return (
            whole // 3, whole % 3, (x > 0) & (x < 1), torch.full_like(x, float("-inf")).exp(), x.clamp(-0.5, 0.5), x.round(), F.pad(x, (1, 2), value=3.0),
            torch.einsum("ij,kj->ik", x, x), 2 - x, 1 / (x + 5), x ** 2, 2.0 ** x, torch.atan2(x, x + 3), torch.sign(x), whole << 1, whole ^ 5, -x,
            torch.floor_divide(x, 0.5), torch.fmod(x, 0.3), torch.remainder(x, -0.3), x.addcmul(x, x, value=0.5), torch.lerp(x, x + 1, 0.25))


class Activations(nn.Module):
    def __init__(self):
        super().__init__()
        self.prelu = nn.PReLU()
        self.all = nn.Sequential(
            nn.ELU(), nn.SELU(), nn.CELU(), nn.Hardswish(), nn.Hardsigmoid(), nn.Mish(), nn.Softplus(), nn.Tanhshrink(), nn.ReLU6(),
            nn.Hardtanh(), nn.LogSigmoid(), nn.Softsign(), nn.Threshold(0.1, 20.0), nn.GLU())

    def forward(self, x):
        return self.all(self.prelu(x)), F.log_softmax(x, -1), F.softmin(x, 0), F.gumbel_softmax(x * 0, hard=False).sum(-1).round()


class Pooling(nn.Module):
    def forward(self, x):
        return (
            F.avg_pool2d(x, 2), F.adaptive_max_pool2d(x, 2), F.pixel_shuffle(x, 2), F.unfold(x, 2), F.lp_pool2d(x, 2.0, 2), F.max_pool2d(x, 3, 2, 1),
            F.interpolate(x, size=(5, 7), mode="nearest"), F.interpolate(x, scale_factor=1.5, mode="bicubic", align_corners=True),
            F.grid_sample(x, F.affine_grid(torch.tensor([[[1.0, 0.1, 0.0], [0.0, 1.0, 0.2]]]), [1, 4, 5, 5], align_corners=False), align_corners=False))


class Convolutions(nn.Module):
    def __init__(self):
        super().__init__()
        self.c1 = nn.Conv1d(4, 6, 3, padding=1, dilation=1)
        self.c3 = nn.Conv3d(1, 2, (1, 2, 2))
        self.t1 = nn.ConvTranspose1d(6, 4, 3, stride=2, output_padding=1)
        self.circular = nn.Conv1d(4, 4, 3, padding=1, padding_mode="circular")

    def forward(self, x):
        return self.t1(self.c1(x)), self.c3(x[None, None]), self.circular(x[None])


class Fourier(nn.Module):
    def forward(self, x):
        spectrum = torch.fft.rfft(x)
        power = spectrum.abs().pow(2)
        back = torch.fft.irfft(spectrum * torch.exp(torch.tensor(0.5j)), n=x.shape[-1])
        return power, back, torch.view_as_real(torch.fft.fft2(x)), torch.fft.fftshift(power)


class Spectrogram(nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer("window", torch.hann_window(16))

    def forward(self, x):
        return torch.stft(x, 16, 8, window=self.window, return_complex=True).abs()


class Types(nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer("kept", torch.tensor([1.0, 2, 3]), persistent=False)
        self.w = torch.tensor([5.0, 6, 7])

    def forward(self, x):
        half = x.to(torch.float16).to(torch.bfloat16).float()
        return (
            half + self.kept, x * self.w, torch.tensor([1.5, 2.5, 3.5]) + x, torch.complex(x, x).real, x.double(), torch.arange(0, 10, 2),
            torch.linspace(0, 1, 5), x.to(torch.int8), torch.zeros(2, dtype=torch.int16), torch.ones_like(x, dtype=torch.bool), torch.eye(3))


class Arguments(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Linear(4, 3)
        self.b = nn.Linear(4, 2)

    def forward(self, inputs, scale: float = 2.0, *, flag: bool = True):
        x = inputs["x"]
        y = inputs["pair"][0] + inputs["pair"][1]
        result = {"a": self.a(x) * scale, "rows": x.shape[0] * 2, "list": [self.b(x), (y, None)]}
        return result if flag else {"none": x}


class Condition(nn.Module):
    def forward(self, x):
        return torch.cond(x.sum() > 0, lambda t: t + 1, lambda t: t.sin() - 1, (x,))


class NestedCondition(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(4, 4)

    def forward(self, x):
        def outer(t):
            return torch.cond(t.mean() > 2, lambda u: self.linear(u), lambda u: u * 3, (t,))

        return torch.cond(x.sum() > 0, outer, lambda t: t - 1, (x,)) + 1


class WithoutGrad(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(3, 3)

    def forward(self, x):
        with torch.no_grad():
            y = self.linear(x)
        return self.linear(x) + y


class Mixed(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(3, 3)

    def forward(self, x):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            y = self.linear(x)
        return y.float()


class Changes(nn.Module):
    def forward(self, x):
        x.add_(1)
        x[0] = 7.0
        return x * 2


class Counting(nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer("mean", torch.zeros(3))
        self.register_buffer("steps", torch.zeros((), dtype=torch.int64))

    def forward(self, x):
        self.mean.mul_(0.9).add_(x.mean(0), alpha=0.1)
        self.steps.add_(1)
        return x - self.mean


class Heads(nn.Module):
    def __init__(self):
        super().__init__()
        self.attention = nn.MultiheadAttention(16, 4, batch_first=True)
        self.bag = nn.EmbeddingBag(10, 16, mode="mean")

    def forward(self, x, i):
        mask = torch.triu(torch.ones(x.shape[1], x.shape[1], dtype=torch.bool), 1)
        y, weights = self.attention(x, x, x, attn_mask=mask)
        return y, weights, self.bag(i)


class Losses(nn.Module):
    def forward(self, x, target):
        return (
            F.cross_entropy(x, target), F.nll_loss(F.log_softmax(x, 1), target, reduction="sum"), F.mse_loss(x, x * 0.5), F.smooth_l1_loss(x, x * 0.5),
            F.binary_cross_entropy_with_logits(x, (x > 0).float()), F.kl_div(F.log_softmax(x, 1), F.softmax(-x, 1), reduction="batchmean"),
            F.huber_loss(x, x * 0.5), F.cosine_similarity(x, x + 1))


class Sizes(nn.Module):
    """What it computes depends on the sizes that it is given."""

    def forward(self, x):
        batch, length = x.shape
        half = (length + 3) // 2
        places = torch.arange(length) * 1.0 / length
        return x[:, 2:].sum(1) * half, x.reshape(batch * length), places + batch, torch.zeros(batch, length + 1), x.new_full((length - 1,), 2.0 * batch)


class Choosing(nn.Module):
    """Its output's size depends on values."""

    def forward(self, x):
        return torch.nonzero(x > 0), x[x > 0] * 2


class Item(nn.Module):
    def forward(self, x, n):
        count = n.item()
        torch._check_is_size(count)
        torch._check(count <= x.shape[0])
        return x[:count].sum(), torch.ones(count)


class Weighted(nn.Module):
    """Weights of 8 bits with a scale, as small models are stored."""

    def __init__(self):
        super().__init__()
        self.register_buffer("weight", (torch.arange(48) % 17 - 8).to(torch.int8).reshape(6, 8))
        self.register_buffer("scale_keep", torch.tensor([0.1, 0.2, 0.05, 0.3, 0.15, 0.25]).reshape(6, 1))

    def forward(self, x):
        return F.linear(x, self.weight.to(x.dtype) * self.scale_keep.to(x.dtype))


class Tied(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Linear(6, 6)
        self.second = nn.Linear(6, 6)
        self.second.weight = self.first.weight
        self.register_buffer("seen", torch.ones(6), persistent=True)

    def forward(self, x):
        return self.second(torch.relu(self.first(x))) * self.seen


class Decoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.TransformerDecoderLayer(8, 2, 16, batch_first=True)

    def forward(self, x, memory):
        mask = nn.Transformer.generate_square_subsequent_mask(x.shape[1])
        return self.layer(x, memory, tgt_mask=mask, tgt_is_causal=True)


class Norms(nn.Module):
    def __init__(self):
        super().__init__()
        self.rms = nn.RMSNorm(6)
        self.batch = nn.BatchNorm1d(6, affine=False)
        self.local = nn.LocalResponseNorm(2)

    def forward(self, x):
        return self.rms(x), self.batch(x), self.local(x[None])


class Solving(nn.Module):
    def forward(self, x):
        square = x @ x.T + torch.eye(4)
        return torch.linalg.solve(square, x), torch.linalg.cholesky(square), torch.linalg.det(square), torch.linalg.inv(square), torch.linalg.eigvalsh(square)


class Gcn(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Linear(4, 8)
        self.second = nn.Linear(8, 2)

    def forward(self, x, edges):
        source, target = edges[0], edges[1]
        degree = torch.zeros(x.shape[0]).index_add(0, target, torch.ones(target.shape[0])).clamp(min=1)
        y = self.first(x)
        x = torch.relu(torch.zeros_like(y).index_add(0, target, y[source]) / degree[:, None])
        y = self.second(x)
        return torch.relu(torch.zeros_like(y).index_add(0, target, y[source]) / degree[:, None])


def resnet():
    """The first half of torchvision's ResNet-18, which has its blocks, with a head."""
    from torchvision.models.resnet import BasicBlock, ResNet
    whole = ResNet(BasicBlock, [1, 1, 1, 1])
    parts = {name: getattr(whole, name) for name in ("conv1", "bn1", "relu", "maxpool", "layer1", "layer2", "avgpool")}
    return nn.Sequential(OrderedDict(**parts, flatten=nn.Flatten(), fc=nn.Linear(128, 10)))


def dim(name, low=1, high=512):
    from torch.export import Dim
    return Dim(name, min=low, max=high)


MODELS = {
    "mlp": Model(Mlp, lambda: (randn(4, 16),), dynamic=lambda: ({0: dim("batch", 2, 64)},), other=lambda: (randn(7, 16),),
                 outside=lambda: (randn(70, 16),), trains=True),
    "mlp_double": Model(lambda: Mlp().double(), lambda: (randn(3, 16).double(),)),
    "mlp_bfloat16": Model(lambda: Mlp().bfloat16(), lambda: (randn(3, 16).bfloat16(),)),
    "mlp_half": Model(lambda: Mlp().half(), lambda: (randn(3, 16).half(),)),
    "cnn": Model(Cnn, lambda: (randn(2, 3, 12, 12),), dynamic=lambda: ({0: dim("batch", 2, 64)},), other=lambda: (randn(5, 3, 12, 12),),
                 outside=lambda: (randn(2, 3, 12, 14),), trains=True),
    "resnet": Model(resnet, lambda: (randn(1, 3, 32, 32),)),
    "depthwise": Model(Depthwise, lambda: (randn(2, 8, 6, 6),), dynamic=lambda: ({2: dim("height", 2, 64), 3: dim("width", 2, 64)},),
                       other=lambda: (randn(2, 8, 9, 7),), trains=True),
    "unet": Model(UNet, lambda: (randn(1, 1, 8, 8),), trains=True),
    "lstm": Model(lambda: Recurrent(nn.LSTM), lambda: (integers(40, 2, 7),), trains=True),
    "gru": Model(lambda: Recurrent(nn.GRU), lambda: (integers(40, 2, 7),), trains=True),
    "rnn": Model(lambda: Recurrent(nn.RNN), lambda: (integers(40, 2, 7),)),
    "gpt": Model(Gpt, lambda: (integers(20, 2, 9),), dynamic=lambda: ({1: dim("length", 2, 24)},), other=lambda: (integers(20, 2, 14),), trains=True),
    "gpt_step": Model(GptStep, lambda: (integers(20, 1, 1), randn(1, 5, 16), randn(1, 5, 16)),
                      dynamic=lambda: ({}, {1: (past := dim("past", 1, 64))}, {1: past}),
                      other=lambda: (integers(20, 1, 1), randn(1, 8, 16), randn(1, 8, 16))),
    "kept_cache": Model(KeptCache, lambda: (randn(2, 2, 8), torch.tensor([1, 4])), trace=False),
    "bert": Model(Bert, lambda: (integers(60, 2, 6), torch.tensor([[1, 1, 1, 1, 0, 0], [1, 1, 1, 1, 1, 1]]))),
    "encoder": Model(Encoder, lambda: (randn(2, 5, 16),), dynamic=lambda: ({0: dim("batch", 2, 64), 1: dim("length", 2, 64)},), other=lambda: (randn(3, 8, 16),)),
    "vit": Model(Vit, lambda: (randn(2, 3, 16, 16),)),
    "vae": Model(Vae, lambda: (randn(3, 20), randn(3, 4)), trains=True),
    "detection": Model(Detection, lambda: (randn(6, 4).abs().cumsum(1) * 3, randn(6, 3))),
    "indexing": Model(Indexing, lambda: (randn(5, 6), torch.tensor([0, 3, 1]))),
    "reducing": Model(Reducing, lambda: (randn(5, 6),), script=False),
    "arithmetic": Model(Arithmetic, lambda: (randn(4, 5),)),
    "activations": Model(Activations, lambda: (randn(2, 4, 6),), trace=False),
    "pooling": Model(Pooling, lambda: (randn(1, 4, 6, 6),)),
    "convolutions": Model(Convolutions, lambda: (randn(4, 7),)),
    "fourier": Model(Fourier, lambda: (randn(3, 8),)),
    "spectrogram": Model(Spectrogram, lambda: (randn(2, 64),)),
    "types": Model(Types, lambda: (randn(3),)),
    "arguments": Model(Arguments, lambda: ({"x": randn(3, 4), "pair": (randn(2), randn(2) + 1)},), script=False, trace=False),
    "arguments_named": Model(Arguments, lambda: ({"x": randn(3, 4), "pair": (randn(2), randn(2) + 1)}, 0.5), lambda: {"flag": True}, script=False, trace=False),
    "condition": Model(Condition, lambda: (randn(4),), script=False, trace=False),
    "nested_condition": Model(NestedCondition, lambda: (randn(4).abs(),), script=False, trace=False),
    "without_grad": Model(WithoutGrad, lambda: (randn(2, 3),), trains=True, trace=False),
    "mixed": Model(Mixed, lambda: (randn(2, 3),), script=False),
    "changes": Model(Changes, lambda: (randn(3),)),
    "counting": Model(Counting, lambda: (randn(4, 3),), trace=False),
    "heads": Model(Heads, lambda: (randn(2, 5, 16), integers(10, 2, 3))),
    "losses": Model(Losses, lambda: (randn(4, 5), torch.tensor([0, 4, 2, 1]))),
    "sizes": Model(Sizes, lambda: (randn(3, 6),), dynamic=lambda: ({0: dim("batch", 2, 64), 1: dim("length", 4, 64)},), other=lambda: (randn(4, 11),), trace=False),
    "choosing": Model(Choosing, lambda: (randn(9),)),
    "item": Model(Item, lambda: (randn(9), torch.tensor(4)), script=False, trace=False),
    "weighted": Model(Weighted, lambda: (randn(2, 8),)),
    "tied": Model(Tied, lambda: (randn(2, 6),), trains=True),
    "decoder": Model(Decoder, lambda: (randn(2, 4, 8), randn(2, 5, 8)), script=False),
    "norms": Model(Norms, lambda: (randn(5, 6),)),
    "solving": Model(Solving, lambda: (randn(4, 4),)),
    "gcn": Model(Gcn, lambda: (randn(5, 4), torch.tensor([[0, 1, 2, 3, 4, 0], [1, 2, 3, 4, 0, 2]])), trains=True),
}
