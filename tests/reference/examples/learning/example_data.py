"""The data that ships with the examples: examples/data."""
import gzip
import pathlib

import torch

FOLDER = pathlib.Path(__file__).parent / "data"


def digits():
    with gzip.open(FOLDER / "digits.csv.gz", "rt") as file:
        table = torch.tensor([[int(cell) for cell in line.split(",")] for line in file])
    return table[:, :64].view(-1, 1, 8, 8) / 16, table[:, 64]


def tiny_shakespeare():
    with gzip.open(FOLDER / "tinyshakespeare.txt.gz", "rt", encoding="utf-8") as file:
        return file.read()
