"""Models that give back what they were given or have, and take lists: python exported.py FOLDER sharing exports them."""
import torch
from torch import nn

from unusual import of
from zoo import Model, randn


class Returned(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(3))
        self.register_buffer("rows", torch.ones(3))
        self.constant = torch.tensor([1.0, 2.0, 3.0])

    def forward(self, x):
        y = x * 2
        return x, self.weight, self.rows, self.constant, y, {"again": [y, x], "weight": (self.weight,)}


class NoTurns(nn.Module):
    def forward(self, n, x):
        from torch._higher_order_ops.while_loop import while_loop
        y = x * 2
        i, t = while_loop(lambda i, t: i > 0, lambda i, t: (i - 1, t * 1.5 + 1), (n, y))
        return i, t, t


class NoRows(nn.Module):
    def forward(self, start, xs):
        from torch._higher_order_ops.scan import scan
        return scan(lambda c, x: (c * 0.5 + x, c + x.sin()), start * 2, xs)


class Operand(nn.Module):
    def forward(self, x, y):
        return torch.cond(x.sum() > 0, lambda a, b: a, lambda a, b: b.sin(), (x * 2, y))


def constants(x, flag, count, scale, word):
    return x + (1 if flag else 2) + count * scale + len(word)


def one_list(parts):
    return parts[0] + parts[1]


def nested_lists(pair, parts):
    return pair[0] + pair[1] * parts[0] + parts[1]


MODELS = {
    "returned": Model(Returned, lambda: (randn(3),), trains=True),
    "unchanged": Model(nn.Identity, lambda: (randn(3),)),
    "no_turns": Model(NoTurns, lambda: (torch.tensor(0), randn(3))),
    "no_rows": Model(NoRows, lambda: (randn(3), torch.zeros(0, 3))),
    "operand": Model(Operand, lambda: (randn(3).abs(), randn(3))),
    "constants": of(constants, lambda: (randn(3), True, 3, 2.0, "word")),
    "one_list": of(one_list, lambda: ([randn(3), randn(3) + 1],)),
    "one_tuple": of(one_list, lambda: ((randn(3), randn(3) + 1),)),
    "nested_lists": of(nested_lists, lambda: ((randn(3), randn(3) + 1), [randn(3), randn(3) - 1])),
}
