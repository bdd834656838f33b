"""PyTorch's own samples of its operations: every dtype an op takes, one that it does not take, and the errors that it tells of.

The samples differ a little between versions of PyTorch: what only one of the two made is left out (merge.py).
"""
import builtins
import contextlib
import io
import itertools
import random
import zlib

import numpy
import torch

from tagged import DTYPES, Arr, raw


@contextlib.contextmanager
def without_cpuinfo():
    """PyTorch's tests read /proc/cpuinfo, which a chroot need not have."""
    usual = builtins.open
    builtins.open = lambda path, *args, **kwargs: io.StringIO() if path == "/proc/cpuinfo" else usual(path, *args, **kwargs)
    try:
        yield
    finally:
        builtins.open = usual


with without_cpuinfo():
    from torch.testing._internal import common_utils
    from torch.testing._internal.common_methods_invocations import op_db


def seed_only_cpu(seed=None):
    """As PyTorch's tests seed before each sample, without the devices, which take most of the time."""
    torch.default_generator.manual_seed(1234)
    random.seed(1234)
    numpy.random.seed(1234)


common_utils.set_rng_seed = seed_only_cpu
common_utils.extract_test_fn = lambda: None  # which looks through the stack for the test that asks, and takes minutes

SHORT = {dtype: name for name, dtype in DTYPES.items()}
LOW = {torch.float16: torch.float32, torch.bfloat16: torch.float32}

# Of torch.nn.functional, what torch has as well.
FUNCTIONAL = {
    "adaptive_avg_pool1d", "avg_pool1d", "bilinear", "channel_shuffle", "conv1d", "conv2d", "conv3d", "conv_transpose1d",
    "conv_transpose2d", "conv_transpose3d", "pdist", "pixel_shuffle", "pixel_unshuffle", "relu",
}
# What is drawn has cases of its own (ops_random.py); the rest is not in the library, or not a call that one writes.
LEFT_OUT = {
    "bernoulli", "multinomial", "normal", "uniform", "cauchy", "exponential", "geometric", "log_normal", "randn", "rand_like", "randn_like",
    "randint", "randint_like", "pca_lowrank", "svd_lowrank", "to_sparse", "triangular_solve", "lu", "constant_pad_nd", "native_group_norm",
    "native_layer_norm", "native_batch_norm", "max_pool2d_with_indices_backward", "native_dropout_backward", "grid_sampler_2d",
    "grid_sampler_3d", "slice", "to", "chalf", "hash_tensor", "stft", "istft", "unravel_index", "item", "rsub",
    "split_with_sizes", "scalar_tensor", "fill", "ger", "new_empty_strided", "empty_strided", "empty_permuted",
    "matrix_exp", "linalg.matrix_exp",  # of its own samples the last digits are noise
}
# Memory that nobody wrote, and vectors that may have either sign.
SHAPES_ONLY = {
    "empty", "empty_like", "new_empty", "new_empty_strided", "empty_strided", "empty_permuted", "resize_", "resize_as_", "svd", "linalg.svd",
    "linalg.eig", "linalg.eigh", "linalg.eigvals", "linalg.qr", "geqrf", "linalg.ldl_factor", "linalg.ldl_factor_ex", "linalg.lstsq",
}
# Of these the last digits are another processor's.
NOISY = {("linalg.cond", torch.complex64)} | {
    (f"conv_transpose{n}d", dtype) for n in (1, 2, 3) for dtype in (torch.float16, torch.bfloat16)}
# Gradients that hang on those, or on which of two equal elements was found.
NO_BACKWARD = SHAPES_ONLY | {"linalg.lu_factor", "linalg.lu_factor_ex", "mode", "kthvalue", "median", "nanmedian"}


def arr(tensor):
    """A tensor as an argument. Its numbers are eighths: they are the same in every dtype and version, and pack well."""
    short = SHORT[tensor.dtype]
    tensor = tensor.detach().resolve_conj().resolve_neg()
    if tensor.is_complex():
        tensor = torch.complex(eighths(tensor.real), eighths(tensor.imag)).to(tensor.dtype)
    elif tensor.is_floating_point():
        tensor = eighths(tensor)
    return Arr(raw(tensor), short, tensor.shape)


def eighths(tensor):
    wide = tensor.double()
    return torch.where(wide.abs() < 1e6, torch.round(wide * 8) / 8, wide).to(tensor.dtype)


def values(value, dtype=None):
    """An argument of a sample, its floating-point tensors in another dtype if one is given."""
    if isinstance(value, torch.Tensor):
        if value.layout != torch.strided or value.device.type != "cpu":
            raise TypeError("no plain tensor")
        return arr(value.to(dtype) if dtype and value.dtype in (torch.float32, torch.int64) and value.dtype == KIND[dtype] else value)
    if isinstance(value, (list, tuple)) and not isinstance(value, torch.Size):
        return type(value)(values(item, dtype) for item in value)
    return value


KIND = {dtype: torch.int64 if dtype in (torch.bool, torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64) else torch.float32
        for dtype in DTYPES.values()}


def count(value):
    if isinstance(value, torch.Tensor):
        return value.numel()
    return sum(map(count, value)) if isinstance(value, (list, tuple)) else 0


def spread(samples, most):
    """A few small ones of all samples, from the beginning to the end."""
    def size(sample):
        return count((sample.input, *sample.args, *sample.kwargs.values()))

    small = [s for s in samples if size(s) <= 130] or [s for s in sorted(samples, key=size)[:2] if size(s) <= 1500]
    return [small[i * len(small) // most] for i in range(most)] if len(small) > most else small


def samples(op, dtype, most):
    torch.default_generator.manual_seed(zlib.crc32(op.name.encode()))
    try:
        return spread(list(itertools.islice(op.sample_inputs("cpu", dtype, requires_grad=False), 60)), most)
    except Exception:  # an op of another build, or samples that the version cannot make
        return []


def path(op):
    name = op.name
    if name.startswith("nn.functional."):
        name = name[14:]
        return name if name in FUNCTIONAL else None
    return None if name in LEFT_OUT or name[0] == "_" or name.split(".")[0] in ("masked", "signal", "sparse", "jiterator", "torch", "nn") else name


def calls(name):
    """The function and the method of that name."""
    target = torch
    for part in name.split("."):
        target = getattr(target, part, None)
    method = getattr(torch.Tensor, name, None)
    return ([f"torch.{name}"] if callable(target) and name[-1] != "_" else []) + (
        [] if method is None else [f"Tensor.{name}"] if callable(method) else [f"attr:{name}"])


class Samples:
    def __init__(self, recorder, op, name):
        self.recorder, self.op, self.name = recorder, op, name
        self.compare = "meta" if name in SHAPES_ONLY else "close"

    def case(self, call, sample, dtype=None, grad=False, **options):
        if {"out", "memory_format"} & sample.kwargs.keys() or (isinstance(sample.input, (list, tuple)) and any(item is None for item in sample.input)):
            return
        try:
            first, args = values(sample.input, dtype), [values(item, dtype) for item in sample.args]
            kwargs = {key: values(value, dtype) for key, value in sample.kwargs.items()}
        except (TypeError, KeyError):
            return
        if not isinstance(first, Arr) and not call.startswith("torch."):
            return
        if grad:
            first = first.grad() if isinstance(first, Arr) else first
        before = len(self.recorder.cases)
        try:
            self.recorder.case(self.name, call, first, *args, compare=self.compare, **options, **kwargs)
        except Exception:  # no tag for an argument, or nothing to differentiate
            return
        for case in self.recorder.cases[before:]:
            case["sampled"] = True
            if case.get("error", {}).get("type") in ("AttributeError", "NameError", "AssertionError", "KeyError", "SystemError"):
                self.recorder.cases.remove(case)

    def record(self):
        forms = calls(self.name)
        if not forms:
            return
        in_place = f"Tensor.{self.name}_" if hasattr(torch.Tensor, self.name + "_") and "_" != self.name[-1] else None
        supported = self.op.supported_dtypes("cpu")
        for dtype in DTYPES.values():
            source = LOW.get(dtype, dtype) if dtype in supported else next((d for d in (KIND[dtype], torch.float32, torch.int64, torch.float64) if d in supported), None)
            if source is None or (self.name, dtype) in NOISY:
                continue
            found = samples(self.op, source, 6 if dtype == torch.float32 else 2)
            to = None if source == dtype else dtype
            for i, sample in enumerate(found if dtype in supported else found[:1]):
                self.case(forms[i % len(forms)], sample, to)
                if in_place and (i == 0 or dtype == torch.float32):
                    self.case(in_place, sample, to)
        self.gradients(forms, in_place)
        self.errors(forms)
        for alias in (alias.name.removeprefix("torch.") for alias in self.op.aliases):
            if alias in LEFT_OUT or alias.startswith("nn."):
                continue
            found = samples(self.op, torch.float32 if torch.float32 in supported else torch.int64, 4)
            others = calls(alias)
            for i, sample in enumerate(found if others else ()):
                self.case(others[i % len(others)], sample)
                if hasattr(torch.Tensor, alias + "_"):
                    self.case(f"Tensor.{alias}_", sample)

    def gradients(self, forms, in_place):
        if self.op.supports_autograd and self.name not in NO_BACKWARD:
            for i, sample in enumerate(samples(self.op, torch.float64, 2)):
                self.case(forms[i % len(forms)], sample, grad=True, backward=True)
        for sample in samples(self.op, torch.float32, 1):
            if in_place:
                self.case(in_place, sample, grad=True)

    def errors(self, forms):
        torch.default_generator.manual_seed(0)
        try:
            for i, error in enumerate(itertools.islice(self.op.error_inputs("cpu"), 12)):
                self.case(forms[0] if i % 2 else forms[-1], error.sample_input)
        except Exception:  # PyTorch has none for this op, or not for the CPU
            return


def record(recorder):
    threads = torch.get_num_threads()
    for op in op_db:
        name = path(op)
        if name:
            Samples(recorder, op, name).record()
    torch.set_num_threads(threads)
