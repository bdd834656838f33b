"""examples/ReinforcementLearning, in Python: python3 reinforcement_learning.py"""
import math
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F
from torch.optim import Adam

CARTS, LIMIT, DISCOUNT = 16, 500, 0.99


# 小车推一下之后0.02秒的状态: 位置, 速度, 角度, 角速度
def push(cart, right):
    x, speed, angle, spin = cart
    sin, cos = math.sin(angle), math.cos(angle)
    pull = ((10.0 if right else -10.0) + 0.05 * spin * spin * sin) / 1.1
    spin_up = (9.8 * sin - cos * pull) / (0.5 * (4.0 / 3.0 - 0.1 * cos * cos / 1.1))
    speed_up = pull - 0.05 * spin_up * cos / 1.1
    return x + 0.02 * speed, speed + 0.02 * speed_up, angle + 0.02 * spin, spin + 0.02 * spin_up


def has_fallen(cart):
    return abs(cart[0]) > 2.4 or abs(cart[2]) > math.pi / 15


def start(count):
    return [tuple(row) for row in (torch.rand(count, 4, dtype=torch.float64) * 0.1 - 0.05).tolist()]


# 所有小车一起走, 直到都倒了或者满了时间; 记下看到的, 做的, 和此后还站了多久
def play(policy, carts, choose):
    lengths = [0] * len(carts)
    seen, done, who = [], [], []
    standing = list(range(len(carts)))
    while standing and len(seen) < LIMIT:
        x = torch.tensor([carts[i] for i in standing]) * SCALE
        with torch.no_grad():
            actions = choose(policy(x))
        seen.append(x)
        done.append(actions)
        who.append(standing)
        for i, action in zip(standing, actions.tolist()):
            carts[i] = push(carts[i], action == 1)
            lengths[i] += 1
        standing = [i for i in standing if not has_fallen(carts[i])]
    left = torch.tensor([lengths[i] - step for step, some in enumerate(who) for i in some])
    return torch.cat(seen), torch.cat(done), left, lengths


torch.set_num_threads(1)
begin = time.time()
torch.manual_seed(0)
SCALE = torch.tensor([0.4, 0.5, 5.0, 0.5])
policy = nn.Sequential(nn.Linear(4, 64), nn.Tanh(), nn.Linear(64, 2))
optimizer = Adam(policy.parameters(), lr=1e-2, fused=True)
for turn in range(1, 41):
    seen, done, left, lengths = play(policy, start(CARTS), lambda scores: torch.multinomial(scores.softmax(1), 1).squeeze(1))
    gain = (1 - torch.pow(DISCOUNT, left)) / (1 - DISCOUNT)
    advantage = (gain - gain.mean()) / gain.std()
    optimizer.zero_grad()
    (F.cross_entropy(policy(seen), done, reduction="none") * advantage).mean().backward()
    optimizer.step()
    if turn % 5 == 0:
        print(f"抽动作 Drawing actions, 第{turn}回 round {turn}: 平均站了 mean steps {sum(lengths) / CARTS:.1f}, 最短 shortest {min(lengths)}")

lengths = play(policy, start(100), lambda scores: scores.argmax(1))[3]
print(f"一百次检验 A hundred tests: 平均站了 mean steps {sum(lengths) / 100:.1f}, 站满的 still standing after {LIMIT}: {lengths.count(LIMIT)}")
print(f"{time.time() - begin:.1f} s", file=sys.stderr)
