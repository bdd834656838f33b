"""Reads what TorchLite wrote (written/, with expected.jsonl beside it) with Python's own readers: out/torch-<version>.txt.

Each line of that is a file and its SHA-256 (of an .npz, of what is in it). A difference ends the script.
"""
import csv
import hashlib
import json
import pathlib
import zipfile

import numpy
import torch

import checkpoints
import files
import state_dicts

written = pathlib.Path("written")


def npy(path):
    mapped = torch.from_numpy(numpy.array(numpy.load(path, mmap_mode="r"), order="K"))
    assert files.tagged(mapped)["t"]["data"] == files.tagged(files.np_load(path))["t"]["data"]
    return files.np_load(path)


def safe(path):
    opened = {}
    with files.safetensors.safe_open(path, framework="pt") as file:
        for key in file.keys():
            opened[key] = file.get_tensor(key)
    loaded = files.safetensors.torch.load_file(path)
    assert alone(coded(opened)) == alone(coded(loaded))
    return loaded


def pt(path):
    wanted = coded(torch.load(path, weights_only=True))
    assert coded(torch.load(path, weights_only=True, mmap=True)) == wanted, "mmap=True"
    assert coded(torch.load(path, weights_only=False)) == wanted, "weights_only=False"
    return torch.load(path, weights_only=True)


def table(path):
    dtype = getattr(torch, pathlib.Path(path).stem)
    with open(path, newline="") as file:
        rows = [[{"True": True, "False": False}.get(field) if dtype == torch.bool else
                 float(field) if dtype.is_floating_point else int(field) for field in row] for row in csv.reader(file)]
    return torch.tensor(rows, dtype=torch.float64 if dtype.is_floating_point else None).to(dtype)


READERS = {".npy": npy, ".npz": files.npz_load, ".safetensors": safe, ".pt": pt, ".csv": table}


def coded(value):
    tree = files.tagged(value)
    files.renumber(tree, {})
    return tree


def alone(tree):
    """Without the order, and without what shares its memory with what: safetensors says nothing of either."""
    for _, value in tree["dict"]:
        value["t"].pop("storage", None)
    return {"dict": sorted(tree["dict"], key=str)}


def enter(record, path):
    """Loads a state dict into the module that it is of."""
    loaded = (safe if path.suffix == ".safetensors" else pt)(str(path))
    module = state_dicts.make(record)
    assert str(module.load_state_dict(loaded, strict=True)) == "<All keys matched successfully>"
    now = module.state_dict()
    if path.suffix == ".pt":
        assert list(now) == list(loaded)
        assert now._metadata == loaded._metadata == record["metadata"], f"{path}: {loaded._metadata} instead of {now._metadata}"
    for name, x in now.items():
        assert files.elements(x) == files.elements(loaded[name]) if isinstance(x, torch.Tensor) else x == loaded[name], f"{path}: {name}"


def digest(path):
    if path.suffix == ".npz":
        with zipfile.ZipFile(path) as file:
            assert file.testzip() is None
            return hashlib.sha256(b"".join(file.read(name) for name in file.namelist())).hexdigest()
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main():
    lines = [f"read by PyTorch {torch.__version__.split('+')[0]} (NumPy {numpy.__version__})"]
    for record in map(json.loads, (written / "expected.jsonl").read_text(encoding="utf-8").splitlines()):
        path = written / record["file"]
        if path.suffix == ".safetensors" and not files.safetensors:
            continue
        if path.stem.startswith("float8") and not hasattr(torch, path.stem):
            continue
        got = coded(READERS[path.suffix](str(path)))
        if path.suffix == ".safetensors":
            got, record["value"] = alone(got), alone(record["value"])
        if got != record["value"]:
            raise SystemExit(f"{path}:\n{json.dumps(got)}\ninstead of\n{json.dumps(record['value'])}")
        if "metadata" in record:
            enter(record, path)
        if path.stem.startswith("training"):
            checkpoints.check(pt(str(path)))
        if path.stem == "schedulers":
            checkpoints.check_schedulers(pt(str(path)))
        lines.append(f"{digest(path)}  {record['file']}")
    out = pathlib.Path("out")
    out.mkdir()
    (out / f"torch-{files.version}.txt").write_text("\n".join(lines) + "\n")


main()
