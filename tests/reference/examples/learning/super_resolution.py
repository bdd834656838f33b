"""examples/SuperResolution, in Python: python3 super_resolution.py"""
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F
from torch.optim import Adam
from torch.utils.data import DataLoader, TensorDataset, random_split

import example_data


# 峰值信噪比, 单位是分贝; 越大越好
def psnr(picture, truth):
    return -10 * F.mse_loss(picture, truth).log10().item()


def describe(name, picture, truth):
    print(f"{name}: PSNR {psnr(picture, truth):.2f} dB")


torch.set_num_threads(1)
begin = time.time()
images, labels = example_data.digits()
torch.manual_seed(0)
train_set, test_set = random_split(TensorDataset(F.avg_pool2d(images, 2), images), [0.8, 0.2])
small, truth = next(iter(DataLoader(test_set, batch_size=len(test_set))))
describe("最近的像素 Nearest pixel", F.interpolate(small, scale_factor=2), truth)
describe("双线性 Bilinear", F.interpolate(small, scale_factor=2, mode="bilinear"), truth)

net = nn.Sequential(
    nn.Conv2d(1, 32, 3, padding=1), nn.ReLU(),
    nn.Conv2d(32, 32, 3, padding=1), nn.ReLU(),
    nn.Conv2d(32, 32, 3, padding=1), nn.ReLU(),
    nn.Conv2d(32, 4, 3, padding=1), nn.PixelShuffle(2))
optimizer = Adam(net.parameters(), lr=2e-3, fused=True)
loader = DataLoader(train_set, batch_size=32, shuffle=True)
for epoch in range(1, 31):
    total = 0.0
    for x, y in loader:
        optimizer.zero_grad()
        loss = F.mse_loss(net(x), y)
        loss.backward()
        optimizer.step()
        total += loss.item() * len(x)
    if epoch % 10 == 0:
        with torch.no_grad():
            describe(f"第{epoch}轮 Epoch {epoch}: 损失 loss {total / len(train_set):.4f}, 网络 network", net(small).clamp(0, 1), truth)
print(f"{time.time() - begin:.1f} s", file=sys.stderr)
