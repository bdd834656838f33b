"""examples/Siamese, in Python: python3 siamese.py"""
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F
from torch.optim import Adam
from torch.optim.lr_scheduler import CosineAnnealingLR
from torch.utils.data import DataLoader, Dataset

import example_data

MARGIN = 1.0


# 一项: 两张图, 和它们是不是同一个数字; 一半是
class Pairs(Dataset):
    def __init__(self, images, labels):
        self.images, self.labels = images, labels.tolist()
        self.by_digit = [(labels == digit).nonzero().flatten().tolist() for digit in range(10)]

    def __len__(self):
        return len(self.images)

    def __getitem__(self, index):
        same = torch.rand(1).item() < 0.5
        digit = self.labels[index] if same else (self.labels[index] + torch.randint(1, 10, (1,)).item()) % 10
        choices = self.by_digit[digit]
        other = choices[torch.randint(len(choices), (1,)).item()]
        return self.images[index], self.images[other], torch.tensor(1.0 if same else 0.0)


# 同一个数字的两个点要近, 不同的至少要隔一个边距
def contrastive(distance, same):
    return (same * distance.square() + (1 - same) * F.relu(MARGIN - distance).square()).mean()


# 所有成对的测试图像: 距离小于半个边距就说是同一个数字
def describe_pairs(points, labels):
    distances = torch.cdist(points, points)
    first, second = torch.triu_indices(len(points), len(points), 1)
    near, same = distances[first, second] < MARGIN / 2, labels[first] == labels[second]
    return (f"同样的认出 same recognised {100 * near[same].float().mean().item():.1f} %, "
            f"不同的认出 different recognised {100 * (~near[~same]).float().mean().item():.1f} %")


# 每个数字只看一张图, 测试图像归最近的那张; 换十次图, 取平均
def describe_one_shot(name, points, labels, references):
    right = [(torch.cdist(points, some).argmin(1) == labels).sum().item() for some in references.unbind()]
    print(f"{name}: {100 * sum(right) / len(right) / len(labels):.1f} %")


torch.set_num_threads(1)
begin = time.time()
images, labels = example_data.digits()
torch.manual_seed(0)
order = torch.randperm(len(images))
train, test = order[:1437], order[1437:]
pairs = Pairs(images[train], labels[train])
net = nn.Sequential(
    nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(),
    nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
    nn.Flatten(), nn.Dropout(0.2), nn.Linear(512, 16))
optimizer = Adam(net.parameters(), lr=5e-3, fused=True)
scheduler = CosineAnnealingLR(optimizer, T_max=20)
loader = DataLoader(pairs, batch_size=64, shuffle=True)
for epoch in range(1, 21):
    net.train()
    total = 0.0
    for one, other, same in loader:
        optimizer.zero_grad()
        loss = contrastive(F.pairwise_distance(net(one), net(other)), same)
        loss.backward()
        optimizer.step()
        total += loss.item() * len(one)
    scheduler.step()
    if epoch % 5 == 0:
        print(f"第{epoch}轮 Epoch {epoch}: 损失 loss {total / len(pairs):.3f}")

net.eval()
references = images[train][torch.tensor([[indices[k] for indices in pairs.by_digit] for k in range(10)])]
with torch.no_grad():
    print(f"成对的测试图像 Pairs of test images: {describe_pairs(net(images[test]), labels[test])}")
    print("每个数字只看一张图 One image of each digit:")
    describe_one_shot("按像素的距离 By the distance of pixels", images[test].flatten(1), labels[test], references.flatten(2))
    points = net(references.flatten(0, 1)).view(10, 10, -1)
    describe_one_shot("按网络的距离 By the distance of the network", net(images[test]), labels[test], points)
print(f"{time.time() - begin:.1f} s", file=sys.stderr)
