"""Every op of the corpus: the cases are in ops_*.py, one file for a section of PyTorch's documentation."""
import importlib

from recorder import Recorder

SECTIONS = ["creation", "pointwise", "reductions", "linalg", "views", "indexing", "tensor", "math", "memory", "statistics", "torch_linalg",
            "torch_random", "torch_fft", "torch_special", "torch_lowrank", "torch_signal", "layout", "more", "opinfo"]


def record():
    recorder = Recorder()
    for section in SECTIONS:
        importlib.import_module(f"ops_{section}").record(recorder)
    return recorder
