"""What PyTorch answers to the mistakes of the table in tests/TorchLite.Probe/Mistakes, whose rows carry the Python beside the C#."""
import ast
import json
import os
import pathlib
import re
import textwrap
import warnings

import torch
import torch.nn.utils.prune
import torch.utils.checkpoint

ROW = re.compile(r'^ +new\((?:"([^"]+)"|"""\n(.+?)\n *"""),', re.MULTILINE | re.DOTALL)


def create(forward, backward, name="Function"):
    """The twin of Torch.Autograd.Function.Create: what is applied of a torch.autograd.Function of two lambdas."""
    return type(name, (torch.autograd.Function,), {"forward": staticmethod(forward), "backward": staticmethod(backward)}).apply


def fail(error):
    """As C# can: raise in a lambda."""
    raise error


def whole(act):
    """All lines of an error's text in one."""
    try:
        return act()
    except Exception as error:
        raise type(error)(str(error).replace("\n", " | ")) from None


def answer(source):
    """The first line of the error, or the repr of what came out."""
    names = {"torch": torch, "create": create, "fail": fail, "whole": whole}
    try:
        program = ast.parse(source)
        last = ast.Expression(program.body.pop().value) if isinstance(program.body[-1], ast.Expr) else None
        exec(compile(program, "row", "exec"), names)
        value = eval(compile(last, "row", "eval"), names) if last else None
        return repr(tuple(value) if isinstance(value, tuple) and hasattr(value, "n_fields") else value)
    except Exception as error:
        kind = type(error).__name__.lstrip("_")
        return f"{kind}: {(str(error).splitlines() or [''])[0]}"


def guarded(source):
    """In a process of its own: what is a mistake may be the end of one."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with os.fdopen(writing, "w", encoding="utf-8") as pipe:
            pipe.write(answer(source))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        text = pipe.read()
    status = os.waitpid(child, 0)[1]
    return text if status == 0 else f"died of signal {os.WTERMSIG(status)}"


def record():
    warnings.simplefilter("ignore")
    texts = [path.read_text(encoding="utf-8") for path in sorted(pathlib.Path("Mistakes").glob("*.cs"))]
    rows = [line or textwrap.dedent(lines) for text in texts for line, lines in ROW.findall(text)]
    return "".join(json.dumps({"py": row, "answer": guarded(row)}, ensure_ascii=False) + "\n" for row in rows)
