"""examples/CharGpt, in Python: python3 char_gpt.py [--quick]"""
import pathlib
import sys
import tempfile
import time

import torch
from torch import nn
from torch.nn import functional as F
from torch.optim import AdamW
from torch.utils.data import DataLoader, Dataset, RandomSampler

import example_data

CONTEXT, WIDTH, HEADS, LAYERS, BATCH = 64, 64, 4, 2, 32


# 一个样本: 连续64个字符, 和往后错一位的64个
class Windows(Dataset):
    def __init__(self, codes):
        self.codes = codes

    def __len__(self):
        return len(self.codes) - CONTEXT

    def __getitem__(self, index):
        return self.codes[index:index + CONTEXT], self.codes[index + 1:index + CONTEXT + 1]


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.norm1 = nn.LayerNorm(WIDTH)
        self.attention = nn.Linear(WIDTH, 3 * WIDTH)
        self.projection = nn.Linear(WIDTH, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH)
        self.mlp = nn.Sequential(nn.Linear(WIDTH, 4 * WIDTH), nn.GELU(), nn.Linear(4 * WIDTH, WIDTH))

    def forward(self, x):
        n, t, _ = x.shape
        q, k, v = self.attention(self.norm1(x)).view(n, t, 3, HEADS, -1).permute(2, 0, 3, 1, 4).unbind(0)
        seen = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        x = x + self.projection(seen.transpose(1, 2).reshape(n, t, WIDTH))
        return x + self.mlp(self.norm2(x))


class Gpt(nn.Module):
    def __init__(self, vocabulary):
        super().__init__()
        self.tokens = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(CONTEXT, WIDTH)
        self.blocks = nn.Sequential(*(Block() for _ in range(LAYERS)))
        self.norm = nn.LayerNorm(WIDTH)
        self.head = nn.Linear(WIDTH, vocabulary)

    def forward(self, x):
        return self.head(self.norm(self.blocks(self.tokens(x) + self.positions(torch.arange(x.size(1))))))


def loss_of(gpt, x, y):
    return F.cross_entropy(gpt(x).flatten(0, 1), y.flatten())


def train(gpt, optimizer, windows, first, steps, every):
    loader = DataLoader(windows, BATCH, sampler=RandomSampler(windows, replacement=True, num_samples=steps * BATCH))
    total = 0.0
    for step, (x, y) in enumerate(loader, first):
        optimizer.zero_grad()
        loss = loss_of(gpt, x, y)
        loss.backward()
        optimizer.step()
        total += loss.item()
        if step % every == 0:
            print(f"第{step}步 Step {step}: 损失 loss {total / every:.4f}")
            total = 0.0


# 没学过的部分: 均匀取出的256段
def held_out(gpt, windows):
    with torch.no_grad():
        x, y = zip(*(windows[i * (len(windows) // 256)] for i in range(256)))
        return loss_of(gpt, torch.stack(x), torch.stack(y)).item()


# 续写: 每次按预测的概率抽一个字符, 接在后面
def sample(gpt, codes, length):
    with torch.no_grad():
        for _ in range(length):
            probabilities = gpt(codes[-CONTEXT:].unsqueeze(0))[0, -1].softmax(0)
            codes = torch.cat([codes, torch.multinomial(probabilities, 1)])
    return codes


begin = time.time()
steps, every, length = (20, 10, 80) if "--quick" in sys.argv else (250, 50, 400)
text = example_data.tiny_shakespeare()
letters = sorted(set(text))
codes = torch.tensor([letters.index(letter) for letter in text])
train_windows, test_windows = Windows(codes[:len(codes) * 9 // 10]), Windows(codes[len(codes) * 9 // 10:])
print(f"{len(text)}个字符 characters, {len(letters)}种 distinct")

torch.manual_seed(0)
gpt = Gpt(len(letters))
optimizer = AdamW(gpt.parameters(), lr=3e-3, fused=True)
print(f"{sum(p.numel() for p in gpt.parameters())}个参数 parameters")
train(gpt, optimizer, train_windows, 1, steps, every)
print(f"没学过的部分 Held-out text: 损失 loss {held_out(gpt, test_windows):.4f}")

# 保存, 读进一个新的网络, 接着训练
path = pathlib.Path(tempfile.mkdtemp()) / "char-gpt.pt"
torch.save({"gpt": gpt.state_dict(), "optimizer": optimizer.state_dict()}, path)
gpt = Gpt(len(letters))
optimizer = AdamW(gpt.parameters(), lr=3e-3, fused=True)
saved = torch.load(path)
gpt.load_state_dict(saved["gpt"])
optimizer.load_state_dict(saved["optimizer"])
print("存了又读 Saved and loaded: char-gpt.pt")
train(gpt, optimizer, train_windows, steps + 1, steps, every)
print(f"没学过的部分 Held-out text: 损失 loss {held_out(gpt, test_windows):.4f}")

print("样本 Sample:")
print("".join(letters[code] for code in sample(gpt, torch.tensor([letters.index("\n")]), length).tolist()))
print(f"{time.time() - begin:.1f} s", file=sys.stderr)
