"""Values of the corpus: how an argument or a result is written down in JSON, and read back.

A value is null or an object with one tag: i (int), f (float, as text), c (complex, two texts), b (bool), s (str), dtype, device,
memory_format, size, list, tuple (with the field names under "names" where PyTorch gives them names), slice, ellipsis,
v (a variable that a setup step made), self (the receiver, as the result of a call) and t (a tensor).
A tensor has dtype, shape and data: base64 of its elements, little-endian. As an argument the data are its whole storage, and
strides and offset (in elements) are there unless it is that storage, contiguous. As a result the data are its elements in order,
and strides and offset are there where it is a view of an argument.
"""
import base64
import math
import random
import zlib

import torch

DTYPES = {
    "u8": torch.uint8, "i8": torch.int8, "i16": torch.int16, "i32": torch.int32, "i64": torch.int64, "f16": torch.float16,
    "bf16": torch.bfloat16, "f32": torch.float32, "f64": torch.float64, "c64": torch.complex64, "c128": torch.complex128,
    "bool": torch.bool,
}
FLOATS = ["f16", "bf16", "f32", "f64"]
INTS = ["u8", "i8", "i16", "i32", "i64"]
COMPLEX = ["c64", "c128"]


class Var:
    """A variable that an earlier step of the same case made."""
    def __init__(self, name):
        self.name = name


class Arr:
    """A tensor argument: raw storage and the view on it, so that it is built the same way everywhere."""
    def __init__(self, data, dtype, shape, strides=None, offset=0, requires_grad=False, conj=False, device="cpu"):
        self.data, self.dtype, self.shape, self.offset = data, dtype, tuple(shape), offset
        self.strides = tuple(strides) if strides is not None else contiguous_strides(self.shape)
        self.requires_grad, self.conj, self.device = requires_grad, conj, device

    def but(self, **changes):
        fields = dict(data=self.data, dtype=self.dtype, shape=self.shape, strides=self.strides, offset=self.offset,
                      requires_grad=self.requires_grad, conj=self.conj, device=self.device)
        return Arr(**{**fields, **changes})

    def grad(self):
        return self.but(requires_grad=True)

    def conjugate(self):
        return self.but(conj=True)

    def permute(self, *dims):
        return self.but(shape=[self.shape[d] for d in dims], strides=[self.strides[d] for d in dims])

    def t(self):
        return self.permute(*range(len(self.shape) - 2), -1, -2)

    def cut(self, dim, start, stop, step=1):
        count = max(0, (stop - start + step - 1) // step)
        shape, strides = list(self.shape), list(self.strides)
        offset = self.offset + start * strides[dim]
        shape[dim], strides[dim] = count, strides[dim] * step
        return self.but(shape=shape, strides=strides, offset=offset)

    def expand(self, *shape):
        lead = len(shape) - len(self.shape)
        strides = [0] * lead + [0 if had == 1 and has != 1 else stride
                                for had, has, stride in zip(self.shape, shape[lead:], self.strides)]
        return self.but(shape=shape, strides=strides)


def contiguous_strides(shape):
    strides, step = [], 1
    for size in reversed(shape):
        strides.append(step)
        step *= max(size, 1)
    return tuple(reversed(strides))


def raw(tensor):
    if tensor._is_zerotensor():  # a gradient without memory
        tensor = torch.zeros(tensor.shape, dtype=tensor.dtype)
    tensor = tensor.detach().resolve_conj().resolve_neg().clone(memory_format=torch.contiguous_format).reshape(-1)
    return bytes(tensor.view(torch.uint8).tolist()) if tensor.numel() else b""


def V(values, dtype="f32"):
    """A tensor of these values (nested lists or a number)."""
    tensor = torch.tensor(values, dtype=DTYPES[dtype])
    return Arr(raw(tensor), dtype, tensor.shape)


def bits(data, dtype, *shape):
    return Arr(data, dtype, shape)


class Source:
    """Random inputs that do not depend on the PyTorch version; each op has its own, so that ops do not disturb each other."""
    def __init__(self, name, past=0):
        """past: how many of its numbers the cases of another file take first."""
        self.random = random.Random(zlib.crc32(name.encode()))
        for _ in range(past):
            self.random.random()

    def number(self, dtype, lo, hi):
        if dtype == "bool":
            return self.random.random() < 0.5
        if dtype in INTS:
            return int(lo + self.random.random() * (hi - lo + 1))
        if dtype in COMPLEX:
            return complex(self.number("f64", lo, hi), self.number("f64", lo, hi))
        return round(lo + self.random.random() * (hi - lo), 3)

    def __call__(self, dtype, *shape, lo=-4, hi=4):
        if dtype == "u8":
            lo, hi = max(0, lo), max(1, hi)
        flat = torch.tensor([self.number(dtype, lo, hi) for _ in range(math.prod(shape))], dtype=DTYPES[dtype])
        return Arr(raw(flat), dtype, shape)


def encode(value):
    if value is None:
        return None
    if value is Ellipsis:
        return {"ellipsis": True}
    if isinstance(value, bool):
        return {"b": value}
    if isinstance(value, torch.Size):
        return {"size": list(value)}
    if isinstance(value, torch.memory_format):
        return {"memory_format": str(value).removeprefix("torch.")}
    if isinstance(value, int):
        return {"i": value}
    if isinstance(value, float):
        return {"f": repr(value)}
    if isinstance(value, complex):
        return {"c": [repr(value.real), repr(value.imag)]}
    if isinstance(value, str):
        return {"s": value}
    if isinstance(value, type):
        return {"s": value.__name__}
    if isinstance(value, torch.dtype):
        return {"dtype": str(value).removeprefix("torch.")}
    if isinstance(value, torch.device):
        return {"device": str(value)}
    if isinstance(value, slice):
        return {"slice": [value.start, value.stop, value.step]}
    if isinstance(value, Var):
        return {"v": value.name}
    if isinstance(value, list):
        return {"list": [encode(item) for item in value]}
    if isinstance(value, tuple):
        coded = {"tuple": [encode(item) for item in value]}
        names = getattr(type(value), "__match_args__", None) or getattr(type(value), "_fields", None)
        return {**coded, "names": list(names)} if names else coded
    if isinstance(value, Arr):
        return {"t": encode_argument(value)}
    raise TypeError(f"no tag for {value!r}")


def encode_argument(arr):
    coded = {"dtype": str(DTYPES[arr.dtype]).removeprefix("torch."), "shape": list(arr.shape)}
    if arr.device == "meta":
        coded["device"] = "meta"
    else:
        coded["data"] = base64.b64encode(arr.data).decode()
        whole = len(arr.data) == math.prod(arr.shape) * DTYPES[arr.dtype].itemsize
        if arr.strides != contiguous_strides(arr.shape) or arr.offset or not whole:
            coded["strides"], coded["offset"] = list(arr.strides), arr.offset
    if arr.conj:
        coded["conj"] = True
    if arr.requires_grad:
        coded["requires_grad"] = True
    return coded


def decode(coded, variables):
    if coded is None:
        return None
    (tag, value), *_ = coded.items()
    if tag in ("i", "b", "s"):
        return value
    if tag == "f":
        return float(value)
    if tag == "c":
        return complex(float(value[0]), float(value[1]))
    if tag in ("dtype", "memory_format"):
        return getattr(torch, value)
    if tag == "device":
        return torch.device(value)
    if tag == "size":
        return torch.Size(value)
    if tag == "list":
        return [decode(item, variables) for item in value]
    if tag == "tuple":
        return tuple(decode(item, variables) for item in value)
    if tag == "slice":
        return slice(*value)
    if tag == "ellipsis":
        return Ellipsis
    if tag == "v":
        return variables[value]
    return decode_tensor(value)


def decode_tensor(coded):
    dtype = getattr(torch, coded["dtype"])
    if coded.get("device") == "meta":
        return torch.empty(coded["shape"], dtype=dtype, device="meta")
    data = bytearray(base64.b64decode(coded["data"]))
    storage = torch.frombuffer(data, dtype=dtype).clone() if data else torch.empty(0, dtype=dtype)
    if "strides" in coded:
        tensor = storage.as_strided(coded["shape"], coded["strides"], coded["offset"])
    else:
        tensor = storage.reshape(coded["shape"])
    if coded.get("conj"):
        tensor = tensor.conj()
    return tensor.requires_grad_() if coded.get("requires_grad") else tensor


def show(coded):
    """The value as Python would write it, for the message of a failing replay."""
    if coded is None:
        return "None"
    (tag, value), *_ = coded.items()
    if tag == "t":
        return show_tensor(value)
    if tag in ("list", "tuple"):
        inner = ", ".join(map(show, value))
        return f"[{inner}]" if tag == "list" else f"({inner}{',' if len(value) == 1 else ''})"
    if tag in ("dtype", "memory_format"):
        return f"torch.{value}"
    if tag == "device":
        return repr(value)
    if tag == "slice":
        start, stop, step = ("" if part is None else str(part) for part in value)
        return f"{start}:{stop}" + (f":{step}" if step else "")
    if tag == "ellipsis":
        return "..."
    if tag == "v":
        return value
    return repr(decode(coded, {}))


def show_tensor(coded):
    tensor = decode_tensor({key: value for key, value in coded.items() if key != "requires_grad"})
    extra = ", requires_grad=True" if coded.get("requires_grad") else ""
    if "strides" in coded:
        extra += f", strides={tuple(coded['strides'])}"
    if coded.get("conj"):
        extra += ", conj"
    values = str(tensor.tolist()) if tensor.numel() <= 12 and not tensor.is_meta else f"<{list(tensor.shape)}>"
    return f"tensor({values}, {coded['dtype']}{extra})"
