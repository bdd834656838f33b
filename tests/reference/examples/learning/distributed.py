"""examples/Distributed, in Python, and in one process, which sees the whole of each batch: python3 distributed.py"""
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F
from torch.optim import SGD
from torch.utils.data import DataLoader, DistributedSampler, TensorDataset, random_split

import example_data

EPOCHS, BATCH_SIZE = 8, 64

torch.set_num_threads(1)
begin = time.time()
images, labels = example_data.digits()
torch.manual_seed(0)
train_set, test_set = random_split(TensorDataset(images, labels), [0.8, 0.2])
net = nn.Sequential(
    nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(),
    nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
    nn.Flatten(), nn.Linear(512, 10))
optimizer = SGD(net.parameters(), lr=0.05, momentum=0.9)
sampler = DistributedSampler(train_set, num_replicas=1, rank=0, drop_last=True)
loader = DataLoader(train_set, batch_size=BATCH_SIZE, sampler=sampler, drop_last=True)
print(f"训练 Training: {len(train_set)}, 测试 test: {len(test_set)}, 每批 batch: {BATCH_SIZE}")
for epoch in range(1, EPOCHS + 1):
    sampler.set_epoch(epoch)
    total, batches = 0.0, 0
    for x, y in loader:
        optimizer.zero_grad()
        loss = F.cross_entropy(net(x), y)
        loss.backward()
        optimizer.step()
        total += loss.item()
        batches += 1
    print(f"第{epoch}轮 Epoch {epoch}: 损失 loss {total / batches:.4f}")

with torch.no_grad():
    x, y = next(iter(DataLoader(test_set, batch_size=len(test_set))))
    right = (net.eval()(x).argmax(dim=1) == y).sum().item()
print(f"测试准确率 Test accuracy: {100 * right / len(test_set):.2f} %")
print(f"{time.time() - begin:.1f} s", file=sys.stderr)
