"""What PyTorch documents, by module, and the operators that its dispatcher knows."""
import inspect
import pathlib
import re

import torch
import torch.amp
import torch.distributed.algorithms
import torch.distributed.optim
import torch.nn.utils.parametrizations
import torch.nn.utils.prune
import torch.nn.utils.stateless
import torch.optim.swa_utils
import torch.profiler
import torch.signal.windows
import torch.testing
import torch.utils.data
import torch.utils.data.distributed

# TorchScript, through which TorchLite calls them, does not know these.
UNKNOWN = ("aten::_test_", "aten::max.unary_out", "aten::min.unary_out", "aten::view.dtype", "aten::dist_backward")

# Of these types TorchLite has values; an operator that takes or gives others is left out.
TAKEN = {"Tensor", "int", "SymInt", "float", "bool", "Scalar", "str", "ScalarType", "Device", "Layout", "MemoryFormat"}
OPTIONAL = TAKEN | {"Generator"}
GIVEN = {"Tensor", "Tensor[]", "bool", "int", "SymInt", "float", "int[]", "SymInt[]"}


def names():
    """The documented names: those that PyTorch's own documentation scripts describe, and the documented ones that a module exports."""
    package = pathlib.Path(torch.__file__).parent
    found = {
        "Tensor": set(re.findall(r'add_docstr_all\(\s*"(\w+)"', (package / "_tensor_docs.py").read_text()))
        | {name for name, value in vars(torch.Tensor).items() if described(name, value)},
        "torch": set(re.findall(r"add_docstr\(\s*torch\.(\w+),", (package / "_torch_docs.py").read_text()))
        | {name for name in {*torch.__all__, *torch.functional.__all__} if described(name, getattr(torch, name, None))},
    }
    # What is described as one is there as the other: torch.abs_ beside Tensor.abs_, and torch.split_with_sizes, whose copy is described.
    found["torch"] |= {name.removesuffix("_copy") for name in found["torch"]} & called(torch)
    found["torch"], found["Tensor"] = (
        found["torch"] | found["Tensor"] & called(torch), found["Tensor"] | found["torch"] & called(torch.Tensor))
    for module in (torch.linalg, torch.special, torch.fft, torch.signal.windows, torch.random, torch.cuda):
        found[module.__name__] = {
            name for name in getattr(module, "__all__", dir(module)) if described(name, getattr(module, name, None))}
    for module in (torch.autograd, torch.autograd.functional, torch.autograd.forward_ad, torch.autograd.graph):
        found[module.__name__] = {name for name in module.__all__ if described(name, getattr(module, name), classes=True)}
    for module in (torch.amp, torch.profiler, torch.testing):
        found[module.__name__] = {name for name in getattr(module, "__all__", vars(module)) if described(name, getattr(module, name), classes=True)}
    found["torch.amp.GradScaler"] = {name for name, value in vars(torch.amp.GradScaler).items() if described(name, value)}
    found |= {module.__name__: set(of_nn(module)) for module in (*NN, *OPTIM)}
    found[torch.utils.data.__name__] = set(DATA)
    found["torch.nn.Module"] = {name for name, value in vars(torch.nn.Module).items() if described(name, value)} | {"forward", "extra_repr"}
    found["torch.optim.Optimizer"] = {name for name, value in vars(torch.optim.Optimizer).items() if described(name, value)}
    found["torch.distributed"] = {name for name, value in vars(torch.distributed).items() if described(name, value, classes=True)}
    for module in (torch.distributed.algorithms, torch.distributed.optim, torch.nn.parallel):
        found[module.__name__] = {name for name, value in vars(module).items() if described(name, value, classes=True) and name != "deprecated"}
    for name in DISTRIBUTED:
        owner = torch
        for part in name.split(".")[1:]:
            owner = getattr(owner, part)
        found[name] = {member for member, value in vars(owner).items() if described(member, value)}
    return "".join(f"{module}.{name}\n" for module, members in found.items() for name in sorted(members))


def of_nn(module):
    """The functions and classes of a module of torch.nn: not what it only imports to use it."""
    names = {"torch.nn": [*torch.nn.modules.__all__, "Parameter", "Buffer", "UninitializedParameter", "UninitializedBuffer"],
             "torch.nn.functional": [name for name, value in vars(module).items() if not inspect.isclass(value) and (
                 getattr(value, "__module__", None) in ("torch.nn.functional", "torch._C._nn", "torch._jit_internal") or inspect.isbuiltin(value))]}
    given = names.get(module.__name__) or getattr(module, "__all__", None) or [
        name for name, value in vars(module).items() if getattr(value, "__module__", None) == module.__name__]
    return [name for name in given if described(name, getattr(module, name), classes=True) and name not in PLUMBING]


NN = (torch.nn, torch.nn.functional, torch.nn.init, torch.nn.utils, torch.nn.utils.rnn, torch.nn.utils.parametrize, torch.nn.utils.parametrizations,
      torch.nn.utils.prune, torch.nn.utils.stateless)
OPTIM = (torch.optim, torch.optim.lr_scheduler, torch.optim.swa_utils)
# Not the pipes of functions, which are not developed any more.
DATA = ("BatchSampler", "ChainDataset", "ConcatDataset", "DataLoader", "Dataset", "DistributedSampler", "IterableDataset", "RandomSampler", "Sampler",
        "SequentialSampler", "StackDataset", "Subset", "SubsetRandomSampler", "TensorDataset", "WeightedRandomSampler", "default_collate", "default_convert",
        "get_worker_info", "random_split")
# What many processes train with.
DISTRIBUTED = ("torch.distributed.Store", "torch.distributed.Work", "torch.nn.parallel.DistributedDataParallel", "torch.distributed.algorithms.Join",
               "torch.distributed.algorithms.Joinable", "torch.distributed.algorithms.JoinHook", "torch.distributed.optim.ZeroRedundancyOptimizer")
# What PyTorch's own code is built with.
PLUMBING = {"boolean_dispatch", "has_torch_function", "has_torch_function_unary", "has_torch_function_variadic", "handle_torch_function"}


def called(owner):
    return {name for name in dir(owner) if not name.startswith("_") and callable(getattr(owner, name))
            and not inspect.isclass(getattr(owner, name))}


def described(name, value, classes=False):
    """Whether somebody wrote a description: not only a signature that was generated, nor that of an imported class."""
    text = getattr(value, "__doc__", None) or ""
    if name.startswith("_") or not callable(value) or inspect.isclass(value) and not classes:
        return False
    return not re.fullmatch(r"\s*\w+\([^\n]*\) -> [^\n]*\s*", text) and text.strip() != ""


def signatures():
    """Of each documented name how it is called, as its description says: one line for each way."""
    lines = []
    for name in names().split():
        path = name.split(".")
        value = torch.Tensor if path[0] == "Tensor" else torch
        for part in path[1:]:
            value = getattr(value, part, None)
        text = inspect.cleandoc(getattr(value, "__doc__", None) or "")
        told = re.findall(rf"^(?:[\w.]+\.)?{re.escape(path[-1])}\((.*?)\)(?: ?->.*)?$", text, re.MULTILINE)
        if name.startswith("torch.distributed.") and any("self: torch" in way or way.startswith(("arg0", "*args")) for way in told):
            told = []  # made of C++, which names no parameters
        elif name.startswith("torch.distributed.") and inspect.isclass(value) and not inspect.isfunction(value.__init__):
            told = []
        elif name.startswith(PLAIN) and inspect.isclass(value) and not hasattr(value, "__members__"):
            told = [plainly(value.__init__)]
        elif name.startswith(PLAIN) and inspect.isfunction(value):
            told = [plainly(value)] if not told or plainly(value) else told
        elif inspect.isfunction(value) and not told:
            told = [str(inspect.signature(value)).rsplit(" ->", 1)[0][1:-1]]
        lines += [f"{name}({arguments})\n" for arguments in dict.fromkeys(told)]
    text = re.sub(r"<function (\w+) at 0x\w+>", r"\1", "".join(lines))
    text = re.sub(r"<torch._C.Generator object at 0x\w+>", "default_generator", text)
    return re.sub(r"<RedOpType\.(\w+): \d+>", r"ReduceOp.\1", text)


# Of these modules the signatures tell more than the descriptions.
PLAIN = ("torch.nn.", "torch.optim.", "torch.amp.", "torch.profiler.", "torch.testing.", "torch.utils.data.", "torch.distributed.",
         "torch.nn.parallel.")

# What PyTorch itself says not to use any more.
DEPRECATED = {"size_average", "reduce", "min_value", "max_value"}


def plainly(function):
    """The parameters without their types, which may be long, and without what is deprecated."""
    given = [parameter.replace(annotation=inspect.Parameter.empty) for name, parameter in inspect.signature(function).parameters.items()
             if parameter.kind.name[:3] != "VAR" and name not in DEPRECATED | {"self"}]
    return str(inspect.Signature(given))[1:-1]


def operators():
    return "".join(f"{schema}\n" for schema in sorted({str(schema) for schema in torch._C._jit_get_all_schemas()}) if usable(schema))


def usable(schema):
    match = re.fullmatch(r"aten::[\w.]+\((.*)\) -> (.*)", re.sub(r"\([a-z*][a-z!|* >-]*\)", "", schema))
    if not match or "..." in schema or schema.startswith(UNKNOWN):
        return False
    arguments, results = match.groups()
    kinds = re.findall(r"(?:^|, )(?!\*(?:,|$))(\S+) \w+", re.sub(r'=(\[[^]]*\]|"[^"]*"|[^,]*)', "", arguments))
    bare = [re.sub(r"\[\d*\]", "", kind) for kind in kinds]
    known = all(kind.rstrip("?") in (OPTIONAL if kind.endswith("?") else TAKEN) for kind in bare)
    if results.startswith("("):
        given = [part.split(" ")[0] for part in results[1:-1].split(", ")]
        return known and any("Tensor" in kind for kind in bare + given) and given in ([""], ["Tensor"] * len(given))
    return known and results.split(" ")[0] in GIVEN and any("Tensor" in kind for kind in [*bare, results])
