"""examples/TimeSeries, in Python: python3 time_series.py"""
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F
from torch.optim import Adam
from torch.optim.lr_scheduler import CosineAnnealingLR
from torch.utils.data import DataLoader, TensorDataset

WINDOW, AHEAD = 40, 60


class Forecaster(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(1, 32, batch_first=True)
        self.head = nn.Linear(32, 1)

    def forward(self, x):
        output, _ = self.lstm(x.unsqueeze(2))
        return self.head(output[:, -1]).squeeze(1)


torch.set_num_threads(1)
begin = time.time()
torch.manual_seed(0)
t = torch.arange(1000)
series = (t / 9).sin() + 0.5 * (t / 3.7).sin() + 0.02 * torch.randn(1000)
windows, targets = series.unfold(0, WINDOW, 1)[:-1], series[WINDOW:]
train_set = TensorDataset(windows[:760], targets[:760])

net = Forecaster()
optimizer = Adam(net.parameters(), lr=1e-2, fused=True)
loader = DataLoader(train_set, batch_size=32, shuffle=True)
scheduler = CosineAnnealingLR(optimizer, T_max=20)
for epoch in range(1, 21):
    total = 0.0
    for x, y in loader:
        optimizer.zero_grad()
        loss = F.mse_loss(net(x), y)
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        total += loss.item() * len(x)
    scheduler.step()
    if epoch % 5 == 0:
        print(f"第{epoch}轮 Epoch {epoch}: 损失 loss {total / len(train_set):.5f}")

with torch.no_grad():
    one_step = F.mse_loss(net(windows[760:]), targets[760:]).sqrt().item()
    naive = F.mse_loss(windows[760:, -1], targets[760:]).sqrt().item()
    history = series[:800]
    for _ in range(AHEAD):
        history = torch.cat([history, net(history[-WINDOW:].unsqueeze(0))])
    far = F.mse_loss(history[800:], series[800:800 + AHEAD]).sqrt().item()
print(f"预测下一个值 One step ahead: 误差 error {one_step:.4f}, 照抄上一个值 repeating the last value {naive:.4f}")
print(f"连续预测{AHEAD}个值 {AHEAD} steps ahead: 误差 error {far:.4f}")
print(f"{time.time() - begin:.1f} s", file=sys.stderr)
