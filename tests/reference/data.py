"""Datasets' loaders, samplers and splits. data.jsonl has a line for each case: what comes in which order, and what the generators give afterwards.

A case has a `kind` and `kwargs`; `own` says that a generator of its own is given (seed 7), else the default one is used (seed 3). `after` are
the next numbers of both.
"""
import json
import warnings

import torch
from torch.utils import data


class Stream(data.IterableDataset):
    """The numbers up to an end; each worker has its share where that is wanted."""

    def __init__(self, end, shared=True):
        self.end, self.shared = end, shared

    def __iter__(self):
        worker = data.get_worker_info() if self.shared else None
        return iter(range(worker.id if worker else 0, self.end, worker.num_workers if worker else 1))


class Sized(Stream):
    def __len__(self):
        return self.end


class Noisy(data.Dataset):
    """Its number, one that is drawn, and the worker's seed, of which only the last digits."""

    def __init__(self, end):
        self.end = end

    def __len__(self):
        return self.end

    def __getitem__(self, index):
        worker = data.get_worker_info()
        return torch.tensor([index, int(torch.randint(1000, (1,))), torch.initial_seed() % 1000 if worker else 0])


DATASETS = {
    "list": lambda n: [torch.tensor(i) for i in range(n)], "tensors": lambda n: data.TensorDataset(torch.arange(n), torch.arange(n) * 10),
    "subset": lambda n: data.Subset(data.TensorDataset(torch.arange(2 * n), torch.arange(2 * n) * 10), list(range(2 * n - 1, -1, -2))),
    "noisy": Noisy, "stream": Stream, "repeated": lambda n: Stream(n, shared=False), "sized": Sized,
}
SAMPLERS = {name: getattr(data, name) for name in ("SequentialSampler", "RandomSampler", "SubsetRandomSampler", "WeightedRandomSampler", "DistributedSampler")}


def cases():
    for n in (0, 1, 5):
        yield "SequentialSampler", {"n": n}
    for n in (1, 5, 33, 100):
        for replacement in (False, True):
            for number in (None, 1, 5, 32, 40, 64, 100):
                for own in (False, True):
                    yield "RandomSampler", {"n": n, "replacement": replacement, "num_samples": number, "own": own}
    yield from (("RandomSampler", {"n": n, "num_samples": number}) for n, number in ((0, None), (5, 0), (5, -1)))
    for indices in ([], [4], [9, 3, 7, 1, 5, 0, 2]):
        for own in (False, True):
            yield "SubsetRandomSampler", {"indices": indices, "own": own}
    for weights in ([0.5], [0.1, 0.9, 0.4, 0.7, 3.0, 0.6], [1.0, 0.0, 0.0, 2.0], [0.25] * 40):
        for number in (1, 2, 30):
            for replacement in (True, False):
                for own in (False, True):
                    yield "WeightedRandomSampler", {"weights": weights, "num_samples": number, "replacement": replacement, "own": own}
    yield from (("WeightedRandomSampler", row) for row in ({"weights": [1.0], "num_samples": 0}, {"weights": [[1.0], [2.0]], "num_samples": 1},
                                                          {"weights": [0.0, 0.0], "num_samples": 1}, {"weights": [-1.0, 2.0], "num_samples": 1}))
    for n in (1, 7, 8, 20):
        for replicas in (1, 2, 3):
            for rank in range(replicas):
                for shuffle in (False, True):
                    for drop_last in (False, True):
                        yield "DistributedSampler", {"n": n, "num_replicas": replicas, "rank": rank, "shuffle": shuffle, "drop_last": drop_last}
    for row in ({"n": 2, "num_replicas": 5, "rank": 4}, {"n": 9, "num_replicas": 2, "rank": 1, "seed": 5, "epoch": 3}, {"n": 9, "num_replicas": 2, "rank": 0, "epoch": 4},
                {"n": 9, "num_replicas": 2, "rank": 2}, {"n": 9, "num_replicas": 2, "rank": -1}, {"n": 9}, {"n": 9, "rank": 0}, {"n": 9, "num_replicas": 2}):
        yield "DistributedSampler", row
    for n in (0, 1, 7, 9):
        for size in (1, 3, 9):
            for drop_last in (False, True):
                for shuffle in ((False, True) if n else (False,)):
                    yield "BatchSampler", {"n": n, "batch_size": size, "drop_last": drop_last, "shuffle": shuffle}
    yield from (("BatchSampler", {"n": 3, "batch_size": size, "drop_last": False, "shuffle": False}) for size in (0, -2))
    for n, lengths in ((10, [3, 7]), (10, [10]), (10, [0, 10]), (5, [5, 0]), (10, [1]), (1, [1]), (10, [3, 6]), (10, [0.3, 0.7]), (10, [0.5, 0.5]), (11, [0.5, 0.5]),
                       (10, [0.75, 0.25]), (7, [0.3, 0.3, 0.4]), (100, [0.1] * 10), (103, [0.1] * 10), (3, [0.5, 0.25, 0.25]), (2, [0.5, 0.25, 0.25]),
                       (10, [0.6, 0.3, 0.1]), (10, [0.7, 0.2, 0.1]), (10, [0.9, 0.05, 0.05]), (10, [1.0]), (10, [1.5, -0.5]), (10, [0.5, 0.4]), (10, [0.6, 0.6]),
                       (0, [1.0]), (0, [0, 0])):
        for own in (False, True):
            yield "random_split", {"n": n, "lengths": lengths, "own": own}
    for workers in (0, 2):
        for dataset in ("list", "tensors", "subset", "noisy"):
            for size in (1, 4, None):
                for shuffle in (False, True):
                    for own in (False, True):
                        yield "DataLoader", {"dataset": dataset, "n": 10, "batch_size": size, "shuffle": shuffle, "num_workers": workers, "own": own}
        for dataset in ("stream", "repeated"):
            for size in (1, 4, None):
                yield "DataLoader", {"dataset": dataset, "n": 10, "batch_size": size, "num_workers": workers}
        for drop_last in (False, True):
            for dataset in ("stream", "tensors"):
                yield "DataLoader", {"dataset": dataset, "n": 11, "batch_size": 3, "drop_last": drop_last, "num_workers": workers}
        yield "DataLoader", {"dataset": "noisy", "n": 8, "sampler": [5, 5, 1, 0], "num_workers": workers}
        yield "DataLoader", {"dataset": "list", "n": 8, "batch_sampler": [[1, 2, 3], [7], [0, 0]], "num_workers": workers}
        yield "DataLoader", {"dataset": "sized", "n": 5, "batch_size": 2, "num_workers": workers, "counted": True}
    for workers in (1, 3, 4):
        for shuffle in (False, True):
            yield "DataLoader", {"dataset": "noisy", "n": 17, "batch_size": 2, "shuffle": shuffle, "num_workers": workers}
        yield "DataLoader", {"dataset": "stream", "n": 17, "batch_size": 2, "num_workers": workers}
    for persistent in (False, True):
        for prefetch in (1, 2, 4):
            for own in (False, True):
                yield "DataLoader", {"dataset": "noisy", "n": 9, "batch_size": 2, "shuffle": True, "num_workers": 2, "prefetch_factor": prefetch,
                                     "persistent_workers": persistent, "own": own}
        yield "DataLoader", {"dataset": "stream", "n": 9, "batch_size": 2, "num_workers": 2, "persistent_workers": persistent}
    for taken in (1, 3):
        for workers in (0, 2):
            for prefetch in (None, 3) if workers else (None,):
                yield "DataLoader", {"dataset": "list", "n": 100, "random": 100, "batch_size": 5, "num_workers": workers, "prefetch_factor": prefetch, "own": True,
                                     "taken": taken}
    for row in ({"num_workers": -1}, {"timeout": -1}, {"prefetch_factor": 2}, {"num_workers": 2, "prefetch_factor": -1}, {"persistent_workers": True},
                {"shuffle": True, "sampler": [0]}, {"batch_sampler": [[0]], "batch_size": 2}, {"batch_sampler": [[0]], "shuffle": True},
                {"batch_sampler": [[0]], "sampler": [0]}, {"batch_sampler": [[0]], "drop_last": True}, {"batch_size": None, "drop_last": True}, {"batch_size": 0},
                {"batch_size": -3}, {"timeout": 1}, {"num_workers": 1, "prefetch_factor": 0}, {"n": 0, "shuffle": True}, {"n": 0}, {"batch_sampler": [[]]},
                {"sampler": [-1, 9]}, {"dataset": "tensors", "sampler": [-1, 9], "batch_size": 2}, {"dataset": "tensors", "sampler": [10]}, {"dataset": "stream", "counted": True}):
        yield "DataLoader", {"dataset": "list", "n": 10, **row}


def made(kind, given, generator):
    """What is walked over, and how many times."""
    given = dict(given)
    own = {"generator": generator} if given.pop("own", False) else {}
    n = given.pop("n", 0)
    if kind == "DataLoader":
        for name in ("counted", "taken"):
            given.pop(name, None)
        dataset = DATASETS[given.pop("dataset")](n)
        if number := given.pop("random", None):
            given["sampler"] = data.RandomSampler(dataset, replacement=True, num_samples=number, generator=generator)
        # Forked, as processes that begin anew would record once more.
        forked = {"multiprocessing_context": "fork"} if given.get("num_workers", 0) > 0 else {}
        return data.DataLoader(dataset, **given, **own, **forked)
    if kind == "BatchSampler":
        base = data.RandomSampler(range(n)) if given.pop("shuffle") else data.SequentialSampler(range(n))
        return data.BatchSampler(base, **given)
    if kind in ("SequentialSampler", "RandomSampler", "DistributedSampler"):
        epoch = given.pop("epoch", None)
        sampler = SAMPLERS[kind](range(n), **given, **own)
        if epoch is not None:
            sampler.set_epoch(epoch)
        return sampler
    return SAMPLERS[kind](**given, **own)


def plain(value):
    if isinstance(value, torch.Tensor):
        return value.tolist()
    return [plain(item) for item in value] if isinstance(value, (list, tuple)) else value


def answer(kind, given):
    generator = torch.Generator().manual_seed(7)
    torch.manual_seed(3)
    said = {}
    if kind == "random_split":
        own = {"generator": generator} if given["own"] else {}
        said["walks"] = [[list(part.indices) for part in data.random_split(range(given["n"]), given["lengths"], **own)]]
    else:
        walked = made(kind, given, generator)
        if given.get("counted") or kind != "DataLoader" or given["dataset"] not in ("stream", "repeated", "sized"):
            said["count"] = len(walked)
        said["walks"] = []
        for _ in range(2):
            walk = iter(walked)
            said["walks"].append([plain(item) for _, item in zip(range(given.get("taken", 1000)), walk)])
    said["after"] = [int(torch.randint(1 << 20, (1,), generator=one)) for one in (None, generator)]
    return said


def record():
    lines = []
    for kind, given in cases():
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            try:
                said = answer(kind, given)
            except Exception as error:
                said = {"error": {"type": type(error).__name__, "text": str(error).split("\n")[0]}}
        texts = list(dict.fromkeys(str(one.message).split("\n")[0] for one in told if issubclass(one.category, UserWarning)))
        if kwargs_warn := [text for text in texts if "worker processes in total" not in text]:
            said["warnings"] = kwargs_warn
        shown = ", ".join(f"{name}={value}" for name, value in given.items())
        lines.append(json.dumps({"kind": kind, "kwargs": given, "py": f"{kind}({shown})", **said}))
    return "\n".join(lines) + "\n"
