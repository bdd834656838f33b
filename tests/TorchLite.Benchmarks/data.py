"""Walks over loaders, those of DataTable.cs. Reads their names, a line each, and answers with the milliseconds of a walk."""
import sys
import time

import torch
from torch.utils.data import DataLoader, Dataset, TensorDataset


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


torch.set_num_threads(int(sys.argv[1]))
for line in sys.stdin:
    name = line.strip()
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
