"""examples/Vae, in Python: python3 vae.py"""
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F
from torch.optim import Adam
from torch.utils.data import DataLoader, TensorDataset

import example_data


class Vae(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = nn.Sequential(nn.Flatten(), nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 4))
        self.decoder = nn.Sequential(nn.Linear(2, 128), nn.ReLU(), nn.Linear(128, 64), nn.Sigmoid())

    def forward(self, x):
        mean, log_variance = self.encoder(x).chunk(2, dim=1)
        z = mean + torch.randn_like(mean) * (log_variance / 2).exp()
        return self.decoder(z), mean, log_variance


torch.set_num_threads(1)
begin = time.time()
images, labels = example_data.digits()
torch.manual_seed(0)
vae = Vae()
optimizer = Adam(vae.parameters(), lr=2e-3, fused=True)
loader = DataLoader(TensorDataset(images, labels), batch_size=64, shuffle=True)
for epoch in range(1, 101):
    reconstruction, divergence = 0.0, 0.0
    for x, _ in loader:
        optimizer.zero_grad()
        decoded, mean, log_variance = vae(x)
        bce = F.binary_cross_entropy(decoded, x.flatten(1), reduction="sum")
        kl = -0.5 * (1 + log_variance - mean.pow(2) - log_variance.exp()).sum()
        ((bce + kl) / len(x)).backward()
        optimizer.step()
        reconstruction += bce.item()
        divergence += kl.item()
    if epoch % 20 == 0:
        print(f"第{epoch}轮 Epoch {epoch}: 重建 reconstruction {reconstruction / len(images):.3f}, KL {divergence / len(images):.3f}")

with torch.no_grad():
    codes = vae.encoder(images)[:, :2]
for digit in range(10):
    x, y = codes[labels == digit].mean(dim=0).tolist()
    print(f"{digit}的中心 centre of the {digit}s: ({x:.2f}, {y:.2f})")
print(f"{time.time() - begin:.1f} s", file=sys.stderr)
