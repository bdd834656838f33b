"""The networks of ExportedTable.cs: python exported.py export FOLDER writes them with torch.export, python exported.py THREADS times them.

Reads lines "<network> <calls>", and answers each with the microseconds of a call, which is made without gradients.
"""
import sys
import time

import torch
from torch import nn


class Mlp(nn.Module):
    def __init__(self, n=64):
        super().__init__()
        self.seq = nn.Sequential(
            nn.Linear(n, 256), nn.GELU(), nn.LayerNorm(256), nn.Linear(256, 256), nn.GELU(), nn.LayerNorm(256), nn.Linear(256, 10))

    def forward(self, x):
        return torch.softmax(self.seq(x), -1)


class Cnn(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 32, 3, padding=1), nn.BatchNorm2d(32), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(32, 64, 3, padding=1), nn.BatchNorm2d(64), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten())
        self.drop = nn.Dropout(0.5)
        self.head = nn.Linear(64, 10)

    def forward(self, x):
        return self.head(self.drop(self.features(x)))


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.TransformerEncoder(nn.TransformerEncoderLayer(64, 4, 128, batch_first=True), 2, enable_nested_tensor=False)
        self.head = nn.Linear(64, 3)

    def forward(self, x):
        return self.head(self.layers(x).mean(1))


class Recurrent(nn.Module):
    def __init__(self):
        super().__init__()
        self.embed = nn.Embedding(100, 32)
        self.lstm = nn.LSTM(32, 64, num_layers=2, batch_first=True, bidirectional=True)
        self.out = nn.Linear(128, 5)

    def forward(self, ids):
        return self.out(self.lstm(self.embed(ids))[0][:, -1])


MODELS = {
    "mlp": (Mlp(), torch.randn(8, 64)),
    "cnn": (Cnn(), torch.randn(2, 3, 32, 32)),
    "encoder": (Encoder(), torch.randn(2, 7, 64)),
    "lstm": (Recurrent(), torch.arange(24).reshape(2, 12)),
}


def export(folder):
    for name, (model, x) in MODELS.items():
        torch.export.save(torch.export.export(model.eval(), (x,)), f"{folder}/{name}.pt2")


def serve(threads):
    torch.set_num_threads(threads)
    torch.set_grad_enabled(False)
    for line in sys.stdin:
        name, calls = line.split()
        model, x = MODELS[name]
        model.eval()
        start = time.perf_counter()
        for _ in range(int(calls)):
            model(x)
        print((time.perf_counter() - start) / int(calls) * 1e6, flush=True)


if sys.argv[1] == "export":
    export(sys.argv[2])
else:
    serve(int(sys.argv[1]))
