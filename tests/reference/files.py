"""Writes files as PyTorch, NumPy and safetensors do, and what Python reads from them: out/files/torch-<version>/, expected.jsonl.

Each line of expected.jsonl has the `file` and its `value` (see README.md), or the `error` that Python's reader answers.
"""
import base64
import collections
import csv
import io
import json
import pathlib
import struct
import zipfile

import numpy
import torch

try:
    import safetensors.torch
except ImportError:  # the reference need not have it
    safetensors = None

version = ".".join(torch.__version__.split("+")[0].split(".")[:2])
out = pathlib.Path("out") / "files" / f"torch-{version}"
expected = []

DTYPES = ["uint8", "int8", "int16", "int32", "int64", "float16", "bfloat16", "float32", "float64", "complex64", "complex128", "bool"]


def numbers(dtype, *shape):
    count = int(numpy.prod(shape))
    x = torch.arange(count, dtype=torch.float64) * 1.5 - 2
    if dtype == "bool":
        return (torch.arange(count) % 3 == 0).reshape(shape)
    if dtype.startswith("complex"):
        x = torch.complex(x, -x / 2)
    elif dtype in ("uint8",):
        x = x.abs()
    return x.to(getattr(torch, dtype)).reshape(shape)


def elements(x):
    if x.numel() == 0 or x.is_meta:
        return b""
    if x.dtype in (torch.bits8, torch.bits16):  # which cannot be copied
        return bytes(x.untyped_storage())
    return x.detach().resolve_conj().resolve_neg().contiguous().reshape(-1).view(torch.uint8).numpy().tobytes()


def tensor(x):
    data = elements(x)
    value = {"dtype": str(x.dtype)[6:], "shape": list(x.shape), "stride": list(x.stride()), "data": base64.b64encode(data).decode()}
    if x.requires_grad:
        value["requires_grad"] = True
    if x.is_conj():
        value["conj"] = True
    if x.is_meta:
        value["meta"] = True
    elif x.untyped_storage().nbytes():
        value["storage"] = x.untyped_storage().data_ptr()
    return value


def tagged(x):
    if x is None:
        return None
    if isinstance(x, torch.Tensor):
        if x.layout != torch.strided or x.is_quantized or x.is_nested:
            return {"missing": type(x).__name__}
        return {"t": tensor(x)}
    if isinstance(x, (torch.TypedStorage, torch.UntypedStorage)):
        dtype, storage = (x.dtype, x._untyped_storage) if isinstance(x, torch.TypedStorage) else (torch.uint8, x)
        return {"t": tensor(torch.empty(0, dtype=dtype).set_(storage, 0, [len(storage) // dtype.itemsize]))}
    if isinstance(x, torch.layout):
        return {"layout": str(x)}
    if isinstance(x, torch.qscheme):
        return {"missing": str(x)}
    if isinstance(x, torch.Size):
        return {"size": list(x)}
    if isinstance(x, bool):
        return {"b": x}
    if isinstance(x, int):
        return {"i": str(x)}
    if isinstance(x, float):
        return {"f": repr(x)}
    if isinstance(x, complex):
        return {"c": [repr(x.real), repr(x.imag)]}
    if isinstance(x, str):
        if any("\ud800" <= letter <= "\udfff" for letter in x):  # which no JSON text should hold
            return {"utf16": base64.b64encode(x.encode("utf-16-le", "surrogatepass")).decode()}
        return {"s": x}
    if isinstance(x, (bytes, bytearray)):
        return {"bytes": base64.b64encode(x).decode()}
    if isinstance(x, torch.dtype):
        return {"dtype": str(x)[6:]}
    if isinstance(x, torch.device):
        return {"device": str(x)}
    if isinstance(x, list):
        return {"list": [tagged(item) for item in x]}
    if isinstance(x, tuple):
        return {"tuple": [tagged(item) for item in x]}
    if isinstance(x, set):
        return {"set": sorted((tagged(item) for item in x), key=str)}
    if isinstance(x, dict):
        return {"dict": [[tagged(key), tagged(item)] for key, item in x.items()]}
    raise TypeError(type(x))


def renumber(value, seen):
    """Storages as 0, 1, … in the order of their appearance: addresses differ from run to run."""
    if isinstance(value, dict):
        if "storage" in value:
            value["storage"] = seen.setdefault(value["storage"], len(seen))
        for item in value.values():
            renumber(item, seen)
    elif isinstance(value, list):
        for item in value:
            renumber(item, seen)


def expect(name, read):
    """Reads a file back with Python's own reader, and keeps what it said."""
    try:
        value = read(str(out / name))
        coded = tagged(value)
        renumber(coded, {})
        expected.append({"file": name, "value": coded})
    except Exception as thrown:  # whatever the reader answers is what is recorded
        expected.append({"file": name, "error": {"type": type(thrown).__name__, "text": str(thrown).replace(str(out), "")}})


def native(array):
    """PyTorch takes only numbers in the order of bytes of the machine."""
    return torch.from_numpy(array.astype(array.dtype.newbyteorder("="), order="K", copy=False) if array.dtype.byteorder == ">" else array)


def np_load(path):
    return native(numpy.load(path))


def npz_load(path):
    with numpy.load(path) as npz:
        return {key: native(npz[key]) for key in npz.files}


def pt_load(path):
    return torch.load(path, weights_only=True)


def save_npy(name, array, npy_version=None):
    with open(out / name, "wb") as file:
        numpy.lib.format.write_array(file, array, npy_version)
    expect(name, np_load)


def npy():
    for dtype in DTYPES:
        if dtype != "bfloat16":
            save_npy(f"{dtype}.npy", numbers(dtype, 2, 3).numpy())
    cube = numpy.arange(24, dtype="<f4").reshape(2, 3, 4)
    for name, array in {
        "zero-dim": numpy.array(2.5), "empty": numpy.zeros((0, 3), "<i4"), "one": numpy.arange(5), "fortran": numpy.asfortranarray(cube),
        "transposed": cube[0].T, "sliced": cube[:, ::2, 1], "big-f2": cube.astype(">f2"), "big-f4": cube.astype(">f4"),
        "big-i8": cube.astype(">i8"), "big-c16": cube.astype(">c16"), "big-fortran": numpy.asfortranarray(cube.astype(">i2")),
        "uint16": cube.astype("<u2"), "uint64": cube.astype("<u8"), "text": numpy.array(["a", "bc"]), "time": numpy.array(["2020"], "M8[D]"),
        "objects": numpy.array([{}, None], dtype=object), "records": numpy.array([(1, 2.0)], dtype=[("a", "<i4"), ("b", "<f8")]),
    }.items():
        save_npy(f"{name}.npy", array)
    save_npy("version2.npy", cube, (2, 0))
    save_npy("version3.npy", cube, (3, 0))
    header = b"{'descr': '<i4', 'fortran_order': False, 'shape': (2L, 1L), }"
    header += b" " * (117 - len(header)) + b"\n"
    (out / "python2.npy").write_bytes(b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header + struct.pack("<ii", 7, 8))
    expect("python2.npy", np_load)

    arrays = {"x": cube, "y": numpy.asfortranarray(cube[0]), "big": cube.astype(">f8"), "flag": numpy.array(True), "none": numpy.zeros(0)}
    numpy.savez(out / "named.npz", **arrays)
    numpy.savez(out / "numbered.npz", cube, numpy.arange(3))
    numpy.savez_compressed(out / "compressed.npz", zeros=numpy.zeros(1000), **arrays)
    for name in "named.npz", "numbered.npz", "compressed.npz":
        expect(name, npz_load)


def tensors():
    return {dtype: numbers(dtype, 2, 3) for dtype in DTYPES}


def safe():
    def load(path):
        return safetensors.torch.load_file(path)

    def save(name, given, metadata=None):
        safetensors.torch.save_file(given, out / name, metadata)
        expect(name, load)

    covered = {name: x for name, x in tensors().items() if name != "complex128"}
    save("dtypes.safetensors", covered)
    save("metadata.safetensors", {"w": numbers("float32", 3)}, {"format": 'a "quoted" \u00e4 text'})
    save("shapes.safetensors", {"zero-dim": torch.tensor(2.5), "empty": torch.zeros(0, 3), "a/b.c \u00fc": torch.ones(2)})
    save("none.safetensors", {})
    save("uint16.safetensors", {"w": torch.ones(2, dtype=torch.uint16)})
    save("float8.safetensors", {"w": torch.ones(2).to(torch.float8_e5m2), "v": torch.ones(2)})
    parts = {"model-00001-of-00002": {"a": numbers("float32", 2, 3)}, "model-00002-of-00002": {"b": numbers("int64", 2), "c": torch.ones(1)}}
    for part, given in parts.items():
        save(f"{part}.safetensors", given, {"format": "pt"})
    weights = {name: f"{part}.safetensors" for part, given in parts.items() for name in given}
    size = sum(x.nbytes for given in parts.values() for x in given.values())
    index = json.dumps({"metadata": {"total_size": size}, "weight_map": weights}, indent=2) + "\n"
    (out / "model.safetensors.index.json").write_text(index)


def tables():
    def load(path):
        with open(path, newline="", encoding="utf-8") as file:
            rows = [row for row in csv.reader(file)]
        return torch.tensor([[float(field or "nan") for field in row] for row in rows[1 if "header" in path else 0:]], dtype=torch.float64)

    x = numbers("float64", 4, 3).numpy() / 7
    numpy.savetxt(out / "savetxt.csv", x, delimiter=",")
    with open(out / "header.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC)
        writer.writerow(["id", "price, net", 'in "kg"\nor \u00e4'])
        writer.writerows([*x.tolist(), [float("nan"), float("inf"), ""]])
    for name in "savetxt.csv", "header.csv":
        expect(name, load)


class Unknown:
    def __init__(self):
        self.x = 1


class Evil:
    def __reduce__(self):
        import os
        return os.system, ("echo executed",)


class Sneaky:
    def __reduce__(self):
        return eval, ("1+1",)


def pt():
    def save(name, value, **options):
        torch.save(value, out / name, **options)
        expect(name, pt_load)

    for dtype in DTYPES:
        save(f"{dtype}.pt", numbers(dtype, 2, 3))
    torch.manual_seed(0)
    model = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.BatchNorm1d(2))
    save("state_dict.pth", model.state_dict())
    optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
    model(torch.ones(4, 3)).sum().backward()
    optimizer.step()
    save("checkpoint.pt", {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": 7, "loss": 0.25, "names": ["a", "b"]})
    base = torch.arange(12.0)
    save("shared.pt", {"base": base, "row": base[3:6], "columns": base.reshape(3, 4).t(), "every": base[::5], "again": base})
    save("values.pt", {
        "none": None, "yes": True, "no": False, "zero": 0, "byte": 255, "short": 65535, "negative": -1, "int": 2 ** 31 - 1, "long": 2 ** 40,
        "huge": 2 ** 100, "minus": -2 ** 63, "float": 0.1, "nan": float("nan"), "inf": float("-inf"), "text": "\u00e4\U0001f600\n",
        "empty": "", "bytes": b"\x00\xff", "list": [1, [2, []]], "tuple": (1, (2,), (), (1, 2, 3, 4)), "set": {1, 2}, "dict": {1: "a", "b": {}},
        "size": torch.Size([2, 3]), "dtype": torch.float16, "device": torch.device("cpu"), "complex": 1 + 2j,
        "ordered": collections.OrderedDict(a=1), "tuples": {(1, 2): 3},
    })
    parameter = torch.nn.Parameter(torch.ones(2))
    save("parameter.pt", [parameter, parameter, torch.ones(1, requires_grad=True)])
    z = torch.tensor([1 + 2j, 3 - 4j])
    save("conj.pt", [z, z.conj(), torch._neg_view(torch.ones(2))])
    save("shapes.pt", [torch.tensor(2.5), torch.zeros(0, 3), torch.zeros(0), torch.ones(2, 3).t(), torch.ones(1).expand(4), torch.ones(5)[4:]])
    save("recursive-size.pt", [torch.Size([]), torch.zeros(2, 0).shape])
    buffer = io.BytesIO()
    torch.save(torch.arange(3), buffer)
    with zipfile.ZipFile(buffer) as plain, zipfile.ZipFile(out / "deflated.pt", "w", zipfile.ZIP_DEFLATED) as packed:
        for entry in plain.namelist():
            packed.writestr(zipfile.ZipInfo(entry), plain.read(entry), zipfile.ZIP_DEFLATED)
    expect("deflated.pt", pt_load)
    # Refused, by PyTorch as well, but for what is no plain tensor.
    save("unknown.pt", Unknown())
    save("evil.pt", [torch.ones(1), Evil()])
    save("sneaky.pt", Sneaky())
    save("numpy.pt", numpy.ones(2))
    save("legacy.pt", torch.ones(2), _use_new_zipfile_serialization=False)
    torch.jit.save(torch.jit.script(torch.nn.Linear(1, 1)), str(out / "script.pt"))
    expect("script.pt", pt_load)
    torch.save(torch.eye(2).to_sparse(), out / "sparse.pt")
    torch.save(torch.quantize_per_tensor(torch.ones(2), 0.1, 0, torch.qint8), out / "quantized.pt")


def main():
    import checkpoints
    import files_formats  # which imports this
    import state_dicts
    out.mkdir(parents=True)
    npy()
    if safetensors:
        safe()
    pt()
    tables()
    files_formats.main()
    torch.save(checkpoints.checkpoint(), out / "training.pt")
    expect("training.pt", pt_load)
    state_dicts.main()
    lines = [json.dumps({"recorded": [f"PyTorch {torch.__version__.split('+')[0]} (NumPy {numpy.__version__})"]}), *map(json.dumps, expected)]
    (out / "expected.jsonl").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    import files  # as the others import it: what is expected is kept once
    files.main()
