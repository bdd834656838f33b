"""Runs the twins of the examples that train, or those that are named, and writes to out/ what they print."""
import contextlib
import io
import pathlib
import runpy
import sys

import torch

# What the test run has no time for runs in a shorter form there, and here.
ARGUMENTS = {"char_gpt": ["--quick"], "gan": ["--quick"]}

names = sys.argv[2:] or sorted(path.stem for path in pathlib.Path().glob("*.py") if path.stem not in ("example_data", "record"))
vendor = next(line.split(": ")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("vendor_id"))
out = pathlib.Path("out")
out.mkdir()
torch.set_num_threads(1)
for name in names:
    printed = io.StringIO()
    sys.argv = [name, *ARGUMENTS.get(name, [])]
    with contextlib.redirect_stdout(printed):
        runpy.run_path(f"{name}.py", run_name="__main__")
    (out / f"{name}.out").write_text(printed.getvalue(), encoding="utf-8")
(out / "recorded.txt").write_text(
    f"PyTorch {torch.__version__.split('+')[0]}'s front end on TorchLite's own libtorch\n{vendor} {torch.backends.cpu.get_cpu_capability()}\n")
