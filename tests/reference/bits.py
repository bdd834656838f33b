"""Asks the recorded cases of torch.nn, torch.optim and torch.amp once more, of Python's front end on the very libtorch that TorchLite runs on: merged/corpus is its
input, out/ its output. A case that it answers as it was recorded, but for rounding, gets its values, which the same kernels computed,
and `bits`: true; an error gets its words.
"""
import gzip
import json
import pathlib
import warnings

import torch

import amp
import modules
import schedulers
import trajectories
from agreement import same
from recorder import Recorder

out = pathlib.Path("out/corpus")
out.mkdir(parents=True)
torch.set_num_threads(1)
ANSWERS = {"nn.jsonl": ["result", "error", "self", "backward", "after"],
           "modules.jsonl": ["repr", "repr_after", "state", "output", "gradients", "parameters", "buffers", "error"],
           "autocast.jsonl": ["result", "error", "self", "backward", "after"], "amp.jsonl": ["steps", "state"],
           "trajectories.jsonl": ["repr", "groups", "steps", "state", "error"],
           "schedulers.jsonl": ["repr", "steps", "groups", "resumed", "averaged", "error"]}


def again(name, case):
    asked = {key: value for key, value in case.items() if key not in ANSWERS[name]}
    if name == "trajectories.jsonl":
        trajectories.answer(asked)
    elif name == "schedulers.jsonl":
        schedulers.answer(asked)
    elif name == "modules.jsonl":
        modules.answer(asked)
    elif name == "amp.jsonl":
        amp.asked(asked)
    else:
        Recorder.answer(asked, "backward" in case, case.get("after", {}))
    torch.set_default_dtype(torch.float32)
    Recorder.off()
    return {key: asked[key] for key in ANSWERS[name] if key in case and key in asked}


warnings.simplefilter("ignore")
for name in ANSWERS:
    plain, packed = (pathlib.Path("merged/corpus") / f"{name}{end}" for end in ("", ".gz"))
    if not plain.exists() and not packed.exists():
        continue  # it was not recorded
    lines = (plain.read_bytes() if plain.exists() else gzip.decompress(packed.read_bytes())).decode().splitlines()
    head = json.loads(lines[0])
    head["bits"] = f"PyTorch {torch.__version__.split('+')[0]}, {torch.backends.cpu.get_cpu_capability()}"
    told = [json.dumps(head)]
    equal = 0
    for line in lines[1:]:
        case = json.loads(line)
        said = again(name, case)
        recorded = {key: case[key] for key in ANSWERS[name] if key in case}
        if same(recorded, said, case.get("compare", "near")):
            if "error" not in case:
                case.update(said, bits=True)
                equal += 1
        elif "error" in case and "error" in said and case["error"]["text"] != said["error"]["text"]:
            case["error"] = said["error"]  # a kernel of this build says it in other words
        else:
            print("answered otherwise:", case["py"][:200])
            if name == "trajectories.jsonl":
                continue  # its roundings grew, and led elsewhere
        told.append(json.dumps(case, ensure_ascii=False, separators=(",", ":")))
    print(f"{name}: of {len(told) - 1} cases {equal} have the values of this libtorch")
    text = ("\n".join(told) + "\n").encode()
    (out / (name if plain.exists() else f"{name}.gz")).write_bytes(text if plain.exists() else gzip.compress(text, 9, mtime=0))
