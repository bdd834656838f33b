"""A whole checkpoint of a training, and whether a training goes on from it."""
import collections
import random

import torch
from torch.optim import SGD, Adam, AdamW, lr_scheduler


def training():
    """What a training consists of, by the names of the checkpoint."""
    model = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.BatchNorm1d(4), torch.nn.Linear(4, 2))
    sgd = SGD([{"params": model[0].parameters()}, {"params": model[2].parameters(), "lr": 0.5}], lr=0.1, momentum=0.9, nesterov=True)
    adam = Adam(model.parameters(), lr=0.1, amsgrad=True)
    adamw = AdamW(model.parameters(), lr=torch.tensor(0.1), foreach=False)
    return {
        "model": model, "sgd": sgd, "adam": adam, "adamw": adamw,
        "step_lr": lr_scheduler.StepLR(sgd, 2), "plateau": lr_scheduler.ReduceLROnPlateau(sgd),
        "one_cycle": lr_scheduler.OneCycleLR(adam, 1.0, 10),
        "sequential": lr_scheduler.SequentialLR(
            adamw, [lr_scheduler.ConstantLR(adamw), lr_scheduler.LambdaLR(adamw, lambda epoch: 0.5 ** epoch)], [2]),
        "scaler": torch.amp.GradScaler("cpu"),
    }


def checkpoint():
    torch.manual_seed(0)
    random.seed(0)
    parts = training()
    scaler = parts["scaler"]
    for _ in range(3):
        x = torch.randn(5, 3)
        for name in ("sgd", "adam", "adamw"):
            parts[name].zero_grad()
            loss = parts["model"](x).square().mean()
            scaler.scale(loss).backward()
            scaler.step(parts[name])
        scaler.update()
        for name in ("step_lr", "one_cycle", "sequential"):
            parts[name].step()
        parts["plateau"].step(loss.item())
    state = {name: part.state_dict() for name, part in parts.items()}
    return {**state, "epoch": 3, "best": float("inf"), "history": [(0, 0.5), (1, 0.25)], "config": {"lr": 1e-3, "name": "run", "seed": None},
            "rng": torch.get_rng_state(), "next": torch.rand(3), "cuda_rng": [], "python_rng": random.getstate(),
            "ema": [x.detach().clone() for x in parts["model"].parameters()]}


def check(loaded):
    """Goes on from what was loaded: every part must take it, and say the same of itself afterwards."""
    for name, part in training().items():
        taken = part.load_state_dict(loaded[name])
        if name == "model":
            assert str(taken) == "<All keys matched successfully>" and part.state_dict()._metadata == loaded[name]._metadata
        agree(loaded[name], part.state_dict(), name)
    torch.set_rng_state(loaded["rng"])
    assert torch.equal(torch.get_rng_state(), loaded["rng"]) and torch.equal(torch.rand(3), loaded["next"])
    random.setstate(loaded["python_rng"])
    assert random.getstate() == loaded["python_rng"]


def agree(given, now, at):
    """Of a dict only what was given: another version knows more of a part than the one that saved it."""
    if isinstance(given, dict):
        for key, value in given.items():
            agree(value, now[key], f"{at}[{key!r}]")
    elif isinstance(given, (list, tuple)):
        assert len(given) == len(now), at
        for i, (one, other) in enumerate(zip(given, now)):
            agree(one, other, f"{at}[{i}]")
    elif isinstance(given, torch.Tensor):
        assert given.dtype == now.dtype and torch.equal(given, now), at
    else:
        assert given == now, f"{at} is {now!r} instead of {given!r}"


SCHEDULERS = {
    "StepLR": lambda sgd: lr_scheduler.StepLR(sgd, 2),
    "MultiStepLR": lambda sgd: lr_scheduler.MultiStepLR(sgd, [2, 5, 5]),
    "ConstantLR": lambda sgd: lr_scheduler.ConstantLR(sgd, total_iters=4),
    "LinearLR": lambda sgd: lr_scheduler.LinearLR(sgd, total_iters=6),
    "ExponentialLR": lambda sgd: lr_scheduler.ExponentialLR(sgd, 0.5),
    "PolynomialLR": lambda sgd: lr_scheduler.PolynomialLR(sgd, 6, 2),
    "CosineAnnealingLR": lambda sgd: lr_scheduler.CosineAnnealingLR(sgd, 5),
    "CosineAnnealingWarmRestarts": lambda sgd: lr_scheduler.CosineAnnealingWarmRestarts(sgd, 2, 2),
    "CyclicLR": lambda sgd: lr_scheduler.CyclicLR(sgd, 0.1, 1.0, 3),
    "OneCycleLR": lambda sgd: lr_scheduler.OneCycleLR(sgd, 2.0, total_steps=12),
    "ReduceLROnPlateau": lambda sgd: lr_scheduler.ReduceLROnPlateau(sgd, patience=1),
    "SequentialLR": lambda sgd: lr_scheduler.SequentialLR(sgd, [lr_scheduler.ConstantLR(sgd), lr_scheduler.MultiStepLR(sgd, [1, 3])], [2]),
    "ChainedScheduler": lambda sgd: lr_scheduler.ChainedScheduler([lr_scheduler.ConstantLR(sgd), lr_scheduler.ExponentialLR(sgd, 0.5)]),
    "SWALR": lambda sgd: torch.optim.swa_utils.SWALR(sgd, 0.05, anneal_epochs=6),
}


def check_schedulers(loaded):
    """Schedulers go on from TorchLite's, and give its learning rates of the next steps."""
    assert list(loaded) == list(SCHEDULERS)
    for name, make in SCHEDULERS.items():
        sgd = SGD([torch.nn.Parameter(torch.ones(2))], lr=1.0, momentum=0.9)
        scheduler = make(sgd)
        sgd.load_state_dict(loaded[name]["optimizer"])
        scheduler.load_state_dict(loaded[name]["scheduler"])
        if name == "MultiStepLR":
            assert type(scheduler.milestones) is collections.Counter and scheduler.milestones == {2: 1, 5: 2}
            assert scheduler._get_closed_form_lr() == [0.1]
        for rate in loaded[name]["next"]:
            sgd.step()
            scheduler.step(*([1.0] if name == "ReduceLROnPlateau" else []))
            assert sgd.param_groups[0]["lr"] == rate, f"{name}: {sgd.param_groups[0]['lr']!r} instead of {rate!r}"
