"""Asks the PyTorch that runs this, into out/: its API, the transcripts of the examples, the reprs, the mistakes, the ops, their gradients."""
import contextlib
import io
import json
import pathlib
import runpy

import numpy
import torch

import api
import gradients
import memory_tables
import mistakes
import ops
import reprs

out = pathlib.Path("out")
for folder in ("tutorial", "examples"):
    (out / folder).mkdir(parents=True)
torch.set_num_threads(1)

# First: each in a fork, and a fork after the first backward() can do no other.
(out / "mistakes.jsonl").write_text(mistakes.record(), encoding="utf-8")

for script in sorted(pathlib.Path().glob("tutorial/*.py")) + sorted(pathlib.Path().glob("examples/*.py")):
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        runpy.run_path(str(script), run_name="__main__")
    (out / script.parent / f"{script.stem}.out").write_text(printed.getvalue(), encoding="utf-8")

recorded = ops.record()
(out / "ops.jsonl").write_text(recorded.lines(), encoding="utf-8")
(out / "reprs.jsonl").write_text(reprs.record(), encoding="utf-8")
(out / "gradients.jsonl").write_text(gradients.record(recorded.cases), encoding="utf-8")
(out / "memory-tables.jsonl").write_text(memory_tables.record())
(out / "names.txt").write_text(api.names())
(out / "signatures.txt").write_text(api.signatures())
(out / "operators.txt").write_text(api.operators())
versions = {"torch": torch.__version__.split("+")[0], "numpy": numpy.__version__}
(out / "versions.json").write_text(json.dumps(versions))
for dropped in recorded.dropped:
    print("left out, only Python's argument parser speaks:", dropped["py"])
