"""The functions of torch.nn: the cases are in ops_nn_*.py, and PyTorch's own samples of them."""
import importlib

import torch

from recorder import Recorder

SECTIONS = ["convolution", "pooling", "activation", "layers", "loss", "vision", "init", "utils"]

# What draws random numbers, and so sets the seed first.
DRAWING = {"dropout", "alpha_dropout", "feature_alpha_dropout", "dropout2d", "dropout3d", "rrelu", "fractional_max_pool2d", "fractional_max_pool3d",
           "scaled_dot_product_attention", "feature_alpha_dropout.with_train", "feature_alpha_dropout.without_train"}
# What is no function that one writes.
LEFT_OUT = {"multi_head_attention_forward", "scaled_mm", "scaled_grouped_mm", "grouped_mm"}


def samples(recorder):
    from ops_opinfo import Samples, op_db

    class OfFunctions(Samples):
        def case(self, *args, **options):
            setup = {"setup": [(None, "torch.manual_seed", [0])]} if self.name.removeprefix("nn.functional.") in DRAWING else {}
            super().case(*args, **setup, **options)

    threads = torch.get_num_threads()
    for op in op_db:
        name = op.name.removeprefix("nn.functional.")
        if name != op.name and name not in LEFT_OUT:
            OfFunctions(recorder, op, op.name).record()
    torch.set_num_threads(threads)


def record():
    recorder = Recorder()
    for section in SECTIONS:
        importlib.import_module(f"ops_nn_{section}").record(recorder)
    samples(recorder)
    return recorder
