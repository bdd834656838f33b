"""What PyTorch's SummaryWriter writes, and what TensorBoard reads of TorchLite's.

    python3 events.py record    out/tensorboard.jsonl: a line a case, its calls and the events of its files
    python3 events.py check     reads written/ with TensorBoard's own readers: out/tensorboard-read.txt

PyTorch 2.14 writes the same as 2.6, of which the recording is, but for the texts of three kinds of AssertionError and the order of
hyperparameters in a message, which is free.

Beside PyTorch it needs the Python package tensorboard, numpy and Pillow. An event is written down as base64 of its message with the time taken out, and, where
it has an image, with the image's pixels (four bytes each) in place of its file, whose bytes are the packer's business.
"""
import base64
import hashlib
import io
import json
import os
import pathlib
import re
import sys
import tempfile

import numpy
import PIL
import PIL.Image
import tensorboard
import torch
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.backend.event_processing.event_file_loader import RawEventFileLoader
from tensorboard.compat.proto.event_pb2 import Event
from tensorboard.compat.proto.graph_pb2 import GraphDef
from torch.utils.tensorboard import SummaryWriter

from tagged import Arr, Source, V, decode, encode

TIME = 1700000000.25
source = Source("tensorboard")
CASES = []


def case(*calls, compare="exact", **writer):
    CASES.append({"writer": writer, "calls": [{"call": name, "kwargs": kwargs} for name, kwargs in calls], "compare": compare})


def call(name, **kwargs):
    return name, kwargs


def scalar(value, **kwargs):
    return call("add_scalar", tag="loss/train", scalar_value=value, **kwargs)


def histogram(values, **kwargs):
    return call("add_histogram", tag="weights", values=values, **kwargs)


def image(tensor, **kwargs):
    return call("add_image", tag="picture", img_tensor=tensor, **kwargs)


def images(tensor, **kwargs):
    return call("add_images", tag="pictures", img_tensor=tensor, **kwargs)


case()
case(purge_step=7)
case(filename_suffix=".mine", max_queue=1, flush_secs=3)
case(scalar(0.1, global_step=1), scalar(2.5, global_step=2, walltime=TIME), scalar(3.0), scalar(0.0, global_step=0), scalar(-1.5, global_step=-3),
     scalar(7.0, global_step=2 ** 40), scalar(float("inf"), global_step=5), scalar(1e-50, global_step=6))
case(scalar(0.1, global_step=1, new_style=True), scalar(0.1, global_step=2, new_style=True, double_precision=True), scalar(0.0, new_style=True),
     scalar(0.1, double_precision=True))
case(call("add_scalar", tag="Verlust/über", scalar_value=1.0, global_step=1), call("add_scalar", tag="", scalar_value=1.0))
for dtype in ("f32", "f64", "f16", "bf16", "i64", "u8", "bool"):
    case(scalar(V([[1]], dtype), global_step=1), scalar(V(1, dtype), global_step=2))
case(scalar(V([1.0, 2.0])))
case(scalar(V([[1.0, 2.0], [3.0, 4.0]])))
case(call("add_scalars", main_tag="run/a", tag_scalar_dict={"train": 0.5, "test": 0.25}, global_step=3, walltime=TIME),
     call("add_scalars", main_tag="run/a", tag_scalar_dict={"train": 0.75}, global_step=4))
exact = V([0.5, -0.25, 3.0, 0.0, 1024.0, -7.5, 0.5])
case(histogram(exact, global_step=1), histogram(exact, global_step=2, walltime=TIME), histogram(exact, max_bins=10), histogram(exact, max_bins=100))
case(histogram(exact, bins=4), histogram(exact, bins=1), histogram(exact, bins=100, max_bins=7), histogram(exact, bins=[-8.0, 0.0, 0.5, 3.0, 2000.0]))
case(histogram(exact, bins=[0.0, 0.5]), histogram(exact, bins=[-8.0, 0.0, 0.0, 3.0]))
case(histogram(V([2.0, 2.0, 2.0])), histogram(V([2.0, 2.0, 2.0]), bins=3), histogram(V([0.0])), histogram(V([-1.0])), histogram(V(4.0)))
case(histogram(V([1e30, 1.0])), histogram(V([1e-20, -1e-20])))
for dtype in ("f64", "f16", "bf16", "i64", "i8", "u8", "bool"):
    case(histogram(V([[1, 0], [1, 1]], dtype), global_step=1))
case(scalar(V(float("nan")), global_step=4))
case(histogram(V([float("nan"), 1.0, 2.0])), compare="close")
for size in (10, 1000):
    case(histogram(source("f32", size), global_step=1), histogram(source("f64", 5, size), bins=30), compare="close")
case(histogram(V([])))
case(histogram(V([float("nan")])))
case(histogram(V([float("nan"), 1.0]), bins=3))
case(histogram(V([float("inf"), 1.0]), bins=3))
case(histogram(exact, bins=0))
case(histogram(exact, bins=[1.0, 0.0]))
case(histogram(V([5.0]), bins=[0.0, 1.0]))
case(image(source("u8", 3, 4, 5, hi=255), global_step=1, walltime=TIME), image(source("f32", 3, 4, 5, lo=-0.5, hi=1.5)), image(source("f64", 1, 4, 5, lo=0, hi=1)),
     image(source("f32", 4, 4, 5, lo=0, hi=1)), image(source("u8", 2, 3, 3, hi=255)), image(source("bool", 3, 2, 2)), image(source("i64", 3, 2, 2, lo=0, hi=1)),
     image(source("f16", 3, 2, 2, lo=0, hi=1)), image(source("bf16", 3, 2, 2, lo=0, hi=1)))
case(image(source("u8", 4, 5, 3, hi=255), dataformats="HWC"), image(source("u8", 4, 5, hi=255), dataformats="HW"), image(source("u8", 4, 5, hi=255), dataformats="wh"),
     image(source("u8", 5, 3, 4, hi=255), dataformats="WCH"), image(source("f32", 4, 5, 1, lo=0, hi=1), dataformats="hwc"))
case(images(source("u8", 3, 3, 4, 5, hi=255), global_step=2), images(source("f32", 1, 1, 4, 5, lo=0, hi=1)), images(source("u8", 19, 1, 2, 3, hi=255)),
     images(source("u8", 8, 3, 2, 2, hi=255)), images(source("u8", 3, 4, 5, 3, hi=255), dataformats="NHWC"))
case(image(source("u8", 3, 4, hi=255)))
case(image(source("u8", 3, hi=255)))
case(image(source("u8", 3, 4, 4, hi=255), dataformats="HHW"))
case(images(source("u8", 3, 4, 4, hi=255)))
case(images(source("u8", 2, 4, 3, 3, hi=255)))
case(image(source("u8", 5, 3, 3, hi=255)))
case(call("add_text", tag="note", text_string="# Hello\n| a | b |", global_step=1, walltime=TIME), call("add_text", tag="note", text_string=""),
     call("add_text", tag="a/b", text_string="größer ✓"))
case(call("add_hparams", hparam_dict={"lr": 0.1, "batch": 32, "nesterov": True, "optimizer": "AdamW", "nothing": None}, metric_dict={"hparam/loss": 0.5, "hparam/acc": 0.75},
          run_name="first", global_step=2))
case(call("add_hparams", hparam_dict={"lr": 0.1, "name": "a"}, metric_dict={"loss": 1.0}, hparam_domain_discrete={"lr": [0.1, 0.2], "name": ["a", "b"]}, run_name="second"))
case(call("add_hparams", hparam_dict={"lr": 0.1}, metric_dict={}, hparam_domain_discrete={"lr": [1]}, run_name="third"))
case(call("add_hparams", hparam_dict={"lr": 0.1}, metric_dict={}, hparam_domain_discrete={"momentum": [0.1]}, run_name="third"))
case(call("add_hparams", hparam_dict={"lr": [1, 2]}, metric_dict={}, run_name="third"))
case(scalar(1.0, global_step=1), call("close"), scalar(2.0, global_step=2))
case(scalar(1.0, global_step=1), call("flush"), scalar(2.0, global_step=2))


def coded(value):
    if isinstance(value, dict):
        return {"dict": {key: coded(part) for key, part in value.items()}}
    if isinstance(value, list):
        return {"list": [coded(part) for part in value]}
    return encode(value)


def made(value):
    return decode(encode(value), {}) if isinstance(value, Arr) else value


def events(path):
    return [canonical(data) for data in RawEventFileLoader(str(path)).Load()]


def canonical(data):
    event = Event.FromString(data)
    for value in event.summary.value:
        if value.HasField("image"):
            picture = PIL.Image.open(io.BytesIO(value.image.encoded_image_string))
            assert picture.size == (value.image.width, value.image.height)
            value.image.encoded_image_string = picture.convert("RGBA").tobytes()
            data = event.SerializeToString()
    assert data[0] == 9  # the time, a double
    return data[9:]


def files(folder):
    """Of each folder its files in the order in which they were made."""
    found = {}
    for path in sorted(pathlib.Path(folder).rglob("events.*"), key=lambda path: int(re.match(r"events\.out\.tfevents\.\d+\.(?:.*)\.\d+\.(\d+)", path.name)[1])):
        found.setdefault(str(path.parent.relative_to(folder)), []).append(path)
    return found


def record():
    lines = [json.dumps({"recorded": [f"PyTorch {torch.__version__}, TensorBoard {tensorboard.__version__}, NumPy {numpy.__version__}, Pillow {PIL.__version__}"]})]
    for one in CASES:
        with tempfile.TemporaryDirectory() as folder:
            line = {"writer": {key: coded(value) for key, value in one["writer"].items()}, "compare": one["compare"],
                    "calls": [{"call": each["call"], "kwargs": {key: coded(value) for key, value in each["kwargs"].items()}} for each in one["calls"]]}
            writer = SummaryWriter(folder, **one["writer"])
            try:
                for each in one["calls"]:
                    getattr(writer, each["call"])(**{key: made(value) for key, value in each["kwargs"].items()})
            except Exception as error:
                line["error"] = {"type": type(error).__name__, "text": (str(error).splitlines() or [""])[0]}
            writer.close()
            line["files"] = {name: [[base64.b64encode(event).decode() for event in events(path)] for path in paths] for name, paths in files(folder).items()}
            lines.append(json.dumps(line, ensure_ascii=False))
    return "\n".join(lines) + "\n"


def check():
    lines = [f"read by TensorBoard {tensorboard.__version__}"]
    for name, paths in sorted(files("written").items()):
        accumulator = EventAccumulator(os.path.join("written", name), size_guidance={"images": 0, "tensors": 0, "scalars": 0, "histograms": 0})
        accumulator.Reload()
        tags = accumulator.Tags()
        told = {key: value for key, value in tags.items() if value and key not in ("run_metadata",)}
        if tags["graph"]:
            graph = GraphDef.FromString(accumulator.Graph().SerializeToString())
            known = {node.name for node in graph.node}
            assert len(known) == len(graph.node), "names are there once"
            assert all(from_.split(":")[0] in known for node in graph.node for from_ in node.input), "edges begin somewhere"
            told["graph"] = f"{len(known)} nodes, {sum(len(node.input) for node in graph.node)} edges"
        for path in paths:
            digest = hashlib.sha256(b"".join(events(path))).hexdigest()
            lines.append(f"{digest}  {name}  {json.dumps(told)}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    out = pathlib.Path("out")
    out.mkdir(exist_ok=True)
    if sys.argv[-1] == "check":
        (out / "tensorboard-read.txt").write_text(check(), encoding="utf-8")
    elif sys.argv[-1] == "record":
        (out / "tensorboard.jsonl").write_text(record(), encoding="utf-8")
    else:
        sys.exit(__doc__)
