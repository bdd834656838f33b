"""examples/TextClassification, in Python: python3 text_classification.py"""
import collections
import re
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F
from torch.optim import Adam
from torch.utils.data import DataLoader, random_split

import example_data

# 每部戏和它的第一句话
PLAYS = [
    ("Coriolanus", "First Citizen:\nBefore we proceed"),
    ("Richard III", "GLOUCESTER:\nNow is the winter"),
    ("Richard II", "KING RICHARD II:\nOld John of Gaunt"),
    ("Romeo and Juliet", "SAMPSON:\nGregory, o' my word"),
    ("Henry VI", "WARWICK:\nI wonder how the king"),
    ("The Winter's Tale", "ARCHIDAMUS:\nIf you shall chance"),
    ("Measure for Measure", "DUKE VINCENTIO:\nEscalus."),
    ("The Taming of the Shrew", "SLY:\nI'll pheeze you"),
    ("The Tempest", "Master:\nBoatswain!"),
]


# 二十个词以上的台词和它的戏; 不要说话人的名字
def read_speeches():
    text = example_data.tiny_shakespeare()
    starts = [text.index(opening) for _, opening in PLAYS] + [len(text)]
    speeches = []
    for play in range(len(PLAYS)):
        for speech in text[starts[play]:starts[play + 1]].split("\n\n"):
            words = re.findall("[a-z]+", speech.partition(":\n")[2].lower())
            if len(words) >= 20:
                speeches.append((words, play))
    return speeches


class Classifier(nn.Module):
    def __init__(self, vocabulary):
        super().__init__()
        self.words = nn.EmbeddingBag(vocabulary, 64, mode="mean")
        self.dropout = nn.Dropout(0.5)
        self.head = nn.Linear(64, len(PLAYS))

    def forward(self, codes, offsets):
        return self.head(self.dropout(self.words(codes, offsets)))


torch.set_num_threads(1)
begin = time.time()
speeches = read_speeches()
torch.manual_seed(0)
train_set, test_set = random_split(speeches, [0.8, 0.2])
counts = collections.Counter(word for words, _ in train_set for word in words)
vocabulary = {word: code for code, word in enumerate(sorted(word for word in counts if counts[word] >= 2), 1)}
print(f"{len(speeches)}段台词 speeches: 训练 training {len(train_set)}, 测试 test {len(test_set)}")
print(f"{len(vocabulary)}个词 words")


# 一批台词的词接成一行, offsets是每段的开头
def batch_of(items):
    codes, offsets = [], []
    for words, _ in items:
        offsets.append(len(codes))
        codes += [vocabulary.get(word, 0) for word in words]
    return torch.tensor(codes), torch.tensor(offsets), torch.tensor([play for _, play in items])


def predict(net):
    net.eval()
    codes, offsets, plays = batch_of(test_set)
    with torch.no_grad():
        return net(codes, offsets).argmax(dim=1), plays


net = Classifier(len(vocabulary) + 1)
optimizer = Adam(net.parameters(), lr=1e-2, fused=True)
loader = DataLoader(train_set, batch_size=64, shuffle=True, collate_fn=batch_of)
for epoch in range(1, 17):
    net.train()
    total = 0.0
    for codes, offsets, plays in loader:
        optimizer.zero_grad()
        loss = F.cross_entropy(net(codes, offsets), plays)
        loss.backward()
        optimizer.step()
        total += loss.item() * len(plays)
    if epoch % 4 == 0:
        predicted, actual = predict(net)
        right = (predicted == actual).sum().item()
        print(f"第{epoch}轮 Epoch {epoch}: 损失 loss {total / len(train_set):.3f}, "
              f"测试准确率 test accuracy {100 * right / len(test_set):.1f} %")

predicted, actual = predict(net)
commonest = torch.bincount(actual).max().item()
print(f"总是猜最多的一部 Always guessing the commonest play: {100 * commonest / len(test_set):.1f} %")
print(f"{time.time() - begin:.1f} s", file=sys.stderr)
