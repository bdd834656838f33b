"""examples/TransferLearning, in Python: python3 transfer_learning.py"""
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F
from torch.optim import Adam

import example_data

DRAWS = 3


def make():
    return nn.Sequential(
        nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(),
        nn.Conv2d(16, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(256, 32), nn.ReLU(), nn.Linear(32, 10))


def accuracy(net, x, y):
    with torch.no_grad():
        return 100 * (net(x).argmax(dim=1) == y).sum().item() / len(y)


# 读进学过的网络, 冻结, 只换最后一层
def transferred():
    net = make()
    net.load_state_dict(pretrained)
    net.requires_grad_(False)
    net[-1] = nn.Linear(32, 10)
    return net, 1e-2


def from_scratch():
    return make(), 2e-3


# 从training里每个数字取几张来学, 在test上检验; 换几次图, 取平均
def mean_accuracy(shots, start):
    total = 0.0
    for draw in range(DRAWS):
        chosen = torch.cat([(labels[train] == digit).nonzero().flatten()[draw * shots:(draw + 1) * shots] for digit in range(10)])
        x, y = images[train][chosen], labels[train][chosen]
        torch.manual_seed(draw)
        net, lr = start()
        optimizer = Adam([parameter for parameter in net.parameters() if parameter.requires_grad], lr=lr, fused=True)
        for step in range(100):
            optimizer.zero_grad()
            F.cross_entropy(net(x), y).backward()
            optimizer.step()
        total += accuracy(net, images[test], labels[test])
    return total / DRAWS


torch.set_num_threads(1)
begin = time.time()
images, labels = example_data.digits()
torch.manual_seed(0)
order = torch.randperm(len(images))
train, test = order[:1437], order[1437:]
pretrained = torch.load(example_data.FOLDER / "mnist-features.pt")
net = make()
net.load_state_dict(pretrained)
print(f"学过MNIST的网络, 不再学 A network that has learnt MNIST, as it is: {accuracy(net, images[test], labels[test]):.1f} %")
for shots in [1, 2, 5, 10]:
    print(f"每个数字{shots}张 {shots} of each digit: 冻结了只学最后一层 the last layer of the frozen network "
          f"{mean_accuracy(shots, transferred):.1f} %, 从头学 from scratch {mean_accuracy(shots, from_scratch):.1f} %")
print(f"{time.time() - begin:.1f} s", file=sys.stderr)
