"""What torch.cuda.memory_summary prints of numbers that are given: a line for each table, `device`, `abbreviated`, `numbers`, `text`.

The numbers are in the order of libtorch's struct, of which NAMES is PyTorch's own way to call them.
"""
import json
import random

import torch

KINDS = ["allocation", "segment", "active", "inactive_split", "allocated_bytes", "reserved_bytes", "active_bytes", "inactive_split_bytes",
         "requested_bytes"]
STATS = ["current", "peak", "allocated", "freed"]
NAMES = [f"{kind}.{pool}.{stat}" for kind in KINDS for pool in ("all", "small_pool", "large_pool") for stat in STATS]
NAMES += ["num_alloc_retries", "num_ooms", *(f"{kind}.{stat}" for kind in ("oversize_allocations", "oversize_segments") for stat in STATS)]
NAMES += ["num_sync_all_streams", "num_device_alloc", "num_device_free", "max_split_size"]

# Around the numbers where the unit changes, and of every size.
EDGES = [0, 1, 999, 1023, 749_999, 750_000, 768 * 1024 - 1, 768 * 1024, 750_000_000, 768 * 1024**2 - 1, 768 * 1024**2, 768 * 1024**3, 2**62, -1, -5_000_000]


def record():
    made = random.Random(0)
    tables = [[0] * len(NAMES), [made.choice(EDGES) for _ in NAMES]]
    tables += [[made.randrange(10 ** made.randrange(1, 16)) for _ in NAMES] for _ in range(3)]
    lines = []
    for i, numbers in enumerate(tables):
        torch.cuda.memory.memory_stats = lambda device=None: dict(zip(NAMES, numbers))
        for abbreviated in (False, True):
            text = torch.cuda.memory_summary(i, abbreviated)
            lines.append(json.dumps({"device": i, "abbreviated": abbreviated, "numbers": numbers, "text": text}))
    return "\n".join(lines) + "\n"
