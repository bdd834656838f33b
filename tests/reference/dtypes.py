"""What PyTorch does with its newer dtypes: out/dtypes.jsonl, a line for each dtype and call: `dtype`, `call`, and `text` or `error`.

    python dtypes.py                         asks the PyTorch that runs it
    python dtypes.py a.jsonl b.jsonl c.jsonl  merges what two versions said, and Python's front end on TorchLite's own libtorch. What is
                                             done with these dtypes differs from version to version, so the third decides; but for
                                             what it only says because its front end is older than its libtorch
"""
import json
import pathlib
import sys
import warnings

try:
    import torch
except ImportError:  # not needed to merge
    torch = None

DTYPES = ["uint16", "uint32", "uint64", "complex32", "float8_e5m2", "float8_e4m3fn", "float8_e5m2fnuz", "float8_e4m3fnuz",
          "float8_e8m0fnu"]


def sample(d, numbers=(1, 2, 4)):
    return torch.tensor(numbers, dtype=torch.float32).to(d)


# Each is what tests/TorchLite.Tests/Reference/DTypeCalls.cs does under the same name.
CALLS = {
    "zeros": lambda d: torch.zeros(2, dtype=d),
    "ones": lambda d: torch.ones(2, dtype=d),
    "empty": lambda d: torch.empty(0, 2, dtype=d),
    "full": lambda d: torch.full([2], 3, dtype=d),
    "full 2.5": lambda d: torch.full([2], 2.5, dtype=d),
    "full -1": lambda d: torch.full([2], -1, dtype=d),
    "eye": lambda d: torch.eye(2, dtype=d),
    "arange": lambda d: torch.arange(4, dtype=d),
    "arange 1 9 2": lambda d: torch.arange(1, 9, 2, dtype=d),
    "linspace": lambda d: torch.linspace(1, 4, 4, dtype=d),
    "rand": lambda d: torch.rand(2, dtype=d).shape,
    "randn": lambda d: torch.randn(2, dtype=d).shape,
    "randint": lambda d: torch.randint(0, 5, (2,), dtype=d).dtype,
    "zeros_like": lambda d: torch.zeros_like(sample(d)),
    "requires_grad": lambda d: torch.ones(2, dtype=d, requires_grad=True),
    "tensor": lambda d: torch.tensor([1, 2, 3], dtype=d),
    "tensor real": lambda d: torch.tensor([1.5, 2.25, 1000.0], dtype=d),
    "tensor bool": lambda d: torch.tensor([True, False], dtype=d),
    "tensor 300": lambda d: torch.tensor([300], dtype=d),
    "tensor 70000": lambda d: torch.tensor([70000], dtype=d),
    "tensor -1": lambda d: torch.tensor([-1], dtype=d),
    "tensor -70000": lambda d: torch.tensor([-70000], dtype=d),
    "tensor 2**32": lambda d: torch.tensor([2 ** 32], dtype=d),
    "tensor 2**63-1": lambda d: torch.tensor([2 ** 63 - 1], dtype=d),
    "tensor nan": lambda d: torch.tensor([float("nan"), float("inf"), float("-inf")], dtype=d),
    "tensor 0-d": lambda d: torch.tensor(2, dtype=d),
    "tensor complex": lambda d: torch.tensor([1 + 2j], dtype=d),
    "from float64": lambda d: torch.tensor([0, 1, 2.5, 3.75, 100, 0.001], dtype=torch.float64).to(d),
    "from int64": lambda d: torch.tensor([0, 1, 100, 255]).to(d),
    "from bool": lambda d: torch.tensor([True, False]).to(d),
    "to float32": lambda d: sample(d).float(),
    "to int64": lambda d: sample(d).long(),
    "to bool": lambda d: sample(d).bool(),
    "to bfloat16": lambda d: sample(d).bfloat16(),
    "to complex64": lambda d: sample(d).to(torch.complex64),
    "to uint8": lambda d: sample(d).to(torch.uint8),
    "to uint16": lambda d: sample(d).to(torch.uint16),
    "to float8_e5m2": lambda d: sample(d).to(torch.float8_e5m2),
    "add": lambda d: sample(d) + sample(d),
    "add 1": lambda d: sample(d) + 1,
    "add 1.5": lambda d: sample(d) + 1.5,
    "add float32": lambda d: sample(d) + torch.ones(3),
    "add int32": lambda d: sample(d) + torch.ones(3, dtype=torch.int32),
    "add uint8": lambda d: sample(d) + torch.ones(3, dtype=torch.uint8),
    "sub": lambda d: sample(d) - sample(d),
    "mul": lambda d: sample(d) * sample(d),
    "div": lambda d: sample(d) / sample(d),
    "floor_divide": lambda d: sample(d) // 2,
    "remainder": lambda d: sample(d) % 2,
    "pow": lambda d: sample(d) ** 2,
    "neg": lambda d: -sample(d),
    "abs": lambda d: sample(d).abs(),
    "exp": lambda d: sample(d).exp(),
    "sqrt": lambda d: sample(d).sqrt(),
    "eq": lambda d: sample(d) == sample(d),
    "lt": lambda d: sample(d) < sample(d),
    "gt 1": lambda d: sample(d) > 1,
    "bitwise_and": lambda d: sample(d) & sample(d),
    "sum": lambda d: sample(d).sum(),
    "mean": lambda d: sample(d).mean(),
    "prod": lambda d: sample(d).prod(),
    "max": lambda d: sample(d).max(),
    "min": lambda d: sample(d).min(),
    "argmax": lambda d: sample(d).argmax(),
    "all": lambda d: sample(d).all(),
    "any": lambda d: sample(d).any(),
    "cumsum": lambda d: sample(d).cumsum(0),
    "sort": lambda d: sample(d).sort().values,
    "unique": lambda d: torch.unique(sample(d)),
    "nonzero": lambda d: sample(d).nonzero(),
    "matmul": lambda d: sample(d) @ sample(d),
    "index": lambda d: sample(d)[1],
    "slice": lambda d: sample(d)[1:],
    "mask": lambda d: sample(d)[torch.tensor([True, False, True])],
    "index tensor": lambda d: sample(d)[torch.tensor([2, 0])],
    "index_select": lambda d: sample(d).index_select(0, torch.tensor([1])),
    "gather": lambda d: sample(d).gather(0, torch.tensor([1])),
    "where": lambda d: torch.where(torch.tensor([True, False, True]), sample(d), sample(d)),
    "masked_fill": lambda d: sample(d).masked_fill(torch.tensor([True, False, True]), 3),
    "flip": lambda d: sample(d).flip(0),
    "roll": lambda d: sample(d).roll(1),
    "cat": lambda d: torch.cat([sample(d), sample(d)]),
    "stack": lambda d: torch.stack([sample(d), sample(d)]),
    "cat float32": lambda d: torch.cat([sample(d), torch.ones(1)]),
    "clone": lambda d: sample(d).clone(),
    "contiguous": lambda d: sample(d, [[1, 2], [4, 8]]).t().contiguous(),
    "repeat": lambda d: sample(d).repeat(2),
    "fill_": lambda d: sample(d).fill_(4),
    "zero_": lambda d: sample(d).zero_(),
    "copy_": lambda d: sample(d).copy_(torch.ones(3)),
    "add_": lambda d: sample(d).add_(1),
    "set item": lambda d: set_item(sample(d)),
    "clamp": lambda d: sample(d).clamp(1, 2),
    "view uint8": lambda d: sample(d).view(torch.uint8),
    "view of int8": lambda d: torch.tensor([64] * 8, dtype=torch.int8).view(d),
    "item": lambda d: sample(d)[2].item(),
    "tolist": lambda d: sample(d).tolist(),
    "bool": lambda d: bool(sample(d)[0]),
    "int": lambda d: int(sample(d)[2]),
    "float": lambda d: float(sample(d)[2]),
    "equal": lambda d: torch.equal(sample(d), sample(d)),
    "allclose": lambda d: torch.allclose(sample(d), sample(d)),
    "isnan": lambda d: sample(d).isnan(),
    "isfinite": lambda d: sample(d).isfinite(),
    "print fraction": lambda d: sample(d, [0.5, 1.5, 2]),
    "print large": lambda d: sample(d, [1, 1024, 32768]),
    "print rows": lambda d: sample(d, [[1, 2], [4, 8]]),
    "print 0-d": lambda d: sample(d, 2),
    "print many": lambda d: torch.ones(2000).to(d),
    "dtype": lambda d: d,
    "itemsize": lambda d: d.itemsize,
    "is_floating_point": lambda d: d.is_floating_point,
    "is_complex": lambda d: d.is_complex,
    "is_signed": lambda d: d.is_signed,
    "iinfo": lambda d: torch.iinfo(d),
    "finfo": lambda d: torch.finfo(d),
    "promote int64": lambda d: torch.promote_types(d, torch.int64),
    "promote float16": lambda d: torch.promote_types(d, torch.float16),
    "promote uint8": lambda d: torch.promote_types(d, torch.uint8),
    "promote self": lambda d: torch.promote_types(d, d),
    "can_cast float32": lambda d: torch.can_cast(d, torch.float32),
    "can_cast int64": lambda d: torch.can_cast(d, torch.int64),
    "can_cast uint8": lambda d: torch.can_cast(torch.uint8, d),
    "result_type": lambda d: torch.result_type(sample(d), 1.5),
    "default": lambda d: set_default(d),
    "dlpack": lambda d: torch.from_dlpack(sample(d)),
}


def set_item(x):
    x[0] = 2
    return x


def set_default(d):
    try:
        torch.set_default_dtype(d)
        return torch.ones(1)
    finally:
        torch.set_default_dtype(torch.float32)


def record():
    lines = [{"recorded": [f"PyTorch {torch.__version__.split('+')[0]}"]}]
    for name in DTYPES:
        for call, make in CALLS.items():
            line = {"dtype": name, "call": call}
            try:
                line["text"] = str(make(getattr(torch, name)))
            except Exception as thrown:
                line["error"] = {"type": type(thrown).__name__, "text": str(thrown)}
            lines.append(line)
    return lines


def merge(paths):
    a, b, c = ([json.loads(line) for line in pathlib.Path(path).read_text().splitlines()] for path in paths)
    lines = [{"recorded": [side[0]["recorded"][0] for side in (a, b, c)]}]
    for old, new, own in zip(a[1:], b[1:], c[1:]):
        # What printed with a front end that did not know the dtype says nothing.
        own_is_wrong = own.get("error", {}).get("text", "").startswith('"abs_cpu"') and new.get("error") != own.get("error")
        line = new if own_is_wrong else own
        # Later versions say NotImplementedError, a kind of RuntimeError, where earlier ones say RuntimeError.
        if line.get("error", {}).get("text") == old.get("error", {}).get("text", ""):
            not_implemented = "not implemented for" in line["error"]["text"]
            line["error"]["type"] = "NotImplementedError" if not_implemented else old["error"]["type"]
        lines.append(line)
    return lines


def main():
    lines = merge(sys.argv[1:]) if len(sys.argv) == 4 else record()
    out = pathlib.Path("out")
    out.mkdir(exist_ok=True)
    (out / "dtypes.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n")


warnings.simplefilter("ignore")
main()
