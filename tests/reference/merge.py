"""Keeps what both PyTorch versions agree on (a/ and b/, written by record.py), and lists what they do not agree on.

Of the parts that were not recorded nothing is written.
"""
import collections
import gzip
import json
import pathlib

from agreement import elements, same
from gradients import some

out = pathlib.Path("out")
(out / "corpus").mkdir(parents=True)
versions = [json.loads(pathlib.Path(side, "versions.json").read_text()) for side in "ab"]
names = [f"PyTorch {v['torch']} (NumPy {v['numpy']})" for v in versions]


def short(value):
    if isinstance(value, dict) and "t" in value:
        t = value["t"]
        shown = {key: item for key, item in t.items() if key != "data"}
        return f"{elements(t).tolist()[:12]} {shown}" if "data" in t else str(shown)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {short(item)}" for key, item in value.items()) + "}"
    return "[" + ", ".join(map(short, value)) + "]" if isinstance(value, list) else str(value)


def write(name, text):
    """As text where that is small, else packed (without the time of day, so that the same corpus is the same file)."""
    data = text.encode("utf-8")
    if len(data) > 1_000_000:
        (out / "corpus" / f"{name}.gz").write_bytes(gzip.compress(data, 9, mtime=0))
    else:
        (out / "corpus" / name).write_bytes(data)


def agreed(name, given, answers):
    """The cases of which both versions say the same, and the others with what each says."""
    kept, apart, counts = [], [], collections.Counter()
    sides = [[json.loads(line) for line in pathlib.Path(side, name).read_text(encoding="utf-8").splitlines()] for side in "ab"]
    plain = [[[r.get(key) for key in given] for r in side if "sampled" not in r] for side in sides]
    if plain[0] != plain[1]:
        raise SystemExit(f"the two versions did not record the same cases of {name}")
    # Samples that PyTorch makes itself are its own in each version: the same ones count.
    others = {json.dumps([r.get(key) for key in given]): r for r in sides[1]}
    pairs = [(a, others.get(json.dumps([a.get(key) for key in given]))) for a in sides[0]]
    for a, b in pairs:
        if b is None:
            counts["(left out: a sample of one version only)"] += 1
            continue
        a.pop("sampled", None)
        answered = [{key: r[key] for key in answers if key in r} for r in (a, b)]
        if same(*answered, a.get("compare", "close")):
            if "error" in a and a["error"]["type"] != b["error"]["type"]:
                a["error"]["type"] = "RuntimeError"
            kept.append(a)
            counts[a[given[0]]] += 1
        else:
            apart.append((a, answered))
    print(f"{name}: {len(kept)} agreed, {len(apart)} apart; fewest: {counts.most_common()[:-9:-1]}")
    return kept, apart


def keep(name, cases):
    texts = [json.dumps(case, ensure_ascii=False, separators=(",", ":")) for case in cases]
    write(name, "\n".join([json.dumps({"recorded": names}), *texts]) + "\n")


def merge(name, given, answers):
    kept, apart = agreed(name, given, answers)
    keep(name, kept)
    return apart


def differing(case, answers):
    a, b = answers
    return [key for key in {**a, **b} if not same(a.get(key), b.get(key), case.get("compare", "close"))]


def both_ways(apart):
    return [line for case, answers in apart for line in (
        f"{case.get('op') or case.get('kind') or case.get('scheduler') or case.get('optimizer', 'module')}: {case['py']}",
        *(f"  {version['torch']}: {short({key: said[key] for key in differing(case, answers) if key in said})}"
          for version, said in zip(versions, answers)))]


def disagreements(name, lines):
    head = [f"Where {names[0]} and {names[1]} do not agree; none of it is in the corpus.", ""]
    (out / "corpus" / name).write_text("\n".join(head + lines) + "\n", encoding="utf-8")


def ops():
    lines = both_ways(merge("ops.jsonl", ["op", *CALL], ["result", "error", "self", "backward", "after"]))
    for case, (a, b) in merge("reprs.jsonl", ["group", "py", "setup", "value", "options", "default_dtype"], ["text"]):
        lines += [f"repr of {case['py']}", *(f"  {v['torch']}: {s['text']!r}" for v, s in zip(versions, (a, b)))]
    gradients, apart = agreed("gradients.jsonl", ["op", "call", "args", "kwargs", "modulus"], ["first", "second", "error"])
    lines += both_ways(apart)
    # Where the second derivatives alone differ, the first are kept.
    gradients += [{key: value for key, value in case.items() if key != "second"}
                  for case, answers in apart if differing(case, answers) == ["second"]]
    keep("gradients.jsonl", some(gradients))
    disagreements("disagreements.txt", lines)


def nn():
    lines = both_ways(merge("nn.jsonl", ["op", *CALL], ["result", "error", "self", "backward", "after"]))
    printed = ["repr", "repr_after"]
    kept, apart = agreed("modules.jsonl", ["class", "args", "kwargs", "inputs", "input_kwargs", "eval", "no_grad", "seed"],
                         [*printed, "state", "output", "gradients", "parameters", "buffers", "error"])
    # Where the two print a module differently, the rest is kept; one of each class is listed.
    only = [(case, answers) for case, answers in apart if set(differing(case, answers)) <= {*printed}]
    kept += [{key: value for key, value in case.items() if key not in printed} for case, _ in only]
    keep("modules.jsonl", kept)
    lines += both_ways([(case, answers) for case, answers in apart if (case, answers) not in only])
    disagreements("disagreements-nn.txt", lines + both_ways({case["class"]: (case, answers) for case, answers in only}.values()))


def amp():
    lines = both_ways(merge("autocast.jsonl", ["op", *CALL], ["result", "error", "self", "backward", "after"]))
    lines += both_ways(merge("amp.jsonl", ["module", "py"], ["steps", "state"]))
    disagreements("disagreements-amp.txt", lines)


def profiler():
    apart = merge("profiler.jsonl", ["kind", "py", "events", "memory", "flops"], ["tables", "total", "events", "plans"])
    assert not apart, "the profiler is not the same any more"


def optim():
    printed = ["repr", "groups"]
    kept, apart = agreed("trajectories.jsonl", ["optimizer", "kwargs", "dtype", "whole"], [*printed, "steps", "state", "error"])
    # Later versions have options that earlier ones have not.
    only = [(case, answers) for case, answers in apart if set(differing(case, answers)) <= {*printed}]
    kept += [{key: value for key, value in case.items() if key not in printed} for case, _ in only]
    keep("trajectories.jsonl", kept)
    lines = both_ways([(case, answers) for case, answers in apart if (case, answers) not in only])
    lines += both_ways({case["optimizer"]: (case, answers) for case, answers in only}.values())
    kept, apart = agreed("schedulers.jsonl", ["scheduler", "optimizer", "kwargs", "way", "average", "how", "use_buffers", "decay"],
                         ["repr", "steps", "groups", "resumed", "averaged", "error"])
    # The later version says what a state dict has.
    later = [json.loads(line) for line in pathlib.Path("b", "schedulers.jsonl").read_text(encoding="utf-8").splitlines()]
    states = {case["py"]: case["state"] for case in later if "state" in case}
    keep("schedulers.jsonl", [{**case, "state": states[case["py"]]} if "state" in case else case for case in kept])
    disagreements("disagreements-optim.txt", lines + both_ways(apart))


def vision():
    disagreements("disagreements-vision.txt", both_ways(merge("vision.jsonl", ["py", "image"], ["repr", "outputs", "error"])))


def data():
    disagreements("disagreements-data.txt", both_ways(merge("data.jsonl", ["kind", "kwargs", "py"], ["walks", "count", "after", "warnings", "error"])))


def testing():
    given = ["kind", "py", "actual", "expected", "shape", "dtype", "kwargs"]
    disagreements("disagreements-testing.txt", both_ways(merge("testing.jsonl", given, ["told", "result", "warned"])))


def mistakes():
    # A mistake keeps both answers: where they differ, either will do.
    lines = [json.dumps({"recorded": names})]
    for a, b in zip(*([json.loads(line) for line in pathlib.Path(side, "mistakes.jsonl").read_text(encoding="utf-8").splitlines()] for side in "ab")):
        lines.append(json.dumps({"py": a["py"], "answers": [a["answer"]] if a == b else [a["answer"], b["answer"]]}, ensure_ascii=False))
    write("mistakes.jsonl", "\n".join(lines) + "\n")


def memory():
    tables = [pathlib.Path(side, "memory-tables.jsonl").read_text() for side in "ab"]
    assert tables[0] == tables[1], "torch.cuda.memory_summary is not the same any more"
    write("memory-tables.jsonl", json.dumps({"recorded": names}) + "\n" + tables[0])


def api():
    # What the first documents is what a user of either looks for; of the operators, those that both have alike.
    for name in ("names.txt", "signatures.txt"):
        write(name, pathlib.Path("a", name).read_text())
    both = set(pathlib.Path("b/operators.txt").read_text().splitlines())
    (out / "operators.txt").write_text("".join(f"{line}\n" for line in pathlib.Path("a/operators.txt").read_text().splitlines() if line in both))


def transcripts():
    for folder in ("tutorial", "examples"):
        (out / folder).mkdir()
    differences = []
    for path in sorted(pathlib.Path("a/tutorial").glob("*.out")):
        texts = [pathlib.Path(side, "tutorial", path.name).read_bytes() for side in "ab"]
        if texts[0] == texts[1]:
            (out / "tutorial" / path.name).write_bytes(texts[0])
            continue
        differences.append(path.stem)
        for version, text in zip(versions, texts):
            (out / "tutorial" / f"{path.stem}.{version['torch']}.out").write_bytes(text)
    (out / "tutorial" / "recorded.txt").write_text(
        f"Recorded with {names[0]} and {names[1]}.\n"
        + (f"Printed differently by the two: {', '.join(differences)}.\n" if differences else "Both print every section the same.\n"))
    # What the other examples print does not depend on the version.
    for path in sorted(pathlib.Path("a/examples").glob("*.out")):
        text = path.read_bytes()
        assert text == pathlib.Path("b/examples", path.name).read_bytes(), path
        (out / "examples" / path.name).write_bytes(text)


CALL = ["call", "args", "kwargs", "setup"]
for first, part in {"ops.jsonl": ops, "nn.jsonl": nn, "autocast.jsonl": amp, "profiler.jsonl": profiler, "trajectories.jsonl": optim, "vision.jsonl": vision, "data.jsonl": data, "testing.jsonl": testing, "mistakes.jsonl": mistakes, "memory-tables.jsonl": memory, "names.txt": api, "tutorial": transcripts}.items():
    if pathlib.Path("a", first).exists():
        part()
