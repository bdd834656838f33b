"""examples/Regression, in Python: python3 regression.py"""
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F
from torch.optim import Adam

torch.set_num_threads(1)
begin = time.time()
torch.manual_seed(0)


def powers(x, degree):
    return torch.stack([x.pow(k) for k in range(1, degree + 1)], dim=1)


def text(model):
    return f"{model.bias.item():.3f}" + "".join(f" {'-' if w < 0 else '+'} {abs(w):.3f} x^{k}" for k, w in enumerate(model.weight[0].tolist(), 1))


x = torch.linspace(-1, 1, 60, dtype=torch.float64)
y = 1 - 4 * x + 4 * x.pow(3) + 0.3 * torch.randn(60, dtype=torch.float64)
order = torch.randperm(60)
train, test = order[:20], order[20:]

for degree in [1, 3, 12]:
    model = nn.Linear(degree, 1, dtype=torch.float64)
    inputs = powers(x, degree)
    optimizer = Adam(model.parameters(), lr=0.05, fused=True)
    for step in range(3001):
        optimizer.zero_grad()
        loss = F.mse_loss(model(inputs[train]).squeeze(1), y[train])
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        test_loss = F.mse_loss(model(inputs[test]).squeeze(1), y[test])
    print(f"{degree}次多项式 Degree {degree}: 训练误差 training error {loss.item():.4f}, 测试误差 test error {test_loss.item():.4f}")
    print(text(model))
print(f"{time.time() - begin:.1f} s", file=sys.stderr)
