"""PyTorch's own samples of its modules: what both versions make."""
import torch

from ops_opinfo import arr, count
from torch.testing._internal.common_modules import module_db
from tagged import encode

# Large ones, and what is not in the library yet.
LEFT_OUT = {"SyncBatchNorm", "DataParallel"}
MOST = 8


def plain(value):
    """An argument of a sample, or an error where it is a function or a module."""
    if isinstance(value, torch.Tensor):
        made = arr(value)
        return made.grad() if value.requires_grad else made
    if isinstance(value, (list, tuple)) and not isinstance(value, torch.Size):
        return type(value)(plain(item) for item in value)
    if isinstance(value, torch.device):
        raise TypeError
    encode(value)
    return value


def of(modules, info):
    for training in (True, False):
        for dtype in (torch.float32, torch.float64):
            torch.manual_seed(0)
            try:
                inputs = list(info.module_inputs_func(info, device="cpu", dtype=dtype, requires_grad=True, training=training))
            except Exception:
                continue
            kept = 0
            for sample in inputs:
                made, given = sample.constructor_input, sample.forward_input
                if given is None or kept >= MOST or count((*given.args, *given.kwargs.values())) > 600:
                    continue
                try:
                    args, kwargs = [plain(a) for a in made.args], {k: plain(v) for k, v in made.kwargs.items() if k not in ("device", "dtype")}
                    ins, options = [plain(a) for a in given.args], {k: plain(v) for k, v in given.kwargs.items()}
                except (TypeError, KeyError):
                    continue
                if "dtype" in made.kwargs and dtype != torch.float32:
                    kwargs["dtype"] = dtype
                before = len(modules.cases)
                modules.case(info.module_cls.__name__, args, kwargs, ins, options, eval=not training, sampled=True)
                kept += 1
                if modules.cases[before].get("error", {}).get("type") in ("AttributeError", "NameError", "AssertionError", "KeyError", "SystemError", "NotImplementedError"):
                    modules.cases.pop()


def record(modules):
    for info in module_db:
        if info.module_cls.__module__.startswith("torch.nn.modules") and info.module_cls.__name__ not in LEFT_OUT:
            of(modules, info)
