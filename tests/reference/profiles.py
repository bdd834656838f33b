"""The profiler: tables of events that are made up, and which events a program has."""
import json
import random
import re

import torch
from torch.autograd import DeviceType
from torch.autograd.profiler_util import EventList, FunctionEvent

NAMES = ["aten::mm", "aten::add", "aten::empty", "autograd::engine::evaluate_function: MulBackward0", "a", "ProfilerStep*", "größer",
         "autograd::engine::evaluate_function: torch::autograd::AccumulateGrad"]
TABLES = [{}, {"sort_by": "self_cpu_time_total"}, {"sort_by": "cpu_time", "row_limit": 3}, {"sort_by": "count", "row_limit": -1},
          {"row_limit": 0}, {"header": "A header"}, {"top_level_events_only": True}, {"max_name_column_width": 20, "max_shapes_column_width": 15},
          {"max_name_column_width": None, "max_shapes_column_width": None}, {"sort_by": "flops"}]


def events(seed, shapes, memory, flops, scale):
    """Events that lie within each other, or on other threads, or overlap."""
    draw = random.Random(seed)
    made = []

    def add(start, end, depth, thread):
        name = draw.choice(NAMES)
        number = len(made) + 1
        made.append({
            "name": name, "id": number, "thread": thread, "end_thread": thread if draw.random() < 0.95 else thread + 1,
            "start": start, "end": end, "shapes": [[draw.randrange(1, 300)] * draw.randrange(3) for _ in range(draw.randrange(4))] if shapes else [],
            "memory": draw.choice([0, 4, -4, 2000, -3_000_000, 5 << 30]) if memory else 0,
            "flops": draw.choice([0, 0, 1234, 5_000_000, 7_000_000_000]) if flops else 0})
        inner = start
        for _ in range(draw.randrange(4) if depth < 3 else 0):
            inner += draw.randrange(1, max((end - start) // 5, 2))
            stop = inner + draw.randrange(1, max((end - start) // 5, 2))
            if stop <= end or draw.random() < 0.1:
                add(inner, stop, depth + 1, thread)
            inner = stop

    for i in range(4):
        add(i * 1000 * scale + draw.randrange(900), i * 1000 * scale + 1000 * scale - 1, 0, 1 + i % 2)
    return made


def tables():
    cases = []
    for seed, (shapes, memory, flops, scale) in enumerate([(0, 0, 0, 1), (1, 0, 0, 1000), (0, 1, 0, 77), (1, 1, 1, 5000), (0, 0, 0, 2_000_000), (1, 0, 1, 300)]):
        given = events(seed, shapes, memory, flops, scale)
        parsed = [FunctionEvent(
            id=one["id"], name=one["name"], thread=one["thread"], start_us=one["start"] / 1000, end_us=one["end"] / 1000, input_shapes=one["shapes"],
            stack=[], cpu_memory_usage=one["memory"], is_async=one["thread"] != one["end_thread"], device_type=DeviceType.CPU, flops=one["flops"])
            for one in given]
        parsed.sort(key=lambda one: [one.time_range.start, -one.time_range.end])
        listed = EventList(parsed, use_device=None, profile_memory=bool(memory), with_flops=bool(flops))
        listed._build_tree()
        case = {"kind": "table", "py": f"seed {seed}", "events": given, "memory": bool(memory), "flops": bool(flops), "tables": [], "total": 0}
        for what, rows in (("events", listed), ("averages", listed.key_averages()), ("by shape", listed.key_averages(group_by_input_shapes=True))):
            for options in TABLES:
                # The units have other letters in later versions.
                text = re.sub(r"(\d) ([KMG]?)b\b", r"\1 \2B", rows.table(**options))
                text = re.sub(r" [KMG]?B\b", lambda unit: unit[0], text)
                case["tables"].append({"of": what, "options": options, "text": text})
        case["total"] = listed.self_cpu_time_total
        cases.append(case)
    return cases


def program():
    from torch.profiler import ProfilerActivity, profile, record_function
    torch.manual_seed(0)
    net = torch.nn.Sequential(torch.nn.Linear(8, 4), torch.nn.ReLU(), torch.nn.Linear(4, 3))
    x, target = torch.ones(5, 8), torch.tensor([0, 1, 2, 0, 1])
    with profile(activities=[ProfilerActivity.CPU], record_shapes=True, with_flops=True) as profiled:
        with record_function("forward"):
            y = net(x).exp()
            z = y.sigmoid().mm(torch.ones(3, 2)).reshape(2, 5)
        with record_function("loss"):
            loss = torch.nn.functional.cross_entropy(y, target) + z.sum()
        loss.backward(torch.ones([]))
    return {"kind": "program", "py": "a step of training", "events": [
        {"name": one.name, "shapes": one.input_shapes, "flops": one.flops, "parent": one.cpu_parent.name if one.cpu_parent else None,
         "annotation": bool(getattr(one, "is_user_annotation", False))} for one in profiled.events()]}


def plan():
    from torch.profiler import schedule
    import warnings
    warnings.simplefilter("ignore")
    plans = []
    for numbers in ((1, 1, 2, 0, 0, 0), (0, 0, 1, 0, 0, 0), (2, 1, 3, 2, 0, 0), (1, 2, 1, 1, 3, 0), (2, 1, 2, 2, 2, 1), (0, 1, 1, 3, 1, 1)):
        keys = ("wait", "warmup", "active", "repeat", "skip_first", "skip_first_wait")
        made = schedule(**dict(zip(keys, numbers)))
        plans.append({"numbers": list(numbers), "actions": [made(step).value for step in range(30)]})
    return {"kind": "schedule", "py": "schedule", "plans": plans}


def record():
    return "".join(json.dumps(case, ensure_ascii=False, separators=(",", ":")) + "\n" for case in [*tables(), program(), plan()])
