"""Exports the models of zoo.py: python exported.py FOLDER [unusual]. For each file NAME.pt2 there is NAME.pt with what goes in and what comes out."""
import copy
import importlib
import os
import sys
import warnings

import torch
from torch.utils import _pytree

from zoo import fill


def reference(program, model, args, kwargs):
    """What the program gives; gradients of the sum of its floating results, where it is to train."""
    module = program.module()
    given = copy.deepcopy((args, kwargs))
    torch.manual_seed(3)
    out = module(*given[0], **given[1])
    result = {"args": args, "kwargs": kwargs, "out": _pytree.tree_map(lambda x: x.detach().clone() if torch.is_tensor(x) else x, out)}
    changed = [a for a in _pytree.tree_leaves(given) if torch.is_tensor(a)]
    if any(not torch.equal(a, b) for a, b in zip(changed, [a for a in _pytree.tree_leaves((args, kwargs)) if torch.is_tensor(a)])):
        result["changed"] = given
    result["buffers"] = {name: buffer.clone() for name, buffer in module.named_buffers()}
    if model.trains:
        sum(x.double().sum() for x in _pytree.tree_leaves(out) if torch.is_tensor(x) and x.requires_grad).backward()
        result["gradients"] = {name: p.grad for name, p in module.named_parameters() if p.grad is not None}
    return result


def reload(path, program):
    """The file as Python reads it; the program itself where Python can not read what it wrote (2.6 trips over a comma in a name)."""
    try:
        return torch.export.load(path)
    except Exception:
        return program


def plain(value):
    """Tuples for named ones, whose class is in no file."""
    if isinstance(value, dict):
        return type(value)((key, plain(one)) for key, one in value.items())
    return type(value)(map(plain, value)) if type(value) in (list, tuple) else tuple(map(plain, value)) if isinstance(value, tuple) else value


def refusal(program, args):
    try:
        program.module()(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"
    return None


def main(folder, models="zoo"):
    os.makedirs(folder, exist_ok=True)
    for name, model in importlib.import_module(models).MODELS.items():
        if not model.export:
            continue
        module = fill(model.make()).train(model.training)
        args, kwargs = model.args(), model.kwargs()
        ways = {"": (None, False)}
        ways[".core"] = (None, True)
        if model.dynamic:
            ways[".dynamic"] = (model.dynamic(), False)
        for way, (dynamic, core) in ways.items():
            try:
                program = torch.export.export(module, copy.deepcopy(args), copy.deepcopy(kwargs), dynamic_shapes=dynamic, **model.options)
                if core:
                    program = program.run_decompositions()
                path = f"{folder}/{name}{way}"
                torch.export.save(program, path + ".pt2")
                program = reload(path + ".pt2", program)
                result = reference(program, model, args, kwargs)
                program = reload(path + ".pt2", program)  # Its buffers have changed.
                if torch.__version__ >= "2.7":
                    result["text"] = str(program)
                if dynamic and model.other:
                    result["other"] = reference(program, model, model.other(), {})
                if dynamic and model.outside and (text := refusal(program, model.outside())):  # 2.6 does not look at every size.
                    result["refusal"] = {"args": model.outside(), "text": text}
                torch.save(plain(result), path + ".pt")
            except Exception as e:
                if os.path.exists(f"{folder}/{name}{way}.pt2"):
                    os.remove(f"{folder}/{name}{way}.pt2")
                print(f"{name}{way}: {type(e).__name__}: {str(e).splitlines()[0][:200]}", file=sys.stderr)
        if name in ("mlp", "cnn", "depthwise", "lstm"):
            training(folder, name, model)


def training(folder, name, model):
    """The graph for training: batch norm writes its buffers; dropout draws."""
    try:
        module = fill(model.make()).train()
        export = getattr(torch.export, "export_for_training", torch.export.export) if torch.__version__ < "2.9" else torch.export.export
        program = export(module, model.args())
        path = f"{folder}/{name}.train"
        torch.export.save(program, path + ".pt2")
        program = torch.export.load(path + ".pt2")
        result = reference(program, model, model.args(), {})
        torch.save(result, path + ".pt")
    except Exception as e:
        print(f"{name}.train: {type(e).__name__}: {str(e).splitlines()[0][:200]}", file=sys.stderr)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main(*sys.argv[1:])
