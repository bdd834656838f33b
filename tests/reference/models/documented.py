"""Exports, and scripts, the model of the documentation's examples: python documented.py FILE, and FILE ends with .pt2 or .pt."""
import sys

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(2, 1)
        with torch.no_grad():
            self.fc.weight.copy_(torch.tensor([[1.0, 2.0]]))
            self.fc.bias.fill_(3.0)

    def forward(self, x):
        return torch.relu(self.fc(x))


if sys.argv[1].endswith(".pt"):
    torch.jit.script(Net().eval()).save(sys.argv[1])
else:
    batch = torch.export.Dim("batch", min=1, max=64)
    torch.export.save(torch.export.export(Net().eval(), (torch.ones(4, 2),), dynamic_shapes={"x": {0: batch}}), sys.argv[1])
