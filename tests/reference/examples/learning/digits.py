"""examples/Digits, in Python: python3 digits.py"""
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F
from torch.optim import Adam
from torch.utils.data import DataLoader, TensorDataset, random_split

import example_data


def train(net, train_set, test_set, epochs):
    optimizer = Adam(net.parameters(), lr=2e-3, fused=True)
    loader = DataLoader(train_set, batch_size=64, shuffle=True)
    for epoch in range(1, epochs + 1):
        net.train()
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = F.cross_entropy(net(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(x)
        if epoch % 5 == 0:
            predicted, actual = predict(net, test_set)
            right = (predicted == actual).sum().item()
            print(f"第{epoch}轮 Epoch {epoch}: 损失 loss {total / len(train_set):.4f}, "
                  f"测试准确率 test accuracy {100 * right / len(test_set):.2f} %")


def predict(net, test_set):
    net.eval()
    x, y = next(iter(DataLoader(test_set, batch_size=len(test_set))))
    with torch.no_grad():
        return net(x).argmax(dim=1), y


torch.set_num_threads(1)
begin = time.time()
images, labels = example_data.digits()
torch.manual_seed(0)
train_set, test_set = random_split(TensorDataset(images, labels), [0.8, 0.2])
print(f"训练 Training: {len(train_set)}, 测试 test: {len(test_set)}")

print("多层感知机 A multilayer perceptron:")
mlp = nn.Sequential(nn.Flatten(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10))
train(mlp, train_set, test_set, epochs=20)

print("卷积网络 A convolutional network:")
cnn = nn.Sequential(
    nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(),
    nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
    nn.Flatten(), nn.Dropout(0.25), nn.Linear(512, 10))
train(cnn, train_set, test_set, epochs=20)
predicted, actual = predict(cnn, test_set)
wrong = (predicted != actual).nonzero().flatten().tolist()
print(f"认错的 Mistaken: {', '.join(f'{actual[i].item()}->{predicted[i].item()}' for i in wrong)}")
print(f"{time.time() - begin:.1f} s", file=sys.stderr)
