"""Trains the network of examples/data/mnist-features.pt, which examples/TransferLearning starts from, on the test images of MNIST:
python3 build/mnist-features.py FOLDER examples/data/mnist-features.pt
FOLDER has t10k-images-idx3-ubyte.gz and t10k-labels-idx1-ubyte.gz. The images are cut to the 20 x 20 pixels that the digits fill, and
made as small as those of digits.csv.gz. What is written depends a little on the version of PyTorch and on the processor."""
import gzip
import pathlib
import sys

import torch
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, TensorDataset


def read(path, head):
    with gzip.open(path) as file:
        return torch.frombuffer(bytearray(file.read()[head:]), dtype=torch.uint8)


folder, out = pathlib.Path(sys.argv[1]), sys.argv[2]
torch.set_num_threads(1)
torch.manual_seed(0)
images = read(folder / "t10k-images-idx3-ubyte.gz", 16).view(-1, 1, 28, 28)[:, :, 4:24, 4:24] / 255
images = F.adaptive_avg_pool2d(images, 8)
labels = read(folder / "t10k-labels-idx1-ubyte.gz", 8).long()

net = nn.Sequential(
    nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(),
    nn.Conv2d(16, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
    nn.Flatten(), nn.Linear(256, 32), nn.ReLU(), nn.Linear(32, 10))
optimizer = torch.optim.Adam(net.parameters(), lr=2e-3)
for epoch in range(1, 11):
    total = 0.0
    for x, y in DataLoader(TensorDataset(images, labels), batch_size=64, shuffle=True):
        optimizer.zero_grad()
        loss = F.cross_entropy(net(x), y)
        loss.backward()
        optimizer.step()
        total += loss.item() * len(x)
    print(f"epoch {epoch}: loss {total / len(images):.4f}")
torch.save(net.state_dict(), out)
