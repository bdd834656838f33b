"""examples/TimeSeries, in Python: python3 time_series.py"""
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F
from torch.optim import Adam
from torch.optim.lr_scheduler import CosineAnnealingLR
from torch.utils.data import DataLoader, TensorDataset

WINDOW, STEP, AHEAD, EPOCHS = 40, 20, 120, 30


class Forecaster(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(1, 32, batch_first=True)
        self.head = nn.Linear(32, STEP)

    def forward(self, x):
        output, _ = self.lstm(x.unsqueeze(2))
        return self.head(output[:, -1])


torch.set_num_threads(1)
begin = time.time()
torch.manual_seed(0)
t = torch.arange(1000)
series = (t / 9).sin() + 0.5 * (t / 3.7).sin() + 0.02 * torch.randn(1000)
windows = series.unfold(0, WINDOW + STEP, 1)
train, later = windows[:801 - WINDOW - STEP], windows[801 - WINDOW:]
train_set = TensorDataset(train[:, :WINDOW], train[:, WINDOW:])

net = Forecaster()
optimizer = Adam(net.parameters(), lr=1e-2, fused=True)
loader = DataLoader(train_set, batch_size=32, shuffle=True)
scheduler = CosineAnnealingLR(optimizer, T_max=EPOCHS)
for epoch in range(1, EPOCHS + 1):
    total = 0.0
    for x, y in loader:
        optimizer.zero_grad()
        loss = F.mse_loss(net(x), y)
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        total += loss.item() * len(x)
    scheduler.step()
    if epoch % 10 == 0:
        print(f"第{epoch}轮 Epoch {epoch}: 损失 loss {total / len(train_set):.5f}")

with torch.no_grad():
    x, y = later[:, :WINDOW], later[:, WINDOW:]
    near = F.mse_loss(net(x), y).sqrt().item()
    naive = F.mse_loss(x[:, -1:].expand_as(y), y).sqrt().item()
    history = series[:800]
    for _ in range(AHEAD // STEP):
        history = torch.cat([history, net(history[-WINDOW:].unsqueeze(0))[0]])
    far = F.mse_loss(history[800:], series[800:800 + AHEAD]).sqrt().item()
print(f"预测{STEP}个值 {STEP} steps ahead: 误差 error {near:.3f}, 照抄上一个值 repeating the last value {naive:.3f}")
print(f"连续预测{AHEAD}个值 {AHEAD} steps ahead: 误差 error {far:.3f}")
print(f"{time.time() - begin:.1f} s", file=sys.stderr)
