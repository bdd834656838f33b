"""One training step (forward, loss, backward; AdamW's step, if a way is named) of the networks of NetworksTable.cs, as often as asked.

Reads lines "<network> <steps>", and answers each with the microseconds of a step.
"""
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F


class Cnn(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 16, 3, padding=1)
        self.conv2 = nn.Conv2d(16, 32, 3, padding=1)
        self.fc1 = nn.Linear(32 * 7 * 7, 64)
        self.fc2 = nn.Linear(64, 10)

    def forward(self, x):
        x = F.max_pool2d(self.conv1(x).relu(), 2)
        x = F.max_pool2d(self.conv2(x).relu(), 2)
        return self.fc2(self.fc1(x.flatten(1)).relu())


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.TransformerEncoder(nn.TransformerEncoderLayer(128, 4, 512, batch_first=True), 2, enable_nested_tensor=False)
        self.head = nn.Linear(128, 10)

    def forward(self, x):
        return self.head(self.layers(x).mean(1))


class Recurrent(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(32, 64, num_layers=2, batch_first=True)
        self.head = nn.Linear(64, 10)

    def forward(self, x):
        return self.head(self.lstm(x)[0][:, -1])


torch.set_num_threads(int(sys.argv[1]))
MODELS = {
    "small": (nn.Sequential(nn.Linear(20, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 5)), torch.randn(16, 20)),
    "mlp": (nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10)), torch.randn(64, 784)),
    "cnn": (Cnn(), torch.randn(64, 1, 28, 28)),
    "encoder": (Encoder(), torch.randn(16, 64, 128)),
    "lstm": (Recurrent(), torch.randn(16, 32, 32)),
}
WAY = sys.argv[2] if len(sys.argv) > 2 else None


def adamw(parameters):
    return torch.optim.AdamW(parameters, lr=1e-6, **({} if WAY == "loop" else {WAY: True}))


def tensors():
    parameters = [nn.Parameter(torch.randn(64, 192) if i % 2 == 0 else torch.randn(64)) for i in range(148)]
    for parameter in parameters:
        parameter.grad = torch.randn_like(parameter)
    return adamw(parameters).step


STEPS = {}


def step(name):
    if name == "tensors":
        return tensors()
    model, x = MODELS[name]
    y = torch.zeros(len(x), dtype=torch.int64)
    optimizer = adamw(model.parameters()) if WAY else None

    def run():
        model.zero_grad()
        F.cross_entropy(model(x), y).backward()
        if optimizer:
            optimizer.step()

    return run


for line in sys.stdin:
    name, steps = line.split()
    if name not in STEPS:
        STEPS[name] = step(name)
    start = time.perf_counter()
    for _ in range(int(steps)):
        STEPS[name]()
    print((time.perf_counter() - start) / int(steps) * 1e6, flush=True)
