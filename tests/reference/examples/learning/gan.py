"""examples/Gan, in Python: python3 gan.py [--quick]"""
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F
from torch.optim import Adam
from torch.utils.data import DataLoader, TensorDataset

import example_data

CODE = 16


# 判断与答案差多少: 1是真的, 0是假的
def verdict(scores, truth):
    return F.binary_cross_entropy_with_logits(scores, torch.full_like(scores, truth))


def describe(name, pictures):
    print(f"{name}: 平均的灰度 mean shade {pictures.mean().item():.2f}, 各张之间的差别 spread {pictures.std(dim=0).mean().item():.2f}")


torch.set_num_threads(1)
begin = time.time()
epochs, every = (10, 5) if "--quick" in sys.argv else (60, 15)
images, labels = example_data.digits()
torch.manual_seed(0)
generator = nn.Sequential(
    nn.Linear(CODE, 256), nn.Unflatten(1, (64, 2, 2)), nn.BatchNorm2d(64), nn.ReLU(),
    nn.ConvTranspose2d(64, 16, 4, stride=2, padding=1, bias=False), nn.BatchNorm2d(16), nn.ReLU(),
    nn.ConvTranspose2d(16, 1, 4, stride=2, padding=1), nn.Tanh())
discriminator = nn.Sequential(
    nn.Conv2d(1, 16, 4, stride=2, padding=1), nn.LeakyReLU(0.2),
    nn.Conv2d(16, 32, 4, stride=2, padding=1, bias=False), nn.BatchNorm2d(32), nn.LeakyReLU(0.2),
    nn.Flatten(), nn.Dropout(0.3), nn.Linear(128, 1))
forger = Adam(generator.parameters(), lr=1e-3, betas=(0.5, 0.999), fused=True)
judge = Adam(discriminator.parameters(), lr=1e-3, betas=(0.5, 0.999), fused=True)
loader = DataLoader(TensorDataset(images * 2 - 1, labels), batch_size=64, shuffle=True, drop_last=True)
codes = torch.randn(100, CODE)
for epoch in range(1, epochs + 1):
    judged, forged = 0.0, 0.0
    for real, _ in loader:
        fake = generator(torch.randn(len(real), CODE))
        judge.zero_grad()
        loss = verdict(discriminator(real), 0.9) + verdict(discriminator(fake.detach()), 0)
        loss.backward()
        judge.step()
        judged += loss.item()

        forger.zero_grad()
        loss = verdict(discriminator(fake), 1)
        loss.backward()
        forger.step()
        forged += loss.item()
    if epoch % every == 0:
        print(f"第{epoch}轮 Epoch {epoch}: 鉴别器 discriminator {judged / len(loader):.1f}, 生成器 generator {forged / len(loader):.1f}")

generator.eval()
with torch.no_grad():
    describe("真的 Real", images)
    describe("生成的 Generated", (generator(codes) + 1) / 2)
print(f"{time.time() - begin:.1f} s", file=sys.stderr)
