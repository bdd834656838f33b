"""Python's readers and writers of files of 1e7 floats. FilesTable pipes it into a Python; it prints best times in milliseconds."""
import os
import tempfile
import timeit

import numpy
import torch

try:
    import safetensors.torch
except ImportError:
    safetensors = None

torch.set_num_threads(1)
x = torch.rand(10_000_000)
array = x.numpy()
home = tempfile.mkdtemp()
npy, pt, safe = (os.path.join(home, name) for name in ("x.npy", "x.pt", "x.safetensors"))


def read():
    with open(npy, "rb") as file:
        return file.read()


statements = {
    "write npy": lambda: numpy.save(npy, array),
    "write pt": lambda: torch.save(x, pt),
    "read bytes": read,
    "read npy": lambda: numpy.load(npy),
    "read pt": lambda: torch.load(pt, weights_only=True),
    "map npy": lambda: numpy.load(npy, mmap_mode="c").sum(),
    "map pt": lambda: torch.load(pt, weights_only=True, mmap=True).sum(),
}
if safetensors:
    statements["write safetensors"] = lambda: safetensors.torch.save_file({"x": x}, safe)
    statements["map safetensors"] = lambda: safetensors.torch.load_file(safe)["x"].sum()
    statements["read safetensors"] = lambda: safetensors.torch.load_file(safe)["x"].clone()
try:
    for name, run in sorted(statements.items(), reverse=True):  # writes first
        print("measured", name, min(timeit.repeat(run, number=1, repeat=15)) * 1000, sep="\t")
finally:
    for path in npy, pt, safe:
        if os.path.exists(path):
            os.remove(path)
    os.rmdir(home)
