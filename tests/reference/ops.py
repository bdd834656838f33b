"""Every op of the corpus: the cases are in ops_*.py, one file for a folder of src/TorchLite/Ops."""
import importlib

from recorder import Recorder

SECTIONS = ["creation", "pointwise", "activation", "special", "comparison", "operators", "reduction", "distance", "linear_algebra", "shape",
            "indexing", "attributes", "conversion", "autograd", "random", "spectral", "pooling", "convolution",
            "opinfo"]


def record():
    recorder = Recorder()
    for section in SECTIONS:
        importlib.import_module(f"ops_{section}").record(recorder)
    return recorder
