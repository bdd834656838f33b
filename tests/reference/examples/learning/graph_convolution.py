"""examples/GraphConvolution, in Python: python3 graph_convolution.py"""
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F
from torch.optim import Adam

import example_data

PEOPLE = 34


# 每个人的新值: 自己和朋友的值的加权和
class GraphConvolution(nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.linear = nn.Linear(inputs, outputs, bias=False)

    def forward(self, x):
        x = self.linear(x)
        return torch.zeros_like(x).index_add(0, target, x[source] * weight)


torch.set_num_threads(1)
begin = time.time()
lines = (example_data.FOLDER / "karate-club.csv").read_text().split()
edges = torch.tensor([[int(cell) - 1 for cell in line.split(",")] for line in lines])
clubs = torch.ones(PEOPLE, dtype=torch.int64)
clubs[torch.tensor([0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 16, 17, 19, 21])] = 0

# 每条边走两个方向, 每个人也和自己相连; 权重按两头的边数缩小
loops = torch.arange(PEOPLE)
source, target = torch.cat([edges[:, 0], edges[:, 1], loops]), torch.cat([edges[:, 1], edges[:, 0], loops])
degree = torch.bincount(target)
weight = (degree[source] * degree[target]).rsqrt().unsqueeze(1)
print(f"{PEOPLE}个人 people, {len(edges)}对朋友 friendships")

torch.manual_seed(0)
net = nn.Sequential(GraphConvolution(PEOPLE, 16), nn.ReLU(), GraphConvolution(16, 2))
optimizer = Adam(net.parameters(), lr=1e-2, weight_decay=5e-4, fused=True)
everybody = torch.eye(PEOPLE)
leaders = torch.tensor([0, PEOPLE - 1])
for step in range(1, 201):
    optimizer.zero_grad()
    scores = net(everybody)
    loss = F.cross_entropy(scores[leaders], clubs[leaders])
    loss.backward()
    optimizer.step()
    if step % 50 == 0:
        right = (scores.argmax(1) == clubs)[1:-1].sum().item()
        print(f"第{step}步 Step {step}: 损失 loss {loss.item():.4f}, 其余的人猜对 right of the others {right}/{PEOPLE - 2}")

wrong = (scores.argmax(1) != clubs).nonzero().flatten() + 1
print(f"认错的 Mistaken: {', '.join(map(str, wrong.tolist()))}")
print(f"{time.time() - begin:.1f} s", file=sys.stderr)
