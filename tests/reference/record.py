"""Asks the PyTorch that runs this, into out/. Its arguments are the parts to record; without any it records all of PARTS, in that order."""
import contextlib
import io
import json
import pathlib
import runpy
import sys

import numpy
import torch

out = pathlib.Path("out")


def write(name, text):
    (out / name).write_text(text, encoding="utf-8")


def mistakes():
    import mistakes
    write("mistakes.jsonl", mistakes.record())


def transcripts():
    for folder in ("tutorial", "examples"):
        (out / folder).mkdir(parents=True)
    for script in sorted(pathlib.Path().glob("tutorial/*.py")) + sorted(pathlib.Path().glob("examples/*.py")):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            runpy.run_path(str(script), run_name="__main__")
        write(f"{script.parent}/{script.stem}.out", printed.getvalue())


def ops():
    """The operations, and their gradients."""
    import gradients
    import ops
    recorded = ops.record()
    write("ops.jsonl", recorded.lines())
    write("gradients.jsonl", gradients.record(recorded.cases))
    left_out(recorded)


def reprs():
    import reprs
    write("reprs.jsonl", reprs.record())


def memory():
    import memory_tables
    write("memory-tables.jsonl", memory_tables.record())


def api():
    import api
    for name in ("names", "signatures", "operators"):
        write(f"{name}.txt", getattr(api, name)())


def nn():
    """The functions of torch.nn, and its modules."""
    import modules
    import ops_nn
    recorded = ops_nn.record()
    write("nn.jsonl", recorded.lines())
    write("modules.jsonl", modules.record().lines())
    left_out(recorded)


def amp():
    """Mixed precision."""
    import amp
    import ops_autocast
    recorded = ops_autocast.record()
    write("autocast.jsonl", recorded.lines())
    write("amp.jsonl", amp.record())
    left_out(recorded)


def profiler():
    import profiles
    write("profiler.jsonl", profiles.record())


def optim():
    import schedulers
    import trajectories
    write("schedulers.jsonl", schedulers.record())
    write("trajectories.jsonl", trajectories.record())


def vision():
    try:
        import vision
    except ModuleNotFoundError as e:
        print(f"the transforms are not recorded: {e}", file=sys.stderr)
        return
    write("vision.jsonl", vision.record())


def data():
    import data
    write("data.jsonl", data.record())


def testing():
    import testing
    write("testing.jsonl", testing.record())


def left_out(recorded):
    for dropped in recorded.dropped:
        print("left out, only Python's argument parser speaks:", dropped["py"])


# Mistakes come first: each is made in a fork, and a fork after the first backward() can do no other.
PARTS = {part.__name__: part for part in (mistakes, transcripts, ops, reprs, memory, api, nn, optim, amp, profiler, vision, data, testing)}

out.mkdir()
torch.set_num_threads(1)
for part in sys.argv[2:] or PARTS:
    PARTS[part]()
write("versions.json", json.dumps({"torch": torch.__version__.split("+")[0], "numpy": numpy.__version__}))
