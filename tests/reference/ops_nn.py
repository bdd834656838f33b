"""The functions of torch.nn: the cases are in ops_nn_*.py, and PyTorch's own samples of them."""
import importlib
import re

import torch

from recorder import Recorder

SECTIONS = ["convolution", "pooling", "activation", "layers", "loss", "vision", "init", "utils"]

# What draws random numbers, and so sets the seed first.
DRAWING = {"dropout", "alpha_dropout", "feature_alpha_dropout", "dropout2d", "dropout3d", "rrelu", "fractional_max_pool2d", "fractional_max_pool3d",
           "scaled_dot_product_attention", "feature_alpha_dropout.with_train", "feature_alpha_dropout.without_train"}
# What is no function that one writes, or has cases as one of torch.
LEFT_OUT = {"multi_head_attention_forward", "scaled_mm", "scaled_grouped_mm", "grouped_mm", "channel_shuffle"}
# What strings Python refuses; in C# they are enumerations, and a compiler refuses others.
WORDS = re.compile(r"is not (a )?valid( value for reduction)?|^Unrecognised padding mode|expected (padding_)?mode to be|mode has to be one of|approximate argument must be"
                   r"|^Unsupported nonlinearity|not supported, please use one of|^Invalid padding string|padding_side|only supports mode|but got input size|only sum, mean and max")


def samples(recorder):
    from ops_opinfo import Samples, op_db

    class OfFunctions(Samples):
        def case(self, *args, **options):
            setup = {"setup": [(None, "torch.manual_seed", [0])]} if self.name.removeprefix("nn.functional.") in DRAWING else {}
            if args[0].startswith("torch.nn."):  # and not an alias of torch
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
    recorder.cases = [case for case in recorder.cases if not is_a_word(case)]
    return recorder


def is_a_word(case):
    """Whether PyTorch refuses a word of the call."""
    return "error" in case and any(isinstance(value, dict) and "s" in value for value in [*case["args"], *case.get("kwargs", {}).values()]) and (
        bool(WORDS.search(case["error"]["text"])))
