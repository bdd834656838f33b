"""Scripts and traces the models of zoo.py: python scripted.py FOLDER. For each NAME.script.pt and NAME.trace.pt there is what comes out."""
import copy
import os
import sys
import warnings

import torch
from torch.utils import _pytree

from zoo import MODELS, fill


def reference(module, model, args):
    given = copy.deepcopy(args)
    torch.manual_seed(3)
    out = module(*given)
    result = {"args": args, "out": _pytree.tree_map(lambda x: x.detach().clone() if torch.is_tensor(x) else x, out)}
    result["buffers"] = {name: buffer.clone() for name, buffer in module.named_buffers()}
    if model.trains:
        torch.stack([x.double().sum() for x in _pytree.tree_leaves(out) if torch.is_tensor(x)]).sum().backward()
        result["gradients"] = {name: p.grad for name, p in module.named_parameters() if p.grad is not None}
    return result


def main(folder):
    os.makedirs(folder, exist_ok=True)
    for name, model in MODELS.items():
        for way in ("script", "trace"):
            if not getattr(model, way):
                continue
            try:
                module = fill(model.make()).eval()
                args = model.args()
                made = torch.jit.script(module) if way == "script" else torch.jit.trace(module, copy.deepcopy(args), check_trace=False, strict=False)
                path = f"{folder}/{name}.{way}"
                made.save(path + ".pt")
                loaded = torch.jit.load(path + ".pt")
                result = {**reference(loaded, model, args), "code": loaded.code, "graph": str(loaded.graph)}
                if model.other and way == "script":
                    result["other"] = reference(torch.jit.load(path + ".pt"), model, model.other())
                torch.save(result, path + ".out")
            except Exception as e:
                if os.path.exists(f"{folder}/{name}.{way}.pt"):
                    os.remove(f"{folder}/{name}.{way}.pt")
                print(f"{name}.{way}: {type(e).__name__}: {str(e).splitlines()[0][:200] if str(e) else ''}", file=sys.stderr)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main(sys.argv[1])
