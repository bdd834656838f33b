"""Four whole networks, out/networks.jsonl: their initial weights, and what one forward and backward makes of them.

Each is what tests/TorchLite.Tests/Nn/Networks.cs has under the same name. Asked of Python's front end on TorchLite's own libtorch, so that
the last bits can be compared; they agree with both versions as far as rounding goes.
"""
import json
import pathlib

import torch
from torch import nn
from torch.nn import functional as F

from recorder import written


class Mlp(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(64, 32)
        self.fc2 = nn.Linear(32, 10)

    def forward(self, x):
        return self.fc2(self.fc1(x).relu())


class Residual(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)

    def forward(self, x):
        y = self.bn1(self.conv1(x)).relu()
        return (x + self.bn2(self.conv2(y))).relu()


class ResNet(nn.Module):
    def __init__(self, channels, depth, classes):
        super().__init__()
        self.stem = nn.Conv2d(1, channels, 3, padding=1)
        self.blocks = nn.Sequential(*(Residual(channels) for _ in range(depth)))
        self.head = nn.Linear(channels, classes)

    def forward(self, x):
        return self.head(self.blocks(self.stem(x).relu()).mean([2, 3]))


class Classifier(nn.Module):
    def __init__(self, vocabulary, hidden, classes):
        super().__init__()
        self.embedding = nn.Embedding(vocabulary, 8)
        self.lstm = nn.LSTM(8, hidden, num_layers=2, batch_first=True)
        self.head = nn.Linear(hidden, classes)

    def forward(self, tokens):
        output, _ = self.lstm(self.embedding(tokens))
        return self.head(output[:, -1])


class Block(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.ln1 = nn.LayerNorm(width)
        self.qkv = nn.Linear(width, 3 * width)
        self.proj = nn.Linear(width, width)
        self.ln2 = nn.LayerNorm(width)
        self.mlp = nn.Sequential(nn.Linear(width, 4 * width), nn.GELU(), nn.Linear(4 * width, width), nn.Dropout(0.1))
        self.heads = heads

    def forward(self, x):
        x = x + self.attend(self.ln1(x))
        return x + self.mlp(self.ln2(x))

    def attend(self, x):
        b, t, w = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        y = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        return self.proj(y.transpose(1, 2).reshape(b, t, w))


class Gpt(nn.Module):
    def __init__(self, vocabulary, length, width, heads, layers):
        super().__init__()
        self.wte = nn.Embedding(vocabulary, width)
        self.wpe = nn.Embedding(length, width)
        self.h = nn.ModuleList(Block(width, heads) for _ in range(layers))
        self.ln_f = nn.LayerNorm(width)
        self.lm_head = nn.Linear(width, vocabulary, bias=False)
        self.lm_head.weight = self.wte.weight

    def forward(self, tokens):
        x = self.wte(tokens) + self.wpe(torch.arange(tokens.size(1)))
        for block in self.h:
            x = block(x)
        return self.lm_head(self.ln_f(x))


NETWORKS = {
    "Mlp": (Mlp, lambda: torch.rand(16, 64), lambda: torch.randint(0, 10, (16,))),
    "ResNet": (lambda: ResNet(4, 2, 10), lambda: torch.rand(8, 1, 8, 8), lambda: torch.randint(0, 10, (8,))),
    "Classifier": (lambda: Classifier(20, 12, 3), lambda: torch.randint(0, 20, (6, 9)), lambda: torch.randint(0, 3, (6,))),
    "Gpt": (lambda: Gpt(17, 12, 16, 4, 2), lambda: torch.randint(0, 17, (3, 12)), lambda: torch.randint(0, 17, (36,))),
}


def record(name):
    make, data, labels = NETWORKS[name]
    torch.manual_seed(7)
    net = make()
    state = {key: written(value.clone()) for key, value in net.state_dict().items()}
    x, y = data(), labels()
    logits = net(x)
    loss = F.cross_entropy(logits.reshape(-1, logits.shape[-1]), y)
    loss.backward()
    return {
        "network": name, "repr": repr(net), "state": state, "output": written(logits.detach()), "loss": written(loss.detach()),
        "gradients": {key: written(parameter.grad) for key, parameter in net.named_parameters()},
        "buffers": {key: written(buffer) for key, buffer in net.named_buffers()},
    }


if __name__ == "__main__":
    torch.set_num_threads(1)
    out = pathlib.Path("out")
    out.mkdir()
    (out / "networks.jsonl").write_text(
        json.dumps({"recorded": [f"PyTorch {torch.__version__.split('+')[0]}'s front end on TorchLite's own libtorch"]}) + "\n"
        + "".join(json.dumps(record(name), separators=(",", ":")) + "\n" for name in NETWORKS))
