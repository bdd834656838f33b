"""Parametrized and pruned modules, out/reparametrized.jsonl: state dicts, outputs and gradients after some calls, and what is left when the
parametrization is removed.

Each is what tests/TorchLite.Tests/Nn/Reparametrized.cs has under the same name. Asked of Python's front end on TorchLite's own libtorch, so
that the last bits can be compared.
"""
import json
import pathlib

import torch
from torch import nn
from torch.nn.utils import parametrizations, parametrize, prune

from recorder import written


def pruned_globally(make):
    net = make()
    prune.global_unstructured([(net, "weight"), (net, "bias")], pruning_method=prune.L1Unstructured, amount=0.4)
    return net


def removed(how, name="weight"):
    return lambda net: how(net, name)


def leave(net):
    return parametrize.remove_parametrizations(net, "weight")


def original(net):
    return parametrize.remove_parametrizations(net, "weight", leave_parametrized=False)


LINEAR, CONV, TRANSPOSED, SQUARE = (
    lambda: nn.Linear(4, 3), lambda: nn.Conv2d(2, 3, 2), lambda: nn.ConvTranspose2d(2, 3, 2), lambda: nn.Linear(4, 4))

# name: (how it is made, shape of the input, how it is removed)
CASES = {
    "parametrized weight_norm": (lambda: parametrizations.weight_norm(LINEAR()), (2, 4), leave),
    "parametrized weight_norm of a convolution": (lambda: parametrizations.weight_norm(CONV(), dim=1), (1, 2, 3, 3), leave),
    "parametrized weight_norm of the whole": (lambda: parametrizations.weight_norm(LINEAR(), dim=None), (2, 4), leave),
    "parametrized spectral_norm": (lambda: parametrizations.spectral_norm(LINEAR()), (2, 4), leave),
    "parametrized spectral_norm, put back": (lambda: parametrizations.spectral_norm(LINEAR()), (2, 4), original),
    "parametrized spectral_norm of a convolution": (lambda: parametrizations.spectral_norm(CONV(), n_power_iterations=3), (1, 2, 3, 3), leave),
    "parametrized spectral_norm of a transposed one": (lambda: parametrizations.spectral_norm(TRANSPOSED()), (1, 2, 3, 3), leave),
    "parametrized spectral_norm of a vector": (lambda: parametrizations.spectral_norm(nn.LayerNorm(4)), (2, 4), leave),
    "orthogonal": (lambda: parametrizations.orthogonal(LINEAR()), (2, 4), leave),
    "orthogonal square": (lambda: parametrizations.orthogonal(SQUARE()), (2, 4), leave),
    "orthogonal by matrix_exp": (lambda: parametrizations.orthogonal(SQUARE(), orthogonal_map="matrix_exp"), (2, 4), leave),
    "orthogonal by cayley": (lambda: parametrizations.orthogonal(SQUARE(), orthogonal_map="cayley"), (2, 4), leave),
    "orthogonal by householder": (lambda: parametrizations.orthogonal(LINEAR(), orthogonal_map="householder"), (2, 4), leave),
    "orthogonal, not trivialized": (lambda: parametrizations.orthogonal(LINEAR(), use_trivialization=False), (2, 4), leave),
    "weight_norm": (lambda: nn.utils.weight_norm(LINEAR()), (2, 4), removed(nn.utils.remove_weight_norm)),
    "weight_norm of a convolution": (lambda: nn.utils.weight_norm(CONV(), dim=1), (1, 2, 3, 3), removed(nn.utils.remove_weight_norm)),
    "weight_norm of the whole": (lambda: nn.utils.weight_norm(LINEAR(), dim=None), (2, 4), removed(nn.utils.remove_weight_norm)),
    "spectral_norm": (lambda: nn.utils.spectral_norm(LINEAR()), (2, 4), removed(nn.utils.remove_spectral_norm)),
    "spectral_norm of a transposed convolution":
        (lambda: nn.utils.spectral_norm(TRANSPOSED(), n_power_iterations=2), (1, 2, 3, 3), removed(nn.utils.remove_spectral_norm)),
    "pruned at random": (lambda: prune.random_unstructured(LINEAR(), "weight", amount=0.3), (2, 4), removed(prune.remove)),
    "pruned at random by number": (lambda: prune.random_unstructured(CONV(), "weight", amount=5), (1, 2, 3, 3), removed(prune.remove)),
    "rows pruned at random": (lambda: prune.random_structured(LINEAR(), "weight", amount=1, dim=0), (2, 4), removed(prune.remove)),
    "pruned by size": (lambda: prune.l1_unstructured(LINEAR(), "weight", amount=0.5), (2, 4), removed(prune.remove)),
    "pruned by given scores": (lambda: prune.l1_unstructured(
        LINEAR(), "weight", amount=3, importance_scores=torch.arange(12.0).view(3, 4)), (2, 4), removed(prune.remove)),
    "channels pruned by norm": (lambda: prune.ln_structured(CONV(), "weight", amount=0.5, n=2, dim=1), (1, 2, 3, 3), removed(prune.remove)),
    "rows pruned by the sum": (lambda: prune.ln_structured(LINEAR(), "weight", amount=1, n=1, dim=0), (2, 4), removed(prune.remove)),
    "pruned by a mask": (lambda: prune.custom_from_mask(
        LINEAR(), "weight", torch.arange(12).view(3, 4) % 3 > 0), (2, 4), removed(prune.remove)),
    "pruned not at all": (lambda: prune.identity(LINEAR(), "weight"), (2, 4), removed(prune.remove)),
    "pruned twice": (lambda: prune.l1_unstructured(
        prune.random_unstructured(LINEAR(), "weight", amount=0.3), "weight", amount=0.5), (2, 4), removed(prune.remove)),
    "pruned globally": (lambda: pruned_globally(LINEAR), (2, 4), removed(prune.remove)),
}


def state(net):
    return {key: written(value.clone()) for key, value in net.state_dict().items()}


def record(name):
    make, shape, remove = CASES[name]
    torch.manual_seed(7)
    net = make()
    case = {"name": name, "repr": repr(net), "state": state(net)}
    x = torch.rand(*shape)
    outputs = [net(x) for _ in range(3)]
    sum((y * y).sum() for y in outputs).backward()
    case["outputs"] = [written(y.detach()) for y in outputs]
    case["gradients"] = {key: written(parameter.grad) for key, parameter in net.named_parameters() if parameter.grad is not None}
    case["trained"] = state(net)
    net.eval()
    case["evaluated"] = [written(net(x).detach()) for _ in range(2)]
    remove(net)
    case["removed"] = {"repr": repr(net), "state": state(net), "output": written(net(x).detach())}
    return case


if __name__ == "__main__":
    torch.set_num_threads(1)
    out = pathlib.Path("out")
    out.mkdir()
    (out / "reparametrized.jsonl").write_text(
        json.dumps({"recorded": [f"PyTorch {torch.__version__.split('+')[0]}'s front end on TorchLite's own libtorch"]}) + "\n"
        + "".join(json.dumps(record(name), separators=(",", ":")) + "\n" for name in CASES))
