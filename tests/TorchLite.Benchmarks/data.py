"""Walks over loaders, those of DataTable.cs. Reads their names, a line each, and answers with the milliseconds of a walk."""
import gzip
import pathlib
import sys
import time

import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset, TensorDataset, random_split


class Rows(Dataset):
    def __init__(self):
        self.x = torch.rand(20_000, 16)
        self.y = torch.arange(20_000)

    def __len__(self):
        return 20_000

    def __getitem__(self, index):
        return self.x[index], self.y[index]


class Images(Dataset):
    def __init__(self):
        self.images = torch.randint(256, (50, 3, 72, 72), dtype=torch.uint8)
        self.mean = torch.tensor([0.485, 0.456, 0.406]).view(3, 1, 1)
        self.std = torch.tensor([0.229, 0.224, 0.225]).view(3, 1, 1)

    def __len__(self):
        return 1000

    def __getitem__(self, index):
        top, left = int(torch.randint(9, (1,))), int(torch.randint(9, (1,)))
        x = self.images[index % 50][:, top:top + 64, left:left + 64].float() / 255
        if float(torch.rand(1)) < 0.5:
            x = x.flip(2)
        return (x - self.mean) / self.std, torch.tensor(index % 10)


def idx(path):
    with gzip.open(path) as file:
        data = file.read()
    sizes = [int.from_bytes(data[4 + 4 * i:8 + 4 * i], "big") for i in range(data[3])]
    return torch.frombuffer(bytearray(data), dtype=torch.uint8, offset=4 + 4 * len(sizes)).view(sizes)


def normalize(x, mean=torch.tensor([0.1307]).view(-1, 1, 1), std=torch.tensor([0.3081]).view(-1, 1, 1)):
    return x.to(torch.float32).div_(255).sub_(mean).div_(std)


class Digits(Dataset):
    def __init__(self, folder):
        folder = pathlib.Path(folder)
        self.data = idx(folder / "t10k-images-idx3-ubyte.gz")
        self.targets = idx(folder / "t10k-labels-idx1-ubyte.gz").long()

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        return normalize(self.data[index].unsqueeze(0)), int(self.targets[index])


def digits(at_once):
    start = time.perf_counter()
    dataset = Digits(sys.argv[2])
    if at_once:
        count = len(normalize(dataset.data.unsqueeze(1)))
    else:
        count = sum(len(x) for x, y in DataLoader(dataset, batch_size=64))
    took = time.perf_counter() - start
    assert count == 10_000
    return took


class Training:
    def __init__(self):
        self.net = nn.Sequential(nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(), nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
                                 nn.Flatten(), nn.Dropout(0.25), nn.Linear(512, 10))
        self.optimizer = torch.optim.Adam(self.net.parameters(), lr=2e-3, fused=True)
        data = TensorDataset(torch.rand(1797, 1, 8, 8), torch.randint(10, (1797,)))
        self.loader = DataLoader(random_split(data, [0.8, 0.2])[0], batch_size=64, shuffle=True)

    def epoch(self):
        start = time.perf_counter()
        total = 0.0
        for x, y in self.loader:
            self.optimizer.zero_grad()
            loss = nn.functional.cross_entropy(self.net(x), y)
            loss.backward()
            self.optimizer.step()
            total += loss.item() * len(x)
        return time.perf_counter() - start


training = None
torch.set_num_threads(int(sys.argv[1]))
for line in sys.stdin:
    name = line.strip()
    if name == "epoch":
        training = training or Training()
        torch.set_num_threads(1)
        print(training.epoch() * 1000, flush=True)
        torch.set_num_threads(int(sys.argv[1]))
        continue
    if name in ("mnist", "digits"):
        print(digits(name == "mnist") * 1000, flush=True)
        continue
    rows, images = Rows(), Images()
    if name == "rows":
        loader = DataLoader(TensorDataset(rows.x, rows.y), batch_size=64, shuffle=True)
    elif name == "cheap":
        loader = DataLoader(rows, batch_size=64, shuffle=True, num_workers=2)
    else:
        loader = DataLoader(images, batch_size=32, shuffle=True, num_workers=2)
    start = time.perf_counter()
    if name == "first":
        walk = iter(loader)
        next(walk)
        took = time.perf_counter() - start
        del walk
    else:
        items = sum(len(x) for x, y in loader)
        took = time.perf_counter() - start
        assert items == len(loader.dataset)
    print(took * 1000, flush=True)
