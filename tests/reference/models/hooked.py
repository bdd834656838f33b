"""Writes hooked.pt, a scripted model whose hooks were scripted with it: python hooked.py FOLDER. Prints what it gives."""
import sys
from typing import Tuple

import torch
from torch import Tensor, nn


class Inner(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        return x + 1


class Hooked(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner = Inner()

    def forward(self, x: Tensor, factor: float) -> Tensor:
        return self.inner(x) * factor


def more(self, input: Tuple[Tensor, float]) -> Tuple[Tensor, float]:
    return (input[0] + 10, input[1] * 2)


def looks(self, input: Tuple[Tensor, float]) -> None:
    pass


def adds(self, input: Tuple[Tensor, float], output: Tensor) -> Tensor:
    return output + input[1]


def alone(self, input: Tuple[Tensor]) -> Tensor:
    return input[0] * 3


def after(self, input: Tuple[Tensor], output: Tensor) -> Tensor:
    return output - input[0] / 2


net = Hooked()
net.register_forward_pre_hook(more)
net.register_forward_pre_hook(looks)
net.register_forward_hook(adds)
net.inner.register_forward_pre_hook(alone)
net.inner.register_forward_hook(after)
torch.jit.script(net).save(sys.argv[1] + "/hooked.pt")
read = torch.jit.load(sys.argv[1] + "/hooked.pt")
print(read(torch.ones(2), 0.25), read.inner(torch.ones(2)))
