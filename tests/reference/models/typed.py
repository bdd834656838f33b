"""Methods of every type of TorchScript: python typed.py FOLDER writes typed.script.pt, and in typed.out what its methods give."""
import sys
from enum import Enum
from typing import Any, Dict, List, NamedTuple, Optional, Tuple, Union

import torch
from torch import Tensor, nn

from zoo import fill, randn


class Point(NamedTuple):
    x: Tensor
    y: Tensor


class Box(NamedTuple):
    corner: Point
    name: str = "box"
    sizes: List[int] = [1, 2]


class Inner(nn.Module):
    """A module within, with a method and attributes of its own."""

    kept: List[str]

    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 2)
        self.factor = 1.5
        self.kept: List[str] = ["first"]

    def forward(self, x: Tensor, scale: float = 1.0) -> Tensor:
        return self.fc(x) * scale * self.factor

    @torch.jit.export
    def words(self, d: Dict[str, int]) -> List[str]:
        return [key for key in d.keys()] + self.kept


class Typed(nn.Module):
    scale: float
    limits: Tuple[int, int]
    maybe: Optional[int]

    def __init__(self):
        super().__init__()
        self.a = nn.Linear(4, 3)
        self.inner = Inner()
        self.scale = 2.5
        self.names: List[str] = ["p", "q"]
        self.limits = (1, 9)
        self.table: Dict[str, Tensor] = {"one": torch.ones(2), "two": torch.zeros(1)}
        self.maybe: Optional[int] = None
        self.plain = torch.tensor([1.0, 2.0])
        self.ready = False
        self.register_buffer("count", torch.zeros((), dtype=torch.long))

    def forward(self, x: Tensor) -> Tuple[Tensor, Tensor]:
        return self.a(x) * self.scale, self.inner(x, 2.0)

    @torch.jit.export
    def as_dict(self, x: Tensor) -> Dict[str, Tensor]:
        return {"a": self.a(x), "double": x * 2}

    @torch.jit.export
    def nested(self, x: Tensor) -> Tuple[Tensor, Tuple[Tensor, List[Tensor]]]:
        return x, (x + 1, [x + 2, x + 3])

    @torch.jit.export
    def point(self, x: Tensor) -> Point:
        return Point(x, x * 2)

    @torch.jit.export
    def of_box(self, box: Box, more: int = 3) -> Box:
        return Box(Point(box.corner.y, box.corner.x + more), box.name + "!", box.sizes + [more])

    @torch.jit.export
    def lists(self, xs: List[Tensor], dims: List[int], names: List[str], factor: Optional[float] = None, flag: bool = False) -> List[Tensor]:
        r: List[Tensor] = []
        for x in xs:
            y = x.sum(dims)
            if factor is not None:
                y = y * factor
            if flag:
                y = -y
            r.append(y * (1 + len(names)))
        return r

    @torch.jit.export
    def text(self, s: str, n: int = 2) -> str:
        r = ""
        for i in range(n):
            r += s
        return r

    @torch.jit.export
    def by_name(self, d: Dict[str, Tensor], which: str) -> Tensor:
        return d[which]

    @torch.jit.export
    def optional(self, x: Optional[Tensor]) -> Optional[Tensor]:
        if x is None:
            return None
        return x + 1

    @torch.jit.export
    def numbers(self, x: Tensor) -> Tuple[int, float, bool, str, None]:
        return x.size(0), 1.5, True, "hi", None

    @torch.jit.export
    def deep(self, d: Dict[int, Dict[str, List[Optional[float]]]]) -> Dict[str, Dict[int, List[float]]]:
        r: Dict[str, Dict[int, List[float]]] = {}
        for key, one in d.items():
            for name, values in one.items():
                kept: List[float] = []
                for value in values:
                    if value is not None:
                        kept.append(value * 2)
                if name in r:
                    r[name][key] = kept
                else:
                    r[name] = {key: kept}
        return r

    @torch.jit.export
    def tuples(self, given: List[Tuple[str, int]], pair: Tuple[float, bool]) -> List[Tuple[int, str]]:
        r: List[Tuple[int, str]] = []
        for name, n in given:
            r.append((n + (1 if pair[1] else 0), name))
        return r

    @torch.jit.export
    def keyed(self, floats: Dict[float, int], flags: Dict[bool, str]) -> Dict[bool, Dict[float, int]]:
        return {True in flags: floats}

    @torch.jit.export
    def complexes(self, z: complex, n: int) -> complex:
        return z * complex(0, 1) + n

    @torch.jit.export
    def where(self, device: torch.device, x: Tensor) -> Tuple[torch.device, Tensor]:
        return x.device, x.to(device)

    @torch.jit.export
    def typed(self, x: Tensor, dtype: torch.dtype = torch.float64) -> Tuple[Tensor, torch.dtype]:
        return x.to(dtype), x.dtype

    @torch.jit.export
    def either(self, x: Union[int, str, List[int]]) -> Union[int, str]:
        if isinstance(x, int):
            return x + 1
        if isinstance(x, str):
            return x + "?"
        return len(x)

    @torch.jit.export
    def defaults(self, x: Tensor, n: int = -3, f: float = 1e-05, s: str = "a'b\n\"é", l: Optional[List[int]] = None, o: Optional[Tensor] = None,
                 t: Tuple[int, float] = (1, 2.5), b: bool = True) -> str:
        return str(n) + " " + str(f) + " " + s + " " + str(l is None) + " " + str(o is None) + " " + str(t[0]) + str(t[1]) + " " + str(b)

    @torch.jit.export
    def bump(self) -> int:
        self.count += 1
        return int(self.count.item())

    @torch.jit.export
    def replace(self, x: Tensor) -> Tensor:
        self.count = self.count + 5
        self.plain = x
        self.names.append("more")
        self.maybe = 7
        self.ready = True
        return self.count

    @torch.jit.export
    def nothing(self, x: Tensor):
        self.scale = 3.5

    @torch.jit.export
    def fails(self, x: Tensor) -> Tensor:
        if x.numel() > 0:
            raise ValueError("a reason of the model's own")
        return x

    @torch.jit.export
    def misfit(self, x: Tensor) -> Tensor:
        return x.view(7, 11)


X = randn(2, 4)
CALLS = [
    ("forward", (X,), {}),
    ("as_dict", (X,), {}),
    ("nested", (X,), {}),
    ("point", (X,), {}),
    ("of_box", (((X, X + 1), "b", [4]),), {}),
    ("of_box", (((X, X + 1), "b", []),), {"more": 8}),
    ("lists", ([X, X * 2], [0, 1], ["a", "b"], 2.0, True), {}),
    ("lists", ([X, X * 2], [0, 1], []), {"flag": True}),
    ("lists", ([], [], []), {}),
    ("text", ("añ😀b", 3), {}),
    ("text", ("ab",), {}),
    ("text", ("",), {}),
    ("by_name", ({"a": X, "b": X * 7}, "b"), {}),
    ("by_name", (), {"which": "a", "d": {"a": X}}),
    ("optional", (X,), {}),
    ("optional", (None,), {}),
    ("numbers", (X,), {}),
    ("deep", ({1: {"a": [1.0, None, 3.0], "b": []}, 2: {"a": [0.5]}},), {}),
    ("deep", ({},), {}),
    ("tuples", ([("a", 1), ("bb", 2)], (0.5, True)), {}),
    ("keyed", ({0.5: 1, -2.0: 3}, {True: "yes", False: "no"}), {}),
    ("complexes", (1.5 + 2j, 2), {}),
    ("where", (torch.device("cpu"), X), {}),
    ("typed", (X,), {}),
    ("typed", (X, torch.float16), {}),
    ("either", (4,), {}),
    ("either", ("four",), {}),
    ("either", ([1, 2, 3],), {}),
    ("defaults", (X,), {}),
    ("defaults", (X,), {"b": False, "l": [], "t": (3, 0.5)}),
    ("bump", (), {}),
    ("bump", (), {}),
    ("replace", (X,), {}),
    ("nothing", (X,), {}),
    ("fails", (X,), {}),
    ("misfit", (X,), {}),
    ("by_name", ({"a": X}, "b"), {}),
]


def saved(value):
    """What weights_only does not load as text."""
    if isinstance(value, (torch.device, torch.dtype)):
        return str(value)
    if isinstance(value, dict):
        return {key: saved(one) for key, one in value.items()}
    return type(value)(map(saved, value)) if type(value) in (list, tuple) else tuple(map(saved, value)) if isinstance(value, tuple) else value


def cased(name, args):
    """Named tuples for what the file has as plain ones."""
    return (Box(Point(*args[0][0]), *args[0][1:]), *args[1:]) if name == "of_box" else args


def main(folder):
    torch.jit.script(fill(Typed()).eval()).save(folder + "/typed.script.pt")
    module = torch.jit.load(folder + "/typed.script.pt")
    calls = []
    for name, args, kwargs in CALLS:
        try:
            calls.append((name, saved(args), saved(kwargs), saved(getattr(module, name)(*cased(name, args), **kwargs)), None))
        except Exception as e:
            calls.append((name, saved(args), saved(kwargs), None, f"{type(e).__name__}: {e}"))
    after = {"names": module.names, "maybe": module.maybe, "plain": module.plain, "ready": module.ready, "scale": module.scale,
             "table": module.table, "limits": module.limits, "inner.kept": module.inner.kept, "inner.factor": module.inner.factor}
    torch.save({"calls": calls, "after": after, "code": module.code, "graph": str(module.graph), "repr": repr(module),
                "state": dict(module.state_dict()), "inner_code": module.inner.code, "inlined": str(module.inlined_graph)}, folder + "/typed.script.out")


if __name__ == "__main__":
    main(sys.argv[1])
